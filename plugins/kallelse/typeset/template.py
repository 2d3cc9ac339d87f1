"""The template's files: the package's own, replaced by name by those of a municipality's folder."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from kallelse import fonts
from kallelse.model.finding import Finding, Place
from kallelse.model.settings import Settings
from kallelse.typeset.metrics import Metrics, metrics

_OWN = Path(__file__).parent / "template"
_OWN_FONTS: tuple[str, ...] = (str(fonts.PRINT_DIR),)
# Packages, which Typst would fetch, paths, and whatever else is said.
_SAID = re.compile(r'"([^"]+)"')
_FONTS = (".otf", ".ttf", ".ttc", ".otc")


@dataclass(frozen=True, slots=True)
class Template:
    """Typst files by name under `kallelse/`, the folders where faces are looked for, and what both say of sizes."""

    files: Mapping[str, bytes]
    fonts: tuple[str, ...]
    sizes: Metrics


def template_of(settings: Settings, root: Path) -> tuple[Template, tuple[Finding, ...]]:
    """The template of a municipality: `settings.template` below `root` replaces files of the package by name.

    Where something is wrong with the folder, the package's own template comes with the finding.
    """
    if not settings.template:
        return _own_template(), ()
    folder = root / settings.template
    if not folder.is_dir():
        return _own_template(), (Finding("template-missing", Place("kallelse.yml"), {"path": settings.template}),)
    files = dict(_own_files())
    for path in sorted(folder.glob("*.typ")):
        name = f"{settings.template}/{path.name}"
        try:
            text = path.read_text("utf-8")
        except UnicodeDecodeError:
            return _own_template(), (Finding("template-not-text", Place(name)),)
        if beyond := tuple(_beyond(text, settings, name, root)):
            return _own_template(), beyond
        files[f"kallelse/{path.name}"] = text.encode()
    paths = _OWN_FONTS
    if any(path.suffix.lower() in _FONTS for path in folder.iterdir()):
        paths += (str(folder),)
    sizes, findings = metrics(files["kallelse/tokens.typ"], paths, Place(f"{settings.template}/tokens.typ"))
    if sizes is None:
        return _own_template(), findings
    return Template(files, paths, sizes), ()


def _beyond(text: str, settings: Settings, path: str, root: Path) -> Iterator[Finding]:
    """Findings for what a file of a template takes from the network or from outside the template's folder."""
    for number, line in enumerate(text.split("\n"), start=1):
        for said in _SAID.findall(line):
            if said.startswith("@"):
                yield Finding("template-package", Place(path, number), {"name": said})
                continue
            taken = posixpath.normpath(posixpath.join("/kallelse", said)).lstrip("/")
            known = taken == settings.logo or taken.startswith(f"{settings.template}/")
            if not known and (root / taken).is_file():
                yield Finding("template-beyond", Place(path, number), {"path": taken, "folder": settings.template})


@lru_cache(maxsize=1)
def _own_template() -> Template:
    files = dict(_own_files())
    sizes, findings = metrics(files["kallelse/tokens.typ"], _OWN_FONTS, Place("tokens.typ"))
    if sizes is None:
        raise RuntimeError(f"the package's own template is broken: {findings}")
    return Template(files, _OWN_FONTS, sizes)


def typeset_names() -> tuple[str, ...]:
    """The Typst files that a municipality's own may replace."""
    return tuple(name.removeprefix("kallelse/") for name, _ in _own_files())


@lru_cache(maxsize=1)
def _own_files() -> tuple[tuple[str, bytes], ...]:
    return tuple((f"kallelse/{path.name}", path.read_bytes()) for path in sorted(_OWN.glob("*.typ")))
