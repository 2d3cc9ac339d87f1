"""The words of new files: the headings of a letter and what stands under them until the secretary has written."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from kallelse.model.meeting import CaseKind
from kallelse.model.settings import Language

LETTER: Mapping[Language, str] = {
    "sv": (
        "## Förslag till beslut\n\nNämnden beslutar att …\n\n"
        "## Sammanfattning\n\n…\n\n## Beskrivning av ärendet\n\n…\n\n## Ekonomiska konsekvenser\n\n…\n"
    ),
    "en": (
        "## Proposal\n\nThe committee decides to …\n\n"
        "## Summary\n\n…\n\n## Description\n\n…\n\n## Economic consequences\n\n…\n"
    ),
}
KINDS: Mapping[Language, str] = {
    "sv": "decision (beslut), election (val), information eller notification (anmälan)",
    "en": "decision, election, information or notification",
}
"""The kinds of a case, in a comment."""

ONLINE = (
    *("digital", "digitalt", "digital mötesplats", "distans", "på distans", "videomöte", "videokonferens", "telefon"),
    *("teams", "microsoft teams", "ms teams", "zoom", "skype", "google meet", "webex", "online", "on-line"),
    *("digitally", "remote", "remotely", "video conference"),
)
"""What the place of a meeting is called that has none, or not for all."""

ISSUED: Mapping[Language, str] = {
    "sv": "# Skriv dagen då kallelsen går ut. Innan dess visas bara dag, tid och plats.\n# issued: {day}\n",
    "en": "# Write the day the summons goes out. Until then only day, time and place are shown.\n# issued: {day}\n",
}
HANDBOOK: Mapping[Language, str] = {
    "sv": "# Om webbplatsen\n\nHär finns nämndernas kallelser, ärenden och handlingar.\n",
    "en": "# About the site\n\nHere are the committees' summonses, cases and papers.\n",
}
YEARBOOK: Mapping[Language, str] = {"sv": "arsbok.pdf", "en": "yearbook.pdf"}
"""The file of a new archive's yearbook."""

SITE: Mapping[Language, str] = {"sv": "Möten och beslut", "en": "Meetings and decisions"}
"""The title of a site that names none."""
ABOUT: Mapping[Language, str] = {"sv": "Om webbplatsen", "en": "About the site"}


@dataclass(frozen=True, slots=True)
class MinutesWords:
    """What new minutes say until a secretary has written: comments of one line, examples, guidance in brackets.

    `decisions` is what to write of a case, by its kind; `as_proposed` of one that has a proposal, `formality` of a row
    that is no case. `{paragraphs}` are some of the meeting's, as minutes write them.
    """

    comments: str
    end: str
    clock: str
    form: str
    day: str
    year: str
    unknown: str
    members: str
    somebody: str
    serving: str
    deputy: str
    deputies: str
    others: str
    adjusters: str
    kept: str
    adjusted: str
    at_once: str
    reason: str
    corrected: str
    correction: str
    decision: str
    proposal: str
    as_proposed: str
    decisions: Mapping[CaseKind, str]
    formality: str


MINUTES: Mapping[Language, MinutesWords] = {
    "sv": MinutesWords(
        comments="Rader som börjar med # är hjälp till dig och syns aldrig. Mer står i handboken, under Protokoll.",
        end="Skriv när sammanträdet slutade och ta bort tecknet # och blanktecknet efter.",
        clock="TT:MM",
        form="Mötesformen är tagen från platsen: digital, hybrid (några på plats) eller in_person (alla på plats).",
        day="ÅÅÅÅ-MM-DD",
        year="Året börjar med § 1. Har nämnden redan sammanträtt i år skriver du numret på mötets första paragraf.",
        unknown="Ett tidigare möte i år har inget protokoll här. Skriv numret på det här mötets första paragraf.",
        members="Ta bort den som inte var med. Var någon med bara en del, skriv det sist: {name}, {paragraphs}",
        somebody="Förnamn Efternamn (P)",
        serving="Ersättare som tjänstgjorde, och för vem. Ta bort tecknet # och blanktecknet efter.",
        deputy="{name} för Förnamn Efternamn, {paragraphs}",
        deputies="Ersättare som var med utan att tjänstgöra.",
        others="Andra som var med, till exempel tjänstepersoner.",
        adjusters="Den som justerar tillsammans med ordföranden.",
        kept="Var protokollet förvaras.",
        adjusted="När protokollet är justerat och anslaget: skriv dagarna, och ta bort # och blanktecknet efter.",
        at_once="Har en paragraf justerats omedelbart står den för sig, och de andra för sig:",
        reason="Varför paragrafen måste justeras genast",
        corrected="Rättas protokollet efter justeringen",
        correction="Vad som stod, och vad som är rätt",
        decision="Beslut",
        proposal="Beslut – Förslag till {body}",
        as_proposed="[Skriv {enligt förslaget}, eller beslutets ord]",
        decisions={
            CaseKind.DECISION: "[Skriv beslutets ord]",
            CaseKind.INFORMATION: "[Skriv vad som noterades] {noterat}",
            CaseKind.NOTIFICATION: "[Skriv vad som anmäldes] {noterat}",
            CaseKind.ELECTION: "[Skriv vem som valdes] {valt}",
        },
        formality="[Skriv vad som beslutades, eller ta bort rubriken ovanför]",
    ),
    "en": MinutesWords(
        comments="Lines that begin with # are for you alone and never shown. All else is in the handbook.",
        end="Write when the meeting ended, and remove the sign # and the blank after it.",
        clock="HH:MM",
        form="The form is taken from the place: digital, hybrid (some in person) or in_person (all in person).",
        day="YYYY-MM-DD",
        year="A year begins with § 1. If the committee has met this year, write the number of the first paragraph.",
        unknown="An earlier meeting of this year has no minutes here. Write the number of the first paragraph.",
        members="Remove whoever did not attend. If somebody attended only a part, say so last: {name}, {paragraphs}",
        somebody="First Last (P)",
        serving="Deputies who served, and for whom. Remove the sign # and the blank after it.",
        deputy="{name} for First Last, {paragraphs}",
        deputies="Deputies who attended without serving.",
        others="Others who attended, such as officials.",
        adjusters="Who adjusts the minutes with the chair.",
        kept="Where the minutes are kept.",
        adjusted="Once the minutes are adjusted and announced: write the days, and remove # and the blank after it.",
        at_once="If a paragraph was adjusted at once, it stands by itself, and so do the others:",
        reason="Why the paragraph must be adjusted at once",
        corrected="If the minutes are corrected after they are adjusted",
        correction="What stood there, and what is right",
        decision="Decision",
        proposal="Decision – proposal to {body}",
        as_proposed="[Write {approved}, or the words of the decision]",
        decisions={
            CaseKind.DECISION: "[Write the words of the decision]",
            CaseKind.INFORMATION: "[Write what was noted] {noted}",
            CaseKind.NOTIFICATION: "[Write what was reported] {noted}",
            CaseKind.ELECTION: "[Write who was elected] {elected}",
        },
        formality="[Write what was decided, or remove the heading above]",
    ),
}


@dataclass(frozen=True, slots=True)
class VoteWords:
    """The words of a vote that waits for its votes, as a fence takes them; each side with the mark it mostly has."""

    fence: str
    yes: str
    no: str
    for_yes: str
    for_no: str


VOTE: Mapping[Language, VoteWords] = {
    "sv": VoteWords(
        "omröstning",
        "ja",
        "nej",
        "[Skriv vilket förslag] {bifall}",
        "[Skriv vilket förslag] {avslag}",
    ),
    "en": VoteWords(
        "vote",
        "yes",
        "no",
        "[Write which proposal] {approved}",
        "[Write which proposal] {rejected}",
    ),
}
