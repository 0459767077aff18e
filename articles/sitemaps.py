"""What search engines are told of, with the day of the last change."""

from collections.abc import Sequence
from datetime import datetime

from django.contrib.sitemaps import Sitemap
from django.db.models import Max, QuerySet
from django.urls import reverse

from articles import listing
from articles.models import Article, Publication, Source

LIMIT = 2_000
"""Addresses in one file: written in a fifth of a second."""


class Articles(Sitemap):
    limit = LIMIT

    def items(self) -> QuerySet[Article]:
        return Article.objects.published().only("headline", "changed_at").order_by("pk")

    def lastmod(self, article: Article) -> datetime:
        return article.changed_at

    def get_latest_lastmod(self) -> datetime | None:
        return self.items().order_by().aggregate(latest=Max("changed_at"))["latest"]


class Sources(Sitemap):
    limit = LIMIT

    def items(self) -> Sequence[Source]:
        return listing.named()


class Publications(Sitemap):
    def items(self) -> QuerySet[Publication]:
        return Publication.objects.order_by("pk")


class Pages(Sitemap):
    def items(self) -> list[str]:
        return ["home", "articles", "sources", "publications", "sourcing", "about", "help"]

    def location(self, name: str) -> str:
        return reverse(f"articles:{name}")


MAPS = {"articles": Articles, "sources": Sources, "publications": Publications, "pages": Pages}
