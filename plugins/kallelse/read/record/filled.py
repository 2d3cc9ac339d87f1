"""What minutes leave out of an item, taken from its case: summary, proposal, documents, recipients."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from kallelse.locale.changes import document_name
from kallelse.locale.dates import day
from kallelse.locale.meeting import decision
from kallelse.locale.packet import WORDS
from kallelse.model.address import is_outside, relative, resolve
from kallelse.model.meeting import Access, Case
from kallelse.model.rewritten import rewrite_blocks, rewrite_inlines
from kallelse.model.section import Section, SectionKind
from kallelse.model.settings import Language
from kallelse.model.text import Block, BulletList, Image, Inline, Link, Note, NoteRef, Plain, Text

_COPIED = (SectionKind.SUMMARY, SectionKind.PROPOSAL)
# Footnotes of a case beside those of the minutes.
_KEY = "case-"


def filled(sections: Sequence[Section], case: Case, path: str, language: Language) -> tuple[Section, ...]:
    """`sections` of the file `path` with what they lack taken from `case`.

    What the minutes have keeps its own order.
    """
    there = {section.kind for section in sections}
    added = [section for section in _from_letter(case, path) if section.kind not in there]
    words = WORDS[language]
    if SectionKind.GROUNDS not in there and (lines := tuple(_grounds(case, language))):
        added.append(_listed(SectionKind.GROUNDS, words.grounds, lines))
    if SectionKind.SENT_TO not in there and case.recipients:
        added.append(_listed(SectionKind.SENT_TO, words.recipients, [each.line for each in case.recipients]))
    found = list(sections)
    for section in added:
        found.insert(_place(section.kind, found), section)
    return tuple(found)


def moved_notes(case: Case, path: str) -> tuple[Note, ...]:
    """The footnotes of the letter of a case, as what is taken from it into the file `path` calls them."""
    notes = case.letter.body.notes if case.letter is not None else ()
    return tuple(Note(_KEY + note.key, _moved(note.content, case.path, path), 0) for note in notes)


def _place(kind: SectionKind, sections: Sequence[Section]) -> int:
    """Where a section of that kind goes: before the first that comes after it in a paragraph."""
    order = list(SectionKind)
    after = (
        index
        for index, section in enumerate(sections)
        if section.kind is not SectionKind.OTHER and order.index(section.kind) > order.index(kind)
    )
    return next(after, len(sections))


def _from_letter(case: Case, path: str) -> Iterator[Section]:
    for section in case.letter.sections if case.letter is not None else ():
        if section.kind in _COPIED:
            heading = rewrite_inlines(section.heading, lambda node: _moved_inline(node, case.path, path))
            yield replace(section, heading=heading, blocks=_moved(section.blocks, case.path, path), line=0)


def proposals_of(case: Case, path: str) -> tuple[Section, ...]:
    """What the letter of a case proposes, as it stands in the file `path`."""
    return tuple(section for section in _from_letter(case, path) if section.kind is SectionKind.PROPOSAL)


def _moved(blocks: tuple[Block, ...], source: str, path: str) -> tuple[Block, ...]:
    return rewrite_blocks(blocks, lambda node: _moved_inline(node, source, path))


def _moved_inline(node: Inline, source: str, path: str) -> Inline:
    """What points at another file from `source`, pointing at the same from `path`."""
    if isinstance(node, Link) and not is_outside(node.target):
        return replace(node, target=_target(node.target, source, path))
    if isinstance(node, Image):
        return replace(node, source=_target(node.source, source, path))
    return replace(node, key=_KEY + node.key) if isinstance(node, NoteRef) else node


def _target(target: str, source: str, path: str) -> str:
    there, fragment = resolve(target, source)
    if there.startswith(("../", "/")):
        return target
    return relative(f"{there}#{fragment}" if fragment else there, path)


def _listed(kind: SectionKind, heading: str, lines: Sequence[str]) -> Section:
    items = tuple((Plain((Text(line),)),) for line in lines)
    return Section(kind, (Text(heading),), "", (BulletList(items),))


def _grounds(case: Case, language: Language) -> Iterator[str]:
    """The documents of a case with their dates, and the earlier decisions that it goes on from."""
    words = WORDS[language]
    for document in case.documents:
        name = document_name(document, words)
        if document.access is not Access.PUBLIC:
            yield f"{name}, {document.title}"
            continue
        said = name if document is case.letter else f"{name}, {document.title}"
        if document.date is not None:
            dated = words.dated.format(date=day(document.date, language))
            said = f"{said} {dated}" if document is case.letter else f"{said}, {dated}"
        yield said
    for one in case.follows:
        yield decision(one.body, one.date, one.paragraph, language)
