"""Articles out of files: text, web pages, tables and the newsroom's formats, told apart by content."""

from .opening import read

__all__ = ["read"]
