"""Page ranges as they are printed and as they are read aloud."""

from __future__ import annotations

from collections.abc import Sequence

from kallelse.model.pages import PageRange, label_of
from kallelse.model.settings import Language

_SPOKEN = {
    "sv": ("sidan {first}", "sidorna {first} till {last}", " och "),
    "en": ("page {first}", "pages {first} to {last}", " and "),
}


def printed(*pages: PageRange, labels: Sequence[str] = ()) -> str:
    """`2–7`, `8` for one page, `8–14, 19` in several places, nothing for no pages.

    `labels` are the numbers that the pages print, where these are not their places in the file.
    """
    return ", ".join("\u2013".join(dict.fromkeys(_ends(each, labels))) for each in pages)


def spoken(*pages: PageRange, language: Language, labels: Sequence[str] = ()) -> str:
    """`sidorna 2 till 7`, `sidan 8`, `sidorna 8 till 14 och sidan 19`."""
    one, several, and_ = _SPOKEN[language]
    said = []
    for each in pages:
        first, last = _ends(each, labels)
        said.append((one if first == last else several).format(first=first, last=last))
    return and_.join(said)


def _ends(pages: PageRange, labels: Sequence[str]) -> tuple[str, str]:
    return label_of(pages.first, labels), label_of(pages.last, labels)
