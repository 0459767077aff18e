"""The browser that tests read the pages with."""

from __future__ import annotations

import os
import shutil
import subprocess

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


class ChromiumMissing(Exception):
    def __init__(self) -> None:
        super().__init__(
            "The tests read the pages in Chromium, and none was found. Install it (on Debian: sudo apt-get install"
            " chromium; with Playwright: .venv/bin/playwright install --with-deps chromium, then name the program in"
            " CHROMIUM), set CHROMIUM to the path of a Chromium or Chrome, or leave these tests out with --no-browser."
        )


def find_chromium() -> str:
    """The path of the program: $CHROMIUM, or the first of the usual names. Raises ChromiumMissing."""
    for name in filter(None, [os.environ.get("CHROMIUM"), *NAMES]):
        if path := shutil.which(name):
            return path
    raise ChromiumMissing


def find_or_install_chromium() -> str:
    """As `find_chromium`, but root on Debian gets the distribution's package first where there is none."""
    try:
        return find_chromium()
    except ChromiumMissing:
        if os.geteuid() != 0 or not shutil.which("apt-get"):
            raise
    environment = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
    subprocess.run(["apt-get", "update", "-qq"], env=environment)
    subprocess.run(["apt-get", "install", "-y", "-qq", "--no-install-recommends", "chromium"], env=environment)
    return find_chromium()
