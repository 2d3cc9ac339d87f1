"""An archive whose minutes are adjusted and announced: the sample's two sets, a council, delegated decisions."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from kallelse.model.archive import Archive
from kallelse.model.board import Board
from kallelse.model.decision import Assignment, Decision, Point
from kallelse.model.delegated import DelegatedDecision
from kallelse.model.dnr import Dnr
from kallelse.model.meeting import CaseKind, Committee, Follows, Meeting
from kallelse.model.record import Adjustment, Minutes, Paragraph, ParagraphSet, Posting
from kallelse.model.section import Section, SectionKind
from kallelse.model.vote import Outcome

from tests.publish import archives
from tests.publish.archives import GSN, meeting, numbered, plain_case
from tests.publish.trees import para, words

AS_OF = dt.date(2022, 10, 6)
"""A day on which both sets of the sample are on all boards."""

BOARDS = ("Norrsala", "Ekvik")
KEPT = "Kommunkansliet i Norrsala"
COUNCIL = "kommunfullmaktige"


def day(month: int, number: int) -> dt.date:
    return dt.date(2022, month, number)


def paragraph(number: int, title: str, text: str, outcome: Outcome = Outcome.APPROVED, **fields: object) -> Paragraph:
    """A paragraph that decides one thing; `assignment` is what it commissions."""
    assignment = fields.pop("assignment", None)
    assert assignment is None or isinstance(assignment, Assignment)
    decision = Decision(0, (Point(0, (para(text),), outcome, assignment),))
    section = Section(SectionKind.DECISION, words("Beslut"), "beslut", (para(text),))
    return Paragraph(title, number, sections=(section,), decisions=(decision,), **fields)  # type: ignore[arg-type]


def at_once(**fields: object) -> ParagraphSet:
    """§ 24, adjusted at once and announced on both boards on one day."""
    given: dict[str, object] = {
        "numbers": (24,),
        "is_immediate": True,
        "adjustment": Adjustment(day(9, 26)),
        "postings": tuple(Posting(board, day(9, 27)) for board in BOARDS),
        "boards": BOARDS,
        "kept": KEPT,
        **fields,
    }
    return ParagraphSet(**given)  # type: ignore[arg-type]


def the_rest(**fields: object) -> ParagraphSet:
    """§§ 21–23 and 25–26, announced on two days."""
    given: dict[str, object] = {
        "numbers": (21, 22, 23, 25, 26),
        "adjustment": Adjustment(day(10, 3)),
        "postings": (Posting("Norrsala", day(10, 4)), Posting("Ekvik", day(10, 5))),
        "boards": BOARDS,
        "kept": KEPT,
        **fields,
    }
    return ParagraphSet(**given)  # type: ignore[arg-type]


def minutes(*sets: ParagraphSet, paragraphs: tuple[Paragraph, ...] = ()) -> Minutes:
    """The sample's minutes; §§ 21–26 where no others are given."""
    folder = f"{GSN}/2022-09-26"
    case = f"{folder}/03-rapportering/index.md"
    given = paragraphs or (
        paragraph(21, "Val av justerare", "Anders Holmgren väljs.", Outcome.ELECTED),
        paragraph(22, "Anmälan av extra ärenden", "Inga ärenden anmäls.", Outcome.NOTED),
        paragraph(
            23,
            "Rapportering av verksamhetsmål och ekonomi",
            "IT-chefen får i uppdrag att redovisa målen varje kvartal.",
            Outcome.AMENDED,
            case=case,
            dnr=Dnr("GSN 2022/35"),
            assignment=Assignment("IT-chefen", day(11, 28)),
        ),
        paragraph(24, "Digitaliseringsstrategi", "Tidsramen förlängs.", dnr=Dnr("GSN 2020/35")),
        paragraph(25, "Modell för IT-styrning", "Arbetet noteras.", Outcome.NOTED),
        Paragraph("Information från verksamheten", 26),
    )
    return Minutes(
        f"{folder}/minutes.md", folder, dt.datetime(2022, 9, 26, 13, 15), sets=sets or (at_once(), the_rest()),
        paragraphs=given,
    )  # fmt: skip


def with_minutes(record: Minutes | None = None, **fields: object) -> Archive:
    """The sample with those minutes, its committee with the two boards and with `fields`."""
    sample = archives.archive()
    board = sample.committees[0]
    meetings = tuple(
        replace(each, minutes=record or minutes()) if each.folder == "2022-09-26" else each for each in board.meetings
    )
    given = {"boards": tuple(map(Board, BOARDS)), "meetings": meetings, **fields}
    return replace(sample, committees=(replace(board, **given), *sample.committees[1:]))  # type: ignore[arg-type]


def council(**fields: object) -> Committee:
    """The council with a meeting on 17 October that was announced on 5 October."""
    path = f"{COUNCIL}/2022-10-17"
    cases = (
        plain_case(path, "01-upprop", "Upprop", CaseKind.NOTIFICATION),
        plain_case(path, "02-budget", "Mål och budget 2023", CaseKind.DECISION, dnr=Dnr("KS 2022/14")),
    )
    given = {"place": "Folkets hus", "issued": day(10, 5), "time": "18:00", **fields}
    return Committee(
        path=f"{COUNCIL}/index.md",
        folder=COUNCIL,
        address=f"{COUNCIL}/index.html",
        name="Kommunfullmäktige",
        short="KF",
        boards=(Board("Norrsala"),),
        is_council=True,
        meetings=(meeting(COUNCIL, "2022-10-17", *numbered(*cases), **given),),  # type: ignore[arg-type]
    )


def delegated(**fields: object) -> DelegatedDecision:
    """A decision of the head of IT, announced on 3 October."""
    given: dict[str, object] = {
        "date": day(9, 30),
        "decision": "Upphandlingen av nätverksutrustning avbryts",
        "by": "Karin Ekholm, IT-chef",
        "dnr": Dnr("GSN 2022/61"),
        "postings": tuple(Posting(board, day(10, 3)) for board in BOARDS),
        "boards": BOARDS,
        "kept": KEPT,
        **fields,
    }
    return DelegatedDecision(**given)  # type: ignore[arg-type]


def whole() -> Archive:
    """All that the board can show."""
    found = with_minutes(delegated=(delegated(),))
    return replace(found, committees=(*found.committees, council()))


def reporting(date: str = "2022-11-28") -> Meeting:
    """A meeting at which a case reports back on § 23."""
    case = plain_case(
        f"{GSN}/{date}", "01-uppfoljning", "Uppföljning av målen", CaseKind.INFORMATION,
        follows=(Follows("GSN", day(9, 26), "23", reports=True),),
    )  # fmt: skip
    return meeting(GSN, date, *numbered(case))
