"""The template's files: the package's own, replaced by name by those of a municipality's folder."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from kallelse import fonts
from kallelse.model.finding import Finding, Place
from kallelse.model.settings import Settings

_OWN = Path(__file__).parent / "template"
_FONTS = (".otf", ".ttf", ".ttc", ".otc")


@dataclass(frozen=True, slots=True)
class Template:
    """Typst files by name under `kallelse/`, and the folders where faces are looked for."""

    files: Mapping[str, bytes]
    fonts: tuple[str, ...]


def template_of(settings: Settings, root: Path) -> tuple[Template, tuple[Finding, ...]]:
    """The template of a municipality: `settings.template` below `root` replaces files of the package by name."""
    files = dict(_own_files())
    paths: tuple[str, ...] = (str(fonts.PRINT_DIR),)
    if not settings.template:
        return Template(files, paths), ()
    folder = root / settings.template
    if not folder.is_dir():
        return Template(files, paths), (
            Finding("template-missing", Place("kallelse.yml"), {"path": settings.template}),
        )
    findings: list[Finding] = []
    for path in sorted(folder.glob("*.typ")):
        try:
            files[f"kallelse/{path.name}"] = path.read_text("utf-8").encode()
        except UnicodeDecodeError:
            findings.append(Finding("template-not-text", Place(f"{settings.template}/{path.name}")))
    if any(path.suffix.lower() in _FONTS for path in folder.iterdir()):
        paths += (str(folder),)
    return Template(files, paths), tuple(findings)


@lru_cache(maxsize=1)
def _own_files() -> tuple[tuple[str, bytes], ...]:
    return tuple((f"kallelse/{path.name}", path.read_bytes()) for path in sorted(_OWN.glob("*.typ")))
