"""What every public address costs, in an archive that `benchmarks.search --keep FOLDER` has made:

    python -m benchmarks.addresses FOLDER [PART-OF-AN-ADDRESS …]

CPU milliseconds of this process and its PostgreSQL backend: the first time, and the best of three times after it, when
what is counted over the whole archive is kept. Says which addresses cost more than LIMIT when warm, and exits 1 if any does.
"""

import argparse
import os
import sys
import time
import warnings
from collections import Counter
from pathlib import Path

LIMIT = 300


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("folder", type=Path)
    options.add_argument("parts", nargs="*", help="only addresses with one of these in them")
    asked = options.parse_args()
    os.environ.update(DATA_DIR=str(asked.folder.resolve()), DATABASE_URL="", DJANGO_SETTINGS_MODULE="archive.settings")
    os.environ["ALLOWED_HOSTS"] = "testserver"
    warnings.simplefilter("ignore")
    import django

    django.setup()
    from django.conf import settings

    plain = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
    settings.STORAGES = {**settings.STORAGES, "staticfiles": plain}
    try:
        sys.exit(1 if measured(asked.parts) else 0)
    finally:
        stop()


def measured(parts: list[str]) -> int:
    """Prints the cost of each address; the number of those that are too slow."""
    slow = 0
    print(f"{'address':58} {'KB':>6} {'first ms':>9} {'warm ms':>9}")
    for address in addresses():
        if parts and not any(part in address for part in parts):
            continue
        first, size = cost(address)
        warm = min(cost(address)[0] for _ in range(3))
        slow += warm > LIMIT
        print(
            f"{address[:58]:58} {size / 1000:6.0f} {first:9.1f} {warm:9.1f}{' SLOW' if warm > LIMIT else ''}",
            flush=True,
        )
    return slow


def cost(address: str) -> tuple[float, int]:
    """(CPU milliseconds, bytes) of one answer."""
    from django.test import Client

    began = cpu()
    response = Client().get(address, headers={"Accept-Encoding": "gzip"})
    body = b"".join(response.streaming_content) if response.streaming else response.content
    spent = 1000 * (cpu() - began)
    if response.status_code != 200:
        raise SystemExit(f"{address} answered {response.status_code}")
    return spent, len(body)


def cpu() -> float:
    """Seconds that this process and its database backend have computed."""
    from django.db import connection

    connection.ensure_connection()
    pid = connection.connection.info.backend_pid
    return time.process_time() + int(Path(f"/proc/{pid}/schedstat").read_text().split()[0]) / 1e9


def addresses() -> list[str]:
    """One of every kind, of the newest article, the source quoted most and the publication with most articles."""
    from articles import listing
    from articles.models import Article, Publication, Quote, Source

    article = Article.objects.published().newest().first()
    quote = Quote.objects.shown().filter(article=article).first() or Quote.objects.shown().first()
    [(most, _count)] = Counter(listing.quote_counts()).most_common(1)
    source, day = Source.objects.get(pk=most).get_absolute_url(), article.published_on
    paper = Publication.objects.get(pk=article.publication_id)
    printed, of_paper, last = article.get_absolute_url(), paper.get_absolute_url(), len(listing.articles()) // 25
    return [
        *("/", "/articles/", f"/articles/?page={last}", "/articles/undated/", f"/articles/{day:%Y}/", f"/articles/{day:%Y/%m}/"),
        *(f"/articles/{day:%Y/%m/%d}/", printed, f"{printed}?q=people", f"{printed}cite.bib", f"/quotes/{quote.pk}/"),
        *("/quotes/", "/quotes/?q=people", "/quotes/?q=people&date=2015", "/quotes/?q=zzzzqq", "/search/", "/search/?q=people"),
        *("/search/?q=people+should", '/search/?q="the+people"', "/search/suggest?q=ba", "/quotes/export.jsonl?q=people+should"),
        *("/sources/", "/sources/?sort=quotes", "/sources/?letter=B", source, f"{source}?date=2015", f"{source}feed.atom"),
        *("/publications/", of_paper, f"{of_paper}?page=40", f"{of_paper}feed.rss"),
        *("/sourcing/", f"/sourcing/?year={day:%Y}", f"/sourcing/?publication={paper.slug}", "/on-this-day/"),
        *("/status/", "/about/", "/help/", "/robots.txt", "/opensearch.xml"),
        *("/feeds/latest.atom", "/quotes/feed.atom?q=people", "/search/feed.rss?q=people"),
        *("/sitemap.xml", "/sitemap-articles.xml", "/sitemap-sources.xml"),
        *("/api/v1/sources", "/api/v1/sources?name=ba", f"/api/v1/sources/{most}", f"/api/v1/articles/{article.pk}"),
        *(f"/api/v1/quotes/{quote.pk}", "/api/v1/quotes?q=people", "/api/v1/articles?q=people", "/api/v1/publications"),
    ]  # fmt: skip


def stop() -> None:
    from django.core.management import call_command
    from django.db import connections

    connections.close_all()
    call_command("embedded_db", "stop", verbosity=0)


if __name__ == "__main__":
    main()
