"""The package's own words for meetings, where a municipality sets none."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

from kallelse.locale import dates
from kallelse.locale.figures import SPACE
from kallelse.model.settings import Language

WITHHELD: Mapping[Language, str] = {
    "sv": "Ärendet omfattas av sekretess",
    "en": "This item is confidential",
}
WITHHELD_DOCUMENT: Mapping[Language, str] = {
    "sv": "Handlingen omfattas av sekretess",
    "en": "This document is confidential",
}


def decision(body: str, date: dt.date, paragraph: str, language: Language) -> str:
    """`GSN-AU § 5, 12 september 2022`: how an earlier decision is named, with or without its paragraph."""
    day = dates.day(date, language).replace(" ", SPACE)
    return f"{body} §{SPACE}{paragraph}, {day}" if paragraph else f"{body}, {day}"
