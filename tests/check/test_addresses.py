"""No two pages or files of a site stand at one address, also where a system knows no capitals."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from kallelse.build import check
from PIL import Image

from tests import foreign
from tests.folders import CASE, archive_of
from tests.publish import sites

TABLE = "\n```ekonomi\nenhet: mnkr\n\n| | Utfall |\n| A | 1,5 |\n```\n"
WITH_SLUG = CASE.replace("kind", "attachments: [{file: bilaga-1.tiff, slug: skanning}]\nkind")


def _scan() -> bytes:
    made = io.BytesIO()
    Image.new("L", (400, 600), 255).save(made, "TIFF", dpi=(200, 200))
    return made.getvalue()


PDF = foreign.saved(foreign.pdf("Underlag"))
CLASHES: dict[str, tuple[dict[str, str | bytes], str, str]] = {
    "two pages by a slug": (
        {"1-a.md": CASE.replace("title", "slug: b\ntitle"), "b.md": CASE.replace("Budget", "B")},
        "b.md",
        "1-a.md",
    ),
    "a PDF made of a scan": (
        {"1-a/index.md": WITH_SLUG, "1-a/bilaga-1.pdf": PDF, "1-a/bilaga-1.tiff": _scan()},
        "1-a/bilaga-1.tiff",
        "1-a/bilaga-1.pdf",
    ),
    "a linked file and the file of a table": (
        {"1-a/index.md": f"{CASE}{TABLE}\nSe [talen](tabell-1.csv).\n", "1-a/tabell-1.csv": "a;b\n"},
        "1-a/tabell-1.csv",
        "1-a/index.md",
    ),
    "the same beside a case of one file": (
        {"1-a.md": f"{CASE}{TABLE}\nSe [talen](1-a-tabell-1.csv).\n", "1-a-tabell-1.csv": "a;b\n"},
        "1-a-tabell-1.csv",
        "1-a.md",
    ),
    "an attachment and the PDF of a case": (
        {"1-a/index.md": f"{CASE}Text.\n", "1-a/handlingar.pdf": PDF},
        "1-a/handlingar.pdf",
        "1-a/index.md",
    ),
    "the same in capitals": (
        {"1-a/index.md": f"{CASE}Text.\n", "1-a/Handlingar.pdf": PDF},
        "1-a/Handlingar.pdf",
        "1-a/index.md",
    ),
    "a page in capitals": (
        {"1-a/index.md": CASE, "1-a/Del.md": "---\ntitle: x\n---\nText.\n", "1-a/del.pdf": PDF},
        "1-a/del.pdf",
        "1-a/Del.md",
    ),
}


@pytest.mark.parametrize("clash", CLASHES)
def test_an_address_that_is_taken_is_a_finding_that_names_both(tmp_path: Path, clash: str) -> None:
    files, at, other = CLASHES[clash]
    found = check(archive_of(tmp_path / "meetings", files)).findings
    told = [(each.place.path, each.words["other"]) for each in found if each.code == "address-twice"]
    assert told == [(f"gsn/2022-09-26/{at}", f"gsn/2022-09-26/{other}")]


def test_files_that_share_an_address_are_never_written(tmp_path: Path) -> None:
    files, _, _ = CLASHES["a linked file and the file of a table"]
    archive = check(archive_of(tmp_path / "meetings", files)).archive
    with pytest.raises(AssertionError):
        sites.assets(archive, {}, lambda _: b"")
