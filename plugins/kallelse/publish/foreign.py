"""A foreign attachment turned into what its page shows: the file to fetch, and its text page by page."""

from __future__ import annotations

import re
from dataclasses import dataclass

from kallelse.model.address import relative
from kallelse.model.foreign import Foreign
from kallelse.model.matter import Step
from kallelse.model.meeting import Document
from kallelse.publish import parts
from kallelse.publish.pagemarks import mark
from kallelse.publish.parts import Card, PageLink
from kallelse.publish.plan import Plan


@dataclass(frozen=True, slots=True)
class PageText:
    """One page of the document: its number, its name, its text, where it is in the packet, the mark of that page."""

    number: int
    name: str
    text: str
    pages: PageLink | None
    mark: str


# So much of the widest line does a line fill that goes on below.
_FULL = 0.75
# After a hyphen nobody can tell whether it belongs to the word; a figure and a point number an item of a list.
_OPEN = re.compile(r"[^\W\d_]|,")
_GOES_ON = re.compile(r"[a-zåäöéü(”]|\d+(?![.)\d])")


def flowing(text: str) -> str:
    """The text of a page with the lines of a paragraph as one; short lines, as of headings and tables, stay."""
    lines = text.split("\n")
    widest = max(map(len, lines))
    found: list[str] = []
    goes_on = False
    for line in lines:
        if goes_on and _GOES_ON.match(line):
            found[-1] += f" {line}"
        else:
            found.append(line)
        goes_on = len(line) >= widest * _FULL and _OPEN.match(line[-1:]) is not None
    return "\n".join(found)


def foreign_values(plan: Plan, step: Step, document: Document, foreign: Foreign) -> dict[str, object]:
    """What the template `foreign.html` needs of the document itself."""
    words, base = plan.words, document.address
    packed = plan.document_pages(step.meeting, document.path)
    count = words.count(len(foreign.pages), words.page_count)
    texts = []
    for index, page in enumerate(foreign.pages):
        here = packed.page(index)
        link = parts.page_link(plan, step.meeting, here, base)
        begin = mark(here.ranges[0].first if here.ranges else None, here.printed, index + 1)
        texts.append(PageText(index + 1, words.foreign_page.format(page=index + 1), flowing(page.text), link, begin))
    detail = words.packet_size.format(pages=count, size=words.size(foreign.size))
    picture = relative(document.file, base) if foreign.picture else ""
    card = Card(words.foreign_file, detail, relative(document.file, base))
    return {"picture": picture, "card": card, "texts": tuple(texts)}
