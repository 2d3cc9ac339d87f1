"""What is told of names that meetings, cases and committees had before."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from kallelse.build import Request, build, check
from kallelse.model.finding import Finding

from tests.folders import CASE, MEETING, archive_of, written

MOVED = CASE.replace("title", "moved_from: [0-gammal.md]\ntitle")


def _told(folder: Path, files: dict[str, str | bytes]) -> list[Finding]:
    found = check(archive_of(folder / "meetings", files)).findings
    return [each for each in found if each.code.startswith("moved-") or each.code == "address-twice"]


def test_a_renamed_case_is_no_finding_and_leads_on(tmp_path: Path) -> None:
    root = archive_of(tmp_path / "meetings", {"1-a.md": MOVED})
    built = build(Request(root, dt.date(2030, 1, 1), drafts=True, packets=False))
    leading = {
        page.address.rpartition("/")[2]: page.leads_to.rpartition("/")[2] for page in built.pages if page.leads_to
    }
    assert leading == {"0-gammal.html": "1-a.html"}


@pytest.mark.parametrize(
    ("files", "code"),
    [
        ({"1-a.md": CASE.replace("title", "moved_from: gsn/0-gammal.md\ntitle")}, "moved-name"),
        ({"1-a.md": CASE.replace("title", "moved_from: 1-a.md\ntitle")}, "moved-itself"),
        ({"1-a.md": MOVED, "0-gammal.md": CASE.replace("Budget", "B")}, "moved-there"),
        ({"1-a.md": MOVED, "2-b.md": MOVED.replace("Budget", "B")}, "moved-twice"),
    ],
)
def test_a_wrong_name_is_an_error_with_its_line(tmp_path: Path, files: dict[str, str | bytes], code: str) -> None:
    (told,) = _told(tmp_path, files)
    assert (told.code, told.severity.name) == (code, "ERROR")
    assert told.place.line == 2


@pytest.mark.parametrize(
    ("name", "codes"),
    [
        ("2022-09-19", []),
        ("2024-02-29-extra", []),
        ("2026-13-40", ["moved-name"]),
        ("2022-02-30-extra", ["moved-name"]),
        ("0000-01-01", ["moved-name"]),
    ],
)
def test_a_meeting_had_the_name_of_a_day_that_is_one(tmp_path: Path, name: str, codes: list[str]) -> None:
    meeting = MEETING.replace("start", f"moved_from: {name}\nstart", 1)
    found = _told(tmp_path, {"1-a.md": CASE, "index.md": meeting})
    assert [each.code for each in found] == codes
    assert all(each.place.line == meeting.split("\n").index(f"moved_from: {name}") + 1 for each in found)


def test_nothing_else_takes_an_address_that_leads_on(tmp_path: Path) -> None:
    slug = CASE.replace("title", "slug: 0-gammal\ntitle").replace("Budget", "B")
    (told,) = _told(tmp_path, {"1-a.md": MOVED, "2-b.md": slug})
    assert told.code == "address-twice"


@pytest.mark.parametrize(
    ("name", "file", "link"),
    [
        ("gamla", "gamla/karta.png", "../../gamla/karta.png"),
        ("2022-09-19", "gsn/2022-09-19/karta.pdf", "../2022-09-19/karta.pdf"),
    ],
)
def test_no_folder_leads_away_from_what_is_still_there(tmp_path: Path, name: str, file: str, link: str) -> None:
    root = archive_of(tmp_path / "meetings", {"1-a.md": f"{CASE}\n[Karta]({link})\n"})
    source = "gsn/index.md" if name == "gamla" else "gsn/2022-09-26/index.md"
    text = (root / source).read_text(encoding="utf-8")
    written(root, {source: text.replace("---\n", f"---\nmoved_from: {name}\n", 1), file: b"x"})
    (told,) = [each for each in check(root).findings if each.code == "moved-over"]
    assert (told.place.path, told.words["address"]) == (source, file)
    (root / "gsn/2022-09-26/1-a.md").write_text(CASE, encoding="utf-8")
    assert [each.code for each in check(root).findings if each.code == "moved-over"] == []
