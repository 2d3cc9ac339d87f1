"""A size turned into a folder of sources, the same bytes each time: M meetings of N cases of about P pages."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from benchmarks.documents import Case, case_of
from benchmarks.markdown import markdown

AS_OF = dt.date(2035, 1, 1)
"""A day on which every meeting has been held."""

_COMMITTEES = (
    ("kommunstyrelsen", "Kommunstyrelsen", "KS"),
    ("byggnadsnamnden", "Byggnadsnämnden", "BN"),
    ("socialnamnden", "Socialnämnden", "SN"),
    ("utbildningsnamnden", "Utbildningsnämnden", "UN"),
    ("tekniska-namnden", "Tekniska nämnden", "TN"),
)
_MEETINGS_OF_A_COMMITTEE = 10
_FIRST_YEAR = 2016


@dataclass(frozen=True, slots=True)
class Size:
    """Meetings, cases of a meeting, pages of a case."""

    meetings: int
    cases: int
    pages: int

    def __str__(self) -> str:
        return f"{self.meetings} × {self.cases} × {self.pages}"

    def scaled(self, factor: float) -> Size:
        """Fewer or more cases, but at least one; the meetings and the pages of a case stay as they are."""
        return Size(self.meetings, max(1, round(self.cases * factor)), self.pages)


@dataclass(frozen=True, slots=True)
class Meeting:
    """One meeting: its committee, its day, its cases with their registry numbers."""

    folder: str
    committee: str
    day: dt.date
    cases: tuple[tuple[str, Case], ...]


def committees_of(size: Size) -> tuple[tuple[str, str, str], ...]:
    """Folder, name and series of each committee: one more for every ten meetings, at most five."""
    return _COMMITTEES[: -(-size.meetings // _MEETINGS_OF_A_COMMITTEE)]


def meetings_of(size: Size) -> Iterator[Meeting]:
    """The meetings, one by one; each committee meets once a month."""
    committees = committees_of(size)
    for index in range(size.meetings):
        folder, name, series = committees[index % len(committees)]
        held = index // len(committees)
        day = dt.date(_FIRST_YEAR + held // 12, held % 12 + 1, 15)
        cases = tuple(
            (_registry_number(series, held, number, size), case_of((index, number), number, size.pages))
            for number in range(1, size.cases + 1)
        )
        yield Meeting(folder, name, day, cases)


def _registry_number(series: str, held: int, number: int, size: Size) -> str:
    """Of four cases one has none, as formalities; every other meeting continues a third of the matters before it."""
    if number % 4 == 1:
        return ""
    began = held - 1 if held % 2 and number % 3 == 0 else held
    return f"{series} {_FIRST_YEAR + began // 12}/{began * size.cases + number}"


def write_archive(folder: Path, size: Size) -> None:
    """Writes the sources of `size` into `folder`, as the secretary would."""
    _write(folder / "kallelse.yml", "name: Norrsala kommun\nlanguage: sv\ncase_pdfs: false\n")
    for slug, name, series in committees_of(size):
        front = f"title: {name}\nshort: {series}\nseries: [{series}]"
        _write(folder / slug / "index.md", f"---\n{front}\n---\n\n{name} ansvarar för sitt område.\n")
    for meeting in meetings_of(size):
        _write_meeting(folder / meeting.folder / meeting.day.isoformat(), meeting)


def _write_meeting(folder: Path, meeting: Meeting) -> None:
    issued = meeting.day - dt.timedelta(days=7)
    front = (
        f"start: {meeting.day} 13:15\nplace: Stadshuset\nchair: Karin Ahlström (S)\nsecretary: Sofia Berglund\n"
        f"recipients: [Ledamöter]\ncopies: [Ersättare]\nissued: {issued}"
    )
    _write(folder / "index.md", f"---\n{front}\n---\n")
    for dnr, case in meeting.cases:
        front = f"title: {case.letter.title}\n" + (f"dnr: {dnr}\n" if dnr else "")
        front += (
            f"kind: decision\ndate: {issued}\n"
            f"officer: {case.officer}, utredare\nunit: {case.unit}\n"
            f'signed: ["{case.officer}, utredare"]\nrecipients: [Akten]'
        )
        text = f"---\n{front}\n---\n\n{markdown(case.letter.blocks, fences=True)}"
        if not case.attachments:
            _write(folder / f"{case.letter.name}.md", text)
            continue
        _write(folder / case.letter.name / "index.md", text)
        for attachment in case.attachments:
            front = f"title: {attachment.title}\ndate: {issued}"
            text = f"---\n{front}\n---\n\n{markdown(attachment.blocks, fences=True)}"
            _write(folder / case.letter.name / f"{attachment.name}.md", text)


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="\n")
