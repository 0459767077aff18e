"""Files made to do harm, or broken: each is a sentence, none an exception or a long wait."""

import gzip
import io
import zipfile

import pytest
from openpyxl import Workbook

from articles.readers import packed, read
from articles.readers.limits import LARGEST_FILE


def items(data: bytes) -> list:
    return list(read(io.BytesIO(data)))


def zipped(*members: tuple[str, bytes]) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as target:
        for name, data in members:
            target.writestr(name, data)
    return file.getvalue()


def broken_workbook(part: str, data: bytes) -> bytes:
    whole, file = io.BytesIO(), io.BytesIO()
    book = Workbook()
    book.active.append(["headline", "body"])
    book.active.append(["H", "B"])
    book.save(whole)
    with zipfile.ZipFile(whole) as source, zipfile.ZipFile(file, "w") as target:
        for name in source.namelist():
            target.writestr(name, data if name == part else source.read(name))
    return file.getvalue()


BILLION = b"""<?xml version="1.0"?><!DOCTYPE nitf [<!ENTITY a "ha">%s]><nitf><body><body.head><hedline><hl1>&z;</hl1>
</hedline></body.head></body></nitf>""" % b"".join(
    b'<!ENTITY %c "&%c;&%c;">' % (after, before, before) for before, after in zip(b"abcdefgh", b"bcdefghz", strict=True)
)
OUTSIDE = b'<!DOCTYPE nitf [<!ENTITY x SYSTEM "file:///etc/passwd">]><nitf><body><p>&x;</p></body></nitf>'


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"", "The file is empty."),
        (b" \n\t ", "The file is empty."),
        (BILLION, "The XML defines entities of its own"),
        (OUTSIDE, "The XML defines entities of its own"),
        (b"<nitf><body>", "The XML is broken"),
        (b'<?xml version="1.0" encoding="klingon"?><nitf/>', "The XML is broken"),
        (b'<?xml version="1.0" encoding="utf-8"?><nitf>\xff\xfe</nitf>', "The XML is broken"),
        (b"<invoice><total>7</total></invoice>", "It is XML of a kind the archive doesn't know, <invoice>"),
        (b"<a><b>" * 50_000, ""),
        (b"<nitf>" * 50_000, "The XML is broken"),
        (b"<div>" * 100_000 + b"deep", ""),
        (b'{"items": ' + b"[" * 100_000, "line 1: This is not a JSON object"),
        (b"[\n" + b"[" * 100_000, "The JSON is broken"),
        (b'{\n"items": 7\n}', "The JSON feed has no list of items."),
        (b'{"version": "https://jsonfeed.org/version/1", "items": [7]}', "entry 1: The entry is not an object."),
        (b"%PDF-1.7 ...", "It is a PDF file."),
        (b"\xd0\xcf\x11\xe0\xa1\xb1", "It is an old Office file."),
        (b"\x7fELF" + bytes(100), "It is a program."),
        (bytes(range(256)) * 40, "It is binary data."),
        (b"One line only", "There is no text."),
        (b"Headline\n\n" + b"\x07\x08" * 50, "The body holds control characters"),
        (b"PK\x03\x04 this is no zip", "The archive can't be unpacked"),
        (b"\x1f\x8b this is no gzip", "The archive can't be unpacked"),
        (gzip.compress(b"Headline\n\nText.")[:-9], "The archive can't be unpacked"),
        (zipped(("word/document.xml", b"<w/>"), ("[Content_Types].xml", b"<t/>")), "It is a Word document."),
        (zipped(("xl/workbook.xml", b"<w/>")), "The spreadsheet can't be opened"),
        (broken_workbook("xl/worksheets/sheet1.xml", BILLION), "The spreadsheet can't be opened"),
        (broken_workbook("xl/worksheets/sheet1.xml", b"<worksheet"), "The spreadsheet can't be opened"),
        (broken_workbook("xl/workbook.xml", b""), "The spreadsheet can't be opened"),
        (b"headline,body\n\"" + b"x" * 1_100_000 + b"\",b\n", "row 2: The headline has"),
        (b"<!DOCTYPE html><title>Nothing</title>", "No article was found on the page."),
    ],
    ids=range(31),
)  # fmt: skip
def test_it_is_refused_with_a_sentence(data, sentence):
    found = items(data)
    assert all(item.problem or item.left for item in found)
    assert str(found[0]).startswith(sentence)
    assert str(found[0]).rstrip().endswith(".")


def test_every_cut_of_a_good_file_is_read_or_refused():
    book = io.BytesIO()
    Workbook().save(book)
    for whole in (book.getvalue(), gzip.compress(b"H\n\nText"), zipped(("a.txt", b"H\n\nText")), BILLION):
        for end in range(0, len(whole), max(1, len(whole) // 60)):
            assert items(whole[:end])


def test_archives_in_archives_have_an_end():
    data = b"Headline\n\nText."
    for depth in range(4):
        data = zipped((f"{depth}.zip", data))
    (item,) = items(data)
    assert "Archives lie deeper in one another" in str(item)


def test_a_bomb_of_zeros_is_not_unpacked(monkeypatch):
    monkeypatch.setattr(packed.Allowance.__init__, "__defaults__", (1_000_000,))
    data = bytes(600_000)
    both = zipped(("a", data), ("b", data))
    assert "Unpacked it would be larger" in str(items(both)[0])
    nested = zipped(*((f"{n}.gz", gzip.compress(data)) for n in range(3)))
    assert "Unpacked it would be larger" in str(items(nested)[-1])
    assert "Unpacked it would be larger" in str(items(gzip.compress(bytes(2_000_000)))[0])


def test_a_workbook_that_claims_a_million_columns_is_read_quickly():
    sheet = b"""<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">
    <dimension ref="A1:XFD1048576"/><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>headline</t></is></c>
    <c r="B1" t="inlineStr"><is><t>body</t></is></c></row><row r="2"><c r="A2" t="inlineStr"><is><t>H</t></is></c>
    <c r="B2" t="inlineStr"><is><t>B</t></is></c></row></sheetData></worksheet>"""
    assert [str(item) for item in items(broken_workbook("xl/worksheets/sheet1.xml", sheet))] == ["row 2: H"]


class Endless(io.RawIOBase):
    """A file of two gigabytes, which counts what is read of it."""

    def __init__(self, head: bytes) -> None:
        self.head, self.taken, self.at = head, 0, 0

    def readable(self) -> bool:
        return True

    def seek(self, offset, whence=0):
        self.at = offset
        return offset

    def seekable(self) -> bool:
        return True

    def readinto(self, buffer) -> int:
        length = min(len(buffer), max(0, 2_000_000_000 - self.at))
        chunk = (self.head[self.at : self.at + length] + b"x" * length)[:length]
        buffer[:length] = chunk
        self.at += length
        self.taken += length
        return length


@pytest.mark.parametrize("head", [b"Headline\n\n", b"<!doctype html>", b"headline,body\n", b"{\n", b"<rss>"])
def test_two_gigabytes_are_refused_without_reading_them(head):
    file = Endless(head)
    (item,) = read(io.BufferedReader(file))
    assert "bytes or more" in str(item)
    assert file.taken < LARGEST_FILE * 1.2


def test_a_line_of_json_lines_that_never_ends_is_refused_and_the_next_is_read(monkeypatch):
    monkeypatch.setattr("articles.readers.json_lines.LONGEST_LINE", 200_000)
    good = b'{"headline": "H", "body": "B"}\n'
    found = items(good + b'{"headline": "' + b"x" * 900_000 + b'"}\n' + good)
    assert [bool(item.article) for item in found] == [True, False, True]
    assert "the line is too long" in str(found[1])
    assert found[2].where == "line 3"


def test_script_in_any_field_stays_text_or_goes():
    page = b"""<rss version="2.0"><channel><title>C</title><item><title>&lt;script&gt;alert(1)&lt;/script&gt;Ferry</title>
    <link>javascript:alert(1)</link><description>&lt;p onclick=x&gt;It came.&lt;script&gt;alert(1)&lt;/script&gt;
    &lt;/p&gt;</description></item></channel></rss>"""
    found = items(page)[0].article
    assert (found.headline, found.url, found.body) == ("Ferry", "", "It came.")
