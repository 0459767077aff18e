"""What must be there before the archive is served, each made only when it is missing."""

from __future__ import annotations

import contextlib
import hashlib
import secrets
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings
from django.contrib.auth import get_user_model
from django.contrib.staticfiles.finders import get_finders
from django.core.management import call_command

from articles import indexing
from articles.arrays import IndexUnusable
from articles.models import Article
from articles.search import store

FIRST_EDITOR = "editor"


@dataclass(frozen=True)
class Credentials:
    name: str
    password: str


def collect_static_files() -> bool:
    """Collect the static files unless none changed since the last time; True when they were collected."""
    stamp = settings.DATA_DIR / "static-collected"
    now = _digest_of_static_files()
    if settings.STATIC_ROOT.is_dir() and stamp.exists() and stamp.read_text() == now:
        return False
    interrupted = not stamp.exists()  # half of a file would be taken for a whole one that is newer
    stamp.unlink(missing_ok=True)
    call_command("collectstatic", interactive=False, verbosity=0, clear=interrupted)
    stamp.write_text(now)
    return True


def _digest_of_static_files() -> str:
    digest = hashlib.sha256(settings.STORAGES["staticfiles"]["BACKEND"].encode())
    for finder in get_finders():
        for name, storage in finder.list([]):
            status = Path(storage.path(name)).stat()
            digest.update(f"{name} {status.st_size} {status.st_mtime_ns}\n".encode())
    return digest.hexdigest()


@contextlib.contextmanager
def samples_wanted() -> Iterator[bool]:
    """Whether the sample articles are to be loaded, in the block: the archive never had an article, or a former
    loading was interrupted. One that was emptied stays empty."""
    loading = settings.DATA_DIR / "samples-loading"
    wanted = loading.exists() or not (Article.objects.exists() or Article.history.exists())
    if wanted:
        loading.touch()
    yield wanted
    loading.unlink(missing_ok=True)


def search_works() -> bool:
    """Whether both indexes are there and whole."""
    try:
        for of in indexing.BOTH:
            store.index(of).status()
    except IndexUnusable:
        return False
    return True


def make_first_editor() -> Credentials | None:
    """An account for the admin with a random password, when there is no account at all."""
    User = get_user_model()
    if User.objects.exists():
        return None
    password = secrets.token_urlsafe(12)
    User.objects.create_superuser(FIRST_EDITOR, password=password)
    return Credentials(FIRST_EDITOR, password)
