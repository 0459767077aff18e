"""The reader's tree as the engine's query. With `schema`, all that knows Whoosh's classes."""

from functools import lru_cache
from itertools import permutations

from whoosh import query as q

from articles.arrays import as_written
from articles.query import words
from articles.query.tree import (
    And,
    Attribution,
    Dates,
    Everything,
    Fuzzy,
    Kind,
    Node,
    Not,
    Or,
    Phrase,
    Review,
    Undated,
    Wildcard,
    Word,
    leaves,
)

from .question import Question
from .schema import ORDER, first_moment, last_moment

HEADLINE_BOOST = 2.5
_FIELDS = {"": "text", "publication": "publication_name", "section": "section_name"}
_NAMES = ("speaker", "by", "publication", "section")
"""Fields that hold names: found as written, never by a stem."""


def lowered(question: Question) -> tuple[q.Query, q.Query | None]:
    """The query that ranks, and the filter that only restricts."""
    query = _node(question.tree)
    if question.order == "relevance" and question.rows:
        query = _with_headline(query, question.tree)
    return query, _filter(question)


def _filter(question: Question) -> q.Query | None:
    parts = [q.Term(field, value) for field, value in question.exact]
    if question.since or question.until:
        parts.append(_dates(Dates(question.since, question.until)))
    if question.upto:
        parts.append(q.NumericRange("number", None, question.upto))
    return q.And(parts) if len(parts) > 1 else parts[0] if parts else None


def _with_headline(query: q.Query, tree: Node) -> q.Query:
    """The same hits; those with the words in the headline come first."""
    wanted = [leaf for leaf in leaves(tree) if isinstance(leaf, Word | Phrase) and not leaf.field]
    found = [q.Term("headline", stem, boost=HEADLINE_BOOST) for leaf in wanted for stem in _stems(leaf.text)]
    return q.AndMaybe(query, q.Or(found)) if found else query


def _stems(text: str) -> list[str]:
    return [words.stem(token.surface) for token in words.tokens(text) if not token.is_ending]


@lru_cache(maxsize=100)
def _node(node: Node) -> q.Query:
    """A node's query, which nobody changes; a page asks several questions about the same words."""
    match node:
        case And(parts):
            return q.And([_node(part) for part in parts])
        case Or(parts):
            return q.Or([_node(part) for part in parts])
        case Not(part):
            return q.Not(_node(part))
        case Everything():
            return q.Every()
        case Word(text, field):
            return _word(text, field)
        case Phrase(text, field, near):
            return _phrase(words.parts(text), field, near)
        case Wildcard(pattern, field):
            prefix = node.prefix
            name = as_written(_FIELDS.get(field, field))
            return q.Prefix(name, prefix) if prefix else q.Wildcard(name, pattern)
        case Fuzzy(word, edits, field):
            return q.FuzzyTerm(as_written(_FIELDS.get(field, field)), word, maxdist=edits, prefixlength=1)
    return _condition(node)


def _condition(node: Node) -> q.Query:
    match node:
        case Dates():
            return _dates(node)
        case Undated():
            return q.Not(q.NumericRange(ORDER, None, None))
        case Kind(value):
            return q.Term("kind", value)
        case Attribution(value):
            return q.Term("attribution", value)
        case Review(done):
            return q.Term("review", "done" if done else "open")
    raise TypeError(f"not a node of the query language: {node!r}")


def _dates(dates: Dates) -> q.Query:
    since = first_moment(dates.since) if dates.since else None
    return q.NumericRange(ORDER, since, last_moment(dates.until) if dates.until else None)


def _word(text: str, field: str) -> q.Query:
    """A plain word by its stem; one of several parts as they follow each other, or as a compound."""
    name = _FIELDS.get(field, field)
    found = [token for token in words.tokens(text) if not token.is_ending]
    surfaces = [token.surface for token in found]
    places = {token.position for token in found}
    if field in _NAMES:
        one = [q.Term(as_written(name), surface) for surface in surfaces]
    else:
        one = [q.Term(name, words.stem(surface)) for surface in surfaces]
    if len(places) == 1:
        return one[0]
    phrase = _phrase(words.parts(text), field, 0)
    is_compound = len(surfaces) > 1 and found[0].position == found[1].position and found[0].end == found[-1].end
    return q.Or([one[0], phrase]) if is_compound else phrase


def _phrase(parts: list[str], field: str, near: int) -> q.Query:
    """As written. Up to three words that stand near each other may come in any order."""
    name = as_written(_FIELDS.get(field, field))
    if len(parts) == 1:
        return q.Term(name, parts[0])
    if not near:
        return q.Phrase(name, parts)
    orders = sorted(set(permutations(parts))) if len(parts) < 4 else [tuple(parts)]
    phrases = [q.Phrase(name, list(order), slop=near + 1) for order in orders]
    return q.Or(phrases) if len(phrases) > 1 else phrases[0]
