"""Page ranges as they are printed and as they are read aloud."""

from __future__ import annotations

from collections.abc import Sequence

from kallelse.model.pages import PageRange, label_of
from kallelse.model.settings import Language

_SPOKEN = {
    "sv": ("sidan {first}", "sidorna {first} till {last}"),
    "en": ("page {first}", "pages {first} to {last}"),
}


def printed(pages: PageRange | None, labels: Sequence[str] = ()) -> str:
    """`2–7`, `8` for one page, nothing for no pages; `labels` are the numbers that pages print, if not their places."""
    if pages is None:
        return ""
    first, last = label_of(pages.first, labels), label_of(pages.last, labels)
    return first if pages.first == pages.last else f"{first}–{last}"


def spoken(pages: PageRange, language: Language, labels: Sequence[str] = ()) -> str:
    """`sidorna 2 till 7`, `sidan 8`."""
    one, several = _SPOKEN[language]
    first, last = label_of(pages.first, labels), label_of(pages.last, labels)
    return (one if pages.first == pages.last else several).format(first=first, last=last)
