"""The text of a cell turned into what it says: nothing, a dash, a figure with unit and notes, words, or a slip."""

from __future__ import annotations

import re
from dataclasses import dataclass

from kallelse.locale.figures import SPACE, Figure, Flaw, is_dash, parse, printed
from kallelse.locale.finance import UNIT_WORDS, meaning
from kallelse.model.finance import DASH, NOTE_MARKS, FinanceColumn, Role
from kallelse.model.settings import Language

_NOTES = re.compile(rf"(?P<text>.*?)\s?(?P<notes>[{re.escape(NOTE_MARKS)}]+)", re.DOTALL)
# A unit begins after the last digit: `7 247 kr/mån`, `47,3 %`, `1,5mnkr`.
_UNIT = re.compile(r"(?P<figure>.*\d)(?P<gap>\s?)(?P<unit>[^\W\d_][^\d]*|%)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Content:
    """What a cell says: `figure`, `flaw` or neither; `unit` as typed, `known` the known unit that it is."""

    text: str
    figure: Figure | None = None
    flaw: Flaw | None = None
    unit: str = ""
    known: str = ""
    notes: str = ""

    @property
    def is_dash(self) -> bool:
        """Whether a dash says "none"."""
        return self.figure is None and is_dash(self.text)

    @property
    def has_words(self) -> bool:
        """Whether it holds letters and no figure."""
        return self.figure is None and self.flaw is None and any(letter.isalpha() for letter in self.text)

    def shown(self, decimals: int | None, language: Language) -> str:
        """The cell as a reader sees it, with that many decimals (None: as many as were written)."""
        if self.is_dash:
            return DASH
        if self.figure is None:
            return self.text
        figure = self.figure
        places = figure.decimals if decimals is None else decimals
        unit = f"{SPACE}{self.unit}" if self.unit else ""
        return printed(figure.value, places, language, figure.plus) + unit + self.notes


def said_decimals(column: FinanceColumn, table: int | None, row_unit: str) -> int | None:
    """The decimals that a cell is printed with, where its column or the table says it; None for those written.

    What the table says is not meant for shares, nor for a row with a unit of its own.
    """
    if column.decimals is None and column.role is not Role.SHARE and not row_unit:
        return table
    return column.decimals


def read_cell(text: str, language: Language) -> Content:
    """What the text of a cell says."""
    typed = text.strip()
    found = parse(typed, language)
    if isinstance(found, Figure):
        return Content(typed, found)
    notes = ""
    if (noted := _NOTES.fullmatch(typed)) is not None and noted["text"]:
        typed_figure, notes = noted["text"], noted["notes"]
        found = parse(typed_figure, language)
    else:
        typed_figure = typed
    if isinstance(found, Figure):
        return Content(typed, found, notes=notes)
    match = _UNIT.fullmatch(typed_figure) if found is None else None
    if match is not None:
        inner = parse(match["figure"], language)
        unit = match["unit"].strip()
        known = meaning(unit, UNIT_WORDS) or ""
        # `kr/mån` is a unit, though none that is known; `september` is none.
        is_unit = bool(known) or meaning(unit.split("/")[0], UNIT_WORDS) is not None
        if isinstance(inner, Figure) and is_unit:
            return Content(typed, inner, unit=unit, known=known, notes=notes)
        if isinstance(inner, Flaw) and is_unit:
            return Content(typed, flaw=inner)
        if inner is not None and not match["gap"]:
            return Content(typed, flaw=Flaw.LETTERS)
    return Content(typed, flaw=found if isinstance(found, Flaw) else None)
