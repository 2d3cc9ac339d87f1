"""The words that a packet prints of its own, and which blanks in a text hold their neighbours together."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from kallelse.model.meeting import CaseKind
from kallelse.model.settings import Language


@dataclass(frozen=True, slots=True)
class Words:
    """The template's own words in one language; `{…}` is filled where they are used."""

    summons: str
    at: str
    place: str
    called: str
    informed: str
    issued: str
    chair: str
    secretary: str
    cancelled: str
    postponed: str
    agenda: str
    back: str
    number: str
    item: str
    presenter: str
    dnr: str
    proposal: str
    minutes: str
    minutes_unit: str
    pages: str
    page: str
    sheet: str
    sheets: str
    of: str
    case: str
    letter: str
    attachment: str
    attachments: str
    one_attachment: str
    dated: str
    separate: str
    withheld: str
    supplement: str
    vacant: str
    withdrawn: str
    shorter: str
    recipients: str
    grounds: str
    date: str
    officer: str
    unit: str
    earlier: str
    version: str
    owner: str
    reproduced: str
    stand_in: str
    text_elsewhere: str
    without_text: str
    picture: str
    history: str
    role: str
    name: str
    comment: str
    contents: str
    table: str
    figure: str
    rounded: str
    kinds: Mapping[CaseKind, str]

    def counted(self, pages: str) -> str:
        """Pages as they stand after a comma, with their word: `sida 8`, `sidor 8–9`."""
        return f"{self.sheets if set(pages) & set(',–') else self.sheet} {pages}"


WORDS: Mapping[Language, Words] = {
    "sv": Words(
        summons="Kallelse",
        at="klockan",
        place="Plats",
        called="Kallas",
        informed="För kännedom",
        issued="Kallelsen utfärdad {date}",
        chair="ordförande",
        secretary="sekreterare",
        cancelled="Sammanträdet är inställt",
        postponed="Sammanträdet är uppskjutet",
        agenda="Föredragningslista",
        back="Till föredragningslistan",
        number="Nr",
        item="Ärende",
        presenter="Föredragande",
        dnr="Diarienummer",
        proposal="Förslag till beslut",
        minutes="Tid",
        minutes_unit="{minutes} min",
        pages="Sidor",
        page="Sida",
        sheet="sida",
        sheets="sidor",
        of="av",
        case="Ärende {number}",
        letter="Tjänsteskrivelse",
        attachment="Bilaga {number}",
        attachments="Bilagor",
        one_attachment="Bilaga",
        dated="daterad {date}",
        separate="Delas ut separat",
        withheld="Uppgiften omfattas av sekretess.",
        supplement="Tillägg och ändringar",
        vacant="Sidan utgår.",
        withdrawn="Sidan utgår: {title} har dragits tillbaka.",
        shorter="Sidan utgår: {title} har blivit kortare.",
        recipients="Beslut skickas till",
        grounds="Beslutsunderlag",
        date="Datum",
        officer="Handläggare",
        unit="Verksamhet",
        earlier="Tidigare beslut",
        version="Version",
        owner="Ansvarig",
        reproduced="Återges i {percent} % storlek",
        stand_in="{name} {title}, sida {page} av {pages}. {text}",
        text_elsewhere="Texten står på webbplatsen, på bilagans sida.",
        without_text="Sidan har ingen text. Den är en bild eller inskannad.",
        picture="Bild",
        history="Ändringshistorik",
        role="Roll",
        name="Namn",
        comment="Kommentar",
        contents="Innehåll",
        table="Tabell {number}",
        figure="Figur {number}",
        rounded="Avrundning gör att summor kan avvika.",
        kinds={
            CaseKind.DECISION: "",
            CaseKind.INFORMATION: "Information",
            CaseKind.ELECTION: "Val",
            CaseKind.NOTIFICATION: "Anmälan",
        },
    ),
    "en": Words(
        summons="Summons",
        at="at",
        place="Place",
        called="Summoned",
        informed="For information",
        issued="Issued {date}",
        chair="chair",
        secretary="secretary",
        cancelled="The meeting is cancelled",
        postponed="The meeting is postponed",
        agenda="Agenda",
        back="To the agenda",
        number="No.",
        item="Item",
        presenter="Presented by",
        dnr="Registry number",
        proposal="Proposed decision",
        minutes="Time",
        minutes_unit="{minutes} min",
        pages="Pages",
        page="Page",
        sheet="page",
        sheets="pages",
        of="of",
        case="Case {number}",
        letter="Letter",
        attachment="Attachment {number}",
        attachments="Attachments",
        one_attachment="Attachment",
        dated="dated {date}",
        separate="Handed out separately",
        withheld="This is withheld under the secrecy act.",
        supplement="Additions and changes",
        vacant="This page is vacant.",
        withdrawn="This page is vacant: {title} was withdrawn.",
        shorter="This page is vacant: {title} has become shorter.",
        recipients="Decision sent to",
        grounds="Documents",
        date="Date",
        officer="Officer",
        unit="Unit",
        earlier="Earlier decision",
        version="Version",
        owner="Owner",
        reproduced="Reproduced at {percent} % of its size",
        stand_in="{name} {title}, page {page} of {pages}. {text}",
        text_elsewhere="Its text is on the site, on the attachment's page.",
        without_text="The page has no text. It is a picture or a scan.",
        picture="Picture",
        history="Change history",
        role="Role",
        name="Name",
        comment="Comment",
        contents="Contents",
        table="Table {number}",
        figure="Figure {number}",
        rounded="Sums may differ owing to rounding.",
        kinds={
            CaseKind.DECISION: "",
            CaseKind.INFORMATION: "Information",
            CaseKind.ELECTION: "Election",
            CaseKind.NOTIFICATION: "Notification",
        },
    ),
}

_UNITS = "mnkr|mkr|tkr|kr|kronor|miljoner|procent|percent|%|‰|kap"
_MONTHS = {
    "sv": "januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december",
    "en": "January|February|March|April|May|June|July|August|September|October|November|December",
}


def _holding(before: str, months: str) -> re.Pattern[str]:
    # Each pattern opens with the blank itself, so that the search runs from blank to blank, and asks first for the
    # figure beside it, which most have not.
    groups = r"(?<=\d )(?<!\d{4} )(?=\d{3}(?!\d))"
    years = "|".join(rf"(?<=\b{month} )" for month in months.split("|"))
    after = rf"(?<=\d )(?=(?:{_UNITS}|{months})(?!\w))"
    return re.compile(rf" (?:(?=\d)(?:(?<=§ )|{groups}|(?:{years})(?=\d{{4}}(?!\d))|{before})|{after})")


# `§ 183`, `4,1 mnkr`, `12 500`, `26 september 2022`, `bilaga 1`, `kl. 13.15`: blanks that shall not end a line.
_HOLDING: Mapping[Language, re.Pattern[str]] = {
    "sv": _holding(
        r"(?<=[Bb]ilaga )|(?<=[Tt]abell )|(?<=[Ff]igur )|(?<=\b[Kk]l\. )|(?<=[Ss]ida )|(?<=[Vv]ersion )", _MONTHS["sv"]
    ),
    "en": _holding(r"(?<=[Aa]ttachment )|(?<=[Tt]able )|(?<=[Ff]igure )|(?<=[Pp]age )|(?<=[Vv]ersion )", _MONTHS["en"]),
}


def held_together(text: str, language: Language) -> str:
    """`text` with no-break spaces where a line must not end, as between figure and unit."""
    return _HOLDING[language].sub("\u00a0", text)


# Small words that shall not end a line of a heading, or stand alone on its last.
_SMALL: Mapping[Language, re.Pattern[str]] = {
    "sv": re.compile(r"(?<=[^-] )(och|eller|samt|för|av|med|till|i|på|om|vid|från|som) (?=\w)"),
    "en": re.compile(r"(?<=[^-] )(and|or|for|of|with|to|in|on|at|from|by|the|a) (?=\w)"),
}
_LAST_SMALL = re.compile(r" (?=\w{1,3}$)")


_LAST_SHORT = re.compile(r" (?=\S{1,4}\Z)")
# What stands after a comma and is short enough to stand on a line of its own, as a room does.
_AFTER_COMMA = re.compile(r"(?<=, )[^,]{1,24}(?=,|\Z)")


def place_bound(place: str) -> str:
    """`place` that breaks after a comma rather than in a short part: `Stadshuset i Norrsala, sal Älven`."""
    return _AFTER_COMMA.sub(lambda match: match.group().replace(" ", "\u00a0"), place)


def last_word_bound(text: str) -> str:
    """`text` whose last word, where it is short, does not stand alone on a line: `inte i år.`"""
    return _LAST_SHORT.sub("\u00a0", text)


def leading_words_bound(heading: str, language: Language) -> str:
    """`heading` with no-break spaces after small words and before a short last one: `Uppdragsgivare och ägare`."""
    return _LAST_SMALL.sub("\u00a0", _SMALL[language].sub("\\1\u00a0", heading))
