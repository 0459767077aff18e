"""What an index holds: the fields of a Whoosh schema sorted into the three kinds this package stores."""

import json
from functools import lru_cache

from whoosh import fields, formats
from whoosh.fields import FieldType

FORMAT = 1


def as_written(name):
    """Name under which queries find the words of text field `name` as written, not their stems."""
    return f"{name}.surface"


class Words(FieldType):
    """A text: words with their places, found by stem under the field's name and by form under `as_written(name)`.

    `split(text)` gives the words as written and their positions (None: 0, 1, 2 …); `stem(word)` the stem of one."""

    def __init__(self, *, split, stem):
        super().__init__(formats.Positions(), analyzer=None, scorable=True)
        self.split = split
        self.stem = lru_cache(1 << 17)(stem)  # a stemmer in Python takes longer than all else about a word

    def process_text(self, text, mode="", tokenize=True, **options):
        """What Whoosh's parser makes of a text: its stems; a pattern or misspelt word stays as it is."""
        return [self.stem(word) for word in self.split(text)[0]] if tokenize else [text]


class Layout:
    """The kinds of all fields, and a fingerprint that changes when an existing index no longer fits."""

    def __init__(self, schema, *, order, facets, version):
        self.texts = {name: field for name, field in schema.items() if isinstance(field, Words)}
        self.numbers = {name: field for name, field in schema.items() if isinstance(field, fields.NUMERIC)}
        self.exacts = [name for name, field in schema.items() if isinstance(field, fields.ID | fields.KEYWORD)]
        unknown = set(schema.names()) - set(self.texts) - set(self.numbers) - set(self.exacts)
        if unknown:
            raise ValueError(f"fields of a kind that cannot be indexed: {', '.join(sorted(unknown))}")
        if order not in self.numbers or not set(facets) <= set(self.exacts):
            raise ValueError("order must name a NUMERIC field, facets only ID or KEYWORD fields")
        self.order = order
        self.facets = frozenset(facets)
        self.names = frozenset(schema.names())
        self.written = {as_written(name): name for name in self.texts}
        self.searchable = frozenset([*self.texts, *self.written, *self.exacts])
        kinds = {"text": sorted(self.texts), "number": sorted(self.numbers), "exact": sorted(self.exacts)}
        self.fingerprint = json.dumps([FORMAT, version, order, sorted(facets), kinds], sort_keys=True)


def encoded(term):
    """Bytes of a term as stored: UTF-8, lone surrogates let through."""
    return term if isinstance(term, bytes) else str(term).encode("utf-8", "surrogatepass")


def decoded(term):
    """The term of stored bytes."""
    return term.decode("utf-8", "surrogatepass")
