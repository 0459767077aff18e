"""The system account that the embedded server runs as: PostgreSQL refuses to run as root."""

from __future__ import annotations

import os
import pwd
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

from archive.postgres.errors import AccountMissing

SYSTEM_ACCOUNT = "ontherecord"


@dataclass(frozen=True)
class Account:
    uid: int
    gid: int
    name: str

    @property
    def switch(self) -> dict:
        """The arguments with which `subprocess` starts a program as this account; none when it is ours already."""
        if self.uid == os.geteuid():
            return {}
        return {"user": self.uid, "group": self.gid, "extra_groups": []}

    def can_enter(self, folder: Path) -> bool:
        """Whether the account may pass through this folder and all above it, as the system itself sees it."""
        if not self.switch:
            return os.access(folder, os.X_OK)
        return subprocess.run([shutil.which("test") or "/bin/test", "-x", folder], **self.switch).returncode == 0


def owner_of(path: Path) -> Account:
    """The account that owns a file or folder."""
    status = path.stat()
    try:
        name = pwd.getpwuid(status.st_uid).pw_name
    except KeyError:
        name = f"uid {status.st_uid}"
    return Account(status.st_uid, status.st_gid, name)


def account_for(folder: Path) -> Account:
    """Who makes a new cluster in `folder` (its parent exists): we ourselves, or when we are root the owner of the
    folder or its parent, or a system account (made if needed) where that is root too."""
    if os.geteuid() != 0:
        return _named(os.geteuid())
    owner = owner_of(folder if folder.exists() else folder.parent)
    return owner if owner.uid != 0 else system_account()


def system_account() -> Account:
    try:
        entry = pwd.getpwnam(SYSTEM_ACCOUNT)
    except KeyError:
        _make_system_account()
        entry = pwd.getpwnam(SYSTEM_ACCOUNT)
    return Account(entry.pw_uid, entry.pw_gid, entry.pw_name)


def _make_system_account() -> None:
    command = ["useradd", "--system", "--user-group", "--no-create-home", "--home-dir", "/nonexistent"]
    command += ["--shell", shutil.which("nologin") or "/bin/false", SYSTEM_ACCOUNT]
    try:
        made = subprocess.run(command, capture_output=True, text=True)
    except FileNotFoundError:
        raise AccountMissing(f"there is no useradd to make {SYSTEM_ACCOUNT} with") from None
    if made.returncode and not _exists(SYSTEM_ACCOUNT):
        raise AccountMissing(made.stderr.strip() or f"useradd could not make {SYSTEM_ACCOUNT}")


def _exists(name: str) -> bool:
    try:
        return bool(pwd.getpwnam(name))
    except KeyError:
        return False


def _named(uid: int) -> Account:
    try:
        entry = pwd.getpwuid(uid)
    except KeyError:
        raise AccountMissing(f"user id {uid} has no name in this system") from None
    return Account(entry.pw_uid, entry.pw_gid, entry.pw_name)
