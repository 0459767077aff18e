import pytest

from articles.text.byline import authors


@pytest.mark.parametrize(
    ("byline", "expected"),
    [
        ("", []),
        ("By Ines Calloway", [("Ines", "Calloway")]),
        ("by: Ines Calloway", [("Ines", "Calloway")]),
        ("Ines Calloway and Rafe Dunmore-Ogilvie", [("Ines", "Calloway"), ("Rafe", "Dunmore-Ogilvie")]),
        ("Ann Lo, Bo Lu, and Cy Li", [("Ann", "Lo"), ("Bo", "Lu"), ("Cy", "Li")]),
        ("Ann Lo,Bo Lu", [("Ann", "Lo"), ("Bo", "Lu")]),
        ("By INES B. CALLOWAY and SEÁN O’DOWD", [("Ines B.", "Calloway"), ("Seán", "O’Dowd")]),
        ("IAN McLEOD", [("IAN", "McLEOD")]),
        ("PIET VAN DER BERG", [("Piet", "van der Berg")]),
        ("Ludwig van Aken", [("Ludwig", "van Aken")]),
        ("R. Oakes Jr.", [("R.", "Oakes Jr")]),
        ("R. Oakes, Jr.", [("R.", "Oakes Jr.")]),
        ("AP", [("", "AP")]),
        ("Courier staff", [("", "Courier staff")]),
        ("Ann Lo, @annlo, Vale Courier", [("Ann", "Lo")]),
        ("Ann Lo. Email: ann@vale.example", [("Ann", "Lo")]),
        ("Ann Lo — Chief reporter", [("Ann", "Lo")]),
        ("Ann Lo, The Marrow Enquirer", [("Ann", "Lo")]),
        ("Ann Lo (Skarrow)", [("Ann", "Lo")]),
        ("Bye Laws", [("Bye", "Laws")]),
        ("Ann Lo and Ann Lo", [("Ann", "Lo")]),
    ],
)
def test_a_byline_names_its_authors(byline, expected):
    assert [(author.given, author.family) for author in authors(byline)] == expected


def test_a_name_is_given_before_family():
    assert authors("By Ines Calloway")[0].name == "Ines Calloway"
