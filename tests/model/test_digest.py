"""What makes a document another than the one that went out, and what does not."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import replace

import pytest
from kallelse.model.digest import cover_digest, document_digest, row_digest
from kallelse.model.dnr import Dnr
from kallelse.model.finance import FinanceCell, FinanceColumn, FinanceRow, FinanceRowKind, FinanceTable, HeadCell, Role
from kallelse.model.foreign import Foreign, ForeignPage
from kallelse.model.meeting import (
    Access,
    AgendaRow,
    Case,
    Document,
    Follows,
    Meeting,
    MeetingStatus,
    Recipient,
    Revision,
    RowKind,
    Sitting,
)
from kallelse.model.person import Person
from kallelse.model.text import (
    Block,
    Body,
    Cell,
    Cite,
    Emph,
    Figure,
    FinanceBlock,
    Heading,
    Image,
    Note,
    NoteRef,
    Para,
    Plain,
    Row,
    Strike,
    Strong,
    Sub,
    Sup,
    Table,
    Text,
)

DAY = dt.date(2022, 9, 26)
TABLE = FinanceTable(
    "Drift",
    "mnkr",
    (FinanceColumn("", Role.LABEL), FinanceColumn("Utfall", Role.OUTCOME)),
    ((HeadCell("", 0), HeadCell("Utfall", 1)),),
    (FinanceRow(FinanceRowKind.ITEM, (FinanceCell("Skola"), FinanceCell("−4,2"))),),
)


def words(said: str) -> Para:
    return Para((Text(said, 7),), 7)


PICTURE = Image("karta.png", "En karta", 9)
LETTER = Document(
    "a/index.md",
    "a/index.html",
    "Avtal",
    date=DAY,
    version="1.0",
    heading=(Text("Avtal om nät"),),
    body=Body(
        (
            Heading(2, (Text("Bakgrund"),), "bakgrund", 5),
            Para((Text("Om avtalet."), NoteRef("a", 7)), 7),
            Figure(PICTURE, (Text("Området"),), 9),
        ),
        (Note("a", (words("Se bilagan."),), 11),),
    ),
    revisions=(Revision(DAY, "1.0", "Eva", "utredare", "Första"),),
)
CASE = Case(
    "a/index.md",
    "a/index.html",
    "Avtal",
    dnr=Dnr("2022/1"),
    other_dnr=(Dnr("2021/9"),),
    follows=(Follows("KS", DAY, "12"),),
    officer=Person("Eva", "utredare"),
    unit="Kansliet",
    signed=(Person("Adam", "chef"),),
    letter=LETTER,
    recipients=(Recipient("Akten", "för kännedom"),),
)
SCAN = Document(
    "a/b.pdf", "a/b.html", "Skiss", 1, foreign=Foreign((ForeignPage(1, 1, "x"),), digest="d", pdf_digest="p")
)


def body_with(**changed: object) -> Case:
    return letter_with(body=replace(LETTER.body, **changed))  # type: ignore[arg-type]


def letter_with(**changed: object) -> Case:
    return replace(CASE, letter=replace(LETTER, **changed))  # type: ignore[arg-type]


def digest(case: Case) -> str:
    assert case.letter is not None
    return document_digest(case, case.letter)


@pytest.mark.parametrize(
    "case",
    [
        letter_with(title="Avtalet"),
        letter_with(heading=(Text("Avtal om fibernät"),)),
        letter_with(date=DAY + dt.timedelta(days=1)),
        letter_with(version="1.1"),
        letter_with(owner="Kansliet"),
        letter_with(revisions=(replace(LETTER.revisions[0], comment="Andra"),)),
        letter_with(revisions=(replace(LETTER.revisions[0], name="Ola"),)),
        letter_with(revisions=(replace(LETTER.revisions[0], date=DAY + dt.timedelta(days=1)),)),
        letter_with(revisions=(replace(LETTER.revisions[0], version="1.1"),)),
        letter_with(revisions=(replace(LETTER.revisions[0], role="chef"),)),
        letter_with(heading_numbers=True),
        body_with(blocks=(*LETTER.body.blocks, words("Och mer."))),
        body_with(blocks=LETTER.body.blocks[1:]),
        body_with(blocks=(*LETTER.body.blocks[:2], Figure(PICTURE, (Text("Vägen"),)))),
        body_with(notes=(Note("a", (words("Se bilaga 2."),)),)),
        replace(CASE, title="Avtalet"),
        replace(CASE, dnr=Dnr("2022/2")),
        replace(CASE, other_dnr=()),
        replace(CASE, follows=(Follows("KS", DAY, "13"),)),
        replace(CASE, follows=(Follows("KF", DAY, "12"),)),
        replace(CASE, follows=(Follows("KS", DAY + dt.timedelta(days=1), "12"),)),
        replace(CASE, officer=Person("Eva", "chef")),
        replace(CASE, officer=Person("Ola", "utredare")),
        replace(CASE, unit="Ekonomi"),
        replace(CASE, signed=(Person("Adam", "direktör"),)),
        replace(CASE, signed=(Person("Ola", "chef"),)),
        replace(CASE, recipients=(Recipient("Akten"),)),
        replace(CASE, recipients=(Recipient("Ekonomi", "för kännedom"),)),
    ],
)
def test_what_is_read_on_the_pages_makes_another_digest(case: Case) -> None:
    assert digest(case) != digest(CASE)


@pytest.mark.parametrize(
    "case",
    [
        replace(CASE, path="b/index.md", address="b/index.html", minutes=10, short_proposal="Antas", linkable=False),
        replace(CASE, lines={"title": 9}, presenters=(Person("Ulla"),), attachments=(SCAN,)),
        letter_with(path="b/index.md", address="b/index.html", toc=True, landscape=True),
        body_with(blocks=tuple(replace(block, line=99) for block in LETTER.body.blocks)),
        body_with(
            blocks=(LETTER.body.blocks[0], Para((Text("Om  avtalet."), NoteRef("a")), 1), *LETTER.body.blocks[2:])
        ),
        # Alternative text is heard, not seen.
        body_with(blocks=(*LETTER.body.blocks[:2], Figure(Image("b.png", "En annan karta"), (Text("Området"),)))),
        letter_with(title="Avtal ", version=" 1.0"),
    ],
)
def test_what_is_not_read_on_the_pages_makes_none(case: Case) -> None:
    assert digest(case) == digest(CASE)


@pytest.mark.parametrize(
    ("change", "other"),
    [
        (lambda foreign: replace(foreign, digest="e"), True),
        (lambda foreign: replace(foreign, picture=True), True),
        # The same document by another program: what it says is the same.
        (lambda foreign: replace(foreign, pdf_digest="q", size=9), False),
    ],
)
def test_a_file_from_elsewhere_is_told_by_its_own_digest(change: Callable[[Foreign], Foreign], other: bool) -> None:
    assert SCAN.foreign is not None
    changed = replace(SCAN, foreign=change(SCAN.foreign))
    assert (document_digest(CASE, changed) != document_digest(CASE, SCAN)) is other


def test_what_a_page_says_is_of_its_file_and_what_a_picture_shows_is_said_beside_it() -> None:
    assert SCAN.foreign is not None
    for picture in (False, True):
        was, now = (replace(SCAN.foreign, picture=picture, pages=(ForeignPage(1, 1, said),)) for said in ("x", "y"))
        before, after = (document_digest(CASE, replace(SCAN, foreign=each)) for each in (was, now))
        assert (before != after) is picture


def test_a_chart_of_all_by_itself_of_some_rows_and_none_are_three_pages() -> None:
    charts = [replace(TABLE, chart_rows=rows) for rows in ((), ("Skola",), ("Skola", "Vård"))]
    tables = (*charts, replace(TABLE, charted=False))
    digests = {digest(body_with(blocks=(FinanceBlock(table),))) for table in tables}
    assert len(digests) == len(tables)


def figures(
    *printed: str, head: tuple[str, ...] = ("Budget", "Utfall", "Prognos"), label: str = "Skola"
) -> FinanceBlock:
    columns = (FinanceColumn("", Role.LABEL), *(FinanceColumn(name, Role.AMOUNT) for name in head))
    row = FinanceRow(FinanceRowKind.ITEM, (FinanceCell(label), *map(FinanceCell, printed)))
    heading = (HeadCell("", 0), *(HeadCell(name, column) for column, name in enumerate(head, start=1)))
    return FinanceBlock(replace(TABLE, columns=columns, head=(heading,), rows=(row,)))


def cells(*texts: str, heading: tuple[str, ...] = ("", "Ja", "Nej")) -> Table:
    head, row = (Row(tuple(Cell((Plain((Text(text),)),)) for text in line)) for line in (heading, texts))
    return Table((head,), (row,), ("left",) * 3)


def rows(*lines: tuple[str, ...]) -> Table:
    return Table((), tuple(Row(tuple(Cell((Plain((Text(text),)),)) for text in line)) for line in lines), ("left",) * 2)


def pictured(*images: Image | None) -> Table:
    row = Row(tuple(Cell((Plain((image,)),) if image is not None else ()) for image in images))
    return Table((), (row,), ("left",) * 2)


@pytest.mark.parametrize(
    "bodies",
    [
        [(figures(*printed),) for printed in (("4", "5", ""), ("4", "", "5"), ("", "4", "5"))],
        [(figures("4", "5", "6", head=head),) for head in (("Budget", "", "Utfall"), ("Budget", "Utfall", ""))],
        [(cells("Skola", *marks),) for marks in (("x", ""), ("", "x"))],
        [(cells("Skola", "1", "2", heading=heading),) for heading in (("", "Ja", "Nej"), ("Ja", "", "Nej"))],
        [(figures(*one), figures(*other)) for one, other in ((("", "4"), ("5", "")), (("4", ""), ("", "5")))],
        [(rows(*lines),) for lines in ((("", "x"), ("y", "")), (("x", ""), ("", "y")))],
        [(pictured(*each),) for each in ((PICTURE, None), (None, PICTURE))],
        [(Para((mark((Text("Avslås"),)), Text(" Bifalls."))),) for mark in (Strike, Strong)],
        [(Para(content),) for content in ((Strike((Text("a"),)), Text("a")), (Text("a"), Strike((Text("a"),))))],
        [(Para((Text("10"), mark((Text("2"),)))),) for mark in (Sup, Sub, Emph)],
    ],
)
def test_the_same_words_struck_out_raised_or_in_other_columns_are_another_page(
    bodies: Sequence[tuple[Block, ...]],
) -> None:
    digests = {digest(body_with(blocks=blocks, notes=())) for blocks in bodies}
    assert len(digests) == len(bodies)
    noted = {digest(body_with(notes=(Note("a", blocks),))) for blocks in bodies}
    assert len(noted) == len(bodies)


def test_a_cover_tells_what_is_struck_out_in_its_text() -> None:
    struck = replace(MEETING.note, blocks=(Para((Strike((Text("Ta med fika."),)), NoteRef("a"))),))
    assert cover_digest(replace(MEETING, note=struck)) != cover_digest(MEETING)


def test_a_picture_beside_a_citation_counts() -> None:
    blocks = (Para((Cite("drift", ("Netto",), printed="4,2"),)),)
    cited = replace(LETTER, body=Body(blocks, pictures=("a",)))
    other = replace(cited, body=Body(blocks, pictures=("b",)))
    assert digest(replace(CASE, letter=cited)) != digest(replace(CASE, letter=other))


START = dt.datetime(2022, 9, 26, 13, 15)
MEETING = Meeting(
    "m/index.md",
    "m",
    "m/index.html",
    "m/kallelse.pdf",
    "a",
    (Sitting(START),),
    place="Sal A",
    chair=Person("Karin", "ordförande", "S"),
    secretary=Person("Sofia", "sekreterare"),
    recipients=("Ledamöter", "Ersättare"),
    copies=("Revisorerna",),
    note=Body((Para((Text("Ta med fika."), NoteRef("a", 7)), 7),), (Note("a", (words("Kaka."),), 8),), pictures=("a",)),
)


@pytest.mark.parametrize(
    "meeting",
    [
        replace(MEETING, place="Sal B"),
        replace(MEETING, sittings=(Sitting(START, START + dt.timedelta(hours=2)),)),
        replace(MEETING, sittings=(Sitting(START + dt.timedelta(hours=1)),)),
        replace(MEETING, title="Extra"),
        replace(MEETING, chair=Person("Ola", "ordförande")),
        replace(MEETING, chair=Person("Karin")),
        replace(MEETING, secretary=Person("Ola", "sekreterare")),
        replace(MEETING, secretary=None),
        replace(MEETING, chair=MEETING.secretary, secretary=MEETING.chair),
        replace(MEETING, recipients=("Ledamöter",), copies=("Ersättare", "Revisorerna")),
        replace(MEETING, recipients=("Ledamöter", "Ersättare", "Revisorerna"), copies=()),
        replace(MEETING, copies=("Ekonomi",)),
        replace(MEETING, recipients=("Ersättare", "Ledamöter")),
        replace(MEETING, status=MeetingStatus.CANCELLED),
        replace(MEETING, status_note="Flyttat"),
        replace(MEETING, note=replace(MEETING.note, blocks=(Para((Text("Ta med te."), NoteRef("a")), 7),))),
        replace(MEETING, note=replace(MEETING.note, notes=(Note("a", (words("Bulle."),)),))),
        replace(MEETING, note=replace(MEETING.note, pictures=("b",))),
    ],
)
def test_a_cover_is_told_by_all_that_it_says_of_the_meeting(meeting: Meeting) -> None:
    assert cover_digest(meeting) != cover_digest(MEETING)


def test_a_cover_is_the_same_whatever_its_documents_are_and_whoever_has_a_party() -> None:
    changed = replace(MEETING, chair=Person("Karin", "ordförande", "M"), issued=DAY, agenda=(), lines={"place": 9})
    assert cover_digest(changed) == cover_digest(MEETING)


PRESENTED = replace(CASE, presenters=(Person("Ulla", "chef"),), short_proposal="Antas")
ROW = AgendaRow(RowKind.CASE, "Avtal", "1", PRESENTED, 20)
BARE = replace(CASE, dnr=None, officer=None)


# An archive has what was written when its packets went out: digests that are made otherwise find changes everywhere.
@pytest.mark.parametrize(
    ("made", "kept"),
    [
        (lambda: digest(CASE), "ba31c556fe355cff"),
        (
            lambda: digest(replace(BARE, letter=replace(LETTER, date=None, body=Body((FinanceBlock(TABLE),))))),
            "783d6e74b221c2a6",
        ),
        (lambda: digest(letter_with(body=Body((FinanceBlock(replace(TABLE, charted=False)),)))), "aee2ff49eb2df77c"),
        (
            lambda: digest(body_with(blocks=(cells("Skola", "x", ""), figures("4", "5", "")), notes=())),
            "ffabf33d766b0380",
        ),
        (lambda: digest(body_with(blocks=(figures("4", "5", "6", label=""),), notes=())), "3e20647775f72981"),
        (lambda: document_digest(CASE, SCAN), "3686c7cf016fb644"),
        (lambda: cover_digest(MEETING), "f957a3dd14be1c3e"),
        (lambda: cover_digest(replace(MEETING, chair=None, secretary=None, note=Body())), "8bb1d6daade12dfd"),
        (lambda: row_digest(ROW, is_titled=True), "868710c1efe5a69d"),
        (lambda: row_digest(replace(ROW, case=BARE, minutes=None), is_titled=True), "cc109cd9e032346f"),
        (lambda: row_digest(replace(ROW, minutes=0), is_titled=False), "b11d855833150238"),
        (lambda: row_digest(replace(ROW, case=None), is_titled=True), "cbb5b3c8ef53ae50"),
        (
            lambda: row_digest(replace(ROW, case=replace(PRESENTED, access=Access.CONFIDENTIAL)), is_titled=False),
            "6b6ef4d6956eb4fa",
        ),
    ],
)
def test_what_went_out_years_ago_has_the_same_digest(made: Callable[[], str], kept: str) -> None:
    assert made() == kept
