"""The agenda gives its titles room: columns are as wide as what they hold, and what leaves no room goes below."""

from __future__ import annotations

from pathlib import Path

from kallelse.model.dnr import Dnr
from kallelse.model.meeting import AgendaColumn
from kallelse.model.person import Person

from tests.typeset.build import agenda, case, committee, meeting
from tests.typeset.packets import packet_of

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
