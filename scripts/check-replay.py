"""Replays a crawl in a pywb that is started on loopback, and compares what it answers with what was archived.

usage: READERS/bin/python check-replay.py READERS CRAWL INDEX.cdxj CRAWL.wacz [EXPECTED.json]
READERS is a Python environment with pywb and warcio. Every line of the index is asked for by its address and time,
from the crawl's own files and, a second time, from the WACZ unpacked by pywb's wb-manager. The bodies must be those
that warcio reads at the places that the index names; a revisit's is that of the capture it refers to. With EXPECTED,
which records-site.py writes, they must also be what the site sent. Exit status 1: something differs.
"""

import base64
import gzip
import http.client
import io
import json
import os
import socket
import subprocess
import sys
import tempfile
import time
import zlib

from warcio.archiveiterator import ArchiveIterator


def index_lines(path):
    with open(path) as lines:
        for line in lines:
            _, moment, rest = line.rstrip("\n").split(" ", 2)
            yield moment[:14], json.loads(rest)


def decoded(body, coding):
    """The body without its content coding; of one that was cut, what can be decoded."""
    return zlib.decompressobj(31).decompress(body) if coding == "gzip" else body


def path(crawl, name):
    """Where a file that an index names lies in a crawl folder."""
    places = (os.path.join(crawl, part, os.path.basename(name)) for part in ("pages", "meta"))
    return next(place for place in places if os.path.exists(place))


def archived(folder, rows):
    """Status and decoded body of every row, revisits resolved, as warcio reads them."""
    captures, found = {}, []
    for moment, row in rows:
        with open(path(folder, row["filename"]), "rb") as file:
            file.seek(int(row["offset"]))
            record = next(iter(ArchiveIterator(io.BytesIO(file.read(int(row["length"]))), no_record_parse=False)))
            headers, http_headers = record.rec_headers, record.http_headers
            key = (headers["WARC-Target-URI"], headers["WARC-Date"])
            if record.rec_type == "revisit":
                source = headers["WARC-Refers-To-Target-URI"], headers["WARC-Refers-To-Date"]
                status = http_headers.get_statuscode() if http_headers else None
                found.append((moment, row["url"], status, source))
                captures.setdefault(key, source)
                continue
            body = decoded(record.raw_stream.read(), http_headers and http_headers.get_header("Content-Encoding"))
            captures[key] = (http_headers.get_statuscode() if http_headers else "200", body)
            found.append((moment, row["url"], *captures[key]))
    for moment, url, status, body in found:
        revisit = isinstance(body, tuple)
        while isinstance(body, tuple):
            known_status, body = captures[body]
            if isinstance(body, str):
                body = (known_status, body)
            else:
                status = known_status if status in (None, "304") else status
        yield moment, url, int(status), body, revisit


class Pywb:
    """A pywb server; its collections lie in `folder`."""

    def __init__(self, readers, folder):
        with socket.create_server(("127.0.0.1", 0)) as free:
            self.port = free.getsockname()[1]
        self.log = open(os.path.join(folder, "pywb.log"), "w")
        self.server = subprocess.Popen(
            [f"{readers}/bin/wayback", "-b", "127.0.0.1", "-p", str(self.port), "-d", folder], stdout=self.log,
            stderr=subprocess.STDOUT)
        deadline = time.monotonic() + 60
        while True:
            try:
                socket.create_connection(("127.0.0.1", self.port)).close()
                return
            except OSError:
                if self.server.poll() is not None or time.monotonic() > deadline:
                    self.end()
                    sys.exit("pywb does not start:\n" + open(self.log.name).read()[-2000:])
                time.sleep(0.1)

    def end(self):
        self.server.terminate()
        self.server.wait()
        self.log.close()

    def get(self, path):
        """Status, fields and body, not decoded and redirects not followed."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)
        connection.request("GET", path, headers={"Host": f"127.0.0.1:{self.port}", "Accept-Encoding": "gzip"})
        answer = connection.getresponse()
        body = answer.read()
        connection.close()
        return answer.status, answer.headers, body

    def original(self, collection, moment, url):
        """Status and decoded body of a capture as it was archived."""
        status, fields, body = self.get(f"/{collection}/{moment}id_/{url}")
        return status, fields, decoded(body, fields.get("Content-Encoding"))


class Check:
    def __init__(self):
        self.failures = []
        self.kinds = {}

    def compare(self, kind, what, found, wanted):
        self.kinds[kind] = self.kinds.get(kind, 0) + 1
        if found != wanted:
            show = lambda value: f"{len(value)} bytes {value[:40]!r}" if isinstance(value, bytes) else repr(value)
            self.failures.append(f"{what}: {show(found)}, not {show(wanted)}")


def replay(pywb, collection, captures, expected, check):
    for moment, url, status, body, is_revisit in captures:
        what = f"{collection} {moment} {url}"
        answered, fields, replayed = pywb.original(collection, moment, url)
        kind = "revisits" if is_revisit else "redirects" if 300 <= status < 400 else f"status {status}"
        check.compare(kind, what, (answered, fields.get("Memento-Datetime") is not None), (status, True))
        check.compare("bodies", what, replayed, body)
        if url in expected:
            sent = expected[url]
            original = base64.b64decode(sent["body"])
            check.compare("the site's", what, answered, sent["status"])
            if sent["cut"]:
                check.compare("the site's", what, replayed, original[: len(replayed)])
                check.compare("cut", what, 0 < len(replayed) < len(original), True)
            else:
                check.compare("the site's", what, replayed, original)
    if expected:
        shown = {url for _, url, *_ in captures}
        for url, sent in expected.items():
            check.compare("kept", f"{collection} {url} is there", url in shown, sent["kept"])
            if not sent["kept"]:
                check.compare("not kept", url, pywb.get(f"/{collection}/2026id_/{url}")[0], 404)


def rewritten(pywb, collection, captures, check):
    """That a page is shown with its links rewritten, and that a requisite answers under such a link."""
    for moment, url, status, body, _ in captures:
        if status != 200 or b"<img src=" not in body[:200_000] or b"<a href=" not in body[:200_000]:
            continue
        answered, fields, shown = pywb.get(f"/{collection}/{moment}mp_/{url}")
        shown = decoded(shown, fields.get("Content-Encoding"))
        check.compare("pages shown", f"{url} shown", answered, 200)
        prefix = f"/{collection}/{moment}".encode()
        check.compare("pages shown", f"{url} rewritten", prefix in shown, True)
        place = shown.find(prefix + b"im_/")
        if place >= 0:
            address = shown[place:].split(b'"')[0].split(b" ")[0].decode()
            answered, fields, _ = pywb.get(address)
            while answered in (302, 307) and "Location" in fields:
                location = fields["Location"]
                answered, fields, _ = pywb.get(location[location.find(f"/{collection}/"):])
            check.compare("pictures shown", address, (answered, fields.get_content_maintype()), (200, "image"))
        return


def main():
    readers, crawl, index, wacz = sys.argv[1:5]
    readers = os.path.abspath(readers)
    expected = json.load(open(sys.argv[5])) if len(sys.argv) > 5 else {}
    captures = list(archived(crawl, index_lines(index)))
    with tempfile.TemporaryDirectory() as folder:
        with open(os.path.join(folder, "config.yaml"), "w") as file:
            json.dump({
                "collections": {"crawl": {
                    "index_paths": os.path.abspath(index),
                    "archive_paths": [os.path.abspath(crawl) + part for part in ("/", "/pages/", "/meta/")],
                }},
                "collections_root": "collections",
            }, file)
        for command in (["init", "packed"], ["add", "--unpack-wacz", "packed", os.path.abspath(wacz)]):
            subprocess.run(
                [f"{readers}/bin/wb-manager", *command], cwd=folder, check=True, stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL)
        pywb = Pywb(readers, folder)
        check = Check()
        try:
            # A package has the captures alone.
            packed = [capture for capture in captures if not capture[1].startswith("urn:")]
            for collection, shown in (("crawl", captures), ("packed", packed)):
                replay(pywb, collection, shown, expected, check)
                rewritten(pywb, collection, shown, check)
        finally:
            pywb.end()
    print(f"{len(captures)} captures asked twice;", ", ".join(f"{name} {n}" for name, n in sorted(check.kinds.items())))
    for failure in check.failures:
        print(failure)
    sys.exit(1 if check.failures or not captures else 0)


main()
