"""The votes of councils that a third settled turned into findings for a matter that a third put off before."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from kallelse.model.archive import Archive
from kallelse.model.finding import Finding, Place
from kallelse.model.matter import matters
from kallelse.model.meeting import Committee, Meeting
from kallelse.model.record import Minutes, Paragraph
from kallelse.model.vote import Vote, Way, result_of


def check_minority(archive: Archive) -> Iterator[Finding]:
    """Each matter that a third tables or refers back a second time: then a majority is needed (KL 5 kap. 50 §)."""
    standing = {number.identity for committee in archive.committees for number in committee.standing}
    for committee in archive.committees:
        settled = tuple(_settled(committee)) if committee.is_council else ()
        if len(settled) < 2:
            continue
        addresses = {step.case.path: matter.address for matter in matters(archive) for step in matter.steps}
        before: dict[str, tuple[Meeting, Paragraph]] = {}
        for meeting, minutes, paragraph, vote in settled:
            names = _names(paragraph, addresses, standing)
            earlier = next((before[name] for name in names if name in before), None)
            if earlier is not None and earlier[1] is not paragraph:
                told = {"date": earlier[0].date.isoformat(), "earlier": str(earlier[1].number)}
                yield Finding("vote-minority-again", Place(minutes.path, vote.line), told)
            for name in names:
                before.setdefault(name, (meeting, paragraph))


def _settled(committee: Committee) -> Iterator[tuple[Meeting, Minutes, Paragraph, Vote]]:
    """The votes that a third settled, in order of time."""
    for meeting in committee.meetings:
        minutes = meeting.minutes
        for paragraph in () if minutes is None or minutes.is_notes else minutes.paragraphs:
            for vote in paragraph.votes:
                if minutes is not None and vote.by_minority and result_of(vote).way is Way.MINORITY:
                    yield meeting, minutes, paragraph, vote


def _names(paragraph: Paragraph, addresses: Mapping[str, str], standing: set[str]) -> tuple[str, ...]:
    """What a matter is called by: its page, its case, and its registry number."""
    number = "" if paragraph.dnr is None or paragraph.dnr.identity in standing else paragraph.dnr.identity
    return tuple(name for name in (addresses.get(paragraph.case, ""), paragraph.case, number) if name)
