"""Charts beside finance tables in a packet: read back, kept with their tables, valid for both standards."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from kallelse.model.chart import Chart
from kallelse.model.finance import FinanceTable
from kallelse.model.pages import Packet
from kallelse.model.settings import Settings
from kallelse.model.text import Block, FinanceBlock, Quote

from tests.typeset.build import agenda, case, committee, finance, letter, meeting, p
from tests.typeset.packets import packet_of, set_alone
from tests.typeset.tables import INVESTMENTS, OPERATIONS

_COLUMNS = [("", "Nämnd", "label"), ("", "Budget", "budget"), ("", "Utfall för perioden", "utfall")]


def committees(count: int, name: str = "Nämnd") -> FinanceTable:
    rows = [("item", (f"{name} {n}", f"−{n}\u00a0001,0", f"{n}\u00a0000,5")) for n in range(1, count + 1)]
    return finance("Nettokostnad", _COLUMNS, rows, unit="tkr")


def packet_with(root: Path, *tables: FinanceTable, filler: int = 0, **fields: object) -> Packet:
    blocks: tuple[Block, ...] = (*(p("Fyllnad.") for _ in range(filler)), *(FinanceBlock(table) for table in tables))
    return packet_of(meeting(*agenda(case("01-a", "Diagram", letter("01-a", "Diagram", *blocks, **fields)))), root)


def said(packet: Packet) -> str:
    return " ".join(" ".join(packet.texts).split())


def test_a_chart_is_printed_under_its_table_with_names_and_figures(root: Path) -> None:
    packet = packet_with(root, OPERATIONS)
    assert "Intäkter Budget 43,0 Utfall 50,4 Kostnader Budget 43,0 Utfall 46,2 Netto Budget 0,0" in said(packet)
    assert said(packet).count("Januari–augusti 2022") == 2
    without = packet_with(root, replace(OPERATIONS, charted=False))
    assert said(without).count("Januari–augusti 2022") == 1


@pytest.mark.parametrize("landscape", [False, True])
def test_long_names_and_long_figures_leave_room_for_the_bars_of_each_group(root: Path, landscape: bool) -> None:
    columns = [("", "Nämnd", "label"), ("", "Förvaltningsårsbudgetram", "budget")]
    columns += [("", "Driftredovisningsutfallet", "utfall"), ("", "Kommentar", "text")]
    why = "Här står en lång kommentar om vad som har hänt under året. " * 2
    figures = ("1\u00a0234\u00a0567\u00a0890", "1\u00a0134\u00a0567\u00a0890")
    rows = [("item", (f"Nämnd {number}", *figures, why)) for number in range(1, 7)]
    packet = packet_with(root, finance("Nettokostnad", columns, rows, unit="kr"), landscape=landscape)
    for number in range(1, 7):
        group = f"Förvaltningsårsbudgetram {figures[0]} Driftredovisningsutfallet {figures[1]}".replace("\u00a0", " ")
        assert f"Nämnd {number} {group}" in said(packet)


def test_a_chart_of_which_a_letter_is_lost_is_never_published(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Chart, "words", property(lambda chart: ""))
    subject = meeting(*agenda(case("01-a", "Diagram", letter("01-a", "Diagram", FinanceBlock(OPERATIONS)))))
    packet, findings = set_alone(committee(), subject, Settings(), root)
    assert packet is None
    assert [finding.code for finding in findings] == ["packet-surplus"]


def test_a_short_table_and_its_chart_stay_on_one_page(root: Path) -> None:
    seen = set()
    for filler in range(2, 30, 3):
        packet = packet_with(root, committees(6), filler=filler)
        (table,) = (page for page, text in enumerate(packet.texts) if "Nämnd 6 −6" in " ".join(text.split()))
        (chart,) = (
            page for page, text in enumerate(packet.texts) if " ".join(text.split()).count("Utfall för perioden") >= 6
        )
        assert table == chart
        seen.add(table)
    assert len(seen) == 2


def test_charts_pass_verapdf_wherever_they_stand(
    root: Path, tmp_path: Path, verapdf: Callable[[Sequence[Path]], Sequence[Any]]
) -> None:
    long_names = committees(12, "Kommunalförbundsgemensamma räddningstjänstnämnden nummer")
    periods = [("", "Nämnd", "label")]
    for number in range(2):
        periods += [(f"Tertial {number}", name, name.lower()) for name in ("Budget", "Utfall", "Avvikelse")]
    rows = [("item", (f"Nämnd {n}", *("1,0", "2,0", "1,0") * 2)) for n in range(1, 13)]
    many = finance("Två tertial", periods, rows)
    wide = [("", "Nämnd", "label"), *(("", f"Kolumn {n}", "belopp") for n in range(9))]
    wide += [("", "Budget", "budget"), ("", "Prognos", "prognos")]
    turned = finance("Bred", wide, [("item", ("Nämnd", *["1\u00a0234\u00a0567,5"] * 11))])
    tables = (OPERATIONS, INVESTMENTS, committees(3), long_names, many, turned)
    upright = packet_with(root, *tables)
    lying = packet_with(root, *tables, landscape=True)
    quoted = letter("01-a", "Citat", p("Text."), Quote((FinanceBlock(committees(3)),)))
    within = packet_of(meeting(*agenda(case("01-a", "Citat", quoted))), root)
    paths = []
    for name, packet in (("upright", upright), ("lying", lying), ("within", within)):
        assert said(packet).count("Budget") > 3
        paths.append(tmp_path / f"{name}.pdf")
        paths[-1].write_bytes(packet.pdf)
    verdicts = verapdf(paths)
    assert len(verdicts) == 2 * len(paths)
    assert [str(verdict) for verdict in verdicts if not verdict.passed] == []
