"""The array engine beside plain Whoosh and tantivy, on a made-up archive: python -m benchmarks.arrays [articles] [--whoosh]

CPU time of one process a call, 20 keys a page, no rows from the database and no highlighting; p50 and p95 over twelve
queries a class, and the slowest of them when each is asked for the first time (cold). Build rates are CPU too. tantivy
gets one writing thread. With --folder indexes stay, and the next run only asks."""

import argparse
import random
import re
import resource
import shutil
import tempfile
import time
import unicodedata
from collections import Counter
from pathlib import Path

from whoosh import fields, query
from whoosh.analysis import Filter, RegexTokenizer
from whoosh.lang.porter import stem

from articles.arrays import Index, Words, as_written

from .corpus import Corpus

WORD = re.compile(r"\w+")
FACETS = ("paper", "year", "speaker")
WRITTEN = as_written("text")


def words_of(text):
    return WORD.findall(text if text.isascii() else unicodedata.normalize("NFKC", text).casefold())


def split(text):
    return words_of(text.lower()), None


def row(item):
    number = int(f"{item['published']:%Y%m%d}")
    found = {"text": item.get("body") or item["text"], "paper": item["paper"], "published": number}
    found["year"] = str(item["published"].year)
    if "speaker" in item:
        found["speaker"] = [item["speaker"]]
    return item["key"], found


class Arrays:
    name = "arrays"

    def __init__(self, folder):
        schema = fields.Schema(
            text=Words(split=split, stem=stem),
            paper=fields.ID(),
            year=fields.ID(),
            speaker=fields.KEYWORD(),
            published=fields.NUMERIC(int),
        )
        self.index = Index(folder, schema, order="published", facets=FACETS)

    def build(self, rows):
        self.index.rebuild(rows)

    def search(
        self,
        words=(),
        phrase=(),
        without=(),
        any_of=(),
        facets=(),
        years=None,
        speaker=None,
        newest=False,
        start=0,
        node=None,
    ):
        parts = [query.Term("text", stem(word)) for word in words]
        parts += [query.Phrase(WRITTEN, list(phrase))] if phrase else []
        parts += [query.Not(query.Term("text", stem(word))) for word in without]
        parts += [query.Or([query.Term("text", stem(word)) for word in any_of])] if any_of else []
        parts += [query.Term("speaker", speaker)] if speaker else []
        parts += [query.NumericRange("published", years[0] * 10000, years[1] * 10000)] if years else []
        parts += [node(query, WRITTEN)] if node else []
        order = "newest" if newest else "relevance"
        return self.index.search(query.And(parts), facets=dict.fromkeys(facets, 10), start=start, order=order).total


class Tantivy:
    name = "tantivy"

    def __init__(self, folder):
        import tantivy

        self.tantivy = tantivy
        builder = tantivy.SchemaBuilder()
        builder.add_text_field("text", tokenizer_name="en_stem")
        for name in ("paper", "speaker", "year"):
            builder.add_text_field(name, tokenizer_name="raw", fast=True)
        builder.add_integer_field("published", fast=True, indexed=True)
        builder.add_integer_field("key", stored=True, fast=True)
        self.schema = builder.build()
        Path(folder).mkdir(parents=True, exist_ok=True)
        self.index = tantivy.Index(self.schema, path=str(folder))

    def build(self, rows):
        writer = self.index.writer(heap_size=256 << 20, num_threads=1)
        for key, found in rows:
            found = {"speaker": [], **found}
            document = {name: [value] if not isinstance(value, list) else value for name, value in found.items()}
            writer.add_document(self.tantivy.Document(key=[key], **document))
        writer.commit()
        writer.wait_merging_threads()
        self.index.reload()

    def search(
        self,
        words=(),
        phrase=(),
        without=(),
        any_of=(),
        facets=(),
        years=None,
        speaker=None,
        newest=False,
        start=0,
        node=None,
    ):
        if node:
            return None
        q, must, never = self.tantivy.Query, self.tantivy.Occur.Must, self.tantivy.Occur.MustNot
        term = lambda word: q.term_query(self.schema, "text", stem(word))  # noqa: E731
        parts = [(must, term(word)) for word in words] + [(never, term(word)) for word in without]
        if phrase:
            parts.append((must, q.phrase_query(self.schema, "text", [stem(word) for word in phrase])))
        if any_of:
            parts.append((must, q.boolean_query([(self.tantivy.Occur.Should, term(word)) for word in any_of])))
        if speaker:
            parts.append((must, q.term_query(self.schema, "speaker", speaker)))
        if years:
            low, high = (year * 10000 for year in years)
            parts.append((must, q.range_query(self.schema, "published", self.tantivy.FieldType.Integer, low, high)))
        searcher, tree = self.index.searcher(), q.boolean_query(parts)
        found = searcher.search(tree, 20, count=True, offset=start, order_by_field="published" if newest else None)
        if facets:
            searcher.aggregate(tree, {name: {"terms": {"field": name, "size": 10}} for name in facets})
        for _, address in found.hits:
            searcher.doc(address)["key"]
        return found.count


class PlainWhoosh:
    name = "whoosh"

    def __init__(self, folder):
        from whoosh import index

        analyzer = RegexTokenizer(WORD.pattern) | LowercaseStem()
        number = fields.NUMERIC(int, sortable=True, shift_step=0)
        schema = fields.Schema(
            key=fields.ID(stored=True),
            text=fields.TEXT(analyzer=analyzer),
            paper=fields.ID(sortable=True),
            year=fields.ID(sortable=True),
            speaker=fields.ID(sortable=True),
            published=number,
        )
        Path(folder).mkdir(parents=True, exist_ok=True)
        self.index = index.create_in(str(folder), schema)

    def build(self, rows):
        writer = self.index.writer(limitmb=512)
        for key, found in rows:
            found["speaker"] = found.get("speaker", [""])[0]
            writer.add_document(key=str(key), **found)
        writer.commit()
        self.searcher = self.index.searcher()

    def search(
        self,
        words=(),
        phrase=(),
        without=(),
        any_of=(),
        facets=(),
        years=None,
        speaker=None,
        newest=False,
        start=0,
        node=None,
    ):
        parts = [query.Term("text", stem(word)) for word in words]
        parts += [query.Phrase("text", [stem(word) for word in phrase])] if phrase else []
        parts += [query.Not(query.Term("text", stem(word))) for word in without]
        parts += [query.Or([query.Term("text", stem(word)) for word in any_of])] if any_of else []
        parts += [query.Term("speaker", speaker)] if speaker else []
        parts += [query.NumericRange("published", years[0] * 10000, years[1] * 10000)] if years else []
        parts += [node(query, "text")] if node else []
        options = {"sortedby": "published", "reverse": True} if newest else {}
        if facets:
            options["groupedby"] = list(facets)
        found = self.searcher.search(query.And(parts), limit=20 + start, **options)
        [hit["key"] for hit in found[start:]]
        return len(found)


class LowercaseStem(Filter):
    """Whoosh filter: lower case, then stem, remembered."""

    is_morph = True

    def __init__(self):
        self.known = {}

    def __call__(self, tokens):
        for token in tokens:
            text = token.text.lower()
            if text not in self.known:
                self.known[text] = stem(text)
            token.text = self.known[text]
            yield token


def frequencies(texts):
    counts = Counter()
    for text in texts:
        counts.update(sorted(set(words_of(text.lower()))))
    return counts


def questions(corpus, sample):
    """Class -> (kind, arguments) of twelve queries each."""
    rng = random.Random(7)
    articles = [corpus.article(i) for i in range(1, sample + 1)]
    bodies = [article["body"] for article, _ in articles]
    quoted = [quote for _, quotes in articles for quote in quotes]
    counts = frequencies(bodies)
    band = lambda low, high: sorted(w for w, n in counts.items() if low * sample <= n <= high * sample and len(w) > 3)  # noqa: E731
    common, middle, rare = (rng.sample(band(*ends), 12) for ends in ((0.25, 0.65), (0.02, 0.08), (0.001, 0.003)))
    other = common[1:] + common[:1]
    spoken = frequencies(quote["text"] for quote in quoted)
    often = rng.sample(sorted(w for w, _ in spoken.most_common(120) if len(w) > 3), 12)
    speakers = [name for name, _ in Counter(quote["speaker"] for quote in quoted).most_common(12)]
    pairs = Counter()
    for body in bodies[:500]:
        words = words_of(body.lower())
        pairs.update(pair for pair in zip(words, words[1:], strict=False) if min(map(len, pair)) > 3)
    phrases = [pair for pair, _ in pairs.most_common(12)]
    article = lambda **arguments: ("articles", arguments)  # noqa: E731
    quote = lambda **arguments: ("quotes", arguments)  # noqa: E731
    mistyped = [word[:3] + word[4:] for word in common]
    return {
        "rare word": [article(words=[w]) for w in rare],
        "common word": [article(words=[w]) for w in common],
        "two common words": [article(words=pair) for pair in zip(common, other, strict=True)],
        "two common words, 2 facets": [
            article(words=pair, facets=("paper", "year")) for pair in zip(common, other, strict=True)
        ],
        "common, not common": [article(words=[a], without=[b]) for a, b in zip(common, other, strict=True)],
        "any of three": [article(any_of=three) for three in zip(common, middle, rare, strict=True)],
        "common word, newest": [article(words=[w], newest=True) for w in common],
        "common word, page 50": [article(words=[w], start=980) for w in common],
        "common phrase": [article(phrase=pair) for pair in phrases],
        "of the": [article(phrase=("of", "the")), article(phrase=("to", "the"))],
        "quotes: common word, 3 facets": [quote(words=[w], facets=FACETS) for w in often],
        "quotes: speaker": [quote(speaker=name, newest=True) for name in speakers],
        "quotes: speaker, word, dates": [
            quote(speaker=name, words=[w], years=(2012, 2017)) for name, w in zip(speakers, often, strict=True)
        ],
        "prefix": [article(node=lambda q, field, w=w: q.Prefix(field, w[:4])) for w in common],
        "wildcard": [article(node=lambda q, field, w=w: q.Wildcard(field, f"{w[0]}*{w[3:5]}*")) for w in common],
        "one edit": [article(node=lambda q, field, w=w: q.FuzzyTerm(field, w, maxdist=1)) for w in mistyped],
        "two edits": [article(node=lambda q, field, w=w: q.FuzzyTerm(field, w, maxdist=2)) for w in mistyped],
    }


def measured(engine, cases, seconds=1.5):
    """(cold p95, p50, p95) in ms of CPU, and the totals."""
    cold, warm, totals = [], [], []
    end = time.monotonic() + seconds
    while time.monotonic() < end or not warm:
        for kind, arguments in cases:
            before = time.process_time()
            total = engine[kind].search(**arguments)
            spent = (time.process_time() - before) * 1000
            (cold if len(cold) < len(cases) else warm).append(spent)
            totals.append(total)
    at = lambda times, share: sorted(times)[int(len(times) * share)]  # noqa: E731
    return at(cold, 0.95), at(warm, 0.5), at(warm, 0.95), totals[: len(cases)]


def saves(index, corpus, number):
    """Saving an article anew, forty times: CPU ms of the save, wall ms until a search finds it, CPU ms of merges."""
    save, searchable, merge = [], [], []
    for i in range(number + 1, number + 41):
        key, found = row(corpus.article(i)[0])
        found["text"] += f" saved{i}"
        before, clock = time.process_time(), time.monotonic()
        with index.writer() as writer:
            writer.update(key - number, **found)
        save.append((time.process_time() - before) * 1000)
        assert index.search(query.Term("text", stem(f"saved{i}"))).keys == [key - number]
        searchable.append((time.monotonic() - clock) * 1000)
        before = time.process_time()
        if index.merge():
            merge.append((time.process_time() - before) * 1000)
    middle, high = sorted(save)[20], sorted(save)[37]
    print(
        f"one save: CPU {middle:.1f} / {high:.1f} ms (p50 / p95), searchable after {sorted(searchable)[37]:.0f} ms (p95);"
    )
    print(
        f"{len(merge)} merges of small segments beside them: CPU {sum(merge) / max(1, len(merge)):.0f} ms each",
        flush=True,
    )


def surface_share(index):
    """How much larger the index is than one of stems only would be."""
    sizes = Counter()
    for member in index.view().members:
        for name, (dtype, _, length) in member.segment.arrays.items():
            sizes[".words" in name or ".forms" in name] += length * int(dtype[2:])
    return 1 + sizes[True] / sizes[False]


def memory():
    """Memory of this process: now, of its own and of mapped files, and at its peak."""
    lines = Path("/proc/self/status").read_text().splitlines()
    kept = dict(line.split(":") for line in lines if line.startswith("Rss"))
    own, mapped = (int(kept[name].split()[0]) / 1024 for name in ("RssAnon", "RssFile"))
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return f"memory: {own:,.0f} MB of its own, {mapped:,.0f} MB of mapped files; peak {peak:,.0f} MB"


def size(folder):
    return sum(file.stat().st_size for file in Path(folder).rglob("*") if file.is_file()) / 1e6


def main():
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("articles", type=int, nargs="?", default=10_000)
    options.add_argument("--source", type=Path, default=Path("../shared/news/polnear-articles.jsonl"))
    options.add_argument("--engines", default="arrays,tantivy,whoosh")
    options.add_argument("--folder", type=Path, help="keep indexes here")
    chosen = options.parse_args()
    corpus, number = Corpus(chosen.source), chosen.articles
    folder = chosen.folder or Path(tempfile.mkdtemp(prefix="arrays-benchmark"))
    engines = {}
    for kind in (Arrays, Tantivy, PlainWhoosh):
        if kind.name not in chosen.engines.split(","):
            continue
        engines[kind.name] = {}
        for part, items in (("articles", corpus.articles), ("quotes", corpus.quotes)):
            place = folder / kind.name / part
            kept = place.exists() and kind is Arrays
            engine = engines[kind.name][part] = kind(place)
            if kept:
                continue
            start, making = time.process_time(), Making(items(number))
            engine.build(making)
            spent = time.process_time() - start - making.spent
            print(f"{kind.name:8} {part:8} {making.count / spent:9,.0f} a second, {size(place):7.1f} MB", flush=True)
    print(memory(), flush=True)
    if "arrays" in engines:
        index = engines["arrays"]["articles"].index
        print(f"with words as written the index is {surface_share(index):.2f} times as large as with stems only")
    table = questions(corpus, min(number, 1500))
    print(f"{'CPU ms: cold p95 / p50 / p95':32}" + "".join(f"{name:>28}" for name in engines))
    for name, cases in table.items():
        line, totals = f"{name:32}", []
        for engine in engines.values():
            cold, middle, high, found = measured(engine, cases)
            totals.append(found[0])
            line += f"{cold:10.2f} /{middle:7.3f} /{high:7.3f}"
        print(line, totals, flush=True)
    print(memory())
    if "arrays" in engines:
        saves(index, corpus, number)
    if not chosen.folder:
        shutil.rmtree(folder)


class Making:
    """Rows as they are made, and the CPU seconds their making took, which are not the engine's."""

    def __init__(self, items):
        self.items, self.spent, self.count = items, 0.0, 0

    def __iter__(self):
        while True:
            before = time.process_time()
            item = next(self.items, None)
            made = row(item) if item else None
            self.spent += time.process_time() - before
            if made is None:
                return
            self.count += 1
            yield made


if __name__ == "__main__":
    main()
