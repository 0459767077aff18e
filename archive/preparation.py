"""What must be there before the archive is served, each made only when it is missing."""

from __future__ import annotations

import hashlib
import secrets
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings
from django.contrib.auth import get_user_model
from django.contrib.staticfiles.finders import get_finders
from django.core.management import call_command

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
    call_command("collectstatic", interactive=False, verbosity=0)
    stamp.write_text(now)
    return True


def _digest_of_static_files() -> str:
    digest = hashlib.sha256(settings.STORAGES["staticfiles"]["BACKEND"].encode())
    for finder in get_finders():
        for name, storage in finder.list([]):
            status = Path(storage.path(name)).stat()
            digest.update(f"{name} {status.st_size} {status.st_mtime_ns}\n".encode())
    return digest.hexdigest()


def make_first_editor() -> Credentials | None:
    """An account for the admin with a random password, when there is no account at all."""
    User = get_user_model()
    if User.objects.exists():
        return None
    password = secrets.token_urlsafe(12)
    User.objects.create_superuser(FIRST_EDITOR, password=password)
    return Credentials(FIRST_EDITOR, password)
