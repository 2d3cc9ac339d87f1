"""What closes a letter stays together, and with the last of the text before it: no page holds recipients alone."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from kallelse.model.meeting import Case, Recipient
from kallelse.model.person import Person
from kallelse.model.text import Block

from tests.typeset.build import agenda, bullets, case, document, h, letter, meeting, numbered, p, table
from tests.typeset.packets import cases, packet_of

# From where the closing fits on the first page to where it has long fallen to the second.
LENGTHS = range(4, 30)
NAME = "Karin Ekholm"
# A title wider than the line that is signed on.
LONG = "samhällsbyggnadsförvaltningschefsassistent"
# What fits on a line.
LINE = 9


def words(count: int) -> str:
    return " ".join(f"ord{number:03}" for number in range(count))


ENDS: dict[str, Callable[[], Block]] = {
    "two-lines": lambda: p(words(20)),
    "eight-lines": lambda: p(words(95)),
    "fifteen-lines": lambda: p(words(180)),
    "list": lambda: bullets(*(f"ord{number:03} punkt" for number in range(9))),
    "numbered-list": lambda: numbered(*(f"ord{number:03} punkt" for number in range(9))),
    "table": lambda: table(("Dag", "Tid"), [(f"ord{number:03}", "13.15") for number in range(9)]),
}


def letter_of(number: int, length: int, end: Block, attachments: int = 1, recipients: int = 3) -> Case:
    name = f"{number:02}-brev"
    filler = [p("Stycke.") for _ in range(length)]
    text = letter(name, f"Brev {number}", h(2, "Bakgrund"), *filler, h(2, "Slutord"), end)
    attached = [
        document(f"{name}-{one}.md", f"Underlag {one}", p("Text."), number=one) for one in range(1, attachments + 1)
    ]
    return replace(
        case(name, f"Brev {number}", text, *attached),
        signed=(Person(NAME, "IT-chef"),),
        recipients=tuple(Recipient(f"Mottagare {one}") for one in range(1, recipients + 1)),
    )


def pages_of(root: Path, *found: Case) -> list[list[str]]:
    """The texts of each letter's pages."""
    packet = packet_of(meeting(*agenda(*found)), root)
    assert list(cases(packet)) == [one.path for one in found]
    pages = [packet.pages.documents[one.path] for one in found]
    return [list(packet.texts[each.first - 1 : each.last]) for each in pages]


@pytest.mark.parametrize("lying", [False, True], ids=["upright", "lying"])
@pytest.mark.parametrize(
    ("signed", "attachments", "recipients"),
    [
        pytest.param(25, 0, 0, id="signatures"),
        pytest.param(5, 5, 0, id="no-more-than-an-upright-page-holds"),
        pytest.param(1, 1, 80, id="recipients"),
        pytest.param(1, 4, 13, id="few-attachments-and-some-recipients"),
        pytest.param(12, 30, 80, id="all"),
    ],
)
def test_what_closes_a_letter_may_take_more_than_a_page(
    root: Path, signed: int, attachments: int, recipients: int, lying: bool
) -> None:
    names = [f"Namn {number}" for number in range(signed)]
    made = letter_of(1, 3, p("Slut."), attachments, recipients)
    assert made.letter is not None
    made = replace(
        made,
        letter=replace(made.letter, landscape=lying),
        signed=tuple(Person(name, "IT-chef" if signed == 5 else LONG) for name in names),
    )
    (pages,) = pages_of(root, made)
    said = " ".join(" ".join(pages).split())
    told = [*names, *(f"Underlag {one}" for one in range(1, attachments + 1))]
    told += [f"Mottagare {one}" for one in range(1, recipients + 1)]
    found = [said.find(each) for each in told]
    assert -1 not in found
    assert found == sorted(found)


@pytest.mark.parametrize("end", ENDS)
def test_what_closes_a_letter_has_the_last_of_the_text_on_its_page(root: Path, end: str) -> None:
    letters = [letter_of(number, length, ENDS[end]()) for number, length in enumerate(LENGTHS, start=1)]
    fallen = 0
    for pages in pages_of(root, *letters):
        (closing,) = [page for page in pages if "Beslut skickas till" in page]
        assert closing is pages[-1]
        assert NAME in closing
        assert "Underlag 1" in closing
        assert "Mottagare 3" in closing
        assert closing.count("ord") > (LINE if end.endswith("lines") else 1), closing
        fallen += len(pages) > 1
    assert 0 < fallen < len(letters)


def test_recipients_after_a_long_list_of_attachments_have_the_last_of_them_on_their_page(root: Path) -> None:
    letters = [letter_of(number, 3, p("Slut."), 8 + 2 * number, 6) for number in range(6, 12)]
    for pages in pages_of(root, *letters):
        (closing,) = [page for page in pages if "Mottagare 1" in page]
        assert "Mottagare 6" in closing
        assert closing.count("Underlag") >= 2, closing


def test_the_only_attachment_of_a_letter_bears_no_number(root: Path) -> None:
    one, two = pages_of(root, letter_of(1, 1, p("Slut.")), letter_of(2, 1, p("Slut."), attachments=2))
    assert "Bilaga Underlag 1 sida" in " ".join(one[0].split())
    assert "Bilagor 1. Underlag 1 sida" in " ".join(two[0].split())
