"""What a command asks of an engine's run, through the environment, and what the plugin answers, through a file."""

from __future__ import annotations

import datetime as dt
import json
import posixpath
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path

from kallelse.model.archive import Archive
from kallelse.model.pages import Packet
from kallelse.model.settings import Language

_AS_OF, _DRAFTS, _ANSWER = "KALLELSE_AS_OF", "KALLELSE_DRAFTS", "KALLELSE_ANSWER"


@dataclass(frozen=True, slots=True)
class Run:
    """The day asked for (empty: none), whether unissued meetings are wanted, and where an answer is expected."""

    as_of: str = ""
    drafts: bool = False
    answer: Path | None = None


def from_environment(environment: Mapping[str, str]) -> Run:
    """What the environment asks; nothing where the engine was started by hand."""
    answer = environment.get(_ANSWER)
    drafts = environment.get(_DRAFTS, "") not in ("", "0")
    return Run(environment.get(_AS_OF, ""), drafts, Path(answer) if answer else None)


def to_environment(run: Run) -> dict[str, str]:
    """The variables that ask for `run`."""
    asked = {_AS_OF: run.as_of, _DRAFTS: "1" if run.drafts else ""}
    return asked if run.answer is None else {**asked, _ANSWER: str(run.answer)}


@dataclass(frozen=True, slots=True)
class PacketFacts:
    """A finished packet: the address of its PDF on the site, its pages, its bytes."""

    address: str
    pages: int
    size: int


@dataclass(frozen=True, slots=True)
class Answer:
    """That the plugin ran: where the site stands, what it counts, its packets, and its language.

    `book` is where the PDF of a yearbook stands, which is made in place of a site. `day` is the one that the site is
    right for, `later` are the folders of meetings whose summons goes out after it, `unissued` of those that have cases
    and no day on which it goes out; none of them where they are shown. `private` are files that are not on the site.
    """

    site: str
    counts: Mapping[str, int]
    packets: tuple[PacketFacts, ...]
    language: Language
    book: str = ""
    day: str = ""
    later: tuple[str, ...] = ()
    unissued: tuple[str, ...] = ()
    private: tuple[str, ...] = ()


def answer_of(
    site: Path,
    day: dt.date,
    archive: Archive,
    everything: Archive,
    packets: Mapping[str, Packet],
    counts: Mapping[str, int],
) -> Answer:
    """What is told of a finished `site`: of what it shows and of what there is, beside what was counted of it."""
    facts = tuple(
        PacketFacts(meeting.packet, packets[meeting.path].pages.total, len(packets[meeting.path].pdf))
        for _, meeting in archive.meetings()
        if meeting.path in packets
    )
    counted = {
        "meetings": sum(1 for _ in archive.meetings()),
        "cases": sum(1 for _ in archive.cases()),
        "packets": len(facts),
        "packet_pages": sum(packet.pages for packet in facts),
    }
    shown = {meeting.path for _, meeting in archive.meetings() if meeting.agenda}
    left_out = [
        (posixpath.dirname(meeting.path), meeting.issued)
        for _, meeting in everything.meetings()
        if meeting.agenda and meeting.path not in shown
    ]
    later = tuple(f"{folder} ({issued})" for folder, issued in left_out if issued is not None)
    unissued = tuple(folder for folder, issued in left_out if issued is None)
    language = archive.settings.language
    return Answer(str(site), {**counted, **counts}, facts, language, "", day.isoformat(), later, unissued)


def write_answer(answer: Answer, file: Path) -> None:
    """Writes what `read_answer` reads."""
    file.write_text(json.dumps(asdict(answer)), encoding="utf-8")


def read_answer(file: Path) -> Answer | None:
    """The plugin's answer; None where the plugin did not run to its end."""
    if not file.is_file() or not (text := file.read_text(encoding="utf-8")):
        return None
    values = json.loads(text)
    packets = tuple(PacketFacts(**each) for each in values["packets"])
    folders = {name: tuple(values[name]) for name in ("later", "unissued", "private")}
    return Answer(**{**values, "packets": packets, **folders})
