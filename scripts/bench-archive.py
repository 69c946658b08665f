"""Measures FastWARC on the archives that newshound-bench reads and writes, and prints the figures side by side.

usage: bench-archive.py NEWSHOUND_BENCH FILE.warc.gz... [rounds=N] [content=N]

Each figure is CPU time of one thread. The passes of both take turns, and the best of N counts, so that a machine which
others load slows both. Read: the whole files, block and payload digests compared. Written: the first N MB (200) of
their content, both digests computed, a gzip member a record, into memory.
"""
import importlib.metadata, io, os, subprocess, sys, tempfile, time

from fastwarc.stream_io import GzipWriter
from fastwarc.warc import ArchiveIterator


def ours(program, files, settings):
    """Rows by their names: seconds, bytes, pieces, remark."""
    command = [program, "warc", *files, "rounds=1", "format=tsv", *settings]
    output = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    rows = (line.split("\t") for line in output.splitlines())
    return {row[0]: (float(row[1]), int(row[2]), int(row[3]), row[4]) for row in rows}


def timed(work):
    start = time.process_time()
    result = work()
    return time.process_time() - start, result


def read(files):
    """Records whose digests match."""
    count = 0
    for name in files:
        with open(name, "rb") as file:
            for record in ArchiveIterator(file, parse_http=False, inplace=True):
                has_payload = record.is_http and "WARC-Payload-Digest" in record.headers
                matches = record.verify_block_digest(consume=not has_payload)
                if has_payload and record.headers["WARC-Type"] != "revisit":
                    record.parse_http()
                    matches = record.verify_payload_digest(consume=True) and matches
                count += matches
    return count


def first_records(files, limit):
    """Parsed records of which each can be written once."""
    records, size = [], 0
    for name in files:
        with open(name, "rb") as file:
            for record in ArchiveIterator(file, parse_http=True):
                if size >= limit:
                    break
                size += int(record.headers["Content-Length"])
                record.freeze()
                records.append(record)
    return records, size


def write(records, level):
    """How many bytes the members have."""
    output = io.BytesIO()
    with GzipWriter(output, compression_level=level) as writer:
        for record in records:
            record.write(writer, checksum_data=True)
            writer.finish()
    return output.tell()


def main():
    program = sys.argv[1]
    settings = [argument for argument in sys.argv[2:] if "=" in argument]
    files = [argument for argument in sys.argv[2:] if "=" not in argument]
    values = dict(setting.split("=", 1) for setting in settings)
    rounds, limit = int(values.get("rounds", 5)), int(values.get("content", 200)) * 1_000_000
    best, results = {}, {}

    def note(name, seconds, result):
        best[name] = min(best.get(name, seconds), seconds)
        results[name] = result

    for _ in range(rounds):
        for name, row in ours(program, files, [f"content={limit // 1_000_000}"]).items():
            note(name, row[0], row)
        note("read", *timed(lambda: read(files)))
        for level in (9, 6):
            records, size = first_records(files, limit)
            note(level, *timed(lambda: write(records, level)))

    version = "FastWARC " + importlib.metadata.version("fastwarc")
    reading, writing = "warc: read, all digests", "warc: write, level archive, all digests"
    print(f"{len(files)} files, {sum(map(os.path.getsize, files)) / 1e6:.1f} MB; CPU time, best of {rounds}")
    print(f"{'':44}{'ms/MB':>10}{'of its rate':>14}")

    def line(name, seconds, content, theirs, remark):
        rate = "" if theirs is None else f"{theirs / seconds:.2f} x"
        print(f"{name:44}{seconds * 1e9 / content:10.3f}{rate:>14}   {remark}")

    _, content, _, remark = results[reading]
    line("read, all digests", best[reading], content, best["read"], remark)
    line("    " + version, best["read"], content, None, f"{results['read']} records that match")
    _, content, _, remark = results[writing]
    assert content == size, f"{content} and {size} bytes were written: not the same records"
    length = int(remark.split()[0])
    for level in (9, 6):
        line(f"written with digests, beside level {level}", best[writing], content, best[level],
             f"{length} bytes, {(length / results[level] - 1) * 100:+.1f} %")
        line(f"    {version}, level {level}", best[level], content, None, f"{results[level]} bytes")


if __name__ == "__main__":
    main()
