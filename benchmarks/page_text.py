"""How well the text of web pages is found: F1 of words for every pair PAGE.html and PAGE.txt of a folder.

    python -m benchmarks.page_text FOLDER [--lines]

PAGE.txt holds the article's text as it should be: paragraphs, subheads and list entries, without headline, byline,
date, captions and furniture. `--lines` prints what was found too much (+) and too little (-). Without FOLDER it reads
the invented pages the tests use.
"""

import argparse
import re
from collections import Counter
from pathlib import Path

from articles.readers import read

INVENTED = Path(__file__).resolve().parent.parent / "tests" / "data" / "pages"
GOOD = 0.95
_WORD = re.compile(r"[\u3040-\u30ff\u4e00-\u9fff]|\w+")


def f1(found: str, told: str) -> float:
    """The harmonic mean of precision and recall of words (of Chinese and Japanese: letters), whatever their order."""
    words, wanted = (Counter(_WORD.findall(text.casefold())) for text in (found, told))
    return 2 * (words & wanted).total() / max(1, words.total() + wanted.total())


def body_of(path: Path) -> str:
    """The text found on a page; "" for a page that is refused."""
    with path.open("rb") as file:
        return "".join(item.article.body for item in read(file) if item.article)


def differences(found: str, told: str) -> list[str]:
    """The lines only one of the texts has, + for those found too much."""
    lines, wanted = ([line for line in text.split("\n") if line.strip()] for text in (found, told))
    return [f"  + {line}" for line in lines if line not in wanted] + [f"  - {w}" for w in wanted if w not in lines]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("folder", nargs="?", type=Path, default=INVENTED)
    parser.add_argument("--lines", action="store_true")
    options = parser.parse_args()
    scores = []
    for page in sorted(options.folder.glob("*.htm*")):
        if (text := page.with_suffix(".txt")).is_file():
            found, told = body_of(page), text.read_text(encoding="utf-8")
            scores.append(f1(found, told))
            print(f"{scores[-1]:.3f}  {page.stem}", *(differences(found, told) if options.lines else ()), sep="\n")
    if scores:
        good = sum(score >= GOOD for score in scores)
        print(f"{sum(scores) / len(scores):.3f}  mean of {len(scores)} pages; {good} of them at {GOOD} or above")


if __name__ == "__main__":
    main()
