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

COVERED: Mapping[Language, str] = {
    "sv": (
        "Adressen {address} finns på webbplatsen, men moved_from i {path} leder {old} till {new}, och då kommer ingen "
        "till den. Ta bort det gamla namnet ur moved_from, eller byt namn på det som har adressen, oftast i docs."
    ),
    "en": (
        "The address {address} is on the site, but moved_from in {path} leads from {old} to {new}, and then nobody "
        "comes to it. Take the old name out of moved_from, or rename what has the address, mostly in docs."
    ),
}
"""What is told of an old name that something else on the site has."""
