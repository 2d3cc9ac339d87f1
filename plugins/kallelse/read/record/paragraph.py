"""What stands under one heading of minutes turned into a paragraph, with what it lacks taken from its case."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from difflib import get_close_matches

from kallelse.locale.record import RECORD_HEADINGS, SAYING, TO_WHAT_END
from kallelse.locale.record_words import TREATMENT
from kallelse.model.address import slug
from kallelse.model.decision import Decision
from kallelse.model.dnr import Dnr
from kallelse.model.finding import Finding, Place, Severity
from kallelse.model.fold import plain, walk
from kallelse.model.law import Appeal
from kallelse.model.meeting import Access, Case, CaseKind
from kallelse.model.record import Paragraph, Publication
from kallelse.model.section import Section, SectionKind
from kallelse.model.settings import Settings
from kallelse.model.text import (
    Block,
    Body,
    Break,
    BulletList,
    Heading,
    Note,
    NoteRef,
    OrderedList,
    Para,
    Plain,
    Recorded,
    Text,
)
from kallelse.model.vote import Election, Motion, Proposition, Vote, decided_outcome
from kallelse.read.record.decisions import Before, ReadDecision, read_decision
from kallelse.read.record.digests import taken_digest
from kallelse.read.record.disqualified import Aside, read_aside
from kallelse.read.record.filled import filled, moved_notes, proposals_of
from kallelse.read.record.items import Item
from kallelse.read.record.marks import ending_marks, stray_marks
from kallelse.read.record.naming import named_in
from kallelse.read.record.roster import Roster
from kallelse.read.record.strangers import strangers_in
from kallelse.read.text.sections import misspelt_headings, record_sections

_SHOWN = 60
# Not a party: `(S)`, `(KD)`.
_PURPOSE = re.compile(r"\([^()]*[a-zåäö]{3}[^()]*\)$")


def read_paragraph(
    item: Item, notes: Sequence[Note], roster: Roster, path: str, settings: Settings
) -> tuple[Paragraph, tuple[Finding, ...]]:
    """The paragraph of one item; `notes` are the footnotes of the whole minutes."""
    case, marks, withheld = item.case, item.marks, item.withheld
    publication = Publication.FULL if withheld is None else withheld.publication
    shown = "" if withheld is None else withheld.title
    paragraph = Paragraph(
        title=item.said.title or shown or (item.row.title if item.row is not None else ""),
        stated=item.said.stated,
        item=item.row.number if item.row is not None else "",
        case=case.path if case is not None else "",
        is_added=marks.is_added,
        is_withdrawn=marks.is_withdrawn,
        appeal=marks.appeal or Appeal.MUNICIPAL,
        publication=publication,
        line=item.heading.line,
    )
    if publication in (Publication.HEADING, Publication.NUMBER):
        stub = replace(paragraph, title=shown, dnr=_dnr(withheld.dnr if withheld is not None else ""))
        is_titled = publication is Publication.NUMBER
        return replace(stub, taken=taken_digest(stub, None, is_titled=is_titled)), ()
    # What the summons held back of a case is not taken from it, though the record tells its decision.
    known = case if case is not None and case.access is Access.PUBLIC and publication is Publication.FULL else None
    dnr = _dnr(marks.dnr if publication is Publication.FULL else "")
    dnr = dnr or _dnr(withheld.dnr if withheld is not None else "") or (known.dnr if known is not None else None)
    sections, decisions, findings = _sections(item, known, path, settings)
    if known is not None:
        if not marks.is_withdrawn:
            sections = filled(sections, known, path, settings.language)
        notes = (*notes, *moved_notes(known, path))
    sections = _anchored(sections)
    aside = _aside(sections, roster)
    paragraph = replace(
        paragraph,
        dnr=dnr,
        body=_body(sections, notes),
        sections=sections,
        decisions=tuple(
            # Nothing is put before them.
            Decision(index, each.points, each.section.body_name, each.section.line, each.section.condition)
            for index, each in enumerate(decisions)
        ),
        recipients=tuple(_lines(sections)),
        disqualified=aside.names,
        not_taking_part=_named(SectionKind.NOT_TAKING_PART, sections, roster),
        supports=_named(SectionKind.SUPPORT, sections, roster),
        dissents=_named(SectionKind.DISSENT, sections, roster),
        reserved=_named(SectionKind.RESERVATION, sections, roster),
    )
    is_titled = bool(item.said.title)
    paragraph = replace(paragraph, taken=taken_digest(paragraph, known, is_titled=is_titled))
    strangers = _strangers(paragraph, roster, path) if withheld is None else ()
    return paragraph, (*findings, *_doubtful(paragraph, aside, path), *_unnamed(paragraph, aside, path), *strangers)


def _dnr(typed: str) -> Dnr | None:
    return Dnr(typed) if typed else None


def _sections(
    item: Item, case: Case | None, path: str, settings: Settings
) -> tuple[tuple[Section, ...], tuple[ReadDecision, ...], tuple[Finding, ...]]:
    """The parts that the minutes have, decisions first and without their marks."""
    preamble, sections = record_sections(item.blocks, settings.headings, settings.language)
    findings = tuple(misspelt_headings(sections, path, settings.headings, settings.language, record=True))
    if any(preamble):
        heading = (Text(TREATMENT[settings.language], item.heading.line),)
        sections = (Section(SectionKind.TREATMENT, heading, "", preamble, line=item.heading.line), *sections)
    nouns = tuple(node.noun for node in walk(item.blocks) if isinstance(node, Recorded))
    own = tuple(section for section in sections if section.kind is SectionKind.PROPOSAL)
    before = Before(
        proposals=own or (() if case is None else proposals_of(case, path)),
        motions=_motions(noun for noun in nouns if isinstance(noun, Motion)),
        kind=CaseKind.DECISION if case is None else case.kind,
        settled=decided_outcome(noun for noun in nouns if isinstance(noun, Proposition | Vote | Election)),
    )
    decisions = tuple(read_decision(each, before, path) for each in sections if each.kind is SectionKind.DECISION)
    others = (section for section in sections if section.kind is not SectionKind.DECISION)
    whole = (*(each.section for each in decisions), *others)
    for each in decisions:
        findings += each.findings
    adopted = {id(node) for one in before.proposals for node in walk(one.blocks)}
    for section in whole:
        if section.kind is SectionKind.DECISION:
            findings += tuple(stray_marks((*section.heading, *section.blocks), path, adopted))
        else:
            findings += tuple(_outside(section, item, path, settings))
    return whole, decisions, findings


def _outside(section: Section, item: Item, path: str, settings: Settings) -> Iterator[Finding]:
    """The marks in a part that is no decision: those that would be read in one are told with a heading for it."""
    ending = ending_marks(section.blocks)
    # What stands under no heading of its own stands under that of the item.
    heading = plain(item.heading.content if section.line == item.heading.line else section.heading)
    known = {
        name.casefold(): name for name, kind in RECORD_HEADINGS[settings.language].items() if _is_plain(name, kind)
    }
    near = get_close_matches(heading.casefold(), known, 1, 0.6)
    meant = known[near[0]] if near else next(iter(known.values()))
    for finding in stray_marks((*section.heading, *section.blocks), path):
        if finding.code == "mark-place" and (finding.place.line, finding.words["text"]) in ending:
            words = {**finding.words, "heading": heading[:_SHOWN], "near": meant}
            yield Finding("mark-section", finding.place, words)
        else:
            yield finding


def _is_plain(name: str, kind: SectionKind) -> bool:
    """Whether that is a heading of a decision that names nobody and nothing."""
    return kind is SectionKind.DECISION and "{" not in name


def _motions(motions: Iterable[Motion]) -> Mapping[str, Motion]:
    """Motions by what a decision may call them: their ids, and the names of those who moved only one."""
    found: dict[str, Motion] = {}
    several: set[str] = set()
    for motion in motions:
        for person in motion.movers:
            name = person.name.casefold()
            several |= {name} & found.keys()
            found.setdefault(name, motion)
        if motion.id:
            found[motion.id.casefold()] = motion
            several.discard(motion.id.casefold())
    return {name: motion for name, motion in found.items() if name not in several}


def _anchored(sections: Iterable[Section]) -> tuple[Section, ...]:
    """The sections under anchors of their own paragraph, whatever else the minutes hold."""
    taken: dict[str, int] = {}
    found: list[Section] = []
    for section in sections:
        anchor = slug(plain(section.heading)) or "avsnitt"
        taken[anchor] = taken.get(anchor, 0) + 1
        found.append(replace(section, anchor=f"{anchor}-{taken[anchor]}" if taken[anchor] > 1 else anchor))
    return tuple(found)


def _body(sections: Sequence[Section], notes: Sequence[Note]) -> Body:
    """The text of a paragraph as one body, with the footnotes that it calls, in the order of their calls."""
    blocks: list[Block] = []
    for section in sections:
        blocks += (Heading(2, section.heading, section.anchor, section.line), *section.blocks)
    known = {note.key: note for note in notes}
    called: dict[str, Note] = {}

    def call(nodes: Iterable[Block]) -> None:
        for node in walk(nodes):
            if isinstance(node, NoteRef) and node.key in known and node.key not in called:
                called[node.key] = known[node.key]
                call(known[node.key].content)

    call(blocks)
    return Body(tuple(blocks), tuple(called.values()))


def _running(kind: SectionKind, sections: Iterable[Section]) -> Iterator[Para | Plain | Heading]:
    """The running text of the parts of a kind."""
    for section in sections:
        inside = walk(section.blocks if section.kind is kind else ())
        yield from (each for each in inside if isinstance(each, Para | Plain | Heading))


def _named(kind: SectionKind, sections: Iterable[Section], roster: Roster) -> tuple[str, ...]:
    return named_in((plain((each,)) for each in _running(kind, sections)), SAYING[kind], roster.people)


def _aside(sections: Iterable[Section], roster: Roster) -> Aside:
    running = _running(SectionKind.DISQUALIFIED, sections)
    return read_aside((plain((each,)) for each in running), roster.people)


def _lines(sections: Iterable[Section]) -> Iterator[str]:
    """Those to whom a decision is sent, one each, with what a line above their list says it is for."""
    for section in sections:
        blocks = section.blocks if section.kind is SectionKind.SENT_TO else ()
        purpose = ""
        for block, after in zip(blocks, (*blocks[1:], None), strict=False):
            if isinstance(block, BulletList | OrderedList):
                yield from (_for(plain(item), purpose) for item in block.items)
                purpose = ""
                continue
            lines = tuple(_broken(block))
            is_lead = bool(lines) and lines[-1].endswith(":") and isinstance(after, BulletList | OrderedList)
            yield from lines[:-1] if is_lead else lines
            said = lines[-1].removesuffix(":") if is_lead else ""
            # What repeats the heading says nothing of what it is for.
            purpose = "" if plain(section.heading).casefold() in said.casefold() else said


def _broken(block: Block) -> Iterator[str]:
    """The lines of a block, where the writer broke them."""
    content = block.content if isinstance(block, Para | Plain) else (block,)
    for is_break, nodes in itertools.groupby(content, lambda node: isinstance(node, Break)):
        if not is_break:
            yield plain(nodes)


def _for(line: str, purpose: str) -> str:
    """A recipient with a purpose, unless one stands there already: `Akten (för kännedom)`."""
    if not purpose or _PURPOSE.search(line):
        return line
    first, _, rest = purpose.partition(" ")
    word = first.lower() if first.lower() in TO_WHAT_END else first
    return f"{line} ({f'{word} {rest}'.strip()})"


def _telling(paragraph: Paragraph) -> Mapping[SectionKind, tuple[str, ...]]:
    """The parts that name those of whom they tell, with the names found in them."""
    return {
        SectionKind.DISQUALIFIED: paragraph.disqualified,
        SectionKind.NOT_TAKING_PART: paragraph.not_taking_part,
        SectionKind.SUPPORT: paragraph.supports,
        SectionKind.DISSENT: paragraph.dissents,
        SectionKind.RESERVATION: paragraph.reserved,
    }


def _doubtful(paragraph: Paragraph, aside: Aside, path: str) -> Iterator[Finding]:
    """Those of whom it cannot be told whether they are disqualified."""
    for name in aside.doubtful:
        running = _running(SectionKind.DISQUALIFIED, paragraph.sections)
        line = next((each.line for each in running if name in plain((each,))), paragraph.line)
        yield Finding("disqualified-doubtful", Place(path, line), {"name": name}, Severity.REMARK)


def _unnamed(paragraph: Paragraph, aside: Aside, path: str) -> Iterator[Finding]:
    """A disqualification, a reservation or the like in which nobody is named who attended."""
    named = _telling(paragraph)
    for section in paragraph.sections:
        if section.kind is SectionKind.DISQUALIFIED and (aside.doubtful or aside.is_denied):
            # Who is not disqualified need not be named.
            continue
        if section.kind in named and section.line and not named[section.kind]:
            yield Finding("record-nobody", Place(path, section.line), {"heading": plain(section.heading)})


def _strangers(paragraph: Paragraph, roster: Roster, path: str) -> Iterator[Finding]:
    """Those named with a party in such a part who did not attend: somebody else's name misspelt, as it seems."""
    named = _telling(paragraph)
    for section in paragraph.sections:
        running = (each for each in walk(section.blocks) if isinstance(each, Para | Plain))
        for block in running if section.kind in named and section.line else ():
            for name, near in strangers_in(plain((block,)), [each.person for each in roster.all()]):
                told = {"name": name, "heading": plain(section.heading)[:_SHOWN]}
                if near:
                    yield Finding("record-misspelt", Place(path, block.line), {**told, "near": near})
                elif named[section.kind]:
                    yield Finding("record-stranger", Place(path, block.line), told, Severity.REMARK)
