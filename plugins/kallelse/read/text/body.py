"""The Markdown of a body turned into the tree of text, and a finding for everything in it that is doubtful or lost."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from difflib import get_close_matches
from pathlib import Path
from typing import TypeAlias

from kallelse.locale.words import FENCES, RECORD_FENCES, Fence
from kallelse.model import fold
from kallelse.model.address import resolve
from kallelse.model.finding import Finding, Place, Severity, errors
from kallelse.model.settings import Language
from kallelse.model.text import Block, Body, CodeBlock, FinanceBlock, Heading, Image, Recorded, Rule, UnreadTable
from kallelse.read.finance.carrier import Load, loader
from kallelse.read.finance.fence import read_fence, unread_table
from kallelse.read.frontmatter import FrontMatter
from kallelse.read.pictures import picture_digest
from kallelse.read.sources import Sources
from kallelse.read.text.dialect import CUT, INDEX, LINE, NOTE, Parsed, dialect, first_line
from kallelse.read.text.fences import Cut, cut_fences
from kallelse.read.text.headlines import read_head
from kallelse.read.text.html import with_raw_html
from kallelse.read.text.inlines import Inlines
from kallelse.read.text.lines import CUT as CUT_LETTER
from kallelse.read.text.lines import LAST_LINE, cut_index, marks, read_letters, text_mark
from kallelse.read.text.process import read_process
from kallelse.read.text.texttable import fill_table
from kallelse.read.text.traps import line_findings, paragraph_findings
from kallelse.read.text.tree import Tree

# What the parser puts a paragraph in; an item of a list without blank lines holds its own.
_PARAGRAPHS = ("p", "li", "dd")
ReadRecorded: TypeAlias = Callable[[Fence, Sequence[str], int], tuple[Recorded | None, tuple[Finding, ...]]]
"""Turns the lines of a fence on a line of minutes into what it records."""


def read_body(
    source: str, path: str, first_line: int, language: Language, load: Load, record: ReadRecorded | None = None
) -> tuple[Body, tuple[Finding, ...]]:
    """The tree of `source`, text in NFC with LF that begins on line `first_line` of the file `path`.

    `load` opens the file that a finance fence names. A body with errors is as whole as it can be; one that is nested or
    long beyond all reason is empty. `record` reads the fences that only minutes have.
    """
    if not source.strip():
        return Body(), ()
    if first_line + source.count("\n") > LAST_LINE:
        return Body(), (Finding("text-long", Place(path), {"most": str(LAST_LINE)}),)
    source, findings = read_letters(source, path, first_line)
    reading = _Reading(source.split("\n"), path, first_line, language, load, record)
    try:
        body = reading.body()
    except RecursionError:
        # The parser keeps what it was inside of when it stopped, and would read the next text as a part of that.
        dialect.cache_clear()
        return Body(), (*findings, Finding("text-deep", Place(path, first_line)))
    last_line = first_line + len(reading.lines) - 1
    return body, (*findings, *(_inside(each, path, first_line, last_line) for each in reading.findings))


def _inside(finding: Finding, path: str, first_line: int, last_line: int) -> Finding:
    """A finding on a line of the text that it is about: of raw HTML without letters the line is a guess."""
    line = min(max(finding.place.line, first_line), last_line)
    if finding.place.path != path or finding.place.line == line:
        return finding
    return replace(finding, place=replace(finding.place, line=line))


def body_of(
    matter: FrontMatter, sources: Sources, language: Language, record: ReadRecorded | None = None
) -> tuple[Body, tuple[Finding, ...]]:
    """The tree of what stands below front matter, whose tables may be taken from other files of the `sources`.

    `record` reads the fences that only minutes have.
    """
    load = loader(sources, language)
    body, findings = read_body(matter.body, matter.path, matter.body_line, language, load, record)
    carriers = [table.grid_path for table in fold.finance_tables(body) if table.grid_path]
    if not _shows(matter.body):
        return replace(body, files=tuple(dict.fromkeys(carriers))) if carriers else body, findings
    pictures = [resolve(image.source, matter.path)[0] for image in fold.of_kind(body, Image)]
    files = tuple(dict.fromkeys((*carriers, *pictures)))
    return replace(body, pictures=picture_digests(body, matter.path, sources), files=files), findings


def _shows(typed: str) -> bool:
    """Whether a text may show pictures, of which most have none."""
    return "![" in typed or "<img" in typed.lower()


def picture_digests(body: Body, path: str, sources: Sources) -> tuple[str, ...]:
    """Digests of the pictures that a text shows, in its order."""
    return tuple(_digest(sources.root, resolve(image.source, path)[0]) for image in fold.of_kind(body, Image))


def _digest(root: Path, path: str) -> str:
    """The digest of a file below `root`, in whosever folder; empty where there is none."""
    try:
        return "" if path.startswith("../") else picture_digest(root / path)
    except OSError:
        return ""


class _Reading:
    """One body while it is read."""

    def __init__(
        self,
        lines: list[str],
        path: str,
        first_line: int,
        language: Language,
        load: Load,
        record: ReadRecorded | None,
    ) -> None:
        self._record = record
        self.lines = lines
        self._path = path
        self._first_line = first_line
        self._language = language
        self._load = load
        self._cuts: tuple[Cut, ...] = ()
        self._placed: set[int] = set()
        self._tables: set[int] = set()
        self.findings: list[Finding] = []

    def body(self) -> Body:
        lines, self._cuts, findings = cut_fences(self.lines, self._path, self._first_line)
        self.findings.extend(findings)
        outside = list(self.lines)
        for cut in self._cuts:
            start = cut.line - self._first_line
            outside[start : start + len(cut.typed)] = [""] * len(cut.typed)
        self.findings.extend(line_findings(outside, self._path, self._first_line))
        parsed = dialect().parse(lines, self._graft)
        raws = tuple(self._restored(raw, inside=raw.startswith("<!--")) for raw in parsed.raws)
        root = with_raw_html(parsed.root, raws)
        inlines = Inlines(self._path, parsed.notes, self._first_line)
        tree = Tree(inlines, self._block, self._typed)
        body = tree.body(root)
        self.findings.extend(inlines.findings)
        self._tell_definitions(parsed)
        self._tell_titles(body, tree.headings)
        self._tell_lost(lines, inlines.seen | parsed.swallowed)
        return replace(body, unread=tuple(self._unread()))

    def _tell(self, code: str, line: int, severity: Severity = Severity.ERROR, /, **words: str) -> None:
        self.findings.append(Finding(code, Place(self._path, line), words, severity))

    def _typed(self, line: int) -> str:
        index = line - self._first_line
        return self.lines[index] if 0 <= index < len(self.lines) else ""

    # Fences in the element tree

    def _graft(self, root: ET.Element) -> None:
        """Puts the table of a fence, or an element that stands for another fence, where its letter stands alone."""
        above = self._first_line
        for element in list(root.iter()):
            if element.text and element.tag in _PARAGRAPHS:
                # Once inline rules are applied, a text ends where the first of its emphasis begins.
                paragraph_findings(element.text, first_line(element) or above, self._tell)
            above = max(marks(element.text or ""), default=above)
            if element.text and CUT_LETTER.search(element.text):
                letter = element.text.strip()
                if len(letter) == 1 and element.tag in ("p", "li", "dd", NOTE) and not len(element):
                    self._place(element, cut_index(letter))
                else:
                    element.text = type(element.text)(self._restored(element.text, inside=element.tag == "code"))
            if element.tail and CUT_LETTER.search(element.tail):
                element.tail = self._restored(element.tail)

    def _place(self, element: ET.Element, index: int) -> None:
        self._placed.add(index)
        cut = self._cuts[index]
        element.text = None
        target = element if element.tag == "p" else ET.SubElement(element, "p")
        if cut.kind is Fence.TABLE:
            head, grid, line, findings = read_head(cut.lines, cut.line + 1, self._path, noted=True)
            self._tell_inside(cut, (*findings, *fill_table(target, cut, head, grid, line, self._path)))
            self._tell_fence(cut)
        else:
            target.tag = CUT
            target.set(INDEX, str(index))
            target.set(LINE, text_mark(cut.line))

    def _restored(self, typed: str, *, inside: bool = False) -> str:
        """`typed` with the lines of each fence in place of its letter, which is an error but in code and comments."""
        pieces: list[str] = []
        at = 0
        for letter in CUT_LETTER.finditer(typed):
            index = cut_index(letter[0])
            cut = self._cuts[index]
            self._placed.add(index)
            if not inside and not cut.rule:
                self._tell("fence-place", cut.line, fence=cut.typed[0].strip())
            pieces.append(typed[at : letter.start()])
            lines = enumerate(cut.typed, start=cut.line)
            pieces.append("\n".join(text_mark(number) + line.strip() for number, line in lines))
            at = letter.end()
        return "".join(pieces) + typed[at:]

    def _block(self, index: int) -> Block | None:
        cut = self._cuts[index]
        if cut.rule:
            return Rule(cut.line)
        self._tell_fence(cut)
        kind = cut.kind
        if kind is Fence.FINANCE:
            table, findings = read_fence(cut.inside, self._path, cut.line + 1, self._language, self._load)
            self._tell_inside(cut, findings)
            if table is None or (cut.is_open and findings):
                return None
            self._tables.add(index)
            return FinanceBlock(table, cut.line)
        if kind is Fence.PROCESS:
            head, lines, line, findings = read_head(cut.lines, cut.line + 1, self._path, noted=False)
            process, more = read_process(lines, line, head, cut.line, self._path)
            self._tell_inside(cut, (*findings, *more))
            return process
        if kind in RECORD_FENCES and kind is not None:
            if self._record is None:
                self._tell("fence-record", cut.line, word=cut.word)
                return None
            recorded, findings = self._record(kind, cut.lines, cut.line)
            self._tell_inside(cut, findings)
            return recorded
        # Nothing is missing in one that is only not closed.
        return None if cut.is_open and not cut.inside.strip() else CodeBlock(cut.inside, cut.line)

    def _unread(self) -> Iterator[UnreadTable]:
        for index, cut in enumerate(self._cuts):
            if cut.kind is Fence.FINANCE and index not in self._tables:
                yield unread_table(cut.inside, self._path, self._load, self._language)

    def _tell_inside(self, cut: Cut, findings: Iterable[Finding]) -> None:
        """What is wrong inside a fence, which nobody knows of one that never ends."""
        self.findings.extend(() if cut.is_open else findings)

    def _tell_fence(self, cut: Cut) -> None:
        word, _, rest = cut.info.partition(" ")
        near = [] if word.lower() in FENCES else get_close_matches(word.lower(), FENCES, 1, 0.75)
        if near:
            self._tell("fence-word", cut.line, word=word, near=near[0])
        elif rest.strip() and cut.kind is None:
            self._tell("fence-text", cut.line, text=cut.info)
        elif rest.strip():
            self._tell("fence-words", cut.line, word=word, text=rest.strip())

    # What the parser took, and what came of it

    def _tell_definitions(self, parsed: Parsed) -> None:
        for key, line in parsed.notes_twice:
            self._tell("note-twice", line, key=key)
        for name, line in parsed.links_twice:
            self._tell("link-twice", line, name=name)
        for name, line in parsed.links_unused:
            self._tell("link-unused", line, name=name)

    def _tell_titles(self, body: Body, headings: list[Heading]) -> None:
        titles = [heading for heading in headings if heading.level == 1]
        for title in titles[1:]:
            self._tell("title-twice", title.line, text=fold.plain(title.content), first=str(titles[0].line))
        if titles and not any(block is titles[0] for block in body.blocks[:1]):
            self._tell("title-late", titles[0].line, text=fold.plain(titles[0].content))

    def _tell_lost(self, lines: Iterable[str], met: frozenset[int] | set[int]) -> None:
        """A last net: a line that came out nowhere, and of which no other finding tells why."""
        told = {finding.place.line for finding in errors(self.findings)}
        for line in sorted(set(marks("\n".join(lines))) - met - told):
            self._tell("text-lost", line, text=self._typed(line).strip())
        for index, cut in enumerate(self._cuts):
            if index not in self._placed and cut.line not in told:
                self._tell("text-lost", cut.line, text=cut.typed[0].strip())
