import json

import pytest
from django.core.management import CommandError, call_command

from articles.text import Extraction, Kind, Quote, Source, SourceKind, Span
from articles.text.evaluation.corpus import Annotated, Attribution, read_corpus
from articles.text.evaluation.score import Table, Tally, brier, calibration, segments
from articles.text.evaluation.speakers import Answer, add_speakers, folded

TEXT = "“We are ready,” said Ann Lee. He liked “the song”. The bridge is closed, Bob Ray said."
SAID = Attribution([Span(0, 15)], [Span(21, 28)], [Span(16, 20)])
REPORTED = Attribution([Span(51, 71)], [Span(73, 80)], [Span(81, 85)])
ARTICLE = Annotated("a", TEXT, [SAID, REPORTED])


def quote(start, end, mention, *, kind=Kind.DIRECT, source=None):
    return Quote((Span(start, end),), kind, mention=mention and Span(*mention), source=source)


def table(*quotes):
    found = Table()
    found.add(ARTICLE, Extraction(quotes))
    return found


def test_segments_are_the_stretches_between_marks():
    assert [span.of(TEXT) for span in segments(TEXT)] == ["“We are ready,”", "“the song”"]


def test_right_words_with_the_right_source_count():
    found = table(quote(0, 15, (21, 28)), quote(51, 71, (73, 80), kind=Kind.INDIRECT))
    assert (found.detection.f1, found.attribution.f1, found.relation.f1) == (1, 1, 1)


def test_wrong_source_is_detected_but_not_attributed():
    found = table(quote(0, 15, (30, 32)))
    assert (found.detection.right, found.attribution.right) == (1, 0)


def test_mention_that_swallows_the_cue_is_wrong():
    assert table(quote(0, 15, (16, 28))).attribution.right == 0


def test_words_at_arms_length_are_found_in_vain():
    found = table(quote(0, 15, (21, 28)), quote(39, 49, (30, 32)))
    assert (found.detection.right, found.detection.found) == (1, 2)


def test_confidence_is_compared_with_what_was_right():
    judged = [(0.9, True), (0.9, True), (0.9, False), (0.2, False)]
    first, second = calibration(judged, edges=(0, 0.5, 1))
    assert (first.size, first.right) == (1, 0)
    assert (second.size, round(second.sure, 2), round(second.right, 2)) == (3, 0.9, 0.67)
    assert round(brier(judged), 4) == 0.2175


def test_names_are_compared_without_titles_accents_and_initials():
    assert folded("Sen. José A. Díaz’s") == "jose diaz"


def test_speaker_is_right_by_any_of_its_names_and_none_where_nobody_is_named():
    tally = Tally()
    source = Source("Ann Lee", SourceKind.PERSON)
    extraction = Extraction((quote(0, 15, (21, 28), source=0),), (source,))
    answers = [Answer(Span(0, 15), ("A. B. Lee", "Ann Lee")), Answer(Span(39, 49), ())]
    add_speakers(tally, ARTICLE, extraction, answers)
    assert (tally.annotated, tally.found, tally.right) == (2, 1, 1)


@pytest.fixture
def corpus(tmp_path):
    (tmp_path / "text").mkdir()
    (tmp_path / "attributions").mkdir()
    (tmp_path / "text" / "a.txt").write_text(TEXT, encoding="utf-8")
    rows = [
        "T1\tContent 0 15\t“We are ready,”", "T2\tSource 21 28\tAnn Lee", "T3\tCue 16 20\tsaid",
        "E1\tContent:T1 Source:T2 Cue:T3",
    ]  # fmt: skip
    (tmp_path / "attributions" / "a_x1.ann").write_text("\n".join(rows), encoding="utf-8")
    return tmp_path


def test_corpus_is_read_from_stand_off_files(corpus):
    (article,) = read_corpus(corpus)
    assert article == Annotated("a", TEXT, [SAID])


def test_command_prints_the_table(corpus, capsys, tmp_path):
    answers = tmp_path / "answers.json"
    answers.write_text(json.dumps({"a": [{"start": 0, "end": 15, "speaker": "Ann Lee"}]}), encoding="utf-8")
    call_command("evaluate_quotes", str(corpus), speakers=answers)
    printed = capsys.readouterr().out
    assert "quotations found" in printed
    assert "speaker named rightly" in printed


def test_command_is_silent_about_sources_that_the_corpus_does_not_tell(corpus, capsys):
    (corpus / "attributions" / "a_x1.ann").write_text("T1\tContent 0 15\tsaid\nE1\tContent:T1\n", encoding="utf-8")
    call_command("evaluate_quotes", str(corpus))
    printed = capsys.readouterr().out
    assert "quotations found" in printed
    assert "right source" not in printed


def test_command_says_what_is_missing(tmp_path):
    with pytest.raises(CommandError, match="has no folder text"):
        call_command("evaluate_quotes", str(tmp_path))


def test_extract_quotes_prints_one_line_a_file_without_a_database(tmp_path, capsys):
    file = tmp_path / "news.txt"
    file.write_text("“We are ready,” said Ann Lee.", encoding="utf-8")
    call_command("extract_quotes", str(file))
    row = json.loads(capsys.readouterr().out)
    assert row["id"] == "news"
    (found,) = row["quotes"]
    assert (found["spans"], found["source"], found["cue"]) == ([[0, 15]], [21, 28], [16, 20])
    assert (found["kind"], found["speaker"], found["speaker_kind"]) == ("direct", "Ann Lee", "person")


def test_extract_quotes_explains_its_candidates(tmp_path, capsys):
    file = tmp_path / "news.txt"
    file.write_text("“We are ready,” said Ann Lee.", encoding="utf-8")
    call_command("extract_quotes", str(file), explain=True)
    (explained,) = json.loads(capsys.readouterr().out)["explained"]
    assert explained["chosen"] == "pair"
    assert explained["candidates"][0]["source"] == "Ann Lee"
    assert explained["candidates"][0]["reasons"]


def test_file_that_is_not_text_is_refused_with_a_sentence(tmp_path):
    file = tmp_path / "news.txt"
    file.write_bytes(b"\xff\xfe\x00")
    with pytest.raises(CommandError, match="is not UTF-8 text"):
        call_command("extract_quotes", str(file))
