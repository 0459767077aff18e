"""Citations of what the archive holds: rows turned into references, references into styles and files."""

from dataclasses import dataclass, replace

from articles import citations
from articles.citations import Reference, Run
from articles.models import Article, Quote
from articles.text.byline import authors

FORMATS = {
    "bib": ("BibTeX", "application/x-bibtex", citations.bibtex),
    "ris": ("RIS", "application/x-research-info-systems", citations.ris),
    "json": ("CSL-JSON", "application/vnd.citationstyles.csl+json", citations.csl_json),
}


@dataclass(frozen=True, slots=True)
class Style:
    name: str
    runs: tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class CitationFile:
    name: str
    url: str


@dataclass(frozen=True, slots=True)
class Citation:
    """One thing cited in every style, with the addresses of its files."""

    url: str
    styles: tuple[Style, ...]
    bibtex: str
    files: tuple[CitationFile, ...]


def of_article(article: Article, site: str) -> Citation:
    """How to cite the article; `site` is the archive's address without a closing slash."""
    return _citation(article_reference(article, site), article.get_absolute_url())


def of_quote(quote: Quote, site: str) -> Citation:
    """How to cite the words of the quote."""
    return _citation(quote_reference(quote, site), quote.get_absolute_url())


def article_reference(article: Article, site: str) -> Reference:
    """The article as citations state it."""
    writers = authors(article.byline)
    return Reference(
        key=citations.citation_key(writers, article.published_on, article.headline, article.pk),
        headline=article.headline,
        url=site + article.get_absolute_url(),
        authors=writers,
        publication=article.publication.name if article.publication else "",
        published=article.published_on,
        section=article.section,
        language=article.language,
    )


def quote_reference(quote: Quote, site: str) -> Reference:
    """The quote as citations state it: its article, the words and the speaker."""
    reference = article_reference(quote.article, site)
    return replace(
        reference,
        key=f"{reference.key}-q{quote.pk}",
        url=site + quote.get_absolute_url(),
        speaker=quote.source.name if quote.source else "",
        words=quote.as_printed,
    )


def _citation(reference: Reference, address: str) -> Citation:
    styles = [("Chicago", citations.chicago), ("APA", citations.apa), ("MLA", citations.mla)]
    return Citation(
        url=reference.url,
        styles=tuple(Style(name, write(reference)) for name, write in styles),
        bibtex=citations.bibtex(reference),
        files=tuple(CitationFile(name, f"{address}cite.{ending}") for ending, (name, _type, _write) in FORMATS.items()),
    )
