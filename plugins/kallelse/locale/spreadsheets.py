"""Rows of texts turned into a CSV file that spreadsheet programs open as it is, and a cell of it into its text."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Mapping, Sequence

from kallelse.model.finance import NOTE_MARKS
from kallelse.model.settings import Language

_SEPARATORS: Mapping[Language, str] = {"sv": ";", "en": ","}
# What a program takes for the beginning of a formula, and runs; those of full width count as the others in some.
_LIVE = "=+\\-@\t\r＝＋－＠"
_OPENS = re.compile(rf"'*[{_LIVE}]")
_QUOTED = re.compile(rf"'+[{_LIVE}]")
# A figure with its unit and footnotes: no brackets, no second sign, and so nothing that could be run.
_FIGURE = re.compile(rf"[+\-]?\s?\d[\d\s.,]*(?:%|[^\W\d]+(?:[ /][^\W\d]+)*)?\s?[{re.escape(NOTE_MARKS)}]*")


def csv_file(rows: Iterable[Sequence[str]], language: Language) -> str:
    """A CSV file as Excel reads and writes it in that language: a byte order mark, lines ended by CR LF.

    Cells are parted by `;` where figures have a decimal comma, else by `,`; beside that it is RFC 4180. Words that a
    program would run as a formula have an apostrophe before them, which `csv_cell` takes away again. Figures stay
    figures.
    """
    text = io.StringIO()
    writer = csv.writer(text, delimiter=_SEPARATORS[language], lineterminator="\r\n")
    writer.writerows([_safe(cell) for cell in row] for row in rows)
    return "\ufeff" + text.getvalue()


def csv_cell(text: str) -> str:
    """The text of a cell as it was before `csv_file` made it safe."""
    return text[1:] if _QUOTED.match(text) else text


def _safe(text: str) -> str:
    alone = len(text) == 1
    return f"'{text}" if _OPENS.match(text) and not alone and not _FIGURE.fullmatch(text) else text
