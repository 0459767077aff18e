"""The editor's desk."""

from . import article, publication, quote, source

__all__ = ["article", "publication", "quote", "source"]
