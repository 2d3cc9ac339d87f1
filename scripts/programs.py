"""A program's name turned into where it stands on this machine, installed where the machine allows it."""

from __future__ import annotations

import hashlib
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import environment

VERAPDF = "1.30.2"
VERAPDF_SHA256 = "287cc9c9757f99dcff4a2d39b68268245b48103fb6af443162d5a29df2afa332"
_MAVEN_COPY = "org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy"


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
        Program("java", "PDF/A and PDF/UA", ("java",), ("default-jdk-headless",)),
        Program("verapdf", "PDF/A and PDF/UA", (), ()),
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
    if any(not file.with_suffix(".pdf").exists() for file in files):
        provided("soffice", root)


def found(name: str, root: Path) -> Path | None:
    """Where the program is: by its variable, else on the search path, else in a usual place, else None."""
    program = PROGRAMS[name]
    told = os.environ.get(program.variable)
    if told:
        return Path(told)
    if name == "verapdf":
        jar = _jar(root)
        return jar if jar.exists() and _is_verapdf(jar) else None
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
    reason = _fetch_verapdf(root) if name == "verapdf" else _installed(program.packages)
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
    quiet = [*as_root, "env", "DEBIAN_FRONTEND=noninteractive", apt, "-qq"]
    install = [*quiet, "install", "--yes", "--no-install-recommends", *packages]
    answer = _answer(install)
    if answer.returncode:
        # The lists of packages on a fresh machine are empty or old.
        _answer([*quiet, "update"])
        answer = _answer(install)
    return f"apt-get could not install {wanted}: {_last_line(answer)}" if answer.returncode else ""


def _root_prefix() -> list[str] | None:
    """What makes a command an administrator's; None where that would need a question, or a person's leave."""
    if sys.platform != "win32" and os.geteuid() == 0:
        return []
    if is_ci() and shutil.which("sudo") and not _answer(["sudo", "--non-interactive", "true"]).returncode:
        return ["sudo", "--non-interactive"]
    return None


def is_ci() -> bool:
    """Whether nothing may be skipped."""
    return os.environ.get("CI", "").lower() in ("1", "true")


def _fetch_verapdf(root: Path) -> str:
    """Fetches veraPDF's jar by Maven; what stood in the way, empty if nothing."""
    maven = shutil.which("mvn")
    if not maven:
        problem = _installed(("maven",))
        maven = shutil.which("mvn")
        if not maven:
            return f"Maven, which fetches it, is missing: {problem}"
    print(f"Fetching veraPDF {VERAPDF} …", file=sys.stderr, flush=True)
    jar = _jar(root)
    jar.parent.mkdir(parents=True, exist_ok=True)
    answer = _answer(
        [
            maven,
            "--batch-mode",
            "--quiet",
            _MAVEN_COPY,
            f"-Dartifact=org.verapdf.apps:cli:{VERAPDF}",
            f"-DoutputDirectory={jar.parent}",
            "-Dmdep.overWriteReleases=true",
        ],
        cwd=jar.parent,
    )
    if answer.returncode:
        return f"Maven could not fetch it: {_last_line(answer)}"
    if not _is_verapdf(jar):
        jar.unlink()
        return "what Maven fetched is not the jar that is asked for: its SHA-256 differs"
    return ""


def _driver(root: Path) -> Path | None:
    """The driver that the environment's Playwright starts."""
    venv = root / ".venv"
    folders = (*venv.glob("lib/python*/site-packages"), venv / "Lib" / "site-packages")
    drivers = (folder / "playwright" / "driver" / name for folder in folders for name in ("node", "node.exe"))
    return next((driver for driver in drivers if driver.exists()), None)


def _runs(program: Path) -> bool:
    """Whether the program starts at all, with all libraries that it needs."""
    return _answer([str(program), "--version"]).returncode == 0


def _jar(root: Path) -> Path:
    return root / ".cache" / "tools" / f"cli-{VERAPDF}.jar"


def _is_verapdf(jar: Path) -> bool:
    with jar.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest() == VERAPDF_SHA256


def _compiles(java: str) -> bool:
    """Whether this Java runs a source file: version 11 or newer (JEP 330), with its compiler."""
    modules = _answer([java, "--list-modules"]).stdout
    version = re.search(r"^java\.base@(\d+)", modules, re.MULTILINE)
    return version is not None and int(version[1]) >= 11 and "jdk.compiler@" in modules


def _answer(command: Sequence[str], cwd: Path | None = None) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        command, cwd=cwd, check=False, capture_output=True, text=True, encoding="utf-8", errors="replace"
    )


def _last_line(answer: subprocess.CompletedProcess[str]) -> str:
    lines = [line.strip() for line in (answer.stdout + answer.stderr).splitlines() if line.strip()]
    errors = [line for line in lines if line.startswith(("E:", "[ERROR]"))]
    return (errors[:1] or lines[-1:] or [f"exit status {answer.returncode}"])[0]
