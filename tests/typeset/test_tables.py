"""Tables come out whole, keep their captions, and show their heads and labels again on each page."""

from __future__ import annotations

import io
import re
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise
from pathlib import Path

import pikepdf
import pypdfium2
from kallelse.model.finance import FinanceCell
from kallelse.model.pages import Packet
from kallelse.model.settings import Settings
from kallelse.model.text import Block, FinanceBlock, Quote, Row, Table

from tests.typeset import constructs, meetings, tables
from tests.typeset.build import (
    agenda,
    bullets,
    case,
    cell,
    committee,
    finance,
    grouped_table,
    h,
    letter,
    meeting,
    p,
    row,
    table,
    words,
)
from tests.typeset.packets import packet_of, set_alone


def packet_with(root: Path, *blocks: Block, **fields: object) -> Packet:
    return packet_of(meeting(*agenda(case("01-a", "Tabell", letter("01-a", "Tabell", *blocks, **fields)))), root)


def pages_with(packet: Packet, words_: str) -> list[int]:
    return [page for page, text in enumerate(packet.texts, start=1) if words_ in " ".join(text.split())]


def test_sixty_rows_keep_their_caption_and_show_their_head_again(root: Path) -> None:
    rows = [[f"Rad {n}", f"Värde {n}"] for n in range(1, 61)]
    for filler in range(0, 30, 3):
        packet = packet_with(
            root, *(p("Fyllnad.") for _ in range(filler)), table(("Huvud", "Värde"), rows, "Lång tabell")
        )
        (caption,) = pages_with(packet, "Tabell 1 Lång tabell")
        assert pages_with(packet, "Rad 1 Värde 1")[0] == caption
        body = pages_with(packet, "Rad ")
        assert pages_with(packet, "Huvud Värde") == body
        assert len(body) >= 2


def test_the_label_of_a_long_group_comes_again_on_the_next_page(root: Path) -> None:
    group = ("Enda gruppen", [[f"Mål {n}", "pågår"] for n in range(1, 61)])
    packet = packet_with(root, grouped_table(("Område", "Mål", "Läge"), [group], "Sextio rader"))
    pages = pages_with(packet, "Mål 1 pågår") + pages_with(packet, "Mål 60 pågår")
    assert pages_with(packet, "Enda gruppen") == list(range(pages[0], pages[1] + 1))
    assert pages[1] > pages[0]


def test_a_short_group_stays_on_one_page(root: Path) -> None:
    groups = [(f"Grupp {n}", [[f"G{n} rad {m}"] for m in range(5)]) for n in range(30)]
    packet = packet_with(root, grouped_table(("Grupp", "Rad"), groups))
    for n in range(30):
        assert len(pages_with(packet, f"G{n} rad")) == 1
        assert pages_with(packet, f"Grupp {n} ")[:1] == pages_with(packet, f"G{n} rad 0")


def test_a_cell_of_a_hundred_and_forty_lines_comes_out_whole(root: Path) -> None:
    text = " ".join(f"svar{n} på den långa frågan om verksamheten." for n in range(240))
    packet = packet_with(root, table(("Fråga", "Svar"), [["Kort", "Kort"], ["Lång", text], ["Sist", "Slut"]], "Svar"))
    found = " ".join(" ".join(packet.texts).split())
    assert all(f"svar{n} " in found for n in range(240))
    assert found.count("svar") >= 240


def test_a_head_of_twelve_lines_comes_out_whole_and_again(root: Path) -> None:
    head = ("Smal", " ".join(f"rubrikord{n}" for n in range(60)), "Sist")
    packet = packet_with(root, table(head, [[str(n), f"Rad {n}", "x"] for n in range(60)], "Hög rubrik"))
    pages = pages_with(packet, "rubrikord0 ")
    assert len(pages) >= 2
    assert pages_with(packet, "rubrikord59") == pages


def test_a_head_with_a_note_or_a_link_is_set_once(root: Path) -> None:
    packet = packet_with(root, *constructs.table_blocks(), notes=constructs.NOTES)
    assert len(pages_with(packet, "Rubrik med not")) == 1


def test_a_table_too_wide_for_the_text_reaches_across_and_then_turns_the_page(root: Path) -> None:
    def sizes(columns: int) -> list[tuple[float, float]]:
        cells = [f"Kolumnrubrik{n}" for n in range(columns)]
        packet = packet_with(root, p("Före."), table(cells, [cells] * 3, "Bred"), p("Efter."))
        with pikepdf.open(io.BytesIO(packet.pdf)) as document:
            return [(float(page.mediabox[2]), float(page.mediabox[3])) for page in document.pages]

    upright, lying = (595.276, 841.89), (841.89, 595.276)
    assert [tuple(round(side, 3) for side in size) for size in sizes(5)] == [upright, upright]
    assert [tuple(round(side, 3) for side in size) for size in sizes(9)] == [upright, upright, lying, upright]


def test_a_table_that_fits_no_page_is_a_finding_with_its_line(root: Path) -> None:
    wide = table([f"Kolumnrubriknummer{n}" for n in range(30)], [["x"] * 30])
    wide = Table(wide.head, wide.body, wide.align, line=17)
    subject = meeting(*agenda(case("01-a", "Bred", letter("01-a", "Bred", p("Text."), wide))))
    packet, findings = set_alone(committee(), subject, Settings(), root)
    assert packet is None
    (finding,) = findings
    assert (finding.code, finding.place.path, finding.place.line) == (
        "table-too-wide",
        subject.cases[0].letter.path if subject.cases[0].letter else "",
        17,
    )
    assert finding.words["columns"] == "30"


def test_within_another_block_a_table_neither_reaches_across_nor_turns_the_page(root: Path) -> None:
    for count, fits in ((3, True), (9, False)):
        cells = [f"Kolumnrubrik{number}" for number in range(count)]
        text = letter("01-a", "Citat", Quote((table(cells, [cells]),)))
        packet, findings = set_alone(committee(), meeting(*agenda(case("01-a", "Citat", text))), Settings(), root)
        assert [finding.code for finding in findings] == ([] if fits else ["table-too-wide"])
        assert (packet is not None) == fits


def test_a_wide_finance_table_is_turned_or_refused_too(root: Path) -> None:
    def with_columns(count: int) -> FinanceBlock:
        columns = [("", "Nämnd", "label"), *(("", f"Budget {n}", "budget") for n in range(count))]
        return FinanceBlock(finance("Bred", columns, [("item", ("Nämnd", *["1\u00a0234\u00a0567,5"] * count))]))

    assert "Bred, mnkr" in packet_with(root, with_columns(11)).texts[2]
    subject = meeting(*agenda(case("01-a", "Bred", letter("01-a", "Bred", with_columns(20)))))
    packet, findings = set_alone(committee(), subject, Settings(), root)
    assert packet is None
    assert [finding.code for finding in findings] == ["table-too-wide"]


def test_a_subtotal_has_one_cell_from_its_name_to_its_first_figure(root: Path) -> None:
    packet = packet_with(root, FinanceBlock(tables.ACTION_PLAN), landscape=True)
    with pikepdf.open(io.BytesIO(packet.pdf)) as opened:
        found = [each for each in opened.objects if isinstance(each, pikepdf.Dictionary) and each.get("/S") == "/TH"]
        attributes = [each.A if isinstance(each.A, pikepdf.Array) else [each.A] for each in found if "/A" in each]
        names = [one for several in attributes for one in several if one.get("/Scope") == "/Row"]
        spans = [int(one.ColSpan) for one in names if "/ColSpan" in one]
    assert spans == [8] * 4


def test_spans_lists_and_empty_cells_come_out_whole(root: Path) -> None:
    spans = Table(
        head=(
            Row((cell("Område", rowspan=2, heading=True), cell("Halvåret", colspan=2, heading=True))),
            Row((cell("Mål", heading=True), cell("Utfall", heading=True))),
        ),
        body=(
            Row((cell("Skola", rowspan=2), cell("Fler behöriga", colspan=2))),
            row("80", "81"),
            Row((cell("Hela raden", colspan=3),)),
            row("Tomt", "", "83"),
        ),
        align=("left", "right", "right"),
        caption=words("Spann"),
    )
    text = " ".join(packet_with(root, spans).texts[1].split())
    for piece in ("Halvåret", "Mål Utfall", "Fler behöriga", "80 81", "Hela raden", "Tomt 83"):
        assert piece in text


def test_numbers_of_tables_and_figures_begin_anew_in_each_document(root: Path) -> None:
    packet = packet_of(meetings.sample(), root)
    labels = re.findall(r"(?:Tabell|Figur) \d", "\n".join(packet.texts))
    assert labels == ["Tabell 1", "Tabell 1", "Tabell 2", "Tabell 1", "Tabell 1", "Figur 1"]


def test_a_side_head_stays_with_the_text_beside_it(root: Path) -> None:
    openings: list[Block] = [
        p("Första raden. " + constructs.LOREM * 2),
        bullets("första", "andra"),
        h(3, "Underrubrik"),
    ]
    for opening in openings:
        for filler in range(20, 40):
            blocks = (*(p("Fyllnad.") for _ in range(filler)), h(2, "Sidorubrik"), opening, p("Slutord."))
            packet = packet_with(root, *blocks)
            head = pages_with(packet, "Sidorubrik")
            words_ = {"Para": "Första raden", "BulletList": "• första", "Heading": "Underrubrik"}
            assert head == pages_with(packet, words_[type(opening).__name__])


def test_a_unit_without_a_caption_is_no_part_of_the_number(root: Path) -> None:
    columns = [("", "", "label"), ("", "Belopp", "belopp")]
    packet = packet_with(root, FinanceBlock(finance("", columns, [("item", ("Mark", "8,0"))])))
    assert pages_with(packet, "Tabell 1 (mnkr)")


def test_a_group_of_a_finance_table_stays_with_its_first_row_and_a_sum_with_the_row_before(root: Path) -> None:
    columns = [("", "Enhet", "label"), ("", "Budget", "budget"), ("", "Utfall", "utfall")]
    rows: list[tuple[str, tuple[str, ...]]] = []
    for g in range(7):
        rows.append(("heading", (f"Rubrik{g}", "", "")) if g % 2 else ("group", (f"Grupp{g}", "1,0", "1,0")))
        rows += [("item", (f"Enhet{g}:{n}", f"{g}1,{n}", f"{g}2,{n}")) for n in range(1 + g % 4 * 2)]
        rows.append(("subtotal", (f"Delsumma{g}", "1,0", "1,0")))
    rows.append(("total", ("Totalt", "7,0", "7,0")))
    names = [name for _, (name, *_) in rows]
    for filler in range(8, 30):
        long = FinanceBlock(finance("Lång", columns, rows))
        packet = packet_with(root, *(p("Fyllnad.") for _ in range(filler)), long)
        on = {name: pages_with(packet, f"{name} ") for name in names}
        for name, after in pairwise(names):
            assert len(on[name]) == 1 or name.startswith("Rubrik")
            if name.startswith(("Rubrik", "Grupp")) or after.startswith(("Delsumma", "Totalt")):
                assert on[name][:1] == on[after], f"{filler}: {name} is parted from {after}"
        assert on[names[0]] != on[names[-1]]


def test_a_heading_over_rows_of_a_finance_table_comes_again_with_them(root: Path) -> None:
    columns = [("", "Enhet", "label"), ("", "Budget", "budget"), ("", "Utfall", "utfall")]
    rows: list[tuple[str, tuple[str, ...]]] = []
    over: dict[str, list[str]] = {}
    for part, counts in (("A", (30, 5)), ("B", (28, 40))):
        rows.append(("heading", (f"Del{part}", "", "")))
        for inner, count in enumerate(counts):
            rows.append(("heading", (f"Grupp{part}{inner}", "", "")))
            own = [f"Enhet{part}{inner}:{n}" for n in range(count)]
            rows += [("item", (name, "1,0", "1,0")) for name in own]
            sums = f"Delsumma{part}{inner}"
            rows.append(("subtotal", (sums, f"{count},0", f"{count},0")))
            over[f"Grupp{part}{inner}"] = [*own, sums]
            if inner == 0:
                # The next heading stands under no other, and ends this one too.
                over[f"Del{part}"] = over[f"Grupp{part}{inner}"]
    over["GruppB1"].append("Totalt")
    rows += [("total", ("Totalt", "103,0", "103,0")), *(("item", (f"Utanför:{n}", "1,0", "1,0")) for n in range(60))]
    packet = packet_with(root, FinanceBlock(replace(finance("Lång", columns, rows), charted=False)))
    several = 0
    for heading, names in over.items():
        pages = sorted({page for name in names for page in pages_with(packet, f"{name} ")})
        assert pages_with(packet, f"{heading} ") == pages
        several += len(pages) > 1
    assert several == 5
    assert pages_with(packet, "Utanför:59 ")[0] > pages_with(packet, "Totalt ")[0] + 1


def test_figures_of_different_decimals_meet_at_the_decimal_sign(root: Path) -> None:
    figures = ("95,0", "−5", "4,5", "1\u00a0100,25", "12\u00a0%")
    rows = [("item", (f"Rad {n}", text)) for n, text in enumerate(figures)]
    columns = [("", "Post", "label"), ("", "Belopp", "belopp")]
    made = finance("Blandat", columns, [*rows, ("item", ("Ingen", "–")), ("total", ("Totalt", "7,125"))])
    percent = FinanceCell("12\u00a0%", Decimal(12))
    share = replace(made.rows[4], cells=(made.rows[4].cells[0], percent))
    mixed = replace(made, rows=(*made.rows[:4], share, *made.rows[5:]))
    packet = packet_with(root, FinanceBlock(mixed))
    document = pypdfium2.PdfDocument(packet.pdf)
    try:
        page = document[1].get_textpage()
        letters = "".join(page.get_text_range(at, 1).replace("\u00a0", " ") for at in range(page.count_chars()))
        ends = []
        for index in (0, 1, 2, 3, 4, 6):
            name, figure = (each.printed for each in mixed.rows[index].cells)
            whole = re.split(r",|\u00a0%", figure)[0].replace("\u00a0", " ")
            found = re.search(rf"{name}\s+{whole}", letters)
            assert found is not None
            ends.append(page.get_charbox(found.end() - 1)[2])
    finally:
        document.close()
    assert max(ends) - min(ends) < 1
