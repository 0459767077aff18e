"""The public addresses."""

from django.conf import settings
from django.urls import path, register_converter

from articles import feeds
from articles.converters import DayConverter, MonthConverter, YearConverter
from articles.views import (
    articles,
    citations,
    exports,
    home,
    machines,
    pages,
    publications,
    quotes,
    search,
    sources,
    sourcing,
    status,
    styleguide,
)

register_converter(DayConverter, "day")
register_converter(MonthConverter, "month")
register_converter(YearConverter, "year")

app_name = "articles"
urlpatterns = [
    path("", home.home, name="home"),
    path("articles/", articles.latest, name="articles"),
    path("articles/<year:year>/", articles.year, name="year"),
    path("articles/<month:month>/", articles.month, name="month"),
    path("articles/<day:day>/", articles.day, name="day"),
    path("articles/undated/", articles.undated, name="undated"),
    path("articles/<int:pk>/<slug:slug>/", articles.article, name="article"),
    path("articles/<int:pk>/<slug:slug>/cite.<str:ending>", citations.article, name="article_citation"),
    path("search/", search.articles, name="search"),
    path("search/export.<str:ending>", exports.articles, name="export_articles"),
    path("quotes/export.<str:ending>", exports.quotes, name="export_quotes"),
    path("search/suggest", search.suggest, name="suggest"),
    path("quotes/", search.quotes, name="quotes"),
    path("quotes/<int:pk>/", quotes.quote, name="quote"),
    path("quotes/<int:pk>/cite.<str:ending>", citations.quote, name="quote_citation"),
    path("sources/", sources.sources, name="sources"),
    path("sources/<int:pk>/<slug:slug>/", sources.source, name="source"),
    path("publications/", publications.publications, name="publications"),
    path("publications/<slug:slug>/", publications.publication, name="publication"),
    path("sourcing/", sourcing.sourcing, name="sourcing"),
    path("on-this-day/", articles.on_this_day, name="on_this_day"),
    path("opensearch.xml", machines.opensearch, name="opensearch"),
    path("robots.txt", machines.robots, name="robots"),
    path("status/", status.status, name="status"),
    path("about/", pages.about, name="about"),
    path("help/", pages.help, name="help"),
]
urlpatterns += [
    path(f"{where}.{ending}", feeds.RecordFeed(channel, feed_type), name=f"{channel.__name__}_{ending}")
    for where, channel in feeds.CHANNELS.items()
    for ending, feed_type in feeds.FORMATS.items()
]
if settings.DEBUG:
    urlpatterns.append(path("styleguide/", styleguide.styleguide, name="styleguide"))
