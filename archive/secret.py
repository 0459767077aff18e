"""The key that signs sessions, made once a machine where the environment gives none."""

import os
import secrets
from pathlib import Path


def read_or_make_secret(folder: Path) -> str:
    """The key kept in `folder`/secret-key, made there on first use, readable by its owner only."""
    path = folder / "secret-key"
    try:
        return path.read_text(encoding="ascii").strip()
    except FileNotFoundError:
        pass
    folder.mkdir(parents=True, exist_ok=True)
    key = secrets.token_urlsafe(50)
    fresh = path.with_name(f"secret-key.{os.getpid()}")
    with os.fdopen(os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w", encoding="ascii") as file:
        file.write(key)
    try:
        os.link(fresh, path)  # fails where another process was first: its key is the one
    except FileExistsError:
        return path.read_text(encoding="ascii").strip()
    finally:
        fresh.unlink()
    return key
