"""An attachment of any kind into the PDF that its pages are taken from."""

from __future__ import annotations

import io
import warnings
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pikepdf
import PIL
from PIL import ExifTags, Image, ImageSequence, UnidentifiedImageError

from kallelse.foreign.broken import BrokenError, broken_told
from kallelse.foreign.kept import folder_of, found, keep, key_of
from kallelse.foreign.office import office_version, write_pdf
from kallelse.model.filekinds import OFFICE, SCANS

# Raised when what is made of the same file changes.
_VERSION = "3"
_NO_DAY = bytes(12)
# Points per inch: what scanners use, and what none does.
_USUAL, _LEAST, _MOST = 200.0, 30.0, 4800.0
# Orientations (TIFF 6.0) in which what is stored as a row is seen as a column.
_ON_ITS_SIDE = (5, 6, 7, 8)


class NotMadeError(Exception):
    """A file that cannot be turned into a PDF; `no_program` says that what would do it is not there."""

    def __init__(self, reason: str, *, no_program: bool = False) -> None:
        super().__init__(reason)
        self.no_program = no_program


class _SavedMeanwhileError(Exception):
    """A file is another than it was before a PDF was made of it."""


def maker(path: str) -> str:
    """What turns the attachment `path` into a PDF, with its version; empty where nothing has to or nothing can."""
    ending = path.lower()
    if ending.endswith(OFFICE):
        return office_version()
    return f"Pillow {PIL.__version__}" if ending.endswith(SCANS) else ""


def pdf_file(path: str, root: Path) -> Path:
    """The PDF of the attachment `path` below `root`: the file itself, or one made of it and kept.

    Raises NotMadeError, and OSError where the file cannot be read or nothing can be kept.
    """
    file = root / path
    if not path.lower().endswith((*OFFICE, *SCANS)):
        return file
    version, make = maker(path), _write_scan if path.lower().endswith(SCANS) else write_pdf
    if not version:
        raise NotMadeError("LibreOffice", no_program=True)

    def key() -> str:
        return key_of(file, _VERSION, version, file.suffix.lower())

    def made(target: Path) -> None:
        try:
            with broken_told():
                make(file, target)
                _always_the_same(target)
        except BrokenError as error:
            raise NotMadeError(str(error)) from error
        if key() != before:
            raise _SavedMeanwhileError

    folder, before = folder_of(root), key()
    try:
        return found(folder, before, ".pdf") or keep(folder, before, ".pdf", made)
    except _SavedMeanwhileError:
        return pdf_file(path, root)


def _write_scan(file: Path, target: Path) -> None:
    # What a scanner says wrongly of itself beside a picture does not matter to the picture.
    with ExitStack() as opened:
        opened.enter_context(warnings.catch_warnings(action="ignore"))
        # Of a file that Pillow opens itself it maps some into memory, and turns these twice.
        data = opened.enter_context(file.open("rb"))
        try:
            scan = opened.enter_context(Image.open(data, formats=("TIFF",)))
        except UnidentifiedImageError as error:
            # What it says names the machine's folders.
            raise BrokenError(file.suffix) from error
        document = opened.enter_context(pikepdf.new())
        for frame in ImageSequence.Iterator(scan):
            resolution, page = _resolution(frame), io.BytesIO()
            frame.save(page, "PDF", dpi=resolution)
            document.pages.extend(opened.enter_context(pikepdf.open(page)).pages)
        document.save(target)


def _resolution(scan: Image.Image) -> tuple[float, float]:
    """How many points an inch has across and down the page as it is seen; fax machines have twice as many across.

    A scanner that does not know says nothing, or something absurd.
    """
    said = scan.info.get("dpi") or scan.info.get("resolution") or ()
    known = [float(each) if _LEAST <= float(each) <= _MOST else 0.0 for each in said][:2]
    across, down = known if len(known) == 2 and any(known) else (_USUAL, _USUAL)
    across, down = across or down, down or across
    turned = scan.getexif().get(ExifTags.Base.Orientation, 1) in _ON_ITS_SIDE
    return (down, across) if turned else (across, down)


def _always_the_same(file: Path) -> None:
    """Takes out of a PDF what tells when it was made, so that the same source gives the same bytes."""
    with pikepdf.open(file, allow_overwriting_input=True) as document:
        with document.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as metadata:
            for name in [name for name in metadata if name.endswith("Date")]:
                del metadata[name]
        for key in [str(key) for key in document.docinfo if str(key).endswith("Date")]:
            del document.docinfo[key]
        for name in ("/DocChecksum", "/ID"):
            if name in document.trailer:
                del document.trailer[name]
        intents: Any = document.Root.get("/OutputIntents", pikepdf.Array())
        for intent in intents:
            profile = intent.get("/DestOutputProfile")
            if isinstance(profile, pikepdf.Stream):
                # Day and time of a colour profile (ICC.1:2010, 7.2.8), and its own digest (7.2.18).
                data = profile.read_bytes()
                profile.write(data[:24] + _NO_DAY + data[36:84] + bytes(16) + data[100:])
        document.save(file, deterministic_id=True)
