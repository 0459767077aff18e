import json

import pytest
from django.core.management import CommandError, call_command

from articles import loading
from articles.models import Article

pytestmark = pytest.mark.django_db


@pytest.fixture
def file(tmp_path):
    def write(*rows):
        path = tmp_path / "articles.jsonl"
        path.write_text("".join((row if isinstance(row, str) else json.dumps(row)) + "\n" for row in rows))
        return path

    return write


GOOD = {"id": "a", "headline": "One", "body": "“Yes,” Ann Lee said.", "publication": "The Courier"}


def test_the_last_line_counts(file, capsys):
    path = file(GOOD, {**GOOD, "id": "b"})
    call_command("load_articles", path)
    assert capsys.readouterr().out == "2 read: 2 created, 0 updated, 0 unchanged, 0 rejected\n"
    call_command("load_articles", path)
    assert capsys.readouterr().out == "2 read: 0 created, 0 updated, 2 unchanged, 0 rejected\n"


def test_a_broken_line_is_named_and_the_rest_is_loaded(file, capsys):
    with pytest.raises(SystemExit) as caught:
        call_command("load_articles", file(GOOD, "{", {**GOOD, "id": "c"}))
    assert caught.value.code == 1
    captured = capsys.readouterr()
    assert "articles.jsonl, line 2: This is not a JSON object" in captured.err
    assert captured.out.endswith("3 read: 2 created, 0 updated, 0 unchanged, 1 rejected\n")
    assert Article.objects.count() == 2


def test_a_dry_run_writes_nothing(file, capsys):
    call_command("load_articles", file(GOOD), dry_run=True)
    assert "1 created" in capsys.readouterr().out
    assert not Article.objects.exists()


def test_a_missing_file_is_a_sentence():
    with pytest.raises(CommandError, match="There is no file"):
        call_command("load_articles", "/nowhere/at/all.jsonl")


def test_files_of_other_formats_are_told_by_their_content(tmp_path, capsys):
    page, table = tmp_path / "a.dat", tmp_path / "b.dat"
    page.write_text("Ferry returns\n\n“It is late,” Ann Lee said.")
    table.write_text("Titel;Text\nFerry sinks;It sank.\n")
    call_command("load_articles", page, table, columns={"Titel": "headline", "Text": "body"})
    assert capsys.readouterr().out == "2 read: 2 created, 0 updated, 0 unchanged, 0 rejected\n"


def test_the_mapping_of_columns_names_known_fields(tmp_path, capsys):
    table = tmp_path / "b.csv"
    table.write_text("Titel;Text\nFerry sinks;It sank.\n")
    call_command("load_articles", str(table), "--columns=Titel=headline,Text=body")
    assert "1 created" in capsys.readouterr().out
    with pytest.raises(CommandError, match="fields are headline"):
        call_command("load_articles", str(table), "--columns=Titel=head")


def test_what_is_rightly_no_article_is_counted_apart(tmp_path, capsys):
    path = tmp_path / "feed.xml"
    path.write_text("<rss version='2.0'><channel><title>Empty</title></channel></rss>")
    call_command("load_articles", path)
    out = capsys.readouterr().out
    assert out.startswith("1 left out: It is well-formed and holds no articles.\n")
    assert out.endswith("0 rejected, 1 left out\n")


def test_a_mistake_of_our_own_stops_one_article_only(file, capsys, monkeypatch):
    ingest = loading.ingest

    def stumble_over_the_second(data, **options):
        if data.external_id == "b":
            raise RuntimeError("of ours")
        return ingest(data, **options)

    monkeypatch.setattr(loading, "ingest", stumble_over_the_second)
    with pytest.raises(SystemExit):
        call_command("load_articles", file(GOOD, {**GOOD, "id": "b"}, {**GOOD, "id": "c"}))
    captured = capsys.readouterr()
    assert "line 2: The archive could not take it" in captured.err
    assert Article.objects.count() == 2
