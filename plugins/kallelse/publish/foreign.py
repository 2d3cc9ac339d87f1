"""A foreign attachment turned into what its page shows: the file to fetch, and its text page by page."""

from __future__ import annotations

from dataclasses import dataclass

from kallelse.model.address import relative
from kallelse.model.foreign import Foreign
from kallelse.model.matter import Step
from kallelse.model.meeting import Document
from kallelse.publish import parts
from kallelse.publish.parts import Card, PageLink
from kallelse.publish.plan import Plan


@dataclass(frozen=True, slots=True)
class PageText:
    """One page of the document: its number, its name, its text, and where it is in the packet."""

    number: int
    name: str
    text: str
    pages: PageLink | None


def foreign_values(plan: Plan, step: Step, document: Document, foreign: Foreign) -> dict[str, object]:
    """What the template `foreign.html` needs of the document itself."""
    words, base = plan.words, document.address
    packed = plan.document_pages(step.meeting, document.path)
    count = words.count(len(foreign.pages), words.page_count)
    texts = []
    for index, page in enumerate(foreign.pages):
        link = parts.page_link(plan, step.meeting, packed.page(index), base)
        texts.append(PageText(index + 1, words.foreign_page.format(page=index + 1), page.text, link))
    detail = words.packet_size.format(pages=count, size=words.size(foreign.size))
    picture = relative(document.file, base) if foreign.picture else ""
    card = Card(words.foreign_file, detail, relative(document.file, base))
    return {"picture": picture, "card": card, "texts": tuple(texts)}
