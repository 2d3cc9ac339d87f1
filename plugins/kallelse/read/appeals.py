"""The municipality's own file on how decisions are appealed turned into a text for each way."""

from __future__ import annotations

import itertools
from collections.abc import Mapping

from kallelse.locale.appeal import HEADINGS
from kallelse.model import fold
from kallelse.model.archive import APPEALS
from kallelse.model.finding import Finding, Place
from kallelse.model.law import Appeal
from kallelse.model.settings import Language
from kallelse.model.text import Block, Body, Heading, NoteRef
from kallelse.read.fields import Fields
from kallelse.read.frontmatter import FrontMatter, front_matter_of
from kallelse.read.schema import read_fields
from kallelse.read.sources import Sources
from kallelse.read.text.body import body_of


class _Fields(Fields):
    """The file says everything in its text."""


def read_appeals(sources: Sources, language: Language) -> tuple[Mapping[Appeal, Body], tuple[Finding, ...]]:
    """The text for each way to appeal that the file has a heading for, under that heading; none without a file.

    The file needs no front matter.
    """
    source = sources.texts.get(APPEALS)
    if source is None:
        return {}, ()
    matter: FrontMatter | None = FrontMatter(APPEALS, body=source.text)
    findings: tuple[Finding, ...] = ()
    if source.text.startswith("---\n"):
        matter, findings = front_matter_of(APPEALS, sources)
    if matter is None:
        return {}, findings
    body, wrong = body_of(matter, sources, language)
    own, unknown = _cut(body)
    return own, (*findings, *read_fields(_Fields, matter)[1], *wrong, *unknown)


def _cut(body: Body) -> tuple[Mapping[Appeal, Body], tuple[Finding, ...]]:
    """The texts under the second-level headings, and a finding for what stands under none that is known."""
    starts = [index for index, block in enumerate(body.blocks) if isinstance(block, Heading) and block.level <= 2]
    found: dict[Appeal, Body] = {}
    known = {"known": ", ".join(HEADINGS)}
    outside = body.blocks[: starts[0] if starts else None][:1]
    findings = [Finding("appeal-outside", Place(APPEALS, fold.line_of(block)), known) for block in outside]
    words = {heading.casefold(): appeal for heading, appeal in HEADINGS.items()}
    for start, end in itertools.pairwise((*starts, len(body.blocks))):
        heading = body.blocks[start]
        assert isinstance(heading, Heading)
        typed = " ".join(fold.plain(heading.content).split())
        appeal = words.get(typed.casefold())
        if appeal is None:
            findings.append(Finding("appeal-unknown", Place(APPEALS, heading.line), {"text": typed, **known}))
        elif appeal in found:
            findings.append(Finding("appeal-twice", Place(APPEALS, heading.line), {"text": typed}))
        else:
            found[appeal] = _part(body, body.blocks[start:end])
    return found, tuple(findings)


def _part(body: Body, blocks: tuple[Block, ...]) -> Body:
    called = {node.key for node in fold.walk(blocks) if isinstance(node, NoteRef)}
    return Body(
        blocks, tuple(note for note in body.notes if note.key in called), body.unread, body.pictures, body.files
    )
