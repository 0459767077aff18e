"""Tables as programs write them, and files that are something else: read, or refused with what they are."""

import io
import json
import tracemalloc
import zipfile
from datetime import date, datetime

import pytest
from openpyxl import Workbook
from openpyxl.utils.datetime import CALENDAR_MAC_1904

from articles.readers import read

BODY = "The ferry will sail again, Edda Halloran said."


def items(data: bytes | str, **options) -> list:
    return list(read(io.BytesIO(data.encode() if isinstance(data, str) else data), **options))


def article(data: bytes | str, **options):
    (item,) = items(data, **options)
    assert item.article, str(item)
    return item.article


@pytest.mark.parametrize(
    "table",
    [
        f'headline,body,published\n"Ferry returns","{BODY}",2024-03-05\n',
        f'headline;body;published\nFerry returns;"{BODY}";2024-03-05\n',
        f"headline\tbody\tpublished\nFerry returns\t{BODY}\t2024-03-05\n",
        f"headline|body|published\nFerry returns|{BODY}|2024-03-05\n",
        f'sep=;\r\nheadline;body;published\r\nFerry returns;"{BODY}";05.03.2024\r\n',
        f'Title,Full text,Publication date,Notes\n"Ferry returns","{BODY}","5 March 2024",x\n',
        f'"headline","body","published"\r"Ferry returns","{BODY}","2024-03-05"\r',
        f'published,body,headline\n,,\n2024-03-05,"{BODY}",Ferry returns\n,,\n\n',
        f'headline,body,published\nFerry returns,"{BODY}",2024-03-05,too,many\n',
        f'\nheadline,body,published\nFerry returns,"{BODY}",2024-03-05\n',
    ],
    ids=range(10),
)
def test_a_table_is_read_whatever_parts_its_columns(table):
    found = article(table)
    assert (found.headline, found.body, found.published_on) == ("Ferry returns", BODY, date(2024, 3, 5))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_a_table_in_any_common_encoding(encoding):
    table = "headline,body\nZoë’s ferry,“It came” — late\n" * 1
    found = article(table.encode(encoding))
    assert (found.headline, found.body) == ("Zoë’s ferry", "“It came” — late")


def book(*rows, **options) -> bytes:
    made, file = Workbook(), io.BytesIO()
    for name, value in options.items():
        setattr(made, name, value)
    for row in rows:
        made.active.append(row)
    made.save(file)
    return file.getvalue()


@pytest.mark.parametrize(
    "cell", [datetime(2024, 3, 5), date(2024, 3, 5), datetime(2024, 3, 5, 10, 15), "5 March 2024", 45356]
)
def test_a_day_of_a_spreadsheet_is_that_day_however_it_is_written(cell):
    assert article(book(["headline", "body", "published"], ["H", BODY, cell])).published_on == date(2024, 3, 5)


def test_a_spreadsheet_that_counts_from_1904_is_not_four_years_early():
    rows = (["headline", "body", "published"], ["H", BODY, 43894])
    assert article(book(*rows, epoch=CALENDAR_MAC_1904)).published_on == date(2024, 3, 5)


def test_titles_above_merged_cells_empty_rows_and_other_sheets_are_passed_over():
    made, file = Workbook(), io.BytesIO()
    made.active.append(["See the next sheet"])
    sheet = made.create_sheet("Articles")
    for row in (
        ["Export of our archive"],
        [],
        ["headline", "body", "section"],
        ["H", BODY, "Harbour"],
        [],
        ["I", BODY, None],
    ):
        sheet.append(row)
    sheet.merge_cells("A1:C1")
    made.save(file)
    assert [item.article.headline for item in items(file.getvalue())] == ["H", "I"]


def test_a_hundred_thousand_rows_take_no_more_memory_than_a_few_times_the_file():
    table = io.BytesIO(
        b"headline,body\n" + b"".join(b'Ferry %d,"%s"\n' % (n, BODY.encode() * 3) for n in range(100_000))
    )
    tracemalloc.start()
    try:
        assert sum(1 for item in read(table) if item.article) == 100_000
        assert tracemalloc.get_traced_memory()[1] < 3 * len(table.getvalue())
    finally:
        tracemalloc.stop()


MAIL = "Return-Path: <a@x.example>\nReceived: from x.example\n\tby y.example\nFrom: Ann <a@x.example>\nSubject: Ferry\nMessage-ID: <1@x>\n\nIt came.\n"


def packed(*names: str) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as target:
        for name in names:
            target.writestr(name, "x")
    return file.getvalue()


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (MAIL, "an e-mail"),
        ("From: Ann Lee\nTo: Bo Ek\nSubject: Ferry\n\nIt came.\n", "an e-mail"),
        ("From a@x.example Tue Mar  5 10:15:00 2024\nFrom: a@x.example\n\nIt came.\n", "an e-mail"),
        (b"{\\rtf1\\ansi It came.}", "an RTF file"),
        (b"%PDF-1.4\n%\xe2\xe3", "a PDF file"),
        (b"\0\0\0\x20ftypisom" + bytes(50), "a video, a sound or a picture"),
        (b"RIFF\x24\0\0\0WEBPVP8 ", "a picture, sound or video"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "a picture"),
        (b"%!PS-Adobe-3.0", "a PostScript file"),
        (b"a.txt".ljust(257, b"\0") + b"ustar\x0000" + bytes(300), "a tar archive"),
        (b"PAR1" + bytes(20), "a Parquet file"),
        (packed("mimetype", "META-INF/container.xml"), "an e-book"),
        (packed("[Content_Types].xml", "xl/workbook.bin"), "a binary Excel workbook (XLSB)"),
        (packed("mimetype", "content.xml"), "an OpenDocument file"),
        (bytes(1000), "binary data"),
    ],
    ids=range(15),
)  # fmt: skip
def test_a_file_of_another_kind_is_refused_with_what_it_is(data, what):
    (item,) = items(data)
    assert str(item).startswith(f"It is {what}. The archive reads text, web pages")


@pytest.mark.parametrize("data", [b"", b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff", b"\n\r\n", "\ufeff \n".encode()])
def test_a_file_of_nothing_but_a_mark_is_empty(data):
    assert str(items(data)[0]) == "The file is empty."


@pytest.mark.parametrize(
    "text",
    [
        "From: the harbour\n\nIt came, he said.",
        "Date: unknown\n\nSubject to change, the ferry came.",
        "To: Bo, with love\nFrom: Ann\n\nIt came.",
    ],
)
def test_a_headline_with_a_colon_is_not_a_mail(text):
    assert article(text).headline == text.split("\n")[0]


@pytest.mark.parametrize(
    "root",
    ["<h2>Ferry returns</h2>", "<center><b>Ferry returns</b></center>", "<!-- saved --><font>Ferry returns</font>"],
)
def test_a_page_without_its_root_is_a_page(root):
    made = (
        f"<title>Ferry returns</title>{root}"
        + f"<p>{BODY} It was late, and everybody on the quay had gone home.</p>" * 4
    )
    assert article(root + made).headline == "Ferry returns"


def test_json_lines_in_utf_16_are_read():
    line = json.dumps({"headline": "Zoë", "body": BODY}, ensure_ascii=False)
    assert [item.article.headline for item in items(f"{line}\n{line}\n".encode("utf-16"))] == ["Zoë", "Zoë"]
