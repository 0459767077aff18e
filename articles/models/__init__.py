"""What the archive stores."""

from .article import Article, Publication, Story
from .decision import Decision, Merge, NotTheSame
from .imports import Import, ImportedFile, ImportedItem
from .index_note import IndexNote
from .quote import Quote
from .source import Role, Source, SourceName

__all__ = [
    "Article",
    "Decision",
    "Import",
    "ImportedFile",
    "ImportedItem",
    "IndexNote",
    "Merge",
    "NotTheSame",
    "Publication",
    "Quote",
    "Role",
    "Source",
    "SourceName",
    "Story",
]
