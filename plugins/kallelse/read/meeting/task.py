"""Everything that one meeting is read from turned into the meeting, in whatever process that may be."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from kallelse.foreign.kept import stamp_of
from kallelse.foreign.values import from_bytes, to_bytes
from kallelse.model.finding import Finding
from kallelse.model.meeting import Meeting
from kallelse.model.settings import Settings
from kallelse.read.meeting.kept import are_kept, keep_cases
from kallelse.read.meeting.meeting import Reading, read_meeting
from kallelse.read.sources import Sources


@dataclass(frozen=True, slots=True)
class MeetingTask:
    """One meeting to read: the arguments of `read_meeting`, of the sources only those in its own folder."""

    folder: str
    committee: str
    sources: Sources
    settings: Settings
    store: Path | None

    @property
    def texts(self) -> int:
        """How many texts there are to read; none where an earlier reading kept what it read."""
        if self.store is not None and are_kept(self.folder, self.settings, self.store):
            return 0
        return len(self.sources.texts)

    @property
    def stamps(self) -> tuple[tuple[int, ...], ...]:
        """What the system says of the files that are no texts."""
        sources = self.sources
        return tuple(stamp_of(sources.root / path) for path in sources.paths if path not in sources.texts)

    def reading(self) -> Reading:
        """The meeting, and what of it is to be kept when there is time."""
        return read_meeting(self.folder, self.committee, self.sources, self.settings, self.store)

    def keep(self, reading: Reading) -> None:
        """Keeps what of a reading is to be kept."""
        if self.store is not None:
            keep_cases(reading.kept, self.store)

    def read(self) -> tuple[Meeting | None, tuple[Finding, ...]]:
        """The meeting, what of it is to be kept being kept."""
        reading = self.reading()
        self.keep(reading)
        return reading.meeting, reading.findings

    def read_as_bytes(self) -> bytes:
        """The meeting as `meeting_of` takes it, which is sooner handed to another process than the value."""
        return to_bytes(self.read())


def meeting_of(data: bytes) -> tuple[Meeting | None, tuple[Finding, ...]]:
    """What `read_as_bytes` gave."""
    match from_bytes(data):
        case (Meeting() | None as meeting, tuple() as findings):
            return meeting, findings
        case other:
            raise TypeError(type(other))
