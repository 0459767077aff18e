"""How the time of reading grows with hostile pages: CPU seconds for a length and for four times that length.

    python -m benchmarks.hostile_pages [BYTES]

A ratio of about 4 is linear. The largest page that is read has 20 MB (`articles.readers.limits`).
"""

import io
import json
import sys
import time

from articles.readers import read

WORDS = "<p>Nine of the thirteen councillors of Ansel voted for the ferry, and nobody left before the end.</p>"
UNITS = {
    "paragraphs": WORDS,
    "different paragraphs": "<p>Nine of the {n} councillors of Ansel voted for the ferry, said {n}.</p>",
    "headings": "<h1>Ferry returns to Ansel {n}</h1>",
    "bylines": "<span class=byline>By Ann Lee {n}</span>",
    "bylines in one another": "<div class=byline>",
    "comments in one another": "<div class=comments>text ",
    "cells in one another": "<table><tr><td>text ",
    "times": "<time class=published datetime=x>soon</time>",
    "links": "<a href=/{n}>Read more: ferry {n}</a>",
    "entries": "<ul><li>A boat {n}",
    "metas": "<meta name=author content='Ann Lee {n}'>",
    "scripts": '<script type="application/json">{"text": "%s {n}"}</script>' % ("word " * 120),
    "line breaks": "Nine of the thirteen voted.<br><br>",
    "open brackets in JSON-LD": None,
    "graph in JSON-LD": None,
}


def page_of(name: str, length: int) -> bytes:
    """About `length` bytes of a page made of one thing."""
    head, unit = (
        "<html><head><title>Ferry returns to Ansel</title></head><body><h1>Ferry returns to Ansel</h1>",
        UNITS[name],
    )
    if name == "open brackets in JSON-LD":
        return f"{head}<script type=application/ld+json>{'[' * length}</script>{WORDS * 20}".encode()
    if name == "graph in JSON-LD":
        graph = [{"@type": "NewsArticle", "@id": f"#{n}", "headline": f"Ferry {n}"} for n in range(length // 60)]
        return f"{head}<script type=application/ld+json>{json.dumps({'@graph': graph})}</script>{WORDS * 20}".encode()
    return (head + "".join(unit.replace("{n}", str(n)) for n in range(length // len(unit))) + WORDS * 20).encode()


def seconds(page: bytes) -> float:
    start = time.process_time()
    list(read(io.BytesIO(page)))
    return time.process_time() - start


def main() -> None:
    length = int(sys.argv[1]) if len(sys.argv) > 1 else 250_000
    seconds(page_of("paragraphs", 1000))
    for name in UNITS:
        short, long = (seconds(page_of(name, times * length)) for times in (1, 4))
        print(f"{name:26} {short:7.2f} s {long:7.2f} s   ratio {long / max(short, 0.001):5.1f}", flush=True)


if __name__ == "__main__":
    main()
