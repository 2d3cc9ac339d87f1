"""Digests of what an adjusted paragraph is made of: what is typed, what is taken from its case, nothing of the tool."""

from __future__ import annotations

from pathlib import Path

import pytest
from kallelse.model.hashed import hashed
from kallelse.model.record import Paragraph
from kallelse.read.archive import read_archive
from kallelse.read.record.digests import texts_of

from tests.folders import MEETING, archive_of

HEAD = "---\nsecretary: S\nmembers: [Anna Ek (S)]\n---\n"
RECORD = HEAD + "\n## 1. Budget\n\n### Beslut\n\n{enligt förslaget}\n\n### Reservation\n\nAnna Ek reserverar sig.\n"
# Each kind of text that a line break may belong to.
SHAPES = """\
## 1. Budget

### Beslut

1. Nämnden antar budgeten
   för året.
2. Nämnden tackar.
    - Först en.
    - Sedan en.

Nämnden skriver
- som vanligt - till
fullmäktige.

| År | Summa |
|----|-------|
| 1  | 2     |

### Yrkanden

```yrkande
av: Anna Ek
att ett görs
att två görs
```
"""
CASE = (
    "---\ntitle: Budget\ndnr: GSN 2022/1\ndate: 2022-09-01\nrecipients: [Akten]\n---\n"
    "## Förslag till beslut\n\nNämnden antar budgeten.\n\n## Sammanfattning\n\nKort.\n\n## Beskrivning\n\nLångt.\n"
)


def read(root: Path, record: str = RECORD, case: str = CASE, settings: str = "name: Norrsala kommun\n") -> Paragraph:
    files: dict[str, str | bytes] = {
        "index.md": MEETING,
        "minutes.md": record,
        "1-budget.md": case,
        "../../kallelse.yml": settings,
    }
    archive, _, _ = read_archive(archive_of(root, files))
    (found,) = (meeting for _, meeting in archive.meetings() if meeting.minutes is not None)
    assert found.minutes is not None
    return found.minutes.paragraphs[0]


@pytest.fixture
def before(tmp_path: Path) -> Paragraph:
    return read(tmp_path / "before")


@pytest.mark.parametrize(
    ("old", "new"),
    [("reserverar sig.", "reserverar\nsig."), ("\n\n### Res", "\n\n\n### Res"), ("förslaget", "fo\u0308rslaget")],
)
def test_another_way_to_write_the_same_is_the_same(tmp_path: Path, before: Paragraph, old: str, new: str) -> None:
    again = read(tmp_path / "again", RECORD.replace(old, new, 1))
    assert (again.typed, again.taken) == (before.typed, before.taken)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("budgeten\n   för", "budgeten för"),
        ("tackar.\n", "tackar.\n\n"),
        ("    - Först en.\n    - Sedan", "  - Först en.\n  - Sedan"),
        ("skriver\n- som vanligt - till\nfull", "skriver - som\nvanligt\n- till full"),
        ("### Yrkanden\n\n", "### Yrkanden\n"),
    ],
)
def test_another_way_to_break_the_lines_of_a_text_is_the_same(old: str, new: str) -> None:
    assert SHAPES.replace(old, new, 1) != SHAPES
    assert hashed(texts_of(SHAPES.replace(old, new, 1).split("\n"))) == hashed(texts_of(SHAPES.split("\n")))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("året.\n2.", "året. 2."),
        ("\n2. Nämnden", "\n    2. Nämnden"),
        ("    - Sedan", "        - Sedan"),
        ("en.\n    - Sedan", "en. - Sedan"),
        ("### Beslut\n\n1.", "### Beslut 1."),
        ("en.\n\nNämnden skriver", "en.\nNämnden skriver"),
        ("skriver\n- som", "skriver\n\n- som"),
        ("Summa |\n|--", "Summa | |--"),
        ("görs\natt", "görs att"),
        ("```yrkande\nav", "```yrkande av"),
        ("görs\n```", "görs ```"),
    ],
)
def test_what_is_put_together_is_another_record(old: str, new: str) -> None:
    assert SHAPES.replace(old, new, 1) != SHAPES
    assert hashed(texts_of(SHAPES.replace(old, new, 1).split("\n"))) != hashed(texts_of(SHAPES.split("\n")))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("reserverar sig", "reserverar sig inte"),
        ("{enligt förslaget}", "{avslag}"),
        ("### Reservation", "### Jäv"),
        ("### Reservation\n\nAnna", "### Reservation Anna"),
    ],
)
def test_each_typed_word_and_mark_counts(tmp_path: Path, before: Paragraph, old: str, new: str) -> None:
    assert read(tmp_path / "again", RECORD.replace(old, new, 1)).typed != before.typed


@pytest.mark.parametrize(
    ("old", "new", "counts"),
    [
        ("antar budgeten", "antar hela budgeten", True),
        ("Kort.", "Kortare.", True),
        ("## Sammanfattning\n", "## Sammanfattning av ärendet\n", True),
        ("2022-09-01", "2022-09-02", True),
        ("[Akten]", "[Akten, Revisorerna]", True),
        ("GSN 2022/1", "GSN 2022/2", True),
        # What no record prints may be otherwise.
        ("Långt.", "Längre.", False),
        ("dnr: GSN 2022/1", "dnr: GSN 2022/1\npresenters: [Bo Alm]", False),
    ],
)
def test_what_is_taken_from_the_case_counts_and_nothing_else(
    tmp_path: Path, before: Paragraph, old: str, new: str, counts: bool
) -> None:
    again = read(tmp_path / "again", case=CASE.replace(old, new, 1))
    assert (again.taken != before.taken) == counts
    assert again.typed == before.typed


def test_the_language_and_the_words_of_the_tool_do_not_count(tmp_path: Path, before: Paragraph) -> None:
    headings = "name: Norrsala kommun\nheadings: {reservation: [Avvikande mening]}\nwithheld: Hemligt\n"
    again = read(tmp_path / "again", settings=headings)
    assert (again.typed, again.taken) == (before.typed, before.taken)
    # The heading above those to whom a decision is sent, and what the letter is called among the documents.
    case = "---\ntitle: Budget\ndate: 2022-09-01\nrecipients: [Akten]\n---\nText.\n"
    both = [read(tmp_path / each, case=case, settings=f"name: N\nlanguage: {each}\n") for each in ("sv", "en")]
    assert both[0].taken == both[1].taken
    assert read(tmp_path / "other", case=case.replace("Akten", "Arkivet")).taken != both[0].taken


def test_what_is_typed_is_not_taken(tmp_path: Path, before: Paragraph) -> None:
    again = read(tmp_path / "again", RECORD.replace("reserverar sig", "reserverar sig inte"))
    assert again.taken == before.taken


def test_how_much_is_shown_counts(tmp_path: Path, before: Paragraph) -> None:
    heading = read(tmp_path / "heading", case=CASE.replace("title:", "record: heading\ntitle:"))
    number = read(tmp_path / "number", case=CASE.replace("title:", "record: number\ntitle:"))
    assert len({before.taken, heading.taken, number.taken}) == 3
    # What is not shown is kept as it was, too.
    secret = CASE.replace("title:", "record: number\ntitle:")
    other = read(tmp_path / "other", RECORD.replace("reserverar sig", "reserverar sig inte"), secret)
    assert other.typed != number.typed
