"""The words of the page at an address that something had before."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from kallelse.model.settings import Language


@dataclass(frozen=True, slots=True)
class Words:
    """One language's words; `title` is filled with that of the page that it leads to."""

    moved: str
    lead: str
    title: str


WORDS: Mapping[Language, Words] = {
    "sv": Words(
        moved="Sidan har flyttat",
        lead="Den finns nu på en annan adress. Webbläsaren tar dig dit strax; annars följer du länken.",
        title="Flyttad sida: {title}",
    ),
    "en": Words(
        moved="This page has moved",
        lead="It has another address now. Your browser takes you there; if it does not, follow the link.",
        title="Moved page: {title}",
    ),
}
