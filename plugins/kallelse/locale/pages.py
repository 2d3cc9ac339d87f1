"""Page ranges as they are printed and as they are read aloud."""

from __future__ import annotations

from kallelse.model.pages import PageRange
from kallelse.model.settings import Language

_SPOKEN = {
    "sv": ("sidan {first}", "sidorna {first} till {last}"),
    "en": ("page {first}", "pages {first} to {last}"),
}


def printed(pages: PageRange | None) -> str:
    """`2–7`, `8` for one page, nothing for no pages."""
    if pages is None:
        return ""
    return str(pages.first) if pages.first == pages.last else f"{pages.first}–{pages.last}"


def spoken(pages: PageRange, language: Language) -> str:
    """`sidorna 2 till 7`, `sidan 8`."""
    one, several = _SPOKEN[language]
    return (one if pages.first == pages.last else several).format(first=pages.first, last=pages.last)
