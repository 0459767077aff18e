"""manage.py test: the whole suite, style and production settings included."""

from __future__ import annotations

import argparse
import importlib.util
import os
import sys

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from archive.chromium import ChromiumMissing, find_or_install_chromium


class Command(BaseCommand):
    help = "Run all tests, in Chromium too, which is installed where it can be. Other arguments are pytest's."

    def run_from_argv(self, argv: list[str]) -> None:
        """Django's own options would take some of pytest's, such as -v."""
        parser = argparse.ArgumentParser(prog=f"{argv[0]} test", description=self.help, allow_abbrev=False)
        parser.add_argument("--no-browser", action="store_true", help="leave out the tests that read pages in Chromium")
        options, for_pytest = parser.parse_known_args(argv[2:])
        try:
            self.handle(no_browser=options.no_browser, for_pytest=for_pytest)
        except (ChromiumMissing, CommandError) as problem:
            sys.exit(self.style.ERROR(str(problem)))

    def handle(self, *, no_browser: bool, for_pytest: list[str]) -> None:
        if importlib.util.find_spec("pytest") is None:
            raise CommandError("The tests' own packages are missing: pip install -r tests/requirements.txt")
        if no_browser:
            for_pytest = ["-m", "not browser", *for_pytest]
        else:
            os.environ["CHROMIUM"] = find_or_install_chromium()
        os.chdir(settings.BASE_DIR)
        os.execv(sys.executable, [sys.executable, "-m", "pytest", *for_pytest])
