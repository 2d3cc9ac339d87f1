"""A Word, Excel, PowerPoint or OpenDocument file into a PDF, by LibreOffice."""

from __future__ import annotations

import contextlib
import os
import shutil
import signal
import subprocess
import sys
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
# Nothing that lies elsewhere is fetched for a document, nor any of its macros run.
_ITEM = (
    '<item oor:path="/org.openoffice.Office.{path}"><prop oor:name="{name}" oor:op="fuse"><value>{value}</value>'
    "</prop></item>\n"
)
_SETTINGS = "".join(
    (
        '<?xml version="1.0" encoding="UTF-8"?>\n<oor:items xmlns:oor="http://openoffice.org/2001/registry">\n',
        _ITEM.format(path="Common/Security/Scripting", name="BlockUntrustedRefererLinks", value="true"),
        _ITEM.format(path="Common/Security/Scripting", name="DisableMacrosExecution", value="true"),
        _ITEM.format(path="Common/Security/Scripting", name="DisableActiveContent", value="true"),
        _ITEM.format(path="Writer/Content/Update", name="Link", value="2"),
        _ITEM.format(path="Calc/Content/Update", name="Link", value="2"),
        "</oor:items>\n",
    )
)
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
        settings = Path(profile, "user", "registrymodifications.xcu")
        settings.parent.mkdir()
        settings.write_text(_SETTINGS, encoding="utf-8")
        command = [str(program), _own(profile), "--headless", "--norestore", "--convert-to", _FILTER.format(kind=kind)]
        said = _run([*command, "--outdir", out, str(file.resolve())])
        made = Path(out, f"{file.stem}.pdf")
        if not made.is_file():
            raise OfficeError(said[-200:])
        shutil.move(made, target)


def _run(command: list[str]) -> str:
    """Runs it to its end, and what it says of errors; raises OfficeError where it takes too long or does not begin.

    The program is begun by another, so that both are ended where it does not end by itself.
    """
    try:
        process = subprocess.Popen(  # noqa: S603
            command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            env=_environment(),
            start_new_session=True,
        )
    except OSError as error:
        raise OfficeError(error.strerror or str(error)) from error
    try:
        _, said = process.communicate(timeout=_SECONDS)
    except subprocess.TimeoutExpired:
        _end(process)
        raise OfficeError(f"{_SECONDS} s") from None
    except BaseException:
        # A key too: it is in a group of its own, which a terminal does not tell.
        _end(process)
        raise
    return said.decode(errors="replace").strip()


def _end(process: subprocess.Popen[bytes]) -> None:
    """Ends a process with all that it began."""
    if sys.platform == "win32":
        kill = ["taskkill", "/F", "/T", "/PID", str(process.pid)]
        subprocess.run(kill, capture_output=True, check=False)  # noqa: S603
    else:
        with contextlib.suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
    process.communicate()
