"""Findings and counts turned into lines for a terminal, and into annotations where a forge shows them."""

from __future__ import annotations

import datetime as dt
import errno
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import TextIO

from kallelse.fonts.coverage import visible
from kallelse.foreign.opened import held_of
from kallelse.locale import findings as words
from kallelse.locale import report as labels
from kallelse.model.finding import Finding, Severity, errors, listed
from kallelse.model.settings import Language
from kallelse.run import Answer
from kallelse.swap import Left

_EVERY = 10
_MOST_LATER = 5
# What a system says of a folder in whose place no other can be put: a mount, or what a container cannot change.
_MOUNTED = (errno.EBUSY, errno.EXDEV)


def finding_lines(findings: Sequence[Finding], folder: str, language: Language) -> Iterator[str]:
    """Two lines a finding: where and what is wrong, then what to do; paths begin with `folder`."""
    for finding in findings:
        kind = labels.SEVERITY[language][finding.severity]
        place = finding.place.cell or finding.place.line
        where = f"{_path(finding, folder)}{f':{place}' if place else ''}"
        yield visible(f"{where}: {kind}: {words.wrong(finding, language)}")
        yield visible(f"    → {words.remedy(finding, language)}")


def disturbed(error: OSError, language: Language) -> str:
    """What the operating system refused, and where: a file that is open in another program, or whatever it says."""
    if (held := held_of(error)) is not None:
        return visible(labels.HELD[language].format(where=held))
    if error.errno in _MOUNTED and error.filename2 is not None:
        return visible(labels.MOUNTED[language].format(where=error.filename))
    where = error.filename if error.filename is not None else labels.FILES[language]
    return visible(labels.DISTURBED[language].format(where=where, reason=error.strerror or str(error)))


def todays(today: dt.date, findings: Sequence[Finding], language: Language) -> str:
    """That the day of a build is `today`, and why; the findings tell why it is not that of the last commit."""
    for finding in findings:
        if finding.code == "git-ahead":
            return labels.TODAY_AHEAD[language].format(day=today, ahead=finding.words["day"])
    return (labels.TODAY_UNREAD if findings else labels.TODAY)[language].format(day=today)


def left_lines(left: Iterable[Left], language: Language) -> Iterator[str]:
    """What stands no more in its place and could not be taken away, a line each."""
    return (visible(labels.LEFT[language].format(folder=each.folder, reason=each.reason)) for each in left)


def counted(findings: Sequence[Finding], language: Language) -> str:
    """How many errors and remarks there are."""
    wrong = len(errors(findings))
    return labels.FOUND[language].format(errors=wrong, remarks=len(findings) - wrong)


def annotation_lines(findings: Sequence[Finding], folder: str, language: Language) -> Iterator[str]:
    """The findings as workflow commands of GitHub Actions, which sets them beside the changed lines."""
    for finding in findings:
        level = "error" if finding.severity is Severity.ERROR else "warning"
        cell = f"{finding.place.cell}: " if finding.place.cell else ""
        text = f"{cell}{words.wrong(finding, language)} {words.remedy(finding, language)}"
        place = f"file={_property(_path(finding, folder))},line={max(finding.place.line, 1)}"
        yield f"::{level} {place}::{_data(text)}"


def _path(finding: Finding, folder: str) -> str:
    """The path of its file; what is wrong with them all stands at their folder."""
    return "/".join(part for part in (folder, finding.place.path) if part)


def _data(text: str) -> str:
    return visible(text).replace("%", "%25")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


def summary(answer: Answer, seconds: float, command: str = "kallelse ") -> Iterator[str]:
    """What ends a build: a short table of counts, then where the site and each packet are and how to look at them.

    `command` is what is typed before the name of a command.
    """
    language = answer.language
    rows = [(labels.COUNTS[language][key], str(count)) for key, count in answer.counts.items()]
    rows.append((labels.SECONDS[language], f"{seconds:.1f}"))
    wide, high = (max(len(row[n]) for row in rows) for n in (0, 1))
    yield from (f"  {label:<{wide}}  {figure:>{high}}" for label, figure in rows)
    yield ""
    if answer.day:
        yield labels.DAY[language].format(day=answer.day)
    if answer.later:
        yield labels.LATER[language].format(meetings=listed(answer.later, _MOST_LATER))
    if answer.unissued:
        yield labels.UNISSUED[language].format(meetings=listed(answer.unissued, _MOST_LATER), command=command)
    if answer.book:
        yield labels.BOOK[language].format(path=answer.book)
        return
    for packet in answer.packets:
        path = f"{answer.site}/{packet.address}"
        size = max(1, round(packet.size / 1000))
        yield labels.PACKET[language].format(path=path, pages=packet.pages, size=size)
    yield from (labels.PRIVATE[language].format(path=path) for path in answer.private)
    yield labels.SITE[language].format(path=f"{answer.site}/index.html")
    yield labels.LOOK[language].format(path=f"{answer.site}/index.html", command=command)


def progress(stream: TextIO, language: Language) -> Callable[[str, int, int], None]:
    """A watcher that writes a line for each step, and for every tenth of a long one."""
    told: Mapping[str, str] = labels.STEPS[language]

    def watch(step: str, done: int, total: int) -> None:
        if total <= 1:
            stream.write(f"{told[step]} …\n")
        elif done % max(1, total // _EVERY) == 0:
            stream.write(f"{told[step]} {done}/{total} …\n")
        stream.flush()

    return watch
