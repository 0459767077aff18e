"""Whatever is asked, the index and a plain reading of all rows find the same."""

import json
import random
import re
from itertools import islice
from pathlib import Path

import pytest

from articles import indexing, search
from articles.loading import Tally, load
from articles.models import Quote
from articles.readers.json_lines import read_lines
from articles.search.backend import backend
from articles.search.conditions import conditions
from articles.search.draining import catch_up
from tests import make, oracle

QUERIES = [
    "",
    "harbour",
    "the",
    "closed winter",
    "said OR told",
    "(board OR council) -harbour",
    "-the",
    "NOT (harbour OR council)",
    "-(a b) c",
    "to be or not to be",
    '"to be"',
    '"the board"',
    '"of the"~3',
    '"board the of"~4',
    '"said"',
    "report*",
    "*ing",
    "co*l",
    "councl~",
    "harbor~2",
    "co-operate",
    "re-election",
    "U.S.",
    "o'brien",
    "speaker:halloran",
    "speaker:mayor",
    '-speaker:"edda halloran" harbour',
    "by:ma*",
    "headline:council OR headline:court",
    "publication:the",
    "section:politics",
    "kind:partial",
    "kind:direct -kind:indirect",
    "is:unnamed",
    "is:uncertain is:named",
    "is:unreviewed",
    "is:reviewed",
    "is:unknown OR kind:indirect",
    "date:2023",
    "from:2022-03 to:2023-08 court",
    "date:unknown",
    "-date:2023",
    "(date:2022 OR date:2024) speaker:an*",
    '"harbour board" OR (council -kind:partial (said* OR "the city"))',
    "zzzz",
    "北京",
]


def test_the_sample_archive(samples):
    for of, known in (("articles", oracle.articles()), ("quotes", oracle.quotes())):
        for query in [*QUERIES, *generated(known, 60, seed=len(known))]:
            _compare(query, of, known)


def test_the_real_articles(real_articles):
    for of, known in (("articles", oracle.articles()), ("quotes", oracle.quotes())):
        assert len(known) > 900
        for query in [*QUERIES, *generated(known, 60, seed=7)]:
            assert _ids(query, of) == oracle.search(query, known), (of, query)


def _ids(query: str, of: str) -> set[int]:
    asked = conditions(search.read({"q": query}, of=of))
    catch_up()
    return set(backend(of).ask(asked.question(rows=1_000_000)).keys)


def _compare(query: str, of: str, known: list[oracle.Row]) -> None:
    wanted = oracle.search(query, known)
    results = search.run(search.read({"q": query}, of=of))
    assert _ids(query, of) == wanted, (of, query)
    assert results.total == len(wanted), (of, query)
    for name, counted in (("kind", "kinds"), ("attribution", "attributions"), ("publication", "publication")):
        counts = {str(value): count for value, count in oracle.facet(counted, known, wanted).items()}
        if name in results.facets:
            shown = {choice.value: choice.count for choice in results.facets[name].choices}
            assert shown == {value: counts[value] for value in shown}, (of, query, name)
            assert len(shown) == min(len(counts), 10)
        else:
            assert len(counts) < 2
    if "source" in results.facets:
        counts = oracle.facet("speakers", known, wanted)
        assert all(counts[int(choice.value)] == choice.count for choice in results.facets["source"].choices)


def generated(known: list[oracle.Row], number: int, *, seed: int) -> list[str]:
    """Queries of words that stand in the texts, with operators between them."""
    chance = random.Random(seed)
    pool = [text.words for row in known for text in row.texts[""] if text.words]

    def word() -> str:
        return chance.choice(chance.choice(pool)).strip("'") or "the"

    def phrase() -> str:
        text = chance.choice(pool)
        at = chance.randrange(len(text))
        return '"' + " ".join(text[at : at + chance.randint(1, 4)]) + '"' + chance.choice(["", "", "~2", "~6"])

    def leaf() -> str:
        one = word()
        begun = f"{one[:3]}*" if len(one) > 2 else one
        alike = f"{one}~" if len(one) > 3 else one
        field = chance.choice(["kind:direct", "date:2023", "is:named", f"speaker:{one}", f"headline:{one}"])
        return chance.choice([one, one, one, phrase(), phrase(), begun, alike, field])

    def tree(depth: int) -> str:
        if depth == 0 or chance.random() < 0.3:
            return leaf()
        parts = [tree(depth - 1) for _ in range(chance.randint(2, 3))]
        return f"({chance.choice([' ', ' OR ', ' -', ' NOT ']).join(parts)})"

    return [tree(3) for _ in range(number)]


@pytest.fixture
def samples(db):
    path = Path(__file__).parent.parent / "fixtures" / "articles.jsonl"
    with path.open("rb") as file:
        load(read_lines(islice(file, 16)), name=path.name, tally=Tally(), done=lambda line: None)


@pytest.fixture
def real_articles(db, shared):
    """All articles, with whatever stands in marks as a quote of one of five people."""
    sources = [make.source(name) for name in ("Edda Halloran", "Jorunn Aske", "Kim Yong Chol", "Kim Yong Nam")]
    sources.append(make.source("The Council", kind="organisation"))
    for line in (shared / "news" / "polnear-articles.jsonl").read_text(encoding="utf-8").splitlines():
        data = json.loads(line)
        article = make.article(
            data["body"],
            headline=data["headline"],
            publication=data["publication"],
            published_on=data.get("published", "")[:10] or None,
            section=data.get("section") or "",
            byline=data.get("byline") or "",
        )
        marked = re.finditer(r"“[^“”]+”", article.body)
        Quote.objects.bulk_create(_quote(article, match, sources) for match in islice(marked, 4))
    indexing.rebuild()


def _quote(article, match, sources) -> Quote:
    chance = match.start() % 7
    return Quote(
        article=article,
        source=sources[chance] if chance < len(sources) else None,
        text=match.group(),
        spans=[list(match.span())],
        start=match.start(),
        end=match.end(),
        kind=("direct", "partial", "indirect")[match.end() % 3],
        confidence=(0.5, 0.9)[match.end() % 2],
    )
