"""Imports: looked at, run, stopped, gone on with, taken back; each article exactly once."""

import io
import json

import pytest
from django.contrib.auth.models import Group
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import call_command
from django.db import connection, transaction
from django.urls import reverse

from articles import importing
from articles.importing import Address, NotNow, TooBig, Upload, running
from articles.ingest import data_of, ingest
from articles.models import Article, Import, ImportedItem, Publication, Source
from articles.readers.data import Rejected, article_data
from tests import make

pytestmark = pytest.mark.django_db

SAID = "“The ferry sails,” {name} said.\n\nNobody else spoke on the quay of {name}."
NAMES = ["Edda Halloran", "Bo Lindqvist", "Ann Leeson", "Tove Marsh"]


def lines(*rows: dict) -> str:
    return "".join(json.dumps(row) + "\n" for row in rows)


def row(number: int, **fields) -> dict:
    body = SAID.format(name=NAMES[number % len(NAMES)])
    return {"id": f"a{number}", "headline": f"Ferry {number}", "body": body, "publication": "The Courier", **fields}


def submitted(*texts: str, by=None) -> Import:
    uploads = [Upload(f"{n}.dat", len(text), io.BytesIO(text.encode())) for n, text in enumerate(texts)]
    made = importing.submit(uploads, by=by)
    importing.work()
    made.refresh_from_db()
    return made


def done(made: Import) -> Import:
    importing.run(made)
    importing.work()
    made.refresh_from_db()
    return made


def outcomes(made: Import, field: str = "outcome") -> dict[str, int]:
    return dict(importing.tally(made, field))


def test_nothing_is_stored_before_it_was_looked_at():
    ingest(article_data(headline="Ferry 0", body="Old.", external_id="a0", publication="The Courier"))
    made = submitted(lines(row(0), row(1), {"headline": "No text"}), "<rss version='2.0'><channel/></rss>")
    assert made.state == "ready"
    assert outcomes(made, "forecast") == {"updated": 1, "created": 1, "refused": 1, "left": 1}
    assert Article.objects.count() == 1
    refused = ImportedItem.objects.get(outcome="refused")
    assert (refused.where, refused.sentence) == ("line 3", "There is no text.")


def test_the_preview_shows_quotes_with_their_speakers():
    (sample,) = importing.preview(submitted(lines(row(0))))
    assert (sample.headline, sample.quotes) == ("Ferry 0", [("“The ferry sails,”", "Edda Halloran")])


def test_it_runs_and_says_what_became_of_each():
    ingest(article_data(headline="Ferry 0", body="Old.", external_id="a0", publication="The Courier"))
    made = done(submitted(lines(row(0), row(1), {"headline": "No text"})))
    assert made.state == "done"
    assert outcomes(made) == {"updated": 1, "created": 1, "refused": 1}
    assert Article.objects.get(external_id="a1").quotes.count() == 1
    assert list(importing.failed()) == [made]


def test_what_a_loader_imports_is_a_draft_and_what_an_editor_imports_is_published(django_user_model):
    for name, visibility in (("Loader", "draft"), ("Editor", "published")):
        user = django_user_model.objects.create_user(name, is_staff=True)
        user.groups.add(Group.objects.get(name=name))
        done(submitted(lines(row(0, id=name, publication=f"The {name}")), by=user))
        assert Article.objects.get(external_id=name).visibility == visibility


def test_the_same_import_again_changes_nothing():
    text = lines(row(0), row(1))
    done(submitted(text))
    again = submitted(text)
    assert outcomes(again, "forecast") == {"unchanged": 2}
    assert outcomes(done(again)) == {"unchanged": 2}


class Killed(BaseException):
    """The process ends here."""


def test_a_killed_process_leaves_its_piece_as_if_never_begun(monkeypatch):
    made = submitted(lines(*map(row, range(6))))
    importing.run(made)
    calls = iter(range(100))

    def stop_at_the_third(*arguments, **options):
        outcome = ingest(*arguments, **options)
        if next(calls) == 2:
            raise Killed
        return outcome

    monkeypatch.setattr(running, "ingest", stop_at_the_third)
    with pytest.raises(Killed), transaction.atomic():
        importing.work()
    monkeypatch.undo()
    call_command("run_imports")
    made.refresh_from_db()
    assert (made.state, outcomes(made)) == ("done", {"created": 6})
    assert sorted(Article.objects.values_list("external_id", flat=True)) == [f"a{n}" for n in range(6)]


def test_a_mistake_of_our_own_stops_one_article_only(monkeypatch, caplog):
    made = submitted(lines(*map(row, range(3))))

    def stumble_over_the_second(data, **options):
        if data.external_id == "a1":
            raise RuntimeError("of ours")
        return ingest(data, **options)

    monkeypatch.setattr(running, "ingest", stumble_over_the_second)
    done(made)
    assert outcomes(made) == {"created": 2, "refused": 1}
    assert "its own mistake" in ImportedItem.objects.get(outcome="refused").sentence
    assert "of ours" in caplog.text


def test_it_can_be_stopped_and_gone_on_with():
    made = submitted(lines(*map(row, range(4))))
    importing.run(made)
    running._an_item()
    importing.cancel(made)
    importing.work()
    assert outcomes(made) == {"created": 1, "waiting": 3}
    assert outcomes(done(made)) == {"created": 4}


def test_the_whole_import_is_taken_back_as_if_it_had_never_been():
    old = make.ingested(SAID.format(name="Edda Halloran"), external_id="a0", publication="The Courier")
    before = data_of(old)
    made = done(submitted(lines(row(0, body="“It sank,” Edda Halloran said."), row(1), row(2))))
    assert Article.objects.count() == 3
    importing.undo(made)
    importing.work()
    made.refresh_from_db()
    assert (made.state, outcomes(made)) == ("undone", {"undone": 3})
    assert data_of(Article.objects.get()) == before
    assert [quote.text for quote in old.quotes.all()] == ["“The ferry sails,”"]
    assert list(Source.objects.values_list("name", flat=True)) == ["Edda Halloran"]


def test_what_a_person_decided_on_is_kept_and_said_so():
    made = done(submitted(lines(row(0), row(1), row(2))))
    one, two = (Article.objects.get(external_id=name) for name in ("a0", "a1"))
    make.decide(one.quotes.get(), standing="confirmed")
    two.version += 1
    two.save()
    importing.undo(made)
    importing.work()
    assert outcomes(made) == {"kept": 2, "undone": 1}
    assert set(Article.objects.all()) == {one, two}
    sentences = set(ImportedItem.objects.filter(outcome="kept").values_list("sentence", flat=True))
    assert sentences == {"Somebody has decided on its quotes.", "It has been changed since."}


def test_only_what_fits_its_state_can_be_done():
    made = submitted(lines(row(0)))
    with pytest.raises(NotNow, match="waiting for you"):
        importing.undo(made)
    done(made)
    with pytest.raises(NotNow, match="the import is done"):
        importing.run(made)


def test_a_mapping_of_columns_is_asked_for_once_and_remembered():
    table = "Titel;Inhalt\nFerry returns;It came.\n"
    made = submitted(table)
    file = made.files.get()
    assert file.header == ["Titel", "Inhalt"]
    assert file.wants_columns
    with pytest.raises(Rejected, match="which column holds the headline"):
        importing.map_columns(file, {"Titel": "headline"})
    importing.map_columns(file, {"Titel": "headline", "Inhalt": "body"})
    importing.work()
    assert outcomes(made, "forecast") == {"created": 1}
    again = submitted("Titel;Inhalt\nFerry sinks;It sank.\n")
    assert outcomes(again, "forecast") == {"created": 1}
    assert not again.files.get().wants_columns


def test_keys_of_json_lines_can_be_mapped_too():
    made = submitted(json.dumps({"Kopf": "Ferry", "Rumpf": "It came.", "n": "1"}) + "\n")
    file = made.files.get()
    assert file.header == ["Kopf", "Rumpf", "n"]
    importing.map_columns(file, {"Kopf": "headline", "Rumpf": "body"})
    importing.work()
    assert outcomes(made, "forecast") == {"created": 1}


def test_an_address_inside_is_refused_with_its_sentence():
    made = importing.submit([Address("http://127.0.0.1:8000/"), Address("localhost/admin")])
    importing.work()
    sentences = list(ImportedItem.objects.values_list("sentence", flat=True))
    assert all("private or local network" in sentence for sentence in sentences)
    assert outcomes(made) == {"refused": 2}


def test_a_file_that_is_too_big_is_a_sentence():
    with pytest.raises(TooBig, match="manage.py load_articles"):
        importing.submit([Upload("big.jsonl", 2_000_000_000, io.BytesIO(b""))])
    assert not Import.objects.exists()


@pytest.fixture
def desk(client):
    client.force_login(make.editor())
    return client


def test_an_article_that_an_import_stored_twice_is_taken_back_wholly():
    """The later delivery first, and the earlier one then counts as unchanged; across imports too."""
    twice = done(submitted(lines(row(0)), lines(row(0, body="“Another text,” Edda Halloran said."))))
    again = done(submitted(lines(row(0, body="“A third one,” Edda Halloran said."))))
    for made in (again, twice):
        importing.undo(made)
        importing.work()
    assert outcomes(again) == {"undone": 1}
    assert outcomes(twice) == {"undone": 2}
    assert not Article.objects.exists()


def test_the_preview_shows_what_is_refused_first_and_samples_of_several_files(desk):
    made = submitted(lines(row(0), row(1)), lines(row(2)), lines(row(3)), lines({"headline": "No text"}))
    assert [sample.headline for sample in importing.preview(made)] == ["Ferry 0", "Ferry 2", "Ferry 3"]
    page = desk.get(made.get_absolute_url()).content.decode()
    table = page.partition("<tbody>")[2]
    assert table.index("There is no text.") < table.index("Ferry 0")
    assert [s.headline for s in importing.preview(submitted(lines(row(0), row(1))))] == ["Ferry 0", "Ferry 1"]


def test_the_page_takes_many_files_shows_and_runs_them(desk):
    files = [
        SimpleUploadedFile("a.txt", "Ferry returns\n\n“It is late,” Ann Lee said.".encode()),
        SimpleUploadedFile("b.jsonl", lines(row(1)).encode()),
        SimpleUploadedFile("c.pdf", b"%PDF-1.7"),
    ]
    answer = desk.post(reverse("admin:articles_import_changelist"), {"files": files, "addresses": ""})
    made = Import.objects.get()
    assert answer.url == made.get_absolute_url()
    importing.work()
    page = desk.get(made.get_absolute_url()).content.decode()
    assert "2 would be created" in page
    assert "It is a PDF file." in page
    assert "“It is late,”" in page
    desk.post(made.get_absolute_url(), {"do": "run"})
    importing.work()
    page = desk.get(made.get_absolute_url(), {"only": "created"}).content.decode()
    assert "Take the whole import back" in page
    assert Article.objects.count() == 2


def test_the_page_maps_columns(desk):
    made = submitted("Titel;Inhalt\nFerry returns;It came.\n")
    page = desk.get(made.get_absolute_url()).content.decode()
    assert "What do the columns of 0.dat hold?" in page
    fields = {"do": "map", "file": made.files.get().pk, "column-0": "headline", "column-1": "body"}
    desk.post(made.get_absolute_url(), fields)
    importing.work()
    assert outcomes(made, "forecast") == {"created": 1}


def test_nothing_sent_is_a_sentence(desk):
    answer = desk.post(reverse("admin:articles_import_changelist"), {})
    assert "Choose files or give addresses to import." in answer.content.decode()


def test_script_in_names_and_sentences_is_only_shown(desk):
    made = submitted(lines({"headline": "<script>alert(1)</script>", "body": "“<img src=x>,” Ann Lee said."}))
    made.files.update(name="<script>alert(2)</script>")
    page = desk.get(made.get_absolute_url()).content.decode()
    assert "<script>alert" not in page
    assert "&lt;script&gt;alert(1)" in page


def test_the_page_needs_the_right_to_add_articles(client, django_user_model):
    client.force_login(django_user_model.objects.create_user("guest", is_staff=True))
    made = submitted(lines(row(0)))
    for address in (reverse("admin:articles_import_changelist"), made.get_absolute_url()):
        assert client.get(address).status_code == 403


@pytest.mark.django_db(transaction=True)
def test_two_workers_store_each_article_once():
    import threading

    made = submitted(lines(*map(row, range(12))))
    importing.run(made)

    def labour():
        importing.work()
        connection.close()

    workers = [threading.Thread(target=labour) for _ in range(2)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    made.refresh_from_db()
    assert (made.state, outcomes(made)) == ("done", {"created": 12})
    assert Article.objects.count() == 12
    assert Publication.objects.count() == 1


@pytest.mark.browser
@pytest.mark.django_db(transaction=True)
def test_files_dropped_on_the_page_are_shown_stored_and_taken_back(live_server, page):
    make.editor()
    page.goto(f"{live_server.url}/admin/")
    page.fill("#id_username", "editor")
    page.fill("#id_password", "x")
    page.click("[type=submit]")
    page.goto(live_server.url + reverse("admin:articles_import_changelist"))
    dropped = page.evaluate_handle(
        """(files) => {
            const all = new DataTransfer();
            for (const [name, text] of files) all.items.add(new File([text], name));
            return all;
        }""",
        [["a.txt", "Ferry returns\n\n“It is late,” Ann Lee said."], ["b.jsonl", lines(row(1), row(2))]],
    )
    page.dispatch_event("#drop", "drop", {"dataTransfer": dropped})
    assert page.inner_text("#dropped") == "2 files chosen"
    page.click("text=Read and show what would happen")
    for button, shown in [("Store these articles", "3 created"), ("Take the whole import back", "3 taken back")]:
        importing.work()
        page.click(f"text={button}")
        page.wait_for_selector("progress")
        importing.work()
        page.wait_for_selector(f"text={shown}")
    assert not Article.objects.exists()
