"""Links to texts in which something is wrong: it is told where it is mended, and nowhere else."""

from __future__ import annotations

from pathlib import Path

import pytest
from kallelse.build import check
from kallelse.model.finding import errors

from tests.folders import CASE, archive_of

LINKING = CASE + "\nSe [det andra](2-b.md) och [det tredje](../2022-10-24/index.md).\n"


@pytest.mark.parametrize("broken", ["---\ntitel: B\n---\n", "", "---\nstart: : b\n---\n"])
def test_a_link_to_a_text_that_cannot_be_read_is_told_of_only_where_that_text_is(tmp_path: Path, broken: str) -> None:
    files: dict[str, str | bytes] = {"1-a.md": LINKING, "2-b.md": broken, "../2022-10-24/index.md": broken}
    found = check(archive_of(tmp_path, files)).findings
    assert errors(found)
    assert "gsn/2022-09-26/1-a.md" not in {finding.place.path for finding in found}


def test_a_link_to_a_file_that_is_no_text_of_the_archive_is_told(tmp_path: Path) -> None:
    files: dict[str, str | bytes] = {"1-a.md": CASE + "\nSe [det](../../LÄS-MIG.md).\n", "../../LÄS-MIG.md": "# Läs\n"}
    assert "link-dead" in {finding.code for finding in check(archive_of(tmp_path, files)).findings}


@pytest.mark.parametrize("picture", [b"none", b"<svg"])
def test_a_picture_that_cannot_be_read_is_not_told_to_be_unused(tmp_path: Path, picture: bytes) -> None:
    name = "a.svg" if picture.startswith(b"<") else "a.png"
    case = CASE.replace("title:", f"attachments: [{{file: {name}, title: Karta}}]\ntitle:", 1)
    files: dict[str, str | bytes] = {"1-a/index.md": case, f"1-a/{name}": picture}
    found = check(archive_of(tmp_path, files)).findings
    assert [(each.place.path.split("/")[-1], each.severity.name) for each in found] == [(name, "ERROR")]


def test_what_a_text_that_cannot_be_read_may_show_is_not_told_to_be_unused(tmp_path: Path) -> None:
    files: dict[str, str | bytes] = {"1-a.md": CASE, "b.csv": "a;b\n1;2\n", "../../c.csv": "a;b\n1;2\n"}
    unused = "file-unused"
    whole = check(archive_of(tmp_path / "whole", files)).findings
    assert [each.place.path for each in whole if each.code == unused] == ["c.csv", "gsn/2022-09-26/b.csv"]
    broken = check(archive_of(tmp_path / "broken", {**files, "2-b.md": "---\ntitel: B\n---\n"})).findings
    assert errors(broken)
    assert unused not in {each.code for each in broken}


SHOWS = "---\ntitle: B\n{}---\n\n![En ritning](b.svg)\n"
HIDES = "access: confidential\n"


@pytest.mark.parametrize(
    ("files", "unused"),
    [
        ({"1-a.md": SHOWS.format("kind: information\n" + HIDES)}, ["2-b/c.csv"]),
        ({"2-b/b.md": SHOWS.format(HIDES), "2-b/b.svg": "<svg/>"}, ["b.svg"]),
        (
            {
                "1-a.md": CASE.replace("title", "record: number\ntitle"),
                "minutes.md": "---\nkept: Kansliet\n---\n\n## 1\n\n![A](b.svg)\n",
            },
            ["2-b/c.csv"],
        ),
        (
            {"1-a.md": CASE, "minutes.md": "---\nkept: Kansliet\n---\n\n## 1\n\n### Beslut\n\nJa. {bifall}\n"},
            ["2-b/c.csv", "b.svg"],
        ),
        ({}, ["2-b/c.csv", "b.svg"]),
    ],
)
def test_what_may_be_shown_in_a_text_that_is_withheld_is_not_told_to_be_unused(
    tmp_path: Path, files: dict[str, str | bytes], unused: list[str]
) -> None:
    """To point at it from another text, as would be advised, would publish it."""
    every = {"b.svg": "<svg/>", "2-b/index.md": CASE, "2-b/c.csv": "a;b\n1;2\n", **files}
    found = check(archive_of(tmp_path, every)).findings
    told = [each.place.path.removeprefix("gsn/2022-09-26/") for each in found if each.code == "file-unused"]
    assert told == unused
