"""The index follows the database, whatever happens to it, to its folder or to whoever writes it."""

import contextlib
import fcntl
import os
import random
import resource
import shutil
import signal
import threading
import time
from pathlib import Path

import pytest
from django.core.management import call_command
from django.db import connection, connections

from articles import indexing, search
from articles.models import Article, IndexNote
from articles.search import store
from articles.search.backend import backend
from articles.search.question import Question
from tests import make

OF = ("articles", "quotes")


def total(q: str = "", of: str = "articles") -> int:
    return search.run(search.read({"q": q}, of=of)).total


def indexed(of: str = "articles") -> int:
    """Rows in the index as it is, nothing drained before."""
    return backend(of).ask(Question(rows=0)).total


def drifts() -> list[indexing.Drift]:
    return [drift for drift in map(indexing.check, OF) if drift]


def quoted(number: int) -> Article:
    article = make.article(f"“Harbour number{number} closes,” Edda Halloran said.", headline=f"Harbour {number}")
    make.quote(article, f"“Harbour number{number} closes,”")
    return article


@contextlib.contextmanager
def child(work):
    """A process that does `work()` with a database connection of its own; yields its id, kills it at the end."""
    kept = [c.connection for c in connections.all()]  # the parent's sockets are not for the child to close
    pid = os.fork()
    if pid == 0:
        code = 1
        try:
            for each in connections.all():
                each.connection = None
            work()
            code = 0
        finally:
            os._exit(code)
    try:
        yield pid
    finally:
        with contextlib.suppress(ProcessLookupError):
            os.kill(pid, signal.SIGKILL)
        with contextlib.suppress(ChildProcessError):
            os.waitpid(pid, 0)
    assert kept is not None


def ended(pid: int) -> int:
    return os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])


@pytest.mark.django_db
class TestFollowing:
    def test_an_article_and_its_quotes_come_change_and_go(self):
        assert total("harbour") == 0
        article = quoted(1)
        assert (total("harbour"), total("harbour", "quotes")) == (1, 1)
        article.headline = "Quay closes"
        article.save()
        assert total("headline:quay") == total("headline:quay", "quotes") == 1
        article.delete()
        assert (total("harbour"), total("harbour", "quotes")) == (0, 0)

    def test_bulk_changes_are_followed_too(self):
        quoted(1), quoted(2)
        assert total("section:sport") == 0
        Article.objects.update(section="Sport")
        assert total("section:sport") == 2
        Article.objects.update(visibility="draft")
        assert total() == total("", "quotes") == 0

    def test_a_rejected_quote_is_gone(self):
        quote = quoted(1).quotes.get()
        assert total("harbour", "quotes") == 1
        make.decide(quote, standing="rejected")
        assert total("harbour", "quotes") == 0

    def test_another_form_of_a_name_is_found(self):
        halloran = make.source("Edda Halloran")
        article = quoted(1)
        article.quotes.update(source=halloran)
        assert total("speaker:eh", "quotes") == 0
        halloran.forms.create(form="EH", folded="eh")
        assert total("speaker:eh", "quotes") == total("speaker:eh") == 1

    def test_notes_are_gone_once_the_index_has_learnt_them(self):
        quoted(1)
        assert IndexNote.objects.exists()
        indexing.drain()
        assert not IndexNote.objects.exists()
        assert drifts() == []

    def test_pages_stay_as_they_were_while_the_archive_grows(self):
        for number in range(6):
            quoted(number)
        first = search.run(search.read({"sort": "newest"}, of="articles"), per_page=3)
        seen = [hit.object.pk for hit in first.hits]
        quoted(7)
        asked = dict(pair.split("=") for pair in first.next.split("&"))
        second = search.run(search.read(asked, of="articles"), per_page=3)
        assert len({*seen, *(hit.object.pk for hit in second.hits)}) == 6
        assert second.total == 6


@pytest.mark.django_db
class TestChecking:
    def test_a_right_index_passes(self, capsys):
        quoted(1)
        indexing.rebuild()
        call_command("check_index")
        assert "articles: right, 1 rows\nquotes: right, 1 rows" in capsys.readouterr().out

    def test_what_differs_is_named_and_mended(self, capsys):
        gone, stale = quoted(1), quoted(2)
        indexing.drain()
        missing = quoted(3)
        Article.objects.filter(pk=stale.pk).update(headline="Other")
        gone_id = gone.pk
        gone.delete()
        IndexNote.objects.all().delete()
        with pytest.raises(SystemExit) as ended:
            call_command("check_index")
        assert ended.value.code == 1
        told = capsys.readouterr().out
        assert f"articles: 1 missing ({missing.pk}); 1 stale ({stale.pk}); 1 too many ({gone_id})" in told
        call_command("check_index", "--repair")
        assert drifts() == []
        assert total("headline:other") == 1

    def test_the_index_is_made_anew_by_command(self, capsys):
        quoted(1)
        call_command("index_archive")
        assert "1 articles and 1 quotes indexed" in capsys.readouterr().out
        assert drifts() == []

    def test_the_state_is_told(self):
        assert search.status().state == "missing"
        quoted(1)
        total()
        assert (search.status().state, search.status().articles, search.status().quotes) == ("current", 1, 1)
        quoted(2)
        assert (search.status().state, search.status().waiting > 0) == ("behind", True)


@pytest.mark.django_db
class TestDamage:
    @pytest.fixture(autouse=True)
    def _two_articles(self):
        quoted(1), quoted(2)
        assert total("harbour") == 2

    def folder(self, settings) -> Path:
        return Path(settings.SEARCH_INDEX_DIR)

    def test_a_folder_deleted_under_the_searcher_is_made_again(self, settings):
        shutil.rmtree(self.folder(settings))
        assert total("harbour") == total("harbour", "quotes") == 2

    def test_one_index_deleted_while_something_waits(self, settings):
        shutil.rmtree(self.folder(settings) / "articles")
        quoted(3)
        assert total("harbour") == total("harbour", "quotes") == 3

    def test_a_truncated_file_is_noticed(self, settings):
        for file in (self.folder(settings) / "articles").glob("*.segment"):
            os.truncate(file, file.stat().st_size // 2)
        store._index.cache_clear()
        assert total("harbour") == 2
        assert drifts() == []

    def test_a_foreign_index_is_noticed(self, settings):
        for file in (self.folder(settings) / "articles").glob("contents*"):
            file.write_bytes(b"something else")
        store._index.cache_clear()
        assert total("harbour") == 2

    def test_an_index_of_another_version_is_noticed(self, monkeypatch):
        monkeypatch.setattr(store, "VERSION", "0")
        assert search.status().state == "outdated"
        assert total("harbour") == 2

    def test_changed_bytes_are_found_by_the_check(self, settings, capsys):
        for file in (self.folder(settings) / "articles").glob("*.segment"):
            file.write_bytes(file.read_bytes().replace(b"harbour", b"harbors"))
        with pytest.raises(SystemExit):
            call_command("check_index")
        call_command("check_index", "--repair")
        assert drifts() == []

    def test_while_another_drains_the_reader_sees_what_is_there(self, settings):
        with (self.folder(settings) / "drain.lock").open("w") as file:
            fcntl.flock(file, fcntl.LOCK_EX)
            quoted(3)
            assert total("harbour") == 2
        assert total("harbour") == 3

    def test_while_the_index_is_locked_the_reader_sees_what_is_there(self, settings, monkeypatch):
        monkeypatch.setattr("articles.search.draining.PATIENCE", 0.1)
        with (self.folder(settings) / "articles" / "write.lock").open("w") as file:
            fcntl.flock(file, fcntl.LOCK_EX)
            quoted(3)
            assert total("harbour") == 2
        assert total("harbour") == 3


@pytest.mark.django_db(transaction=True)
class TestFaults:
    def test_a_full_disk_leaves_the_reader_what_is_there(self):
        quoted(1)
        assert total("harbour") == 1

        def without_room():
            signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
            resource.setrlimit(resource.RLIMIT_FSIZE, (100, 100))
            quoted(2)
            assert total("harbour") == 1

        with child(without_room) as pid:
            assert ended(pid) == 0
        assert search.status().state == "behind"
        assert total("harbour") == 2
        assert drifts() == []

    def test_a_larger_archive_answers_503_until_its_index_is_made(self, settings, monkeypatch):
        monkeypatch.setattr(store, "AT_ONCE", 0)
        quoted(1)
        with pytest.raises(search.Unavailable) as told:
            total("harbour")
        assert told.value.status == 503
        assert str(told.value)
        deadline = time.monotonic() + 20
        while time.monotonic() < deadline:
            with contextlib.suppress(search.Unavailable):
                assert total("harbour") == 1
                break
            time.sleep(0.05)
        assert total("harbour", "quotes") == 1

    @pytest.mark.parametrize("seed", range(3))
    def test_killed_while_it_updates_nothing_is_lost(self, seed):
        chance = random.Random(seed)
        quoted(0)
        assert total("harbour") == 1

        def update_for_ever():
            for number in range(1, 10_000):
                quoted(number)
                indexing.drain()

        for _ in range(4):
            before = indexed()
            with child(update_for_ever) as pid:
                time.sleep(0.3 + chance.random())
                os.kill(pid, signal.SIGKILL)
            assert indexed() >= before
        assert total("harbour") == Article.objects.count() > 1
        assert drifts() == []

    def test_killed_while_it_rebuilds_the_old_index_answers(self):
        for number in range(40):
            quoted(number)
        assert total("harbour") == 40

        def rebuild_for_ever():
            while True:
                indexing.rebuild()

        for pause in (0.1, 0.25, 0.4, 0.6):
            with child(rebuild_for_ever) as pid:
                time.sleep(pause)
                os.kill(pid, signal.SIGKILL)
            assert indexed() == indexed("quotes") == 40
        indexing.rebuild()
        assert drifts() == []

    def test_what_is_committed_is_found_within_a_second_where_somebody_listens(self):
        quoted(1)
        assert total("harbour") == 1

        def listen():
            indexing.keep_current()
            time.sleep(60)

        with child(listen):
            time.sleep(1.5)
            for number in (2, 3):
                quoted(number)
                committed = time.monotonic()
                while indexed() < number and time.monotonic() - committed < 20:
                    time.sleep(0.02)
                assert indexed() == number
            Article.objects.update(visibility="draft")
            deadline = time.monotonic() + 20
            while indexed() + indexed("quotes") and time.monotonic() < deadline:
                time.sleep(0.02)
            assert indexed() == indexed("quotes") == 0

    def test_readers_editors_and_a_load_at_once(self):
        for number in range(30):
            quoted(number)
        assert total("harbour") == 30
        problems: list[BaseException] = []
        stop = threading.Event()

        def thread(work):
            def run():
                try:
                    while not stop.is_set():
                        work()
                except BaseException as problem:
                    problems.append(problem)
                finally:
                    connection.close()

            return threading.Thread(target=run)

        def read():
            for of in OF:
                results = search.run(search.read({"q": "harbour"}, of=of))
                assert results.total >= 30
                assert len({hit.object.pk for hit in results.hits}) == len(results.hits)

        def edit():
            pk = random.choice(Article.objects.values_list("pk", flat=True)[:30])
            Article.objects.filter(pk=pk).update(section=random.choice(["Sport", "Home"]))

        def load():
            quoted(random.randrange(1000, 9999))

        threads = [thread(work) for work in [read] * 8 + [edit] * 2 + [load]]
        for each in threads:
            each.start()
        time.sleep(3)
        stop.set()
        for each in threads:
            each.join()
        assert problems == []
        assert total("harbour") == Article.objects.count() > 30
        assert drifts() == []
