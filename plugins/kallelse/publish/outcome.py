"""What became of proposals turned into tags, of a whole paragraph and point by point."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import assert_never

from kallelse.locale.site import Words
from kallelse.model.decision import Decision
from kallelse.model.label import compact
from kallelse.model.record import Paragraph, Publication
from kallelse.model.vote import Outcome
from kallelse.publish.parts import Tag


@dataclass(frozen=True, slots=True)
class PointTag:
    """What some points of a decision came to, and which they are in words."""

    points: str
    tag: Tag


def paragraph_tags(paragraph: Paragraph, words: Words) -> tuple[Tag, ...]:
    """What became of a paragraph: one tag, one for each outcome "in part" where its points differ, none for nothing."""
    if not is_told(paragraph):
        return (Tag(words.unpublished, "info"),)
    return outcome_tags(paragraph.outcomes, words)


def outcome_filters(paragraphs: Iterable[Paragraph], words: Words) -> tuple[tuple[str, str], ...]:
    """What narrows a search down to pages of paragraphs that came to the same."""
    told = (outcome for paragraph in paragraphs if is_told(paragraph) for outcome in paragraph.outcomes)
    return tuple(("outcome", words.outcomes[outcome]) for outcome in dict.fromkeys(told))


def is_told(paragraph: Paragraph) -> bool:
    """Whether more is published of a paragraph than its heading."""
    match paragraph.publication:
        case Publication.FULL | Publication.ANONYMISED:
            return True
        case Publication.HEADING | Publication.NUMBER:
            return False
        case never:
            assert_never(never)


def outcome_tags(outcomes: Sequence[Outcome], words: Words) -> tuple[Tag, ...]:
    """The outcomes as tags, each "in part" where there are several."""
    if len(outcomes) < 2:
        return tuple(_tag(each, words) for each in outcomes)
    return tuple(Tag(words.in_part(each), _tone(each)) for each in outcomes)


def point_tags(decision: Decision, words: Words) -> tuple[PointTag, ...]:
    """The outcome of each point, points with the same together; none where the whole has one alone."""
    if len(decision.outcomes) < 2:
        return ()
    return tuple(_together(decision, words))


def _together(decision: Decision, words: Words) -> Iterator[PointTag]:
    numbered = list(enumerate(decision.points, start=1))
    for outcome in dict.fromkeys(point.outcome for point in decision.points):
        if outcome is not None:
            numbers = [str(point.number or place) for place, point in numbered if point.outcome is outcome]
            yield PointTag(words.point_of.format(numbers=compact(numbers)), _tag(outcome, words))


def _tag(outcome: Outcome, words: Words) -> Tag:
    return Tag(words.outcomes[outcome], _tone(outcome))


def _tone(outcome: Outcome) -> str:
    match outcome:
        case Outcome.APPROVED | Outcome.ELECTED:
            return "ok"
        case Outcome.AMENDED:
            return "part"
        case Outcome.REJECTED:
            return "no"
        case Outcome.TABLED | Outcome.REFERRED_BACK | Outcome.REFERRED_ON:
            return "wait"
        case Outcome.ANSWERED | Outcome.NOTED | Outcome.WITHDRAWN:
            return "info"
        case never:
            assert_never(never)
