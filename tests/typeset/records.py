"""Records to be set: that of the sample, and made-up ones typed as a secretary types them."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path

from kallelse.model.archive import Archive
from kallelse.model.finding import errors
from kallelse.model.meeting import Meeting
from kallelse.model.pages import RecordPdfs
from kallelse.read.archive import read_archive
from kallelse.typeset.record.pdfs import typeset_record

ROOT = Path(__file__).resolve().parents[2]
SAMPLE = ROOT / "meetings"
MEETING = "gemensamma-servicenamnden/2022-09-26"
GOLDEN = Path(__file__).parent / "golden"
"""The texts of pages as they are read back, one file for each PDF."""

_PEOPLE = "members:\n  - Anna Ek (S), ordförande\n  - Bo Alm (M)\n  - Eva Lind (C)\n"
HEAD = f"start: 2026-03-09 13:00\nend: 2026-03-09 14:00\nplace: Rådhuset\nsecretary: Siv Sund, sekreterare\n{_PEOPLE}"


def written(root: Path, minutes: str, cases: int = 1) -> Path:
    """An archive in a folder with a meeting of so many cases and those minutes."""
    files = {
        "kallelse.yml": "name: Sjövik\n",
        "nn/index.md": "---\ntitle: Nämnden\nshort: NN\n---\n",
        "nn/2026-03-09/index.md": "---\nstart: 2026-03-09 13:00\nplace: Rådhuset\nissued: 2026-03-02\n---\n",
        "nn/2026-03-09/minutes.md": minutes,
    }
    for number in range(1, cases + 1):
        files[f"nn/2026-03-09/{number:02}-arende.md"] = f"---\ntitle: Ärende {number}\ndnr: NN 2026/{number}\n---\n"
    for path, text in files.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text, encoding="utf-8")
    return root


def set_record(root: Path, folder: str = "nn/2026-03-09") -> tuple[Meeting, RecordPdfs]:
    """The PDFs of the minutes in a folder of the archive in `root`, with nothing lost in them."""
    archive, _, findings = read_archive(root)
    assert errors(findings) == ()
    return _set(archive, root, folder)


def _set(archive: Archive, root: Path, folder: str) -> tuple[Meeting, RecordPdfs]:
    committee, meeting = next(each for each in archive.meetings() if each[1].path == f"{folder}/index.md")
    made, found = typeset_record(committee, meeting, archive.settings, root, archive.addresses())
    assert found == ()
    assert made is not None
    return meeting, made


@cache
def sample() -> tuple[Meeting, RecordPdfs]:
    """The record of the sample's meeting, set once."""
    return set_record(SAMPLE, MEETING)


def texts() -> Mapping[str, str]:
    """What the pages of the sample's record say, by the name of a golden file."""
    meeting, made = sample()
    minutes = meeting.minutes
    assert minutes is not None
    at_once = next(one for one in minutes.sets if one.is_immediate)
    (paragraph,) = minutes.within(at_once)
    shown = {
        "protokoll": minutes.pdf,
        "protokoll-paragraf-24": minutes.set_pdf(at_once),
        "anslagsbevis": minutes.proof_pdf(at_once),
        "utdrag": minutes.extract_pdf(paragraph),
    }
    return {name: _pages(made.files[address].texts) for name, address in shown.items()}


def _pages(found: tuple[str, ...]) -> str:
    return "".join(f"--- {number}\n{' '.join(text.split())}\n" for number, text in enumerate(found, start=1))


def main() -> None:
    """Writes the golden files anew; their differences are to be read."""
    GOLDEN.mkdir(exist_ok=True)
    for name, text in texts().items():
        (GOLDEN / f"{name}.txt").write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
