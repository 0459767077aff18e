"""Articles, quotes and sources as plain data: what exports and the API hand out."""

from articles.models import Article, Publication, Quote, Source

AROUND = 32
"""Characters before and after the words in a Web Annotation selector."""

Record = dict[str, object]


def article_record(article: Article, site: str) -> Record:
    """An article without its text; `site` is the archive's address without a closing slash."""
    return {
        "id": article.pk,
        "url": site + article.get_absolute_url(),
        "headline": article.headline,
        "byline": article.byline,
        "publication": publication_record(article.publication, site) if article.publication else None,
        "section": article.section,
        "language": article.language,
        "published_on": article.published_on,
        "published_at": article.published_at,
        "corrected_at": article.corrected_at,
        "correction": article.correction,
        "original_url": article.url,
    }


def publication_record(publication: Publication, site: str) -> Record:
    return {"name": publication.name, "slug": publication.slug, "url": site + publication.get_absolute_url()}


def source_record(source: Source, site: str) -> Record:
    """A source; `note` is why an unnamed one is not named, in the article's words."""
    return {
        "id": source.pk,
        "url": site + source.get_absolute_url(),
        "name": source.name,
        "kind": source.kind,
        "note": source.note,
    }


def quote_record(quote: Quote, site: str) -> Record:
    """A quote with its source and article; spans are half-open and count characters of the article's text.

    `lead` is what is printed from the cue to the words of a partial or indirect quote, "denied that ".
    """
    return {
        "id": quote.pk,
        "url": site + quote.get_absolute_url(),
        "text": quote.text,
        "lead": quote.lead,
        "spans": quote.spans,
        "kind": quote.kind,
        "attribution": quote.attribution.value,
        "confidence": round(quote.confidence, 3),
        "reviewed": quote.is_reviewed,
        "source": source_record(quote.source, site) if quote.source else None,
        "role": getattr(quote, "role", None) or "",
        "said_on": quote.said_on,
        "addressee": quote.addressee,
        "medium": quote.medium,
        "article": article_record(quote.article, site),
    }


def selectors(quote: Quote, site: str) -> Record:
    """A W3C Web Annotation of the quote: its words with what surrounds them, and their position.

    Without a target where the words no longer stand in the text. Positions count Unicode code points of the article's text, as the archive's own offsets do.
    """
    body = quote.article.body
    return {
        "@context": "http://www.w3.org/ns/anno.jsonld",
        "id": site + quote.get_absolute_url(),
        "type": "Annotation",
        "motivation": "identifying",
        "body": {"type": "TextualBody", "value": quote.source.name if quote.source else "", "purpose": "identifying"},
        "target": [
            {
                "source": site + quote.article.get_absolute_url(),
                "selector": [
                    {
                        "type": "TextQuoteSelector",
                        "exact": body[start:end],
                        "prefix": body[max(0, start - AROUND) : start],
                        "suffix": body[end : end + AROUND],
                    },
                    {"type": "TextPositionSelector", "start": start, "end": end},
                ],
            }
            for start, end in ([] if quote.adrift else quote.spans)
        ],
    }
