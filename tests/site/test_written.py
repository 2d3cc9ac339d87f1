from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest
from kallelse.written import Writer

from tests.folders import written


@pytest.fixture
def before(tmp_path: Path) -> Path:
    folder = tmp_path / "before"
    Writer(folder).put_all({"index.html": b"Start", "ks/index.html": b"KS"})
    return folder


def _is_same(one: Path, other: Path) -> bool:
    return one.stat().st_ino == other.stat().st_ino


def test_files_stand_at_their_addresses(tmp_path: Path, before: Path) -> None:
    assert (before / "ks" / "index.html").read_bytes() == b"KS"
    Writer(tmp_path / "new").put_all({"data.json": b"{}"}, "api/")
    assert (tmp_path / "new" / "api" / "data.json").read_bytes() == b"{}"


def test_a_file_that_is_alike_is_the_one_of_before(tmp_path: Path, before: Path) -> None:
    new = tmp_path / "new"
    Writer(new, before).put_all({"index.html": b"Start", "ks/index.html": b"BN", "ks/more.html": b"More"})
    assert _is_same(new / "index.html", before / "index.html")
    assert [file.read_bytes() for file in (new / "ks" / "index.html", new / "ks" / "more.html")] == [b"BN", b"More"]
    assert (before / "ks" / "index.html").read_bytes() == b"KS"


def test_what_is_written_anew_does_not_change_the_file_of_before(tmp_path: Path, before: Path) -> None:
    writer = Writer(tmp_path / "new", before)
    writer.put("index.html", b"Start")
    writer.put("index.html", b"Other")
    assert (tmp_path / "new" / "index.html").read_bytes() == b"Other"
    assert (before / "index.html").read_bytes() == b"Start"


def test_a_folder_or_a_link_is_no_file_of_before(tmp_path: Path, before: Path) -> None:
    (before / "folder").mkdir()
    (tmp_path / "elsewhere").write_bytes(b"Start")
    (before / "link").symlink_to(tmp_path / "elsewhere")
    new = tmp_path / "new"
    Writer(new, before).put_all({"folder": b"", "link": b"Start"})
    assert [(new / name).read_bytes() for name in ("folder", "link")] == [b"", b"Start"]
    assert not (new / "link").is_symlink()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows knows no others that may read a file or not")
def test_a_file_that_others_may_not_read_is_made_anew(tmp_path: Path, before: Path) -> None:
    (before / "index.html").chmod(0o600)
    Writer(tmp_path / "new", before).put("index.html", b"Start")
    assert not _is_same(tmp_path / "new" / "index.html", before / "index.html")


def test_what_another_build_puts_there_meanwhile_is_not_taken(
    tmp_path: Path, before: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    link = os.link

    def exchanged(old: str, place: str) -> None:
        written(tmp_path, {"other/index.html": b"Other"})
        (tmp_path / "other" / "index.html").replace(old)
        link(old, place)

    monkeypatch.setattr(os, "link", exchanged)
    Writer(tmp_path / "new", before).put("index.html", b"Start")
    assert [(tmp_path / name / "index.html").read_bytes() for name in ("new", "before")] == [b"Start", b"Other"]


def test_a_disk_without_second_names_gets_new_files(
    tmp_path: Path, before: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(*_: object, **__: object) -> None:
        raise PermissionError

    monkeypatch.setattr(os, "link", refused)
    Writer(tmp_path / "new", before).put("index.html", b"Start")
    assert (tmp_path / "new" / "index.html").read_bytes() == b"Start"
    assert not _is_same(tmp_path / "new" / "index.html", before / "index.html")
