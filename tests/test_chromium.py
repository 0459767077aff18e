"""Where the browser of the tests comes from."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from archive.chromium import ChromiumMissing, find_chromium, find_or_install_chromium

APT = """#!/bin/sh
[ "$1" = install ] || exit 0
printf '#!/bin/sh\\n' > {folder}/chromium && /bin/chmod +x {folder}/chromium
"""


@pytest.fixture
def programs(tmp_path, monkeypatch) -> Path:
    """The only folder of programs that the machine has."""
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.delenv("CHROMIUM", raising=False)
    return tmp_path


def program(path: Path, text: str = "#!/bin/sh\n") -> str:
    path.write_text(text)
    path.chmod(0o755)
    return str(path)


def test_browser_named_in_the_environment_comes_first(programs, monkeypatch):
    program(programs / "chromium")
    mine = program(programs / "mine")
    monkeypatch.setenv("CHROMIUM", mine)
    assert find_chromium() == mine


def test_chromium_is_preferred_to_chrome(programs):
    program(programs / "google-chrome")
    chromium = program(programs / "chromium")
    assert find_chromium() == chromium


def test_without_any_the_ways_to_have_one_are_named(programs):
    with pytest.raises(ChromiumMissing, match="sudo apt-get install.*--no-browser"):
        find_or_install_chromium()


@pytest.mark.skipif(os.geteuid() != 0, reason="needs root, who may install packages")
def test_root_on_debian_gets_the_package(programs):
    program(programs / "apt-get", APT.format(folder=programs))
    assert find_or_install_chromium() == str(programs / "chromium")


def test_others_on_debian_are_told(programs, monkeypatch):
    program(programs / "apt-get", APT.format(folder=programs))
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    with pytest.raises(ChromiumMissing):
        find_or_install_chromium()
