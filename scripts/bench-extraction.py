"""Prints one table of what was read of real pages, beside the figures of other extractors: see bench-extraction.

usage: bench-extraction.py BENCH OUT
BENCH has the two benchmarks with their scorers; OUT has text.jsonl, links.jsonl, speed.txt and speed-links.txt.
"""
import json
import os
import subprocess
import sys


def scores(script, *arguments):
    run = subprocess.run([sys.executable, script, *arguments, "--json"], stdout=subprocess.PIPE, check=True)
    return json.loads(run.stdout)


def tables(path):
    """The Markdown tables of a file whose first column is `system`: for each its columns and rows."""
    found, table = [], None
    with open(path, encoding="utf-8") as lines:
        for line in lines:
            if not line.startswith("|"):
                table = None
                continue
            cells = [cell.strip().strip("*") for cell in line.strip().strip("|").split("|")]
            if cells[0] == "system":
                table = (cells[1:], [])
                found.append(table)
            elif table and set(cells[0]) != {"-"}:
                table[1].append((cells[0], cells[1:]))
    return found


def show(title, heads, rows):
    print("\n" + title)
    first = max(len(name) for name, _ in rows)
    widths = [max(len(head), 6) for head in heads]
    print("  " + " " * first + "".join("  " + head.rjust(width) for head, width in zip(heads, widths)))
    for name, cells in rows:
        print("  " + name.ljust(first) + "".join("  " + cell.rjust(width) for cell, width in zip(cells, widths)))


# The names of the scorer's figures by the columns of the others' tables.
FIGURES = {
    "word-F1": "f1", "P": "p", "R": "r", "shing F1": "sh_f1", "exact": "sh_acc", "with": "with", "without": "without",
    "title": "meta title", "title~": "meta title~", "author": "meta author", "date": "meta date",
}


def figure(score, column):
    if column in score["types"]:
        return "%.3f" % score["types"][column][1]
    value = score.get(FIGURES.get(column, ""))
    if isinstance(value, list):
        value = value[1]
    return "" if value is None else "%.3f" % value


def main():
    bench, out = sys.argv[1:3]
    text = os.path.join(out, "text.jsonl")
    scorer = os.path.join(bench, "extraction", "score.py")
    ours = [("newshound", scores(scorer, text))]
    for half, name in [("tune", "newshound, half its forests learned from"), ("check", "newshound, the other half")]:
        ours.append((name, scores(scorer, text, "--half", half)))
    ours = [(name, next(iter(score.values()))) for name, score in ours]
    for columns, rows in tables(os.path.join(bench, "extraction", "README.md")):
        show("main content (each system once; higher is better, but 'without')", columns,
             [(name, [figure(score, column) for column in columns]) for name, score in ours] + rows)
    links = scores(os.path.join(bench, "related", "score.py"), os.path.join(bench, "related", "labels.jsonl"),
                   os.path.join(out, "links.jsonl"))
    show("related links (the forest learned from these pages; docs/figures.md has the cross-validated figures)",
         ["P", "R", "F1"],
         [(name, ["%.3f" % links[key][part] for part in ("p", "r", "f1")])
          for key, name in [("micro", "all"), ("strict", "topic alone")]])
    spared = links["without_related"]
    print("  pages without related links: %.2f false ones a page, %.0f %% clean"
          % (spared["per_page"], 100 * spared["clean_pages"]))
    print("\nspeed, one thread, bytes to text (the others' in %s)" % os.path.join(bench, "extraction", "README.md"))
    for name in ["speed.txt", "speed-links.txt"]:
        with open(os.path.join(out, name), encoding="utf-8") as lines:
            print("  " + "\n  ".join(line.strip() for line in lines))


main()
