"""The words of the notice board, of the lists of decisions and assignments, and of their places elsewhere."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from kallelse.model.settings import Language


@dataclass(frozen=True, slots=True)
class Words:
    """One language's words; those with `{names}` are filled by `str.format`, pairs are one and several."""

    language: Language

    # Menu
    decisions: str
    board: str

    # The board's own shell
    official: str
    to_site: str

    # Board
    board_lead: str
    board_as_of: str
    board_description: str
    on_board: str
    adjusted_minutes: str
    none_minutes: str
    meeting_of: str
    paragraphs: str
    immediately: str
    immediately_all: str
    adjusted: str
    posted: str
    down: str
    board_day: str
    not_posted: str
    kept: str
    proof: str
    proof_link: str
    last_day: str
    appeal: str
    appeal_when: str
    appeal_none_why: str
    personal_time: str
    no_appeal: str
    no_day_yet: str
    provisions: str
    council_meetings: str
    none_council: str
    announced: str
    latest_announced: str
    cases: str
    delegated: str
    delegated_lead: str
    decided: str
    decided_by: str
    how_to_appeal: str

    # Lists of decisions
    decisions_lead: str
    decisions_latest: str
    decisions_all: str
    decisions_year: str
    decisions_by_committee: str
    decisions_by_year: str
    none_decisions: str
    paragraph_of: str
    extended_in: str

    # Assignments
    assignments: str
    assignments_lead: str
    assignments_open: str
    assignments_reported: str
    none_open: str
    open: str
    overdue: str
    reported: str
    due: str
    reported_in: str
    to_report: str

    # Start
    box: str
    box_up: str
    box_minutes: tuple[str, str]
    box_decisions: tuple[str, str]
    box_nearest: str
    box_none: str
    to_board: str


_WORDS: Mapping[Language, Words] = {
    "sv": Words(
        language="sv",
        decisions="Beslut",
        board="Anslagstavla",
        official="Officiell anslagstavla",
        to_site="Till {site}",
        board_lead="Tillkännagivanden enligt kommunallagen.",
        board_as_of="Tavlan visas som den var den {day}.",
        board_description="Justerade protokoll, fullmäktiges möten och hur beslut överklagas.",
        on_board="Vad tavlan visar",
        adjusted_minutes="Justerade protokoll",
        none_minutes="Inget protokoll är anslaget.",
        meeting_of="Sammanträde {day}",
        paragraphs="Paragrafer",
        immediately="omedelbart justerad",
        immediately_all="omedelbart justerade",
        adjusted="Justerat",
        posted="Anslaget",
        down="Tas ned",
        board_day="{board} {day}",
        not_posted="{board}, ännu inte anslaget",
        kept="Förvaras",
        proof="Bevis",
        proof_link="Anslagsbevis (PDF)",
        last_day="Sista dag att överklaga",
        appeal="Överklagande",
        appeal_when="Så överklagar du",
        appeal_none_why="Varför",
        personal_time="Tre veckor från det att du fick del av beslutet",
        no_appeal="Kan inte överklagas",
        no_day_yet="Räknas från det att alla kommunernas tavlor har anslaget",
        provisions="Så räknas dagarna",
        council_meetings="Kommande sammanträden",
        none_council="Inget sammanträde är anslaget.",
        announced="Anslaget {day}",
        latest_announced="Sista dag att tillkännage mötet",
        cases="Ärenden",
        delegated="Delegationsbeslut",
        delegated_lead="Beslut på nämndens vägnar som inte anmäls till nämnden.",
        decided="Beslutat",
        decided_by="Beslutat av",
        how_to_appeal="Så överklagar du ett beslut",
        decisions_lead="Vad fullmäktige och nämnderna har beslutat, enligt justerade protokoll.",
        decisions_latest="Senaste besluten",
        decisions_all="Alla beslut",
        decisions_year="Beslut {year}, {committee}",
        decisions_by_committee="Beslut efter nämnd och år",
        decisions_by_year="Beslut efter år",
        none_decisions="Det finns inga beslut än.",
        paragraph_of="{committee} §\N{NO-BREAK SPACE}{number}",
        extended_in="tiden förlängd §\N{NO-BREAK SPACE}{number}, {day}",
        assignments="Uppdrag",
        assignments_lead="Vad fullmäktige och nämnderna har gett i uppdrag, och vad som har återrapporterats.",
        assignments_open="Öppna uppdrag",
        assignments_reported="Återrapporterade uppdrag",
        none_open="Det finns inga öppna uppdrag.",
        open="Öppet",
        overdue="Försenat",
        reported="Återrapporterat",
        due="senast {day}",
        reported_in="Återrapporterat {day}:",
        to_report="Återrapporteras {day}:",
        box="Anslagstavlan",
        box_up="Anslaget nu: {notices}.",
        box_minutes=("protokoll", "protokoll"),
        box_decisions=("delegationsbeslut", "delegationsbeslut"),
        box_nearest="Närmaste sista dag att överklaga är",
        box_none="Inget beslut är anslaget just nu.",
        to_board="Till anslagstavlan",
    ),
    "en": Words(
        language="en",
        decisions="Decisions",
        board="Notice board",
        official="Official notice board",
        to_site="To {site}",
        board_lead="Notices under the Swedish Local Government Act.",
        board_as_of="The board is shown as it was on {day}.",
        board_description="Adjusted minutes, meetings of the council and how decisions are appealed.",
        on_board="What the board shows",
        adjusted_minutes="Adjusted minutes",
        none_minutes="No minutes are announced.",
        meeting_of="Meeting of {day}",
        paragraphs="Paragraphs",
        immediately="adjusted at once",
        immediately_all="adjusted at once",
        adjusted="Adjusted",
        posted="Announced",
        down="Comes down",
        board_day="{board} {day}",
        not_posted="{board}, not announced yet",
        kept="Kept",
        proof="Proof",
        proof_link="Proof of notice (PDF)",
        last_day="Last day to appeal",
        appeal="Appeal",
        appeal_when="How to appeal",
        appeal_none_why="Why",
        personal_time="Three weeks from when you learnt of the decision",
        no_appeal="Cannot be appealed",
        no_day_yet="Counted from when the boards of all municipalities have the notice",
        provisions="How the days are counted",
        council_meetings="Coming meetings",
        none_council="No meeting is announced.",
        announced="Announced {day}",
        latest_announced="Last day to announce the meeting",
        cases="Cases",
        delegated="Delegated decisions",
        delegated_lead="Decisions on behalf of the committee that are not reported to it.",
        decided="Decided",
        decided_by="Decided by",
        how_to_appeal="How to appeal a decision",
        decisions_lead="What the council and the committees have decided, by adjusted minutes.",
        decisions_latest="Latest decisions",
        decisions_all="All decisions",
        decisions_year="Decisions {year}, {committee}",
        decisions_by_committee="Decisions by committee and year",
        decisions_by_year="Decisions by year",
        none_decisions="There are no decisions yet.",
        paragraph_of="{committee} §\N{NO-BREAK SPACE}{number}",
        extended_in="time extended §\N{NO-BREAK SPACE}{number}, {day}",
        assignments="Assignments",
        assignments_lead="What the council and the committees have commissioned, and what has been reported back.",
        assignments_open="Open assignments",
        assignments_reported="Assignments reported back",
        none_open="There are no open assignments.",
        open="Open",
        overdue="Overdue",
        reported="Reported back",
        due="by {day}",
        reported_in="Reported back {day}:",
        to_report="To be reported back {day}:",
        box="Notice board",
        box_up="Announced now: {notices}.",
        box_minutes=("set of minutes", "sets of minutes"),
        box_decisions=("delegated decision", "delegated decisions"),
        box_nearest="The nearest last day to appeal is",
        box_none="No decision is announced at the moment.",
        to_board="To the notice board",
    ),
}


def board_words(language: Language) -> Words:
    """The words of `language`."""
    return _WORDS[language]
