"""How and until when a paragraph can be appealed turned into words, with the provisions that say so."""

from __future__ import annotations

from kallelse.law.deadlines import Deadline, PersonalTime, time_to_appeal
from kallelse.locale.law import citation
from kallelse.model.law import Appeal, Provision
from kallelse.model.notice import announced
from kallelse.model.record import Paragraph, ParagraphSet
from kallelse.publish import when
from kallelse.publish.parts import Value
from kallelse.publish.plan import Plan


def appeal_time(one: ParagraphSet | None, paragraph: Paragraph) -> Deadline | PersonalTime | None:
    """When the time to appeal a paragraph of that set ends (KL 13 kap. 5 §, FL 43–44 §§); None without a known day."""
    postings = () if one is None else tuple(announced(one).values())
    return time_to_appeal(paragraph.appeal, postings)


def appeal_words(plan: Plan, one: ParagraphSet | None, paragraph: Paragraph) -> str:
    """`Sista dag att överklaga: 18 oktober 2022`, true whatever day it is read; nothing where nothing is known."""
    words = plan.words
    match appeal_time(one, paragraph):
        case Deadline(day=day):
            return words.appeal_until.format(day=when.day(day, plan.language))
        case PersonalTime(weeks=weeks):
            return words.appeal_personal.format(weeks=weeks)
        case None if paragraph.appeal is Appeal.NONE:
            return words.appeal_none
        case None:
            waits = one is not None and None in announced(one).values()
            return words.appeal_not_begun if waits else ""


def appeal_values(plan: Plan, one: ParagraphSet | None, paragraph: Paragraph) -> tuple[Value, ...]:
    """The same as lines of a fact, the last of which names the provisions."""
    match appeal_time(one, paragraph):
        case Deadline(day=day, provisions=provisions):
            latest = plan.words.appeal_last.format(day=when.day(day, plan.language))
            return Value(latest), _by_law(plan, provisions)
        case PersonalTime(provisions=provisions):
            return Value(appeal_words(plan, one, paragraph)), _by_law(plan, provisions)
        case None:
            said = appeal_words(plan, one, paragraph)
            return (Value(said),) if said else ()


def _by_law(plan: Plan, provisions: tuple[Provision, ...]) -> Value:
    cited = tuple(citation(each, plan.language) for each in provisions)
    return Value(plan.words.by_law.format(citations=plan.words.listed(cited)), quiet=True)
