"""From a bare Python to the archive's own: `.venv` with the pinned packages, made once.

Only the standard library is at hand here. In a virtual environment that has the packages this is never called.
"""

from __future__ import annotations

import contextlib
import fcntl
import hashlib
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NoReturn

CHECKOUT = Path(__file__).resolve().parent.parent
ENTERED = "ON_THE_RECORD_ENTERED"  # set on the way in, lest a broken environment be entered for ever
RUN = ("requirements.txt",)
TEST = ("requirements.txt", "tests/requirements.txt")
OLDEST_PIP_FOR_OTHERS = (22, 3)


def enter_virtual_environment(arguments: list[str], checkout: Path = CHECKOUT) -> NoReturn:
    """Become `manage.py` with these arguments inside `.venv`, which `serve` and `test` make when it is missing.

    Exits with a sentence when that cannot be.
    """
    venv = VirtualEnvironment(checkout)
    command = arguments[0] if arguments else ""
    if os.environ.get(ENTERED):
        sys.exit(f"The packages of {venv.folder} cannot be imported: delete that folder and try again.")
    if command not in ("serve", "test") and not venv.folder.exists():
        sys.exit(
            "The packages are not installed: python3 manage.py serve installs them in .venv,"
            " or pip install -r requirements.txt in an environment of your own."
        )
    try:
        venv.prepare(TEST if command == "test" else RUN)
    except KeyboardInterrupt:
        sys.exit("Interrupted: the next start begins again.")
    os.environ[ENTERED] = "1"
    os.execv(venv.python, [str(venv.python), str(checkout / "manage.py"), *arguments])


class VirtualEnvironment:
    """The folder `.venv` of a checkout."""

    def __init__(self, checkout: Path) -> None:
        self.checkout = checkout
        self.folder = checkout / ".venv"
        self.python = self.folder / "bin" / "python"
        self.unfinished = self.folder / "unfinished"

    def prepare(self, requirements: tuple[str, ...]) -> None:
        """Have all of these requirement files installed, by installing those that changed since."""
        with self._alone():
            if not self._is_sound():
                shutil.rmtree(self.folder, ignore_errors=True)
            missing = [name for name in requirements if not self._is_installed(name)]
            if not missing:
                return
            self.folder.mkdir(exist_ok=True)
            self.unfinished.touch()
            if not self.python.exists():
                say("Making a virtual environment in .venv …")
                self._make()
            say("Installing the packages (once; about a minute) …")
            self._install(missing)
            for name in missing:
                self._stamp(name).write_text(self._digest(name))
            self.unfinished.unlink()

    @contextlib.contextmanager
    def _alone(self) -> Iterator[None]:
        checkout = os.open(self.checkout, os.O_RDONLY)
        try:
            fcntl.flock(checkout, fcntl.LOCK_EX)
            yield
        finally:
            os.close(checkout)

    def _is_sound(self) -> bool:
        """Whether what is there can be used or added to: not interrupted, and its Python is still on the machine."""
        if self.unfinished.exists():
            return False
        probe = "import django" if any(self.folder.glob("installed-*")) else "pass"
        return os.access(self.python, os.X_OK) and succeeds([self.python, "-c", probe])

    def _stamp(self, name: str) -> Path:
        return self.folder / f"installed-{name.replace('/', '-')}"

    def _digest(self, name: str) -> str:
        return hashlib.sha256((self.checkout / name).read_bytes()).hexdigest()

    def _is_installed(self, name: str) -> bool:
        stamp = self._stamp(name)
        return stamp.exists() and stamp.read_text() == self._digest(name)

    def _make(self) -> None:
        if succeeds([sys.executable, "-m", "venv", self.folder]):
            return
        # Debian keeps the half of venv that installs pip in the package python3-venv.
        if succeeds([sys.executable, "-m", "venv", "--without-pip", self.folder]) and pip_installs_for_others():
            return
        if os.geteuid() == 0 and shutil.which("apt-get"):
            say("Installing Debian's python3-venv …")
            subprocess.run(["apt-get", "update", "-qq"])
            subprocess.run(["apt-get", "install", "-qq", "--no-install-recommends", "python3-venv"])
            if succeeds([sys.executable, "-m", "venv", self.folder]):
                return
        sys.exit(
            "This Python can make no virtual environment: install its venv and pip"
            " (on Debian and Ubuntu: sudo apt-get install python3-venv) and try again."
        )

    def _install(self, requirements: list[str]) -> None:
        pip = [self.python, "-m", "pip"]
        if not succeeds([*pip, "--version"]):
            pip = [sys.executable, "-m", "pip", "--python", self.python]
        files = [argument for name in requirements for argument in ("-r", self.checkout / name)]
        # Python compiles what is imported when it is; to compile all of it takes as long as to unpack it.
        options = ["-qq", "--no-compile", "--no-input", "--disable-pip-version-check"]
        command = [*pip, "install", *options, *files]
        if subprocess.run(command).returncode:
            sys.exit(
                "The packages could not be installed; pip says why above. It asks pypi.org, or the index in"
                " PIP_INDEX_URL, through the proxy in HTTPS_PROXY."
            )


def pip_installs_for_others() -> bool:
    """Whether this machine has a pip that can install into a virtual environment without one."""
    asked = subprocess.run([sys.executable, "-m", "pip", "--version"], capture_output=True, text=True)
    words = asked.stdout.split()
    if asked.returncode or len(words) < 2:
        return False
    return tuple(int(part) for part in words[1].split(".")[:2] if part.isdigit()) >= OLDEST_PIP_FOR_OTHERS


def succeeds(command: list[str | Path]) -> bool:
    return subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL).returncode == 0


def say(sentence: str) -> None:
    print(sentence, file=sys.stderr, flush=True)
