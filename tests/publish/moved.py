"""The sample's archive as if its meeting of 26 September had been called for the 19th first, and what comes of it."""

from __future__ import annotations

from dataclasses import replace

from kallelse.model.archive import Archive

from tests.publish import archives, sites

NEW, OLD = f"{archives.GSN}/2022-09-26", f"{archives.GSN}/2022-09-19"


def archive() -> Archive:
    """The sample with a meeting that was moved."""
    return moved(archives.archive())


def moved(whole: Archive) -> Archive:
    """An archive with that meeting, which was moved."""
    committees = tuple(
        replace(
            committee,
            meetings=tuple(
                replace(each, moved_from=("2022-09-19",)) if each.address == f"{NEW}/index.html" else each
                for each in committee.meetings
            ),
        )
        for committee in whole.committees
    )
    return replace(whole, committees=committees)


def before() -> Archive:
    """The sample as it was while that meeting was to be on the 19th."""
    whole = archives.archive()
    old = archives.meeting(archives.GSN, "2022-09-19", issued=archives.sample_meeting().issued)
    committees = tuple(
        replace(
            committee,
            meetings=tuple(old if each.address == f"{NEW}/index.html" else each for each in committee.meetings),
        )
        for committee in whole.committees
    )
    return replace(whole, committees=committees)


PAGES = sites.by_address(archive(), archives.packets())
