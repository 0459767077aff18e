#!/usr/bin/env python3
"""Django's command line, which makes itself a virtual environment where there is no Django."""

import os
import sys


def main() -> None:
    if sys.version_info < (3, 11):  # noqa: UP036 - said in a sentence, before anything newer is read
        sys.exit("On the Record needs Python 3.11 or newer, and this is {}.{}.".format(*sys.version_info[:2]))
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "archive.settings")
    try:
        from django.core.management import execute_from_command_line
        from environs import EnvError  # a Django that the machine brings comes without it, and is not ours
    except ModuleNotFoundError:
        from archive.bootstrap import enter_virtual_environment

        enter_virtual_environment(sys.argv[1:])
    try:
        execute_from_command_line(sys.argv)
    except EnvError as problem:
        sys.exit(str(problem))
    except BrokenPipeError:  # "… | head" has read enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


if __name__ == "__main__":
    main()
