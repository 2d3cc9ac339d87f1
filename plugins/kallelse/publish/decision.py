"""A decided paragraph turned into the boxes that open its page and stand above the papers of its case."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from kallelse.locale.paragraphs import numbered
from kallelse.model import fold
from kallelse.model.address import relative
from kallelse.model.decision import Decision
from kallelse.model.matter import Step
from kallelse.model.meeting import Committee, Meeting
from kallelse.model.record import Minutes, Paragraph
from kallelse.model.vote import Outcome
from kallelse.publish import when
from kallelse.publish.appeal import appeal_words
from kallelse.publish.outcome import PointTag, outcome_tags, paragraph_tags, point_tags
from kallelse.publish.parts import Tag, Value
from kallelse.publish.plan import Plan
from kallelse.publish.status import Status, is_to_come
from kallelse.publish.text import Writer
from kallelse.publish.vote import vote_in_short

# What may be put to a vote and was not; of an election or a report nobody asks.
_PUT = frozenset((Outcome.APPROVED, Outcome.AMENDED, Outcome.REJECTED))


@dataclass(frozen=True, slots=True)
class Box:
    """A decision in its frame: heading and text as HTML, what became of it; the last of a paragraph has its foot."""

    anchor: str
    heading: str
    tags: tuple[Tag, ...]
    points: tuple[PointTag, ...]
    html: str
    foot: tuple[str, ...] = ()
    links: tuple[Value, ...] = ()


@dataclass(frozen=True, slots=True)
class MinutedParagraph:
    """A paragraph with the meeting whose minutes have it."""

    committee: Committee
    meeting: Meeting
    minutes: Minutes
    paragraph: Paragraph

    @property
    def name(self) -> str:
        """`§ 24`."""
        return numbered((self.paragraph.number,))

    @property
    def anchor(self) -> str:
        """Its place on a page of several."""
        return f"k_p{self.minutes.key_of(self.paragraph)}"

    @property
    def address(self) -> str:
        """Its page."""
        return self.minutes.paragraph_address(self.paragraph)


def recorded(plan: Plan, committee: Committee, meeting: Meeting, case: str) -> tuple[MinutedParagraph, ...]:
    """The adjusted paragraphs of the case with that path."""
    minutes = plan.minutes(meeting)
    found = () if minutes is None else minutes.of_case(case)
    return tuple(MinutedParagraph(committee, meeting, minutes, paragraph) for paragraph in found if minutes is not None)


def recorded_of(plan: Plan, step: Step) -> tuple[MinutedParagraph, ...]:
    """The same of a step of a matter."""
    return recorded(plan, step.committee, step.meeting, step.case.path)


def is_ahead(plan: Plan, step: Step) -> bool:
    """Whether its case is still to be treated: of a meeting of several days some is adjusted before."""
    return is_to_come(step.meeting, plan.as_of) and not recorded_of(plan, step)


def was_up(plan: Plan, step: Step) -> bool:
    """Whether its case has been treated, which no meeting does that was called off."""
    is_held = plan.status(step.meeting) in (Status.HELD, Status.ADJUSTED)
    return is_held or bool(recorded_of(plan, step))


def own_boxes(plan: Plan, one: MinutedParagraph, writer: Writer) -> tuple[Box, ...]:
    """The boxes on the paragraph's own page, under the headings that the minutes have."""

    def opened(decision: Decision) -> tuple[str, str]:
        section = one.paragraph.sections[decision.section]
        return section.anchor or one.anchor, writer.inlines(section.heading)

    links = tuple(_extract(plan, one, one.address))
    return tuple(_boxes(plan, one, writer, opened, links))


def case_boxes(plan: Plan, one: MinutedParagraph, writer: Writer, base: str) -> tuple[Box, ...]:
    """The boxes on another page, at address `base`, under the number of the paragraph to which they lead.

    A paragraph that decides nothing has one without a text.
    """
    words = plan.words

    def opened(decision: Decision) -> tuple[str, str]:
        place = one.paragraph.decisions.index(decision)
        named = words.proposal_to.format(body=decision.to) if decision.to else words.decision
        return f"{one.anchor}{f'_{place + 1}' if place else ''}", f"{named} {one.name}"

    page = Value(words.record_of.format(numbers=one.name), relative(one.address, base))
    links = (page, *_extract(plan, one, base))
    found = tuple(_boxes(plan, one, writer, opened, links))
    tags = paragraph_tags(one.paragraph, words)
    return found or (Box(one.anchor, words.record_of.format(numbers=one.name), tags, (), "", (), links),)


def foot(plan: Plan, one: MinutedParagraph) -> tuple[str, ...]:
    """How it was decided, until when that can be appealed, and when it was corrected."""
    paragraph, words = one.paragraph, plan.words
    voted = vote_in_short(paragraph, plan)
    if not voted and _PUT.intersection(paragraph.outcomes):
        voted = words.without_vote
    appeal = appeal_words(plan, one.minutes.set_of(paragraph), paragraph)
    corrected_on = {each.date for each in one.minutes.corrections if each.paragraph == paragraph.number}
    days = [when.day(day, plan.language) for day in sorted(corrected_on)]
    corrected = words.corrected_on.format(days=words.listed(days)) if days else ""
    return tuple(each for each in (when.capital(voted), appeal, corrected) if each)


def lone_foot(plan: Plan, one: MinutedParagraph) -> Box:
    """What stands below a decision, of a paragraph that has none."""
    return Box("", "", (), (), "", foot(plan, one), tuple(_extract(plan, one, one.address)))


def decided_html(one: MinutedParagraph, decision: Decision, writer: Writer, level: int = 2) -> str:
    """The text of a decision, below headings of `level`."""
    return writer.blocks(one.paragraph.sections[decision.section].blocks, level)


def decision_text(each: MinutedParagraph) -> str:
    """What a paragraph decides in running words, points by their numbers; each proposal to another body under it."""
    return " ".join(_decided(decision) for decision in each.paragraph.decisions)


def _decided(decision: Decision) -> str:
    points = (
        f"{point.number}. {fold.plain(point.blocks)}" if point.number else fold.plain(point.blocks)
        for point in decision.points
    )
    said = " ".join(points)
    return f"{decision.to}: {said}" if decision.to else said


def _boxes(
    plan: Plan,
    one: MinutedParagraph,
    writer: Writer,
    opened: Callable[[Decision], tuple[str, str]],
    links: tuple[Value, ...],
) -> Iterator[Box]:
    decisions = one.paragraph.decisions
    for place, decision in enumerate(decisions, start=1):
        anchor, heading = opened(decision)
        last = place == len(decisions)
        yield Box(
            anchor,
            heading,
            outcome_tags(decision.outcomes, plan.words),
            point_tags(decision, plan.words),
            decided_html(one, decision, writer),
            foot(plan, one) if last else (),
            links if last else (),
        )


def _extract(plan: Plan, one: MinutedParagraph, base: str) -> Iterator[Value]:
    """The extract as a link, where there is one."""
    address = one.minutes.extract_pdf(one.paragraph)
    file = plan.record_file(one.meeting, address)
    if file is not None:
        pages = plan.words.count(file.pages.total, plan.words.page_count)
        yield Value(f"{plan.words.extract} ({plan.words.pdf_pages.format(pages=pages)})", relative(address, base))
