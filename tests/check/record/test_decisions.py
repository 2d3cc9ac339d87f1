"""What paragraphs decide, what they lack, and what minutes say of their meeting."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import Any

import pytest
from kallelse.check.record.proposals import check_proposals
from kallelse.model.archive import Archive
from kallelse.model.decision import Assignment
from kallelse.model.dnr import Dnr
from kallelse.model.finding import Severity
from kallelse.model.meeting import Access, AgendaRow, Case, CaseKind, Document, Follows, Meeting, MeetingStatus, RowKind
from kallelse.model.record import Adjournment, Adjustment, Attendance, Paragraph, Publication, RecordForm
from kallelse.model.section import Section, SectionKind
from kallelse.model.text import Block, Body, Cell, Para, Quote, Row, Strong, Table, Text
from kallelse.model.vote import Outcome, Side, Stand, StepKind

from tests.check.record.records import (
    DAY,
    MEMBERS,
    VOTE,
    adjusted,
    body,
    carried,
    case,
    codes,
    committee,
    decided,
    found,
    meeting,
    minutes,
    paragraph,
    people,
)


def second(**facts: Any) -> Meeting:
    """The meeting with a second case of those facts."""
    rows = meeting().agenda
    return meeting(agenda=(rows[0], AgendaRow(RowKind.CASE, "Ärende 2", "2", case(2, **facts)), rows[2]))


def middle(*paragraphs: Paragraph, called: Meeting | None = None) -> list[str]:
    last = paragraph(22 + len(paragraphs), item="3", case="nn/2022-09-26/3.md")
    return codes(minutes(paragraph(21), *paragraphs, last), called)


UNDECIDED = paragraph(22, decisions=())


@pytest.mark.parametrize(
    ("facts", "changes", "expected"),
    [
        ({}, {}, ["decision-missing"]),
        ({"kind": CaseKind.ELECTION}, {}, ["decision-missing"]),
        ({"kind": CaseKind.INFORMATION}, {}, []),
        ({"kind": CaseKind.NOTIFICATION}, {}, []),
        ({"access": Access.CONFIDENTIAL}, {}, []),
        ({}, {"is_withdrawn": True}, []),
        ({}, {"publication": Publication.HEADING}, []),
        ({}, {"case": ""}, []),
        ({}, {"decisions": (replace(decided(), points=()),)}, ["decision-missing"]),
    ],
)
def test_a_case_for_decision_has_one(facts: dict[str, Any], changes: dict[str, Any], expected: list[str]) -> None:
    assert middle(replace(UNDECIDED, **changes), called=second(**facts)) == expected


def test_a_missing_decision_weighs_more_once_it_is_adjusted() -> None:
    record = minutes(paragraph(21), UNDECIDED, paragraph(23))
    (finding,) = found(record)
    assert (finding.severity, finding.place.line) == (Severity.ERROR, 50)
    (finding,) = found(replace(record, sets=()))
    assert finding.severity is Severity.REMARK


def test_of_several_paragraphs_of_a_case_one_decides() -> None:
    again = paragraph(23, item="2", case=UNDECIDED.case)
    assert middle(UNDECIDED, again) == []
    assert middle(UNDECIDED, replace(again, decisions=())) == ["decision-missing"]


@pytest.mark.parametrize(
    ("steps", "outcomes", "expected"),
    [
        ((VOTE,), (Outcome.APPROVED,), []),
        ((VOTE,), (Outcome.REJECTED,), ["decision-outcome"]),
        ((replace(VOTE, casting=Stand.NO),), (Outcome.APPROVED,), ["vote-casting-other", "decision-outcome"]),
        ((VOTE,), (Outcome.REJECTED, Outcome.APPROVED), []),
        ((VOTE,), (None,), []),
        ((carried(),), (Outcome.REJECTED,), []),
        ((carried(Outcome.REJECTED),), (Outcome.APPROVED,), ["decision-outcome"]),
        # An addition that falls does not undo what was carried before; one that is carried amends it.
        ((VOTE, carried(Outcome.REJECTED, step=StepKind.ADDITION)), (Outcome.APPROVED,), []),
        ((VOTE, carried(Outcome.APPROVED, step=StepKind.ADDITION)), (Outcome.AMENDED,), []),
    ],
)
def test_the_outcome_follows_what_was_carried(steps: Any, outcomes: Any, expected: list[str]) -> None:
    point = decided().points[0]
    points = tuple(replace(point, outcome=outcome) for outcome in outcomes)
    assert middle(paragraph(22, *steps, decisions=(replace(decided(), points=points),))) == expected


def test_an_election_as_proposed_and_one_elected_are_the_same() -> None:
    elected = (replace(decided(), points=(replace(decided().points[0], outcome=Outcome.ELECTED),)),)
    for kind, expected in ((CaseKind.ELECTION, []), (CaseKind.DECISION, ["decision-outcome"])):
        called = second(kind=kind)
        assert middle(paragraph(22, carried(Outcome.APPROVED), decisions=elected), called=called) == expected


@pytest.mark.parametrize(
    ("changes", "decisions", "expected"),
    [
        ({"yes": Side("förslaget")}, (decided(),), ["vote-unmarked"]),
        ({"no": Side("yrkandet")}, (decided(),), []),
        ({"yes": Side("förslaget"), "step": StepKind.COUNTER}, (decided(),), []),
        ({"yes": Side("förslaget")}, (), ["decision-missing"]),
    ],
)
def test_the_side_that_wins_says_what_is_decided(changes: Any, decisions: Any, expected: list[str]) -> None:
    record = minutes(paragraph(21), paragraph(22, replace(VOTE, **changes), decisions=decisions), paragraph(23))
    told = [each for each in found(record) if each.code in ("vote-unmarked", "decision-missing")]
    assert [each.code for each in told] == expected
    assert all(each.severity is Severity.REMARK for each in told if each.code == "vote-unmarked")


@pytest.mark.parametrize(("due", "expected"), [(None, []), (DAY, []), (DAY - dt.timedelta(days=1), ["assignment-due"])])
def test_an_assignment_is_not_due_before_it_is_given(due: dt.date | None, expected: list[str]) -> None:
    point = replace(decided().points[0], assignment=Assignment("IT-chefen", due, 58))
    assert middle(paragraph(22, decisions=(replace(decided(), points=(point,)),))) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Nämnden beslutar [...] kronor.",
        "Nämnden beslutar […] kronor.",
        "[Skriv beslutet här]",
        "[ange vem] får uppdraget.",
        "[Skriv vad som noterades {noterat}",
        "Nämnden utser [ange vem att justera.",
        "Senast den ____ 2022.",
        "…",
        "...",
        "Nämnden beslutar att …",
        "Enligt beslut i § … den 3 maj.",
        "Närvarande §§",
        "Se §§ och bilagan.",
    ],
)
def test_a_gap_in_minutes_is_found_on_its_line(text: str) -> None:
    (finding,) = found(minutes(body=body("Allt väl.", text)))
    assert (finding.code, finding.severity, finding.place.line) == ("record-gap", Severity.ERROR, 42)


def test_a_gap_that_is_never_closed_is_told_once_with_its_mark() -> None:
    kept = paragraph(21, decisions=(decided("[Skriv vad som noterades"),))
    record = minutes(kept, paragraph(22, VOTE), paragraph(23), body=body("[Skriv vad som noterades {noterat}"))
    assert codes(record) == ["record-gap"]


@pytest.mark.parametrize(
    "text",
    [
        "Enligt 5 kap. 66 och 67 §§ kommunallagen.",
        "Enligt 3 a §§ i reglementet.",
        "Paragraferna §§ 21–23, och § 24.",
        "Varje § justeras.",
        "Och så vidare … till slut.",
        "Citat [ur boken] och [1].",
        "Han sade att … nej.",
    ],
)
def test_what_only_looks_like_a_gap_is_none(text: str) -> None:
    assert codes(minutes(body=body(text))) == []


def test_a_gap_in_a_decision_is_told_once_at_the_decision_if_it_came_with_the_proposal() -> None:
    gap = decided("Nämnden beslutar [...].")
    record = minutes(paragraph(21), paragraph(22, decisions=(gap,)), paragraph(23))
    assert [finding.place.line for finding in found(record)] == [57]
    typed = replace(record, body=Body(gap.points[0].blocks))
    assert [finding.place.line for finding in found(typed)] == [58]


def test_a_number_in_bold_is_no_gap() -> None:
    bold = Para((Text("Se §§ ", 41), Strong((Text("21–22", 41),))), 41)
    assert codes(minutes(body=Body((bold,)))) == []


def test_a_gap_weighs_more_once_its_paragraph_is_adjusted() -> None:
    draft = replace(adjusted(22, 23), adjustment=Adjustment(), postings=())
    record = minutes(body=body("…"), sets=(adjusted(21), draft))
    assert [finding.severity for finding in found(record)] == [Severity.ERROR]
    record = minutes(body=Body((Para((Text("…", 52),), 52),)), sets=(adjusted(21), draft))
    assert [finding.severity for finding in found(record)] == [Severity.REMARK]


def test_each_numbered_item_has_a_paragraph() -> None:
    record = minutes(paragraph(21), paragraph(22), attendance=Attendance(members=people(MEMBERS)))
    (finding,) = found(record)
    assert (finding.code, finding.severity) == ("item-no-paragraph", Severity.REMARK)
    assert finding.words == {"number": "3", "title": "Ärende 3"}
    rows = (*meeting().agenda[:2], AgendaRow(RowKind.GROUP, "Övrigt"))
    assert codes(record, meeting(agenda=rows)) == []


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        ({"place": ""}, ["record-fact-missing"]),
        ({"closed": None}, ["record-fact-missing"]),
        ({"place": "", "closed": None, "form": RecordForm.CIRCULATION}, []),
        ({"opened": dt.datetime(2022, 9, 27, 9), "closed": dt.datetime(2022, 9, 27, 10)}, ["record-other-day"]),
    ],
)
def test_minutes_say_when_and_where_the_meeting_was(facts: dict[str, Any], expected: list[str]) -> None:
    assert codes(minutes(**facts)) == expected


@pytest.mark.parametrize(
    ("adjournment", "facts", "expected"),
    [
        (Adjournment(dt.time(14), dt.time(14, 10), 22), {}, []),
        (Adjournment(dt.time(14), None), {}, []),
        (Adjournment(dt.time(14), dt.time(14, 10), 204), {}, ["adjournment-unknown"]),
        (Adjournment(dt.time(14), dt.time(13, 10), 22), {}, ["adjournment-backwards"]),
        (Adjournment(dt.time(14), dt.time(14), 22), {}, []),
        (Adjournment(dt.time(16), dt.time(9), 22), {"closed": dt.datetime(2022, 9, 27, 12)}, []),
    ],
)
def test_an_adjournment_is_in_a_paragraph_and_ends_after_it_began(
    adjournment: Adjournment, facts: dict[str, Any], expected: list[str]
) -> None:
    assert codes(minutes(adjournments=(adjournment,), **facts)) == expected


@pytest.mark.parametrize("status", [MeetingStatus.CANCELLED, MeetingStatus.POSTPONED])
def test_a_meeting_that_was_not_held_has_no_minutes(status: MeetingStatus) -> None:
    assert codes(minutes(), meeting(status=status)) == ["record-not-held"]


def test_notes_beside_minutes_are_held_to_none_of_it() -> None:
    notes = minutes(Paragraph("x"), Paragraph("y"), is_notes=True, sets=(), chairs=(), secretaries=())
    assert codes(notes, as_of=DAY.replace(year=2023)) == []


# Proposals to another body

COUNCIL, LATER = "Kommunfullmäktige", dt.date(2022, 10, 20)


def unanswered(
    *later: Case, to: str = COUNCIL, outcome: Outcome | None = None, is_held: bool = True, **facts: Any
) -> list[str]:
    proposing = paragraph(22, decisions=(decided(outcome=outcome, to=to),), **facts)
    own = committee(meeting(minutes(paragraph(21), proposing, paragraph(23))))
    rows = tuple(AgendaRow(RowKind.CASE, each.title, str(n), each) for n, each in enumerate(later, start=1))
    path = f"kf/{LATER}/minutes.md"
    after = meeting(minutes(path=path) if is_held else None, LATER, "kf", agenda=rows)
    council = committee(after, path="kf/index.md", folder="kf", name=COUNCIL, short="KF", is_council=True)
    found_ = list(check_proposals(Archive(committees=(council, own))))
    assert all(finding.place.line == 57 and finding.severity is Severity.REMARK for finding in found_)
    return [finding.code for finding in found_]


def test_a_proposal_that_its_body_never_takes_up_is_told() -> None:
    assert unanswered(case(7)) == ["proposal-unanswered"]
    assert unanswered(case(7), to="kf") == ["proposal-unanswered"]
    assert unanswered(case(7), to="Regionfullmäktige") == []
    assert unanswered(case(7), is_held=False) == []
    assert unanswered(case(7), outcome=Outcome.REFERRED_BACK) == []


@pytest.mark.parametrize(
    ("follows", "expected"),
    [
        (Follows("NN", DAY, "22"), []),
        (Follows("Nämnden", DAY), []),
        (Follows("NN", DAY, "21"), ["proposal-unanswered"]),
        (Follows("NN", LATER, "22"), ["proposal-unanswered"]),
    ],
)
def test_a_case_takes_a_proposal_up_by_naming_it(follows: Follows, expected: list[str]) -> None:
    assert unanswered(case(7, follows=(follows,))) == expected


def test_a_case_takes_a_proposal_up_by_its_registry_number() -> None:
    number = Dnr("NN 2022/7")
    assert unanswered(case(7, dnr=number), dnr=number) == []
    assert unanswered(case(7, dnr=Dnr("KF 2022/1"), other_dnr=(number,)), dnr=number) == []
    assert unanswered(case(7, dnr=Dnr("NN 2022/8")), dnr=number) == ["proposal-unanswered"]


TABLE = Table((Row((Cell((Para((Text("Dag"),)),)),)),), (Row((Cell((Para((Text("13 februari"),)),)),)),), ("left",))
NAMED = "Nämnden sammanträder på de dagar som framgår av tabellen."


def decides(text: str, *blocks: Block, within: tuple[Block, ...] = (TABLE,), is_adjusted: bool = False) -> list[str]:
    """What is told of a decision in § 22 whose case has the blocks `within`, and whose paragraph has `blocks`."""
    letter = Document("nn/2022-09-26/2.md", "nn/2022-09-26/2.html", "Ärende 2", body=Body(within))
    sections = (Section(SectionKind.OTHER, (Text("Dagar"),), "dagar", blocks),)
    at = paragraph(22, decisions=(decided(text),), sections=sections)
    record = minutes(paragraph(21), at, paragraph(23))
    if not is_adjusted:
        record = replace(record, sets=(adjusted(21, 22, 23, adjustment=Adjustment()),))
    called = second(letter=letter)
    return [each.code for each in found(record, called) if each.code == "decision-table"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (NAMED, True),
        ("Avgifterna blir de i tabell 2.", True),
        ("The fees are those of the table.", True),
        ("Tabellerna fastställs.", True),
        ("Nämnden godkänner tidtabellen.", False),
        ("Avgifterna blir de i tabell 2 i bilaga 1.", False),
        ("Enligt bilaga 1, tabellen på sidan 3.", False),
        ("Förslaget bifalls.", False),
    ],
)
def test_a_decision_tells_what_is_in_the_table_that_it_names(text: str, *, expected: bool) -> None:
    assert decides(text) == ["decision-table"] * expected


def test_a_table_that_the_paragraph_has_is_told_there() -> None:
    assert decides(NAMED, TABLE) == []
    assert decides(NAMED, Quote((TABLE,))) == []


def test_a_table_that_is_nowhere_is_none_of_the_case() -> None:
    assert decides(NAMED, within=()) == []


def test_what_is_adjusted_is_not_asked_for_a_table() -> None:
    assert decides(NAMED, is_adjusted=True) == []
