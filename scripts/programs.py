"""A program's name turned into where it stands on this machine, installed where the machine allows it."""

from __future__ import annotations

import contextlib
import os
import re
import shutil
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import environment
from jars import JARS, answer, fetch, last_line


@dataclass(frozen=True, slots=True)
class Program:
    """A program that tests use: for what, its names on the search path, Debian packages, usual places."""

    name: str
    use: str
    names: tuple[str, ...]
    packages: tuple[str, ...]
    places: tuple[str, ...] = ()

    @property
    def variable(self) -> str:
        """The environment variable by which the script tells the tests where the program is."""
        return f"KALLELSE_{self.name.upper()}"


@dataclass(frozen=True, slots=True)
class Missing:
    """A program that this machine does not have, what is skipped for that, and why it is missing."""

    program: Program
    reason: str

    def __str__(self) -> str:
        return f"{self.program.use}: {self.program.name}: {self.reason}"


PROGRAMS = {
    program.name: program
    for program in (
        Program(
            "chromium",
            "the pages in a browser",
            (
                "chromium",
                "chromium-browser",
                "google-chrome",
                "google-chrome-stable",
                "chrome",
                "msedge",
                "microsoft-edge",
            ),
            ("chromium", "fonts-liberation"),
            (
                r"C:\Program Files\Google\Chrome\Application\chrome.exe",
                r"C:\Program Files (x86)\Google\Chrome\Application\chrome.exe",
                r"C:\Program Files (x86)\Microsoft\Edge\Application\msedge.exe",
                r"C:\Program Files\Microsoft\Edge\Application\msedge.exe",
                "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
                "/Applications/Chromium.app/Contents/MacOS/Chromium",
                "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
            ),
        ),
        # The driver of the browser comes with its package but needs a library of the system's.
        Program("playwright", "the pages in a browser", (), ("libatomic1",)),
        # The yearbook is set by a library that needs one of the system's.
        Program("weasyprint", "the yearbook", (), ("libpango-1.0-0", "libpangoft2-1.0-0")),
        # A Java without its compiler cannot run a source file, so the runtime package is not enough.
        Program("java", "PDF/A, PDF/UA and HTML", ("java",), ("default-jdk-headless",)),
        Program("verapdf", "PDF/A and PDF/UA", (), ()),
        Program("vnu", "the pages' HTML and style sheets", (), ()),
        # Where they are installed, search paths of people who are no administrators do not lead.
        Program("nginx", "the site on nginx", ("nginx",), ("nginx",), ("/usr/sbin/nginx",)),
        Program("apache", "the site on Apache", ("apache2", "httpd"), ("apache2-bin",), ("/usr/sbin/apache2",)),
        Program("pdftotext", "the packet's text, read by another reader", ("pdftotext",), ("poppler-utils",)),
        Program("pdftoppm", "the packet's pages as pictures", ("pdftoppm",), ("poppler-utils",)),
        Program(
            "soffice",
            "Word and other office files as attachments",
            ("soffice", "libreoffice"),
            ("libreoffice-writer-nogui", "libreoffice-calc-nogui", "libreoffice-impress-nogui", "fonts-liberation"),
            (
                r"C:\Program Files\LibreOffice\program\soffice.exe",
                "/Applications/LibreOffice.app/Contents/MacOS/soffice",
            ),
        ),
        Program("qpdf", "the packet's structure, read by another reader", ("qpdf",), ("qpdf",)),
    )
}


OFFICE = (".doc", ".docx", ".odt", ".rtf", ".xls", ".xlsx", ".ods", ".ppt", ".pptx", ".odp")
"""The kinds of files that LibreOffice turns into PDFs for a packet."""


def provide_for(sources: Path, root: Path) -> None:
    """Installs LibreOffice where the machine allows it and the sources hold a file that only it can turn into a PDF."""
    files = (file for file in sources.rglob("*") if file.suffix.lower() in OFFICE)
    wanted = False
    # Of a folder that may not be read the build tells.
    with contextlib.suppress(OSError):
        wanted = any(not file.with_suffix(".pdf").exists() for file in files)
    if wanted:
        provided("soffice", root)


def found(name: str, root: Path) -> Path | None:
    """Where the program is: by its variable, else on the search path, else in a usual place, else None."""
    program = PROGRAMS[name]
    told = os.environ.get(program.variable)
    if told:
        return Path(told)
    if name in JARS:
        return JARS[name].place(root) if JARS[name].is_there(root) else None
    if name == "playwright":
        driver = _driver(root)
        return driver if driver and _runs(driver) else None
    if name == "weasyprint":
        command = environment.python(root).parent / ("weasyprint.exe" if os.name == "nt" else "weasyprint")
        return command if command.exists() and _runs(command) else None
    on_path = (shutil.which(other) for other in program.names)
    usual = (place for place in program.places if Path(place).exists())
    first = next((place for place in (*on_path, *usual) if place), None)
    if first is None or (name == "java" and not _compiles(first)):
        return None
    return Path(first)


def provided(name: str, root: Path) -> Path | Missing:
    """Where the program is, after an attempt to install it where it was missing."""
    place = found(name, root)
    if place:
        return place
    program = PROGRAMS[name]
    reason = fetch(name, root, _installed) if name in JARS else _installed(program.packages)
    place = found(name, root)
    return place or Missing(program, reason or f"{', '.join(program.packages)} is installed but does not serve")


def _installed(packages: Sequence[str]) -> str:
    """Installs Debian packages; what stood in the way, empty if nothing."""
    wanted = ", ".join(packages)
    apt = shutil.which("apt-get")
    if not apt or sys.platform == "win32":
        return f"missing or incomplete, and no apt-get is here that could install {wanted}"
    as_root = _root_prefix()
    if as_root is None:
        return f"missing or incomplete; an administrator can run: apt-get install {' '.join(packages)}"
    print(f"Installing {wanted} …", file=sys.stderr, flush=True)
    # A server that a package brings is not started: in the first runlevel there is none (invoke-rc.d(8)).
    quiet = [*as_root, "env", "DEBIAN_FRONTEND=noninteractive", "RUNLEVEL=1", apt, "-qq"]
    install = [*quiet, "install", "--yes", "--no-install-recommends", *packages]
    done = answer(install)
    if done.returncode:
        # The lists of packages on a fresh machine are empty or old.
        answer([*quiet, "update"])
        done = answer(install)
    return f"apt-get could not install {wanted}: {last_line(done)}" if done.returncode else ""


def _root_prefix() -> list[str] | None:
    """What makes a command an administrator's; None where that would need a question, or a person's leave."""
    if sys.platform != "win32" and os.geteuid() == 0:
        return []
    if is_ci() and shutil.which("sudo") and not answer(["sudo", "--non-interactive", "true"]).returncode:
        return ["sudo", "--non-interactive"]
    return None


def is_ci() -> bool:
    """Whether nothing may be skipped."""
    return os.environ.get("CI", "").lower() in ("1", "true")


def _driver(root: Path) -> Path | None:
    """The driver that the environment's Playwright starts."""
    venv = root / ".venv"
    folders = (*venv.glob("lib/python*/site-packages"), venv / "Lib" / "site-packages")
    drivers = (folder / "playwright" / "driver" / name for folder in folders for name in ("node", "node.exe"))
    return next((driver for driver in drivers if driver.exists()), None)


def _runs(program: Path) -> bool:
    """Whether the program starts at all, with all libraries that it needs."""
    return answer([str(program), "--version"]).returncode == 0


def _compiles(java: str) -> bool:
    """Whether this Java runs a source file: version 11 or newer (JEP 330), with its compiler."""
    modules = answer([java, "--list-modules"]).stdout
    version = re.search(r"^java\.base@(\d+)", modules, re.MULTILINE)
    return version is not None and int(version[1]) >= 11 and "jdk.compiler@" in modules
