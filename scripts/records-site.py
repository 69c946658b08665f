"""A small site on loopback whose crawl and recrawl make every kind of record.

usage: records-site.py ADDRESS_FILE EXPECTED_FILE
Writes ADDRESS:PORT to the first file, and to the second, a JSON object by URL, the status, the body and whether only
the beginning of it arrives. Serves until it is ended; answers for any host name.
"""

import base64
import gzip
import json
import random
import socket
import sys
import threading
import zlib

HOST = "http://news.example"
TEXT = " ".join(f"Sentence number {n} of this story says something that no other one says." for n in range(60))


def page(title, *content, head=""):
    return (
        f"<!doctype html><html lang=en><head><meta charset=utf-8><title>{title}</title>{head}</head><body>"
        f"<article><h1>{title}</h1>{''.join(content)}</article></body></html>"
    ).encode()


def png():
    def chunk(kind, data):
        return len(data).to_bytes(4, "big") + kind + data + zlib.crc32(kind + data).to_bytes(4, "big")

    rows = b"".join(b"\0" + bytes(random.Random(y).randbytes(3 * 64)) for y in range(64))
    size = (64).to_bytes(4, "big")
    return (
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", size * 2 + b"\x08\x02\0\0\0") + chunk(b"IDAT", zlib.compress(rows))
        + chunk(b"IEND", b"")
    )


HTML = "text/html; charset=utf-8"
LARGE = random.Random(1).randbytes(3_000_000)
STORY = page("A story", f"<p>{TEXT}</p>")
# Path: status, media type, body, and how it is sent.
ANSWERS = {
    "/robots.txt": (200, "text/plain", b"User-agent: *\nDisallow: /forbidden\n", "plain"),
    "/story.html": (200, HTML, STORY, "plain"),
    "/story-copy.html": (200, HTML, STORY, "plain"),
    "/packed.html": (200, HTML, page("Packed", f"<p>Packed. {TEXT}</p>"), "gzip"),
    "/chunked.html": (200, HTML, page("Chunked", f"<p>Chunked. {TEXT}</p>"), "chunked"),
    "/packed-chunks.html": (200, HTML, page("Both", f"<p>Both. {TEXT}</p>"), "gzip chunked"),
    "/tagged.html": (200, HTML, page("Tagged", f"<p>Tagged. {TEXT}</p>"), "etag"),
    "/dated.html": (200, HTML, page("Dated", f"<p>Dated. {TEXT}</p>"), "date"),
    "/latin.html": (200, "text/html; charset=iso-8859-1",
                    "<html><title>Stra\u00dfe</title><p>Gr\u00fc\u00dfe aus K\u00f6ln</p></html>".encode("latin-1"), "plain"),
    "/caf%C3%A9.html?b=2&a=1": (200, HTML, page("Query", "<p>A page with a query.</p>"), "plain"),
    "/moved": (301, HTML, b"<a href=/story.html>moved</a>", "to /story.html"),
    "/elsewhere": (302, HTML, b"", "to http://other.example/there.html"),
    "/there.html": (200, HTML, page("There", "<p>Another host.</p>"), "plain"),
    "/missing.html": (404, HTML, page("Not here", "<p>There is no such page.</p>"), "plain"),
    "/gone.html": (410, "text/plain", b"gone for good\n", "plain"),
    "/empty.txt": (200, "text/plain", b"", "plain"),
    "/paper.pdf": (200, "application/pdf", b"%PDF-1.4\n" + LARGE[:50_000], "plain"),
    "/large.bin": (200, "application/octet-stream", LARGE, "plain"),
    "/large.html": (200, HTML, page("Large", *(f"<p>{n} {TEXT}</p>" for n in range(400))), "plain"),
    "/endless.html": (200, HTML, page("Endless", *(f"<p>{n} {TEXT}</p>" for n in range(2_000))), "cut"),
    "/broken.html": (200, HTML, page("Broken", f"<p>Broken off. {TEXT}</p>"), "broken"),
    "/unkept.html": (200, HTML, page("Unkept", "<p>No.</p>", head="<meta name=robots content=noarchive>"), "unkept"),
    "/picture.png": (200, "image/png", png(), "plain"),
    "/style.css": (200, "text/css", b"body { background: url(/picture.png) }\n" * 40, "gzip"),
}
LINKS = [path for path in ANSWERS if path.endswith((".html", ".pdf", ".bin", ".txt", "a=1")) and path != "/robots.txt"]
ANSWERS["/"] = (
    200, HTML,
    page("Every record", *(f'<p><a href="{link.replace("&", "&amp;")}">Story behind {link.replace("&", "&amp;")}</a></p>'
                           for link in LINKS + ["/moved", "/elsewhere"]),
         '<img src="/picture.png" alt="">', head="<link rel=stylesheet href=/style.css>"),
    "plain")
MISSING = (404, "text/plain", b"nothing here\n", "plain")


def answer(path, request):
    """The bytes of the answer to a request, whose head is given in lower case."""
    status, media_type, body, manner = ANSWERS.get(path, MISSING)
    fields = [f"Content-Type: {media_type}", "Date: Sat, 03 Jan 2026 10:00:00 GMT"]
    if manner == "etag":
        fields.append('ETag: "one"')
        if b'if-none-match: "one"' in request:
            return b'HTTP/1.1 304 Not Modified\r\nETag: "one"\r\n\r\n'
    if manner == "date":
        fields.append("Last-Modified: Fri, 02 Jan 2026 10:00:00 GMT")
        if b"if-modified-since: fri, 02 jan 2026" in request:
            return b"HTTP/1.1 304 Not Modified\r\n\r\n"
    if manner.startswith("to "):
        fields.append("Location: " + manner[3:])
    if "gzip" in manner:
        fields.append("Content-Encoding: gzip")
        body = gzip.compress(body, mtime=0)
    if "chunked" in manner:
        fields.append("Transfer-Encoding: chunked")
        pieces = [body[at:at + 700] for at in range(0, len(body), 700)] + [b""]
        sent = b"".join(b"%x\r\n%s\r\n" % (len(piece), piece) for piece in pieces)
    else:
        fields.append(f"Content-Length: {len(body)}")
        sent = body
    if manner == "broken":
        sent = body[: len(body) // 2]
    head = f"HTTP/1.1 {status} As it is\r\n" + "\r\n".join(fields) + "\r\n\r\n"
    return head.encode() + sent


def serve(connection):
    with connection:
        unread = b""
        while True:
            while b"\r\n\r\n" not in unread:
                try:
                    more = connection.recv(65536)
                except ConnectionError:
                    return
                if not more:
                    return
                unread += more
            request, _, unread = unread.partition(b"\r\n\r\n")
            path = request.split(b" ")[1].decode()
            try:
                connection.sendall(answer(path, request.lower()))
            except OSError:
                return
            if ANSWERS.get(path, MISSING)[3] == "broken":
                return


def main():
    expected = {}
    for path, (status, _, body, manner) in ANSWERS.items():
        host = "http://other.example" if path == "/there.html" else HOST
        expected[host + path] = {
            "status": status, "body": base64.b64encode(body).decode(), "cut": manner in ("cut", "broken"),
            "kept": manner != "unkept",
        }
    with open(sys.argv[2], "w") as file:
        json.dump(expected, file)
    listener = socket.create_server(("127.0.0.1", 0), backlog=64)
    with open(sys.argv[1], "w") as file:
        file.write("127.0.0.1:%d\n" % listener.getsockname()[1])
    while True:
        connection, _ = listener.accept()
        threading.Thread(target=serve, args=(connection,), daemon=True).start()


main()
