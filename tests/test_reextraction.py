import pytest
from django.core.management import CommandError, call_command

from articles import text
from articles.models import Article, Quote, Source, SourceName
from articles.reextraction import reextract, waiting
from articles.sources import Hearing
from tests import make

pytestmark = pytest.mark.django_db


def outdate(*articles):
    Article.objects.filter(pk__in=[article.pk for article in articles]).update(extractor="0.0")


def test_quotes_keep_their_numbers_when_the_archive_is_read_again():
    article = make.ingested()
    before = list(Quote.objects.values_list("pk", "text"))
    outdate(article)
    changes = reextract(done=lambda article: None)
    assert before
    assert list(Quote.objects.values_list("pk", "text")) == before
    assert (changes.created, changes.removed) == (0, 0)


def test_a_decision_survives():
    article = make.ingested()
    quote = article.quotes.first()
    other = make.source("Somebody Else")
    quote.source = other
    make.decide(quote, standing="confirmed")
    outdate(article)
    reextract(done=lambda article: None)
    quote.refresh_from_db()
    assert (quote.source, quote.standing) == (other, "confirmed")
    assert article.quotes.filter(start=quote.start).count() == 1


def test_what_an_editor_rejected_is_not_proposed_again():
    article = make.ingested()
    quote = article.quotes.first()
    make.decide(quote, standing="rejected")
    outdate(article)
    reextract(done=lambda article: None)
    assert [q.standing for q in article.quotes.filter(start=quote.start)] == ["rejected"]


def test_interrupted_it_goes_on_with_the_rest():
    articles = [make.ingested(headline=f"Story {n}", external_id=str(n)) for n in range(3)]
    outdate(*articles)

    def stop_after_two(article):
        if waiting() == 1:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        reextract(done=stop_after_two, batch=2)
    assert waiting() == 1
    reextract(done=lambda article: None)
    assert waiting() == 0


def test_the_command_says_what_changed(capsys):
    outdate(make.ingested())
    call_command("extract_quotes", all=True)
    assert capsys.readouterr().out.startswith("1 articles read again: 0 new, 0 changed, 0 removed")


def test_files_and_the_archive_are_not_read_at_once(tmp_path):
    with pytest.raises(CommandError, match="Name text files"):
        call_command("extract_quotes")


def test_sources_that_only_an_earlier_reading_knew_are_forgotten():
    article = make.ingested()
    mistaken = make.source("May")
    article.quotes.update(source=mistaken)
    outdate(article)
    reextract(done=lambda article: None)
    assert not Source.objects.filter(pk=mistaken.pk).exists()


def test_a_source_that_a_person_made_stays_even_unquoted():
    article = make.ingested()
    made = make.source("May Ling")
    made.history.update(history_user=make.editor())
    article.quotes.update(source=made)
    outdate(article)
    reextract(done=lambda article: None)
    assert Source.objects.filter(pk=made.pk).exists()


def forms(source):
    return set(source.forms.values_list("form", flat=True))


def misread(source, *wrong):
    for form in wrong:
        SourceName.objects.create(source=source, form=form, folded=form.lower())


def test_forms_that_only_an_earlier_reading_knew_go():
    article = make.ingested("“It opens,” Edda Halloran said.\n\n“Late,” Halloran said.")
    edda = Source.objects.get(name="Edda Halloran")
    right = forms(edda)
    misread(edda, "Edda Halloran Harbour", "Tuesday")
    outdate(article)
    reextract(done=lambda article: None)
    assert forms(edda) == right


def test_a_name_that_only_an_earlier_reading_knew_becomes_the_fullest_one_that_is_printed():
    article = make.ingested("“It opens,” Edda Halloran said.")
    Source.objects.filter(name="Edda Halloran").update(name="Tuesday Edda Halloran")
    outdate(article)
    reextract(done=lambda article: None)
    source = article.quotes.get().source
    assert (source.name, source.sort_key) == ("Edda Halloran", "halloran, edda")
    assert source.history.first().history_change_reason == "read anew"


def test_a_name_that_is_anothers_is_not_taken():
    source, other = make.source("Tuesday Edda Halloran"), make.source("Edda Halloran")
    hearing = Hearing()
    hearing(source, text.extract("“It opens,” Edda Halloran said.").sources[0])
    assert hearing.unheard() == [source]
    hearing.tidy(hearing.unheard())
    source.refresh_from_db()
    assert (source.name, other.name) == ("Tuesday Edda Halloran", "Edda Halloran")


@pytest.mark.parametrize("touched", ["decided", "pinned", "named"])
def test_what_a_person_touched_keeps_its_forms(touched):
    article = make.ingested("“It opens,” Edda Halloran said.")
    edda = Source.objects.get(name="Edda Halloran")
    misread(edda, "the harbour chief")
    if touched == "decided":
        make.decide(article.quotes.get(), standing="confirmed")
    elif touched == "pinned":
        edda.forms.filter(form="the harbour chief").update(pinned=True)
    else:
        edda.history.update(history_user=make.editor())
    outdate(article)
    reextract(done=lambda article: None)
    assert "the harbour chief" in forms(edda)


def test_a_form_of_an_article_that_had_no_need_to_be_read_again_stays():
    """As after an interruption: what the first run read is heard too, before a name is dropped."""
    one = make.ingested("“It opens,” Edda Halloran said.")
    two = make.ingested("“It opens,” Edda Halloran said. “Late,” Halloran said.", headline="Second")
    edda = Source.objects.get(name="Edda Halloran")
    assert "Halloran" in forms(edda)
    misread(edda, "Tuesday")
    outdate(one)
    reextract(done=lambda article: None)
    assert two.quotes.count() == 2
    assert forms(edda) >= {"Edda Halloran", "Halloran"}
    assert "Tuesday" not in forms(edda)
