"""Cases kept from an earlier reading: the same as read anew, whatever became of the sources or of what is kept."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
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
