"""What the tests of pages share: rows of every kind, every address, and a strict reader of HTML."""

from datetime import date

import html5lib
from django.urls import reverse

from articles.models import Role
from tests import make

BODY = (
    "The board met.\n\n“The harbour will open in May,” Edda Halloran, the chief executive, told reporters. "
    "“Not before.”\n\nShe said it was late.\n\n“We knew,” a senior official said."
)


def one_of_each(n=1):
    """An article with a broken, an indirect and an unnamed quote."""
    article = make.article(BODY, headline=f"Harbour to open {n}", byline="Ines Calloway", section="City")
    edda = make.source(f"Edda Halloran{n if n > 1 else ''}", forms=("Halloran",))
    start = BODY.index("“The harbour")
    more = BODY.index("“Not before")
    broken = make.quote(
        article, "“The harbour will open in May,”", edda, addressee="reporters", said_on=date(2024, 3, 4)
    )
    broken.spans = [[start, broken.end], [more, more + len("“Not before.”")]]
    broken.end = broken.spans[1][1]
    broken.save()
    make.quote(article, "it was late", edda, kind="indirect", confidence=0.4)
    unnamed = make.source("a senior official", kind="unnamed", article=article, note="not allowed to speak")
    make.quote(article, "“We knew,”", unnamed)
    at = BODY.index("the chief executive")
    Role.objects.create(source=edda, article=article, text="the chief executive", start=at, end=at + 19)
    return article, edda, broken


def addresses(article, source, quote):
    return [
        *(
            reverse(f"articles:{name}")
            for name in (
                [
                    "home",
                    "articles",
                    "undated",
                    "quotes",
                    "search",
                    "sources",
                    "publications",
                    "sourcing",
                    "on_this_day",
                    "about",
                    "help",
                ]
            )
        ),
        "/articles/2024/",
        "/sourcing/?year=2024&publication=the-ansel-courier",
        "/on-this-day/?day=03-05",
        "/status/",
        "/articles/2024/03/",
        "/articles/2024/03/05/",
        "/articles/1999/01/01/",
        "/sources/?letter=H",
        "/sources/?kind=unnamed",
        "/sources/?sort=quotes",
        article.get_absolute_url(),
        article.publication.get_absolute_url(),
        source.get_absolute_url(),
        article.unnamed_sources.get().get_absolute_url(),
        quote.get_absolute_url(),
    ]


def valid(response):
    """The page as a tree; html5lib complains of whatever a browser would have to mend."""
    return html5lib.HTMLParser(strict=True, namespaceHTMLElements=False).parse(response.content.decode())
