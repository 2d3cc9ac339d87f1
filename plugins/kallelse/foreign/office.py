"""A Word, Excel, PowerPoint or OpenDocument file into a PDF, by LibreOffice."""

from __future__ import annotations

import contextlib
import os
import shutil
import subprocess
import tempfile
from functools import cache
from pathlib import Path

# PDF/A-3b (ISO 19005-3), so that a packet which claims to be archival still is, and none of the notes that people write
# to each other in the margins of a sheet or a slide.
_FILTER = (
    'pdf:{kind}_pdf_Export:{{"SelectPdfVersion":{{"type":"long","value":"3"}},'
    '"ExportNotes":{{"type":"boolean","value":"false"}},"ExportNotesInMargin":{{"type":"boolean","value":"false"}},'
    '"ExportNotesPages":{{"type":"boolean","value":"false"}}}}'
)
_KINDS = {
    "writer": (".doc", ".docx", ".odt", ".rtf"),
    "calc": (".xls", ".xlsx", ".ods"),
    "impress": (".ppt", ".pptx", ".odp"),
}
_NAMES = ("soffice", "libreoffice")
_PLACES = (
    # The one of two that says something where it is called from.
    r"C:\Program Files\LibreOffice\program\soffice.com",
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
)
_SECONDS = 180


class OfficeError(Exception):
    """LibreOffice is not there, or could not turn a file into a PDF."""


@cache
def office() -> Path | None:
    """Where LibreOffice is; None where this machine has none."""
    told = os.environ.get("KALLELSE_SOFFICE")
    usual = (place for place in _PLACES if Path(place).exists())
    on_path = (shutil.which(name) for name in _NAMES)
    first = next((place for place in (told, *on_path, *usual) if place), None)
    return None if first is None else Path(first)


@cache
def office_version() -> str:
    """What LibreOffice says of itself; empty where there is none, or none that answers."""
    program = office()
    if program is None:
        return ""
    with tempfile.TemporaryDirectory() as profile, contextlib.suppress(OSError, subprocess.TimeoutExpired):
        command = [str(program), _own(profile), "--version"]
        done = subprocess.run(command, capture_output=True, check=False, timeout=_SECONDS, env=_environment())  # noqa: S603
        return " ".join(done.stdout.decode(errors="replace").split())
    return ""


def _environment() -> dict[str, str]:
    """The machine's own, but for language and time zone, by which dates and sizes of paper would differ."""
    return {**os.environ, "LC_ALL": "C.UTF-8", "TZ": "UTC"}


def _own(profile: str) -> str:
    # A profile of its own: two at once would wait for each other, and nobody's settings and macros count.
    return f"-env:UserInstallation={Path(profile).resolve().as_uri()}"


def write_pdf(file: Path, target: Path) -> None:
    """Writes `file` as a PDF to `target`; raises OfficeError where that does not work."""
    program = office()
    if program is None:
        raise OfficeError("LibreOffice")
    kind = next(kind for kind, ends in _KINDS.items() if file.suffix.lower() in ends)
    with tempfile.TemporaryDirectory() as profile, tempfile.TemporaryDirectory() as out:
        command = [str(program), _own(profile), "--headless", "--norestore", "--convert-to", _FILTER.format(kind=kind)]
        try:
            done = subprocess.run(  # noqa: S603
                [*command, "--outdir", out, str(file.resolve())],
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.PIPE,
                check=False,
                timeout=_SECONDS,
                env=_environment(),
            )
        except subprocess.TimeoutExpired:
            raise OfficeError(f"{_SECONDS} s") from None
        except OSError as error:
            raise OfficeError(error.strerror or str(error)) from error
        made = Path(out, f"{file.stem}.pdf")
        if not made.is_file():
            raise OfficeError(done.stderr.decode(errors="replace").strip()[-200:])
        shutil.move(made, target)
