"""A configuration turned into one PDF of the whole site, or into words about what that needs."""

from __future__ import annotations

import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

from kallelse.commands import engine as engines
from kallelse.configured import meetings_of
from kallelse.locale import report as labels
from kallelse.read.settings import settings_ahead


def run(config: Path, engine: str, as_of: str) -> int:
    """Builds the yearbook; 2 where a program or a library that it needs is not there."""
    language = settings_ahead(meetings_of(config)).language
    if find_spec("mkdocs_with_pdf") is None or not _can_import("bs4, sass"):
        print(labels.NO_BOOKBINDER[language].format(script=_installing()), file=sys.stderr)
        return 2
    if not _can_import("weasyprint"):
        print(labels.NO_PANGO[language], file=sys.stderr)
        return 2
    return engines.build(config, engine, as_of, drafts=False, strict=False)


def _installing() -> str:
    """What installs mkdocs-with-pdf beside this package, and then makes the yearbook."""
    script = Path(__file__).resolve().parents[3] / "scripts" / "yearbook"
    python = f'"{sys.executable}"'
    return f'{python} "{script}"' if script.is_file() else f"{python} -m pip install mkdocs-with-pdf"


def _can_import(names: str) -> bool:
    # A library that is missing is told by the system's loader, which may also end the process.
    done = subprocess.run([sys.executable, "-c", f"import {names}"], capture_output=True, check=False)  # noqa: S603
    return done.returncode == 0
