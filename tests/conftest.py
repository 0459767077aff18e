"""What tests share: the real input beside the checkout, and a place of their own for data."""

import os
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "true")  # Playwright runs an event loop beside the tests


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder with the real news, which is not part of the project."""
    folder = Path(os.environ.get("ON_THE_RECORD_SHARED", ROOT.parent / "shared"))
    if not (folder / "news").is_dir():
        pytest.skip(f"needs the real news in {folder}")
    return folder


@pytest.fixture(autouse=True)
def _plain_static_files(settings):
    settings.STORAGES = {
        **settings.STORAGES,
        "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
    }
    settings.AXES_ENABLED = False
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
