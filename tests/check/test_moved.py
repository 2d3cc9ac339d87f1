"""What is told of names that meetings, cases and committees had before."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from kallelse.build import Request, build, check
from kallelse.model.finding import Finding

from tests.folders import CASE, archive_of

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


def test_nothing_else_takes_an_address_that_leads_on(tmp_path: Path) -> None:
    slug = CASE.replace("title", "slug: 0-gammal\ntitle").replace("Budget", "B")
    (told,) = _told(tmp_path, {"1-a.md": MOVED, "2-b.md": slug})
    assert told.code == "address-twice"
