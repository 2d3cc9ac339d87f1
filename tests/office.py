"""Word and Excel files as they come, made for tests from their words."""

from __future__ import annotations

import io
import struct
import zipfile
from collections.abc import Mapping, Sequence
from xml.sax.saxutils import escape

_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_MAIN = "word/document.xml"
_XML = '<?xml version="1.0" encoding="UTF-8"?>'
_A4 = '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/></w:sectPr>'


def archive(parts: Mapping[str, str | bytes]) -> bytes:
    """A zip of texts by name, the same each time."""
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as opened:
        for name, text in parts.items():
            opened.writestr(zipfile.ZipInfo(name), text)
    return data.getvalue()


def paragraph(text: str) -> str:
    return f"<w:p><w:r><w:t>{escape(text)}</w:t></w:r></w:p>"


def inserted(text: str) -> str:
    """A paragraph that somebody put in and nobody has accepted."""
    run = f"<w:r><w:t>{escape(text)}</w:t></w:r>"
    return f'<w:p><w:ins w:id="1" w:author="X" w:date="2022-01-01T00:00:00Z">{run}</w:ins></w:p>'


def docx(*texts: str, body: str = "", parts: Mapping[str, str | bytes] | None = None, relations: str = "") -> bytes:
    """A Word file (ISO/IEC 29500) of paragraphs on A4."""
    types = (
        f'{_XML}<Types xmlns="{_PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        '<Override PartName="/word/document.xml" ContentType='
        '"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'
    )
    return archive(
        {
            "[Content_Types].xml": types,
            "_rels/.rels": _relations(
                f'<Relationship Id="r" Type="{_OFFICE}/officeDocument" Target="word/document.xml"/>'
            ),
            "word/document.xml": (
                f'{_XML}<w:document xmlns:w="{_WORD}"><w:body>'
                f"{''.join(map(paragraph, texts))}{body}{_A4}</w:body></w:document>"
            ),
            **({"word/_rels/document.xml.rels": _relations(relations)} if relations else {}),
            **(parts or {}),
        }
    )


def comments(text: str) -> dict[str, str | bytes]:
    """The part that holds a comment."""
    comment = f'<w:comment w:id="1">{paragraph(text)}</w:comment>'
    return {"word/comments.xml": f'{_XML}<w:comments xmlns:w="{_WORD}">{comment}</w:comments>'}


def main_part(body: str, prefix: str = "w", encoding: str = "UTF-8") -> dict[str, str | bytes]:
    """The part that holds the text, written another way than Word does."""
    text = f"<w:body>{body}{_A4}</w:body>".replace("w:", f"{prefix}:")
    whole = f'<{prefix}:document xmlns:{prefix}="{_WORD}">{text}</{prefix}:document>'
    return {_MAIN: (_XML.replace("UTF-8", encoding) + whole).encode(encoding)}


def opendocument(content: str) -> bytes:
    """An OpenDocument text whose part `content.xml` is `content`."""
    return archive({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": content})


def compound(*streams: str, padding: int = 0) -> bytes:
    """A compound file ([MS-CFB]) with empty streams of these names, its directory after `padding` sectors."""
    free, end, size = b"\xff\xff\xff\xff", b"\xfe\xff\xff\xff", 512
    tables = (padding + 2) // 128 + 1
    entries = [("Root Entry", 5), *((name, 2) for name in streams)]
    directory = b"".join(
        (name.encode("utf-16-le").ljust(64, b"\0") + struct.pack("<HB", 2 * len(name) + 2, kind)).ljust(128, b"\0")
        for name, kind in entries
    )
    directory += b"\0" * (-len(directory) % size)
    first = tables + padding
    chain = [struct.pack("<I", first + n + 1) for n in range(len(directory) // size - 1)] + [end]
    table = free * first + b"".join(chain)
    table += free * (tables * 128 - len(table) // 4)
    head = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".ljust(24, b"\0") + struct.pack("<HHHHH", 62, 3, 0xFFFE, 9, 6)
    head = head.ljust(44, b"\0") + struct.pack("<II", tables, first)
    head = head.ljust(60, b"\0") + end + b"\0" * 4 + end + b"\0" * 4
    head += b"".join(struct.pack("<I", n) for n in range(tables)) + free * (109 - tables)
    return head + table + bytes(size * padding) + directory


def linked_picture(address: str) -> str:
    """The relation of a picture that lies elsewhere."""
    return f'<Relationship Id="p" Type="{_OFFICE}/image" Target="{address}" TargetMode="External"/>'


def hyperlink(address: str) -> str:
    """The relation of a link that a reader follows."""
    return f'<Relationship Id="h" Type="{_OFFICE}/hyperlink" Target="{address}" TargetMode="External"/>'


def _relations(written: str) -> str:
    return f'{_XML}<Relationships xmlns="{_PACKAGE}/relationships">{written}</Relationships>'


def xlsx(rows: Sequence[Sequence[str]]) -> bytes:
    """An Excel file (ISO/IEC 29500) of one sheet of texts."""
    sheet = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    kind = "application/vnd.openxmlformats-officedocument.spreadsheetml"
    types = (
        f'{_XML}<Types xmlns="{_PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Override PartName="/xl/workbook.xml" ContentType="{kind}.sheet.main+xml"/>'
        f'<Override PartName="/xl/worksheets/sheet1.xml" ContentType="{kind}.worksheet+xml"/></Types>'
    )
    cells = "".join(
        "<row>" + "".join(f'<c t="inlineStr"><is><t>{escape(text)}</t></is></c>' for text in row) + "</row>"
        for row in rows
    )
    return archive(
        {
            "[Content_Types].xml": types,
            "_rels/.rels": _relations(
                f'<Relationship Id="r" Type="{_OFFICE}/officeDocument" Target="xl/workbook.xml"/>'
            ),
            "xl/workbook.xml": (
                f'{_XML}<workbook xmlns="{sheet}" xmlns:r="{_OFFICE}">'
                '<sheets><sheet name="Blad1" sheetId="1" r:id="s"/></sheets></workbook>'
            ),
            "xl/_rels/workbook.xml.rels": _relations(
                f'<Relationship Id="s" Type="{_OFFICE}/worksheet" Target="worksheets/sheet1.xml"/>'
            ),
            "xl/worksheets/sheet1.xml": f'{_XML}<worksheet xmlns="{sheet}"><sheetData>{cells}</sheetData></worksheet>',
        }
    )
