"""Workbooks as people save them, made for tests and read as the tables of fences."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from kallelse.locale.findings import remedy, wrong
from kallelse.model.finance import FinanceTable
from kallelse.model.finding import Finding
from kallelse.model.settings import Language
from kallelse.read.finance.carrier import loader
from kallelse.read.finance.fence import read_fence
from kallelse.read.sources import read_sources
from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from tests.finance.tables import FOLDER, PATH
from tests.folders import written

Row = Sequence[object]


TABLE: tuple[Row, ...] = (
    ("rubrik: Utfall, jan–aug",),
    ("enhet: mnkr",),
    ("tecken: belopp",),
    (),
    (None, "Januari–augusti 2022", None, None, "Helår 2022"),
    (None, "Budget", "Utfall", "Avvikelse", "Prognos"),
    ("Intäkter", 43, 50.36, None, 63.5),
    ("Kostnader", 43.0, 46.2, None, 66.8),
    ("Netto", None, None, None, None),
)


def saved(
    rows: Sequence[Row], change: Callable[[Worksheet], None] = lambda _: None, others: Sequence[str] = ()
) -> bytes:
    """A workbook whose sheet `Blad1` holds `rows`, with empty sheets called `others` behind it."""
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.title = "Blad1"
    for number, row in enumerate(rows, start=1):
        for column, value in enumerate(row, start=1):
            sheet.cell(number, column).value = value  # type: ignore[assignment]
    for name in others:
        book.create_sheet(name)
    change(sheet)
    data = io.BytesIO()
    book.save(data)
    return data.getvalue()


def read(
    root: Path, content: bytes | None, name: str = "tal.xlsx", head: str = "", language: Language = "sv"
) -> tuple[FinanceTable | None, tuple[Finding, ...]]:
    """The table of a fence that names `name`, where `tal.xlsx` beside it holds `content`."""
    files: Mapping[str, str | bytes] = {PATH: "text"} if content is None else {f"{FOLDER}tal.xlsx": content}
    sources, findings = read_sources(written(root / "meetings", files))
    assert findings == ()
    table, found = read_fence(f"{head}fil: {name}\n", PATH, 1, language, loader(sources, language))
    for finding in found:
        assert all(wrong(finding, each) and remedy(finding, each) for each in ("sv", "en"))
    return table, found


def whole(root: Path, content: bytes, head: str = "", language: Language = "sv") -> FinanceTable:
    table, findings = read(root, content, head=head, language=language)
    assert findings == ()
    assert table is not None
    return table


SHEET = "xl/worksheets/sheet1.xml"


def with_part(content: bytes, name: str, old: bytes, new: bytes) -> bytes:
    data = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as before, zipfile.ZipFile(data, "w") as after:
        for part in before.namelist():
            text = before.read(part)
            if part == name:
                assert old in text or old.replace(b"<v></v>", b"<v />") in text
                text = text.replace(old, new).replace(old.replace(b"<v></v>", b"<v />"), new)
            after.writestr(part, text)
    return data.getvalue()
