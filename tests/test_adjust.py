"""What is kept of an adjustment: which sets, under which names, what the list gets; its record is read again."""

from __future__ import annotations

import datetime as dt
import hashlib
from dataclasses import replace
from pathlib import Path

import pytest
from kallelse.adjust import adjusted, is_mended, locks_text, to_adjust
from kallelse.model.finding import Finding, Place
from kallelse.model.lock import Lock, LockedParagraph, locked, with_kept
from kallelse.model.pages import Packet, PageMap, RecordPdfs
from kallelse.model.record import ParagraphSet
from kallelse.read.archive import read_archive

from tests.check.record import records
from tests.check.record.records import meeting, minutes
from tests.folders import archive_of

FOLDER = "nn/2022-09-26"
DAY = dt.date(2022, 10, 4)
FIRST = replace(records.adjusted(21, 22), stated="21–22")
SECOND = replace(records.adjusted(23), stated="23")
RECORD = minutes(sets=(FIRST, SECOND))
NAMES = tuple(Path(RECORD.set_pdf(one)).name for one in (FIRST, SECOND))


def sha(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def lock(one: ParagraphSet, name: str, content: bytes = b"%PDF before") -> Lock:
    return locked(RECORD, one, DAY, f"{FOLDER}/adjusted/{name}", sha(content))


@pytest.mark.parametrize(
    ("path", "code", "mended"),
    [
        ("nn/2022-09-26/minutes.md", "lock-missing", True),
        ("nn/2022-09-26/adjusted/protokoll.pdf", "lock-unlisted", True),
        ("nn/2022-09-26/adjusted/protokoll.pdf", "lock-beside", True),
        ("nn/2022-09-26/adjusted/protokoll.pdf", "locks-stray", True),
        ("nn/2022-09-26/minutes.md", "lock-again", True),
        ("nn/2022-09-26/minutes.md", "lock-changed", False),
        ("nn/2022-09-26/adjusted/protokoll.pdf", "lock-no-pdf", False),
        ("nn/2022-09-26-2/minutes.md", "lock-missing", False),
        ("nn/2022-09-26.md", "lock-missing", False),
    ],
)
def test_an_adjustment_mends_what_it_writes_anew_of_its_own_meeting(path: str, code: str, mended: bool) -> None:
    assert is_mended(Finding(code, Place(path)), FOLDER) is mended


def test_each_set_is_locked_once_its_day_has_come_unless_it_is_as_it_was_locked() -> None:
    late = replace(SECOND, adjustment=replace(SECOND.adjustment, date=dt.date(2022, 10, 6)))
    held = replace(RECORD, sets=(FIRST, late))
    assert to_adjust(held, (), dt.date(2022, 10, 2)) == ()
    assert to_adjust(held, (), dt.date(2022, 10, 3)) == to_adjust(held, (), dt.date(2022, 10, 5)) == (FIRST,)
    assert to_adjust(held, (), dt.date(2022, 10, 6)) == (FIRST, late)
    assert to_adjust(held, (lock(FIRST, NAMES[0]),), dt.date(2022, 10, 6)) == (late,)
    # A set of paragraphs that are not there has nothing to lock.
    assert to_adjust(replace(held, paragraphs=held.paragraphs[:2]), (), dt.date(2022, 10, 6)) == (FIRST,)


def test_what_is_kept_has_a_name_of_its_own_and_the_list_gets_what_is_published() -> None:
    stem = NAMES[0].removesuffix(".pdf")
    names = (NAMES[0], f"{stem}-rattad-1.pdf", NAMES[1])
    locks = tuple(lock(one, name) for one, name in zip((FIRST, FIRST, SECOND), names, strict=True))
    extract = f"{FOLDER}/paragraf-21-utdrag.pdf"
    made = {RECORD.set_pdf(FIRST): b"first", RECORD.set_pdf(SECOND): b"second", extract: b"extract"}
    pdfs = RecordPdfs({address: Packet(content, PageMap(1)) for address, content in made.items()})
    changed = replace(RECORD, paragraphs=tuple(replace(each, typed=f"§ {each.number}") for each in RECORD.paragraphs))
    held = with_kept(replace(changed, paragraphs=(*changed.paragraphs[:2], *RECORD.paragraphs[2:])), locks)
    found = adjusted(replace(meeting(held), locks=locks), held, held.sets[:1], pdfs, DAY)
    assert found.pdfs == {f"{stem}-rattad-2.pdf": b"first"}
    assert found.locks == (locked(held, FIRST, DAY, f"{FOLDER}/adjusted/{stem}-rattad-2.pdf", sha(b"first")),)
    # What was kept of the other set is what is published of it, not what would be made today.
    assert found.published == (
        (sha(b"first"), RECORD.set_pdf(FIRST)),
        (sha(b"%PDF before"), RECORD.set_pdf(SECOND)),
        (sha(b"extract"), extract),
    )


def test_what_is_locked_is_read_again_as_it_was(tmp_path: Path) -> None:
    folder, (a, b, c, d) = "gsn/2022-09-26", (letter * 64 for letter in "abcd")
    paragraphs = (
        LockedParagraph(21, a, b, c, f"{folder}/1-a/index.md"),
        LockedParagraph(22, b, c, d),
        LockedParagraph(22, c, d, a, f"{folder}/2-b.md", 2),
    )
    whole = Lock(
        DAY,
        paragraphs,
        d,
        f"{folder}/adjusted/protokoll.pdf",
        sha(b"%PDF-1"),
        (b, c),
        ("2022-10-05", "Norrsala: ”Ö”, # 1 2022-10-06"),
        a,
    )
    bare = Lock(DAY, paragraphs[:1], c, f"{folder}/adjusted/protokoll-rattad-1.pdf", sha(b"%PDF-2"))
    text = locks_text((whole, bare), folder, "sv")
    kept = {"adjusted/adjusted.yml": text.encode(), "adjusted/protokoll.pdf": b"%PDF-1"}
    kept["adjusted/protokoll-rattad-1.pdf"] = b"%PDF-2"
    archive, _, findings = read_archive(archive_of(tmp_path, kept))
    assert findings == ()
    ((found, other),) = (each.locks for _, each in archive.meetings())
    assert (found, other) == (whole, bare)
    assert [each.case for each in found.paragraphs] == [each.case for each in paragraphs]
