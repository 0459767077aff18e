"""From a bare Python to a virtual environment with the packages: real venv, real pip, and packages small enough."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from archive.bootstrap import ENTERED, VirtualEnvironment
from tests.clusters import CHECKOUT

BARE_PYTHON = getattr(sys, "_base_executable", sys.executable)
DJANGO = {
    "django/__init__.py": "",
    "django/core/__init__.py": "",
    "django/core/management.py": "import sys\ndef execute_from_command_line(argv): print(sys.prefix, argv[1:])\n",
    "environs.py": "class EnvError(Exception): pass\n",
}


def wheel(folder: Path, name: str, files: dict[str, str]) -> Path:
    """A package that pip installs without asking anybody."""
    path = folder / f"{name}-1-py3-none-any.whl"
    about = f"{name}-1.dist-info"
    with zipfile.ZipFile(path, "w") as archive:
        for file, text in files.items():
            archive.writestr(file, text)
        archive.writestr(f"{about}/METADATA", f"Metadata-Version: 2.1\nName: {name}\nVersion: 1\n")
        archive.writestr(
            f"{about}/WHEEL", "Wheel-Version: 1.0\nGenerator: test\nRoot-Is-Purelib: true\nTag: py3-none-any\n"
        )
        archive.writestr(f"{about}/RECORD", "")
    return path


@pytest.fixture(scope="module")
def checkout(tmp_path_factory):
    """A checkout whose requirements are two small wheels, with a virtual environment that `serve` made."""
    folder = tmp_path_factory.mktemp("checkout")
    (folder / "archive").mkdir()
    for name in ("manage.py", "archive/__init__.py", "archive/bootstrap.py"):
        shutil.copy(CHECKOUT / name, folder / name)
    (folder / "tests").mkdir()
    (folder / "requirements.txt").write_text(f"{wheel(folder, 'pretended_django', DJANGO)}\n")
    (folder / "tests" / "requirements.txt").write_text(f"{wheel(folder, 'pretended_pytest', {'pytest.py': ''})}\n")
    return folder


@pytest.fixture(scope="module")
def made(checkout):
    return manage(checkout, "serve", "--port", "8123")


def manage(checkout: Path, *arguments: str, **environment: str) -> subprocess.CompletedProcess:
    if subprocess.run([BARE_PYTHON, "-c", "import environs"], capture_output=True).returncode == 0:
        pytest.skip("needs a Python that has none of the archive's packages")
    inherited = {name: value for name, value in os.environ.items() if name not in (ENTERED, "PYTHONPATH")}
    return subprocess.run(
        [BARE_PYTHON, "manage.py", *arguments],
        cwd=checkout,
        env=inherited | environment,
        capture_output=True,
        text=True,
    )


def has(venv: VirtualEnvironment, module: str) -> bool:
    return subprocess.run([venv.python, "-c", f"import {module}"], capture_output=True).returncode == 0


def test_serve_makes_the_environment_and_goes_on_inside(checkout, made):
    assert "Making a virtual environment" in made.stderr
    assert made.stdout == f"{checkout / '.venv'} ['serve', '--port', '8123']\n"
    assert not (checkout / ".venv" / "unfinished").exists()


def test_other_commands_enter_it_and_install_nothing(checkout, made):
    entered = manage(checkout, "shell")
    assert entered.stdout == f"{checkout / '.venv'} ['shell']\n"
    assert entered.stderr == ""


def test_test_adds_what_the_tests_need(checkout, made):
    venv = VirtualEnvironment(checkout)
    assert not has(venv, "pytest")
    assert manage(checkout, "test", "-x").stdout.endswith("['test', '-x']\n")
    assert has(venv, "pytest")


def test_changed_requirements_are_installed(checkout, made):
    more = wheel(checkout, "pretended_whoosh", {"whoosh.py": ""})
    with (checkout / "requirements.txt").open("a") as file:
        file.write(f"{more}\n")
    assert "Installing the packages" in manage(checkout, "serve").stderr
    assert has(VirtualEnvironment(checkout), "whoosh")


def test_environment_whose_making_was_interrupted_is_made_again(checkout, made):
    venv = VirtualEnvironment(checkout)
    venv.unfinished.touch()
    (venv.folder / "half").touch()
    assert manage(checkout, "serve").stdout.startswith(str(venv.folder))
    assert not (venv.folder / "half").exists()


def test_python_without_ensurepip_will_do(checkout, tmp_path, monkeypatch):
    """Debian's python3 without python3-venv, as a program that refuses what that one refuses."""
    python = tmp_path / "python3"
    python.write_text(f'#!/bin/sh\ncase "$*" in "-m venv /"*) exit 1;; esac\nexec {BARE_PYTHON} "$@"\n')
    python.chmod(0o755)
    monkeypatch.setattr(sys, "executable", str(python))
    shutil.copytree(checkout, tmp_path / "checkout", ignore=shutil.ignore_patterns(".venv"))
    venv = VirtualEnvironment(tmp_path / "checkout")
    venv.prepare(("requirements.txt",))
    assert has(venv, "environs")
    assert not has(venv, "pip")


def test_packages_that_cannot_be_had_are_a_sentence(checkout, tmp_path, capfd):
    broken = tmp_path / "checkout"
    broken.mkdir()
    (broken / "requirements.txt").write_text(f"{tmp_path}/no-such-package.whl\n")
    shutil.copytree(checkout / ".venv", broken / ".venv", symlinks=True)
    with pytest.raises(SystemExit, match="could not be installed; pip says why above"):
        VirtualEnvironment(broken).prepare(("requirements.txt",))
    assert "no-such-package" in capfd.readouterr().err


def test_other_commands_alone_make_nothing(checkout, tmp_path):
    bare = tmp_path / "checkout"
    shutil.copytree(checkout, bare, ignore=shutil.ignore_patterns(".venv"))
    done = manage(bare, "migrate")
    assert done.returncode == 1
    assert "python3 manage.py serve installs them" in done.stderr
    assert not (bare / ".venv").exists()


def test_environment_that_stays_without_packages_is_not_entered_for_ever(checkout):
    done = manage(checkout, "serve", **{ENTERED: "1"})
    assert "delete that folder and try again" in done.stderr


def test_old_python_is_told_so_in_a_sentence():
    program = "import runpy, sys; sys.version_info = (3, 9, 2); runpy.run_path('manage.py', run_name='__main__')"
    done = subprocess.run([sys.executable, "-c", program], cwd=CHECKOUT, capture_output=True, text=True)
    assert done.stderr == "On the Record needs Python 3.11 or newer, and this is 3.9.\n"
