"""The agenda gives its titles room: columns are as wide as what they hold, and what leaves no room goes below."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from kallelse.model.dnr import Dnr
from kallelse.model.meeting import AgendaColumn, Meeting
from kallelse.model.person import Person

from tests.typeset.build import DAY, FOLDER, agenda, case, committee, document, letter, meeting, p
from tests.typeset.packets import packet_of
from tests.typeset.spots import letters

EVERY = committee(agenda_columns=tuple(AgendaColumn))
LONG = "Bygglov för nybyggnad av enbostadshus på fastigheten Åsen 20:38 med komplementbyggnad, stödmurar och infart"


def agenda_with(
    root: Path,
    titles: list[str],
    columns: tuple[AgendaColumn, ...] = tuple(AgendaColumn),
    proposal: str = "Nämnden godkänner",
    presenter: str = "Karin Ekholm",
) -> str:
    """The text of the first page, blanks folded."""
    cases = [
        case(
            f"{number:02}-a",
            title,
            dnr=Dnr(f"KS 2022/{number}"),
            presenters=(Person(presenter),),
            minutes=10,
            short_proposal=proposal,
        )
        for number, title in enumerate(titles, start=1)
    ]
    return " ".join(packet_of(meeting(*agenda(*cases)), root, committee(agenda_columns=columns)).texts[0].split())


def test_a_proposal_goes_under_titles_that_would_take_more_than_three_lines(root: Path) -> None:
    text = agenda_with(root, ["Kort ärende", LONG])
    assert "Nr Ärende Diarienummer Tid Sidor" in text
    assert text.count("Föredragande: Karin Ekholm") == text.count("Förslag till beslut: Nämnden godkänner") == 2


def test_one_title_that_is_long_in_any_way_moves_nothing(root: Path) -> None:
    columns = (AgendaColumn.TITLE, AgendaColumn.PROPOSAL, AgendaColumn.PAGES)
    assert "Ärende Förslag till beslut Sidor" in agenda_with(root, [*["Kort ärende"] * 5, LONG * 3], columns)


def test_columns_stay_beside_titles_that_have_room(root: Path) -> None:
    columns = (AgendaColumn.NUMBER, AgendaColumn.TITLE, AgendaColumn.PRESENTER, AgendaColumn.PAGES)
    assert "Nr Ärende Föredragande Sidor" in agenda_with(root, ["Kort ärende", LONG], columns)


def test_what_goes_under_the_title_is_what_makes_the_agenda_lower(root: Path) -> None:
    proposal = "Nämnden godkänner redovisningen och lämnar den vidare till kommunfullmäktige, som har att besluta"
    text = agenda_with(root, ["Kort ärende"] * 3, proposal=proposal)
    assert "Nr Ärende Föredragande Diarienummer Tid Sidor" in text
    assert f"Förslag till beslut: {proposal}" in text


def test_a_range_of_figures_is_not_parted_in_a_title(root: Path) -> None:
    titles = [f"Budget{'et' * number} 2027–2036" for number in range(1, 12)]
    columns = (AgendaColumn.TITLE, AgendaColumn.PRESENTER, AgendaColumn.PROPOSAL, AgendaColumn.DNR)
    wide = "Nämnden godkänner planen"
    text = agenda_with(root, titles, columns, wide, "Karin Ekholm-Söderström")
    assert "Ärende Föredragande Förslag till beslut Diarienummer" in text
    assert text.count("2027–2036") == len(titles)


def meeting_with_documents(titles: list[str], **fields: object) -> Meeting:
    """A meeting whose last case has a letter and attachments called `titles`, on an agenda that lists documents."""
    cases = [case(f"{number:02}-a", f"Ärende {number}") for number in range(1, 8)]
    attached = [
        document(f"{FOLDER}/{DAY}/08-b-{number}.md", title, p("Text."), number=number)
        for number, title in enumerate(titles, start=1)
    ]
    last = case("08-b", "Ärende 8", letter("08-b", "Ärende 8", p("Text.")), *attached, **fields)
    return meeting(*agenda(*cases, last))


@pytest.mark.parametrize(
    ("count", "fields"),
    [
        pytest.param(5, {}, id="that-fit-on-the-page"),
        pytest.param(60, {}, id="more-than-a-page-holds"),
        pytest.param(3, {"short_proposal": "Nämnden godkänner planen. " * 200}, id="under-a-row-that-is-a-page-high"),
    ],
)
def test_all_documents_of_a_case_are_listed_in_order(root: Path, count: int, fields: dict[str, object]) -> None:
    names = [f"Underlag nummer {number} om kommunen" for number in range(1, count + 1)]
    packet = packet_of(meeting_with_documents(names, **fields), root, EVERY)
    said = " ".join(" ".join(packet.texts[: packet.pages.cover]).split())
    found = [said.find(f"Bilaga {number} {name}") for number, name in enumerate(names, start=1)]
    assert -1 not in found
    assert found == sorted(found)


def test_a_case_stays_on_one_page_with_a_few_documents(root: Path) -> None:
    for recipients in range(12, 40, 4):
        subject = replace(meeting_with_documents(["Underlag"] * 8), recipients=("Ledamot",) * recipients)
        packet = packet_of(subject, root)
        (page,) = [text for text in packet.texts[: packet.pages.cover] if "Bilaga 1" in text]
        assert "Ärende 8" in page
        assert "Bilaga 8" in page


@pytest.mark.parametrize(
    "columns",
    [
        (AgendaColumn.NUMBER, AgendaColumn.TITLE, AgendaColumn.PAGES),
        (AgendaColumn.PAGES, AgendaColumn.TITLE),
        (AgendaColumn.TITLE, AgendaColumn.PROPOSAL, AgendaColumn.NUMBER, AgendaColumn.PAGES),
        (AgendaColumn.MINUTES, AgendaColumn.PAGES, AgendaColumn.PROPOSAL, AgendaColumn.TITLE),
    ],
)
def test_the_pages_of_documents_stand_below_those_of_their_case(root: Path, columns: tuple[AgendaColumn, ...]) -> None:
    packet = packet_of(
        meeting_with_documents(["Underlag"], short_proposal="Nämnden godkänner"),
        root,
        committee(agenda_columns=columns),
    )
    spots = next(letters(packet.pdf))
    dash = next(spot for spot in spots if spot.letter == "–")
    # The last page of the case, and that of its second document: the foot of the page aside, no other 3 is so low.
    last, second = (spot.right for spot in spots if spot.letter == "3" and dash.top - 5 < spot.top < 700)
    assert abs(last - second) < 1
