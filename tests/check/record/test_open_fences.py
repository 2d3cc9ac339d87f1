"""A block that is never closed is told once, and what stands after it is read as it was meant."""

from __future__ import annotations

from pathlib import Path

import pytest
from kallelse.model.vote import Vote

from tests.check.record.test_lines import AFTER, told
from tests.read.record.held import held

LAST = "Nils Berg: avstår\n```\n"
BEFORE = "### Omröstning\n\n"


@pytest.mark.parametrize(
    ("edits", "line"),
    [
        ([(LAST, "Nils Berg: avstår\n")], "```omröstning"),
        ([(LAST, "Nils Berg: avstår\n\nOrdföranden finner att nämnden bifaller: allt.\n")], "```omröstning"),
        ([(LAST, "Nils Berg: avstår\n``\n")], "```omröstning"),
        ([(BEFORE, BEFORE + "```yrkande\nav: Per Nyberg\natt ärendet vilar\n\n")], "```yrkande"),
        ([(BEFORE, f"### Yrkanden\n\n```yrkande\nav: Per Nyberg\natt det vilar\n\n{BEFORE}")], "```yrkande"),
        ([(BEFORE, f"```proposition\nförslag: a\nText.\n\n{BEFORE}")], "```proposition"),
        ([(BEFORE, f"```tabell\n| a | b |\n|---|---|\n| a | b | c |\n\n{BEFORE}")], "```tabell"),
        ([(BEFORE, f"```ekonomi\n| a | b |\n| a | b | c |\nÖver\n\n{BEFORE}")], "```ekonomi"),
        ([(BEFORE, f"```arbetsgång\n1. Bered: alla\n\n{BEFORE}")], "```arbetsgång"),
        ([(AFTER, f"{AFTER}\n```val\nPlats: 1 x\n\n")], "```val"),
        # One sign too many, before a block and after all of them.
        ([(BEFORE, f"{BEFORE}```\n\n")], "```"),
        ([(LAST, f"{LAST}\n```\n")], "```"),
    ],
)
def test_a_block_that_is_never_closed_is_the_only_thing_told(
    tmp_path: Path, edits: list[tuple[str, str]], line: str
) -> None:
    assert told(tmp_path, *edits) == [("fence-open", line)]


def test_what_else_is_wrong_is_told_beside_it(tmp_path: Path) -> None:
    found = told(tmp_path, (LAST, "Nils Berg: avstår\n"), ("bokslutet. {bifall}", "bokslutet. {bifal}"))
    assert found == [
        ("fence-open", "```omröstning"),
        ("mark-misspelt", "Nämnden godkänner bokslutet. {bifal}"),
    ]


def test_a_heading_in_a_block_that_is_closed_ends_nothing() -> None:
    found = held("## 1\n\n### Omröstning\n\n```omröstning\nja: a\nnej: b\nresultat: 3–2\n### Reservation\n```\n")
    assert found.told == [("record-line", 9)]


def test_a_vote_that_is_never_closed_is_counted_as_far_as_it_goes() -> None:
    text = (
        "## 1\n\n### Omröstning\n\n```omröstning\nja: a\nnej: b\nresultat: 3–2\n\n### Reservation\n\nPer Nyberg (C).\n"
    )
    found = held(text)
    assert found.told == [("fence-open", 5)]
    assert [type(each) for each in found.only.steps] == [Vote]
    assert found.only.reserved == ("Per Nyberg",)


def test_code_that_is_never_closed_keeps_all_that_comes_after_it() -> None:
    found = held("## 1\n\n```\nkod\n\n## 2\n\n### Jäv\n\nPer Nyberg (C).\n")
    assert found.told == [("fence-open", 3)]
    assert len(found.paragraphs) == 1
    assert found.minutes.is_cut_short
