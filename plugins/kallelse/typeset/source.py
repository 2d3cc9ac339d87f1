"""Statements, and what stands on every page, into the Typst sources of a PDF."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from kallelse.model.label import next_label
from kallelse.model.settings import Settings
from kallelse.typeset import literal
from kallelse.typeset.engine import Files
from kallelse.typeset.running import Running
from kallelse.typeset.template import Template

_MAIN = '#import "kallelse/packet.typ": *\n'


@dataclass(frozen=True, slots=True)
class Source:
    """The Typst sources of a PDF, with the folders of their faces.

    `indexes` are the numbers of its sheets in order, `date` is the day that it bears, `path` the source file that a
    finding about the whole of it names.
    """

    files: Files
    fonts: tuple[str, ...]
    indexes: tuple[int, ...]
    date: dt.date
    path: str


def source_of(
    statements: Iterable[str],
    indexes: Sequence[int],
    *,
    title: str,
    date: dt.date,
    path: str,
    running: Running,
    settings: Settings,
    template: Template,
) -> Source:
    """The source of a PDF whose `statements` make the sheets `indexes`, in their order."""
    main = _MAIN + _opening(title, date, running) + "#{\n" + "\n".join(statements) + "\n}\n" + page_map(indexes)
    files = {"main.typ": main.encode(), "kallelse/facts.typ": _facts(running, settings), **template.files}
    return Source(files, template.fonts, tuple(indexes), date, path)


def page_map(indexes: Iterable[int]) -> str:
    """The last statement of a source, which tells where everything stands."""
    return f"#page-map({literal.array(map(str, indexes))})\n"


def _opening(title: str, date: dt.date, running: Running) -> str:
    return (
        f"#show: packet.with(title:{literal.string(title)},author:{literal.string(running.committee)},"
        f"date:datetime(year:{date.year},month:{date.month},day:{date.day}))\n"
    )


def _goes_on(labels: Sequence[str]) -> Iterator[bool]:
    """Of each page, whether its number goes on from that of the page before, so that both may stand in one range."""
    yield from (
        bool(before) and next_label(before) == label for before, label in zip(("", *labels), labels, strict=False)
    )


def _facts(running: Running, settings: Settings) -> bytes:
    words, labels = running.words, running.labels
    logo = literal.string("/" + settings.logo.lstrip("/")) if settings.logo else "none"
    return (
        f"#let brand = rgb({literal.string(settings.colours.brand)})\n"
        f"#let language = {literal.string(settings.language)}\n"
        f"#let logo = {logo}\n"
        f"#let labels = {literal.array(map(literal.string, labels)) if labels else 'none'}\n"
        f"#let goes-on = {literal.array(map(literal.boolean, _goes_on(labels)))}\n"
        f"#let last-label = {literal.string(running.last) if running.last else 'none'}\n"
        f"#let municipality = {literal.string(settings.name)}\n"
        f"#let committee = {literal.string(running.committee)}\n"
        f"#let occasion = {literal.string(running.occasion)}\n"
        f"#let initials = {literal.array(map(literal.string, running.initials))}\n"
        f"#let words = (page: {literal.string(words.page)}, sheet: {literal.string(words.sheet)}, "
        f"sheets: {literal.string(words.sheets)}, "
        f"of: {literal.string(words.of)})\n"
    ).encode()
