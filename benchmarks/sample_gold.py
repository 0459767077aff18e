"""Write the sample articles and their answers as the corpus folder that the evaluation reads.

    python benchmarks/sample_gold.py OUT_DIR

makes OUT_DIR/text/ID.txt, OUT_DIR/attributions/ID_answers.ann (content only: the answers tell who speaks, not by
which words) and OUT_DIR/speakers.json. Passages that must not be taken for quotes are in neither, so that returning
one counts as spurious.
"""

import json
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


def content_only(said: list[dict]) -> str:
    """The answers of one article as brat stand-off lines, one attribution an answer."""
    lines = []
    for n, answer in enumerate(said, start=1):
        lines.append(f"T{n}\tContent {answer['start']} {answer['end']}\t{answer['quote']}")
        lines.append(f"E{n}\tContent:T{n}")
    return "".join(f"{line}\n" for line in lines)


def write_corpus(*, folder: Path) -> int:
    """How many articles were written under `folder`, which is made if it is not there."""
    answers = json.loads((ROOT / "tests" / "data" / "sample-speakers.json").read_text(encoding="utf-8"))
    articles = [json.loads(line) for line in (ROOT / "fixtures" / "articles.jsonl").open(encoding="utf-8")]
    for part in ("text", "attributions"):
        (folder / part).mkdir(parents=True, exist_ok=True)
    quoted = {}
    for article in articles:
        said = quoted[article["id"]] = [a for a in answers[article["id"]] if a["kind"] != "not-a-quote"]
        (folder / "text" / f"{article['id']}.txt").write_text(article["body"], encoding="utf-8", newline="")
        annotations = folder / "attributions" / f"{article['id']}_answers.ann"
        annotations.write_text(content_only(said), encoding="utf-8")
    (folder / "speakers.json").write_text(json.dumps(quoted, ensure_ascii=False), encoding="utf-8")
    return len(articles)


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    print(f"{write_corpus(folder=Path(sys.argv[1]))} articles")
