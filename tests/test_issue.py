"""Why a packet does not go out: one reason for each meeting, day and wish."""

from __future__ import annotations

import datetime as dt
import hashlib
from dataclasses import replace
from pathlib import Path

import pytest
from kallelse.issue import issue_of, record_text, refusal_of
from kallelse.locale.refusals import REFUSALS
from kallelse.model.issue import Change, Issue, IssuedCase, IssuedDocument, IssuedRow
from kallelse.model.meeting import Access, AgendaRow, Meeting, RowKind
from kallelse.model.pages import Packet, PageMap, PageRange
from kallelse.read.archive import read_archive

from tests import folders
from tests.folders import archive_of
from tests.typeset.build import agenda, case, document, letter, meeting, p

ISSUED, LATER, AFTER = dt.date(2022, 9, 19), dt.date(2022, 9, 22), dt.date(2022, 9, 27)
NEW = replace(meeting(*agenda(case("a", "Avtal", letter("a", "Avtal", p("Text."))))), issued=None)
PACKET = Packet(b"%PDF", PageMap(2, documents={NEW.cases[0].path: PageRange(2, 2)}))
OUT = replace(NEW, issues=(issue_of(NEW, PACKET, ISSUED, "sv"),), issued=ISSUED)
MOVED = replace(OUT, place="Rådhuset")
DECLARED = (Change(OUT.path, LATER, "x"),)


LAST = OUT.issues[-1]
COVER = LAST.documents[0].digest


def with_last(**facts: object) -> Meeting:
    """What went out, with the last issue as it then would have been."""
    return replace(OUT, issues=(replace(LAST, **facts),))  # type: ignore[arg-type]


def told(subject: Meeting, day: dt.date, *, renumber: bool = False, packet: bool = True, stopped: bool = False) -> str:
    issue = issue_of(subject, PACKET, day, "sv") if packet and not stopped else None
    found = refusal_of(subject, day, issue, renumber=renumber, is_stopped=stopped)
    if found is None:
        return ""
    code, words = found
    assert all(REFUSALS[code][language].format(**words) for language in ("sv", "en"))
    return code


@pytest.mark.parametrize(
    ("subject", "day", "options", "code"),
    [
        (NEW, ISSUED, {}, ""),
        (NEW, ISSUED, {"renumber": True}, "issue-first"),
        # What is wrong with the record may be why nothing seems to have gone out.
        (NEW, ISSUED, {"renumber": True, "stopped": True}, ""),
        (NEW, AFTER, {}, "issue-after"),
        (NEW, AFTER, {"stopped": True}, "issue-after"),
        (replace(NEW, issued=LATER), ISSUED, {}, "issue-other-day"),
        (replace(NEW, issued=ISSUED), ISSUED, {}, ""),
        (replace(NEW, agenda=()), ISSUED, {"packet": False}, "issue-no-agenda"),
        (NEW, ISSUED, {"stopped": True}, ""),
        (replace(NEW, agenda=()), ISSUED, {"stopped": True}, ""),
        # That nothing could be set is told by findings.
        (OUT, LATER, {"packet": False}, ""),
        (NEW, NEW.date, {}, ""),
        (OUT, LATER, {}, "issue-same"),
        (OUT, AFTER, {}, "issue-same"),
        (OUT, dt.date(2022, 9, 18), {}, "issue-backwards"),
        (MOVED, LATER, {}, ""),
        (MOVED, ISSUED, {}, ""),
        (MOVED, MOVED.date, {}, ""),
        (MOVED, AFTER, {}, "issue-after"),
        (replace(NEW, agenda=()), AFTER, {"packet": False}, "issue-after"),
        (replace(OUT, agenda=()), LATER, {"packet": False}, "issue-no-agenda"),
        # Pages that are counted anew, and another number of a case, are something new.
        (
            with_last(documents=(IssuedDocument(OUT.path, "", "", ("1", "1a"), COVER), *LAST.documents[1:])),
            LATER,
            {},
            "",
        ),
        (with_last(cases=(replace(LAST.cases[0], number="2"),)), LATER, {}, ""),
        (with_last(documents=(LAST.documents[0], replace(LAST.documents[1], labels=("3",)))), LATER, {}, ""),
        (replace(OUT, changes=DECLARED), LATER, {}, "issue-same"),
    ],
)
def test_each_packet_goes_out_or_is_told_why_not(
    subject: Meeting, day: dt.date, options: dict[str, bool], code: str
) -> None:
    assert told(subject, day, **options) == code


# What is kept of it

FOLDER = "gsn/2022-09-26"
DIGEST = "0" * 16


def test_what_is_recorded_is_read_again_as_it_was(tmp_path: Path) -> None:
    pdf = b"%PDF-1.7"
    cover = IssuedDocument(f"{FOLDER}/index.md", "", "", ("1", "1a"), DIGEST)
    letter = IssuedDocument(f"{FOLDER}/1-a/index.md", "Tjänsteskrivelse: ”A”, # 1", "1", ("2", "3"), DIGEST, vacant=1)
    gone = IssuedDocument("", "nej", "7", ("4",), "")
    files = "karta, stor.pdf", "", "1.10", "nej", "O'Neills [x]"
    cases = IssuedCase(letter.path, "1", files), IssuedCase("", "2"), IssuedCase("", "3", (), "Övriga frågor: 1")
    keys = ((letter.path, False), ("#2", False), ("", True))
    first = Issue(
        ISSUED,
        (cover, letter, gone),
        cases,
        f"{FOLDER}/issues/1.pdf",
        withheld=True,
        meeting="2022-09-12",
        sha256=hashlib.sha256(pdf).hexdigest(),
        rows=tuple(IssuedRow(key, f"{place}" * 16, titled) for place, (key, titled) in enumerate(keys)),
    )
    moved = replace(letter, labels=("2",), vacant=0)
    anew = {"documents": (replace(cover, labels=("1",)), moved), "rows": (), "renumbered": True, "withheld": False}
    second = replace(first, date=LATER, pdf=f"{FOLDER}/issues/2.pdf", meeting="2022-09-26", **anew)  # type: ignore[arg-type]
    subject = replace(NEW, path=f"{FOLDER}/index.md", issues=(first,))
    record = record_text(subject, second, "sv").encode()
    kept = {"issues/issues.yml": record, "issues/1.pdf": pdf, "issues/2.pdf": pdf}
    archive, _, findings = read_archive(archive_of(tmp_path, {**kept, "1-a/index.md": folders.CASE}))
    assert findings == ()
    assert [each.issues for _, each in archive.meetings()] == [(first, second)]


def test_pages_stay_with_what_had_them_and_say_whose_they_were() -> None:
    one, late = letter("a", "Avtal", p("Text.")), document("n/b-1.md", "Sen", p("Text."), number=1)
    called = meeting(*agenda(case("a", "Avtal", one), case("b", "Budget", late)))
    before = (
        IssuedDocument(called.path, "", "", ("1", "1a"), DIGEST),
        IssuedDocument(one.path, "Tjänsteskrivelse Då", "9", ("2", "3"), DIGEST),
        IssuedDocument("n/borta.md", "Bilaga 1 Borta", "2", ("4", "5"), DIGEST),
        IssuedDocument("", "Bilaga 2 Förr", "3", ("6",), ""),
        IssuedDocument("", "", "", ("7",), ""),
    )
    issued = replace(called, issues=(Issue(ISSUED, before, (), "1.pdf"),))
    labels = ("1", "1a", "2", "3", "4", "5", "6", "7", "8", "9")
    pages = PageMap(10, documents={one.path: PageRange(3, 3), late.path: PageRange(9, 10)}, labels=labels)
    found = issue_of(issued, Packet(b"%PDF", pages), LATER, "sv").documents
    assert [(each.path, each.title, each.number, each.labels, each.vacant) for each in found] == [
        (called.path, "", "", ("1", "1a"), 0),
        (one.path, "Tjänsteskrivelse Avtal", "1", ("2", "3"), 1),
        ("", "Bilaga 1 Borta", "2", ("4", "5"), 0),
        ("", "Bilaga 2 Förr", "3", ("6",), 0),
        ("", "", "", ("7",), 0),
        (late.path, "Bilaga 1 Sen", "2", ("8", "9"), 0),
    ]
    assert [bool(each.digest) for each in found] == [True, True, False, False, False, True]


def test_what_has_a_number_keeps_it_with_its_attachments_and_tells_nothing_of_what_is_confidential() -> None:
    papers = (
        document("n/a/bilaga-1.md", "Ett", number=1),
        document("n/a/hemlig.md", "Hemlig", number=3, access=Access.CONFIDENTIAL),
        document("n/a/karta", "Karta, stor", number=4, separate=True),
    )
    secret = case("hemligt", "Hemligt", document("n/h.md", "Hemlig", number=1), access=Access.CONFIDENTIAL)
    called = meeting(
        AgendaRow(RowKind.FORMALITY, "Upprop"),
        AgendaRow(RowKind.FORMALITY, "Val av justerare", "1"),
        AgendaRow(RowKind.CASE, "Avtal", "2", case("a", "Avtal", *papers)),
        AgendaRow(RowKind.CASE, "Sekretess", "3", secret),
    )
    before = IssuedCase(called.cases[0].path, "2", ("förr.md", "bilaga-2.md", "nu-hemlig.md", "karta", "bilaga-5.md"))
    out = replace(called, issues=(Issue(ISSUED, (), (before,), "1.pdf"),))
    assert issue_of(out, PACKET, LATER, "sv").cases == (
        IssuedCase("", "1", (), "Val av justerare"),
        replace(before, attachments=("bilaga-1.md", "bilaga-2.md", "", "Karta, stor", "bilaga-5.md"), left=(2, 5)),
        IssuedCase("", "3"),
    )
    assert issue_of(meeting(*called.agenda[3:]), PACKET, ISSUED, "sv").cases == (IssuedCase("", "3"),)
