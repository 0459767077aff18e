"""Where the embedded server keeps its data and its socket."""

from __future__ import annotations

import hashlib
import os
import re
import stat
from pathlib import Path

PORT = 5432
LONGEST_SOCKET_PATH = 100  # the system's limit is 107 bytes on Linux, 103 on macOS
EASY_PATH = re.compile(r"[\w./+@=-]+")


def default_folder(data_dir: Path) -> Path:
    """The server's folder for an archive whose data is in `data_dir`: `postgres` in it. For root, whose server runs as
    another account, a folder of its own in /var/lib when that account could not enter `data_dir`."""
    there = next(path for path in [data_dir, *data_dir.parents] if path.exists())
    if os.geteuid() != 0 or there.stat().st_uid != 0 or _open_to_all(there):
        return data_dir / "postgres"
    return Path("/var/lib/on-the-record", _digest(data_dir), "postgres")


def socket_folder(data: Path) -> Path:
    """The folder of the server's socket: the data folder itself, or one in /tmp where its path is too long for a
    socket or holds a blank or another character that PostgreSQL's setting would split at."""
    if len(os.fsencode(data / f".s.PGSQL.{PORT}")) <= LONGEST_SOCKET_PATH and EASY_PATH.fullmatch(str(data)):
        return data
    return Path("/tmp", f"on-the-record-{_digest(data)}")


def make_parents(folder: Path) -> None:
    """Make what is missing above `folder`, open for others to pass through even where the umask says otherwise."""
    missing = [parent for parent in folder.parents if not parent.exists()]
    for parent in reversed(missing):
        parent.mkdir(exist_ok=True)
        parent.chmod(0o755)


def _open_to_all(folder: Path) -> bool:
    return all(path.stat().st_mode & stat.S_IXOTH for path in [folder, *folder.parents])


def _digest(path: Path) -> str:
    return hashlib.sha256(os.fsencode(path)).hexdigest()[:12]
