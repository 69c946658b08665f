"""Writes what the fuzzers start from: a folder of small files for each target.

usage: fuzz-seeds.py FOLDER [SHARED]

The inputs of the conformance cases in SHARED/conformance are used where they are; a few own ones are always there.
"""
import base64, gzip, hashlib, json, pathlib, sys

MAXIMUM = {"html": 32 << 10, "warc": 32 << 10, "feed": 32 << 10}

OWN = {
    "html": [b"<!DOCTYPE html><table><b>a<tr><td>b</table><svg><![CDATA[c]]><select><option>d</select><template><p>e"],
    "url": [b"../a?b#c\0https://u:p@h.example:8443/x/y", b"http://[::1.2.3.4]/%2e%2e/", b"http://\xc3\xa4.0x7f.1:80\\b"],
    "robots": [b"User-agent: newshound\nAllow: /a*b$\nDisallow: /\nCrawl-delay: 1.5\nSitemap: /s.xml\n\0/acb"],
    "head": [b"HTTP/1.1 200 OK\r\nContent-Type: text/html;charset=\"a\"\r\nTransfer-Encoding: chunked\r\n"
             b"Link: </a>; rel=canonical\r\nRetry-After: Sun, 06 Nov 1994 08:49:37 GMT\r\n\r\n3\r\nabc\r\n0\r\n\r\n"],
    "chunked": [b"\x035;a=b\r\nhello\r\n0\r\nX: y\r\n\r\n", b"\x001\nA\n0\n\n"],
    "gzip": [gzip.compress(b"a" * 99), gzip.compress(b"x") + gzip.compress(b"y"), gzip.compress(b"torn" * 50)[:-9]],
    "warc": [b"WARC/1.1\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:1>\r\nWARC-Date: 2026-01-01T00:00:00Z\r\n"
             b"WARC-Target-URI: http://a.example/\r\nContent-Type: application/http;msgtype=response\r\n"
             b"Content-Length: 19\r\n\r\nHTTP/1.1 200 OK\r\n\r\n\r\n\r\n"],
    "feed": [b"<urlset><url><loc>https://a.example/</loc><lastmod>2026-01-01</lastmod></url></urlset>",
             b"<rss><channel><item><link>/a</link><guid>b</guid><title>c &amp; &nbsp;</title></item></channel></rss>",
             b"<feed xml:base='/x/'><entry><link href='y'/><updated>2026-01-01T00:00:00Z</updated></entry></feed>",
             b"https://a.example/1\nhttps://a.example/2\n"],
    "encoding": [bytes([index]) + b"a\x81\x30\x89\x38\xa4\xa2\x1b$B$\"\x1b(B\xf0\x9f\x98\x80<meta charset=gbk>"
                 for index in range(17)],
}
# The places of the names in Fuzz/encoding.swift.
ENCODINGS = ["utf-8", "utf-16le", "utf-16be", "gbk", "gb18030", "big5", "euc-jp", "iso-2022-jp", "shift_jis", "euc-kr"]


def cases(shared, family):
    path = shared / "conformance" / (family + ".jsonl")
    if path.exists():
        for row in path.read_text(encoding="ascii").split("\n"):
            if row:
                case = json.loads(row)
                yield case["kind"], case["input"]


def from_cases(shared):
    for family in ("html", "links"):
        for _, given in cases(shared, family):
            yield "html", (given.get("html") or given.get("srcset") or "").encode("utf-8", "surrogatepass")
    for _, given in cases(shared, "urls"):
        parts = [given.get("input") or given.get("url") or "", given.get("base") or ""]
        yield "url", b"\0".join(part.encode("utf-8", "surrogatepass") for part in parts if part)
    for _, given in cases(shared, "robots"):
        text = base64.b64decode(given.get("robots_txt_base64", "")) or (given.get("robots_txt") or "").encode()
        yield "robots", text + b"\0" + (given.get("url") or "").encode()
    for kind, given in cases(shared, "headers"):
        if kind == "http_payload":
            response = base64.b64decode(given["response_base64"])
            yield "head", response
            body = response.partition(b"\r\n\r\n")[2]
            yield ("gzip", body) if body[:1] == b"\x1f" else ("chunked", b"\x05" + body)
        for value in (given.get("value"), given.get("content_type")):
            if value:
                yield "head", value.encode("utf-8", "surrogatepass")
        for name, value in [pair for pair in given.get("headers", []) if len(pair) == 2] + [("Link", v) for v in given.get("values", [])]:
            yield "head", f"HTTP/1.1 200 OK\r\n{name}: {value}\r\n\r\n".encode()
    for kind, given in cases(shared, "encodings"):
        if "body_base64" in given:
            name = given.get("encoding", "")
            yield "encoding", bytes([ENCODINGS.index(name) if name in ENCODINGS else 12]) + base64.b64decode(given["body_base64"])
        elif "label" in given:
            yield "encoding", b"\0" + given["label"].encode()
    for target, family in (("feed", "sitemaps"), ("warc", "warc")):
        folder = shared / "conformance" / family
        for path in sorted(folder.rglob("*")) if folder.is_dir() else []:
            if path.is_file():
                data = path.read_bytes()
                yield target, data
                if data[:2] == b"\x1f\x8b":
                    yield "gzip", data


def main():
    folder = pathlib.Path(sys.argv[1])
    shared = pathlib.Path(sys.argv[2]) if len(sys.argv) > 2 else None
    seeds = [(target, data) for target, items in OWN.items() for data in items]
    if shared is not None:
        seeds += from_cases(shared)
    counts = {}
    for target, data in seeds:
        data = data[: MAXIMUM.get(target, 8 << 10)]
        path = folder / target / hashlib.sha1(data).hexdigest()[:16]
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
        counts[target] = counts.get(target, 0) + 1
    print("seeds: " + ", ".join(f"{target} {count}" for target, count in sorted(counts.items())))


if __name__ == "__main__":
    main()
