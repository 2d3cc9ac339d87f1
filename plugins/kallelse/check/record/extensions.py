"""New days for assignments turned into findings where nothing was commissioned that they could be for."""

from __future__ import annotations

from collections.abc import Iterator

from kallelse.model.finding import Finding, Place, Severity
from kallelse.model.meeting import Committee


def check_extensions(committee: Committee) -> Iterator[Finding]:
    """Findings about each paragraph that gives a new day to what the committee commissioned before.

    What was commissioned before the archive begins cannot be known here.
    """
    records = [(meeting.date, minutes) for meeting in committee.meetings if (minutes := meeting.minutes) is not None]
    days = {day for day, _ in records}
    given = {(day, each.number) for day, minutes in records for each in minutes.paragraphs if each.assignments}
    for day, minutes in records:
        for paragraph in minutes.paragraphs:
            for one in paragraph.extensions:
                if (one.date, one.paragraph) not in given or (one.date, one.paragraph) >= (day, paragraph.number):
                    told = {"paragraph": str(one.paragraph), "date": one.date.isoformat()}
                    severity = Severity.ERROR if one.date in days else Severity.REMARK
                    place = Place(minutes.path, one.line or paragraph.line)
                    yield Finding("extension-unknown", place, told, severity)
