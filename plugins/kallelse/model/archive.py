"""The archive: everything that the sources hold, read."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from kallelse.model.glossary import Term
from kallelse.model.history import History
from kallelse.model.law import Appeal
from kallelse.model.manifest import Manifest
from kallelse.model.meeting import Case, Committee, Document, Meeting
from kallelse.model.settings import Settings
from kallelse.model.statement import Statement
from kallelse.model.text import Body

APPEALS = "board.md"
"""The file of a municipality's own texts on how decisions are appealed."""
BOARD = "anslagstavla/index.html"
"""The page that shows them: the notice board."""


@dataclass(frozen=True, slots=True)
class Archive:
    """Settings and committees, the committees in order of their names; `appeals` tell how decisions are
    appealed where the municipality says so itself, each under its heading; `manifest` lists published records; by
    `history` it is known when the sources were committed, whatever they were called then; `statement` says how
    accessible the site is, `glossary` explains the municipality's own words.
    """

    settings: Settings = field(default_factory=Settings)
    committees: tuple[Committee, ...] = ()
    appeals: Mapping[Appeal, Body] = field(default_factory=dict)
    manifest: Manifest = ()
    history: History = field(default_factory=dict)
    statement: Statement | None = None
    glossary: tuple[Term, ...] = ()

    def meetings(self) -> Iterator[tuple[Committee, Meeting]]:
        """Each meeting with its committee."""
        for committee in self.committees:
            for meeting in committee.meetings:
                yield committee, meeting

    def cases(self) -> Iterator[tuple[Committee, Meeting, Case]]:
        """Each case with its meeting and committee."""
        for committee, meeting in self.meetings():
            for case in meeting.cases:
                yield committee, meeting, case

    def documents(self) -> Iterator[tuple[Meeting, Case, Document]]:
        """Each document with its case and meeting."""
        for _, meeting, case in self.cases():
            for document in case.documents:
                yield meeting, case, document

    def addresses(self) -> dict[str, str]:
        """The address of each page of the site by the path of its source."""
        found = {APPEALS: BOARD} if self.appeals else {}
        for committee in self.committees:
            found[committee.path] = committee.address
            for meeting in committee.meetings:
                found[meeting.path] = meeting.address
                if meeting.minutes is not None:
                    found[meeting.minutes.path] = meeting.minutes.address
                for case in meeting.cases:
                    found.update((each.path, each.address) for each in case.attachments if each.has_pages)
                    found[case.path] = case.address
        return found
