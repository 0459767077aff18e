"""Under which of their words people are filed."""

import pytest

from articles.models import Source
from articles.text.filing import filed

from . import make

NAMES = [
    ("Ann Bell", "Bell, Ann"),
    ("Joseph R. Bell Jr.", "Bell, Joseph R. Jr."),
    ("Ann van der Berg", "van der Berg, Ann"),
    ("Sophie in 't Veld", "in 't Veld, Sophie"),
    ("Oscar de la Torre", "de la Torre, Oscar"),
    ("Marine Le Gal", "Le Gal, Marine"),
    ("Diarmuid Ó Briain", "Ó Briain, Diarmuid"),
    ("Padraic Mac an Ghoill", "Mac an Ghoill, Padraic"),
    ("Josie St. Amant", "St. Amant, Josie"),
    ("Anwar al-Sayed", "al-Sayed, Anwar"),
    ("Han Seo-yun", "Han Seo-yun"),
    ("Kim Jong Su", "Kim Jong Su"),
    ("Nguyen Thi Bao Chau", "Nguyen Thi Bao Chau"),
    ("Trinh Ngoc Lan", "Trinh Ngoc Lan"),
    ("Jim Yong Park", "Park, Jim Yong"),
    ("Lee Harvey Bell", "Bell, Lee Harvey"),
    ("Omar bin Said", "Omar bin Said"),
    ("Bell", "Bell"),
]


@pytest.mark.parametrize(("name", "expected"), NAMES)
def test_a_name_is_filed_under_its_whole_family_name(name, expected):
    assert filed(name) == expected


@pytest.mark.django_db
def test_sources_stand_under_the_letter_they_are_filed_by(client):
    article = make.article()
    make.quote(article, "“The harbour will open in May,”", make.source("Diarmuid Ó Briain"))
    make.quote(article, "Nobody else spoke.", make.source("Han Seo-yun"))
    page = client.get("/sources/").content.decode()
    assert "Ó Briain, Diarmuid" in page
    assert "Seo-yun, Han" not in page
    assert [source.name for source in Source.objects.all()] == ["Han Seo-yun", "Diarmuid Ó Briain"]
