import pytest

from articles.text.blocks import Block, paragraphs

BODY = (
    "The council met on Monday evening and agreed, after three hours, that the bridge would be closed for the winter."
)


@pytest.mark.parametrize(
    ("line", "block"),
    [
        ("The mayor opens the bridge in Harwick. Photo / Lee Ashe", Block.CAPTION),
        ("The mayor at the bridge (Picture: Lee Ashe)", Block.CAPTION),
        ("Photograph: Lee Ashe/PA", Block.CAPTION),
        ("The bridge will shut, the council says https://t.co/abc123", Block.EMBED),
        ("— Ann Lee (@annlee) 4 May 2019", Block.EMBED),
        ("— Ann Lee, Harwick", Block.SIGNATURE),
        ("Read more: the bridge in pictures", Block.NOTICE),
        ("The mayor says the bridge is ‘past saving’ | Lee Ashe/PA Wire", Block.CAPTION),
        ("• This article was amended on 4 May 2019 because it named “the wrong mayor”.", Block.NOTICE),
        ("Corrections: A previous version said the mayor called it “a farce”.", Block.NOTICE),
        ("More on this story: ‘We were warned’", Block.NOTICE),
        ("WATCH: Driver says it was ‘pitch dark’", Block.NOTICE),
        ("Story continues below advertisement", Block.NOTICE),
        ("(Reporting by Lee Ashe; editing by Kim Oh)", Block.NOTICE),
        ("With PTI inputs", Block.NOTICE),
        ("* What’s your view? Email letters@harwick.example", Block.NOTICE),
        ("The mayor watched: it was ‘pitch dark’, she said.", Block.BODY),
        ("With new inputs the farmers, she said, could ‘do it again’.", Block.BODY),
        ("‘Nobody asked us’", Block.SUBHEAD),
        ('"Nobody asked us"', Block.SUBHEAD),
        ("“Nobody asked us.”", Block.BODY),
        ("A winter without a bridge", Block.SUBHEAD),
        ("Nobody minded.", Block.BODY),
        ("He kept a photo of the bridge on his desk, and said so.", Block.BODY),
    ],
)
def test_lines_that_are_not_body_are_known(line, block):
    found = paragraphs(f"{BODY}\n{line}\n{BODY}")
    assert [paragraph.block for paragraph in found] == [Block.BODY, block, Block.BODY]


def test_first_line_without_a_full_stop_is_the_headline():
    assert paragraphs(f"Bridge to close for winter\n{BODY}")[0].block is Block.HEADLINE


def test_blank_lines_and_line_ends_are_no_paragraphs():
    assert [paragraph.span for paragraph in paragraphs("One.\r\n\r\n \nTwo.\n")] == [(0, 4), (10, 14)]
