from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal
from html.parser import HTMLParser

import pytest
from kallelse.locale.site import words
from kallelse.model.finance import FinanceCell, FinanceRowKind, FinanceTable, HeadCell, Role
from kallelse.publish.finance import finance_csv, finance_html

from tests.publish.sampletables import action_plan, investments, operations
from tests.publish.trees import column, finance

SV = words("sv")


def html(table: FinanceTable, csv: str = "") -> str:
    return finance_html(table, 1, SV, csv)


class _Cells(HTMLParser):
    """Every cell with its attributes and its words, row by row."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: list[list[tuple[str, dict[str, str], str]]] = []
        self._inside = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "tr":
            self.rows.append([])
        if tag in ("td", "th"):
            self._inside = True
            self.rows[-1].append((tag, {name: value or "" for name, value in attrs}, ""))

    def handle_endtag(self, tag: str) -> None:
        self._inside = self._inside and tag not in ("td", "th")

    def handle_data(self, data: str) -> None:
        if self._inside:
            tag, given, said = self.rows[-1][-1]
            self.rows[-1][-1] = (tag, given, said + data)


def rows(table: FinanceTable) -> list[list[tuple[str, dict[str, str], str]]]:
    cells = _Cells()
    cells.feed(html(table))
    return cells.rows


def heads_of(table: FinanceTable) -> dict[str, list[str]]:
    """For each figure, its headings in words, as an aid tells them."""
    found = rows(table)
    names = {given["id"]: said for row in found for tag, given, said in row if "id" in given}
    return {
        f"{place}:{said}": [names[each] for each in given.get("headers", "").split()]
        for place, row in enumerate(found)
        for tag, given, said in row
        if tag == "td" and said
    }


def test_each_figure_tells_its_row_its_group_and_its_column() -> None:
    heads = heads_of(operations().table)
    assert heads["2:50,4"] == ["Intäkter", "Januari–augusti 2022", "Utfall"]
    assert heads["4:−2,1"] == ["Netto", "Helår 2022", "Prognos"]


def test_without_labels_figures_tell_their_group_and_column() -> None:
    table = investments().table
    heads = heads_of(table)
    assert heads["2:12,6"] == ["Januari–augusti 2022", "Totalt anslag"]
    assert heads["2:−4,0"] == ["Helår 2022", "Prognosens avvikelse"]
    assert [sum(int(given.get("colspan", 1)) for _, given, _ in row) for row in rows(table)] == [7, 7, 7]


def test_every_row_covers_every_column_once() -> None:
    taken: dict[tuple[int, int], int] = {}
    for line, row in enumerate(rows(action_plan().table)):
        place = 0
        for _, given, _ in row:
            while (line, place) in taken:
                place += 1
            for down in range(int(given.get("rowspan", 1))):
                for right in range(int(given.get("colspan", 1))):
                    assert (line + down, place + right) not in taken
                    taken[line + down, place + right] = 1
            place += int(given.get("colspan", 1))
    assert set(taken) == {(line, place) for line in range(19) for place in range(12)}


def test_a_heading_over_both_lines_is_the_heading_of_its_column() -> None:
    found = rows(action_plan().table)
    [started] = [given for _, given, said in found[0] if said == "Påbörjad"]
    assert started["rowspan"] == "2"
    assert started["scope"] == "col"
    assert heads_of(action_plan().table)["2:Inga åtgärder"] == ["1.1", "Åtgärd", "Beskrivning"]


def test_figures_stand_to_the_right_and_words_to_the_left() -> None:
    classes = {said: given.get("class", "") for row in rows(action_plan().table)[2:6] for _, given, said in row if said}
    assert "n" in classes["0,00"].split()
    assert "n" not in classes["IT-center"].split()


def test_a_total_of_all_is_told_without_the_heading_before_it() -> None:
    table = finance(
        "Enheter",
        ((HeadCell("", 0), HeadCell("2022", 1)),),
        (column("", Role.LABEL), column("2022", Role.OUTCOME)),
        (FinanceRowKind.HEADING, "Skola|"),
        (FinanceRowKind.ITEM, "Förskola|1,0"),
        (FinanceRowKind.HEADING, "Vård|"),
        (FinanceRowKind.ITEM, "Hem|2,0"),
        (FinanceRowKind.TOTAL, "Totalt|3,0"),
    )
    assert heads_of(table)["4:2,0"] == ["Vård", "Hem", "2022"]
    assert heads_of(table)["5:3,0"] == ["Totalt", "2022"]
    assert html(table).count("<tbody>") == 3


def test_a_heading_row_is_told_with_the_rows_below_it() -> None:
    table = finance(
        "Balans",
        ((HeadCell("", 0), HeadCell("2022", 1)),),
        (column("", Role.LABEL), column("2022", Role.OUTCOME)),
        (FinanceRowKind.HEADING, "Tillgångar|"),
        (FinanceRowKind.ITEM, "Mark|8,0"),
        (FinanceRowKind.OF_WHICH, "varav park|1,0"),
        (FinanceRowKind.SUM, "Summa tillgångar|8,0"),
        (FinanceRowKind.HEADING, "Skulder|"),
        (FinanceRowKind.ITEM, "Lån|5,0"),
    )
    assert heads_of(table)["2:8,0"] == ["Tillgångar", "Mark", "2022"]
    assert heads_of(table)["6:5,0"] == ["Skulder", "Lån", "2022"]
    assert html(table).count("<tbody>") == 2


def test_a_table_without_a_head_or_caption_still_has_a_name() -> None:
    table = finance("", (), (column("", Role.LABEL), column("", Role.AMOUNT)), (FinanceRowKind.ITEM, "Mark|8,0"))
    found = html(table)
    assert "<thead>" not in found
    assert '<span id="k_t1">Tabell 1</span>' in found
    assert 'role="region" tabindex="0" aria-labelledby="k_t1"' in found


def test_no_heading_is_empty() -> None:
    for block in (operations(), investments(), action_plan()):
        assert all(said for row in rows(block.table) for tag, _, said in row if tag == "th")


def test_rounding_is_told_where_figures_differ_within_it() -> None:
    assert "Avrundning gör att summor kan avvika." in html(operations().table)
    assert "Avrundning" not in html(investments().table)


def test_labels_and_notes_are_escaped() -> None:
    table = finance(
        "<b>", (), (column("", Role.LABEL), column("", Role.TEXT)), (FinanceRowKind.ITEM, "<i>|<u>"), note="<s>"
    )
    found = html(table, csv='x".csv')
    assert re.findall(r"<(b|i|u|s)>", found) == []
    assert 'href="x&quot;.csv"' in found


def test_the_csv_has_the_grid_cell_for_cell() -> None:
    text = finance_csv(operations().table).decode("utf-8")
    assert text.startswith("\ufeff;Januari–augusti 2022;;;Helår 2022;;\r\n;Budget;Utfall;Avvikelse;")
    assert text.endswith("Netto;0,0;-4,2;4,1;0,0;-2,1;2,1\r\n")


@pytest.mark.parametrize(
    ("printed", "value", "written"),
    [
        ("1\N{NO-BREAK SPACE}234,5", Decimal("1234.5"), "1234,5"),
        ("−1\N{NARROW NO-BREAK SPACE}000", Decimal(-1000), "-1000"),
        ("1\N{NO-BREAK SPACE}250*", Decimal(1250), "1250*"),
        ("−7\N{NO-BREAK SPACE}247\N{NO-BREAK SPACE}kr/mån", Decimal(-7247), "-7247 kr/mån"),
        ("47,3\N{NO-BREAK SPACE}%", Decimal("47.3"), "47,3%"),
        ("–", None, "–"),
        ("Åk 4; 5", None, '"Åk 4; 5"'),
        ('kallad "A"', None, '"kallad ""A"""'),
        ("", None, ""),
    ],
)
def test_figures_in_the_csv_can_be_reckoned_with(printed: str, value: Decimal | None, written: str) -> None:
    table = finance("", (), (column("", Role.LABEL), column("", Role.AMOUNT)), (FinanceRowKind.ITEM, "Rad|"))
    row = replace(table.rows[0], cells=(table.rows[0].cells[0], FinanceCell(printed, value)))
    found = finance_csv(replace(table, rows=(row,)))
    assert found.decode("utf-8-sig") == f"Rad;{written}\r\n"


def test_the_csv_of_an_english_table_has_the_signs_of_english_spreadsheets() -> None:
    table = finance("", (), (column("", Role.LABEL), column("", Role.AMOUNT)), (FinanceRowKind.ITEM, "Row, one|"))
    row = replace(table.rows[0], cells=(table.rows[0].cells[0], FinanceCell("−1,234.5", Decimal("-1234.5"))))
    found = finance_csv(replace(table, rows=(row,), language="en"))
    assert found.decode("utf-8-sig") == '"Row, one","-1,234.5"\r\n'


def test_a_unit_without_a_caption_is_no_part_of_the_number() -> None:
    table = finance("", (), (column("", Role.LABEL), column("", Role.AMOUNT)), (FinanceRowKind.ITEM, "Mark|8,0"))
    assert '<span id="k_t1">Tabell 1</span> <span class="k-unit">(tkr)</span>' in html(replace(table, unit="tkr"))
