"""What stands under one heading of minutes turned into a paragraph, with what it lacks taken from its case."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from kallelse.locale.record_words import TREATMENT
from kallelse.model.address import slug
from kallelse.model.dnr import Dnr
from kallelse.model.finding import Finding, Place
from kallelse.model.fold import plain, walk
from kallelse.model.law import Appeal
from kallelse.model.meeting import AgendaRow, Case, CaseKind
from kallelse.model.record import Decision, Paragraph, Publication
from kallelse.model.section import Section, SectionKind
from kallelse.model.settings import Settings
from kallelse.model.text import Block, Body, BulletList, Heading, Note, NoteRef, OrderedList, Recorded, Text
from kallelse.model.vote import Election, Outcome, Proposition, Vote, decided_outcome
from kallelse.read.record.decisions import Decided, proposed_points, read_decision
from kallelse.read.record.filled import filled, proposal_of
from kallelse.read.record.items import ItemHeading, Withheld, item_heading
from kallelse.read.record.marks import NO_MARKS, Marks, take_marks, take_marks_of
from kallelse.read.record.roster import Roster
from kallelse.read.text.sections import misspelt_headings, record_sections


@dataclass(frozen=True, slots=True)
class Item:
    """One heading of minutes with what stands under it, what it says, and the row of the agenda that it is about."""

    heading: Heading
    blocks: tuple[Block, ...]
    said: ItemHeading
    marks: Marks
    row: AgendaRow | None = None

    @property
    def case(self) -> Case | None:
        """The case of its row."""
        return None if self.row is None else self.row.case


def read_item(heading: Heading, blocks: tuple[Block, ...], path: str) -> tuple[Item, tuple[Finding, ...]]:
    """What a heading of the file `path` says; its row is still to be found."""
    content, marks, findings = take_marks(heading.content, path)
    return Item(heading, blocks, item_heading(plain(content)), marks), findings


def read_paragraph(
    item: Item, withheld: Withheld | None, notes: Sequence[Note], roster: Roster, path: str, settings: Settings
) -> tuple[Paragraph, tuple[Finding, ...]]:
    """The paragraph of one item; `notes` are the footnotes of the whole minutes."""
    row, case, marks, line = item.row, item.case, item.marks, item.heading.line
    publication = Publication.FULL if withheld is None else withheld.publication
    number = row.number if row is not None else ""
    paragraph = Paragraph(
        title=item.said.title or (withheld.title if withheld is not None else "") or (row.title if row else ""),
        stated=item.said.stated,
        item=number,
        case=case.path if case is not None else "",
        is_added=marks.is_added,
        is_withdrawn=marks.is_withdrawn,
        appeal=marks.appeal or Appeal.MUNICIPAL,
        publication=publication,
        line=line,
    )
    if publication in (Publication.HEADING, Publication.NUMBER):
        return replace(paragraph, dnr=_dnr(withheld.dnr if withheld is not None else "")), ()
    known = case if withheld is None else None
    typed = marks.dnr or (withheld.dnr if withheld is not None and publication is Publication.FULL else "")
    dnr = _dnr(typed) or (known.dnr if known is not None else None)
    sections, decisions, findings = _sections(item, known, path, settings)
    added: tuple[Note, ...] = ()
    if known is not None and not marks.is_withdrawn:
        sections, added = filled(sections, known, path, settings.language)
    sections = _anchored(sections)
    places = {id(section.blocks): index for index, section in enumerate(sections)}
    body = _body(sections, (*notes, *added))
    return (
        replace(
            paragraph,
            dnr=dnr,
            body=body,
            sections=sections,
            decisions=tuple(
                Decision(places[id(each.section.blocks)], each.points, each.section.body_name, each.section.line)
                for each in decisions
            ),
            disqualified=_named(SectionKind.DISQUALIFIED, sections, roster),
            not_taking_part=_named(SectionKind.NOT_TAKING_PART, sections, roster),
            reserved=_named(SectionKind.RESERVATION, sections, roster),
            recipients=tuple(_lines(sections)),
        ),
        findings,
    )


def _dnr(typed: str) -> Dnr | None:
    return Dnr(typed) if typed else None


def _sections(
    item: Item, case: Case | None, path: str, settings: Settings
) -> tuple[tuple[Section, ...], tuple[Decided, ...], tuple[Finding, ...]]:
    """The parts that the minutes have, decisions first and without their marks."""
    preamble, sections = record_sections(item.blocks, settings.headings, settings.language)
    findings = tuple(misspelt_headings(sections, path, settings.headings, settings.language, record=True))
    if any(preamble):
        heading = (Text(TREATMENT[settings.language], item.heading.line),)
        sections = (Section(SectionKind.TREATMENT, heading, "", preamble, line=item.heading.line), *sections)
    steps = (node.noun for node in walk(item.blocks) if isinstance(node, Recorded))
    settled = decided_outcome(step for step in steps if isinstance(step, Proposition | Vote | Election))
    own = [section for section in sections if section.kind is SectionKind.PROPOSAL]
    letter = case.letter.sections if case is not None and case.letter is not None else ()
    proposed = proposed_points(own or [section for section in letter if section.kind is SectionKind.PROPOSAL])
    kind = case.kind if case is not None else CaseKind.DECISION
    decisions: list[Decided] = []
    for section in sections:
        if section.kind is SectionKind.DECISION:
            whole, marks = _adopted(section, case, path)
            decided = read_decision(whole, proposed, kind, marks.outcome or settled, path)
            if marks.assignment is not None and decided.points:
                last = replace(decided.points[-1], assignment=marks.assignment)
                decided = replace(decided, points=(*decided.points[:-1], last))
            decisions.append(decided)
            findings += decisions[-1].findings
    others = (section for section in sections if section.kind is not SectionKind.DECISION)
    return (*(each.section for each in decisions), *others), tuple(decisions), findings


def _adopted(section: Section, case: Case | None, path: str) -> tuple[Section, Marks]:
    """A decision with the proposal's own words in place of the marks that say so, and what else these say."""
    for place, block in enumerate(section.blocks if case is not None else ()):
        kept, marks, _ = take_marks_of((block,), path)
        if case is not None and not kept and marks.outcome is Outcome.APPROVED:
            proposal = proposal_of(case, path) or (block,)
            return replace(section, blocks=(*section.blocks[:place], *proposal, *section.blocks[place + 1 :])), marks
    return section, NO_MARKS


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


def _named(kind: SectionKind, sections: Iterable[Section], roster: Roster) -> tuple[str, ...]:
    text = " ".join(plain(section.blocks) for section in sections if section.kind is kind)
    return roster.named_in(text) if text else ()


def _lines(sections: Iterable[Section]) -> Iterator[str]:
    """Those to whom a decision is sent, one each."""
    for section in sections:
        for block in section.blocks if section.kind is SectionKind.SENT_TO else ():
            if isinstance(block, BulletList | OrderedList):
                yield from (plain(item) for item in block.items)
            else:
                yield plain((block,))


def unnamed(paragraph: Paragraph, path: str) -> Iterator[Finding]:
    """A disqualification, a reservation or the like in which nobody is named who attended."""
    named = {
        SectionKind.DISQUALIFIED: paragraph.disqualified,
        SectionKind.NOT_TAKING_PART: paragraph.not_taking_part,
        SectionKind.RESERVATION: paragraph.reserved,
    }
    for section in paragraph.sections:
        if section.kind in named and section.line and not named[section.kind]:
            yield Finding("record-nobody", Place(path, section.line), {"heading": plain(section.heading)})
