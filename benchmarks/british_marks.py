"""Score extraction on a corpus rewritten in British marks, beside the same articles as printed.

python -m benchmarks.british_marks ../shared/news/polnear/dev
"""

import sys
from pathlib import Path

from articles.text import extract
from articles.text.evaluation.corpus import read_corpus
from articles.text.evaluation.score import Table, segments

from .attribution.british import rewrite


def main() -> None:
    printed, british = Table(), Table()
    for article in read_corpus(Path(sys.argv[1])):
        units = list(segments(article.text))
        printed.add(article, extract(article.text), units)
        rewritten = rewrite(article)
        moved = [rewritten.moved(unit) for unit in units]
        british.add(rewritten.article, extract(rewritten.article.text), moved)
    for name, table in (("as printed", printed), ("British marks", british)):
        found, attributed, related = table.detection.f1, table.attribution.f1, table.relation.f1
        print(f"{name:14} found {found:.3f}  with the right source {attributed:.3f}  relations {related:.3f}")


if __name__ == "__main__":
    main()
