"""The agenda over several pages: what its rows keep together."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from kallelse.model.meeting import AgendaRow, RowKind

from tests.conftest import VeraPDF
from tests.typeset.build import agenda, case, meeting
from tests.typeset.packets import packet_of


def rows(count: int) -> tuple[AgendaRow, ...]:
    """So many rows, a group and its only row."""
    found = agenda(*(case(f"{number:02}-a", f"Sak {number}") for number in range(1, count + 1)))
    last = replace(agenda(case("99-a", "Sista saken"))[0], number=str(count + 1))
    return (*found, AgendaRow(RowKind.GROUP, "Information"), last)


def test_no_page_ends_with_the_name_of_a_group(root: Path) -> None:
    parted = 0
    for count in range(10, 34):
        packet = packet_of(meeting(*rows(count)), root)
        (group,) = [number for number, text in enumerate(packet.texts) if "Information" in text]
        (item,) = [number for number, text in enumerate(packet.texts) if "Sista saken" in text]
        assert group == item, count
        parted += group > 0
    assert 0 < parted < 24


def test_groups_without_rows_are_printed_all_the_same(root: Path) -> None:
    groups = tuple(AgendaRow(RowKind.GROUP, name) for name in ("Beslut", "Val"))
    for count in (1, 20, 22, 24, 26):
        packet = packet_of(meeting(*rows(count), *groups), root)
        assert all(any(name in text for text in packet.texts) for name in ("Beslut", "Val"))


def test_an_agenda_with_groups_passes_verapdf(root: Path, verapdf: VeraPDF) -> None:
    (root / "kallelse.pdf").write_bytes(packet_of(meeting(*rows(30)), root).pdf)
    assert [str(verdict) for verdict in verapdf([root / "kallelse.pdf"]) if not verdict.passed] == []
