"""The query language: what is understood, what is refused, and with which sentence."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.query import HELP, QueryError, describe, errors, parse, write
from articles.query.tree import (
    And,
    Attribution,
    Dates,
    Everything,
    Fuzzy,
    Kind,
    Not,
    Or,
    Phrase,
    Review,
    Undated,
    Wildcard,
    Word,
    all_of,
    any_of,
)

a, b, c = Word("a"), Word("b"), Word("c")
JULY = Dates(date(2018, 7, 1), date(2018, 7, 31))

UNDERSTOOD = [
    ("", Everything()),
    ("   ", Everything()),
    ("nuclear", Word("nuclear")),
    ("a b", And((a, b))),
    ("a AND b", And((a, b))),
    ("a and b", And((a, Word("and"), b))),
    ("a OR b", Or((a, b))),
    ("a or b", And((a, Word("or"), b))),
    ("a OR b c", Or((a, And((b, c))))),
    ("a b OR c", Or((And((a, b)), c))),
    ("a (b OR c)", And((a, Or((b, c))))),
    ("(a b) c", And((a, b, c))),
    ("a(b)c", And((a, b, c))),
    ("((((a))))", a),
    ("-a", Not(a)),
    ("−a", Not(a)),
    ("NOT a", Not(a)),
    ("NOT NOT a", a),
    ("NOT -a", a),
    ("a -b", And((a, Not(b)))),
    ("a AND NOT b", And((a, Not(b)))),
    ("a OR -b", Or((a, Not(b)))),
    ("-(a OR b) c", And((Not(Or((a, b))), c))),
    ("+a b", And((a, b))),
    ("- a", a),
    ("--a", a),
    ("a - b", And((a, b))),
    ("a — b", And((a, b))),
    ("a, b.", And((a, b))),
    ("who?", Word("who")),
    ("a ()", a),
    ('a ""', a),
    ('"nuclear talks"', Phrase("nuclear talks")),
    ("“nuclear talks”", Phrase("nuclear talks")),
    ("„nuclear talks“", Phrase("nuclear talks")),
    ("«nuclear talks»", Phrase("nuclear talks")),
    ('-"a b"', Not(Phrase("a b"))),
    ('"to be or not to be"', Phrase("to be or not to be")),
    ('"OR"', Phrase("OR")),
    ('"a b"~5', Phrase("a b", near=5)),
    ('"a b"~', Phrase("a b")),
    ('"a"~5', Phrase("a")),
    ('a"b c"', And((a, Phrase("b c")))),
    ("nuclear*", Wildcard("nuclear*")),
    ("Zür*", Wildcard("zur*")),
    ("nu*ar", Wildcard("nu*ar")),
    ("*clear", Wildcard("*clear")),
    ("nucl***", Wildcard("nucl*")),
    ("co-oper*", Wildcard("cooper*")),
    ("北京*", Word("北京")),
    ("北京", Word("北京")),
    ("colour~", Fuzzy("colour")),
    ("Colour~2", Fuzzy("colour", 2)),
    ("~", None),
    ("co-operate", Word("co-operate")),
    ("U.S.", Word("U.S.")),
    ("AT&T", Word("AT&T")),
    ("12:30", Word("12:30")),
    ("http://example.org/a", Word("http://example.org/a")),
    ("Halloran: we", And((Word("Halloran"), Word("we")))),
    ("speaker:pompeo", Word("pompeo", "speaker")),
    ("SPEAKER:pompeo", Word("pompeo", "speaker")),
    ("source:pompeo", Word("pompeo", "speaker")),
    ("speaker: pompeo", Word("pompeo", "speaker")),
    ("-speaker:pompeo", Not(Word("pompeo", "speaker"))),
    ('speaker:"Kim Yong Chol"', Phrase("Kim Yong Chol", "speaker")),
    ("speaker:(a OR b) c", And((Or((Word("a", "speaker"), Word("b", "speaker"))), c))),
    ("speaker:(a headline:b)", And((Word("a", "speaker"), Word("b", "headline")))),
    ("speaker:pomp*", Wildcard("pomp*", "speaker")),
    ("by:lee", Word("lee", "by")),
    ("headline:summit", Word("summit", "headline")),
    ("title:summit", Word("summit", "headline")),
    ("publication:ledger", Word("ledger", "publication")),
    ("section:politics", Word("politics", "section")),
    ("kind:partial", Kind("partial")),
    ("kind:Partial,", Kind("partial")),
    ("is:unreviewed", Review(False)),
    ("is:reviewed", Review(True)),
    ("is:unnamed", Attribution("unnamed")),
    ("date:2018-07", JULY),
    ("date:2018/7", JULY),
    ("date:2018", Dates(date(2018, 1, 1), date(2018, 12, 31))),
    ("date:2018-07-22", Dates(date(2018, 7, 22), date(2018, 7, 22))),
    ("date:2016..2018", Dates(date(2016, 1, 1), date(2018, 12, 31))),
    ("date:2018-07..", Dates(date(2018, 7, 1), None)),
    ("date:..2018-07", Dates(None, date(2018, 7, 31))),
    ('date:"2018-07"', JULY),
    ("date:unknown", Undated()),
    ("date:9999", Dates(date(9999, 1, 1), date(9999, 12, 31))),
    ("from:2018-07-01 to:2018-07-31", And((Dates(date(2018, 7, 1), None), Dates(None, date(2018, 7, 31))))),
    ("from:2018-07 to:2018-07", And((Dates(date(2018, 7, 1), None), Dates(None, date(2018, 7, 31))))),
    ("a\x00b\u202ec", And((a, b, c))),
    ("<script>alert(1)</script>", And((Word("script>alert"), Word("1"), Word("script")))),
    ("'; DROP TABLE x; --", And((Word("DROP"), Word("TABLE"), Word("x")))),
]

REFUSED = [
    ('"nuclear talks', errors.UnclosedPhrase, '"nuclear talks"'),
    ('"', errors.UnclosedPhrase, ""),
    ('"a b" "c', errors.UnclosedPhrase, '"a b" "c"'),
    ("(a b", errors.UnbalancedBracket, "(a b)"),
    ("a b)", errors.UnbalancedBracket, "a b"),
    (")(", errors.UnbalancedBracket, ""),
    ("((a)", errors.UnbalancedBracket, "((a))"),
    ("OR", errors.DanglingOperator, "or"),
    ("AND", errors.DanglingOperator, "and"),
    ("a OR", errors.DanglingOperator, "a"),
    ("OR a", errors.DanglingOperator, "a"),
    ("a OR OR b", errors.DanglingOperator, "a OR b"),
    ("a AND OR b", errors.DanglingOperator, "a OR b"),
    ("a (OR) b", errors.DanglingOperator, "a ( ) b"),
    ("a OR AND b", errors.DanglingOperator, "a AND b"),
    ("NOT", errors.DanglingNot, "not"),
    ("a NOT", errors.DanglingNot, "a"),
    ("a AND NOT", errors.DanglingNot, "a"),
    ("foo:bar", errors.UnknownField, "foo bar"),
    ("speeker:pompeo", errors.UnknownField, "speaker:pompeo"),
    ('speeker:"a b"', errors.UnknownField, 'speaker: "a b"'),
    ("x foo:(a b)", errors.UnknownField, "x foo (a b)"),
    ("speaker:", errors.EmptyField, ""),
    ("a speaker:", errors.EmptyField, "a"),
    ("*", errors.WildcardTooWide, ""),
    ("**", errors.WildcardTooWide, ""),
    ("n*", errors.WildcardTooWide, "n"),
    ("*in", errors.WildcardTooWide, "in"),
    ("a * b", errors.WildcardTooWide, "a b"),
    ("speaker:*", errors.WildcardTooWide, ""),
    ("us~", errors.FuzzyTooShort, "us"),
    ("iran~2", errors.FuzzyTooShort, "iran~"),
    ("nuclear~9", errors.TooFuzzy, "nuclear~"),
    ("nuclear~0.8", errors.TooFuzzy, "nuclear~"),
    ('"a b"~500', errors.TooFar, '"a b"~100'),
    ("date:2018-13", errors.NoSuchDay, "date:2018"),
    ("date:2018-02-30", errors.NoSuchDay, "date:2018-02"),
    ("date:0000", errors.NoSuchDay, ""),
    ("date:yesterday", errors.NotADate, ""),
    ("a date:18", errors.NotADate, "a"),
    ("date:..", errors.NotADate, ""),
    ("date:2018..2016", errors.DatesReversed, "date:2016..2018"),
    ("a from:2019 to:2018", errors.DatesReversed, "a from:2018-12-31 to:2019-01-01"),
    ("from:tomorrow", errors.NotADate, ""),
    ("kind:part", errors.UnknownKind, "kind:partial"),
    ("kind:zzz a", errors.UnknownKind, "a"),
    ("is:unreviewd", errors.UnknownState, "is:unreviewed"),
    ("!!!", errors.NothingToFind, ""),
    ('""', errors.NothingToFind, ""),
    ("()", errors.NothingToFind, ""),
    ("-", errors.NothingToFind, ""),
    ("x" * 10_000, errors.TooLong, "x" * 2000),
    ("(" * 60 + "a", errors.TooDeep, "a"),
    ("* (a", errors.WildcardTooWide, "(a)"),
    (" ".join(f"a{n:03}*" for n in range(20)), errors.TooManyPatterns, ""),
]


@pytest.mark.parametrize(("text", "tree"), UNDERSTOOD)
def test_what_can_be_understood_is_understood(text, tree):
    if tree is None:
        with pytest.raises(errors.NothingToFind):
            parse(text)
    else:
        assert parse(text) == tree


@pytest.mark.parametrize(("text", "error", "suggestion"), REFUSED, ids=[row[0][:20] for row in REFUSED])
def test_what_is_wrong_has_its_sentence_and_a_corrected_query(text, error, suggestion):
    with pytest.raises(error) as caught:
        parse(text)
    assert type(caught.value) is error
    assert str(caught.value).endswith(".")
    assert caught.value.suggestion == suggestion
    if suggestion:
        parse(suggestion)


def test_too_many_words_are_cut_to_what_fits():
    with pytest.raises(errors.TooManyWords) as caught:
        parse("a " * 500)
    assert len(parse(caught.value.suggestion).parts) == 200


LEAVES = st.one_of(
    st.builds(Word, st.sampled_from(["nuclear", "U.S.", "co-operate", "北京", "12:30", "or"]), st.sampled_from(["", "speaker"])),
    st.builds(Phrase, st.sampled_from(["a b", "OR", "it’s (so)"]), st.sampled_from(["", "headline"])),
    st.just(Phrase("a b", "", 5)),
    st.sampled_from([Wildcard("nu*"), Wildcard("n*ar", "by"), Fuzzy("colour"), Fuzzy("colour", 2, "speaker")]),
    st.sampled_from([Undated(), Kind("direct"), Review(False), Attribution("named")]),
    st.sampled_from([JULY, Dates(date(2017, 1, 1), date(2018, 12, 31)), Dates(date(2018, 2, 3), date(2018, 3, 2))]),
)  # fmt: skip
TREES = st.recursive(
    LEAVES,
    lambda inner: st.one_of(
        st.lists(inner, min_size=2, max_size=3).map(all_of),
        st.lists(inner, min_size=2, max_size=3).map(any_of),
        inner.filter(lambda node: not isinstance(node, Not)).map(Not),
    ),
    max_leaves=8,
)


@given(TREES)
def test_a_tree_written_down_reads_the_same(tree):
    assert parse(write(tree)) == tree
    assert parse(describe(tree)) == tree


@given(st.one_of(st.text(), st.text('ab"“”()*~:-+ ORANDTfromdate2018.', max_size=60)))
def test_any_text_gives_a_tree_or_a_sentence_and_a_query_that_works(text):
    try:
        tree = parse(text)
    except QueryError as error:
        tree = parse(error.suggestion)
    assert parse(write(tree)) == tree


@pytest.mark.parametrize("operator", HELP, ids=lambda operator: operator.write)
def test_every_example_of_the_help_page_is_understood(operator):
    assert parse(operator.write) != Everything()
