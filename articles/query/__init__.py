"""The query language: `parse` makes a tree of what a reader types, `write` makes text of a tree."""

from .dates import stretch
from .errors import QueryError
from .help import HELP, Operator
from .parser import MAX_LENGTH, parse
from .tree import Node, describe, leaves, write

__all__ = ["HELP", "MAX_LENGTH", "Node", "Operator", "QueryError", "describe", "leaves", "parse", "stretch", "write"]
