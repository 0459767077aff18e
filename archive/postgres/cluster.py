"""One embedded PostgreSQL server and its data folder: made when missing, started when nobody answers, stopped on
request. Any number of processes may ask at once."""

from __future__ import annotations

import contextlib
import errno
import fcntl
import os
import shlex
import shutil
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

import psutil
import psycopg
from psycopg import sql
from psycopg.conninfo import make_conninfo
from psycopg.pq import PGconn, Ping

from archive.postgres.account import Account, account_for, owner_of
from archive.postgres.binaries import MAJOR_VERSION, Programs, installed_for
from archive.postgres.errors import (
    CommandFailed,
    FolderHoldsSomethingElse,
    FolderIsMountPoint,
    FolderOfAnotherUser,
    FolderOutOfReach,
    OtherVersion,
    SocketFolderTaken,
    StillHeld,
)
from archive.postgres.place import PORT, make_parents, socket_folder

SUPERUSER = "postgres"
LOG = "server.log"
FIRST_OWN_DATABASE = 16384  # PostgreSQL's own databases have lower numbers
POSTGRES_DATABASE = "5"  # made last by initdb: where it is missing, initdb was interrupted

# The builtin provider knows é from É on every machine; a C library's locale may be missing or differ.
INITDB = ["--auth=trust", "--encoding=UTF8", "--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8"]
SETTINGS = {
    "listen_addresses": "",
    "unix_socket_permissions": "0700",
    "port": str(PORT),
    "jit": "off",
    "log_checkpoints": "off",
}
if sys.platform == "linux":
    # Recovery would otherwise open each file of the folder before it starts.
    SETTINGS["recovery_init_sync_method"] = "syncfs"


@dataclass(frozen=True)
class Cluster:
    """The server of a data folder. `settings` are PostgreSQL's, over ours; `patience` is how many seconds a server that
    is starting, stopping or dying is waited for."""

    data: Path
    settings: Mapping[str, str] = field(default_factory=dict)
    patience: float = 60

    @property
    def socket(self) -> Path:
        """The folder of the socket, which is libpq's `host`."""
        folder = socket_folder(self.data)
        if folder != self.data and folder.exists():
            owner = owner_of(folder)
            trusted = {os.geteuid(), owner_of(self.data).uid if self.data.exists() else 0}
            if owner.uid not in trusted:
                raise SocketFolderTaken(folder, owner.name)
        return folder

    def state(self) -> Ping:
        """OK when the server answers, even by refusing a connection as it has too many; REJECT while it starts, stops
        or recovers; NO_RESPONSE when nobody is there."""
        where = make_conninfo(host=str(self.socket), port=PORT, user=SUPERUSER, dbname="postgres", connect_timeout=2)
        return Ping(PGconn.ping(where.encode()))

    def ensure(self) -> bool:
        """Have the server running, whatever state its folder was left in; True when this call started it.

        Raises EmbeddedPostgresError with the reason why it cannot be.
        """
        if self.state() == Ping.OK:
            return False
        make_parents(self.data)
        self._refuse_folder_of_another_user()
        with self._alone():
            if self._former_server_answers():
                return False
            programs = self._programs()
            if not self._holds_database():
                self._make(programs)
            self._start(programs)
        return True

    def stop(self) -> bool:
        """Stop the server, rolling back what is unfinished; True when it was running."""
        if not self.data.exists():
            return False
        self._refuse_folder_of_another_user()
        with self._alone():
            if not self._holders():
                return False
            self._programs().run(
                "pg_ctl", "stop", "-s", "-w", "-t", str(int(self.patience)), "-m", "fast", data=self.data
            )
        return True

    def create_database(self, name: str) -> bool:
        """Make a database of this name when there is none; True when this call made it."""
        with self._connection() as connection:
            if connection.execute("SELECT 1 FROM pg_database WHERE datname = %s", [name]).fetchone():
                return False
            try:
                connection.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(name)))
            except (psycopg.errors.DuplicateDatabase, psycopg.errors.UniqueViolation):
                return False
        return True

    def clients(self) -> int:
        """How many connections of others there are; none when the server is down."""
        count = (
            "SELECT count(*) FROM pg_stat_activity WHERE backend_type = 'client backend' AND pid <> pg_backend_pid()"
        )
        try:
            with self._connection() as connection:
                return connection.execute(count).fetchone()[0]
        except psycopg.OperationalError:
            return 0

    def _connection(self) -> psycopg.Connection:
        return psycopg.connect(host=str(self.socket), port=PORT, user=SUPERUSER, dbname="postgres", autocommit=True)

    @contextlib.contextmanager
    def _alone(self) -> Iterator[None]:
        """Hold the lock of this cluster. It is taken on the parent folder, so that no lock file of one user is left in
        the way of another."""
        folder = os.open(self.data.parent, os.O_RDONLY)
        try:
            fcntl.flock(folder, fcntl.LOCK_EX)
            yield
        finally:
            os.close(folder)

    def _refuse_folder_of_another_user(self) -> None:
        if self.data.exists() and os.geteuid() not in (0, owner_of(self.data).uid):
            raise FolderOfAnotherUser(self.data, owner_of(self.data).name)

    def _former_server_answers(self) -> bool:
        """Wait until the server that may be there answers, or has left nothing but files that it can't clear itself."""
        deadline = time.monotonic() + self.patience
        while (state := self.state()) != Ping.OK:
            holders = self._holders()
            if not holders and state != Ping.REJECT:
                self._forget_former_server()
                return False
            if time.monotonic() > deadline:
                raise StillHeld(self.data, holders)
            time.sleep(0.05)
        return True

    def _holders(self) -> list[int]:
        """The living PostgreSQL processes of this cluster: each works in the data folder. Zombies have no folder."""
        found = []
        for process in psutil.process_iter(["name"]):
            with contextlib.suppress(psutil.Error):
                if process.info["name"] == "postgres" and process.cwd() == str(self.data):
                    found.append(process.pid)
        return found

    def _forget_former_server(self) -> None:
        """PostgreSQL would take a zombie, or another program that got the former server's process id, for a running
        server and refuse to start."""
        (self.data / "postmaster.pid").unlink(missing_ok=True)
        (self.socket / f".s.PGSQL.{PORT}.lock").unlink(missing_ok=True)

    def _programs(self) -> Programs:
        account = self._account()
        if not account.can_enter(self.data.parent):
            raise FolderOutOfReach(self.data.parent, account.name)
        return Programs(account, installed_for(account))

    def _account(self) -> Account:
        if not (self.data / "PG_VERSION").exists():
            return account_for(self.data)
        owner = owner_of(self.data)
        if owner.uid != 0:
            return owner
        account = account_for(self.data.parent)  # root copied the folder here
        for path in [self.data, *self.data.rglob("*")]:
            os.chown(path, account.uid, account.gid, follow_symlinks=False)
        return account

    def _holds_database(self) -> bool:
        """Whether the folder holds a whole database; what an interrupted initdb left is removed.

        Raises OtherVersion, FolderHoldsSomethingElse.
        """
        if not self.data.exists() or not any(self.data.iterdir()):
            return False
        version = self.data / "PG_VERSION"
        needed = [version, self.data / "global" / "pg_control", self.data / "base" / POSTGRES_DATABASE]
        if not all(path.exists() for path in needed):
            if not self._is_unfinished():
                raise FolderHoldsSomethingElse(self.data)
            shutil.rmtree(self.data)
            return False
        if (found := version.read_text().strip()) != MAJOR_VERSION:
            raise OtherVersion(self.data, found, MAJOR_VERSION)
        return True

    def _is_unfinished(self) -> bool:
        """Whether there is nothing but what initdb makes before anybody could have stored a row."""
        names = {"PG_VERSION", "base", "global", "postgresql.conf", "postgresql.auto.conf"}
        if any(path.name not in names and not path.name.startswith("pg_") for path in self.data.iterdir()):
            return False
        base = self.data / "base"
        return not base.exists() or all(
            path.name.isdigit() and int(path.name) < FIRST_OWN_DATABASE for path in base.iterdir()
        )

    def _make(self, programs: Programs) -> None:
        """Make the cluster beside its place and move it there whole, so that an interruption leaves no half of one."""
        for left_over in self.data.parent.glob(f"{self.data.name}.new-*"):
            shutil.rmtree(left_over, ignore_errors=True)
        unfinished = Path(tempfile.mkdtemp(prefix=f"{self.data.name}.new-", dir=self.data.parent))
        os.chown(unfinished, programs.account.uid, programs.account.gid)
        programs.run("initdb", "-U", SUPERUSER, *INITDB, *self._initdb_sync(), data=unfinished)
        try:
            unfinished.rename(self.data)
        except OSError as error:
            shutil.rmtree(unfinished)
            if error.errno == errno.EBUSY:
                raise FolderIsMountPoint(self.data) from None
            raise

    def _initdb_sync(self) -> list[str]:
        if self.settings.get("fsync") == "off":
            return ["--no-sync"]
        return ["--sync-method=syncfs"] if sys.platform == "linux" else []

    def _start(self, programs: Programs) -> None:
        folder = self.socket
        if folder != self.data:
            folder.mkdir(mode=0o700, exist_ok=True)
            os.chown(folder, programs.account.uid, programs.account.gid)
        settings = SETTINGS | {"unix_socket_directories": str(folder)} | dict(self.settings)
        options = " ".join(shlex.quote(f"--{name}={value}") for name, value in settings.items())
        log = self.data / LOG
        log.unlink(missing_ok=True)
        try:
            programs.run(
                "pg_ctl", "start", "-s", "-w", "-t", "120", "-l", LOG, "-o", options, data=self.data, cwd=self.data
            )
        except CommandFailed as failure:
            last_words = log.read_text(errors="replace")[-2000:] if log.exists() else ""
            raise CommandFailed(program="pg_ctl", output=f"{failure}\n{last_words}") from None
