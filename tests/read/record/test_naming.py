"""Of whom a part of a paragraph tells what its heading says, and who is only named in it."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st
from kallelse.locale.record import SAYING
from kallelse.model.person import Person
from kallelse.model.section import SectionKind
from kallelse.read.record.naming import named_in

from tests.read.record.held import FRONT, held

NAMES = (
    *("Karin Ahlström", "Johan Westin", "Eva Lind", "Eva Lindroth", "Eva Lind Berg", "Karin Ekholm"),
    *("Per Nyberg", "Lars B. Ek", "Anna-Eva Lind", "Ulla Ek-Berg", "Ulla Ek"),
)
PEOPLE = tuple(Person(name, title="ordförande" if name == "Karin Ahlström" else "") for name in NAMES)
ASIDE, RESERVED, AWAY = SectionKind.DISQUALIFIED, SectionKind.RESERVATION, SectionKind.NOT_TAKING_PART


def named(kind: SectionKind, *lines: str) -> list[str]:
    return list(named_in(lines, SAYING[kind], PEOPLE))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Eva Lindroth reserverar sig.", ["Eva Lindroth"]),
        ("Eva Lind reserverar sig.", ["Eva Lind"]),
        ("Eva Lind Berg reserverar sig.", ["Eva Lind Berg"]),
        ("Anna-Eva Lind reserverar sig.", ["Anna-Eva Lind"]),
        ("Ulla Ek-Berg reserverar sig.", ["Ulla Ek-Berg"]),
        ("Ulla Ek\u2010Berg reserverar sig, liksom Ulla Ek.", ["Ulla Ek"]),
        ("Eva  Lind\noch Lars B. Ek (S) reserverar sig.", ["Eva Lind", "Lars B. Ek"]),
        ("Per Nyberg reserverar sig mot Eva Linds yrkande.", ["Per Nyberg"]),
        ("Per Nyberg makes a reservation on Eva Lind's motion.", ["Per Nyberg"]),
        ("Per Nyberg makes a reservation on Eva Lind’s motion.", ["Per Nyberg"]),
    ],
)
def test_a_name_is_a_whole_name(text: str, expected: list[str]) -> None:
    assert named(RESERVED, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Johan Westin anmäler jäv. Karin Ahlström tar upp frågan.", ["Johan Westin"]),
        ("Karin Ahlström tar upp frågan. Johan Westin anmäler jäv.", ["Johan Westin"]),
        ("Johan Westin anmäler jäv och ordföranden Karin Ahlström tar upp frågan.", ["Johan Westin"]),
        ("Karin Ahlström anmäler jäv, varvid Per Nyberg tar ordet.", ["Karin Ahlström"]),
        ("Karin Ahlström och Johan Westin anmäler jäv.", ["Karin Ahlström", "Johan Westin"]),
        ("Ledamöterna Karin Ahlström, Per Nyberg och Johan Westin är jäviga.", [NAMES[0], "Per Nyberg", NAMES[1]]),
        ("Karin Ahlström anmäler jäv, liksom Johan Westin (M).", ["Karin Ahlström", "Johan Westin"]),
        ("Karin Ahlström anmäler jäv. Det gör även Johan Westin.", ["Karin Ahlström", "Johan Westin"]),
        ("På grund av jäv deltar varken Per Nyberg eller Johan Westin.", ["Per Nyberg", "Johan Westin"]),
        ("Lars B. Ek anmäler jäv.", ["Lars B. Ek"]),
        ("Johan Westin lämnar rummet.", ["Johan Westin"]),
        ("Conflict of interest: Johan Westin. Karin Ahlström raises it.", ["Johan Westin"]),
        ("Karin Ahlström raises it. Johan Westin is disqualified.", ["Johan Westin"]),
        ("Ingen.", []),
    ],
)
def test_only_what_says_it_tells_who_is_disqualified(text: str, expected: list[str]) -> None:
    assert named(ASIDE, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Per Nyberg reserverar sig till förmån för Karin Ekholms förslag.", ["Per Nyberg"]),
        ("Per Nyberg reserverar sig till förmån för förslaget från Karin Ekholm och Johan Westin.", ["Per Nyberg"]),
        (
            "Per Nyberg reserverar sig till förmån för sitt yrkande, och Eva Lind reserverar sig för Johan Westin.",
            ["Per Nyberg", "Eva Lind", "Johan Westin"],
        ),
        ("Till förmån för eget yrkande reserverar sig Per Nyberg.", ["Per Nyberg"]),
        ("Mot beslutet reserverar sig Per Nyberg och Eva Lind med följande ord.", ["Per Nyberg", "Eva Lind"]),
        ("Per Nyberg reserves in favour of the motion of Karin Ekholm.", ["Per Nyberg"]),
        ("Per Nyberg till förmån för Karin Ekholm.", ["Per Nyberg"]),
    ],
)
def test_whose_proposal_somebody_is_for_makes_no_reservation(text: str, expected: list[str]) -> None:
    assert named(RESERVED, text) == expected


def test_a_line_of_names_alone_goes_on_with_what_another_says() -> None:
    lines = (
        "Följande reserverar sig:",
        "Karin Ahlström (S), ordförande",
        "Per Nyberg och Eva Lind",
        "Johan Westin bad",
    )
    assert named(RESERVED, *lines) == ["Karin Ahlström", "Per Nyberg", "Eva Lind"]
    assert named(AWAY, "Eva Lind deltar inte i beslutet.", "Johan Westin svarar.") == ["Eva Lind"]


@pytest.mark.parametrize("kind", SAYING)
def test_each_part_has_its_stems_in_both_languages(kind: SectionKind) -> None:
    assert len(SAYING[kind]) > 1
    assert named(kind, f"Johan Westin {SAYING[kind][0]}. Karin Ahlström svarar.") == ["Johan Westin"]


@given(st.lists(st.sampled_from(NAMES), unique=True, min_size=1), st.sampled_from((", ", " och ", " samt ")))
def test_all_that_are_listed_are_named(names: Sequence[str], between: str) -> None:
    assert named(RESERVED, f"{between.join(names)} reserverar sig.") == list(names)
    assert named(RESERVED, "Reservation:", *names) == list(names)


def test_minutes_may_name_others_beside_those_who_stand_aside_or_make_a_reservation() -> None:
    body = (
        "## 1\n\n### Beslut\n\n{enligt förslaget}\n\n"
        "### Jäv\n\nPer Nyberg anmäler jäv. Karin Ahlström tar upp frågan.\n\n"
        "### Reservation\n\n- Leila Haddad (V) till förmån för Karin Ekholms förslag\n- Anders Holmgren (M)\n"
    )
    found = held(body, front=FRONT)
    assert found.only.disqualified == ("Per Nyberg",)
    assert found.only.reserved == ("Leila Haddad", "Anders Holmgren")
