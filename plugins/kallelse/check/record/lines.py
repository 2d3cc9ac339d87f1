"""What a finding about minutes is about, turned into the line where it stands."""

from __future__ import annotations

from kallelse.model.finding import Place
from kallelse.model.fold import plain, walk
from kallelse.model.record import Minutes, Paragraph, ParagraphSet
from kallelse.model.section import SectionKind
from kallelse.model.text import Heading, Para, Plain, Text


def place_of(minutes: Minutes, *keys: str) -> Place:
    """The place of the first of the outermost fields that is there; the file as a whole where none is."""
    return Place(minutes.path, next((minutes.lines[key] for key in keys if key in minutes.lines), 0))


def place_in(minutes: Minutes, one: ParagraphSet, *fields: str) -> Place:
    """The place of the first of the fields that is said of a set; that of the set where none is."""
    return Place(minutes.path, next((one.lines[field] for field in fields if field in one.lines), one.line))


def place_naming(minutes: Minutes, paragraph: Paragraph, kind: SectionKind, name: str) -> Place:
    """The place where a part of a paragraph names somebody; that of the part, or of the paragraph, where it is not."""
    parts = [section for section in paragraph.sections if section.kind is kind and section.line]
    for section in parts:
        for block in walk(section.blocks):
            if isinstance(block, Heading | Para | Plain) and name in plain((block,)):
                texts = (node for node in walk((block,)) if isinstance(node, Text))
                line = next((text.line for text in texts if name in text.value), 0)
                return Place(minutes.path, line or block.line)
    return Place(minutes.path, next((section.line for section in parts), paragraph.line))
