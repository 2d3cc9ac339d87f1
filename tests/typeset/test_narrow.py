"""Words that are wider than a narrow column break within it, and keep all their letters."""

from __future__ import annotations

import datetime as dt
import io
from pathlib import Path

import pikepdf
import pytest
from kallelse.model.meeting import Revision
from kallelse.model.paper import POINTS
from kallelse.model.settings import Settings
from kallelse.typeset.narrow import heading_bound, narrow_lines, narrowed
from kallelse.typeset.template import template_of

from tests.typeset.build import agenda, case, h, letter, meeting, p
from tests.typeset.packets import bookmarks, packet_of
from tests.typeset.records import HEAD, set_record, written
from tests.typeset.spots import Spot, letters

SIDE = 41 * POINTS
# Where the side column ends and running text begins.
GUTTER = (66.5 * POINTS, 70.7 * POINTS)
HEADINGS = (
    "Miljökonsekvensbedömning",
    "Genomförandeorganisation",
    "Exploateringsverksamheten",
    "Mål för arbetsmarknadsåtgärderna",
    "Tidplan och genomförandeorganisation",
    "Geotekniska förhållanden och markmiljöundersökningar",
    "Kommunstyrelseförvaltningens verksamhet",
)


def in_gutter(page: list[Spot], top: float) -> str:
    """What stands between the columns of a page, from `top` millimetres to its foot."""
    return "".join(
        spot.letter
        for spot in page
        if top * POINTS < spot.top < 265 * POINTS and spot.left < GUTTER[1] and spot.right > GUTTER[0]
    )


@pytest.mark.parametrize("numbered", [False, True])
def test_a_side_heading_keeps_to_its_column(root: Path, numbered: bool) -> None:
    blocks = [block for heading in HEADINGS for block in (h(2, heading), p("Nämnden har under året arbetat. " * 6))]
    one = letter("01-a", "Rubriker", *blocks, heading_numbers=numbered)
    packet = packet_of(meeting(*agenda(case("01-a", "Rubriker", one))), root)
    assert "".join(in_gutter(page, 60) for page in list(letters(packet.pdf))[1:]) == ""


def test_a_short_section_and_the_proposal_keep_their_headings_in_the_column(root: Path) -> None:
    blocks = [block for heading in HEADINGS for block in (h(2, heading), p("Kort."))]
    one = letter("01-a", "Rubriker", h(2, "Förslag till arbetsmarknadsåtgärderna"), p("Text."), *blocks)
    packet = packet_of(meeting(*agenda(case("01-a", "Rubriker", one))), root)
    assert "".join(in_gutter(page, 60) for page in list(letters(packet.pdf))[1:]) == ""


def test_a_group_of_those_who_attended_keeps_its_heading_in_the_column(tmp_path: Path) -> None:
    others = "others: [{name: Ulf Ek, group: Exploateringsverksamheten}]\n"
    text = f"---\n{HEAD}{others}adjusters: Bo Alm (M)\nadjusted: 2026-03-16\n---\n\n## 1.\n\n### Beslut\n\nNej.\n"
    _, made = set_record(written(tmp_path, text))
    assert in_gutter(next(letters(made.files["nn/2026-03-09/protokoll.pdf"].pdf)), 95) == ""


def test_words_are_bound_and_broken_only_where_the_column_asks_for_it(root: Path) -> None:
    template, _ = template_of(Settings(), root)
    face = template.sizes.semibold

    def shown(text: str) -> str:
        return heading_bound(text, face, 11, SIDE, "sv").replace("\u00ad", "|").replace("\u00a0", "_")

    assert shown("Uppdragsgivare och ägare") == "Uppdragsgivare och_ägare"
    assert shown("Buller i bostadsbebyggelsen") == "Buller i_bostadsbebyggelsen"
    assert shown("Mål för arbetsmarknadsåtgärderna") == "Mål för arbets|marknads|åtgärderna"
    assert shown("Trafik och exploateringsavtalet") == "Trafik och exploateringsavtalet"
    assert narrowed("Verksamhetsutvecklare", face, 11, 100 * POINTS, "sv") == "Verksamhetsutvecklare"
    assert face.longest(narrowed("x" * 60, face, 11, SIDE, "en"), 11) <= SIDE


def test_lines_are_counted_as_they_break(root: Path) -> None:
    template, _ = template_of(Settings(), root)
    face = template.sizes.semibold
    for text, count in (("Bakgrund", 1), ("Mål för arbets\u00admarknads\u00adåtgärderna", 2), ("x" * 90, 1)):
        assert narrow_lines(text, face, 11, SIDE) == count


@pytest.mark.parametrize("role", ["verksamhetsutvecklare", "samhällsbyggnadsstrateg", "w" * 25])
def test_a_role_keeps_clear_of_the_comment_beside_it(root: Path, role: str) -> None:
    revisions = (
        Revision(dt.date(2022, 7, 13), "0.1", "Maria Söderström-Karlsson", role, "Qquppr"),
        Revision(dt.date(2022, 9, 15), "1.0", "W" * 24, role, f"Qq{'w' * 22}"),
    )
    one = letter("01-a", "Plan", p("Text."), revisions=revisions)
    packet = packet_of(meeting(*agenda(case("01-a", "Plan", one))), root)
    page = list(letters(packet.pdf))[1]
    begins = [page[at].left for at, spot in enumerate(page) if spot.letter == "Q" and page[at + 1].letter == "q"]
    assert begins[0] == pytest.approx(begins[1], abs=0.5)
    first = min(spot.top for spot in page if spot.letter == "Q")
    rows = [spot for spot in page if first - 2 < spot.top < first + 80]
    assert "".join(spot.letter for spot in rows if begins[0] - 9 < spot.right and spot.left < begins[0] - 0.5) == ""


def _titles(pdf: bytes) -> set[str]:
    """The titles that headings have in the tree of tags."""
    with pikepdf.open(io.BytesIO(pdf)) as document:
        return {str(one.T) for one in document.objects if isinstance(one, pikepdf.Dictionary) and "/T" in one}


def test_bookmarks_and_tags_part_a_number_from_its_heading_and_no_word_in_two(root: Path) -> None:
    headings = ("Förslag till beslut", "Bakgrund och nuläge", "Mål för arbetsmarknadsåtgärderna")
    filled = [(h(2, heading), p("Text. " * 90), h(3, f"Om {heading}"), p("Text.")) for heading in headings]
    blocks = [block for each in filled for block in each]
    one = letter("01-a", "Plan", *blocks, h(2, "Kort"), heading_numbers=True)
    packet = packet_of(meeting(*agenda(case("01-a", "Plan", one))), root)
    numbered = [(f"{at} {name}", f"{at}.1 Om {name}") for at, name in enumerate(headings, start=1)]
    expected = [*(entry for both in numbered for entry in both), "4 Kort"]
    assert [title for depth, title, _ in bookmarks(packet.pdf) if depth > 2] == expected
    assert set(expected) <= _titles(packet.pdf)
