"""A body turned into its own title, what stands before the first section, and its sections with what each is for."""

from __future__ import annotations

import itertools
import re
from collections.abc import Mapping
from functools import cache

from kallelse.locale.words import SECTION_HEADINGS
from kallelse.model import fold
from kallelse.model.meeting import Section, SectionKind
from kallelse.model.settings import Language
from kallelse.model.text import Block, Body, Heading, Inline

_BODY = "{body}"
_DASHES = re.compile("[\u2010-\u2015\u2212]")
_Patterns = tuple[tuple[re.Pattern[str], SectionKind], ...]


def split_sections(
    body: Body, headings: Mapping[str, str], language: Language
) -> tuple[tuple[Inline, ...], tuple[Block, ...], tuple[Section, ...]]:
    """The title, which is a first-level heading that the body opens with; the preamble; the sections.

    `headings` maps patterns of section headings, which may hold `{body}`, to kinds of section (values of SectionKind);
    they come before those of the language.
    """
    blocks = body.blocks
    title: tuple[Inline, ...] = ()
    if blocks and isinstance(blocks[0], Heading) and blocks[0].level == 1 and blocks[0].content:
        title, blocks = blocks[0].content, blocks[1:]
    starts = [index for index, block in enumerate(blocks) if isinstance(block, Heading) and block.level == 2]
    patterns = _patterns(tuple(headings.items()), language)
    sections = []
    for start, end in itertools.pairwise((*starts, len(blocks))):
        heading = blocks[start]
        assert isinstance(heading, Heading)
        kind, name = _kind(fold.plain(heading.content), patterns)
        sections.append(Section(kind, heading.content, heading.anchor, blocks[start + 1 : end], name, heading.line))
    return title, blocks[: starts[0]] if starts else blocks, tuple(sections)


def _kind(heading: str, patterns: _Patterns) -> tuple[SectionKind, str]:
    words = _folded(heading).removesuffix(":")
    for pattern, kind in patterns:
        match = pattern.fullmatch(words)
        if match:
            # The name as it was typed: dashes and all, which folding keeps in their places.
            start, end = match.span("body") if "body" in pattern.groupindex else (0, 0)
            return kind, " ".join(heading.split())[start:end].strip()
    return SectionKind.OTHER, ""


@cache
def _patterns(headings: tuple[tuple[str, str], ...], language: Language) -> _Patterns:
    own = [(pattern, SectionKind(kind)) for pattern, kind in headings]
    # Words before names: "Förslag till beslut i korthet" may be a heading of its own.
    standard = sorted(SECTION_HEADINGS[language].items(), key=lambda item: (_BODY in item[0], -len(item[0])))
    own.sort(key=lambda item: (_BODY in item[0], -len(item[0])))
    return tuple((_pattern(typed), kind) for typed, kind in (*own, *standard))


def _pattern(typed: str) -> re.Pattern[str]:
    before, name, after = _folded(typed).partition(_BODY)
    wanted = re.escape(before) + (r"(?P<body>\S.*)" if name else "") + re.escape(after)
    return re.compile(wanted, re.IGNORECASE)


def _folded(words: str) -> str:
    return _DASHES.sub("-", " ".join(words.split()))
