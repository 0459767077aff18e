"""Every way a query can be wrong: a class with the sentence the reader sees and a query that would work."""


def gettext_noop(sentence: str) -> str:
    """Marks a sentence for translation; whoever shows it looks the translation up."""
    return sentence


class QueryError(Exception):
    """A query that can't be understood.

    `template` and `values` are for translation, `str(error)` is the English sentence;
    `suggestion` is a corrected query, "" where there is nothing left to ask.
    """

    template = ""

    def __init__(self, suggestion: str = "", **values: object):
        self.suggestion = suggestion
        self.values = values
        super().__init__(self.template % values)


class TooLong(QueryError):
    template = gettext_noop("A query may have %(limit)s characters; this one has %(length)s.")


class TooManyWords(QueryError):
    template = gettext_noop("A query may have %(limit)s words; this one has %(count)s.")


class TooManyPatterns(QueryError):
    template = gettext_noop("A query may have %(limit)s words with * or ~; this one has more.")


class TooDeep(QueryError):
    template = gettext_noop("The brackets are nested more than %(limit)s deep.")


class UnclosedPhrase(QueryError):
    template = gettext_noop("A phrase begins with a quotation mark but doesn’t end with one.")


class UnbalancedBracket(QueryError):
    template = gettext_noop("A bracket “%(bracket)s” has no partner.")


class DanglingOperator(QueryError):
    template = gettext_noop(
        "%(operator)s needs something to search for on both sides. To find the word, write it small."
    )


class DanglingNot(QueryError):
    template = gettext_noop("NOT needs something after it that should be left out. To find the word, write it small.")


class UnknownField(QueryError):
    template = gettext_noop("There is no field “%(field)s:”. You can search %(fields)s.")


class EmptyField(QueryError):
    template = gettext_noop("Say what to look for after “%(field)s:”.")


class WildcardTooWide(QueryError):
    template = gettext_noop(
        "“%(pattern)s” would match nearly everything. Give at least %(letters)s letters with the *."
    )


class FuzzyTooShort(QueryError):
    template = gettext_noop(
        "“%(word)s~” is too short for a search by likeness: that takes at least %(letters)s letters."
    )


class TooFuzzy(QueryError):
    template = gettext_noop("A word can differ by 1 or 2 letters, not by %(edits)s.")


class TooFar(QueryError):
    template = gettext_noop("Words can stand up to %(limit)s words apart, not %(near)s.")


class NotADate(QueryError):
    template = gettext_noop("“%(text)s” is not a date. Write a year, a month or a day: 2018, 2018-07 or 2018-07-22.")


class NoSuchDay(QueryError):
    template = gettext_noop("There is no such day as %(text)s.")


class DatesReversed(QueryError):
    template = gettext_noop("%(since)s is after %(until)s: no day can be in between.")


class UnknownKind(QueryError):
    template = gettext_noop("There is no kind “%(value)s”. A quote is direct, partial or indirect.")


class UnknownState(QueryError):
    template = gettext_noop("“is:%(value)s” means nothing here. You can write %(values)s after “is:”.")


class NothingToFind(QueryError):
    template = gettext_noop("There is no word in “%(text)s” to look for.")
