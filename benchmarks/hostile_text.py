"""How the time of extraction grows with hostile text: seconds for a length and for four times that length.

    python -m benchmarks.hostile_text [CHARACTERS]

A ratio of about 4 is linear; past the limits of `articles.text.reading` it falls to 1.
"""

import sys
import time

from articles.text import extract

UNITS = {
    "marks": '"',
    "unclosed marks": "“word ",
    "unclosed single marks": "'word ",
    "quotations in one line": "“Yes,” he said. ",
    "quotations in paragraphs": "“Yes,” Ann Lee said.\n\n",
    "cues in one line": "word said he ",
    "names": "Ann Lee said. ",
    "right to left": "שלום “מה” أحمد قال ",
    "nulls": "\0",
    "combining": "e\u0301",
}


def seconds(text: str) -> float:
    start = time.process_time()
    extract(text)
    return time.process_time() - start


def main() -> None:
    length = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
    extract("“Yes,” he said.")
    for name, unit in UNITS.items():
        short, long = (seconds(unit * (times * length // len(unit))) for times in (1, 4))
        print(f"{name:26} {short:7.2f} s {long:7.2f} s   ratio {long / max(short, 0.001):5.1f}", flush=True)


if __name__ == "__main__":
    main()
