import pytest

from archive.preparation import samples_wanted
from articles.models import Article
from tests import make

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _data_dir(settings, tmp_path):
    settings.DATA_DIR = tmp_path


def wanted() -> bool:
    with samples_wanted() as answer:
        return answer


def test_an_archive_that_never_had_an_article_wants_the_samples():
    assert wanted()


def test_an_archive_that_was_emptied_stays_empty():
    make.ingested().delete()
    assert not Article.objects.exists()
    assert not wanted()


def test_samples_that_were_interrupted_are_wanted_again():
    def stopped_half_way():
        with samples_wanted():
            make.ingested()
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        stopped_half_way()
    assert wanted()
    assert not wanted()
