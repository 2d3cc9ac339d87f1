"""A committee's file of delegated decisions, and the municipality's own texts on appeal, as they are read."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from kallelse.check.archive import check_archive
from kallelse.locale.appeal import HEADINGS, appeal_text
from kallelse.locale.findings import remedy, wrong
from kallelse.model import fold
from kallelse.model.archive import Archive
from kallelse.model.dnr import Dnr
from kallelse.model.law import Appeal
from kallelse.model.record import Posting
from kallelse.read.archive import read_archive

from tests.folders import COMMITTEE, archive_of, written

JOINT = COMMITTEE.replace("short: GSN\n", "short: GSN\nboards: [Norrsala, Ekvik]\n")
DECISION = """decisions:
  - date: 2022-09-30
    decision: Upphandlingen avbryts
    by: Karin Ekholm, IT-chef
    dnr: GSN 2022/61
    postings: {posted}
    kept: Kommunkansliet
    appeal: administrative
"""


def read(root: Path, files: dict[str, str | bytes]) -> tuple[Archive, list[tuple[str, str, int]]]:
    """The archive with those files, and what is wrong with it, each said in both languages."""
    archive, _, findings = read_archive(written(archive_of(root, {}), files))
    found = (*findings, *check_archive(archive, ()))
    for finding in found:
        assert all(wrong(finding, language) and remedy(finding, language) for language in ("sv", "en"))
    return archive, [(each.code, each.place.path, each.place.line) for each in found]


def test_a_day_alone_holds_for_all_boards_of_the_committee(tmp_path: Path) -> None:
    files: dict[str, str | bytes] = {
        "gsn/index.md": JOINT,
        "gsn/delegated.yml": DECISION.format(posted="2022-10-03"),
    }
    archive, findings = read(tmp_path, files)
    assert findings == []
    (one,) = archive.committees[0].delegated
    assert (one.date, one.by, one.dnr, one.appeal) == (
        dt.date(2022, 9, 30),
        "Karin Ekholm, IT-chef",
        Dnr("GSN 2022/61"),
        Appeal.ADMINISTRATIVE,
    )
    assert one.postings == tuple(Posting(board, dt.date(2022, 10, 3), None, 6) for board in ("Norrsala", "Ekvik"))


def test_each_board_may_have_a_day_of_its_own(tmp_path: Path) -> None:
    posted = "[{board: Norrsala, date: 2022-10-03, removed: 2022-10-26}, {board: Ekvik, date: 2022-10-04}]"
    archive, findings = read(tmp_path, {"gsn/index.md": JOINT, "gsn/delegated.yml": DECISION.format(posted=posted)})
    assert findings == []
    assert [(each.board, each.removed) for each in archive.committees[0].delegated[0].postings] == [
        ("Norrsala", dt.date(2022, 10, 26)),
        ("Ekvik", None),
    ]


def test_where_a_committee_names_no_boards_the_notice_is_on_that_of_the_municipality(tmp_path: Path) -> None:
    archive, findings = read(tmp_path, {"gsn/delegated.yml": DECISION.format(posted="2022-10-03")})
    assert findings == []
    assert [each.board for each in archive.committees[0].delegated[0].postings] == ["Norrsala kommun"]


DATED = COMMITTEE.replace("short: GSN\n", "short: GSN\nboards: [Norrsala, {name: Ekvik, from: FIRST}]\n")


@pytest.mark.parametrize(("first", "boards"), [("2022-10-03", ["Norrsala", "Ekvik"]), ("2022-10-04", ["Norrsala"])])
def test_a_day_alone_holds_for_the_boards_of_that_day(tmp_path: Path, first: str, boards: list[str]) -> None:
    files: dict[str, str | bytes] = {
        "gsn/index.md": DATED.replace("FIRST", first),
        "gsn/delegated.yml": DECISION.format(posted="2022-10-03"),
    }
    archive, findings = read(tmp_path, files)
    assert findings == []
    (one,) = archive.committees[0].delegated
    assert [each.board for each in one.postings] == [*one.boards] == boards


def test_a_board_that_ends_before_it_begins_is_told(tmp_path: Path) -> None:
    index = DATED.replace("from: FIRST", "from: 2022-10-04, until: 2022-10-03")
    _, findings = read(tmp_path, {"gsn/index.md": index})
    assert findings == [("board-period", "gsn/index.md", index.split("Norrsala")[0].count("\n") + 1)]


@pytest.mark.parametrize(
    ("change", "code", "line"),
    [
        (("    kept: Kommunkansliet\n", ""), "delegated-kept", 2),
        (("    postings: 2022-10-03\n", ""), "delegated-untold", 2),
        (("postings: 2022-10-03", "postings: 2022-09-29"), "delegated-posted-early", 6),
        (("postings: 2022-10-03", "postings: [{board: Sjövik, date: 2022-10-03}]"), "delegated-board", 6),
        (("postings: 2022-10-03", "postings: [{board: Ekvik, date: 2022-10-03}]"), "delegated-board-missing", 2),
        (
            ("postings: 2022-10-03", "postings: [2022-10-03, {board: Ekvik, date: 2022-10-04}]"),
            "delegated-board-twice",
            6,
        ),
        (("postings: 2022-10-03", "postings: {date: 2022-10-03, removed: 2022-10-24}"), "delegated-removed-early", 6),
        (("appeal: administrative", "reported: 2022-11-28"), "delegated-meeting", 2),
        (("appeal: administrative", "reported: 2022-09-26"), "delegated-reported-early", 2),
        (("by: Karin Ekholm, IT-chef", ""), "field-missing", 2),
    ],
)
def test_what_is_wrong_with_a_delegated_decision_is_told(
    tmp_path: Path, change: tuple[str, str], code: str, line: int
) -> None:
    text = DECISION.format(posted="2022-10-03")
    assert change[0] in text
    _, findings = read(tmp_path, {"gsn/index.md": JOINT, "gsn/delegated.yml": text.replace(*change)})
    assert (code, "gsn/delegated.yml", line) in findings


def test_a_notice_may_come_down_on_the_day_after_the_last_day_of_appeal(tmp_path: Path) -> None:
    posted = "{date: 2022-10-03, removed: 2022-10-25}"
    _, findings = read(tmp_path, {"gsn/index.md": JOINT, "gsn/delegated.yml": DECISION.format(posted=posted)})
    assert findings == []


def test_a_decision_that_was_reported_need_not_be_announced(tmp_path: Path) -> None:
    text = "decisions:\n  - {date: 2022-09-20, decision: Avbryts, by: IT-chefen, reported: 2022-09-26}\n"
    assert read(tmp_path, {"gsn/delegated.yml": text})[1] == []


def said(archive: Archive, appeal: Appeal) -> str:
    return fold.plain(appeal_text(appeal, archive.appeals, "sv").blocks)


def test_the_municipalitys_own_text_takes_the_place_of_the_standard_one_under_its_heading(tmp_path: Path) -> None:
    text = "## Laglighetsprövning\n\nSkriv till rätten[^1].\n\n### Var\n\nBox 1.\n\n[^1]: I Norrsala.\n"
    archive, findings = read(tmp_path, {"board.md": text})
    assert findings == []
    assert said(archive, Appeal.MUNICIPAL) == "Laglighetsprövning Skriv till rätten. Var Box 1."
    assert [note.key for note in archive.appeals[Appeal.MUNICIPAL].notes] == ["1"]
    assert said(archive, Appeal.NONE).startswith("Beslut som inte kan överklagas")


@pytest.mark.parametrize("heading", HEADINGS)
def test_each_heading_stands_for_a_way_to_appeal(tmp_path: Path, heading: str) -> None:
    archive, findings = read(tmp_path, {"board.md": f"---\n---\n\n## {heading.upper()}\n\nText.\n"})
    assert findings == []
    assert set(archive.appeals) == {HEADINGS[heading]}


@pytest.mark.parametrize(
    ("text", "findings"),
    [
        ("Text.\n\n## Laglighetsprövning\n\nText.\n", [("appeal-outside", 1)]),
        ("## Besvär\n\nText.\n", [("appeal-unknown", 1)]),
        ("## Laglighetsprövning\n\nA.\n\n## Kommunalbesvär\n\nB.\n", [("appeal-twice", 5)]),
        ("---\ntitle: x\n---\n\n## Laglighetsprövning\n\nA.\n", [("field-unknown", 2)]),
        ("## Laglighetsprövning\n\n[borta](borta.md)\n", [("link-dead", 3)]),
    ],
)
def test_what_is_wrong_with_the_texts_on_appeal_is_told(
    tmp_path: Path, text: str, findings: list[tuple[str, int]]
) -> None:
    _, found = read(tmp_path, {"board.md": text})
    assert found == [(code, "board.md", line) for code, line in findings]
