from __future__ import annotations

import re

from kallelse.locale.site import words as site_words
from kallelse.model.text import Body, Table
from kallelse.publish.text import Writer

from tests.publish.trees import bullets, cell, row, words


def html(table: Table) -> str:
    writer = Writer(Body((table,)), "a.md", "a.html", {}, site_words("sv"))
    return writer.blocks((table,), 1)


def test_a_table_stands_in_a_named_region_that_takes_focus() -> None:
    named = html(Table((row("A"),), (row("b"),), ("left",), caption=words("Mål")))
    assert '<figcaption id="k_t1">Mål</figcaption>' in named
    assert '<div class="k-scroll" role="region" tabindex="0" aria-labelledby="k_t1">' in named
    nameless = html(Table((row("A"),), (row("b"),), ("left",)))
    assert 'role="region" tabindex="0" aria-label="Tabell 1"' in nameless


def test_headings_say_how_far_they_reach() -> None:
    found = html(Table((row(cell("Över", colspan=2)), row("A", "B")), (row("c", "d"),), ("left", "left")))
    assert '<th scope="colgroup" colspan="2">Över</th>' in found
    assert found.count('scope="col"') == 2


def test_an_empty_heading_is_no_heading() -> None:
    assert "<th " not in html(Table((row("", ""),), (row("c", "d"),), ("left", "left")))


def test_each_row_group_is_a_body_of_its_own() -> None:
    body = (
        row(cell("Ett", rowspan=2, heading=True), "a"),
        row("b"),
        row(cell("Två", rowspan=2, heading=True), "c"),
        row("d"),
    )
    found = html(Table((row("Grupp", "Mål"),), body, ("left", "left")))
    assert re.findall(r'<tbody><tr><th scope="rowgroup" rowspan="2">(\w+)', found) == ["Ett", "Två"]


def test_a_cell_that_reaches_over_the_next_group_keeps_the_bodies_together() -> None:
    body = (
        row(cell("Ett", rowspan=2, heading=True), "a", cell("x", rowspan=4)),
        row("b"),
        row(cell("Två", rowspan=2, heading=True), "c"),
        row("d"),
    )
    assert html(Table((), body, ("left",) * 3)).count("<tbody>") == 1


def test_columns_are_aligned_past_the_cells_that_reach_down() -> None:
    body = (row(cell("Ett", rowspan=2, heading=True), "1"), row("2"))
    found = html(Table((row("Namn", "Antal"),), body, ("left", "right")))
    assert '<td class="n">1</td>' in found
    assert '<td class="n">2</td>' in found
    assert '<th scope="col" class="n">Antal</th>' in found


def test_lists_stand_in_cells() -> None:
    found = html(Table((), (row(cell(bullets("a", "b"))),), ("left",)))
    assert "<td><ul><li>a</li><li>b</li></ul></td>" in found


def test_the_note_stands_below_the_table() -> None:
    found = html(Table((), (row("a"),), ("left",), note=words("Källa: X & Y")))
    assert found.endswith('</div><p class="k-note">Källa: X &amp; Y</p></figure>')


def test_a_table_that_a_phone_cannot_hold_says_so_and_knows_its_columns_of_prose() -> None:
    long = "Leder arbetet, planerar det och rapporterar till nämnden tre gånger om året."
    found = html(Table((row("Roll", "Namn", "Ansvar"),), (row("Ledare", "Ek", long),), ("left",) * 3))
    assert '<figure class="k-table k-t28"><p class="k-drag" aria-hidden="true" data-pagefind-ignore>' in found
    assert '<th scope="col" class="l">Roll</th>' in found
    assert f'<td class="p">{long}</td>' in found
    assert "k-drag" not in html(Table((row("Roll", "Ansvar"),), (row("Ledare", long),), ("left",) * 2))
