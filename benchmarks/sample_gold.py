"""Write invented articles and their answers as the corpus folder that the evaluation reads.

    python -m benchmarks.sample_gold OUT_DIR [--articles FILE.jsonl --answers FILE.json]

makes OUT_DIR/text/ID.txt, OUT_DIR/attributions/ID_answers.ann (content only: the answers tell who speaks, not by
which words) and OUT_DIR/speakers.json, of the sample articles unless told otherwise. Passages that must not be taken
for quotes are in neither, so that returning one counts as spurious.
"""

import argparse
import json
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


def content_only(said: list[dict]) -> str:
    """The answers of one article as brat stand-off lines, one attribution an answer."""
    lines = []
    for n, answer in enumerate(said, start=1):
        lines.append(f"T{n}\tContent {answer['start']} {answer['end']}\t{answer['quote']}")
        lines.append(f"E{n}\tContent:T{n}")
    return "".join(f"{line}\n" for line in lines)


def write_corpus(*, articles: Path, answers: Path, folder: Path) -> int:
    """How many articles were written under `folder`, which is made if it is not there."""
    said_in = json.loads(answers.read_text(encoding="utf-8"))
    rows = [json.loads(line) for line in articles.read_text(encoding="utf-8").splitlines()]
    for part in ("text", "attributions"):
        (folder / part).mkdir(parents=True, exist_ok=True)
    quoted = {}
    for row in rows:
        name = row["id"]
        said = quoted[name] = [answer for answer in said_in[name] if answer["kind"] != "not-a-quote"]
        (folder / "text" / f"{name}.txt").write_text(row["body"], encoding="utf-8", newline="")
        (folder / "attributions" / f"{name}_answers.ann").write_text(content_only(said), encoding="utf-8")
    (folder / "speakers.json").write_text(json.dumps(quoted, ensure_ascii=False), encoding="utf-8")
    return len(rows)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("folder", type=Path, help="where to write")
    parser.add_argument("--articles", type=Path, default=ROOT / "fixtures" / "articles.jsonl")
    parser.add_argument("--answers", type=Path, default=ROOT / "tests" / "data" / "sample-speakers.json")
    options = parser.parse_args()
    count = write_corpus(articles=options.articles, answers=options.answers, folder=options.folder)
    print(f"{count} articles")


if __name__ == "__main__":
    main()
