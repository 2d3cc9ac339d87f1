"""An archive with a word of its own in each place of a case and of its papers, and where words come out of a site."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import openpyxl
import pikepdf
from kallelse.build import Built

from tests import foreign
from tests.folders import COMMITTEE, MEETING, SETTINGS

FOLDER = "gsn/2022-09-26"
OPEN, SECRET = f"{FOLDER}/01-oppet", f"{FOLDER}/02-hemligt"
_NO_LETTERS = re.compile(r"[\s\u00ad\ufffe]+")
_HEAD = """\
---
title: Om {0}title
dnr: GSN 2022/{0}dnr
officer: {0}officer
unit: {0}unit
presenters: [{0}presenter]
proposal: {0}short
signed: [{0}signed]
recipients: [{{name: {0}recipient, purpose: {0}purpose}}]
follows: [{{body: {0}follows, date: 2021-03-03}}]
revisions: [{{date: 2022-07-13, version: "1.0", name: {0}reviser, role: {0}role, comment: {0}comment}}]
attachments:
  - {{file: {0}scan.pdf, title: {0}scantitle}}
  - {{file: {0}photo.svg, title: {0}phototitle, alt: {0}photoalt}}
  - {{title: {0}apart, separate: true}}
---
"""
_PAPER = """\
---
title: Bilaga {0}title
owner: {0}owner
revisions: [{{date: 2022-07-13, version: "1.0", name: {0}reviser, role: {0}role, comment: {0}comment}}]
---
"""
_BODY = """
## Förslag till beslut

Nämnden beslutar {0}proposal.

## Sammanfattning

{0}summary[^a] och [{0}link](https://{0}host.example/{0}path).

## Beskrivning av ärendet

### {0}heading

![{0}alt]({0}picture.svg)

| {0}head | Tal |
|---|---|
| {0}cell | x |

```ekonomi
id: {0}table
rubrik: {0}caption
enhet: mnkr

| | Budget |
| {0}label | 100 |
| Lokaler | 50 |
| Summa [summa] | 150 |
```

```ekonomi
fil: {0}grid.csv
```

```ekonomi
fil: {0}book.xlsx
```

[^a]: {0}note.
"""
_ELSEWHERE = ["drawn", "exposed", "csv", "xlsx", "scanned", "scaninfo", "scanxmp", "bookmark", "file"]
_PLACES = sorted({*re.findall(r"\{0\}([a-z]+)", _HEAD + _PAPER + _BODY), *_ELSEWHERE}, key=len, reverse=True)
_DRAWN = '<svg xmlns="http://www.w3.org/2000/svg" width="900" height="700"><text x="9" y="99">{0}</text></svg>'


def _book(word: str) -> bytes:
    book = openpyxl.Workbook()
    assert book.active is not None
    for row in (["enhet: mnkr"], ["", "Budget"], [word, 100], ["Lokaler", 50], ["Summa [summa]", 150]):
        book.active.append(row)
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def _pdf(key: str) -> bytes:
    document = foreign.pdf(f"{key}scanned")
    document.docinfo["/Title"] = f"{key}scaninfo"
    with document.open_metadata(set_pikepdf_as_editor=False) as metadata:
        metadata["dc:title"] = f"{key}scanxmp"
    with document.open_outline() as outline:
        outline.root.append(pikepdf.OutlineItem(f"{key}bookmark", 0))
    return foreign.saved(document)


def _text(folder: str, name: str, head: str, key: str) -> Mapping[str, str | bytes]:
    return {
        f"{folder}/{name}.md": (head + _BODY).format(key),
        f"{folder}/{key}picture.svg": _DRAWN.format(f"{key}drawn"),
        f"{folder}/{key}grid.csv": f"enhet: mnkr\n;Budget\n{key}csv;100\nLokaler;50\nSumma [summa];150\n",
        f"{folder}/{key}book.xlsx": _book(f"{key}xlsx"),
    }


def _case(folder: str, key: str, paper: str) -> Mapping[str, str | bytes]:
    return {
        **_text(folder, "index", _HEAD, key),
        f"{folder}/{key}scan.pdf": _pdf(key),
        f"{folder}/{key}photo.svg": _DRAWN.format(f"{key}exposed"),
        **_text(folder, f"{paper}file", _PAPER, paper),
    }


def files() -> Mapping[str, str | bytes]:
    """Two cases, of which every word begins with `zqa`, of its paper with `zqb`; `zqc` and `zqd` of the other."""
    return {
        "kallelse.yml": SETTINGS + "url: https://m.example/\n",
        "gsn/index.md": COMMITTEE,
        f"{FOLDER}/index.md": MEETING.replace("issued: 2022-09-19\n", ""),
        **_case(OPEN, "zqa", "zqb"),
        **_case(SECRET, "zqc", "zqd"),
    }


@dataclass(frozen=True, slots=True)
class Shown:
    """What is published: addresses and bytes, of a PDF what its objects hold when they are unpacked, and its words."""

    built: Built

    def words(self, *keys: str) -> set[str]:
        """All made-up words that begin so, wherever they stand; packed bytes are like others by chance."""
        pattern = re.compile(f"(?:{'|'.join(keys)})(?:{'|'.join(_PLACES)})")
        return {word for text in self._texts() for word in pattern.findall(text)}

    def _texts(self) -> Iterator[str]:
        for page in self.built.pages:
            yield f"{page.address} {page!r}".lower()
        for asset in self.built.assets:
            yield asset.address.lower()
            yield asset.content.decode("latin-1").lower()
            if asset.content.startswith(b"%PDF-"):
                yield _NO_LETTERS.sub(" ", foreign.words_of(asset.content)).lower()
                yield from _objects(asset.content)


def _objects(data: bytes) -> Iterator[str]:
    with pikepdf.open(io.BytesIO(data)) as document:
        for each in document.objects:
            yield repr(each).lower()
            if isinstance(each, pikepdf.Stream):
                yield each.read_bytes().decode("latin-1").lower()
