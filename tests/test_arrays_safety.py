"""Whatever stops a writer, a merge or a rebuild, readers find the old index or the new one."""

import errno
import itertools
import multiprocessing
import os
import random
import signal
import threading
import time
from contextlib import contextmanager, suppress
from functools import partial
from pathlib import Path

import pytest
from whoosh import query as q

from articles.arrays import Index, IndexDamaged, IndexMissing, IndexOutdated, IndexUnusable, WriterBusy

from .arrays_oracle import schema

OPERATIONS = ("open", "write", "fsync", "replace", "unlink")


def open_index(folder, **options):
    return Index(folder, schema(), order="published", facets=("publication", "speaker"), **options)


def document(key, version):
    return {
        "text": f"word common{version % 3} unique{key}",
        "speaker": [str(key)],
        "published": key,
        "version": version,
    }


def fill(index, versions):
    with index.writer() as writer:
        for key, version in versions.items():
            writer.update(key, **document(key, version))


def state(index):
    """Key -> version, as columns, words and facets all say."""
    versions = index.numbers("version")
    found = index.search(q.Term("text", "word"), rows=1000, facets={"speaker": 1000})
    assert sorted(found.keys) == sorted(versions)
    assert found.facets["speaker"] == sorted((str(key), 1) for key in versions)
    return versions


def update(index, old):
    """Change one document, delete one, add one; returns what the index must say then."""
    new = {**old, 3: 77, 500: 5}
    new.pop(4, None)
    with index.writer() as writer:
        writer.update(3, **document(3, 77))
        writer.update(500, **document(500, 5))
        writer.delete(4)
    return new


def merge(index, old):
    assert index.merge()
    return old


def rebuild(index, old):
    new = {key: version + 1000 for key, version in old.items() if key % 2}
    index.rebuild((key, document(key, version)) for key, version in new.items())
    return new


@pytest.fixture
def index(tmp_path):
    index = open_index(tmp_path / "index")
    index.create()
    for step in range(9):
        fill(index, dict.fromkeys(range(step * 2, step * 2 + 5), step))
    return index


def faulty(call, at, stop):
    """Let `stop` happen instead of the file operation number `at` that `call` makes; returns how many there were."""
    count, real = 0, {name: getattr(os, name) for name in OPERATIONS}

    def watched(name):
        def operation(*arguments, **options):
            nonlocal count
            count += 1
            if count == at:
                stop()
            return real[name](*arguments, **options)

        return operation

    for name in OPERATIONS:
        setattr(os, name, watched(name))
    try:
        call()
    finally:
        for name in OPERATIONS:
            setattr(os, name, real[name])
    return count


def fail():
    raise OSError(errno.ENOSPC, "no space left on device")


def copy_of(index, folder):
    folder.mkdir()
    for file in Path(index.folder).iterdir():
        (folder / file.name).write_bytes(file.read_bytes())
    return open_index(folder)


@pytest.mark.parametrize("action", [update, merge, rebuild])
def test_every_file_operation_may_fail_or_be_the_last(index, tmp_path, action):
    old = state(index)
    trial = copy_of(index, tmp_path / "trial")
    operations = faulty(lambda: action(trial, old), None, fail)
    new = state(trial)
    assert operations > 8
    for at in range(1, operations + 1):
        for kind in ("failing", "killed"):
            trial = copy_of(index, tmp_path / f"{kind}{at}")
            if kind == "failing":
                with suppress(OSError):
                    faulty(partial(action, trial, old), at, fail)
            elif not (child := os.fork()):
                try:
                    faulty(partial(action, trial, old), at, lambda: os.kill(os.getpid(), signal.SIGKILL))
                finally:
                    os._exit(0)
            else:
                os.waitpid(child, 0)
            after = state(open_index(trial.folder))
            assert after in (old, new), (at, kind)
            trial.check()
            expected = update(trial, after)
            assert state(trial) == expected
            trial.merge()
            assert state(trial) == expected


forked = multiprocessing.get_context("fork")


def read_until(stopped, folder, seen):
    index = open_index(folder)
    while not stopped.is_set():
        versions = state(index)
        assert sorted(versions) == list(range(20)), versions
        assert len(set(versions.values())) == 1, versions
        seen.value += 1


def write_for_ever(folder, written):
    index = open_index(folder)
    for version in itertools.count(max(index.numbers("version").values()) + 1):
        rows = dict.fromkeys(range(20), version)
        if version % 5:
            fill(index, rows)
        else:
            index.rebuild((key, document(key, version)) for key in rows)
        index.merge()
        written.value += 1


def test_writers_killed_at_random_never_show_two_readers_half_a_change(tmp_path):
    index = open_index(tmp_path / "index")
    index.create()
    fill(index, dict.fromkeys(range(20), 0))
    stopped, rng = forked.Event(), random.Random(4)
    written, *seen = (forked.Value("i", 0, lock=False) for _ in range(3))
    readers = [forked.Process(target=read_until, args=(stopped, index.folder, count)) for count in seen]
    for reader in readers:
        reader.start()
    kills = 0
    while kills < 12 or written.value < 12:
        kills += 1
        writer = forked.Process(target=write_for_ever, args=(index.folder, written))
        writer.start()
        time.sleep(0.02 + rng.random() * 0.3)
        writer.kill()
        writer.join()
    stopped.set()
    for reader, count in zip(readers, seen, strict=True):
        reader.join()
        assert reader.exitcode == 0
        assert count.value > 10
    assert len(set(state(index).values())) == 1


def test_a_commit_reaches_the_disk_segment_first_then_contents_then_folder(index, monkeypatch):
    calls, real = [], {name: getattr(os, name) for name in ("fsync", "replace")}

    def fsync(file):
        calls.append(("fsync", Path(os.readlink(f"/proc/self/fd/{file}")).name))
        real["fsync"](file)

    def replace(source, target):
        calls.append(("replace", Path(target).name))
        real["replace"](source, target)

    monkeypatch.setattr(os, "fsync", fsync)
    monkeypatch.setattr(os, "replace", replace)
    fill(index, {1: 1})
    segment = calls[0][1]
    assert segment.endswith(".segment")
    assert calls == [
        ("fsync", segment),
        ("fsync", "contents.new"),
        ("fsync", "index"),
        ("replace", "contents"),
        ("fsync", "index"),
    ]


def index_files(index):
    return sorted(file for file in Path(index.folder).iterdir() if file.suffix != ".lock")


def test_any_changed_byte_is_noticed_and_never_answered_wrongly(index):
    expected, rng = state(index), random.Random(8)
    while index.merge():
        pass
    for file in index_files(index):
        sound = file.read_bytes()
        for at in {
            *range(0, len(sound), max(1, len(sound) // 150)),
            len(sound) - 1,
            *rng.sample(range(len(sound)), 50),
        }:
            file.write_bytes(sound[:at] + bytes([sound[at] ^ 1 << rng.randrange(8)]) + sound[at + 1 :])
            with pytest.raises(IndexUnusable):
                open_index(index.folder).check()
            with suppress(IndexUnusable):
                assert state(open_index(index.folder)) == expected
        file.write_bytes(sound)
    assert state(index) == expected


def test_truncated_and_lost_files_are_noticed_and_a_rebuild_mends_them(index):
    expected = state(index)
    for file in index_files(index):
        sound = file.read_bytes()
        for length in (0, 1, 20, len(sound) // 2, len(sound) - 1):
            file.write_bytes(sound[:length])
            with pytest.raises(IndexDamaged):
                state(index)
        file.unlink()
        with pytest.raises((IndexDamaged, IndexMissing)):
            state(index)
        file.write_bytes(sound)
        assert state(index) == expected
    index_files(index)[0].write_bytes(b"")
    assert state(index) if rebuild(index, expected) else None
    index.check()


def test_plain_whoosh_or_another_version_is_noticed_and_rebuilt_over(tmp_path):
    from whoosh import fields
    from whoosh.index import create_in

    create_in(str(tmp_path), fields.Schema(text=fields.TEXT))
    index = open_index(tmp_path)
    with pytest.raises(IndexOutdated):
        index.search(q.Every())
    index.rebuild([(1, document(1, 1))])
    assert state(index) == {1: 1}
    newer = open_index(tmp_path, version="2")
    with pytest.raises(IndexOutdated), newer.writer() as writer:
        writer.delete(1)
    newer.rebuild([(2, document(2, 1))])
    assert state(newer) == {2: 1}
    assert len(index_files(newer)) == 2


def test_readers_keep_answering_when_the_folder_goes(index):
    view, expected = index.view(), index.numbers("version")
    for file in Path(index.folder).iterdir():
        file.unlink()
    assert view.numbers("version") == expected
    with pytest.raises(IndexMissing):
        index.search(q.Every())


def test_what_is_written_during_a_rebuild_wins_over_its_rows(index):
    def rows():
        yield 1, document(1, 1)
        yield 2, document(2, 1)
        with index.writer() as writer:
            writer.update(1, **document(1, 50))
            writer.delete(2)
            writer.update(9, **document(9, 50))
        yield 3, document(3, 1)
        yield 4, document(4, 1)
        with index.writer() as writer:
            writer.delete(4)
            writer.delete(999)

    assert index.rebuild(rows()) == 4
    assert state(index) == {1: 50, 3: 1, 9: 50}


def test_deletes_during_a_merge_are_replayed(index, monkeypatch):
    from articles.arrays import index as module

    expected, real = state(index), module.merged

    def slow(*arguments):
        member = real(*arguments)
        if 500 not in expected:
            expected.update(update(index, expected))
            expected.pop(4, None)
        return member

    monkeypatch.setattr(module, "merged", slow)
    index.merge()
    assert state(index) == expected


def test_what_is_written_just_as_a_merge_begins_stays(index, monkeypatch):
    expected, begin = state(index), index._preparing

    @contextmanager
    def preparing(**options):
        with begin(**options) as before:
            if 500 not in expected:
                expected.update(update(index, expected))
                expected.pop(4, None)
            yield before

    monkeypatch.setattr(index, "_preparing", preparing)
    assert index.merge()
    assert state(index) == expected


def test_an_exception_leaves_the_index_as_it_was(index):
    before, files = state(index), index_files(index)

    def change_and_fail():
        with index.writer() as writer:
            writer.delete(3)
            writer.update(70, **document(70, 1))
            writer.batch.flush()
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        change_and_fail()
    assert state(index) == before
    assert index_files(index) == files


def test_one_writer_at_a_time(index):
    with index.writer() as writer:
        with pytest.raises(WriterBusy, match="writing"), index.writer(timeout=0.05):
            pass
        writer.delete(3)
    with index.writer() as writer:
        writer.delete(5)
    assert not {3, 5} & state(index).keys()


def test_nothing_is_lost_while_writers_and_merges_run_together(index):
    """Each of three writers has its own keys and knows what they must say."""
    expected, errors = state(index), []
    stopped, kept = threading.Event(), {}

    def write(first):
        rng, mine = random.Random(first), {}
        try:
            for version in range(40):
                with index.writer(timeout=30) as writer:
                    for key in rng.sample(range(first, first + 30), 3):
                        if rng.random() < 0.3:
                            writer.delete(key)
                            mine.pop(key, None)
                        else:
                            writer.update(key, **document(key, version))
                            mine[key] = version
        except Exception as error:
            errors.append(error)
        kept[first] = mine

    def tend():
        try:
            while not stopped.is_set():
                index.merge()
                found = index.search(q.Term("text", "word"), rows=1000, facets={"speaker": 1000})
                assert len(set(found.keys)) == found.total
                assert found.facets["speaker"] == sorted((str(key), 1) for key in found.keys)
        except Exception as error:
            errors.append(error)

    writers = [threading.Thread(target=write, args=(first,)) for first in (1000, 2000, 3000)]
    tenders = [threading.Thread(target=tend) for _ in range(2)]
    for thread in (*writers, *tenders):
        thread.start()
    for thread in writers:
        thread.join()
    stopped.set()
    for thread in tenders:
        thread.join()
    assert not errors
    assert state(index) == expected | kept[1000] | kept[2000] | kept[3000]
