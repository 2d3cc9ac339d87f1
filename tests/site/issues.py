"""A small archive whose meeting goes out: its files, what `kallelse issue` writes of them, changes declared."""

from __future__ import annotations

import tempfile
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from kallelse.build import check

from tests.folders import CASE, MEETING, archive_of, written
from tests.site.builds import called

FOLDER = "gsn/2022-09-26"
CONFIG = (
    "site_name: Möten\nuse_directory_urls: false\ntheme: {name: material, font: false}\n"
    "plugins: {kallelse: {meetings: meetings, as_of: '2022-10-01'}}\nnav: [{Om: om.md}]\n"
)
FILES = {
    "01-val.md": "---\ntitle: Val av justerare\nkind: election\n---\n",
    "02-budget/index.md": CASE + "\nOm budgeten.\n",
    "02-budget/bilaga-1-ramar.md": "---\ntitle: Ramar\n---\n\nRamarna.\n",
    "02-budget/bilaga-2-priser.md": "---\ntitle: Priser\n---\n\nPriserna.\n",
    "03-centrum.md": CASE.replace("Budget", "Centrum") + "\nOm centrum.\n",
}


def begun(place: Path) -> Path:
    """An archive whose meeting is not issued yet."""
    archive_of(place / "meetings", {**FILES, "index.md": MEETING.replace("issued: 2022-09-19\n", "")})
    return written(place, {"mkdocs.yml": CONFIG, "docs/om.md": "# Om\n\nText.\n"})


def issue(folder: Path, *options: str) -> str:
    done = called(folder, "issue", FOLDER, *options)
    assert done.status == 0, done.said
    return done.said


@cache
def _sent() -> Mapping[str, bytes]:
    """What `issue` has written of the archive as it is at first, by path from the meeting's folder."""
    with tempfile.TemporaryDirectory() as name:
        place = begun(Path(name))
        issue(place, "--date", "2022-09-19")
        meeting = place / "meetings" / FOLDER
        files = (file for file in meeting.rglob("*") if file.is_file())
        return {file.relative_to(meeting).as_posix(): file.read_bytes() for file in files}


def sent(folder: Path) -> None:
    """Issues the meeting as it is at first, on 19 September: what the command writes is asked for once."""
    written(folder / "meetings" / FOLDER, dict(_sent()))


def index(folder: Path) -> Path:
    return folder / "meetings" / FOLDER / "index.md"


def declare(folder: Path, *changes: str) -> None:
    """Writes the changes, each `document: reason`, into the meeting's front matter."""
    lines = "".join(
        f"  - {{document: {one.partition(':')[0]}, date: 2022-09-22, reason: {one.partition(':')[2]}}}\n"
        for one in changes
    )
    text = index(folder).read_text(encoding="utf-8")
    index(folder).write_text(text.replace("issued:", f"changes:\n{lines}issued:"), encoding="utf-8")


def codes(folder: Path) -> list[str]:
    return [finding.code for finding in check(folder / "meetings").findings]
