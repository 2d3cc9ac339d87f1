"""What the chart of a finance table says in its stead to those who cannot see it, in Swedish and English."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from kallelse.locale.lists import listed
from kallelse.model.chart import Chart
from kallelse.model.settings import Language


@dataclass(frozen=True, slots=True)
class Words:
    """One language's words; those with `{names}` are filled by `str.format`."""

    what: str
    over: str
    panel: str
    same: str


WORDS: Mapping[Language, Words] = {
    "sv": Words(
        what="Stapeldiagram i {unit}.",
        over="Stapeldiagram i {unit} över {rows}.",
        panel="{title}: {names}.",
        same="Samma tal står i tabellen.",
    ),
    "en": Words(
        what="Bar chart in {unit}.",
        over="Bar chart in {unit} of {rows}.",
        panel="{title}: {names}.",
        same="The same figures stand in the table.",
    ),
}


def chart_alt(chart: Chart, unit: str, language: Language) -> str:
    """What the chart shows, row by row and period by period; its figures are those of the table beside it."""
    words = WORDS[language]
    said = [words.over.format(unit=unit, rows=listed(chart.labels, language)) if chart.labels else ""]
    said[0] = said[0] or words.what.format(unit=unit)
    for panel in chart.panels:
        names = listed(panel.names, language)
        said.append(words.panel.format(title=panel.title, names=names) if panel.title else f"{names}.")
    return " ".join((*said, words.same))
