"""The measurement of ten thousand in small: an import outlives the server that works on it."""

from benchmarks.killed_import import import_killed
from tests.clusters import open_folder


def test_an_import_whose_server_is_killed_stores_each_article_once():
    with open_folder() as folder:
        assert import_killed(folder, articles=30, kills=1) == (30, 30, 30)
