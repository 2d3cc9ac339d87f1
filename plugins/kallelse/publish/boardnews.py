"""The notice board as it is turned into news: what it announces, with the last day to appeal."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from html import escape

from kallelse.locale.board import board_words
from kallelse.locale.follow import follow_words
from kallelse.model.archive import BOARD
from kallelse.model.meeting import Committee
from kallelse.publish.board import (
    AppealLine,
    council_meetings,
    council_sheet,
    sheet_of_decision,
    sheet_of_set,
)
from kallelse.publish.news import News, full_name, of_days, off_day, paragraph_html
from kallelse.publish.notices import Notice, announced_decisions, announced_sets
from kallelse.publish.parts import Fact
from kallelse.publish.plan import Plan


@dataclass(frozen=True, slots=True)
class BoardNews:
    """What the board announces of a committee; its text is that of a `decision` that no meeting has."""

    committee: Committee
    news: News
    decision: str = ""


def board_news(plan: Plan) -> tuple[BoardNews, ...]:
    """All that is on the board on the day of the build."""
    return (*_sets(plan), *_council(plan), *_decisions(plan))


def _sets(plan: Plan) -> Iterator[BoardNews]:
    board, said = board_words(plan.language), follow_words(plan.language)
    for each in announced_sets(plan):
        sheet = sheet_of_set(plan, each, board)
        title = said.notice.format(numbers=sheet.name, meeting=full_name(plan, each.committee, each.meeting))
        address = f"{BOARD}#{sheet.anchor}"
        yield BoardNews(
            each.committee,
            News(
                name=address,
                day=each.notice.first,
                title=title,
                summary=_summary(sheet.lines),
                address=address,
                html=_lines(sheet.lines) + _facts(sheet.facts),
                terms=(each.committee.name, said.kind_notice),
                base=BOARD,
                changed=_posted(plan, each.notice),
            ),
        )


def _decisions(plan: Plan) -> Iterator[BoardNews]:
    board, said = board_words(plan.language), follow_words(plan.language)
    for committee, one, notice in announced_decisions(plan):
        sheet = sheet_of_decision(plan, committee, one, notice, board)
        address = f"{BOARD}#{sheet.anchor}"
        yield BoardNews(
            committee,
            News(
                name=address,
                day=notice.first,
                title=said.delegated.format(decision=one.decision),
                summary=". ".join(part for part in (committee.name, _summary(sheet.lines)) if part),
                address=address,
                html=paragraph_html(committee.name) + _lines(sheet.lines) + _facts(sheet.facts),
                terms=(committee.name, said.kind_delegated),
                base=BOARD,
                changed=_posted(plan, notice),
            ),
            one.decision,
        )


def _council(plan: Plan) -> Iterator[BoardNews]:
    board, said = board_words(plan.language), follow_words(plan.language)
    for committee, meeting in council_meetings(plan):
        if meeting.issued is not None:
            sheet = council_sheet(plan, committee, meeting, board)
            cases = "".join(
                f"<li>{escape(' '.join(part for part in case if part), quote=False)}</li>" for case in sheet.cases
            )
            tag = paragraph_html(sheet.tag.text if sheet.tag is not None else "")
            address = f"{BOARD}#{sheet.anchor}"
            yield BoardNews(
                committee,
                News(
                    name=address,
                    day=meeting.issued,
                    title=said.council.format(meeting=full_name(plan, committee, meeting)),
                    summary=sheet.lead,
                    address=address,
                    html=tag + paragraph_html(sheet.lead) + (f"<ul>{cases}</ul>" if cases else ""),
                    terms=(committee.name, said.kind_notice),
                    base=BOARD,
                    changed=max(meeting.issued, *of_days(plan, meeting), off_day(plan, meeting) or meeting.issued),
                ),
            )


def _posted(plan: Plan, notice: Notice) -> dt.date:
    """The last day on which a board got a notice: from the last of all the time to appeal is counted."""
    return max(posting.date for posting in notice.postings if posting.date <= plan.as_of)


def _summary(lines: Iterable[AppealLine]) -> str:
    """`Sista dag att överklaga: 18 oktober 2022`."""
    return ". ".join(f"{line.label}: {line.said}" for line in lines)


def _lines(lines: Iterable[AppealLine]) -> str:
    return "".join(
        f"<p>{escape(line.label, quote=False)}: <strong>{escape(line.said, quote=False)}</strong>. "
        f'<a href="{escape(line.href)}">{escape(line.link, quote=False)}</a></p>'
        for line in lines
    )


def _facts(facts: Iterable[Fact]) -> str:
    told = "".join(
        f"<dt>{escape(fact.term, quote=False)}</dt>"
        + "".join(
            "<dd>"
            + (
                f'<a href="{escape(value.href)}">{escape(value.text, quote=False)}</a>'
                if value.href
                else escape(value.text, quote=False)
            )
            + "</dd>"
            for value in fact.values
        )
        for fact in facts
    )
    return f"<dl>{told}</dl>" if told else ""
