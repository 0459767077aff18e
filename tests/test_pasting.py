import pytest

from articles.pasting import captions_apart, paste
from tests import make

CAPTION = "The harbour at noon. Photo / Ansel Pictures"


@pytest.mark.parametrize(
    ("pasted", "caption", "body"),
    [
        (f"{CAPTION}\n{make.BODY}", CAPTION, make.BODY),
        (f"{CAPTION}\n\n{make.BODY}", CAPTION, make.BODY),
        (make.BODY, "", make.BODY),
        (f"{make.BODY}\n{CAPTION}", "", f"{make.BODY}\n{CAPTION}"),
        (CAPTION, "", CAPTION),
    ],
)
def test_captions_at_the_top_stand_apart_from_the_text(pasted, caption, body):
    assert captions_apart(pasted) == (caption, body)


@pytest.mark.django_db
def test_a_caption_that_was_typed_is_not_replaced():
    article = make.unsaved(f"{CAPTION}\n{make.BODY}", caption="Typed by hand")
    paste(article)
    assert article.caption == "Typed by hand"
    assert article.body.startswith(CAPTION)


@pytest.mark.django_db
def test_quotes_stand_where_the_text_is_without_its_caption():
    article = make.unsaved(f"{CAPTION}\n{make.BODY}")
    paste(article)
    quote = article.quotes.get()
    assert article.body[quote.start : quote.end] == quote.text
