"""What search engines are told of, with the day of the last change."""

from datetime import datetime

from django.contrib.sitemaps import Sitemap
from django.db.models import QuerySet
from django.urls import reverse

from articles.models import Article, Publication, Source


class Articles(Sitemap):
    limit = 10_000

    def items(self) -> QuerySet[Article]:
        return Article.objects.published().only("headline", "changed_at").order_by("pk")

    def lastmod(self, article: Article) -> datetime:
        return article.changed_at


class Sources(Sitemap):
    limit = 10_000

    def items(self) -> QuerySet[Source]:
        return Source.objects.living().named().quoted().order_by("pk")


class Publications(Sitemap):
    def items(self) -> QuerySet[Publication]:
        return Publication.objects.order_by("pk")


class Pages(Sitemap):
    def items(self) -> list[str]:
        return ["home", "articles", "sources", "publications", "sourcing", "about", "help"]

    def location(self, name: str) -> str:
        return reverse(f"articles:{name}")


MAPS = {"articles": Articles, "sources": Sources, "publications": Publications, "pages": Pages}
