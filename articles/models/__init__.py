"""What the archive stores."""

from .article import Article, Publication
from .index_note import IndexNote
from .quote import Quote
from .source import Role, Source, SourceName

__all__ = ["Article", "IndexNote", "Publication", "Quote", "Role", "Source", "SourceName"]
