"""What is kept in a folder: found whole under its own key alone, forgotten in time, calling nothing when read."""

from __future__ import annotations

import os
import pickle
import subprocess
import sys
from pathlib import Path

import pytest
from kallelse.foreign import kept as stored
from kallelse.foreign.kept import forget, found, keep, key_of
from kallelse.foreign.values import from_bytes, to_bytes
from kallelse.model.meeting import Case
from kallelse.read.meeting.kept import ENDING

from tests.folders import written
from tests.read.test_kept import SAMPLE, read, sources


def test_values_are_the_same_from_their_bytes_and_equal_ones_have_equal_bytes() -> None:
    archive, _ = read(SAMPLE, None)
    again, _ = read(SAMPLE, None)
    for (*_, one), (*_, other) in zip(archive.cases(), again.cases(), strict=True):
        assert from_bytes(to_bytes(one)) == one
        assert from_bytes(to_bytes(one, equal=True)) == one
        assert to_bytes(one, equal=True) == to_bytes(other, equal=True)
        # What comes from the store shares its parts in another way.
        assert to_bytes(from_bytes(to_bytes(one)), equal=True) == to_bytes(one, equal=True)


class _Evil:
    def __reduce__(self) -> tuple[object, ...]:
        return subprocess.call, ([sys.executable, "-c", "open('evil', 'w')"],)


def named(module: str, name: str) -> bytes:
    """Bytes that hold what has a name in a module."""
    told = (b"\x8c" + bytes([len(each)]) + each.encode() for each in (module, name))
    return b"\x80\x04" + b"".join(told) + b"\x93."


def test_bytes_that_name_a_class_of_the_model_hold_it() -> None:
    assert from_bytes(named("kallelse.model.meeting", "Case")) is Case


@pytest.mark.parametrize(
    "data",
    [
        pickle.dumps(_Evil()),
        b"cos\nsystem\n(S'touch evil'\ntR.",
        # By way of what a module of the model imports.
        named("kallelse.model.digest", "hashlib"),
        named("kallelse.model.address", "posixpath.os"),
        named("kallelse.model.zone", "ZoneInfo"),
        named("kallelse.model.pages", "label_of"),
        named("kallelse.foreign.office", "OfficeError"),
    ],
)
def test_bytes_of_anything_else_call_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, data: bytes) -> None:
    monkeypatch.chdir(tmp_path)
    assert from_bytes(data) is None
    assert not (tmp_path / "evil").exists()


def test_what_was_of_no_use_for_long_is_forgotten(tmp_path: Path) -> None:
    root, store = sources(tmp_path / "meetings"), tmp_path / "store"
    read(root, store)
    (file,) = store.glob(f"*/*{ENDING}")
    packet = store / "aa" / "aa.pdfs"
    packet.parent.mkdir()
    packet.write_bytes(b"")
    os.utime(packet, ns=(file.stat().st_mtime_ns,) * 2)
    made, day = file.stat().st_mtime, 24 * 3600
    # Texts may become confidential, and are soon read again.
    for passed, left in ((0.9, [file, packet]), (1.1, [packet]), (59.9, [packet]), (60.1, [])):
        forget(store, made + passed * day)
        assert [each for each in (file, packet) if each.exists()] == left


def test_the_package_is_another_with_each_of_its_files_that_anything_is_made_of(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def told() -> str:
        stored._package.cache_clear()
        return stored._package()

    monkeypatch.setattr(stored, "_PACKAGE", tmp_path)
    names = [f"part/a{ending}" for ending in (".py", ".typ", ".html", ".otf", ".ttf", ".json")]
    written(tmp_path, dict.fromkeys((*names, "part/a.pyc"), "before"))
    known = {told()}
    for name in names:
        written(tmp_path, {name: "after"})
        known.add(told())
    (tmp_path / names[0]).rename(tmp_path / "part" / "b.py")
    known.add(told())
    assert len(known) == 2 + len(names)
    written(tmp_path, {"part/a.pyc": "after"})
    assert told() in known
    monkeypatch.undo()
    stored._package.cache_clear()


def kept_as(store: Path, key: str, content: str, ending: str = ".a", **how: bool) -> Path:
    return keep(store, key, ending, lambda file: file.write_text(content), **how)


def test_only_what_is_whole_is_found_and_only_under_its_own_key_and_ending(tmp_path: Path) -> None:
    store, day = tmp_path / "store", 24 * 3600
    file = kept_as(store, "abc", "text")
    assert [found(store, *asked) for asked in (("abc", ".b"), ("ab", ".a"), ("abcd", ".a"))] == [None] * 3
    os.utime(file, (day, day))
    damaged = [file.with_name(f"abc-{name}.a") for name in ("", "0" * 16)]
    for each in damaged:
        each.write_text("tex")
    linked = kept_as(tmp_path / "other", "abc", "another").rename(tmp_path / "elsewhere")
    link = file.with_name(f"abc-{key_of(linked)[:16]}.a")
    link.symlink_to(linked)
    assert found(store, "abc", ".a") == file
    assert file.read_text() == "text"
    # What is used is as good as new.
    assert file.stat().st_mtime > day
    file.unlink()
    assert found(store, "abc", ".a") is None
    assert ([*store.rglob("*.a")], linked.read_text()) == ([], "another")


def test_what_is_kept_alone_takes_the_place_of_nothing_but_its_own_key(tmp_path: Path) -> None:
    others = {kept_as(tmp_path, "abc", "b", ".b"), kept_as(tmp_path, "abcd", "a")}
    first, second = (kept_as(tmp_path, "abc", content) for content in ("one", "two"))
    assert {*tmp_path.rglob("*.?")} == {*others, first, second}
    for _ in range(2):
        third = kept_as(tmp_path, "abc", "three", alone=True)
        assert {*tmp_path.rglob("*.?")} == {*others, third}


def test_what_else_a_key_is_made_of_stays_apart(tmp_path: Path) -> None:
    written(tmp_path, {"a": "text"})
    assert len({key_of(tmp_path / "a", *others) for others in ((), ("",), ("a", "bc"), ("ab", "c"), ("abc",))}) == 5


@pytest.mark.parametrize("error", [FileNotFoundError, PermissionError])
def test_what_another_build_takes_away_or_nobody_may_read_is_not_found(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: type[OSError]
) -> None:
    root, store = sources(tmp_path / "meetings"), tmp_path / "store"
    fresh = read(root, store)
    (file,) = store.glob(f"*/*{ENDING}")
    looked: list[Path] = []
    digest = key_of

    def refused(path: Path, *others: str) -> str:
        if path.suffix == ENDING and path.parent.parent == store:
            looked.append(path)
            raise error(str(path))
        return digest(path, *others)

    with monkeypatch.context() as patched:
        patched.setattr("kallelse.foreign.kept.key_of", refused)
        assert found(store, file.name.partition("-")[0], ENDING) is None
    assert looked == [file]
    # It is no other build's to take away what this one cannot read.
    assert file.exists()
    assert read(root, store) == fresh
