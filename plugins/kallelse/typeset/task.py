"""Everything that one packet or record is made of turned into its PDFs, in whatever process that may be."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from enum import Enum
from functools import partial
from pathlib import Path

from kallelse.foreign.kept import stamp_of
from kallelse.model.address import resolve
from kallelse.model.finding import Finding
from kallelse.model.fold import of_kind
from kallelse.model.meeting import Committee, Meeting
from kallelse.model.memory import Itself, Memory
from kallelse.model.pages import Packet, RecordPdfs
from kallelse.model.settings import Settings
from kallelse.model.text import Body, Link
from kallelse.typeset.engine import held
from kallelse.typeset.packet import typeset_packet
from kallelse.typeset.record.pdfs import typeset_record
from kallelse.typeset.store import Kept, are_as_read, files_of, keep_pdfs, kept_key, kept_pdfs, pictures_of


class Product(Enum):
    """What is made of a meeting."""

    PACKET = "packet"
    RECORD = "record"


@dataclass(frozen=True, slots=True)
class Task:
    """One packet or record to make: what it is set from, and the folder `store` where it is kept."""

    product: Product
    committee: Committee
    meeting: Meeting
    settings: Settings
    root: Path
    addresses: Mapping[str, str]
    store: Path

    @property
    def name(self) -> tuple[str, str]:
        """What names it among all tasks."""
        return self.product.value, self.meeting.path

    @property
    def body(self) -> Committee:
        """The committee without what the PDFs are not made of."""
        whole = self.committee
        return Committee(whole.path, whole.folder, whole.address, whole.name, agenda_columns=whole.agenda_columns)

    @property
    def own(self) -> Meeting:
        """The meeting without what its PDFs are not made of."""
        minutes = self.meeting.minutes
        if self.product is Product.PACKET or minutes is None:
            return replace(self.meeting, minutes=None, locks=())
        told = replace(minutes, body=Body(), sets=tuple(replace(one, pdf="") for one in minutes.sets))
        return replace(self.meeting, agenda=(), issues=(), changes=(), note=Body(), minutes=told, locks=())

    def alone(self) -> Task:
        """The task with no more than it needs, so that it is soon handed to another process."""
        meeting = self.own
        texts = meeting.texts
        linked = {resolve(link.target, path)[0].lstrip("/") for body, path in texts for link in of_kind(body, Link)}
        addresses = {path: self.addresses[path] for path in sorted(linked & self.addresses.keys())}
        return replace(self, committee=self.body, meeting=meeting, addresses=addresses)

    @property
    def key(self) -> str:
        """What it is kept under."""
        alone = self.alone()
        values = (alone.product.value, alone.committee, alone.meeting, alone.settings, alone.addresses)
        return kept_key(values, alone.meeting, self.settings, self.root)

    def parts(self, memory: Memory) -> tuple[object, ...]:
        """What it is made of in this process: the very same meeting, and files as the system tells of them."""
        meeting = self.meeting
        pictures = memory.of(("pictures", meeting.path), (Itself(meeting),), partial(pictures_of, meeting))
        files = (*pictures, *files_of(self.settings, self.root))
        stamps = tuple((path, stamp_of(self.root / path)) for path in files)
        return self.body, Itself(meeting), self.settings, self.addresses, stamps

    def kept(self) -> Kept | None:
        """What is kept of it as it would be now."""
        return kept_pdfs(self.store, self.key) if self.store.is_dir() else None

    def typeset(self) -> tuple[Packet | RecordPdfs | None, tuple[Finding, ...]]:
        """The PDFs, set anew and kept, with what Typst remembers of them bounded."""
        before = self.key
        typeset = typeset_packet if self.product is Product.PACKET else typeset_record
        made, findings = typeset(self.body, self.own, self.settings, self.root, self.addresses)
        if made is not None:
            # A file that was saved meanwhile may be in it, or may not.
            if self.key == before and are_as_read(self.own, self.root):
                keep_pdfs((made, findings), self.store, before)
            held(sum(one.pages.total for one in _all_of(made)))
        return made, findings


def _all_of(made: Packet | RecordPdfs) -> Iterator[Packet]:
    if isinstance(made, RecordPdfs):
        yield from made.files.values()
    else:
        yield from (made, *made.cases.values(), *(() if made.supplement is None else (made.supplement,)))
