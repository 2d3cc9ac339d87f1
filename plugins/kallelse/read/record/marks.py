"""Marks in braces at the end of a heading or a point turned into what they say, and the text without them."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, replace
from difflib import get_close_matches

from kallelse.locale.record import APPEALS, BY, MARKS, OUTCOMES, MarkKind
from kallelse.locale.words import GUIDANCE
from kallelse.model.decision import Assignment, Extension
from kallelse.model.finding import Finding, Place
from kallelse.model.fold import Node, walk
from kallelse.model.law import Appeal
from kallelse.model.text import Block, BulletList, Cite, Inline, OrderedList, Para, Plain, Recorded, Text
from kallelse.model.vote import Outcome

_SHORT = re.compile(r"\s*\{(?P<word>[^{}:]+)\}\s*$")
_BRACES = re.compile(r"\{(?P<word>[^{}]*)\}|[{}]")
_QUOTES = " \"'\u2018\u2019\u201c\u201d\u201e«»"
_SHOWN = 40
_GUIDANCE = re.compile(rf"\[\s*(?:{'|'.join(GUIDANCE)})\b[^\]]*(?:\]|\Z)", re.IGNORECASE)
_BY = re.compile(rf"(?:{'|'.join(BY)})\s+(?P<day>.*)", re.IGNORECASE)
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
# To whom and by when, without the comma between them.
_UNPARTED = re.compile(rf"(?P<to>.*?)[\s;]*(?<!\w)(?P<rest>(?:{'|'.join(BY)})\s+\D*\d.*|{_DAY.pattern})", re.IGNORECASE)
_EXTENSION = re.compile(
    rf"§?\s*(?P<number>\d{{1,4}}),?\s+(?P<date>{_DAY.pattern}),\s+(?:{'|'.join(BY)})\s+(?P<due>{_DAY.pattern})",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Marks:
    """What the marks of one heading or point say; `motion` is the id of one that is taken into the decision.

    `is_elected` says that they say both as proposed and elected, which is the same in an election alone.
    """

    outcome: Outcome | None = None
    assignment: Assignment | None = None
    extension: Extension | None = None
    appeal: Appeal | None = None
    dnr: str = ""
    motion: str = ""
    is_added: bool = False
    is_withdrawn: bool = False
    is_elected: bool = False


NO_MARKS = Marks()
# What is read in the heading of an item alone, and what in a decision alone.
_OF_ITEMS, _OF_POINTS = frozenset(("added", "appeal", "dnr")), frozenset(("assignment", "extension", "motion"))


def take_marks(
    content: tuple[Inline, ...], path: str, *, is_heading: bool = False
) -> tuple[tuple[Inline, ...], Marks, tuple[Finding, ...]]:
    """`content` of the file `path` without the marks at its end, what they say, and findings."""
    rest, taking = _taken(content, path, is_heading=is_heading)
    return rest, taking.marks, tuple(taking.findings)


def ending_marks(nodes: Iterable[Node]) -> frozenset[tuple[int, str]]:
    """The marks at the end of any paragraph in `nodes` that say what is decided: their lines and what they say."""
    texts = (node.content for node in walk(nodes) if isinstance(node, Para | Plain))
    return frozenset(each for content in texts for each in _taken(content, "", is_heading=False)[1].deciding)


def _taken(content: tuple[Inline, ...], path: str, *, is_heading: bool) -> tuple[tuple[Inline, ...], _Taking]:
    taking = _Taking(path, is_heading=is_heading)
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
    return tuple(rest), taking


def _is_mark(node: Inline) -> bool:
    return (isinstance(node, Cite) and node.table.lower() in MARKS) or (
        isinstance(node, Text) and _SHORT.search(node.value) is not None
    )


def stray_marks(nodes: Iterable[Node], path: str, others: Collection[int] = ()) -> Iterator[Finding]:
    """The marks and braces left in `nodes`, which stand where none is read: in the middle of a line, or in bold.

    `others` are nodes, by identity, that stand elsewhere. What is wrong in a block of the record is told of its lines.
    """
    nodes = tuple(nodes)
    told = {id(inner) for node in walk(nodes) if isinstance(node, Recorded) for inner in walk(node.told)}
    for node in walk(nodes):
        if id(node) in others or id(node) in told:
            continue
        if isinstance(node, Cite) and node.table.lower() in MARKS:
            yield Finding("mark-place", Place(path, node.line), {"text": f"{node.table}: {', '.join(node.labels)}"})
        elif isinstance(node, Text):
            yield from stray_in(node.value, Place(path, node.line))


def stray_in(typed: str, place: Place) -> Iterator[Finding]:
    """What is wrong with the braces left in a text: a mark that is not read there, is none, or is not closed."""
    # What to write in place of a gap, which is told as one, may name a mark.
    text = _GUIDANCE.sub("", typed)
    for match in _BRACES.finditer(text):
        if match["word"] is None:
            begin, end = match.span()
            shown = text[begin : begin + _SHOWN] if match[0] == "{" else text[max(0, end - _SHOWN) : end]
            yield Finding("mark-open", place, {"text": shown.strip()})
        elif _is_known(match["word"]):
            yield Finding("mark-place", place, {"text": match["word"].strip()})
        else:
            yield unknown_mark(match["word"], place)


def _is_known(typed: str) -> bool:
    head, colon, _ = typed.partition(":")
    word = _folded(head)
    return word in MARKS if colon else word in OUTCOMES or MARKS.get(word) == "added"


def unknown_mark(typed: str, place: Place, *, is_heading: bool = False) -> Finding:
    """That a mark is none, with the one that is meant where one is much like it."""
    word = _folded(typed).strip(_QUOTES)
    known = (*OUTCOMES, *MARKS)
    near = word if word in known else next(iter(get_close_matches(word, known, 1, 0.75)), "")
    if near:
        meant = near if near in OUTCOMES or MARKS[near] == "added" else f"{near}: …"
        return Finding("mark-misspelt", place, {"text": typed.strip(), "near": meant})
    return Finding("mark-heading" if is_heading else "mark-unknown", place, {"text": typed.strip()})


def typed_marks(marks: Marks) -> str:
    """What of the marks of a heading tells nothing of its case, as it may be typed."""
    found = ([_first("added")] if marks.is_added else []) + ([_first("withdrawn")] if marks.is_withdrawn else [])
    if marks.appeal is not None:
        way = next(word for word, appeal in APPEALS.items() if appeal is marks.appeal)
        found.append(f"{_first('appeal')}: {way}")
    return " ".join(f"{{{each}}}" for each in found)


def typed_task(task: Assignment | Extension) -> str:
    """The mark of an assignment, or of a new day for one, as it may be typed."""
    due = "" if task.due is None else f", {BY[0]} {task.due}"
    if isinstance(task, Assignment):
        return f"{_first('assignment')}: {task.to}{due}"
    return f"{_first('extension')}: § {task.paragraph} {task.date}{due}"


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

    def __init__(self, path: str, *, is_heading: bool) -> None:
        self._path, self._is_heading = path, is_heading
        # What says what is decided: line and words.
        self.deciding: list[tuple[int, str]] = []
        self._said: dict[MarkKind, str] = {}
        self.marks = NO_MARKS
        self.findings: list[Finding] = []

    def _tell(self, code: str, line: int, /, **words: str) -> None:
        self.findings.append(Finding(code, Place(self._path, line), words))

    def short(self, typed: str, line: int) -> None:
        """`{avslag}`, `{extra}`."""
        word = _folded(typed)
        kind = MARKS.get(word)
        if kind == "added":
            if self._is_here(kind, typed.strip(), line):
                self.marks = replace(self.marks, is_added=True)
        elif word in OUTCOMES:
            self.deciding.append((line, typed.strip()))
            self._outcome(OUTCOMES[word], line)
        else:
            self.findings.append(unknown_mark(typed, Place(self._path, line), is_heading=self._is_heading))

    def _outcome(self, outcome: Outcome, line: int) -> None:
        if self._is_heading and outcome is not Outcome.WITHDRAWN:
            # What is decided stands with the decision, not above all of the item.
            self._tell("mark-heading", line, text=word_of(outcome))
            return
        before = self.marks.outcome
        both = {outcome, before or outcome}
        is_elected = self.marks.is_elected or both == {Outcome.APPROVED, Outcome.ELECTED}
        if len(both) > 1 and not is_elected:
            self._tell("mark-two", line, first=word_of(outcome), second=word_of(before or outcome))
        is_withdrawn = self.marks.is_withdrawn or outcome is Outcome.WITHDRAWN
        self.marks = replace(self.marks, outcome=outcome, is_withdrawn=is_withdrawn, is_elected=is_elected)

    def long(self, typed: str, said: str, line: int) -> None:
        """`{uppdrag: IT-chefen, senast 2022-11-28}`."""
        kind, whole = MARKS[typed.lower()], f"{typed}: {said}"
        if kind not in ("added", "withdrawn") and not self._is_here(kind, whole, line):
            return
        if kind in _OF_POINTS:
            self.deciding.append((line, whole))
        if (after := self._said.setdefault(kind, whole)) != whole:
            # Of two only one is read.
            self._tell("mark-two", line, first=whole, second=after)
        match kind:
            case "assignment":
                self._assignment(said, line)
            case "extension":
                self._extension(said, line)
            case "appeal":
                self._appeal(said, line)
            case "dnr":
                self.marks = replace(self.marks, dnr=said.strip())
            case "motion":
                self.marks = replace(self.marks, motion=said.strip())
            case "added" | "withdrawn":
                self._tell("mark-heading" if self._is_heading else "mark-unknown", line, text=whole)

    def _is_here(self, kind: MarkKind, typed: str, line: int) -> bool:
        """Whether a mark of that kind is read where it stands; told where it is not."""
        is_strange = kind in (_OF_POINTS if self._is_heading else _OF_ITEMS)
        if is_strange:
            self._tell("mark-heading" if self._is_heading else "mark-item", line, text=typed)
        return not is_strange

    def _assignment(self, said: str, line: int) -> None:
        to, comma, rest = said.partition(", ")
        if not comma and (unparted := _UNPARTED.fullmatch(said.strip())):
            to, rest = unparted["to"], unparted["rest"]
        if rest and not to.strip():
            self._tell("mark-nobody", line, text=said)
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

    def _extension(self, said: str, line: int) -> None:
        match = _EXTENSION.fullmatch(said.strip())
        try:
            if match is None:
                raise ValueError(said)
            date, due = dt.date.fromisoformat(match["date"]), dt.date.fromisoformat(match["due"])
        except ValueError:
            self._tell("mark-extension", line, text=said)
            return
        self.marks = replace(self.marks, extension=Extension(int(match["number"]), date, due, line))

    def _appeal(self, said: str, line: int) -> None:
        word = said.lower().strip()
        if word not in APPEALS:
            self._tell("mark-appeal", line, text=said)
            return
        self.marks = replace(self.marks, appeal=APPEALS[word])


def word_of(outcome: Outcome) -> str:
    """The first word for what a point comes to."""
    return next(word for word, each in OUTCOMES.items() if each is outcome)


def _folded(typed: str) -> str:
    return " ".join(typed.lower().split())
