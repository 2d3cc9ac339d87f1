"""A foreign document into Typst source: for each of its pages one with nothing but a frame, a stamp and a number."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from kallelse.model.foreign import Foreign, ForeignLink, ForeignPage
from kallelse.model.pages import STANDARDS
from kallelse.model.paper import A3, A4, POINTS
from kallelse.typeset import literal
from kallelse.typeset.heads import head_of, notice_of, occasion
from kallelse.typeset.plan import Plan, Sheet

# Letter and legal paper, and what is a little out of size, are still taken for A4.
_NEAR = 1.05
# What a page is scaled to at most; the strip that it frees above is for the stamp.
_PART = 0.92
_STRIP = 15 * POINTS


@dataclass(frozen=True, slots=True)
class Laying:
    """How a foreign page lies on its page of the packet: paper and frame in points, from the upper left corner.

    `scale` is the frame as a part of the page's own size.
    """

    paper: str
    flipped: bool
    height: float
    x: float
    y: float
    frame_width: float
    frame_height: float
    scale: float


def laying_of(page: ForeignPage) -> Laying:
    """The paper that takes `page` at 92 % of its size, A4 or A3 as it stands or lies; a larger page is made smaller."""
    short, long = sorted((page.width, page.height))
    name, paper = ("a4", A4) if short <= A4[0] * _NEAR and long <= A4[1] * _NEAR else ("a3", A3)
    flipped = page.width > page.height
    width, height = (paper[1], paper[0]) if flipped else paper
    scale = min(_PART, _PART * width / page.width, _PART * height / page.height)
    across, down = page.width * scale, page.height * scale
    return Laying(name, flipped, height, (width - across) / 2, _STRIP, across, down, scale)


def foreign_source(sheet: Sheet, foreign: Foreign, plan: Plan) -> str:
    """The pages of a foreign document as a Typst statement that begins on a new page."""
    head = head_of(sheet, plan)
    number = sheet.row.number
    pages = literal.array(_page(sheet, foreign, index, plan) for index in range(len(foreign.pages)))
    arguments = [
        str(sheet.index),
        number if number.isdecimal() else "none",
        literal.string(head.kicker),
        literal.string(sheet.name),
        literal.string(head.entry),
        pages,
    ]
    if sheet.opens:
        arguments.append(f"opens:{literal.string(head.case_entry)}")
    notice = notice_of(sheet, plan)
    if notice:
        arguments.append(f"notice:{literal.content(literal.breakable(notice))}")
    return f"foreign-pages({','.join(arguments)})"


def stamp_words(sheet: Sheet, foreign: Foreign, index: int, plan: Plan) -> tuple[str, str]:
    """What the stamp of a page says after case and attachment, and how the page is named to who cannot see it."""
    laying = laying_of(foreign.pages[index])
    of = {"page": index + 1, "pages": len(foreign.pages)}
    if foreign.picture:
        return plan.words.picture, foreign.pages[index].text or sheet.document.title
    shown = plan.words.reproduced.format(percent=round(laying.scale * 100))
    count = f"{plan.words.sheet} {of['page']} {plan.words.of} {of['pages']}"
    text = plan.words.text_elsewhere if foreign.pages[index].text.strip() else plan.words.without_text
    said = plan.words.stand_in.format(name=sheet.name, title=sheet.document.title, text=text, **of)
    return f"{shown}, {count}", said


def _page(sheet: Sheet, foreign: Foreign, index: int, plan: Plan) -> str:
    laying = laying_of(foreign.pages[index])
    stamp, said = stamp_words(sheet, foreign, index, plan)
    sizes = ",".join(f"{value:.3f}pt" for value in (laying.x, laying.y, laying.frame_width, laying.frame_height))
    paper = f"{literal.string(laying.paper)},{literal.boolean(laying.flipped)}"
    picture = literal.string(f"/{sheet.document.path}") if foreign.picture else "none"
    links = literal.array(_link(link, laying, sheet) for link in foreign.pages[index].links)
    return f"({paper},{sizes},{literal.string(stamp)},{literal.string(said)},{links},{picture})"


def _link(link: ForeignLink, laying: Laying, sheet: Sheet) -> str:
    x, y = laying.x + link.x * laying.frame_width, laying.y + link.y * laying.frame_height
    sizes = (x, y, link.width * laying.frame_width, link.height * laying.frame_height)
    target = literal.string(link.url) if link.url else f"label({literal.string(_label(sheet, link.page))})"
    return f"({','.join(f'{size:.3f}pt' for size in sizes)},{target})"


def _label(sheet: Sheet, page: int) -> str:
    """The label of a foreign page, counted from 1."""
    return f"sheet-{sheet.index}" if page == 1 else f"foreign-{sheet.index}-{page}"


def expected_stamp(sheet: Sheet, foreign: Foreign, index: int, plan: Plan) -> str:
    """The words of the stamp on one page."""
    head = head_of(sheet, plan)
    said = f"{head.kicker} · {sheet.name} {stamp_words(sheet, foreign, index, plan)[0]}"
    notice = notice_of(sheet, plan) if index == 0 else ""
    return f"{notice} {said} {plan.committee.name} · {occasion(plan)}"


def foreign_sheets(plan: Plan) -> Iterator[tuple[Sheet, Foreign]]:
    """The sheets of a packet that are foreign documents."""
    for sheet in plan.sheets:
        if sheet.document.foreign is not None:
            yield sheet, sheet.document.foreign


def standards_of(plan: Plan) -> tuple[str, ...]:
    """The standards that a packet claims: none where a foreign document in it does not claim to be archival."""
    return STANDARDS if all(foreign.archival for _, foreign in foreign_sheets(plan)) else ()
