"""Search beside its peers, on an archive made of the paragraphs of real articles:

    python -m benchmarks.search ARTICLES.jsonl [--articles 10000] [--stock 500] [--engines ours,postgres,fts5,tantivy]

CPU milliseconds a call on one core: this process and its PostgreSQL backend together, warm, p50 and p95 over twelve
questions a class. Every engine gives the exact total, 20 rows from PostgreSQL, highlighted, and the facets of its class;
ours always gives six facets. `--stock` also measures Haystack's own Whoosh backend, on an archive of that
many articles: its building is quadratic and its answers are linear in the size of the archive.
"""

import argparse
import gc
import os
import random
import statistics
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

CLASSES = (
    "rare word",
    "common word",
    "two common words",
    "quotes: common word",
    "quotes: speaker + word + dates",
    "phrase of common words",
    "newest first",
)
ROUNDS = 8


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("source", type=Path, help="JSON Lines with real articles, for their paragraphs")
    options.add_argument("--articles", type=int, default=10_000)
    options.add_argument("--stock", type=int, default=0)
    options.add_argument("--engines", default="ours,postgres,fts5,tantivy")
    options.add_argument("--keep", type=Path, help="a folder where the archive stays, and is found again")
    options.add_argument("--seed", type=int, default=1)
    asked = options.parse_args()
    with tempfile.TemporaryDirectory(prefix="search-benchmark-") as folder:
        data = asked.keep.resolve() if asked.keep else folder
        os.environ.update(DATA_DIR=str(data), DATABASE_URL="", DJANGO_SETTINGS_MODULE="archive.settings")
        import django

        django.setup()
        run = Run(Path(folder), asked)
        try:
            run.all()
        finally:
            run.stop()


class Run:
    """One archive, the engines over it, and what was measured; peers keep their indexes in `folder`."""

    def __init__(self, folder: Path, asked: argparse.Namespace):
        from django.core.management import call_command

        from .corpus import Corpus

        self.folder, self.asked = folder, asked
        call_command("migrate", verbosity=0)
        self.corpus = Corpus(asked.source)
        self.figures: dict[tuple[str, str], tuple[float, float]] = {}

    def stop(self) -> None:
        from django.core.management import call_command
        from django.db import connections

        connections.close_all()
        call_command("embedded_db", "stop", verbosity=0)

    def all(self) -> None:
        self.fill(self.asked.articles)
        from . import peers

        known = {"postgres": peers.Postgres, "fts5": peers.Fts5, "tantivy": peers.Tantivy}
        questions = self.questions()
        for name in self.asked.engines.split(","):
            if name == "ours":
                self.build_ours()
                self.measure("ours", questions, self.ours)
                self.one_save()
            else:
                engine = known[name]() if name == "postgres" else known[name](self.folder)
                self.build_peer(engine)
                self.measure(engine.name, questions, self.through(engine.ask))
        self.report()
        if self.asked.stock:
            self.fill(self.asked.stock)
            stock = peers.StockHaystack(self.folder)
            self.build_peer(stock)
            self.figures.clear()
            questions = self.questions()
            self.build_ours()
            self.measure("ours", questions, self.ours)
            self.measure(stock.name, questions, self.through(stock.ask))
            self.report()

    # ---- the archive
    def fill(self, number: int) -> None:
        from articles.models import Article, Quote

        from .filling import fill

        if Article.objects.count() != number:
            fill(self.corpus, number)
        self.counts = {"articles": Article.objects.count(), "quotes": Quote.objects.count()}
        print(f"\n{self.counts['articles']} articles, {self.counts['quotes']} quotes", flush=True)

    def rows(self, of: str) -> Iterator:
        from articles.models import Article, Quote

        from .peers import Row

        if of == "articles":
            for a in Article.objects.iterator(chunk_size=500):
                yield Row(a.pk, a.headline, a.body, a.publication_id, a.published_on)
        else:
            for q in Quote.objects.select_related("article").defer("article__body").iterator(chunk_size=2000):
                yield Row(q.pk, "", q.text, q.article.publication_id, q.article.published_on, q.source_id)

    def questions(self) -> dict[str, list]:
        """Twelve questions a class; common words stand in 25 to 65 per cent of the articles."""
        from articles.models import Article, Quote
        from articles.query.words import parts

        from .peers import Ask

        chance = random.Random(self.asked.seed)
        bodies = list(Article.objects.filter(pk__lte=400).values_list("body", flat=True))
        frequency = Counter(word for body in bodies for word in {w for w in parts(body) if w.isascii() and w.isalpha()})
        share = {word: count / len(bodies) for word, count in frequency.items() if len(word) > 2}
        common = sorted(word for word, part in share.items() if 0.25 < part < 0.65)
        rare = sorted(word for word, count in frequency.items() if count == 1 and len(word) > 5)
        quote_words = Counter(w for t in Quote.objects.values_list("text", flat=True)[:5000] for w in set(parts(t)))
        in_quotes = [word for word, _ in quote_words.most_common(60) if word.isalpha() and len(word) > 2][:30]
        texts = [parts(body) for body in bodies]
        phrases = [
            tuple(text[at : at + 2]) for text in texts for at in range(0, len(text) - 2, 7) if set(text[at : at + 2]) <= set(common)
        ]  # fmt: skip
        speakers = Counter(Quote.objects.values_list("source", flat=True)).most_common(200)
        since, until = date(2015, 1, 1), date(2019, 12, 31)
        made = {name: [] for name in CLASSES}
        for _ in range(12):
            one, two = chance.sample(common, 2)
            made["rare word"].append(Ask("articles", (chance.choice(rare),)))
            made["common word"].append(Ask("articles", (one,)))
            made["two common words"].append(Ask("articles", (one, two)))
            made["quotes: common word"].append(
                Ask("quotes", (chance.choice(in_quotes),), facets=("speaker", "publication", "year"))
            )
            made["quotes: speaker + word + dates"].append(
                Ask("quotes", (chance.choice(in_quotes),), speaker=chance.choice(speakers)[0], since=since, until=until)
            )
            made["phrase of common words"].append(Ask("articles", phrase=chance.choice(phrases)))
            made["newest first"].append(Ask("articles", (one,), newest=True))
        return made

    # ---- engines
    def ours(self, ask) -> int:
        from articles import search

        given = {"q": " ".join(ask.words) or '"' + " ".join(ask.phrase) + '"', "source": ask.speaker}
        given |= {"from": ask.since, "to": ask.until, "sort": "newest" if ask.newest else ""}
        return search.run(search.read(given, of=ask.of)).total

    def through(self, engine: Callable) -> Callable:
        """A peer's answer with the rows of its page, marked as ours are."""
        from articles import search
        from articles.search.hits import hits

        def answer(ask) -> int:
            total, keys = engine(ask)
            q = " ".join(ask.words) or '"' + " ".join(ask.phrase) + '"'
            hits(search.read({"q": q}, of=ask.of), tuple(keys))
            return total

        return answer

    def build_ours(self) -> None:
        from articles import indexing
        from articles.search import store

        for of in indexing.BOTH:
            started = self.cpu()
            made = store.rebuild(of)
            print(f"ours: {of} {made / (self.cpu() - started):,.0f}/s, {store.index(of).status().bytes / 1e6:.1f} MB")

    def build_peer(self, engine) -> None:
        for of in self.counts:
            rows = list(self.rows(of))
            started = self.cpu()
            engine.build(of, rows)
            print(f"{engine.name}: {of} {self.counts[of] / (self.cpu() - started):,.0f}/s")

    def one_save(self) -> None:
        from articles import indexing
        from articles.models import Article

        cpu, wall = [], []
        for article in Article.objects.order_by("pk")[:20]:
            article.section = "Measured"
            article.save()
            started, began = self.cpu(), time.perf_counter()
            indexing.drain()
            cpu.append(1000 * (self.cpu() - started))
            wall.append(1000 * (time.perf_counter() - began))
        print(f"one save: {statistics.median(cpu):.1f} ms CPU, {statistics.median(wall):.1f} ms wall to searchable")

    # ---- measuring
    def cpu(self) -> float:
        """Seconds that this process and its database backend have computed."""
        from django.db import connection

        connection.ensure_connection()
        pid = connection.connection.info.backend_pid
        return time.process_time() + int(Path(f"/proc/{pid}/schedstat").read_text().split()[0]) / 1e9

    def measure(self, engine: str, questions: dict[str, list], answer: Callable) -> None:
        gc.collect()
        gc.freeze()  # the made-up archive in this process's memory is not the engines' burden
        for name, asks in questions.items():
            for ask in asks:
                answer(ask)
            times = []
            for ask in asks:
                for _ in range(ROUNDS):
                    started = self.cpu()
                    answer(ask)
                    times.append(1000 * (self.cpu() - started))
            times.sort()
            self.figures[engine, name] = statistics.median(times), times[int(len(times) * 0.95)]

    def report(self) -> None:
        engines = list(dict.fromkeys(engine for engine, _ in self.figures))
        print("\n| p50 / p95, CPU ms | " + " | ".join(engines) + " |")
        print("|---" * (len(engines) + 1) + "|")
        for name in CLASSES:
            cells = []
            for engine in engines:
                p50, p95 = self.figures[engine, name]
                ratio = p95 / self.figures["ours", name][1] if "ours" in engines and engine != "ours" else 0
                cells.append(f"{p50:.1f} / {p95:.1f}" + (f" (×{ratio:.1f})" if ratio else ""))
            print(f"| {name} | " + " | ".join(cells) + " |")


if __name__ == "__main__":
    main()
