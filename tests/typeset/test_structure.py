"""Each cell of a table says which heads it stands under: its column, its row group, its row."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from kallelse.locale.recorded import recorded
from kallelse.model.pages import Packet
from kallelse.model.person import Person
from kallelse.model.text import FinanceBlock, Row, Table
from kallelse.model.vote import Ballot, Outcome, Side, Stand, Vote

from tests.typeset import tables
from tests.typeset.build import cell, finance, grouped_table, p, row, table, words
from tests.typeset.structures import Heard, tables_heard
from tests.typeset.test_tables import packet_with, pages_with

HEAD = ("Område", "Mål", "Läge")


def heard_in(packet: Packet, words_: str) -> list[list[Heard]]:
    """The rows of the table in which a cell says so."""
    return next(rows for rows in tables_heard(packet.pdf) if any(cell.words == words_ for row in rows for cell in row))


def with_long_group(*further: Row) -> Table:
    made = grouped_table(HEAD, [("Långa gruppen", [[f"Mål {n}", f"läge {n}"] for n in range(60)])])
    return replace(made, body=(row("Före", "Mål före", "läge före"), *made.body, *further))


def test_the_label_of_a_long_group_ends_with_its_rows(root: Path) -> None:
    single = [row(f"Enskilt {n}", f"mål {n}", f"läge {n}") for n in range(60)]
    packet = packet_with(root, with_long_group(*single))
    labelled = pages_with(packet, "Långa gruppen")
    last = pages_with(packet, "Mål 59 läge 59")
    assert labelled == list(range(labelled[0], last[0] + 1))
    assert pages_with(packet, "Enskilt 59")[0] > labelled[-1]
    heard = heard_in(packet, "Enskilt 0")
    assert [cell.words for cell in heard[2]] == ["Långa gruppen"]
    assert all(any(cell.words for cell in row) for row in heard)
    for row_ in heard[1:2] + heard[63:]:
        assert [cell.heads for cell in row_] == [("Område",), ("Mål",), ("Läge",)]


def test_a_cell_below_the_label_of_a_group_names_its_column_and_its_group(root: Path) -> None:
    heard = heard_in(packet_with(root, with_long_group()), "Långa gruppen")
    assert heard[0] == [Heard("TH Column", words_, ()) for words_ in HEAD]
    assert heard[2] == [Heard("TH Row", "Långa gruppen", ())]
    for n in range(60):
        assert heard[3 + n][1:] == [
            Heard("TD", f"Mål {n}", ("Mål", "Långa gruppen")),
            Heard("TD", f"läge {n}", ("Läge", "Långa gruppen")),
        ]


def test_a_table_without_a_head_may_begin_with_a_long_group(root: Path) -> None:
    heard = heard_in(packet_with(root, replace(with_long_group(), head=(), body=with_long_group().body[1:])), "Mål 0")
    assert heard[0] == [Heard("TH Row", "Långa gruppen", ())]
    assert heard[1][1:] == [Heard("TD", "Mål 0", ("Långa gruppen",)), Heard("TD", "läge 0", ("Långa gruppen",))]


def test_the_label_of_a_group_on_one_page_heads_its_rows(root: Path) -> None:
    groups = [("Skola", [["Fler behöriga", "80"], ["Färre avbrott", "3"]]), ("Vård", [["Kortare kö", "9"]])]
    heard = heard_in(packet_with(root, grouped_table(HEAD, groups)), "Skola")
    assert heard[1] == [
        Heard("TH Row", "Skola", ("Område",)),
        Heard("TD", "Fler behöriga", ("Mål", "Skola")),
        Heard("TD", "80", ("Läge", "Skola")),
    ]
    assert heard[2] == [
        Heard("TD", "Färre avbrott", ("Mål", "Skola")),
        Heard("TD", "3", ("Läge", "Skola")),
    ]
    assert heard[3][0] == Heard("TH Row", "Vård", ("Område",))


def test_the_name_of_a_row_in_a_finance_table_heads_it(root: Path) -> None:
    heard = heard_in(packet_with(root, FinanceBlock(tables.OPERATIONS)), "Netto")
    (netto,) = [row for row in heard if row[0].words == "Netto"]
    assert netto[0].kind == "TH Row"
    assert netto[2] == Heard("TD", "−4,2", ("Januari–augusti 2022", "Utfall", "Netto"))
    assert [cell.kind for row in heard for cell in row].count("TH Row") == 3


def test_a_heading_in_a_finance_table_heads_the_rows_below(root: Path) -> None:
    columns = [("", "Enhet", "label"), ("", "Budget", "budget")]
    rows = [
        ("heading", ("Skola", "")),
        ("item", ("Förskola", "1,0")),
        ("heading", ("Vård", "")),
        ("item", ("Hem", "2")),
    ]
    heard = heard_in(packet_with(root, FinanceBlock(finance("Enheter", columns, rows))), "Förskola")
    assert heard[1:] == [
        [Heard("TH Row", "Skola", ())],
        [Heard("TH Row", "Förskola", ("Enhet", "Skola")), Heard("TD", "1,0", ("Budget", "Skola", "Förskola"))],
        [Heard("TH Row", "Vård", ())],
        [Heard("TH Row", "Hem", ("Enhet", "Vård")), Heard("TD", "2", ("Budget", "Vård", "Hem"))],
    ]


def test_a_total_of_all_rows_of_a_finance_table_stands_under_no_heading(root: Path) -> None:
    columns = [("", "Enhet", "label"), ("", "Budget", "budget")]
    for count in (1, 60):
        rows = [("heading", ("Skola", "")), *(("item", (f"Förskola {n}", "1,0")) for n in range(count))]
        rows += [("heading", ("Vård", "")), *(("item", (f"Hem {n}", "2,0")) for n in range(count))]
        rows += [("total", ("Totalt", f"{3 * count},0"))]
        packet = packet_with(root, FinanceBlock(finance("Enheter", columns, rows)))
        heard = heard_in(packet, "Totalt")
        assert heard[-2][1] == Heard("TD", "2,0", ("Budget", "Vård", f"Hem {count - 1}"))
        assert heard[-1][1] == Heard("TD", f"{3 * count},0", ("Budget", "Totalt"))
        assert all(any(cell.words for cell in row) for row in heard)
        assert pages_with(packet, "Totalt ") == pages_with(packet, f"Hem {count - 1} ")


def test_a_finance_table_without_names_of_rows_has_none(root: Path) -> None:
    heard = heard_in(packet_with(root, FinanceBlock(tables.INVESTMENTS)), "12,6")
    assert {cell.kind for cell in heard[-1]} == {"TD"}


def test_a_voter_heads_the_answer(root: Path) -> None:
    sides = (Side("förslaget", Outcome.APPROVED), Side("yrkandet", Outcome.REJECTED))
    vote = Vote(*sides, (Ballot(Person("Karin Ahlström"), Stand.YES), Ballot(Person("Per Nyberg"), Stand.NO)))
    heard = heard_in(packet_with(root, p("Omröstning."), recorded(vote, "sv")), "Karin Ahlström")
    assert heard[1][:2] == [
        Heard("TH Row", "Karin Ahlström", ("Ledamot",)),
        Heard("TD", "Ja", ("Ja", "Karin Ahlström")),
    ]
    assert heard[3][2] == Heard("TD", "1", ("Nej", "Summa"))


def test_a_bold_cell_is_no_head(root: Path) -> None:
    heard = heard_in(packet_with(root, table(("Namn", "Värde"), [["**Fet**", "1"]])), "Fet")
    assert [cell.kind for cell in heard[1]] == ["TD", "TD"]


def test_tables_whose_rows_have_names_pass_verapdf(
    root: Path, tmp_path: Path, verapdf: Callable[[Sequence[Path]], Sequence[Any]]
) -> None:
    body = (Row((cell("Rad", heading=True), cell("1"))), row("**Fet**", "2"))
    typed = Table(
        (Row((cell("Namn", heading=True), cell("Värde", heading=True))),), body, ("left",) * 2, words("Typad")
    )
    packet = packet_with(
        root,
        with_long_group(row("Sist", "mål", "läge")),
        replace(with_long_group(), head=()),
        typed,
        FinanceBlock(tables.OPERATIONS),
        FinanceBlock(tables.ACTION_PLAN),
    )
    (tmp_path / "namn.pdf").write_bytes(packet.pdf)
    assert [str(verdict) for verdict in verapdf([tmp_path / "namn.pdf"]) if not verdict.passed] == []
