"""Cases kept from an earlier reading: the same as read anew, whatever became of the sources or of what is kept."""

from __future__ import annotations

import os
import pickle
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from kallelse.foreign import kept as stored
from kallelse.foreign.kept import forget, found, keep, key_of
from kallelse.foreign.values import from_bytes, to_bytes
from kallelse.model.archive import Archive
from kallelse.model.finding import Finding
from kallelse.model.meeting import Case
from kallelse.model.settings import Settings
from kallelse.read.archive import read_archive
from kallelse.read.meeting import kept
from kallelse.read.meeting.case import CaseSource, read_case
from kallelse.read.meeting.kept import ENDING
from kallelse.read.sources import read_sources

from tests import foreign
from tests.folders import CASE, SETTINGS, archive_of, written

SAMPLE = Path(__file__).resolve().parents[2] / "meetings"
TABLE = "\n```ekonomi\nid: u\nfil: ../tal.csv\n```\n\nUtfallet är {u: A, Utfall}.\n"
MEETING = "gsn/2022-09-26"


def read(root: Path, store: Path | None) -> tuple[Archive, tuple[Finding, ...]]:
    archive, _, findings = read_archive(root, store)
    return archive, findings


def sources(root: Path) -> Path:
    """An archive with a table from a file beside, an attachment of each kind, and a case in one file."""
    return archive_of(
        root,
        {
            "1-a/index.md": CASE + TABLE,
            "1-a/bilaga-1.md": "---\ntitle: Bilaga\n---\n\nText.\n",
            "1-a/bilaga-2.pdf": foreign.saved(foreign.pdf("Avtalet")),
            "2-b.md": CASE + "\nText med [länk](1-a/index.md).\n",
            "tal.csv": "enhet: mnkr\n\n;Utfall\nA;1,5\n",
        },
    )


@pytest.fixture
def refuse(monkeypatch: pytest.MonkeyPatch) -> Callable[[], None]:
    """From its call on, no case is read from its files."""

    def refused(source: CaseSource, *_: object) -> None:
        raise AssertionError(source.path)

    return lambda: monkeypatch.setattr(kept, "read_case", refused)


def test_every_case_of_the_sample_is_the_same_when_it_comes_from_the_store(
    tmp_path: Path, refuse: Callable[[], None]
) -> None:
    archive, findings = read(SAMPLE, None)
    assert read(SAMPLE, tmp_path / "store") == (archive, findings)
    refuse()
    assert read(SAMPLE, tmp_path / "store") == (archive, findings)
    assert sum(1 for _ in archive.cases()) > 10


def test_values_are_the_same_from_their_bytes_and_equal_ones_have_equal_bytes() -> None:
    archive, _ = read(SAMPLE, None)
    again, _ = read(SAMPLE, None)
    for (*_, one), (*_, other) in zip(archive.cases(), again.cases(), strict=True):
        assert from_bytes(to_bytes(one)) == one
        assert from_bytes(to_bytes(one, equal=True)) == one
        assert to_bytes(one, equal=True) == to_bytes(other, equal=True)
        # What comes from the store shares its parts in another way.
        assert to_bytes(from_bytes(to_bytes(one)), equal=True) == to_bytes(one, equal=True)


def append(path: str, text: str = "\nMer.\n") -> Callable[[Path], None]:
    def change(root: Path) -> None:
        file = root / path
        file.write_text(file.read_text(encoding="utf-8") + text, encoding="utf-8")

    return change


def other_pdf(root: Path) -> None:
    (root / MEETING / "1-a/bilaga-2.pdf").write_bytes(foreign.saved(foreign.pdf("Ett annat avtal")))


def withheld_paper(root: Path) -> None:
    text = CASE.replace("kind:", "attachments:\n  - file: bilaga-1.md\n    access: confidential\nkind:")
    (root / MEETING / "1-a/index.md").write_text(text + TABLE, encoding="utf-8")


def withheld_table(root: Path) -> None:
    text = CASE.replace("kind:", "access: confidential\nkind:")
    (root / MEETING / "tal.csv").rename(root / MEETING / "2-b.csv")
    (root / MEETING / "2-b.md").write_text(text, encoding="utf-8")


def new_paper(root: Path) -> None:
    (root / MEETING / "1-a/bilaga-0.md").write_text("---\ntitle: Ny\n---\n\nText.\n", encoding="utf-8")


def gone_paper(root: Path) -> None:
    (root / MEETING / "1-a/bilaga-1.md").unlink()


def other_language(root: Path) -> None:
    (root / "kallelse.yml").write_text(SETTINGS + "language: en\n", encoding="utf-8")


def case_in_a_folder(root: Path) -> None:
    (root / MEETING / "2-b").mkdir()
    (root / MEETING / "2-b.md").rename(root / MEETING / "2-b/index.md")


@pytest.mark.parametrize(
    "change",
    [
        append(f"{MEETING}/1-a/index.md"),
        append(f"{MEETING}/1-a/bilaga-1.md"),
        append(f"{MEETING}/2-b.md", "\n[trasig](\n"),
        append(f"{MEETING}/tal.csv", "B;2,5\n"),
        append("gsn/index.md"),
        other_pdf,
        withheld_paper,
        withheld_table,
        new_paper,
        gone_paper,
        other_language,
        case_in_a_folder,
    ],
)
def test_whatever_is_another_is_read_anew(tmp_path: Path, change: Callable[[Path], None]) -> None:
    root, store = sources(tmp_path / "meetings"), tmp_path / "store"
    before = read(root, store)
    assert before[1] == ()
    change(root)
    now = read(root, None)
    assert now != before
    assert read(root, store) == now
    assert read(root, store) == now


@pytest.mark.parametrize("is_left", [True, False])
def test_a_case_of_which_a_file_is_saved_while_it_is_read_is_not_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, is_left: bool
) -> None:
    root, store = sources(tmp_path / "meetings"), tmp_path / "store"
    fresh, paper = read(root, None), root / MEETING / "1-a/bilaga-2.pdf"
    before = paper.read_bytes()

    def saved_meanwhile(source: CaseSource, *rest: Any) -> tuple[Case | None, tuple[Finding, ...]]:
        other_pdf(root)
        found = read_case(source, *rest)
        if not is_left:
            paper.unlink()
        return found

    monkeypatch.setattr(kept, "read_case", saved_meanwhile)
    assert read(root, store) != fresh
    monkeypatch.undo()
    paper.write_bytes(before)
    assert read(root, store) == fresh


def test_findings_come_in_every_reading(tmp_path: Path, refuse: Callable[[], None]) -> None:
    root, store = sources(tmp_path / "meetings"), tmp_path / "store"
    append(f"{MEETING}/2-b.md", "\n[trasig](\n")(root)
    first = read(root, store)
    assert {finding.code for finding in first[1]} == {"link-broken"}
    assert read(root, store) == first
    # What is wrong may be mended anywhere.
    refuse()
    with pytest.raises(AssertionError, match="2-b"):
        read(root, store)


def test_what_is_only_remarked_on_is_kept_with_the_remark(tmp_path: Path, refuse: Callable[[], None]) -> None:
    root, store = sources(tmp_path / "meetings"), tmp_path / "store"
    append(f"{MEETING}/2-b.md", "\nTODO: fyll i\n")(root)
    first = read(root, store)
    assert [finding.code for finding in first[1]] == ["text-unfinished"]
    refuse()
    assert read(root, store) == first


def test_what_is_confidential_is_not_written_down_once_more(tmp_path: Path) -> None:
    secret = CASE.replace("kind:", "access: confidential\npublish: heading\npublic_title: Granskning\nkind:")
    root, store = archive_of(tmp_path / "meetings", {"1-a.md": secret}), tmp_path / "store"
    archive, _ = read(root, store)
    assert [case.title for _, _, case in archive.cases()] == ["Granskning"]
    assert list(store.rglob(f"*{ENDING}")) == []
    (root / MEETING / "2-b.md").write_text(CASE + "\nOpen.\n", encoding="utf-8")
    read(root, store)
    (file,) = store.rglob(f"*{ENDING}")
    assert (b"Open." in file.read_bytes(), b"Granskning" in file.read_bytes()) == (True, False)


@pytest.mark.parametrize(
    "settings", [Settings(withheld="Hemligt"), Settings(language="en"), Settings(headings={"Mål": "proposal"})]
)
def test_each_setting_alone_gives_another_key(settings: Settings) -> None:
    assert kept._key_of(MEETING, settings) != kept._key_of(MEETING, Settings())


def test_the_cases_of_each_meeting_are_kept_apart() -> None:
    assert kept._key_of(MEETING, Settings()) != kept._key_of("gsn/2022-10-24", Settings())


def test_each_thing_alone_that_a_case_is_read_from_gives_another_digest(tmp_path: Path) -> None:
    files, _ = read_sources(sources(tmp_path / "meetings"))
    source = CaseSource("1-a", f"{MEETING}/1-a/index.md", f"{MEETING}/1-a")
    first = kept.case_digest(source, files, Settings(), ())
    issued = (("bilaga-1.md",), ("bilaga", "-1.md"), ("bilaga-1.md", ""))
    assert len({first, *(kept.case_digest(source, files, Settings(), each) for each in issued)}) == 4
    assert kept.case_digest(replace(source, path=f"{MEETING}/1-a.md"), files, Settings(), ()) != first
    paper = replace(files, withheld=frozenset({f"{MEETING}/1-a/bilaga-1.md"}))
    assert kept.case_digest(source, paper, Settings(), ()) != first
    # Of what is no part of it, nothing counts.
    other = replace(files, withheld=frozenset({f"{MEETING}/2-b.md"}))
    assert kept.case_digest(source, other, Settings(), ()) == first


@pytest.mark.parametrize("name", ["tal.csv", "tal.xlsx", "Tal.XLSX"])
def test_a_case_is_read_from_the_tables_of_its_meeting(tmp_path: Path, name: str) -> None:
    root, source = archive_of(tmp_path / "meetings", {"2-b.md": CASE}), CaseSource("2-b", f"{MEETING}/2-b.md", "")
    told = set()
    for content in (b"1", b"2"):
        files, _ = read_sources(written(root, {f"{MEETING}/{name}": content}))
        told.add(kept.case_digest(source, files, Settings(), ()))
    assert len(told) == 2


def test_no_program_is_asked_for_its_version_where_it_makes_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = CASE + "\n```ekonomi\nfil: tal.xlsx\n```\n"
    papers: dict[str, str | bytes] = {"1-a/index.md": text, "1-a/tal.xlsx": b"PK", "1-a/b.docx": b"PK"}
    files, _ = read_sources(archive_of(tmp_path / "meetings", {**papers, "2-b.md": CASE}))
    asked: list[str] = []

    def noted(path: str) -> str:
        asked.append(path)
        return ""

    monkeypatch.setattr(kept, "maker", noted)
    for source in (
        CaseSource("1-a", f"{MEETING}/1-a/index.md", f"{MEETING}/1-a"),
        CaseSource("2-b", f"{MEETING}/2-b.md", ""),
    ):
        kept.case_digest(source, files, Settings(), ())
    assert [path for path in asked if not path.endswith(".md")] == [f"{MEETING}/1-a/b.docx"]


def test_another_program_reads_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    root, store = sources(tmp_path / "meetings"), tmp_path / "store"
    first = read(root, store)
    read_anew: list[str] = []
    monkeypatch.setattr(kept, "programs", lambda *_: "another")

    def watched(source: CaseSource, *rest: Any) -> tuple[Case | None, tuple[Finding, ...]]:
        read_anew.append(source.path)
        return read_case(source, *rest)

    monkeypatch.setattr(kept, "read_case", watched)
    assert read(root, store) == first
    assert len(read_anew) == 2


def test_damaged_files_are_read_anew(tmp_path: Path) -> None:
    root, store = sources(tmp_path / "meetings"), tmp_path / "store"
    first = read(root, store)
    (file,) = store.glob(f"*/*{ENDING}")
    right = file.read_bytes()
    for damaged in (b"", right[:100], right[:-1], right + b"x"):
        file.write_bytes(damaged)
        assert read(root, store) == first
        assert file.read_bytes() == right


def test_where_nothing_can_be_kept_all_is_read(tmp_path: Path) -> None:
    root = sources(tmp_path / "meetings")
    (tmp_path / "store").write_bytes(b"a file where the folder should be")
    assert read(root, tmp_path / "store") == read(root, None)


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


def test_a_case_is_read_anew_when_what_makes_its_pdf_is_another(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = archive_of(tmp_path / "meetings", {"1-a/index.md": CASE, "1-a/rapport.docx": b"PK"})
    source = CaseSource("1-a", f"{MEETING}/1-a/index.md", f"{MEETING}/1-a")
    files, _ = read_sources(root)
    told = set()
    for version in ("LibreOffice 25.2", "LibreOffice 25.8", "LibreOffice 25.8"):
        monkeypatch.setattr(kept, "maker", lambda path, version=version: version if path.endswith(".docx") else "")
        told.add(kept.case_digest(source, files, Settings(), ()))
    assert len(told) == 2
