"""The days on which pages were changed: by what was called, exchanged, adjusted and corrected, and by commits."""

from __future__ import annotations

import datetime as dt
import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from kallelse.model.archive import Archive
from kallelse.model.finding import errors
from kallelse.model.history import History
from kallelse.model.issue import Change, Issue, IssuedCase, IssuedDocument
from kallelse.model.record import Correction, ParagraphSet
from kallelse.read.archive import read_archive

from tests.folders import CASE, SETTINGS, archive_of, written
from tests.publish import archives, noticed, records, sites
from tests.publish.archives import GSN

SEPTEMBER = f"{GSN}/2022-09-26"
REPORT, STRATEGY = f"{SEPTEMBER}/03-rapportering", f"{SEPTEMBER}/04-digitaliseringsstrategi"


def day(told: str) -> dt.date:
    return dt.date.fromisoformat(told)


def changed(archive: Archive, as_of: str, history: History | None = None) -> dict[str, str]:
    """The day of each page that has one."""
    found = sites.by_address(replace(archive, history=history or {}), as_of=day(as_of))
    return {address: page.changed.isoformat() for address, page in found.items() if page.changed is not None}


@pytest.mark.parametrize(
    ("as_of", "meeting", "case", "matter"),
    [
        ("2022-09-21", "2022-09-19", "2022-09-19", "2022-09-19"),
        # § 24, its strategy, is adjusted at once, announced on the next day, and corrected; the others come later.
        ("2022-09-26", "2022-09-26", "2022-09-26", "2022-09-26"),
        ("2022-09-28", "2022-09-27", "2022-09-27", "2022-09-27"),
        ("2022-10-10", "2022-10-05", "2022-10-04", "2022-10-04"),
    ],
)
def test_a_page_is_changed_when_something_happens(as_of: str, meeting: str, case: str, matter: str) -> None:
    found = changed(records.archive(), as_of)
    assert found[f"{SEPTEMBER}/index.html"] == meeting
    assert found[f"{STRATEGY}/index.html"] == case
    assert found["arenden/gsn-2020-35.html"] == matter
    # An attachment says nothing of what was decided.
    assert found[f"{STRATEGY}/bilaga-1-uppdragsbeskrivning.html"] == "2022-09-19"


def test_a_paragraph_has_the_days_of_its_own_set_and_of_its_corrections() -> None:
    found = changed(records.archive(), "2022-10-10")
    of_paragraphs = {address: day for address, day in found.items() if "/2022-09-26/paragraf-" in address}
    assert of_paragraphs[f"{SEPTEMBER}/paragraf-21.html"] == "2022-10-05"
    assert of_paragraphs[f"{SEPTEMBER}/paragraf-24.html"] == "2022-10-04"
    assert found[f"{SEPTEMBER}/protokoll.html"] == max(of_paragraphs.values())


def taken_down(one: ParagraphSet, told: str) -> ParagraphSet:
    return replace(one, postings=tuple(replace(each, removed=day(told)) for each in one.postings))


@pytest.mark.parametrize(
    "fields",
    [
        {"corrections": (Correction(day("2022-10-20"), "Karin Ahlström", "Fel dag på första sidan."),)},
        {"sets": tuple(taken_down(each, "2022-10-20") for each in noticed.minutes().sets)},
    ],
    ids=["corrected as a whole", "taken down"],
)
def test_what_is_told_of_all_of_the_minutes_changes_them(fields: dict[str, Any]) -> None:
    archive = noticed.with_minutes(replace(noticed.minutes(), **fields))
    of_minutes = {f"{SEPTEMBER}/{name}.html" for name in ("index", "protokoll", "paragraf-21", "paragraf-24")}
    for as_of, are_changed in (("2022-10-19", False), ("2022-10-21", True)):
        found = changed(archive, as_of)
        assert {address for address in of_minutes if found[address] == "2022-10-20"} == (
            of_minutes if are_changed else set()
        )


def test_notes_change_their_meeting_when_it_is_closed() -> None:
    closed = dt.datetime(2022, 9, 27, 0, 30)
    archive = noticed.with_minutes(replace(noticed.minutes(), is_notes=True, sets=(), closed=closed))
    for as_of, told in (("2022-09-26", "2022-09-19"), ("2022-09-28", "2022-09-27")):
        assert changed(archive, as_of)[f"{SEPTEMBER}/index.html"] == told


def test_a_commit_counts_from_the_day_of_the_summons_on() -> None:
    def committed(*days: str) -> dict[str, str]:
        return changed(archives.archive(), "2022-09-25", {f"{REPORT}/index.md": tuple(map(day, days))})

    address = f"{REPORT}/index.html"
    assert committed("2022-09-01")[address] == "2022-09-19"
    assert committed("2022-09-01", "2022-09-22")[address] == "2022-09-22"
    assert committed("2022-09-01", "2022-09-22", "2022-09-27")[address] == "2022-09-22"
    # Nor is another page changed by it.
    assert committed("2022-09-22")[f"{STRATEGY}/index.html"] == "2022-09-19"


def test_a_planned_meeting_was_changed_when_it_was_written() -> None:
    path = f"{GSN}/2022-11-28/index.md"
    found = changed(archives.archive(), "2022-09-21", {path: (day("2022-01-10"), day("2022-05-02"))})
    assert found[f"{GSN}/2022-11-28/index.html"] == "2022-05-02"
    assert f"{GSN}/2022-11-28/index.html" not in changed(archives.archive(), "2022-09-21")


def test_when_something_confidential_is_written_is_not_told() -> None:
    meeting = archives.secret_meeting()
    history = {path: (day("2022-09-21"),) for path in (f"{SEPTEMBER}/arende-2.md", f"{SEPTEMBER}/bilaga-1.md")}
    found = changed(archives.with_meeting(meeting), "2022-09-22", history)
    assert set(found.values()) == {"2022-09-19"}
    # Nor when it came.
    issue = Issue(day("2022-09-19"), (IssuedDocument(meeting.path, "", "", ("1",), ""),), (), "1.pdf")
    changes = (Change(f"{SEPTEMBER}/arende-2.md", day("2022-09-21"), ""),)
    late = archives.with_meeting(replace(meeting, issues=(issue,), changes=changes))
    (own,) = (each for each in sites.files(late, {}, day("2022-09-22")) if each.address.endswith("/arende-2.json"))
    assert json.loads(own.content)["created"][:10] == "2022-09-19"


def test_what_was_never_called_is_there_from_its_first_adjustment() -> None:
    archive = noticed.with_minutes()
    board = archive.committees[0]
    meetings = tuple(replace(each, issued=None) for each in board.meetings)
    silent = replace(archive, committees=(replace(board, meetings=meetings), *archive.committees[1:]))
    address = f"api/oparl/agendaitems/{REPORT}/index.json"
    (own,) = (each for each in sites.files(silent, {}, noticed.AS_OF) if each.address == address)
    assert json.loads(own.content)["created"][:10] == "2022-09-26"


def test_a_paper_that_was_exchanged_changed_its_page_and_the_meetings() -> None:
    sample = archives.sample_meeting()
    change = Change(f"{REPORT}/bilaga-1-utfall.md", day("2022-09-23"), "Nya siffror")
    found = changed(archives.with_meeting(replace(sample, changes=(change,))), "2022-09-24")
    later = {address for address, told in found.items() if told == "2022-09-23"}
    assert {f"{REPORT}/bilaga-1-utfall.html", f"{REPORT}/index.html", f"{SEPTEMBER}/index.html"} <= later
    assert f"{REPORT}/bilaga-2-handlingsplan.html" not in later


def test_a_packet_that_goes_out_again_changes_the_page_of_its_meeting() -> None:
    sample = archives.sample_meeting()
    out = (IssuedDocument(sample.path, "", "", ("1",), ""),)
    issues = tuple(Issue(day(each), out, (), "1.pdf") for each in ("2022-09-19", "2022-09-22"))
    found = changed(archives.with_meeting(replace(sample, issues=issues)), "2022-09-24")
    assert found[f"{SEPTEMBER}/index.html"] == "2022-09-22"


def test_a_paper_that_was_withdrawn_changed_the_page_of_its_case() -> None:
    sample, gone = archives.sample_meeting(), f"{REPORT}/bilaga-3-karta.pdf"
    printed = (sample.path, *(document.path for _, _, document in sample.printed()), gone)
    out = tuple(IssuedDocument(path, "Karta" if path == gone else "", "3", ("1",), "") for path in printed)
    issue = Issue(day("2022-09-19"), out, tuple(IssuedCase(each.path, "") for each in sample.cases), "1.pdf")
    change = Change(gone, day("2022-09-23"), "Kartan var fel.")
    found = changed(archives.with_meeting(replace(sample, issues=(issue,), changes=(change,))), "2022-09-24")
    later = {address for address, told in found.items() if told == "2022-09-23"}
    assert {address for address in later if address.startswith(f"{SEPTEMBER}/")} == {
        f"{SEPTEMBER}/index.html",
        f"{REPORT}/index.html",
    }


def test_what_came_after_the_summons_was_not_there_before_it_came() -> None:
    sample, late = archives.sample_meeting(), f"{REPORT}/bilaga-1-utfall.md"
    others = [each for each in sample.cases if each.path != f"{STRATEGY}/index.md"]
    documents = [each for case in others for each in case.documents if each.path != late]
    issue = Issue(
        day("2022-09-19"),
        tuple(IssuedDocument(path, "", "", ("1",), "") for path in (sample.path, *(each.path for each in documents))),
        tuple(IssuedCase(each.path, "") for each in others),
        "1.pdf",
    )
    changes = (Change(f"{STRATEGY}/index.md", day("2022-09-21"), "Ny"), Change(late, day("2022-09-22"), "Ny"))
    archive = archives.with_meeting(replace(sample, issues=(issue,), changes=changes))

    def created(as_of: str) -> dict[str, str]:
        found = {}
        for asset in sites.files(archive, {}, day(as_of)):
            if asset.address.startswith(("api/oparl/agendaitems", "api/oparl/files")):
                found[asset.address] = json.loads(asset.content)["created"][:10]
        return {address: told for address, told in found.items() if told != "2022-09-19"}

    assert created("2022-09-20") == {}
    (item,) = (each for each in created("2022-09-21") if each.startswith("api/oparl/agendaitems/"))
    assert "04-digitaliseringsstrategi" in item
    found = created("2022-09-25")
    assert found.pop(f"api/oparl/files/{late.replace('.md', '.html')}.json") == "2022-09-22"
    assert {told for address, told in found.items() if STRATEGY in address} == {"2022-09-21"}
    assert all(STRATEGY in address or REPORT in address for address in found)


_FENCE = "```ekonomi\nid: {id}\nenhet: mnkr\nfil: {file}\n```\n"
_CSV = b";Budget\r\nDrift;1\r\n"
_PICTURE = b'<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><rect width="9" height="9"/></svg>'


def gathered(root: Path) -> Archive:
    """A meeting whose texts are made of more files than their own: tables, a cited one, and pictures."""
    files: dict[str, str | bytes] = {
        "1-a/index.md": CASE + _FENCE.format(id="ram", file="ram.csv") + "\nVi fick {drift: Drift, Budget}.\n",
        "1-a/ram.csv": _CSV,
        "1-a/bilaga-1-drift.md": "---\ntitle: Driften\n---\n\n" + _FENCE.format(id="drift", file="utfall.csv"),
        "1-a/utfall.csv": _CSV,
        "1-a/bilaga-2-plan.md": "---\ntitle: Planen\n---\n\n![Torget](../plan.svg)\n",
        "1-a/bilaga-3-ord.md": "---\ntitle: Ord\n---\n\nOrd.\n",
        "plan.svg": _PICTURE,
        "note.svg": _PICTURE,
    }
    root = archive_of(root, files)
    note, about = root / "gsn/2022-09-26/index.md", root / "gsn/index.md"
    note.write_text(note.read_text() + "\n![Vägen hit](note.svg)\n")
    about.write_text(about.read_text() + "\n![Sessionssalen](2022-09-26/sal.svg)\n")
    written(root, {"gsn/2022-09-26/sal.svg": _PICTURE, "kallelse.yml": SETTINGS + "url: https://m.example/\n"})
    archive, _, findings = read_archive(root)
    assert errors(findings) == ()
    return archive


def told(archive: Archive, path: str) -> dict[str, str]:
    """The day of each page and each object by OParl after a commit of `path` two days after the summons."""
    history = {path: (day("2022-09-21"),)}
    found = changed(archive, "2022-09-24", history)
    for asset in sites.files(replace(archive, history=history), {}, day("2022-09-24")):
        if asset.address.startswith("api/oparl/") and "/lists/" not in asset.address:
            found[asset.address.removeprefix("api/oparl/")] = json.loads(asset.content)["modified"][:10]
    return found


_AT = "gsn/2022-09-26"


# The letter cites a cell of the table that the first attachment shows.
_TABLE = {f"files/{_AT}/1-a/tabell-1.csv.json"}
_LETTER = {f"{_AT}/1-a/index.html", f"files/{_AT}/1-a/index.html.json"} | _TABLE


def _attachment(name: str) -> set[str]:
    return {f"{_AT}/1-a/{name}.html", f"files/{_AT}/1-a/{name}.html.json"}


@pytest.mark.parametrize(
    ("path", "of_files"),
    [
        (f"{_AT}/1-a/index.md", _LETTER),
        (f"{_AT}/1-a/bilaga-3-ord.md", _LETTER - _TABLE | _attachment("bilaga-3-ord")),
        (f"{_AT}/1-a/ram.csv", _LETTER),
        (
            f"{_AT}/1-a/utfall.csv",
            _LETTER | _attachment("bilaga-1-drift") | {f"files/{_AT}/1-a/bilaga-1-drift-tabell-1.csv.json"},
        ),
        (f"{_AT}/plan.svg", _LETTER - _TABLE | _attachment("bilaga-2-plan")),
    ],
)
def test_a_text_is_changed_with_the_files_that_it_is_made_of(path: str, of_files: set[str], tmp_path: Path) -> None:
    found = told(gathered(tmp_path), path)
    later = {address for address, told in found.items() if told == "2022-09-21"}
    assert later == of_files | {
        *(f"{kind}/{_AT}/1-a/index.json" for kind in ("agendaitems", "consultations", "papers")),
        f"meetings/{_AT}.json",
    }


def test_what_was_written_before_the_summons_was_not_public_then(tmp_path: Path) -> None:
    history = {f"{_AT}/1-a/{name}": (day("2022-09-01"), day("2022-09-21")) for name in ("index.md", "bilaga-3-ord.md")}
    archive = replace(gathered(tmp_path), history=history)
    found = {
        asset.address.removeprefix("api/oparl/"): json.loads(asset.content)
        for asset in sites.files(archive, {}, day("2022-09-24"))
        if asset.address.startswith("api/oparl/") and f"/{_AT}/1-a/" in asset.address
    }
    assert {address.split("/")[0] for address in found} == {"agendaitems", "consultations", "files", "papers"}
    assert {value["created"][:10] for value in found.values()} == {"2022-09-19"}
    assert found[f"files/{_AT}/1-a/bilaga-3-ord.html.json"]["modified"][:10] == "2022-09-21"


def test_so_is_what_is_said_of_a_meeting_or_a_committee(tmp_path: Path) -> None:
    archive = gathered(tmp_path)

    def later(path: str) -> set[str]:
        return {address for address, told in told(archive, path).items() if told == "2022-09-21"}

    assert later(f"{_AT}/note.svg") == {f"{_AT}/index.html", f"meetings/{_AT}.json", "gsn/index.html"}
    assert later(f"{_AT}/sal.svg") == {"gsn/index.html", "organizations/gsn.json"}


def test_lists_have_no_day_since_each_day_may_change_them() -> None:
    found = changed(records.archive(), "2022-10-10")
    assert not {"index.html", "moten/index.html", "anslagstavla/index.html", "sok.html"} & set(found)
