"""Asks our parsers and others the same generated questions, and prints where the answers differ.

usage: compare-parsers.py NEWSHOUND_CONFORMANCE [cases=20000] [seed=1] [show=5]

URLs are compared with ada-url (the WHATWG URL standard), trees with selectolax (lexbor, the WHATWG HTML standard). Both are fetched
from PyPI by scripts/compare-parsers. Known differences, in each of which the standard was read and ours kept:
- lexbor reopens formatting elements within textarea;
- hosts that libidn2 reads otherwise than UTS #46 (docs/standards.md), which are therefore left out here.
Ends with status 1 if more than one answer in a thousand differs.
"""
import json, random, re, subprocess, sys

import ada_url
from selectolax.lexbor import LexborHTMLParser

HOSTS = """example.com EXAMPLE.com 1.2.3.4 0x7f.1 256.256.256.256 1..2 [::1] [1:2:3:4:5:6:7:8] [::1.2.3.4] [::ffff:0:0] [1::2::3]
[::1%eth] [v1.a] %41%42 a%2fb a%00b xn--fa-hia.de xn-- localhost a_b a*b a^b a|b -a.b a..b . .. % %zz a% %e2%98%83 %ff u:p@h u@h:1
@h :@h u:@h u:p:q@h@i u%40:p@h a: a:80 a:443 a:99999 a:0 a:00080 1.2.3.4. 1.2.3.08 0x 0x.0x 4294967296 0xffffffff.""".split()
PIECES = ["/", "//", "\\", "?", "#", ".", "..", "%2e", "%2E%2e", ".%2e", "a", "b c", "\u00e9", "%zz", "%41", "'", '"', "<", ">", "`", "{",
          "}", "|", "^", "[", "]", "~", "!", "$", "&", "(", ")", "*", "+", ",", ";", "=", ":", "@", "\t", "\n", "\r", " ", "\0", "\x7f",
          "\u0080", "\U0001f600", "\u2028", "C|", "%", "%0", "0", "y/z"]
SCHEMES = ["http://", "https://", "http:", "https:", "HTTP://", "http:/", "http:\\\\", "https:///", "//", "\\\\", "/", "", "ht\ntp://",
           "ftp://", "javascript:", "data:", "file:///", "http", "1http://", " http://", "http :", "http%3a//"]
BASES = ["http://example.com/a/b/c?d=e#f", "https://u:p@h.example:8443/x/", "http://h", "https://h/a/..;/b?q", "https://[::1]:1/a?", None]
TAGS = """a b i p div span table tbody tr td th caption colgroup col select option optgroup button form hr input li ul dd h1 nobr font
svg math mi mo desc foreignObject title style script iframe object marquee ruby rt rp details frameset body head html br img pre""".split()
ATTRIBUTES = [" a=b", "", " type=hidden", " selected", ' class="x &amp y"', " a=c a=d", " /"]
TEXTS = ["x", " ", "&amp;", "&notit;", "&#128;", "&lt", "<!--c-->", "</", "<!DOCTYPE html>", "\u00e9", "<![CDATA[d]]>"]


def url_case(chance):
    def pieces(most):
        return "".join(chance.choice(PIECES) for _ in range(chance.randint(0, most)))

    kind = chance.random()
    if kind < 0.6:
        text = chance.choice(SCHEMES) + chance.choice(HOSTS) + chance.choice(["", "/", "?", "#", "\\"]) + pieces(8)
    else:
        text = chance.choice(SCHEMES + [""] * 20) + pieces(10)
    return text, chance.choice(BASES)


def page(chance):
    parts = []
    for _ in range(chance.randint(1, 24)):
        kind = chance.random()
        tag = chance.choice(TAGS)
        parts.append(
            f"<{tag}{chance.choice(ATTRIBUTES)}>" if kind < 0.55 else f"</{tag}>" if kind < 0.8 else chance.choice(TEXTS))
    return chance.choice(["<!DOCTYPE html>", ""]) + "".join(parts)


def ours(program, family, kind, inputs):
    rows = "".join(json.dumps({"id": n, "kind": kind, "input": given}) + "\n" for n, given in enumerate(inputs))
    output = subprocess.run([program, family], input=rows, check=True, capture_output=True, text=True).stdout
    return {row["id"]: row["output"] for row in map(json.loads, filter(None, output.split("\n")))}


def ada(text, base):
    try:
        href = ada_url.URL(text, base).href if base else ada_url.URL(text).href
    except ValueError:
        return None
    return href if href.startswith(("http://", "https://")) else None


def lexbor(html):
    """The tree below the document element, a node a line; comments without their text."""
    lines = []

    def add(node, depth):
        indentation = "| " + "  " * depth
        if node.tag == "-text":
            lines.append(f'{indentation}"{node.text_content or ""}"')
        elif node.tag == "-comment":
            lines.append(indentation + "<!---->")
        elif not node.tag.startswith(("-", "!")):
            lines.append(f"{indentation}<{node.tag}>")
            lines.extend(f'{indentation}  {name}="{value or ""}"' for name, value in sorted((node.attributes or {}).items()))
            child = node.first_child
            while child is not None:
                add(child, depth + 1)
                child = child.next

    add(LexborHTMLParser(html).root, 0)
    return "\n".join(lines).lower()


def plain(tree):
    """Our dump in the form of `lexbor`: no namespaces, no text of comments, the document element alone."""
    tree = re.sub(r"^(\| *)<!-- .*? -->$", r"\1<!---->", tree, flags=re.M | re.S)
    tree = re.sub(r"^(\| *)<(?:svg|math) ([^>]+)>$", r"\1<\2>", tree, flags=re.M)
    return "\n".join(line for line in tree.split("\n") if not line.startswith("| <!")).lower()


def report(name, questions, answers, expected, show):
    differing = [n for n in range(len(questions)) if answers[n] != expected[n]]
    for n in differing[:show]:
        print(f"{name}: {questions[n]!r}\n  ours   {answers[n]!r}\n  theirs {expected[n]!r}")
    print(f"{name}: {len(questions)} cases, {len(differing)} differ")
    return len(differing) * 1_000 > len(questions)


def main():
    program = sys.argv[1]
    settings = dict(argument.split("=", 1) for argument in sys.argv[2:])
    count, show = int(settings.get("cases", 20_000)), int(settings.get("show", 5))
    chance = random.Random(int(settings.get("seed", 1)))
    urls = [url_case(chance) for _ in range(count)]
    answers = ours(program, "urls", "parse", [{"input": text, "base": base} for text, base in urls])
    failed = report("urls", urls, {n: a.get("href") for n, a in answers.items()}, [ada(*url) for url in urls], show)
    pages = [page(chance) for _ in range(count)]
    answers = ours(program, "html", "tree", [{"html": html} for html in pages])
    failed |= report("html", pages, {n: plain(a["tree"]) for n, a in answers.items()}, [lexbor(html) for html in pages], show)
    sys.exit(failed)


if __name__ == "__main__":
    main()
