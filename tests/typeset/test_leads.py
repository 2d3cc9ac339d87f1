"""What leads to something shares its page: headings and short words over tables, also over those that turn the page."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from itertools import combinations
from pathlib import Path

import pytest
from kallelse.model.meeting import Case
from kallelse.model.person import Person
from kallelse.model.text import Block, FinanceBlock, Quote, Rule, Table

from tests.typeset.build import agenda, case, finance, h, letter, meeting, p, table
from tests.typeset.packets import packet_of
from tests.typeset.records import HEAD, set_record, written
from tests.typeset.spots import letters

# From where the last of them fits on the first page to where it has long fallen to the second.
LENGTHS = range(14, 34)


def wide(name: str, rows: int = 3) -> Table:
    """A table that turns its page."""
    cells = [f"Kolumnrubrik{n}" for n in range(9)]
    return table(cells, [cells] * rows, name)


def pages_of(root: Path, *blocks: Block, **fields: object) -> list[str]:
    """What the pages of a letter say."""
    one = replace(case("01-a", "Sak", letter("01-a", "Sak", *blocks)), **fields)  # type: ignore[arg-type]
    packet = packet_of(meeting(*agenda(one)), root)
    return [" ".join(text.split()) for text in packet.texts[1:]]


def where(pages: list[str], *said: str) -> list[int]:
    return [next(number for number, text in enumerate(pages) if words in text) for words in said]


def test_a_subheading_between_two_turned_tables_turns_with_the_second(root: Path) -> None:
    tall = wide("Första", rows=24)
    pages = pages_of(root, p("Före."), tall, h(3, "Nästa del"), h(4, "Djupare"), wide("Andra"), p("Efter."))
    heading, deep, second, after = where(pages, "Nästa del", "Djupare", "Tabell 2 Andra", "Efter.")
    assert heading == deep == second == after - 1


def test_a_subheading_over_a_turned_table_leaves_no_page_to_itself(root: Path) -> None:
    pages = pages_of(root, p("Före."), h(3, "Nästa del"), wide("Enda"), p("Efter."))
    assert where(pages, "Före.", "Nästa del", "Tabell 1 Enda", "Efter.") == [0, 1, 1, 2]


def test_turned_tables_that_follow_each_other_share_a_page(root: Path) -> None:
    blocks = (wide("Första"), wide("Andra"), h(2, "Avsnitt"), p("Tabellen visar:"), wide("Tredje"))
    pages = pages_of(root, p("Före."), *blocks, p("Efter."))
    assert where(pages, "Före.", "Första", "Andra", "Avsnitt", "Tabellen visar:", "Tredje", "Efter.") == [
        0,
        *[1] * 5,
        2,
    ]


def test_a_signature_shares_the_page_of_the_turned_table_that_ends_the_letter(root: Path) -> None:
    pages = pages_of(root, p("Före."), wide("Sista"), signed=(Person("Karin Ekholm", "IT-chef"),))
    assert where(pages, "Före.", "Sista", "Karin Ekholm") == [0, 1, 1]
    assert len(pages) == 2


LED: dict[str, Callable[[], Block]] = {
    "table": lambda: table(("Dag", "Tid"), [(f"ord{number:03}", "13.15") for number in range(6)], "Dagar"),
    "finance": lambda: FinanceBlock(
        finance("Dagar", [("", "", "label"), ("", "Belopp", "belopp")], [("item", ("ord000", "8,0"))] * 4)
    ),
}


@pytest.mark.parametrize("led", LED)
def test_words_that_lead_to_a_table_stand_on_its_page(root: Path, led: str) -> None:
    def one(number: int, length: int) -> Case:
        filler = [p("Stycke.") for _ in range(length)]
        text = letter(f"{number:02}-a", f"Brev {number}", *filler, p("Tabellen visar:"), LED[led](), p("Efter."))
        return case(f"{number:02}-a", f"Brev {number}", text)

    found = [one(number, length) for number, length in enumerate(LENGTHS, start=1)]
    packet = packet_of(meeting(*agenda(*found)), root)
    leading = [text for text in packet.texts if "Tabellen visar:" in text]
    assert len(leading) == len(found)
    assert all("ord000" in text for text in leading)
    assert 0 < sum("Stycke." in text for text in leading) < len(found)


def test_the_words_of_a_vote_stand_on_the_page_of_its_table(tmp_path: Path) -> None:
    voters = "Anna Ek: ja\nBo Alm: ja\nEva Lind: nej\n"
    vote = f"```omröstning\nja: förslaget {{bifall}}\nnej: avslag {{avslag}}\n\n{voters}```\n"
    text = f"---\n{HEAD}adjusters: Bo Alm (M)\nadjusted: 2026-03-16\n---\n"
    lengths = range(8, 30)
    for number, length in enumerate(lengths, start=1):
        filler = "\n\n".join(["Stycke."] * length)
        told = f"### Ärendets behandling\n\n{filler}\n\n### Omröstning\n\n{vote}\n"
        text += f"\n## {number}.\n\n### Beslut\n\nNämnden antar förslaget. {{bifall}}\n\n{told}"
    _, made = set_record(written(tmp_path, text, cases=len(lengths)))
    pages = [" ".join(each.split()) for each in made.files["nn/2026-03-09/protokoll.pdf"].texts]
    tables = [each for each in pages if "Ledamot Ja Nej" in each]
    assert len(tables) == len(lengths)
    assert all("Omröstning begärs" in each for each in tables)
    assert 0 < sum("Stycke." in each for each in tables) < len(lengths)


def test_what_closes_a_letter_comes_after_a_turned_table_that_takes_several_pages(root: Path) -> None:
    pages = pages_of(root, p("Före."), wide("Lång", rows=60), signed=(Person("Karin Ekholm", "IT-chef"),))
    first, signed = where(pages, "Lång", "IT-chef")
    assert signed > first + 1
    assert "Kolumnrubrik" not in pages[signed]


def test_what_closes_a_letter_comes_after_a_heading_that_ends_it(root: Path) -> None:
    pages = pages_of(root, p("Före."), wide("Sista"), h(3, "Tomt"), signed=(Person("Karin Ekholm", "IT-chef"),))
    said = " ".join(pages)
    assert said.index("Sista") < said.index("Tomt") < said.index("IT-chef")


LONG = "Ekonomiska konsekvenser för nämnden, kommunen och de kommunala bolagen"
ACROSS = table([f"Kolumn {n}" for n in range(7)], [["10 000 000"] * 7])
BESIDE: dict[str, tuple[Block, ...]] = {
    "a-line-over-a-wide-table": (p("Se tabellen."), ACROSS),
    "a-subheading-over-a-wide-table": (h(3, "Budget"), ACROSS),
    "a-table": (table(("Dag", "Tid"), [("Måndag", "13.15")]),),
    "a-quote": (Quote((p("Inga."),)),),
    "a-rule": (Rule(),),
    "a-line": (p("Inga."),),
    "figures": (
        FinanceBlock(finance("Utfall", [("", "Enhet", "label"), ("", "Utfall", "utfall")], [("item", ("031", "1,0"))])),
    ),
}


@pytest.mark.parametrize("kind", BESIDE)
@pytest.mark.parametrize("numbered", [False, True])
def test_a_heading_of_many_lines_is_over_nothing_that_comes_below_what_it_heads(
    root: Path, kind: str, numbered: bool
) -> None:
    text = letter("01-a", "Sak", h(2, LONG), *BESIDE[kind], h(2, LONG), p("Slut."), heading_numbers=numbered)
    packet = packet_of(meeting(*agenda(case("01-a", "Sak", text))), root)
    for page in letters(packet.pdf):
        for one, other in combinations(page, 2):
            across = min(one.right, other.right) - max(one.left, other.left)
            down = min(one.bottom, other.bottom) - max(one.top, other.top)
            assert across <= 1 or down <= 1, (one, other)


@pytest.mark.parametrize("heading", ["Ekonomiska konsekvenser", "Budget"])
@pytest.mark.parametrize("kind", ["a-line-over-a-wide-table", "a-line"])
def test_a_heading_of_few_lines_stands_beside_what_it_heads(root: Path, heading: str, kind: str) -> None:
    text = letter("01-a", "Sak", h(2, heading), *BESIDE[kind])
    _, page = letters(packet_of(meeting(*agenda(case("01-a", "Sak", text))), root).pdf)
    said = "".join(spot.letter for spot in page)
    first, line = page[said.index(heading[:6])], page[said.index("Se" if "table" in kind else "Inga")]
    assert abs(first.bottom - line.bottom) < 1
