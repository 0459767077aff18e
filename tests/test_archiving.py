"""The whole archive written to a file and read back is the same archive."""

import io
import json

import pytest
from django.contrib.auth.models import Group, User
from django.core.management import CommandError, call_command

from articles import archiving, reviewing, sources
from articles.ingest import store
from articles.models import Article, Decision, IndexNote, Quote, Source
from tests import make

pytestmark = pytest.mark.django_db

BODY = "“The harbour will open in May,” Edda Halloran said.\n\n“It will not,” the mayor’s aide Bo Lindqvist said."


@pytest.fixture
def archive():
    """An archive in which everything happened: imports, decisions, a merge, an edit, people and groups."""
    editor = make.editor()
    editor.groups.add(Group.objects.get_or_create(name="Editors of the test")[0])
    one, two = make.ingested(BODY), make.ingested(BODY.replace("May", "June"), headline="Ÿ \u202e 🚢")
    reviewing.confirm(one.quotes.first(), by=editor)
    reviewing.reject(one.quotes.last(), by=editor)
    gone = make.source("E. Halloran")
    sources.merge(gone, into=Source.objects.get(name="Edda Halloran"), by=editor)
    before, two.body = two.body, "A new first line.\n\n" + two.body
    store(two, before=before)
    return exported()


def exported() -> bytes:
    file = io.BytesIO()
    archiving.export(file)
    return file.getvalue()


def wipe():
    archiving._empty()


def test_a_round_trip_is_identical(archive):
    wipe()
    assert not Article.objects.exists()
    counts = archiving.restore(io.BytesIO(archive))
    assert exported() == archive
    assert counts["articles.article"] == 2
    assert counts["articles.historicalquote"] > 2
    assert Decision.objects.count() >= 2
    assert Quote.objects.get(standing="confirmed").reviewed_by.username == "editor"
    assert User.objects.get().check_password("x")
    assert User.objects.get().groups.get().name == "Editors of the test"


def test_times_come_back_to_the_microsecond(archive):
    times = list(Quote.history.order_by("pk").values_list("history_date", flat=True))
    assert any(at.microsecond % 1000 for at in times)
    wipe()
    archiving.restore(io.BytesIO(archive))
    assert list(Quote.history.order_by("pk").values_list("history_date", flat=True)) == times


def test_life_goes_on_after_it(archive):
    wipe()
    archiving.restore(io.BytesIO(archive))
    article = make.ingested("“A third one,” Edda Halloran said.", headline="Third")
    assert article.pk > max(Article.objects.exclude(pk=article.pk).values_list("pk", flat=True))
    assert article.quotes.get().source == Source.objects.get(name="Edda Halloran")


def test_the_search_index_is_told_of_every_article(archive):
    wipe()
    IndexNote.objects.all().delete()
    archiving.restore(io.BytesIO(archive))
    noted = set(IndexNote.objects.filter(of="article").values_list("object_id", flat=True))
    assert noted == set(Article.objects.values_list("pk", flat=True))


def test_an_archive_with_articles_is_not_overwritten_unless_asked(archive):
    with pytest.raises(archiving.NotEmpty, match="There are 2 articles here already"):
        archiving.restore(io.BytesIO(archive))
    make.ingested("Another text.", headline="Lost")
    archiving.restore(io.BytesIO(archive), replace=True)
    assert exported() == archive


@pytest.mark.parametrize(
    ("mend", "sentence"),
    [
        (lambda data: b"", "not an archive"),
        (lambda data: b'{"headline": "H"}\n', "not an archive"),
        (lambda data: data.replace(b'"version": 1', b'"version": 2', 1), "newer release"),
        (lambda data: data.replace(b'"migration": "0', b'"migration": "9', 1), "newer release"),
        (lambda data: data[: len(data) // 2], "damaged"),
        (lambda data: data[: data.rindex(b"{")], "its end is missing"),
        (lambda data: data.replace(b"harbour", b"fortress"), "not those that were written"),
        (lambda data: data.replace(b'"articles.quote"', b'"auth.permission"'), "damaged"),
        (lambda data: data.replace(b'"articles.quote"', b'"no.model"'), "damaged"),
    ],
    ids=range(9),
)
def test_a_damaged_file_changes_nothing(archive, mend, sentence):
    with pytest.raises(archiving.NotRestored, match=sentence):
        archiving.restore(io.BytesIO(mend(archive)), replace=True)
    assert exported() == archive


def test_every_line_is_json_and_the_first_names_the_format(archive):
    head, *rows, end = map(json.loads, archive.decode().splitlines())
    assert (head["format"], head["version"]) == ("On the Record archive", 1)
    assert end["rows"] == len(rows)
    assert {"model", "pk", "fields"} == set(rows[0])


def test_the_commands_write_and_read(archive, tmp_path, capsys):
    file = tmp_path / "archive.jsonl"
    call_command("export_archive", file)
    assert file.read_bytes() == archive
    assert file.stat().st_mode & 0o077 == 0
    call_command("import_archive", file, replace=True)
    assert "2 articles, read" in capsys.readouterr().out
    with pytest.raises(CommandError, match="There are 2 articles"):
        call_command("import_archive", file)
    with pytest.raises(CommandError, match="There is no file"):
        call_command("import_archive", "/nowhere")
