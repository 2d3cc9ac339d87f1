"""Marks in braces at the end of a heading or a point turned into what they say, and the text without them."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from kallelse.locale.record import APPEALS, BY, MARKS, OUTCOMES, MarkKind
from kallelse.locale.words import GUIDANCE
from kallelse.model.finding import Finding, Place
from kallelse.model.fold import Node, walk
from kallelse.model.law import Appeal
from kallelse.model.record import Assignment
from kallelse.model.text import Block, BulletList, Cite, Inline, OrderedList, Para, Plain, Text
from kallelse.model.vote import Outcome

_SHORT = re.compile(r"\s*\{(?P<word>[^{}:]+)\}\s*$")
_ANYWHERE = re.compile(r"\{(?P<word>[^{}:]+)\}")
_GUIDANCE = re.compile(rf"\[\s*(?:{'|'.join(GUIDANCE)})\b[^\]]*\]", re.IGNORECASE)
_BY = re.compile(rf"(?:{'|'.join(BY)})\s+(?P<day>.*)", re.IGNORECASE)
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


@dataclass(frozen=True, slots=True)
class Marks:
    """What the marks of one heading or point say; `motion` is the id of one that is taken into the decision."""

    outcome: Outcome | None = None
    assignment: Assignment | None = None
    appeal: Appeal | None = None
    dnr: str = ""
    motion: str = ""
    is_added: bool = False
    is_withdrawn: bool = False


NO_MARKS = Marks()


def take_marks(content: tuple[Inline, ...], path: str) -> tuple[tuple[Inline, ...], Marks, tuple[Finding, ...]]:
    """`content` of the file `path` without the marks at its end, what they say, and findings."""
    taking = _Taking(path)
    rest = list(content)
    while rest:
        last = rest[-1]
        if isinstance(last, Text) and not last.value.strip() and len(rest) > 1 and _is_mark(rest[-2]):
            rest.pop()
        elif isinstance(last, Cite) and last.table.lower() in MARKS:
            rest.pop()
            taking.long(last.table, ", ".join(last.labels), last.line)
        elif isinstance(last, Text) and (match := _SHORT.search(last.value)):
            taking.short(match["word"], last.line)
            kept = last.value[: match.start()].rstrip()
            rest[-1:] = [replace(last, value=kept)] if kept else []
        else:
            break
    if rest and isinstance(rest[-1], Text) and len(rest) < len(content):
        rest[-1] = replace(rest[-1], value=rest[-1].value.rstrip())
    return tuple(rest), taking.marks, tuple(taking.findings)


def _is_mark(node: Inline) -> bool:
    return (isinstance(node, Cite) and node.table.lower() in MARKS) or (
        isinstance(node, Text) and _SHORT.search(node.value) is not None
    )


def stray_marks(nodes: Iterable[Node], path: str) -> Iterator[Finding]:
    """The marks left in `nodes`, which stand where none is read: in the middle of a line, or in bold."""
    for node in walk(nodes):
        if isinstance(node, Cite) and node.table.lower() in MARKS:
            yield Finding("mark-place", Place(path, node.line), {"text": f"{node.table}: {', '.join(node.labels)}"})
        elif isinstance(node, Text):
            # What to write in place of a gap, which is told as one, may name a mark.
            for match in _ANYWHERE.finditer(_GUIDANCE.sub("", node.value)):
                word = " ".join(match["word"].lower().split())
                if word in OUTCOMES or word in MARKS:
                    yield Finding("mark-place", Place(path, node.line), {"text": match["word"]})


def typed_marks(marks: Marks) -> str:
    """What of the marks of a heading tells nothing of its case, as it may be typed."""
    found = ([_first("added")] if marks.is_added else []) + ([_first("withdrawn")] if marks.is_withdrawn else [])
    if marks.appeal is not None:
        way = next(word for word, appeal in APPEALS.items() if appeal is marks.appeal)
        found.append(f"{_first('appeal')}: {way}")
    return " ".join(f"{{{each}}}" for each in found)


def _first(kind: MarkKind) -> str:
    return next(word for word, each in MARKS.items() if each == kind)


def take_marks_of(blocks: tuple[Block, ...], path: str) -> tuple[tuple[Block, ...], Marks, tuple[Finding, ...]]:
    """The same of blocks, at the end of the last paragraph in them that has any."""
    for place in range(len(blocks) - 1, -1, -1):
        block = blocks[place]
        if isinstance(block, Para | Plain):
            content, marks, findings = take_marks(block.content, path)
            if marks == NO_MARKS and not findings:
                continue
            kept = (replace(block, content=content),) if content else ()
            return (*blocks[:place], *kept, *blocks[place + 1 :]), marks, findings
        if isinstance(block, OrderedList | BulletList):
            break
    return blocks, NO_MARKS, ()


class _Taking:
    """Marks while they are read, from the last to the first."""

    def __init__(self, path: str) -> None:
        self._path = path
        self.marks = NO_MARKS
        self.findings: list[Finding] = []

    def _tell(self, code: str, line: int, /, **words: str) -> None:
        self.findings.append(Finding(code, Place(self._path, line), words))

    def short(self, typed: str, line: int) -> None:
        """`{avslag}`, `{extra}`."""
        word = " ".join(typed.lower().split())
        kind = MARKS.get(word)
        if kind == "added":
            self.marks = replace(self.marks, is_added=True)
        elif word in OUTCOMES:
            is_withdrawn = self.marks.is_withdrawn or OUTCOMES[word] is Outcome.WITHDRAWN
            self.marks = replace(self.marks, outcome=OUTCOMES[word], is_withdrawn=is_withdrawn)
        else:
            self._tell("mark-unknown", line, text=typed.strip(), known=_known((*OUTCOMES, *MARKS)))

    def long(self, typed: str, said: str, line: int) -> None:
        """`{uppdrag: IT-chefen, senast 2022-11-28}`."""
        match MARKS[typed.lower()]:
            case "assignment":
                self._assignment(said, line)
            case "appeal":
                self._appeal(said, line)
            case "dnr":
                self.marks = replace(self.marks, dnr=said.strip())
            case "motion":
                self.marks = replace(self.marks, motion=said.strip())
            case "added" | "withdrawn":
                self._tell("mark-unknown", line, text=f"{typed}: {said}", known=_known((*OUTCOMES, *MARKS)))

    def _assignment(self, said: str, line: int) -> None:
        to, _, rest = said.partition(", ")
        match = _BY.fullmatch(rest.strip())
        day = match["day"].strip() if match else rest.strip()
        due: dt.date | None = None
        if _DAY.fullmatch(day):
            try:
                due = dt.date.fromisoformat(day)
            except ValueError:
                self._tell("mark-day", line, text=day)
        elif day:
            self._tell("mark-day", line, text=day)
        self.marks = replace(self.marks, assignment=Assignment(to.strip(), due, line))

    def _appeal(self, said: str, line: int) -> None:
        word = said.lower().strip()
        if word not in APPEALS:
            self._tell("mark-unknown", line, text=said, known=_known(APPEALS))
            return
        self.marks = replace(self.marks, appeal=APPEALS[word])


def _known(words: Iterable[str]) -> str:
    return ", ".join(dict.fromkeys(words))
