"""The words of finance tables as they are typed, in Swedish and English, turned into what they mean, and back."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Mapping
from enum import Enum
from functools import cache
from typing import TypeVar

from kallelse.model.finance import NOTE_MARKS, DeviationRule, FinanceRowKind, Role, Signs
from kallelse.model.finding import listed
from kallelse.model.settings import Language

Meaning = TypeVar("Meaning")
Table = Mapping[Language, Mapping[str, Meaning]]


class HeadKey(Enum):
    """What a head line of a table says."""

    CAPTION = "caption"
    UNIT = "unit"
    SIGNS = "signs"
    DEVIATION = "deviation"
    DECIMALS = "decimals"
    NOTE = "note"
    SOURCE = "source"
    CHART = "chart"
    ID = "id"
    FILE = "file"


HEAD_KEYS: Table[HeadKey] = {
    "sv": {
        "rubrik": HeadKey.CAPTION,
        "enhet": HeadKey.UNIT,
        "tecken": HeadKey.SIGNS,
        "avvikelse": HeadKey.DEVIATION,
        "decimaler": HeadKey.DECIMALS,
        "not": HeadKey.NOTE,
        "källa": HeadKey.SOURCE,
        "diagram": HeadKey.CHART,
        "id": HeadKey.ID,
        "fil": HeadKey.FILE,
    },
    "en": {key.value: key for key in HeadKey},
}

YES_NO: dict[Language, tuple[str, str]] = {"sv": ("Ja", "Nej"), "en": ("Yes", "No")}
"""What a spreadsheet keeps as true and false."""
CHARTED: Table[bool] = {"sv": {"ja": True, "nej": False}, "en": {"yes": True, "no": False}}
"""Whether a chart is to stand beside the table; whatever else is typed names rows."""

UNITS = ("kr", "tkr", "mnkr", "%", "antal", "kr/inv", "tkr/inv")
UNIT_WORDS: Table[str] = {
    "sv": {
        **{unit: unit for unit in UNITS},
        "kronor": "kr",
        "tusen kronor": "tkr",
        "miljoner kronor": "mnkr",
        "mkr": "mnkr",
        "procent": "%",
        "st": "antal",
        "kr/invånare": "kr/inv",
        "tkr/invånare": "tkr/inv",
    },
    "en": {
        "SEK": "kr",
        "SEK thousand": "tkr",
        "SEK million": "mnkr",
        "%": "%",
        "per cent": "%",
        "number": "antal",
        "SEK/inhabitant": "kr/inv",
        "SEK thousand/inhabitant": "tkr/inv",
        "kr": "kr",
        "tkr": "tkr",
        "mnkr": "mnkr",
    },
}
_MONEY = {
    "tusentals kronor": "tkr",
    "tusental kronor": "tkr",
    "ksek": "tkr",
    "msek": "mnkr",
    **{word.lower(): unit for known in UNIT_WORDS.values() for word, unit in known.items()},
}
_MONEY_WORDS = "|".join(
    re.escape(word) for word in sorted(_MONEY, key=len, reverse=True) if _MONEY[word] in ("kr", "tkr", "mnkr")
)
# Words around a unit that stands in a line of its own or at the end of a title: `Belopp i tkr`, `Utfall (mnkr)`.
_AROUND = (
    r"(?:(?:alla|samtliga|belopp(?:en)?|siffror(?:na)?|tal(?:en)?|anges|är|redovisas|angiv(?:et|na)|uttryckta?|i|enhet|"
    r"all|amounts?|figures|are|given|stated|in|unit)\b|[\s:.,;()\[\]–—-])*"
)
# What is longer is a text, and would take long to look through.
_LONGEST_LINE = 200
# How much alike names are of which one may be meant by the other, and how many are listed where none is.
_NEAR = 0.6
_MOST = 12
_UNIT_ALONE = re.compile(rf"{_AROUND}(?P<unit>{_MONEY_WORDS})[\s).\]]*", re.IGNORECASE)
_UNIT_LAST = re.compile(
    rf"(?P<rest>.+?)\s*(?:[(\[,;–—]|\s-\s|\bi\b|\bin\b){_AROUND}(?P<unit>{_MONEY_WORDS})[\s).\]]*", re.IGNORECASE
)
SIGNS: Table[Signs] = {
    "sv": {"resultat": Signs.RESULT, "belopp": Signs.AMOUNT, "kostnad": Signs.COST},
    "en": {"result": Signs.RESULT, "amount": Signs.AMOUNT, "cost": Signs.COST},
}
DEVIATIONS: Table[DeviationRule] = {
    "sv": {
        "plus är bra": DeviationRule.PLUS_IS_GOOD,
        "utfall − budget": DeviationRule.OUTCOME_LESS_BUDGET,
        "budget − utfall": DeviationRule.BUDGET_LESS_OUTCOME,
    },
    "en": {
        "plus is good": DeviationRule.PLUS_IS_GOOD,
        "outcome − budget": DeviationRule.OUTCOME_LESS_BUDGET,
        "budget − outcome": DeviationRule.BUDGET_LESS_OUTCOME,
    },
}
ROLES: Table[Role] = {
    "sv": {
        "text": Role.TEXT,
        "not": Role.NOTE,
        "belopp": Role.AMOUNT,
        "budget": Role.BUDGET,
        "utfall": Role.OUTCOME,
        "prognos": Role.FORECAST,
        "jämförelse": Role.COMPARISON,
        "avvikelse": Role.DEVIATION,
        "summa": Role.SUM,
        "andel": Role.SHARE,
    },
    "en": {
        "text": Role.TEXT,
        "note": Role.NOTE,
        "amount": Role.AMOUNT,
        "budget": Role.BUDGET,
        "outcome": Role.OUTCOME,
        "forecast": Role.FORECAST,
        "comparison": Role.COMPARISON,
        "deviation": Role.DEVIATION,
        "sum": Role.SUM,
        "share": Role.SHARE,
    },
}
KINDS: Table[FinanceRowKind] = {
    "sv": {
        "post": FinanceRowKind.ITEM,
        "intäkt": FinanceRowKind.REVENUE,
        "kostnad": FinanceRowKind.COST,
        "rubrik": FinanceRowKind.HEADING,
        "delsumma": FinanceRowKind.SUBTOTAL,
        "summa": FinanceRowKind.SUM,
        "total": FinanceRowKind.TOTAL,
        "grupp": FinanceRowKind.GROUP,
        "varav": FinanceRowKind.OF_WHICH,
        "uppgift": FinanceRowKind.INFORMATION,
        "lika": FinanceRowKind.EQUAL,
    },
    "en": {
        "item": FinanceRowKind.ITEM,
        "revenue": FinanceRowKind.REVENUE,
        "cost": FinanceRowKind.COST,
        "heading": FinanceRowKind.HEADING,
        "subtotal": FinanceRowKind.SUBTOTAL,
        "sum": FinanceRowKind.SUM,
        "total": FinanceRowKind.TOTAL,
        "group": FinanceRowKind.GROUP,
        "of which": FinanceRowKind.OF_WHICH,
        "information": FinanceRowKind.INFORMATION,
        "equal": FinanceRowKind.EQUAL,
    },
}
DECIMALS_MARK = re.compile(r"(\d)\s+(?:decimal(?:er)?|decimals?)", re.IGNORECASE)
EQUAL_MARK = re.compile(r"(?:lika|equal)\s*:\s*(.*)", re.IGNORECASE)
SHARE_MARK = re.compile(r"(?:andel\s+av|share\s+of)\s+(.*)", re.IGNORECASE)

# What headings and labels say without a mark; one heading with words of two roles is a doubt.
SHARE_HEADING = re.compile(r"%|\b(?:andel|procent|share|per cent)\b", re.IGNORECASE)
DEVIATION_HEADING = re.compile(r"avvikelse|\b(?:deviation|variance)\b", re.IGNORECASE)
NOTE_HEADING = re.compile(r"not(?:er|es?)?\.?", re.IGNORECASE)
SUM_HEADING = re.compile(
    r"(?:summa|s:a|sa\.?|totalt?|tot\.?|totalsumma|sammanlagt|tillsammans|sum|(?:grand|sum) total|in total)",
    re.IGNORECASE,
)
# Headings that say that a column is made of others, but neither of which nor with what sign.
DIFFERENCE_HEADING = re.compile(
    r"(?:differens(?:en)?|diff\.?|skillnad(?:en)?|förändring(?:en)?|difference|change)\b(?! av\b| i\b| in\b| of\b)",
    re.IGNORECASE,
)
CHANGE_HEADING = re.compile(r"(?:ökning|minskning|increase|decrease)\b.*", re.IGNORECASE)
YEAR_HEADING = re.compile(
    r"(?:helår(?:et)?|hela året|året|whole year|full year|year)(?: (?:19|20)\d\d)?", re.IGNORECASE
)
PERIOD_HEADING = re.compile(
    r"(?:(?:kvartal|kv|tertial|t|q|quarter)\.? ?[1-4]|"
    r"(?:första|andra|tredje|fjärde) (?:kvartalet|tertialet)|[HV]T|vår|höst|"
    r"(?:jan|feb|mar|apr|maj|may|jun|jul|aug|sep|sept|okt|oct|nov|dec)(?:\w*|\.))(?: (?:19|20)?\d\d)?",
    re.IGNORECASE,
)
UNIT_HEADING = re.compile(r"enhet|unit", re.IGNORECASE)
ROLE_HEADINGS: tuple[tuple[Role, re.Pattern[str]], ...] = (
    (Role.BUDGET, re.compile(r"budget", re.IGNORECASE)),
    (Role.OUTCOME, re.compile(r"utfall|bokslut|\b(?:outcome|actual)", re.IGNORECASE)),
    (Role.FORECAST, re.compile(r"prognos|forecast", re.IGNORECASE)),
    (Role.AMOUNT, re.compile(r"^(?:belopp|amount)\b", re.IGNORECASE)),
)
# Figures that are rounded though their unit is counted whole.
ROUNDED_WORDS = re.compile(
    r"^medel|medel(?:tal|antal|värde)|genomsnitt|snitt\b|årsarbet|heltid|\b(?:mean|average|full-time|FTE)",
    re.IGNORECASE,
)
REVENUE_LABEL = re.compile(
    r"(?:intäkt|intäkter|intäkterna|inkomst|inkomster|inkomsterna)\b|\b(?:revenues?|income)\b", re.IGNORECASE
)
COST_LABEL = re.compile(
    r"(?:kostnad|kostnader|kostnaderna|utgift|utgifter|utgifterna)\b|\b(?:costs?|expenses?|expenditure)\b",
    re.IGNORECASE,
)
NET_LABEL = re.compile(r"\bnetto|\bnet\b", re.IGNORECASE)
RESULT_LABEL = re.compile(r"resultat\b|\böverskott|\b(?:result|surplus)\b", re.IGNORECASE)
# A label of one of these words alone, or which begins or ends with one of the words, is a sum; `Budget totalt` is none.
KIND_LABELS: tuple[tuple[FinanceRowKind, re.Pattern[str]], ...] = (
    (FinanceRowKind.SUBTOTAL, re.compile(r"(?:delsumma|subtotal)\b", re.IGNORECASE)),
    (
        FinanceRowKind.TOTAL,
        re.compile(
            r"(?:totalt?|totalsumma|slutsumma|grand total)\b|(?:tot\.?|sammanlagt|altogether|in total)$|"
            r"(?!.*(?:budget|utfall|bokslut|prognos|anslag|outcome|forecast)).*\s(?:totalt?|sammanlagt)$",
            re.IGNORECASE,
        ),
    ),
    (
        FinanceRowKind.SUM,
        re.compile(r"(?:summa|summering|sum|netto)\b|s:a\b|(?:sa\.?|tillsammans|net)$", re.IGNORECASE),
    ),
    (FinanceRowKind.OF_WHICH, re.compile(r"(?:varav|därav|of which)\b", re.IGNORECASE)),
)
# Labels of rows that are most often made of others, but not always as their sum.
RESULT_ROW = re.compile(
    r"(?:\w+s )?(?:netto(?:kostnad\w*|intäkt\w*|resultat\w*|utfall\w*)|resultat(?:et)?|överskott|underskott|"
    r"saldo|balans|avvikelse|differens|skillnad|förändring)|"
    r"resultat (?:efter|före)\b.*|(?:hela|alla|samtliga)\b.*|"
    r"(?:the )?(?:\w+ )?(?:net (?:costs?|income|results?)|results?|surplus|deficit|balance|difference|variance|change)|"
    r"(?:the whole|all)\b.*",
    re.IGNORECASE,
)


def meaning(word: str, table: Table[Meaning]) -> Meaning | None:
    """What a typed word means in either language; blanks, case and the kind of dash do not count."""
    key = _key(word)
    for words in table.values():
        for known, value in words.items():
            if _key(known) == key:
                return value
    return None


def word_for(value: Meaning, table: Table[Meaning], language: Language) -> str:
    """The word that is typed for a meaning."""
    return next(word for word, other in table[language].items() if other == value)


def words_of(table: Table[Meaning], language: Language) -> tuple[str, ...]:
    """The words of a language, in the order in which they are explained."""
    return tuple(table[language])


def plain_label(label: str) -> str:
    """A heading or a label by its words alone, without marks of footnotes, and signs of arithmetic or of a list."""
    words = "".join(" " if letter in NOTE_MARKS else letter for letter in label)
    return " ".join(words.lstrip(" -–—−•·=>").rstrip(" :.").split())


def typed_name(name: str) -> str:
    """A heading or label as typed in a formula: in quotes where it holds a sign that would be read as arithmetic."""
    return f'"{name}"' if any(sign in name for sign in "+−-–*·×/()") else name


def unit_word(unit: str, language: Language) -> str:
    """A unit as it is printed: `mnkr`, `SEK million`; one that is not known as it is."""
    return next((word for word, known in UNIT_WORDS[language].items() if known == unit), unit)


def unit_in(text: str) -> tuple[str, str]:
    """The unit of amounts that a line of words names, alone or at its end, and what else it says."""
    if len(text) > _LONGEST_LINE:
        return "", text
    alone = _UNIT_ALONE.fullmatch(text)
    if alone is not None:
        return _MONEY[alone["unit"].lower()], ""
    last = _UNIT_LAST.fullmatch(text)
    return ("", text) if last is None else (_MONEY[last["unit"].lower()], last["rest"])


def asked(codes: tuple[str, str], word: str, known: Iterable[str]) -> tuple[str, Mapping[str, str]]:
    """The code and words of a finding about an unknown `word`: the first of `codes` with the one of `known` that it is
    like; the second with a list of them where it is like none."""
    known = tuple(dict.fromkeys(known))
    if near := nearest(word, known, _NEAR):
        return codes[0], {"nearest": near}
    return codes[1], {"known": listed(known, _MOST) or "–"}


def nearest(word: str, known: Iterable[str], least: float = 0.0) -> str:
    """The known word most like the typed one, before all one that begins it or that it begins; empty where none is.

    A word that is not begun so must be alike by the ratio `least`, from 0 to 1.

    `Nettokostnad` is nearer to `Netto` than to `Kostnader`.
    """
    by_key: dict[str, str] = {}
    for other in known:
        by_key.setdefault(_key(other), other)
    typed = _key(word)
    begun = [
        key for key in by_key if min(len(key), len(typed)) > 2 and (typed.startswith(key) or key.startswith(typed))
    ]
    near = difflib.get_close_matches(typed, begun or list(by_key), 1, 0.0 if begun else least)
    return by_key[near[0]] if near else ""


@cache
def _key(word: str) -> str:
    return " ".join(re.sub(r"[-‐‑‒–—−]", "−", word).replace("−", " − ").split()).casefold()
