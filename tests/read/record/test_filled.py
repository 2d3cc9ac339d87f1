"""What minutes leave out of an item is taken from its case, and points at the same files from where they stand."""

from __future__ import annotations

import pytest
from kallelse.model.fold import of_kind, plain
from kallelse.model.meeting import Access
from kallelse.model.section import SectionKind
from kallelse.model.text import Image, Link, NoteRef

from tests.read.record.held import held

LETTER = """---
title: Budget
dnr: GSN 2022/35
date: 2022-09-15
follows: {body: Arbetsutskottet, date: 2022-09-12, paragraph: 5}
recipients: [Ekonomichefen, {name: Revisorerna, purpose: för kännedom}]
---
# Budget 2023

## Förslag till beslut

Nämnden godkänner [budgeten](bilaga-1.md#ramar) enligt [planen](../02-plan.md).[^1]

## Sammanfattning

Se ![kartan](karta.png) och [webben](https://example.org/a).[^2]

## Beskrivning

Mer.[^3]

[^1]: Not om [budgeten](bilaga-1.md).
[^2]: En till.
[^3]: Bara i beskrivningen.
"""
CASES = {
    "01-budget/index.md": LETTER,
    "01-budget/bilaga-1.md": "---\ntitle: Tabeller\ndate: 2022-09-13\n---\n## Ramar\n\nText.\n",
    "01-budget/bilaga-2.md": "---\ntitle: Hemlig bilaga\naccess: confidential\n---\nHemligheten.\n",
    "02-plan.md": "---\ntitle: Plan\n---\n",
}
ORDER = [SectionKind.DECISION, SectionKind.SUMMARY, SectionKind.GROUNDS, SectionKind.PROPOSAL, SectionKind.SENT_TO]


def test_what_is_left_out_is_filled_in_in_the_order_in_which_a_paragraph_is_printed() -> None:
    paragraph = held("## 1\n\n### Beslut\n\nNämnden tackar. {ändrat}\n", CASES).only
    assert [section.kind for section in paragraph.sections] == ORDER
    summary, grounds, proposal, sent_to = (plain(section.blocks) for section in paragraph.sections[1:])
    assert "webben" in summary
    assert "Tabeller, daterad 13 september 2022" in grounds
    assert "15 september 2022" in grounds
    assert "§ 5" in grounds
    assert proposal.startswith("Nämnden godkänner budgeten")
    assert sent_to == "Ekonomichefen Revisorerna (för kännedom)"
    assert paragraph.recipients == ("Ekonomichefen", "Revisorerna (för kännedom)")
    assert str(paragraph.dnr and paragraph.dnr.value) == "GSN 2022/35"


def test_a_confidential_attachment_is_listed_without_its_title() -> None:
    paragraph = held("## 1\n", CASES).only
    assert "Hemlig" not in plain(paragraph.body.blocks)
    assert "Bilaga 2" in plain(paragraph.body.blocks)


def test_what_the_secretary_writes_stands_alone_and_in_its_own_order() -> None:
    text = (
        "## 1\n\n### Beslutet skickas till\n\nKansliet\n\n### Beslutsunderlag\n\nEtt brev\n\n"
        "### Beslut\n\nJa. {bifall}\n"
    )
    paragraph = held(text, CASES).only
    kinds = [section.kind for section in paragraph.sections]
    assert kinds[0] is SectionKind.DECISION
    assert kinds.index(SectionKind.SENT_TO) < kinds.index(SectionKind.GROUNDS)
    assert [plain(each.blocks) for each in paragraph.sections if each.kind is SectionKind.GROUNDS] == ["Ett brev"]
    assert paragraph.recipients == ("Kansliet",)


@pytest.mark.parametrize(
    ("typed", "recipients"),
    [
        ("IT-chefen  \nAkten", ("IT-chefen", "Akten")),
        ("För kännedom:\n\n- Revisorerna\n- Eva Ek (C)", ("Revisorerna (för kännedom)", "Eva Ek (C) (för kännedom)")),
        ("För åtgärd:\n\n1. Akten (för kännedom)\n\nKansliet", ("Akten (för kännedom)", "Kansliet")),
        ("Kansliet  \nEkvik:\n\n- Ekonomichefen\n\nAkten:", ("Kansliet", "Ekonomichefen (Ekvik)", "Akten:")),
        ("Beslutet skickas till följande:\n\n- Kansliet", ("Kansliet",)),
    ],
)
def test_a_decision_is_sent_to_each_on_a_line_and_for_what_stands_above_them(
    typed: str, recipients: tuple[str, ...]
) -> None:
    text = f"## 1\n\n### Beslut\n\nJa. {{bifall}}\n\n### Beslutet skickas till\n\n{typed}\n"
    assert held(text, CASES).only.recipients == recipients


def test_links_and_pictures_point_at_the_same_files_from_the_minutes() -> None:
    body = held("## 1\n", CASES).only.body
    assert [link.target for link in of_kind(body, Link)] == [
        "https://example.org/a",
        "01-budget/bilaga-1.md#ramar",
        "02-plan.md",
        "01-budget/bilaga-1.md",
    ]
    assert [image.source for image in of_kind(body, Image)] == ["01-budget/karta.png"]


def test_the_footnotes_of_both_stand_apart_and_in_the_order_of_their_calls() -> None:
    text = "## 1\n\n### Beslut\n\nJa.[^1] {bifall}\n\n## 2\n\nOch.[^2]\n\n[^1]: Protokollets not.\n[^2]: En annan.\n"
    first, second = held(text, CASES).paragraphs
    assert [plain(note.content) for note in first.body.notes] == ["Protokollets not.", "En till.", "Not om budgeten."]
    assert [node.key for node in of_kind(first.body, NoteRef)] == [note.key for note in first.body.notes]
    assert [plain(note.content) for note in second.body.notes] == ["En annan."]


def test_the_words_of_the_proposal_bring_its_footnotes_even_where_nothing_else_is_filled_in() -> None:
    text = (
        "## 1\n\n### Beslut\n\n{enligt förslaget}\n\n### Sammanfattning\n\nEgen.\n\n"
        "### Beslutsunderlag\n\nEtt.\n\n### Beslutet skickas till\n\nIngen\n"
    )
    paragraph = held(text, CASES).only
    assert [plain(note.content) for note in paragraph.body.notes] == ["Not om budgeten."]


def test_the_anchors_of_a_paragraph_are_its_own_and_each_another() -> None:
    text = "## 1\n\n{0}Per Nyberg\n\n{0}Leila Haddad\n\n## 2\n\n{0}Per Nyberg\n".format("### Reservation\n\n")
    first, second = held(text, CASES).paragraphs
    anchors = [section.anchor for section in first.sections]
    assert len(set(anchors)) == len(anchors)
    assert [section.anchor for section in second.sections][:1] == ["reservation"]
    assert first.reserved == ("Per Nyberg", "Leila Haddad")


def test_nothing_is_filled_in_for_an_item_that_is_withdrawn_or_has_no_case() -> None:
    withdrawn, extra = held("## 1 {utgår}\n\n## Nytt {extra}\n", CASES).paragraphs
    assert withdrawn.sections == extra.sections == ()


def test_text_above_the_first_part_is_how_the_item_was_handled() -> None:
    paragraph = held("## 2\n\nChefen berättar.\n\n### Beslut\n\nNoteras. {noterat}\n", CASES).only
    assert [section.kind for section in paragraph.sections] == [SectionKind.DECISION, SectionKind.TREATMENT]


@pytest.mark.parametrize("record", ["", "record: full\n"])
def test_a_public_case_is_filled_in_also_where_its_record_is_said_to_be_full(record: str) -> None:
    cases = {"01.md": f"---\ntitle: Plan\n{record}---\n## Sammanfattning\n\nKort.\n"}
    assert [section.kind for section in held("## 1\n", cases).only.sections] == [
        SectionKind.SUMMARY,
        SectionKind.GROUNDS,
    ]


def test_of_a_case_that_the_summons_held_back_only_what_the_minutes_say_is_recorded() -> None:
    cases = {
        "01.md": "---\ntitle: Upphandling\naccess: confidential\nrecord: full\ndnr: GSN 2022/9\n---\n"
        "## Sammanfattning\n\nAnbuden är hemliga.\n"
    }
    found = held("## 1. Upphandling\n\n### Beslut\n\nNämnden antar anbudet. {bifall}\n", cases)
    assert found.meeting.cases[0].access is Access.CONFIDENTIAL
    assert found.only.title == "Upphandling"
    assert [section.kind for section in found.only.sections] == [SectionKind.DECISION]
    assert found.only.dnr is not None
