"""The days on which pages were changed: by what was called, exchanged, adjusted and corrected, and by commits."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest
from kallelse.model.archive import Archive
from kallelse.model.history import History
from kallelse.model.issue import Change

from tests.publish import archives, records, sites
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


def test_a_paper_that_was_exchanged_changed_its_page_and_the_meetings() -> None:
    sample = archives.sample_meeting()
    change = Change(f"{REPORT}/bilaga-1-utfall.md", day("2022-09-23"), "Nya siffror")
    found = changed(archives.with_meeting(replace(sample, changes=(change,))), "2022-09-24")
    later = {address for address, told in found.items() if told == "2022-09-23"}
    assert {f"{REPORT}/bilaga-1-utfall.html", f"{REPORT}/index.html", f"{SEPTEMBER}/index.html"} <= later
    assert f"{REPORT}/bilaga-2-handlingsplan.html" not in later


def test_lists_have_no_day_since_each_day_may_change_them() -> None:
    found = changed(records.archive(), "2022-10-10")
    assert not {"index.html", "moten/index.html", "anslagstavla/index.html", "sok.html"} & set(found)
