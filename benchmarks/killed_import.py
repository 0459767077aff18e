"""Articles imported through the admin page of a server that is killed half-way: is each there exactly once?

    python -m benchmarks.killed_import [--articles 10000] [--kills 1]

Serves an archive of its own in a temporary folder, signs in as its first editor, sends one file, looks at the
preview, has it stored, follows the progress, kills server and worker (SIGKILL) at each of the marks on the way,
starts them again, and asks the database at the end. Exit status 1 where an article is missing or there twice.
"""

import argparse
import http.cookiejar
import json
import os
import random
import re
import signal
import socket
import subprocess
import sys
import tempfile
import time
import urllib.parse
import urllib.request
import uuid
from pathlib import Path

from benchmarks.corpus import SYLLABLES

ROOT = Path(__file__).resolve().parent.parent
COUNT = (
    "from articles.models import Article, Quote; print(Article.objects.count(), "
    "Article.objects.values('external_id').distinct().count(), Quote.objects.values('article').distinct().count())"
)


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    asked.add_argument("--articles", type=int, default=10_000)
    asked.add_argument("--kills", type=int, default=1)
    wanted = asked.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        stored, different, quoted = import_killed(Path(folder), wanted.articles, wanted.kills)
    print(f"{stored} articles stored, {different} different ones, {quoted} with quotes")
    sys.exit(not stored == different == quoted == wanted.articles)


def import_killed(folder: Path, articles: int, kills: int) -> tuple[int, int, int]:
    """Articles stored, different ones among them, and those with quotes, after an import with that many kills."""
    server = Server(folder)
    try:
        return _import_killed(server, articles, kills)
    finally:
        server.end()


def _import_killed(server: "Server", articles: int, kills: int) -> tuple[int, int, int]:
    desk = Desk(server.address, server.password)
    began = time.monotonic()
    page = desk.upload("\n".join(map(json.dumps, invented(articles))).encode())
    seen = follow(desk, page, until="Store these articles")
    print(
        f"read and looked at in {time.monotonic() - began:.0f} s; the page showed {seen} steps of progress", flush=True
    )
    began = time.monotonic()
    desk.post(page, do="run")
    for kill in range(1, kills + 1):
        follow(desk, page, until=articles * kill // (kills + 1))
        server.kill()
        print(f"killed after {time.monotonic() - began:.0f} s", flush=True)
        server.start()
    seen = follow(desk, page, until="Take the whole import back")
    print(f"stored in {time.monotonic() - began:.0f} s; the page showed {seen} steps since the last kill", flush=True)
    counted = subprocess.run(
        [sys.executable, "manage.py", "shell", "--no-imports", "-c", COUNT],
        cwd=ROOT,
        env=server.environment,
        capture_output=True,
        text=True,
        check=True,
    )
    stored, different, quoted = map(int, counted.stdout.split())
    return stored, different, quoted


def invented(number: int):
    """Articles of nonsense with two quotes each, no two alike."""
    for n in range(number):
        rng = random.Random(n)
        words = ["".join(rng.choices(SYLLABLES, k=rng.choice((1, 2, 2, 3)))) for _ in range(120)]
        speaker = " ".join(word.title() for word in words[:2])
        body = (
            f"The {' '.join(words[2:40])}.\n\n“It will {' '.join(words[40:60])},” {speaker}, a harbour master, said.\n\n"
            f"“We never {' '.join(words[60:80])},” {speaker.split()[1]} said. The {' '.join(words[80:])}."
        )
        yield {"id": f"n{n}", "headline": f"Number {n}", "publication": f"Paper {n % 7}", "body": body}


class Server:
    """`manage.py serve` with an archive in `folder`, in a process group of its own, ready to be asked."""

    def __init__(self, folder: Path) -> None:
        kept = {name: value for name, value in os.environ.items() if not name.startswith(("DATABASE_", "EMBEDDED_"))}
        self.environment = kept | {"DATA_DIR": str(folder)}
        self.port = free_port()
        self.start()

    def start(self) -> None:
        self.process = subprocess.Popen(
            [sys.executable, "manage.py", "serve", "--no-samples", "--port", str(self.port)],
            cwd=ROOT,
            env=self.environment,
            stdout=subprocess.PIPE,
            text=True,
            start_new_session=True,
        )
        for line in self.process.stdout:
            if found := re.match(r" +password +(\S+)", line):
                self.password = found[1]
            if found := re.match(r"The archive is at (\S+)/", line):
                self.address = found[1]
                return
        raise SystemExit("The server did not start.")

    def kill(self) -> None:
        os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait()

    def end(self) -> None:
        self.process.terminate()
        self.process.wait(timeout=60)


class Desk:
    """An editor's browser, as far as an import needs one."""

    def __init__(self, address: str, password: str) -> None:
        self.address = address
        self.jar = http.cookiejar.CookieJar()
        self.opener = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(self.jar))
        self.get("/admin/login/")
        self.post("/admin/login/", username="editor", password=password)

    def get(self, path: str) -> str:
        with self.opener.open(self.address + path, timeout=120) as answer:
            return answer.read().decode()

    def post(self, path: str, **fields: str) -> str:
        """The address the answer leads to."""
        sent = urllib.parse.urlencode(fields | {"csrfmiddlewaretoken": self._token()}).encode()
        with self.opener.open(self.address + path, sent, timeout=120) as answer:
            return urllib.parse.urlsplit(answer.url).path

    def upload(self, data: bytes) -> str:
        """The address of the import that a file makes."""
        edge = uuid.uuid4().hex
        token = f'--{edge}\r\nContent-Disposition: form-data; name="csrfmiddlewaretoken"\r\n\r\n{self._token()}\r\n'
        file = f'--{edge}\r\nContent-Disposition: form-data; name="files"; filename="articles.jsonl"\r\n\r\n'
        body = token.encode() + file.encode() + data + f"\r\n--{edge}--\r\n".encode()
        kind = {"Content-Type": f"multipart/form-data; boundary={edge}"}
        asked = urllib.request.Request(self.address + "/admin/articles/import/", body, kind)
        with self.opener.open(asked, timeout=600) as answer:
            return urllib.parse.urlsplit(answer.url).path

    def _token(self) -> str:
        return next(cookie.value for cookie in self.jar if cookie.name == "csrftoken")


def follow(desk: Desk, page: str, *, until: str | int) -> int:
    """Ask for the page until it shows those words, or that many done; how many different numbers it showed."""
    shown = set()
    while True:
        html = desk.get(page)
        done = re.search(r"(\d+) of \d+</p>", html)
        if done:
            shown.add(int(done[1]))
        if until in html if isinstance(until, str) else done and int(done[1]) >= until:
            return len(shown)
        time.sleep(0.2 if isinstance(until, int) and until < 1000 else 1.5)


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


if __name__ == "__main__":
    main()
