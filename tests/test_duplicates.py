"""Nearly the same text again: noticed, left out, taken as an update, or kept as a version of the story."""

import io
import json

import pytest
from django.core.management import call_command
from django.urls import reverse

from articles import duplicates, importing
from articles.duplicates import HasTwin, Twins
from articles.importing import Upload
from articles.ingest import What, ingest
from articles.likeness import ALIKE, likeness, sketch
from articles.models import Article, ImportedItem, Story
from articles.readers.data import article_data
from tests import make

DAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"]
WIRE = "\n\n".join(
    f"The ferry {verb} the harbour of Ansel on {day}, and {number} people watched it from the quay in the rain."
    for number, (verb, day) in enumerate(
        zip(["left", "entered", "missed", "found", "passed", "saw"], DAYS, strict=True)
    )
)
CUT = WIRE.rsplit("\n\n", 2)[0].replace("Ansel", "Ansel (AP)", 1) + "\n\nThe mayor of Bergby said nothing."
OTHER = (
    WIRE.replace("ferry", "train").replace("harbour", "station").replace("watched it", "stood").replace("quay", "hill")
)


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        (WIRE, WIRE, True),
        (WIRE, WIRE.upper().replace("\n\n", " "), True),
        (WIRE, CUT, True),
        (WIRE, "A first paragraph of our own, by our own reporter.\n\n" + WIRE, True),
        (WIRE, OTHER, False),
        (WIRE, WIRE.split("\n\n")[0], False),
        ("Too short.", "Too short.", False),
    ],
    ids=["same", "other case", "cut", "longer", "another", "excerpt", "short"],
)
def test_likeness(one, other, alike):
    assert (likeness(one, other) >= ALIKE) is alike
    assert likeness(one, other) == likeness(other, one)


def test_a_sketch_is_small_and_of_a_short_text_nothing():
    assert len(sketch(WIRE * 3)) == 24
    assert sketch("Too short.") == []


def data(body=WIRE, **fields):
    return article_data(**{"headline": "Ferry sails", "publication": "The Ansel Courier", "body": body, **fields})


@pytest.mark.django_db
class TestTwins:
    def test_wire_copy_in_another_paper_is_a_version_of_the_story(self):
        one = ingest(data(url="https://a.example/1")).article
        two = ingest(data(CUT, headline="Rain on the quay", publication="Bergby Post")).article
        alone = ingest(data(OTHER, headline="Train")).article
        for article in (one, two, alone):
            article.refresh_from_db()
        assert one.story == two.story is not None
        assert alone.story is None
        assert list(Article.objects.same_story(one)) == [two]
        assert not Article.objects.same_story(alone)
        assert Story.objects.count() == 1

    def test_the_reader_is_shown_the_same_story_elsewhere_and_nothing_withheld(self, client):
        one = ingest(data()).article
        two = ingest(data(CUT, headline="Rain on the quay", publication="Bergby Post")).article
        assert "The same text elsewhere" in client.get(one.get_absolute_url()).content.decode()
        Article.objects.filter(pk=two.pk).update(visibility="withheld", withheld_reason="A test.")
        page = client.get(one.get_absolute_url()).content.decode()
        assert "The same text elsewhere" not in page
        assert "Rain on the quay" not in page

    def test_who_pastes_a_known_text_is_told(self, client):
        ingest(data())
        client.force_login(make.editor())
        fields = {"headline": "Rain", "body": CUT, "language": "en", "visibility": "published"}
        answer = client.post(reverse("admin:articles_article_add"), fields, follow=True)
        assert "Is it here already?" in answer.content.decode()

    def test_a_third_version_joins_the_first_two(self):
        for number, paper in enumerate(["A", "B", "C"]):
            ingest(data(headline=f"Ferry {number}", publication=paper))
        assert Story.objects.count() == 1
        assert Article.objects.filter(story=Story.objects.get()).count() == 3

    def test_the_twin_is_told_with_its_share(self):
        one = ingest(data()).article
        (twin,) = duplicates.twins(WIRE)
        assert str(twin) == f"100 % of the text stands in article {one.pk}, “Ferry sails”, The Ansel Courier."

    def test_it_can_be_left_out(self):
        ingest(data())
        with pytest.raises(HasTwin, match="stands in article"):
            ingest(data(CUT, headline="Rain", publication="Bergby Post"), twins=Twins.SKIP)
        assert Article.objects.count() == 1

    def test_it_can_update_the_one_of_the_same_publication_only(self):
        one = ingest(data()).article
        assert ingest(data(CUT, headline="Rain", external_id="7"), twins=Twins.UPDATE).article == one
        other = ingest(data(CUT, headline="Rain", publication="Bergby Post"), twins=Twins.UPDATE)
        assert other.what == What.CREATED

    def test_an_import_shows_twins_before_and_leaves_them_out_if_told_so(self):
        ingest(data())
        row = {"headline": "Rain", "body": CUT, "publication": "Bergby Post"}
        text = json.dumps(row).encode()
        made = importing.submit([Upload("a.jsonl", len(text), io.BytesIO(text))])
        importing.work()
        assert "of the text stands in article" in ImportedItem.objects.get().sentence
        made.refresh_from_db()
        importing.run(made, twins="skip")
        importing.work()
        assert dict(importing.tally(made, "outcome")) == {"left": 1}

    def test_the_command_leaves_them_out_if_told_so(self, tmp_path, capsys):
        ingest(data())
        path = tmp_path / "a.jsonl"
        path.write_text(json.dumps({"headline": "Rain", "body": CUT, "publication": "Bergby Post"}))
        call_command("load_articles", str(path), "--twins=skip")
        assert capsys.readouterr().out.endswith("0 rejected, 1 left out\n")
