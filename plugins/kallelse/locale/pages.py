"""Page ranges as they are printed and as they are read aloud."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from kallelse.model.label import expand, runs_of
from kallelse.model.pages import PageRange
from kallelse.model.settings import Language

_SPOKEN = {
    "sv": ("sidan {first}", "sidorna {first} till {last}", " och "),
    "en": ("page {first}", "pages {first} to {last}", " and "),
}


def printed(*pages: PageRange, labels: Sequence[str] = ()) -> str:
    """`2–7`, `8` for one page, `8–14, 19` in several places, `4–5, 5b` where 5a is another's, nothing for no pages.

    `labels` are the numbers that the pages print, where these are not their places in the file.
    """
    return ", ".join("\u2013".join(dict.fromkeys(run)) for each in pages for run in _runs(each, labels))


def spoken(*pages: PageRange, language: Language, labels: Sequence[str] = ()) -> str:
    """`sidorna 2 till 7`, `sidan 8`, `sidorna 8 till 14 och sidan 19`."""
    return _said((run for each in pages for run in _runs(each, labels)), language)


def spoken_labels(printed: str, language: Language) -> str:
    """`sidorna 8 till 9 och sidan 9a` of `8–9, 9a`; nothing for what are no numbers of pages."""
    return _said(runs_of(expand(printed) or ()), language)


def _said(runs: Iterable[tuple[str, str]], language: Language) -> str:
    one, several, and_ = _SPOKEN[language]
    return and_.join((one if first == last else several).format(first=first, last=last) for first, last in runs)


def _runs(pages: PageRange, labels: Sequence[str]) -> tuple[tuple[str, str], ...]:
    """First and last number of each run of `pages`: from 5 to 5b would be taken to have 5a in it."""
    if not labels:
        return ((str(pages.first), str(pages.last)),)
    return runs_of(labels[pages.first - 1 : pages.last])
