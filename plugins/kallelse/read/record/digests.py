"""What a paragraph is made of turned into two digests: of what is typed for it, and of what it takes from its case.

Neither depends on words of the tool's own, nor on how it reads Markdown, so that a later version finds an adjusted
record as it was.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from kallelse.locale.meeting import WITHHELD_DOCUMENT
from kallelse.model.fold import plain, printed
from kallelse.model.hashed import hashed
from kallelse.model.meeting import Case
from kallelse.model.record import Paragraph
from kallelse.model.section import Section, SectionKind
from kallelse.model.text import Body
from kallelse.read.frontmatter import FrontMatter

_FENCE = re.compile(r"\s*(`{3,}|~{3,})")
_ITEM = re.compile(r"(\s*)(?:[-*+•]|\d+[.)])\s")
# Headings, the lines below them, rows, quotations, notes, definitions: what never goes on with the line above.
_ALONE = re.compile(r"\s*(?:#|>|\||[-=]{3,}\s*$|\[\^|:\s)|[^|`]+\|")


def typed_digests(
    matter: FrontMatter, shown: FrontMatter, lines: Sequence[int], pictures: Sequence[Sequence[str]]
) -> tuple[str, ...]:
    """Digests of the items that begin on `lines` of minutes, of what is typed however lines of its texts are broken.

    `shown` is the same text without what is withheld, line for line: to withhold more is a change, too. `pictures` are
    digests of those that each item shows.
    """
    typed, public = matter.body.split("\n"), shown.body.split("\n")
    starts = [line - matter.body_line for line in lines]
    ends = [*starts, len(typed)][1:]
    pairs = zip(starts, ends, pictures, strict=True)
    return tuple(
        hashed((*texts_of(typed[start:end]), "", *texts_of(public[start:end]), "", *seen)) for start, end, seen in pairs
    )


def texts_of(lines: Iterable[str]) -> list[str]:
    """Lines as the texts that they make: a point that is put to the one before it is another decision.

    Each point of a list begins with as many signs as it is deep.
    """
    found: list[str] = []
    indents: list[int] = []
    fence = ""
    is_open = is_list = False
    for line in lines:
        mark = _FENCE.match(line)
        item = _ITEM.match(line)
        if fence or mark:
            found.append(line)
            is_open, is_list = False, is_list and line[:1].isspace()
            if mark and not fence:
                fence = mark[1]
            elif mark and mark[1].startswith(fence):
                fence = ""
        elif not line.strip():
            is_open = False
        elif item and (is_list or not is_open):
            indents = [*(each for each in (indents if is_list else ()) if each < len(item[1])), len(item[1])]
            found.append(f"{'-' * len(indents)} {line}")
            is_open = is_list = True
        elif _ALONE.match(line):
            found.append(line)
            is_open = is_list = False
        elif is_open:
            found[-1] = f"{found[-1]} {line}"
        else:
            found.append(line)
            is_open, is_list = True, is_list and line[:1].isspace()
    return found


def taken_digest(paragraph: Paragraph, case: Case | None, *, is_titled: bool) -> str:
    """A digest of what a paragraph takes from its case, of how much is shown, of its title where none is typed."""
    return digest(_taken(paragraph, case, is_titled=is_titled))


def _taken(paragraph: Paragraph, case: Case | None, *, is_titled: bool) -> Iterator[str]:
    yield paragraph.publication.value
    yield "" if is_titled else paragraph.title
    yield paragraph.dnr.value if paragraph.dnr else ""
    for section in paragraph.sections:
        if section.line:
            continue
        yield section.kind.value
        if section.kind is SectionKind.GROUNDS and case is not None:
            yield from _documents(case)
        else:
            yield from _words(section, paragraph)


def _documents(case: Case) -> Iterator[str]:
    for each in case.documents:
        # How the tool says that a document is confidential is no part of the record.
        title = "" if each.title in WITHHELD_DOCUMENT.values() else each.title
        yield f"{each.number or ''} {title} {each.date or ''} {each.access.value}"
    for one in case.follows:
        yield f"{one.body} {one.date} {one.paragraph}"


def _words(section: Section, paragraph: Paragraph) -> Iterator[str]:
    # Of lists that are made of the case's facts the heading is the tool's own.
    if section.kind is not SectionKind.SENT_TO:
        yield plain(section.heading)
    body = Body(section.blocks, paragraph.body.notes)
    yield from (f"{block.words} {block.notes}" for block in printed(body))


def digest(parts: Iterable[str]) -> str:
    """SHA-256 of `parts`, for which another way to break lines or to write a letter is no other record."""
    return hashed((" ".join(parts),))
