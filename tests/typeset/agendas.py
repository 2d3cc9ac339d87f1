"""An agenda of every kind of row, as values."""

from __future__ import annotations

import datetime as dt

from kallelse.model.dnr import Dnr
from kallelse.model.meeting import Access, AgendaRow, Case, CaseKind, Meeting, MeetingStatus, RowKind, Sitting
from kallelse.model.person import Person
from kallelse.model.text import Body

from tests.typeset.build import DAY, FOLDER, bullets, case, document, letter, meeting, p
from tests.typeset.constructs import LOREM


def long_agenda() -> Meeting:
    """An agenda of several pages with rows of every kind, long titles, stubs, papers handed out apart."""
    rows: list[AgendaRow] = [
        AgendaRow(RowKind.FORMALITY, "Upprop"),
        AgendaRow(RowKind.GROUP, "Beslutsärenden"),
    ]
    presenters = (Person("Karin Ekholm", "IT-chef"), Person("Leila Haddad"))
    for number in range(1, 36):
        name = f"{number:02}-arende"
        title = (
            f"Redovisning nummer {number} av ej verkställda beslut enligt socialtjänstlagen och lagen om stöd och "
            "service"
            if number % 4 == 0
            else f"Ärende om ämne {number}"
        )
        letter_one = letter(name, title, p(LOREM))
        attachment = document(
            f"{FOLDER}/{DAY}/{name}-bilaga.md", "Sammanställning till revisorerna", p(LOREM * 20), number=1
        )
        separate = document(f"{FOLDER}/{DAY}/{name}-apart.md", "Karta i stort format", number=2, separate=True)
        fields: dict[str, object] = {
            "dnr": Dnr(f"KS 2022/{number}"),
            "presenters": presenters,
            "minutes": 10,
            "short_proposal": "Nämnden godkänner redovisningen",
        }
        made: Case
        if number == 7:
            made = case(name, "Uppgiften omfattas av sekretess", access=Access.CONFIDENTIAL)
        elif number == 9:
            made = case(name, "Ärende med sekretess enligt 25 kap.", access=Access.CONFIDENTIAL)
        elif number % 3 == 0:
            made = case(name, title, letter_one, attachment, separate, **fields)
        elif number % 5 == 0:
            made = case(name, title, kind=CaseKind.INFORMATION, **fields)
        else:
            made = case(name, title, letter_one, **fields)
        rows.append(AgendaRow(RowKind.CASE, made.title, str(number), made, made.minutes))
        if number == 12:
            rows.append(AgendaRow(RowKind.BREAK, "Lunch", minutes=45))
            unnumbered = case("x-onumrerat", "Onumrerat ärende", letter("x-onumrerat", "Onumrerat ärende", p(LOREM)))
            rows.append(AgendaRow(RowKind.CASE, unnumbered.title, "", unnumbered, unnumbered.minutes))
            rows.append(AgendaRow(RowKind.GROUP, "Övriga ärenden"))
    return meeting(
        *rows,
        sittings=(
            Sitting(dt.datetime(2022, 9, 26, 8, 30), dt.datetime(2022, 9, 26, 12, 0)),
            Sitting(dt.datetime(2022, 9, 27, 13, 15), dt.datetime(2022, 9, 27, 16, 0)),
        ),
        title="Extra sammanträde",
        status=MeetingStatus.POSTPONED,
        status_note="Nytt datum meddelas senare.",
        recipients=("Ledamöter i nämnden", "Revisorerna"),
        note=Body((p("Ta med _handlingarna_ till mötet."), bullets("Kaffe från 8.00", "Lunch på plats"))),
    )
