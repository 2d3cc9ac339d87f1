"""A body turned into its own title, what stands before the first section, and its sections with what each is for."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache

from kallelse.locale.record import RECORD_HEADINGS
from kallelse.locale.words import SECTION_HEADINGS
from kallelse.model import fold
from kallelse.model.finding import Finding, Place, Severity
from kallelse.model.section import Section, SectionKind
from kallelse.model.settings import Language
from kallelse.model.text import Block, Body, Heading, Inline

# What a pattern may hold: the names of the body that is addressed and of whoever proposes, and a condition.
_NAMES = re.compile(r"\\?\{(body|by|condition)\\?\}")
# Of a shorter word, one with a letter more may be another word: Ekonomi, Ekonomin.
_SHORT = 8
_SOFT = "\N{SOFT HYPHEN}"
_NUMBER = re.compile(r"^\d+(?:\.\d+)*[.)]?\s+")
_DASHES = re.compile("[\u2010-\u2015\u2212]")
_Patterns = tuple[tuple[re.Pattern[str], SectionKind], ...]


def split_sections(
    body: Body, headings: Mapping[str, str], language: Language
) -> tuple[tuple[Inline, ...], tuple[Block, ...], tuple[Section, ...]]:
    """The title, which is a first-level heading that the body opens with; the preamble; the sections.

    `headings` maps patterns of section headings, which may hold `{body}`, `{by}` and `{condition}`, to kinds of section
    (values of SectionKind); they come before those of the language.
    """
    blocks = body.blocks
    title: tuple[Inline, ...] = ()
    if blocks and isinstance(blocks[0], Heading) and blocks[0].level == 1 and blocks[0].content:
        title, blocks = blocks[0].content, blocks[1:]
    patterns = _patterns(tuple(headings.items()), language, record=False)
    preamble, sections = _cut(blocks, 2, patterns)
    return title, preamble, sections


def record_sections(
    blocks: tuple[Block, ...], headings: Mapping[str, str], language: Language
) -> tuple[tuple[Block, ...], tuple[Section, ...]]:
    """What stands under one item of minutes: before its first heading of the third level, and the parts under those."""
    return _cut(blocks, 3, _patterns(tuple(headings.items()), language, record=True))


def item_blocks(blocks: tuple[Block, ...]) -> tuple[tuple[Block, ...], tuple[tuple[Heading, tuple[Block, ...]], ...]]:
    """What stands before the first heading of the second level, and each such heading with what stands under it."""
    preamble, cut = _split(blocks, 2)
    return preamble, tuple(cut)


def _split(
    blocks: tuple[Block, ...], level: int
) -> tuple[tuple[Block, ...], Iterator[tuple[Heading, tuple[Block, ...]]]]:
    starts = [(n, block) for n, block in enumerate(blocks) if isinstance(block, Heading) and block.level == level]
    ends = [*(n for n, _ in starts[1:]), len(blocks)]
    parts = ((heading, blocks[start + 1 : end]) for (start, heading), end in zip(starts, ends, strict=False))
    return blocks[: starts[0][0]] if starts else blocks, parts


def _cut(blocks: tuple[Block, ...], level: int, patterns: _Patterns) -> tuple[tuple[Block, ...], tuple[Section, ...]]:
    preamble, parts = _split(blocks, level)
    sections = []
    for heading, inside in parts:
        kind, names = _kind(fold.plain(heading.content), patterns)
        body_name, by, condition = (dict(names).get(each, "") for each in ("body", "by", "condition"))
        sections.append(Section(kind, heading.content, heading.anchor, inside, body_name, heading.line, by, condition))
    return preamble, tuple(sections)


def misspelt_headings(
    sections: Iterable[Section], path: str, headings: Mapping[str, str], language: Language, *, record: bool = False
) -> Iterator[Finding]:
    """A remark for each section of the file `path` that is only text since its heading has one letter wrong.

    A number before it is wrong, too: headings are numbered where the front matter says so.
    """
    patterns = _patterns(tuple(headings.items()), language, record=record)
    known = [*headings, *(RECORD_HEADINGS if record else SECTION_HEADINGS)[language]]
    for section in sections:
        if section.kind is SectionKind.OTHER:
            typed = _folded(fold.plain(section.heading))
            bare = _NUMBER.sub("", typed)
            meant = next((each for each in known if _is_meant(typed.casefold(), each.casefold())), None)
            if bare != typed and _kind(bare, patterns)[0] is not SectionKind.OTHER:
                meant = bare
            if meant is not None:
                words = {"text": typed, "meant": _NAMES.sub("…", meant)}
                yield Finding("heading-misspelt", Place(path, section.line), words, Severity.REMARK)


def _is_meant(typed: str, pattern: str) -> bool:
    """Whether `typed` is a letter off `pattern`, or off what stands before the name in it."""
    meant, name, _ = pattern.partition("{")
    size = len(meant)
    ends = (size - 1, size, size + 1) if name else (len(typed),)
    return size >= _SHORT and any(_is_a_letter_off(typed[:end], meant) for end in ends)


def _is_a_letter_off(typed: str, meant: str) -> bool:
    """Whether one letter less, more or other, or two that changed places, is all that differs."""
    if abs(len(typed) - len(meant)) > 1 or typed == meant:
        return False
    pairs = enumerate(zip(typed, meant, strict=False))
    begin = next((n for n, (one, other) in pairs if one != other), min(len(typed), len(meant)))
    one, other = typed[begin:], meant[begin:]
    swapped = one[:2] == other[:2][::-1] and one[2:] == other[2:]
    return swapped or one[1:] == other or one == other[1:] or one[1:] == other[1:]


@cache
def _kind(heading: str, patterns: _Patterns) -> tuple[SectionKind, tuple[tuple[str, str], ...]]:
    heading = _folded(heading, dashes=True)
    words = _folded(heading)
    for pattern, kind in patterns:
        match = pattern.fullmatch(words)
        if match:
            # The names as they were typed: dashes and all, which folding keeps in their places.
            return kind, tuple((name, heading[slice(*match.span(name))].strip()) for name in pattern.groupindex)
    return SectionKind.OTHER, ()


@cache
def _patterns(headings: tuple[tuple[str, str], ...], language: Language, *, record: bool) -> _Patterns:
    own = [(pattern, SectionKind(kind)) for pattern, kind in headings]
    known = (RECORD_HEADINGS if record else SECTION_HEADINGS)[language]
    both = (sorted(own, key=_order), sorted(known.items(), key=_order))
    return tuple((_pattern(typed), kind) for each in both for typed, kind in each)


def _order(pattern: tuple[str, SectionKind]) -> tuple[bool, int]:
    """Words before names, as in `Förslag till beslut i korthet`, and what says most before what says less."""
    words = _NAMES.sub("", pattern[0])
    return words != pattern[0], -len(words)


def _pattern(typed: str) -> re.Pattern[str]:
    """What a heading is that fits a pattern as typed, in which names stand in braces."""
    seen: set[str] = set()

    def name(match: re.Match[str]) -> str:
        wanted = r"(\S.*?)" if match[1] in seen else rf"(?P<{match[1]}>\S.*?)"
        seen.add(match[1])
        return wanted

    return re.compile(_NAMES.sub(name, re.escape(_folded(typed))), re.IGNORECASE)


def _folded(words: str, *, dashes: bool = False) -> str:
    """`words` as they are compared: what only tells where a line may break, and a colon at the end, say nothing."""
    said = " ".join(words.replace(_SOFT, "").split()).removesuffix(":").rstrip()
    return said if dashes else _DASHES.sub("-", said)
