"""Everything that one packet is made of turned into the packet, in whatever process that may be."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from kallelse.foreign.kept import stamp_of
from kallelse.model.address import resolve
from kallelse.model.finding import Finding
from kallelse.model.fold import of_kind
from kallelse.model.meeting import Committee, Meeting
from kallelse.model.memory import Itself, Memory
from kallelse.model.pages import Packet
from kallelse.model.settings import Settings
from kallelse.model.text import Link
from kallelse.typeset.engine import held
from kallelse.typeset.packet import typeset_packet
from kallelse.typeset.store import Kept, files_of, keep_packet, kept_packet, packet_key, pictures_of


@dataclass(frozen=True, slots=True)
class Task:
    """One packet to make: the arguments of `typeset_packet`, and the folder `store` where it is kept."""

    committee: Committee
    meeting: Meeting
    settings: Settings
    root: Path
    addresses: Mapping[str, str]
    store: Path

    def alone(self) -> Task:
        """The task with no more than it needs, so that it is soon handed to another process."""
        texts = self.meeting.texts
        linked = {resolve(link.target, path)[0].lstrip("/") for body, path in texts for link in of_kind(body, Link)}
        addresses = {path: self.addresses[path] for path in sorted(linked & self.addresses.keys())}
        return replace(self, addresses=addresses)

    @property
    def key(self) -> str:
        """What the packet is kept under."""
        alone = self.alone()
        values = (alone.committee, alone.meeting, alone.settings, alone.addresses)
        return packet_key(values, self.meeting, self.settings, self.root)

    def parts(self, memory: Memory) -> tuple[object, ...]:
        """What the packet is made of in this process: the very same meeting, and files as the system tells of them."""
        meeting = self.meeting
        pictures = memory.of(("pictures", meeting.path), (Itself(meeting),), partial(pictures_of, meeting))
        files = (*pictures, *files_of(self.settings, self.root))
        stamps = tuple((path, stamp_of(self.root / path)) for path in files)
        return self.committee, Itself(meeting), self.settings, self.addresses, stamps

    def kept(self) -> Kept | None:
        """The packet where it is kept as it would be now."""
        return kept_packet(self.store, self.key) if self.store.is_dir() else None

    def typeset(self) -> tuple[Packet | None, tuple[Finding, ...]]:
        """The packet, set anew and kept, with what Typst remembers of it bounded."""
        before = self.key
        packet, findings = typeset_packet(self.committee, self.meeting, self.settings, self.root, self.addresses)
        if packet is not None:
            # A picture that was saved meanwhile may be in it, or may not.
            if self.key == before:
                keep_packet((packet, findings), self.store, before)
            held(packet.pages.total + sum(case.pages.total for case in packet.cases.values()))
        return packet, findings
