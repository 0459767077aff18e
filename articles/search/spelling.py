"""Another spelling for words that nothing in the archive has."""

from articles.query import write
from articles.query.tree import And, Node, Not, Or, Word
from articles.query.words import parts

from .backend import backend
from .conditions import Conditions
from .question import Question
from .results import Suggestion

FIELDS = {"": "text", "headline": "headline", "speaker": "speaker", "by": "by"}
TRIED = 3
"""So many spellings of a word are tried for the one that finds most."""


def did_you_mean(asked: Conditions) -> Suggestion | None:
    """The question with each unknown word replaced by a real one like it, if that finds something."""
    params = asked.params
    tree = _corrected(params.tree, params.of)
    if tree == params.tree:
        return None
    corrected = params.with_tree(tree)
    total = backend(params.of).ask(asked.asking(corrected).question(rows=0)).total
    return Suggestion(write(tree), total, corrected.query()) if total else None


def _corrected(node: Node, of: str) -> Node:
    match node:
        case And(parts_):
            return And(tuple(_corrected(part, of) for part in parts_))
        case Or(parts_):
            return Or(tuple(_corrected(part, of) for part in parts_))
        case Not():
            return node
        case Word(text, field) if field in FIELDS and len(parts(text)) == 1:
            return Word(_likeliest(node, of), field)
    return node


def _likeliest(word: Word, of: str) -> str:
    """The word itself where it is known; else of the real words nearest to it the one found most often."""
    engine = backend(of)
    if engine.ask(Question(tree=word, rows=0)).total:
        return word.text
    likely = engine.words_like(parts(word.text)[0], FIELDS[word.field])[:TRIED]
    return max(
        likely, key=lambda text: engine.ask(Question(tree=Word(text, word.field), rows=0)).total, default=word.text
    )
