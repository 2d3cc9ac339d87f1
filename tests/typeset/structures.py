"""The tables in a PDF's structure as they are read aloud: each cell's words, what it is, and the words of its heads."""

from __future__ import annotations

import ctypes
import io
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pikepdf
import pypdfium2
import pypdfium2.raw as pdfium


@dataclass(frozen=True)
class Heard:
    """A cell: `TD`, or `TH` with the scope after it; `heads` are the words of all heads that it names."""

    kind: str
    words: str
    heads: tuple[str, ...]


def tables_heard(pdf: bytes) -> list[list[list[Heard]]]:
    """The rows of each table that has no empty row, in the order of the structure."""
    words = _words(pdf)
    with pikepdf.open(io.BytesIO(pdf)) as document:
        root: Any = document.Root.StructTreeRoot
        pages = {page.obj.objgen: number for number, page in enumerate(document.pages)}
        names = root.get("/IDTree", {}).get("/Names", ())
        by_name = {bytes(names[at]): names[at + 1] for at in range(0, len(names), 2)}
        assert sorted(by_name) == list(by_name)
        for name, element in by_name.items():
            assert bytes(element.ID) == name

        def said(element: Any) -> str:
            found = []
            for child in element.get("/K", ()):
                if isinstance(child, pikepdf.Dictionary):
                    if child.get("/Type") == "/StructElem":
                        assert child.P.objgen == element.objgen
                        found.append(said(child))
                    elif child.Type == "/MCR":
                        found.append(words.get((pages[child.Pg.objgen], int(child.MCID)), ""))
                else:
                    found.append(words.get((pages[element.Pg.objgen], int(child)), ""))
            return " ".join(" ".join(found).split())

        def heard(cell: Any) -> Heard:
            told = next(each for each in cell.A if each.O == "/Table")
            assert (cell.S == "/TH") == ("/ID" in cell) == ("/Scope" in told)
            kind = f"{cell.S}{told.get('/Scope', '')}".replace("/", " ").strip()
            return Heard(kind, said(cell), tuple(said(by_name[bytes(name)]) for name in told.Headers))

        return [[[heard(cell) for cell in row.K] for row in _rows(table)] for table in _tables(root)]


def _tables(element: Any) -> Iterator[Any]:
    if not isinstance(element, pikepdf.Dictionary):
        return
    if element.get("/S") == "/Table":
        yield element
    children = element.get("/K", ())
    for child in children if isinstance(children, pikepdf.Array) else (children,):
        yield from _tables(child)


def _rows(table: Any) -> Iterator[Any]:
    for child in table.K:
        if child.S in ("/THead", "/TBody"):
            assert child.P.objgen == table.objgen
            assert all(row.P.objgen == child.objgen for row in child.K)
            yield from child.K
        elif child.S == "/TR":
            yield child


def _words(pdf: bytes) -> dict[tuple[int, int], str]:
    """What each piece of marked content says, by page and number."""
    found: dict[tuple[int, int], str] = {}
    document = pypdfium2.PdfDocument(pdf)
    try:
        for number, page in enumerate(document):
            texts = page.get_textpage()
            for each in page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_TEXT]):
                mark = pdfium.FPDFPageObj_GetMarkedContentID(each.raw)
                size = pdfium.FPDFTextObj_GetText(each.raw, texts.raw, None, 0)
                buffer = ctypes.create_string_buffer(size)
                pdfium.FPDFTextObj_GetText(
                    each.raw, texts.raw, ctypes.cast(buffer, ctypes.POINTER(pdfium.FPDF_WCHAR)), size
                )
                text = buffer.raw[: size - 2].decode("utf-16-le")
                found[number, mark] = found.get((number, mark), "") + " " + text
    finally:
        document.close()
    return found
