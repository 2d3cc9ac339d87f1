"""What was changed after a packet was issued, turned into words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from kallelse.locale import dates
from kallelse.locale.packet import WORDS, Words
from kallelse.model.changed import Changed, changed
from kallelse.model.issue import ChangeKind
from kallelse.model.label import compact
from kallelse.model.meeting import Document, Meeting
from kallelse.model.renumbered import Renumbered, concordance, renumberings
from kallelse.model.settings import Language

_TITLE = {"sv": "Ändrat efter utskicket {date}", "en": "Changed after the issue of {date}"}
_KINDS: Mapping[Language, Mapping[ChangeKind, str]] = {
    "sv": {ChangeKind.ADDED: "Tillkommer", ChangeKind.REPLACED: "Ändras", ChangeKind.WITHDRAWN: "Utgår"},
    "en": {ChangeKind.ADDED: "Added", ChangeKind.REPLACED: "Changed", ChangeKind.WITHDRAWN: "Withdrawn"},
}
_NOTICES: Mapping[Language, Mapping[ChangeKind, str]] = {
    "sv": {
        ChangeKind.ADDED: "Tillägg {date} till kallelsen den {issued}: {reason}",
        ChangeKind.REPLACED: "Ändring {date} i kallelsen den {issued}: {reason}",
        ChangeKind.WITHDRAWN: "Ändring {date} i kallelsen den {issued}: {reason}",
    },
    "en": {
        ChangeKind.ADDED: "Addition of {date} to the summons of {issued}: {reason}",
        ChangeKind.REPLACED: "Change of {date} to the summons of {issued}: {reason}",
        ChangeKind.WITHDRAWN: "Change of {date} to the summons of {issued}: {reason}",
    },
}
_LATER = {"sv": "Ändring {date}: {reason}", "en": "Change of {date}: {reason}"}
_COVER = {"sv": "Uppgifter om mötet", "en": "Facts of the meeting"}
_RENUMBERED = {
    "sv": "Sidorna numrerades om {date}: nya nummer sedan utskick {number}, {issued}",
    "en": "All pages were renumbered on {date}: new numbers since issue {number}, {issued}",
}
_COLUMNS = {"sv": ("Handling", "Gammal sida", "Ny sida"), "en": ("Document", "Old page", "New page")}
_UNTOLD = {"sv": "en handling", "en": "a document"}


@dataclass(frozen=True, slots=True)
class ChangeWords:
    """One change: what happened, to which document, when and why; `labels` are the pages that are vacant now."""

    kind: str
    name: str
    why: str
    labels: str


def changes_title(meeting: Meeting, language: Language) -> str:
    """`Ändrat efter utskicket 19 september 2022`."""
    return _TITLE[language].format(date=dates.day(meeting.issues[0].date, language))


def change_words(one: Changed, meeting: Meeting, language: Language) -> ChangeWords:
    """`Tillkommer`, `Ärende 3, Bilaga 3 Underlag`, `21 september 2022. Nämnden bad om underlaget.`"""
    return ChangeWords(
        kind=_KINDS[language][one.kind],
        name=_COVER[language] if one.change.path == meeting.path else _name(one, language),
        why=f"{dates.day(one.change.date, language)}. {one.change.reason}",
        labels=compact(one.vacant),
    )


def change_notice(path: str, meeting: Meeting, language: Language) -> str:
    """`Tillägg 8 juni 2022 till kallelsen den 3 juni 2022: Nämnden bad om underlaget.`, and what was changed then.

    Tells of all changes of the document at `path`; empty where there are none.
    """
    own = [one for one in changed(meeting) if one.change.path == path]
    told = []
    for place, one in enumerate(own):
        if one.kind is ChangeKind.WITHDRAWN:
            # It is there again, or there would be no page to say it on.
            continue
        # Of what was added, a later change is one of the addition.
        added = any(before.kind is ChangeKind.ADDED for before in own[:place])
        later = added and one.kind is ChangeKind.REPLACED
        told.append(_notice(_LATER[language] if later else _NOTICES[language][one.kind], one, meeting, language))
    return " ".join(told)


def withdrawal_notices(meeting: Meeting, language: Language) -> Mapping[str, str]:
    """When and why pages were withdrawn that are vacant now, by the numbers that they print."""
    return {
        label: _notice(_NOTICES[language][one.kind], one, meeting, language)
        for one in changed(meeting)
        if one.kind is ChangeKind.WITHDRAWN
        for label in one.vacant
    }


def _notice(pattern: str, one: Changed, meeting: Meeting, language: Language) -> str:
    issued = dates.day(meeting.issues[0].date, language)
    reason = one.change.reason.rstrip(".") + "."
    return pattern.format(date=dates.day(one.change.date, language), issued=issued, reason=reason)


@dataclass(frozen=True, slots=True)
class ConcordanceWords:
    """Which pages documents had and have: a title, the headings of three columns, the rows under them."""

    title: str
    columns: tuple[str, str, str]
    rows: tuple[tuple[str, str, str], ...]


def concordances(meeting: Meeting, language: Language) -> tuple[ConcordanceWords, ...]:
    """Each time that all pages of a packet were counted anew, `Ärende 3, Bilaga 3 Underlag`, `8–9`, `10–11`."""
    return tuple(
        ConcordanceWords(
            _RENUMBERED[language].format(
                date=dates.day(after.date, language), number=number, issued=dates.day(before.date, language)
            ),
            _COLUMNS[language],
            concordance_rows(meeting, concordance(before, after), language),
        )
        for number, before, after in renumberings(meeting)
    )


def concordance_rows(
    meeting: Meeting, rows: Iterable[Renumbered], language: Language
) -> tuple[tuple[str, str, str], ...]:
    """`Ärende 3, Bilaga 3 Underlag`, `8–9`, `10–11`; a dash for what is no more.

    What a document of the meeting is called today is what may be told of it.
    """
    today = {document.path: titled(document, WORDS[language]) for _, _, document in meeting.printed()}
    return tuple(
        (_called(row.number, today.get(row.path, row.title), language), compact(row.old), compact(row.new) or "–")
        for row in rows
    )


def document_name(document: Document, words: Words) -> str:
    """`Tjänsteskrivelse`, `Bilaga 1`."""
    return words.letter if document.number is None else words.attachment.format(number=document.number)


def titled(document: Document, words: Words) -> str:
    """`Bilaga 1 Underlag`."""
    return f"{document_name(document, words)} {document.title}"


def _name(one: Changed, language: Language) -> str:
    words = WORDS[language]
    if one.document is not None and one.row is not None:
        number, title = one.row.number, titled(one.document, words)
    else:
        number, title = (one.issued.number, one.issued.title) if one.issued is not None else ("", "")
    return _called(number, title, language)


def _called(number: str, title: str, language: Language) -> str:
    case = WORDS[language].case.format(number=number) if number else ""
    return ", ".join(part for part in (case, title or _UNTOLD[language]) if part)
