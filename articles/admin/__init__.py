"""The editor's desk."""

from . import article, importing, publication, quote, source

__all__ = ["article", "importing", "publication", "quote", "source"]
