"""One table of sentences for every shape of attribution that news prose has: words -> the mention that said them."""

import pytest

from articles.text import Kind, extract


def said(text):
    """{quoted or reported words: source mention} of a text."""
    return {
        " … ".join(span.of(text) for span in quote.spans): quote.mention.of(text) if quote.mention else None
        for quote in extract(text).quotes
    }


def source_of(text, words):
    """The mention that the words are given to; fails if they are in no quote."""
    quote = next((quote for quote in extract(text).quotes if any(words in span.of(text) for span in quote.spans)), None)
    assert quote is not None, f"{words!r} is in no quote of {extract(text).quotes}"
    return quote.mention.of(text) if quote.mention else None


@pytest.mark.parametrize(
    ("text", "words", "source"),
    [
        ("“We are ready,” Ann Lee said on Monday.", "We are ready", "Ann Lee"),
        ("“We are ready,” said Ann Lee on Monday.", "We are ready", "Ann Lee"),
        ("Ann Lee said: “We are ready.”", "We are ready", "Ann Lee"),
        ("Ann Lee said that the town was “ready for it”.", "ready for it", "Ann Lee"),
        ("According to Ann Lee, the town was “ready for it”.", "ready for it", "Ann Lee"),
        ("The town was “ready for it”, according to Ann Lee.", "ready for it", "Ann Lee"),
        ("Ann Lee called the plan “a disgrace to the town”.", "a disgrace", "Ann Lee"),
        (
            "“We are ready,” said Ann Lee, who has led the council since the flood of 2009 and lives in Harwick.",
            "We are ready",
            "Ann Lee",
        ),
        ("Ann Lee, a farmer from Harwick, said the road was “never safe”.", "never safe", "Ann Lee"),
        ("Ann Lee told Bob Ray that the road was “never safe”.", "never safe", "Ann Lee"),
        ("“The road was never safe,” Ann Lee told the BBC.", "never safe", "Ann Lee"),
        ("The council denounced the road as “a danger to children”.", "a danger", "The council"),
        ("Lee’s claim that the road was “never safe” was wrong.", "never safe", "Lee"),
        ("Ann Lee walked out of the meeting, saying, “I’ve had enough of this.”", "had enough", "Ann Lee"),
        ("“We are ready,” he said, and nodded.", "We are ready", "he"),
        ("“We are ready.” — Ann Lee", "We are ready", "Ann Lee"),
        ("Bob Ray said the road was “never safe for children” — Ann Lee", "never safe", "Bob Ray"),
        ("“We are ready.” “– Ann Lee is not,” said Bob Ray.", "We are ready", "Bob Ray"),
        ("“What?” asked Ann Lee. “Again?”", "Again", "Ann Lee"),
        ("Ann Lee smiled. “We are ready,” she said.", "We are ready", "she"),
        ("‘We won’t go,’ said Ann Lee. ‘It’s too far for us.’", "too far", "Ann Lee"),
        ("Mr Lee said the road was ‘never safe’ and ‘a danger to children’.", "a danger", "Mr Lee"),
        ("Nobody had “given up” on the road, but all were worried, said one farmer.", "given up", "one farmer"),
        ("The delay angered Lee’s staff, given Ray’s promise in May that it had been “sent back”.", "sent back", "Ray"),
        ("A man who robbed a shop was told by a judge that he would “never be safe”.", "never be safe", "a judge"),
        ("Ann van der Lee, 71, of Dock Street, said: “It’s a mess.”", "a mess", "Ann van der Lee"),
        ("Mitigating, Ann Lee said her client was “genuinely sorry” for it.", "genuinely sorry", "Ann Lee"),
        (
            "The New Harwick Times reports:\n“The bridge will be shut in June, for years.”",
            "shut in June",
            "The New Harwick Times",
        ),
        ("Ann Lee said her client was “sorry for it”, adding: “He wakes with it.”", "wakes with it", "Ann Lee"),
        ("“Put a toilet there.”\n― Lorry driver, name withheld", "a toilet", "Lorry driver"),
    ],
)
def test_quotation_belongs_to_the_source_of_its_cue(text, words, source):
    assert source_of(text, words) == source


def test_quotation_broken_by_its_cue_is_one_quote_of_two_spans():
    text = "“We are ready,” said Ann Lee. “We have been ready for years.”"
    (quote,) = extract(text).quotes
    assert [span.of(text) for span in quote.spans] == ["“We are ready,”", "“We have been ready for years.”"]
    assert quote.kind is Kind.DIRECT


def test_paragraphs_that_reopen_a_quotation_go_on_with_it():
    text = "“It began in May,” said Ann Lee. “Nobody came.\n“In June we shut the doors.\n“In July it was over.”"
    (quote,) = extract(text).quotes
    assert len(quote.spans) == 4


def test_speaker_labels_name_who_speaks():
    text = "“LEE: We are ready.\nRAY: I doubt it.”"
    assert source_of(text, "We are ready") == "LEE"


@pytest.mark.parametrize(
    ("text", "content", "source"),
    [
        ("Officials say that the bridge will close in May.", "the bridge will close in May", "Officials"),
        ("Ann Lee later denied that a meeting was planned.", "a meeting was planned", "Ann Lee"),
        ("The bridge will close in May, the council said.", "The bridge will close in May", "the council"),
        ("The bridge will close in May, according to two officials.", "The bridge will close in May", "two officials"),
    ],
)
def test_reported_clauses_are_indirect_quotes(text, content, source):
    (quote,) = extract(text).quotes
    assert quote.kind is Kind.INDIRECT
    assert content in quote.spans[0].of(text)
    assert quote.mention.of(text) == source


def test_day_before_a_reported_clause_is_no_part_of_it():
    text = "The council said on Monday it would shut the bridge in June."
    (quote,) = extract(text).quotes
    assert quote.spans[0].of(text) == "it would shut the bridge in June"


def test_partial_quotation_begins_after_whom_it_was_told():
    text = "One victim, who cannot be named for legal reasons, told the court he had “lost everything”."
    (quote,) = extract(text).quotes
    assert "the court" not in quote.spans[0].of(text)


def test_wish_not_to_be_named_is_no_quote():
    text = "A farmer, who asked not to be identified, said that the bridge would close in June."
    assert [quote.cue.of(text) for quote in extract(text).quotes] == ["said"]


def test_line_of_dialogue_without_a_cue_is_a_quotation():
    text = "“Who has the key?” asked Ann Lee.\n“I have had it for years.”\nThe council then went home."
    assert any("for years" in span.of(text) for quote in extract(text).quotes for span in quote.spans)


@pytest.mark.parametrize(
    "text",
    [
        "She watched the “Morning Herald” show every day of the week.",
        "Marvin “Dutch” Keeler owned the garage on the corner of Hill Street.",
        "The song “Never Let Me Go” was number one for nine weeks.",
    ],
)
def test_titles_and_nicknames_are_no_quotations(text):
    assert [quote for quote in extract(text).quotes if quote.kind is not Kind.INDIRECT] == []


def test_caption_and_embedded_post_are_not_quoted():
    text = (
        "The mayor says “cheese” at the bridge. Photo / Lee Ashe\n"
        "The bridge will shut, the mayor said https://t.co/abc123\n"
        "“We are ready,” said Ann Lee on Monday, when the council met to talk about the bridge."
    )
    extraction = extract(text)
    assert [quote.spans[0].of(text) for quote in extraction.quotes] == ["“We are ready,”"]
    assert [caption.of(text)[:9] for caption in extraction.captions] == ["The mayor"]


def test_subhead_repeating_words_of_the_body_has_their_source():
    text = (
        "The council met on Monday evening and talked for three hours about the bridge over the river at Harwick.\n"
        "‘Nobody asked us’\n"
        "Ann Lee, who farms the eastern bank, was angry. ‘Nobody asked us,’ she said. ‘Nobody ever does.’"
    )
    assert source_of(text, "Nobody asked us’\n".strip()) == "she"


def test_every_quote_says_why():
    for quote in extract("“We are ready,” said Ann Lee. Officials say that the bridge will close.").quotes:
        assert quote.reason.endswith(".")
        assert 0 < quote.confidence < 1
