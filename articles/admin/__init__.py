"""The editor's desk."""

from . import account, article, importing, publication, quote, source

__all__ = ["account", "article", "importing", "publication", "quote", "source"]
