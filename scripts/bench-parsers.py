"""Measures other parsers on the pages that newshound-bench reads, and prints the figures side by side.

usage: bench-parsers.py NEWSHOUND_BENCH FOLDER [every=N] [rounds=N]

Each figure is CPU time of one thread, the best of N passes. Theirs include the call from Python, which weighs where the
work is small (URLs) and not where it is large (pages).
"""
import gzip, importlib.metadata, io, json, pathlib, subprocess, sys, tempfile, time

import ada_url
from fastwarc.warc import ArchiveIterator
from resiliparse.extract.html2text import extract_plain_text
from resiliparse.parse.html import HTMLTree
from selectolax.lexbor import LexborHTMLParser


def load(folder, every):
    files = sorted(f for f in pathlib.Path(folder).iterdir() if f.name.endswith((".html", ".html.gz")))[::every]
    return [gzip.decompress(f.read_bytes()) if f.suffix == ".gz" else f.read_bytes() for f in files]


def best(rounds, work):
    """The least CPU seconds of a pass, and what the last one returned."""
    least = float("inf")
    for _ in range(rounds):
        start = time.process_time()
        result = work()
        least = min(least, time.process_time() - start)
    return least, result


def ours(program, part, *arguments):
    """Rows of a part by their names: seconds, bytes, pieces, remark."""
    output = subprocess.run([program, part, *arguments, "format=tsv"], check=True, capture_output=True, text=True).stdout
    rows = (line.split("\t") for line in output.splitlines())
    return {row[0]: (float(row[1]), int(row[2]), int(row[3]), row[4]) for row in rows}


def resolve(references):
    """How many references are http or https URLs."""
    count = 0
    for base, reference in references:
        try:
            count += ada_url.join_url(base, reference).startswith(("http://", "https://"))
        except ValueError:
            pass
    return count


def selectolax_links(pages):
    return sum(len(LexborHTMLParser(page).css("a[href]")) for page in pages)


def resiliparse_links(pages):
    trees = (HTMLTree.parse_from_bytes(page, "utf-8") for page in pages)
    return sum(len(tree.document.query_selector_all("a[href]")) for tree in trees)


def resiliparse_text(pages):
    trees = (HTMLTree.parse_from_bytes(page, "utf-8") for page in pages)
    return sum(len(extract_plain_text(tree, main_content=True)) for tree in trees)


def fastwarc_records(archive, digests):
    count = 0
    for record in ArchiveIterator(io.BytesIO(archive), parse_http=False):
        if digests:
            count += record.verify_block_digest()
        else:
            record.reader.consume()
            count += 1
    return count


def line(name, seconds, size, pieces, reference, remark):
    relation = "" if seconds is reference else f"{seconds / max(reference, 1e-9):8.1f} x"
    each = seconds * 1e6 / max(pieces, 1)
    print(f"{name:44}{seconds * 1e9 / max(size, 1):10.3f}{each:12.2f}{relation:>10}   {remark}")


def main():
    program, folder = sys.argv[1:3]
    settings = dict(argument.split("=", 1) for argument in sys.argv[3:])
    rounds, every = int(settings.get("rounds", 5)), int(settings.get("every", 1))
    common = [folder, f"every={every}", f"rounds={rounds}"]
    pages = load(folder, every)
    versions = {name: f"{name} {importlib.metadata.version(name)}" for name in ("selectolax", "resiliparse", "fastwarc", "ada-url")}
    print(f"{folder}: {len(pages)} pages, {sum(map(len, pages)) / 1e6:.1f} MB")
    print(f"{'':44}{'ms/MB':>10}{'us each':>12}{'to ours':>10}")

    with tempfile.TemporaryDirectory() as scratch:
        list_path, archive_path = scratch + "/references.jsonl", scratch + "/pages.warc.gz"
        html = ours(program, "html", *common)
        urls = ours(program, "urls", *common, "save=" + list_path)
        warc = ours(program, "warc", *common, "save=" + archive_path)
        read = ours(program, "read", *common)
        with open(list_path, encoding="utf-8") as file:
            references = [json.loads(row) for row in file]
        archive = pathlib.Path(archive_path).read_bytes()

    compared = [
        (html, "html: parse", [
            ("selectolax", lambda: sum(LexborHTMLParser(page) is not None for page in pages), "pages"),
            ("resiliparse", lambda: sum(HTMLTree.parse_from_bytes(page, "utf-8") is not None for page in pages), "pages")]),
        (html, "html: parse, every a[href]", [
            ("selectolax", lambda: selectolax_links(pages), "links"),
            ("resiliparse", lambda: resiliparse_links(pages), "links")]),
        (read, "read: links and article", [("resiliparse", lambda: resiliparse_text(pages), "characters of main content alone")]),
        (urls, "urls: resolve", [("ada-url", lambda: resolve(references), "http(s)")]),
        (warc, "warc: read", [("fastwarc", lambda: fastwarc_records(archive, False), "records")]),
        (warc, "warc: read, block digests", [("fastwarc", lambda: fastwarc_records(archive, True), "records that match")]),
    ]
    for rows, name, others in compared:
        seconds, size, pieces, remark = rows[name]
        line(name, seconds, size, pieces, seconds, remark)
        for package, work, what in others:
            theirs, result = best(rounds, work)
            line("    " + versions[package], theirs, size, pieces, seconds, f"{result} {what}")


if __name__ == "__main__":
    main()
