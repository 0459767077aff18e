"""What tests share: the real input beside the checkout, and a place of their own for data."""

import os
from pathlib import Path

import pytest
from django.db import connection

from archive.chromium import find_chromium

ROOT = Path(__file__).resolve().parent.parent
os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "true")  # Playwright runs an event loop beside the tests


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder with the real news, which is not part of the project."""
    folder = Path(os.environ.get("ON_THE_RECORD_SHARED", ROOT.parent / "shared"))
    if not (folder / "news").is_dir():
        pytest.skip(f"needs the real news in {folder}")
    return folder


@pytest.fixture(scope="session")
def django_db_modify_db_settings(django_db_modify_db_settings):
    """The tests' own embedded server, which need not survive a power cut; none where DATABASE_URL names another."""
    database = connection.settings_dict
    if "EMBEDDED_DATA_DIR" not in database:
        yield
        return
    folder = Path(database["EMBEDDED_DATA_DIR"])
    database["EMBEDDED_DATA_DIR"] = folder.with_name(f"{folder.name}-tests")
    database["EMBEDDED_SETTINGS"] = {"fsync": "off", "synchronous_commit": "off", "full_page_writes": "off"}
    started = connection.cluster.ensure()
    yield
    if started:
        connection.cluster.stop()


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args):
    """Playwright's, with the machine's own Chromium; /dev/shm is small in containers."""
    return browser_type_launch_args | {"executable_path": find_chromium(), "args": ["--disable-dev-shm-usage"]}


@pytest.fixture(autouse=True)
def _index_of_its_own(settings, tmp_path):
    """The first search of a test makes an index of the rows there are."""
    settings.SEARCH_INDEX_DIR = tmp_path / "index"


@pytest.fixture(autouse=True)
def _plain_static_files(settings):
    settings.STORAGES = {
        **settings.STORAGES,
        "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
    }
    settings.AXES_ENABLED = False
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
