"""What heads say of a document, and how it is cut to their room."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest
from kallelse.model.foreign import Foreign, ForeignPage
from kallelse.model.meeting import Access
from kallelse.model.settings import Settings
from kallelse.typeset.heads import head_of, listed_attachments, notice_of, shortened, toc_lines
from kallelse.typeset.plan import Plan, plan_of

from tests.typeset.build import agenda, case, committee, document, h, meeting, p

DAY = dt.date(2022, 9, 13)
LETTER, ATTACHED, FOREIGN = "a.md", "b.md", "c.pdf"


def plan(title: str = "Avtal") -> Plan:
    """A case with a letter, an attachment, and one from elsewhere, all called as it is."""
    own = document(LETTER, title, p("Text."))
    attached = document(ATTACHED, title, p("Text."), number=1)
    foreign = document(FOREIGN, title, number=2, foreign=Foreign((ForeignPage(595, 842),)))
    return plan_of(committee(), meeting(*agenda(case("01-a", title, own, attached, foreign))), Settings(), {})


@pytest.mark.parametrize(
    ("title", "shown"),
    [
        ("o" * 66, "o" * 66),
        ("ord " * 16 + "or", "ord " * 16 + "or"),
        ("ord " * 16 + "ord", ("ord " * 16).strip() + "…"),
        ("ord " * 13 + "kvarteret, med tillhörande kajer", ("ord " * 13) + "kvarteret…"),
        ("ord " * 14 + "kvarter – det som är nytt", ("ord " * 14) + "kvarter…"),
        ("o" * 67, "o" * 65 + "…"),
    ],
)
def test_a_title_is_cut_after_a_word_where_a_running_head_has_no_room_for_it(title: str, shown: str) -> None:
    assert shortened(title) == shown
    assert len(shown) <= 66


@pytest.mark.parametrize(("path", "most"), [(LETTER, 180), (ATTACHED, 180), (FOREIGN, 92)])
def test_a_notice_is_cut_to_the_lines_that_it_has(path: str, most: int) -> None:
    told = replace(plan(), notices={path: "Ändring " * 50})
    notice = notice_of(told.by_path[path], told)
    assert most - len("Ändring ") < len(notice) <= most
    assert notice.endswith("Ändring…")


def test_only_a_letter_leaves_out_the_title_of_its_case_where_its_own_is_the_same() -> None:
    told = plan()
    said = {path: (head_of(sheet, told).case_title, head_of(sheet, told).title) for path, sheet in told.by_path.items()}
    assert said == {LETTER: ("", "Avtal"), ATTACHED: ("Avtal", "Avtal"), FOREIGN: ("Avtal", "Avtal")}


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({}, "Avtal"),
        ({"date": DAY}, "Avtal, daterad 13 september 2022"),
        ({"date": DAY, "separate": True}, "Avtal, daterad 13 september 2022, delas ut separat"),
        ({"date": DAY, "access": Access.CONFIDENTIAL}, "Avtal"),
    ],
)
def test_a_list_of_attachments_tells_their_days_unless_they_are_withheld(fields: dict[str, object], said: str) -> None:
    attached = replace(document(ATTACHED, "Avtal", p("Text."), number=1), **fields)  # type: ignore[arg-type]
    own = case("01-a", "Sak", document(LETTER, "Sak", p("Text.")), attached)
    told = plan_of(committee(), meeting(*agenda(own)), Settings(), {})
    assert [line.text for line in listed_attachments(own, told)] == [said]


def test_contents_list_headings_of_three_levels_as_two() -> None:
    body = [h(level, f"Rubrik {level}") for level in (1, 2, 3, 4)]
    assert [(line.depth, line.text, line.block) for line in toc_lines(document(ATTACHED, "Avtal", *body))] == [
        (1, "Rubrik 1", 0),
        (1, "Rubrik 2", 1),
        (2, "Rubrik 3", 2),
    ]
