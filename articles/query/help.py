"""The operators of the query language, for the help page and for who reads the code."""

from dataclasses import dataclass

from .errors import gettext_noop


@dataclass(frozen=True, slots=True)
class Operator:
    """One thing that can be written."""

    write: str
    means: str
    """What it finds, for a reader; to be translated by whoever shows it."""
    field: str = ""


HELP = (
    Operator(
        "nuclear talks", gettext_noop("Both words, in any order; endings aside: talks also finds talk and talking.")
    ),
    Operator('"nuclear talks"', gettext_noop("The words as written, one after the other; capitals and accents aside.")),
    Operator("nuclear OR missile", gettext_noop("One of them or both. AND binds closer than OR.")),
    Operator("nuclear -iran", gettext_noop("The first word without the second. NOT iran means the same.")),
    Operator("(nuclear OR missile) talks", gettext_noop("Brackets hold together what belongs together.")),
    Operator("nuclea*", gettext_noop("Words that begin so; at least two letters. The * may also stand inside a word.")),
    Operator('"nuclear talks"~5', gettext_noop("The words with at most five others between one and the next.")),
    Operator("colour~", gettext_noop("Words that differ by one letter, such as color; ~2 by two letters.")),
    Operator("speaker:pompeo", gettext_noop("Said by someone of that name, in any known form."), "speaker"),
    Operator(
        'speaker:"kim yong chol"', gettext_noop("Said by someone whose name has these words together."), "speaker"
    ),
    Operator("by:halloran", gettext_noop("Articles written by someone of that name, and quotes in them."), "by"),
    Operator("headline:summit", gettext_noop("The word stands in the headline."), "headline"),
    Operator("publication:ledger", gettext_noop("Printed in a publication of that name."), "publication"),
    Operator("section:politics", gettext_noop("Printed in that section."), "section"),
    Operator(
        "kind:partial", gettext_noop("Quotes that are direct, partial or indirect (told in the paper’s words)."), "kind"
    ),
    Operator(
        "date:2018-07",
        gettext_noop("Printed in that year, month or on that day; date:2016..2018 is a stretch."),
        "date",
    ),
    Operator("from:2018-07-01 to:2018-07-31", gettext_noop("Printed on or after a day, on or before a day."), "from"),
    Operator("date:unknown", gettext_noop("Articles of which no date is known."), "date"),
    Operator("is:unnamed", gettext_noop("By source: named, uncertain, unnamed or unknown."), "is"),
    Operator("is:unreviewed", gettext_noop("Quotes that no editor has checked yet; is:reviewed for the others."), "is"),
)
"""Every operator, in the order it is best learnt."""
