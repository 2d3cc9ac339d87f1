"""Lists of decisions and of assignments, and what the start page and a committee's page show of them."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import Any

import pytest
from kallelse.model.archive import Archive
from kallelse.model.decision import Extension
from kallelse.model.law import Appeal
from kallelse.model.meeting import Meeting, MeetingStatus
from kallelse.model.record import Adjustment, Paragraph, Posting, Publication
from kallelse.model.vote import Outcome
from kallelse.publish.assignments import assignment_page
from kallelse.publish.committee import committee_pages
from kallelse.publish.decisions import decision_lists
from kallelse.publish.plan import plan
from kallelse.publish.start import start_page

from tests.publish import archives, noticed, sites
from tests.publish.noticed import BOARDS, at_once, day, delegated, minutes, paragraph, the_rest, with_minutes

GSN = archives.GSN
_PARAGRAPH = f"../{GSN}/2022-09-26/paragraf"


def lists(archive: Archive, as_of: dt.date = noticed.AS_OF) -> dict[str, list[str]]:
    pages = decision_lists(plan(archive, {}, as_of, None, {}))
    return {page.address: sites.reading(page.html).splitlines() for page in pages}


def assignments(archive: Archive, as_of: dt.date = noticed.AS_OF) -> list[str]:
    return sites.reading(assignment_page(plan(archive, {}, as_of, None, {})).html).splitlines()


def start(archive: Archive, as_of: dt.date = noticed.AS_OF) -> list[str]:
    return sites.reading(start_page(plan(archive, {}, as_of, None, {})).html).splitlines()


def with_report(*more: Meeting) -> Archive:
    archive = with_minutes()
    board = archive.committees[0]
    kept = tuple(each for each in board.meetings if each.folder != "2022-11-28")
    return replace(archive, committees=(replace(board, meetings=(*kept, *more)), *archive.committees[1:]))


def test_the_latest_decisions_come_first_and_a_paragraph_that_decides_nothing_does_not() -> None:
    lines = lists(with_minutes())["beslut/index.html"]
    titles = [line for line in lines if line.startswith("### ") and "paragraf-" in line]
    assert titles == [
        f"### Modell för IT-styrning <{_PARAGRAPH}-25.html>",
        f"### Digitaliseringsstrategi <{_PARAGRAPH}-24.html>",
        f"### Rapportering av verksamhetsmål och ekonomi <{_PARAGRAPH}-23.html>",
        f"### Anmälan av extra ärenden <{_PARAGRAPH}-22.html>",
        f"### Val av justerare <{_PARAGRAPH}-21.html>",
    ]
    row = lines[lines.index(titles[2]) + 1]
    assert row == "Ändrat Gemensamma servicenämnden §~23 26 september 2022 GSN 2022/35"


def test_a_year_of_a_committee_has_its_decisions_by_meeting_in_the_order_of_the_minutes() -> None:
    lines = lists(with_minutes())[f"beslut/{GSN}-2022.html"]
    assert lines[0] == "# Beslut 2022, Gemensamma servicenämnden"
    assert "## 26 september 2022" in lines
    assert [line.split("§~")[1][:2] for line in lines if "§~" in line] == ["21", "22", "23", "24", "25"]


def test_what_is_not_adjusted_yet_is_in_no_list() -> None:
    drafted = minutes(at_once(), the_rest(adjustment=Adjustment(day(10, 7)), postings=()))
    found = lists(with_minutes(drafted))
    assert [line for line in found["beslut/index.html"] if "paragraf-" in line] == [
        f"### Digitaliseringsstrategi <{_PARAGRAPH}-24.html>"
    ]
    assert lists(archives.archive()).keys() == {"beslut/index.html"}


def test_an_assignment_says_to_whom_by_when_what_and_where_it_was_given() -> None:
    lines = assignments(with_minutes())
    assert lines[lines.index("## Öppna uppdrag") + 1 :] == [
        f"### Rapportering av verksamhetsmål och ekonomi <{_PARAGRAPH}-23.html>",
        "Öppet IT-chefen senast 28 november 2022",
        "IT-chefen får i uppdrag att redovisa målen varje kvartal.",
        "Gemensamma servicenämnden §~23, 26 september 2022",
    ]


@pytest.mark.parametrize(("as_of", "word"), [(day(11, 28), "Öppet"), (day(11, 29), "Försenat")])
def test_an_assignment_is_overdue_from_the_day_after_it_was_due(as_of: dt.date, word: str) -> None:
    assert f"{word} IT-chefen senast 28 november 2022" in assignments(with_minutes(), as_of)


def test_an_assignment_is_open_until_the_meeting_that_hears_of_it_is_over() -> None:
    archive = with_report(noticed.reporting())
    coming = assignments(archive, day(11, 28))
    assert "## Återrapporterade uppdrag" not in coming
    link = f"Uppföljning av målen <../{GSN}/2022-11-28/01-uppfoljning.html>"
    assert coming[-1] == f"Återrapporteras 28 november 2022: {link}"
    done = assignments(archive, day(11, 29))
    assert "Det finns inga öppna uppdrag." in done
    assert "Återrapporterat IT-chefen senast 28 november 2022" in done
    assert done[-1] == f"Återrapporterat 28 november 2022: {link}"


_HEARD = replace(minutes(), sets=(replace(the_rest(), numbers=(30,), adjustment=Adjustment(day(11, 28))),))
_OFF = {
    "cancelled": {"status": MeetingStatus.CANCELLED},
    "postponed": {"status": MeetingStatus.POSTPONED},
    **{
        outcome.value: {"minutes": replace(_HEARD, paragraphs=(paragraph(30, "Uppföljning", "Bordlagt.", outcome),))}
        for outcome in (Outcome.TABLED, Outcome.REFERRED_BACK)
    },
    "withdrawn": {"minutes": replace(_HEARD, paragraphs=(Paragraph("Uppföljning", 30, is_withdrawn=True),))},
}


@pytest.mark.parametrize("off", _OFF.values(), ids=_OFF)
def test_nothing_is_reported_where_the_case_that_was_to_do_so_was_not_heard(off: dict[str, Any]) -> None:
    first, again = noticed.reporting(), noticed.reporting("2022-12-12")
    if "minutes" in off:
        made = off["minutes"]
        up = tuple(replace(each, case=first.cases[0].path) for each in made.paragraphs)
        off = {"minutes": replace(made, folder=f"{GSN}/{first.folder}", paragraphs=up)}
    first = replace(first, **off)
    found = assignments(with_report(first), day(12, 1))
    assert "Försenat IT-chefen senast 28 november 2022" in found
    assert "## Återrapporterade uppdrag" not in found
    assert "Återrapporteras 12 december 2022" in assignments(with_report(first, again), day(12, 1))[-1]
    assert "Återrapporterat 12 december 2022" in assignments(with_report(first, again), day(12, 13))[-1]


def extending(number: int, date: dt.date, due: dt.date, **facts: object) -> Archive:
    """The sample, in which § 24 gives the assignment of a paragraph another day; all paragraphs have `facts`."""
    made = minutes(paragraphs=tuple(replace(each, **facts) for each in minutes().paragraphs))  # type: ignore[arg-type]
    (own,) = (each for each in made.paragraphs if each.number == 24)
    (decision,) = own.decisions
    point = replace(decision.points[0], extension=Extension(number, date, due))
    longer = replace(own, decisions=(replace(decision, points=(point,)),))
    return with_minutes(replace(made, paragraphs=tuple(longer if each is own else each for each in made.paragraphs)))


def test_an_assignment_that_was_extended_is_due_on_the_new_day_and_says_who_decided_it() -> None:
    lines = assignments(extending(23, day(9, 26), dt.date(2023, 3, 1)), day(11, 29))
    assert "Öppet IT-chefen senast 1 mars 2023" in lines
    given = "Gemensamma servicenämnden §~23, 26 september 2022"
    assert f"{given} · tiden förlängd §~24, 26 september 2022" in lines
    assert "Försenat IT-chefen senast 28 november 2022" in assignments(
        extending(22, day(9, 26), dt.date(2023, 3, 1)), day(11, 29)
    )


def test_the_way_of_a_matter_ends_with_the_new_day_of_its_assignment() -> None:
    case = f"{GSN}/2022-09-26/04-digitaliseringsstrategi/index.md"
    given = with_minutes(minutes(paragraphs=tuple(replace(each, case=case) for each in minutes().paragraphs)))
    due = {"2023-03-01": extending(23, day(9, 26), dt.date(2023, 3, 1), case=case), "2022-11-28": given}
    for date, archive in due.items():
        page = sites.by_address(archive, as_of=noticed.AS_OF)["arenden/gsn-2020-35.html"]
        assert [each for each in due if f'datetime="{each}"' in page.html] == [date]
        # It leads to the decision that says that day.
        number = 24 if date == "2023-03-01" else 23
        assert f"paragraf-{number}.html" in page.html.partition(f'datetime="{date}"')[2].partition("</h3>")[0]


def test_a_case_that_only_follows_a_decision_reports_nothing() -> None:
    meeting = noticed.reporting()
    case = meeting.cases[0]
    quiet = replace(case, follows=tuple(replace(each, reports=False) for each in case.follows))
    agenda = tuple(replace(row, case=quiet) for row in meeting.agenda)
    assert "Försenat IT-chefen senast 28 november 2022" in assignments(
        with_report(replace(meeting, agenda=agenda)), day(12, 1)
    )


def test_open_assignments_are_told_on_the_page_of_the_committee_that_gave_them() -> None:
    archive = with_minutes()
    known = plan(archive, {}, noticed.AS_OF, None, {})
    own, other = (
        sites.reading(next(iter(committee_pages(known, committee))).html).splitlines()
        for committee in archive.committees
    )
    assert "## Öppna uppdrag" in own
    assert "## Öppna uppdrag" not in other


def test_the_start_page_shows_five_decisions_and_the_nearest_last_day_of_appeal() -> None:
    lines = start(with_minutes())
    assert "Anslaget nu: 2~protokoll. Närmaste sista dag att överklaga är 18 oktober 2022." in lines
    assert len([line for line in lines if "paragraf-" in line]) == 5
    assert "## Senaste kallelserna" not in lines


def test_the_start_page_names_no_last_day_where_nothing_on_the_board_can_be_appealed() -> None:
    closed = tuple(replace(each, appeal=Appeal.NONE) for each in minutes().paragraphs)
    assert "Anslaget nu: 2~protokoll." in start(with_minutes(minutes(paragraphs=closed)))


def test_the_last_day_of_a_delegated_decision_may_be_the_nearest() -> None:
    early = delegated(date=day(9, 19), postings=tuple(Posting(board, day(9, 20)) for board in BOARDS))
    told = "Anslaget nu: 2~protokoll, 1~delegationsbeslut. Närmaste sista dag att överklaga är"
    assert f"{told} 11 oktober 2022." in start(with_minutes(delegated=(early,)))
    other = replace(early, appeal=Appeal.ADMINISTRATIVE)
    assert f"{told} 18 oktober 2022." in start(with_minutes(delegated=(other,)))


def test_without_decisions_the_start_page_shows_the_latest_packets() -> None:
    lines = start(archives.archive(), archives.AS_OF)
    assert "## Senaste kallelserna" in lines
    assert "## Senaste besluten" not in lines
    assert "Inget beslut är anslaget just nu." in lines


def test_what_is_only_noted_leaves_the_start_page_first() -> None:
    def titles(*more: Paragraph) -> list[str]:
        lines = start(with_minutes(minutes(the_rest(numbers=()), paragraphs=(*minutes().paragraphs[:5], *more))))
        return [line for line in lines if line.startswith("### ") and "paragraf-" in line]

    assert [line.split(" <")[0] for line in titles()] == [
        "### Modell för IT-styrning",
        "### Digitaliseringsstrategi",
        "### Rapportering av verksamhetsmål och ekonomi",
        "### Anmälan av extra ärenden",
        "### Val av justerare",
    ]
    more = titles(paragraph(26, "Taxa", "Taxan höjs."), paragraph(27, "Avgift", "Avgiften slopas."))
    assert [line.split(" <")[0] for line in more] == [
        "### Avgift",
        "### Taxa",
        "### Digitaliseringsstrategi",
        "### Rapportering av verksamhetsmål och ekonomi",
        "### Val av justerare",
    ]


def test_the_start_page_says_how_each_decision_begins() -> None:
    words = "Nämnden antar taxan enligt bilaga 1. Taxan gäller från den 1 januari 2023."
    long = f"Nämnden {'utreder saken vidare, ' * 9}innan den beslutar."
    secret = replace(paragraph(27, "Namnet", "Anna får plats."), publication=Publication.ANONYMISED)
    own = (paragraph(25, "Taxa", words), paragraph(26, "Utredning", long), secret)
    lines = start(with_minutes(minutes(the_rest(numbers=()), paragraphs=own)))
    assert "Nämnden antar taxan enligt bilaga 1." in lines
    (cut,) = (line for line in lines if line.startswith("Nämnden utreder"))
    assert cut.endswith("vidare …")
    assert len(cut) <= 142
    assert not any("Anna" in line for line in lines)


def test_the_next_meeting_is_told_at_the_first_glance_of_a_phone() -> None:
    lines = start(with_minutes())
    assert any(line.startswith("Nästa möte: 28 november 2022, Gemensamma servicenämnden") for line in lines)
