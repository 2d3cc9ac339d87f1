"""The templates of the package, and those of a municipality over them, turned into one environment."""

from __future__ import annotations

import hashlib
import sys
import traceback
from collections.abc import Iterator, Mapping, MutableMapping
from contextlib import suppress
from functools import lru_cache, partial
from importlib.metadata import version
from importlib.util import cache_from_source
from pathlib import Path
from pickle import UnpicklingError

import jinja2
from jinja2 import (
    BytecodeCache,
    ChoiceLoader,
    Environment,
    FileSystemBytecodeCache,
    FileSystemLoader,
    PrefixLoader,
    StrictUndefined,
)
from jinja2.bccache import Bucket

from kallelse.locale.hyphens import softened
from kallelse.locale.packet import held_together
from kallelse.locale.pages import spoken_labels
from kallelse.locale.site import words
from kallelse.model.settings import Language


class TemplateError(Exception):
    """A template that cannot be read or filled; the message names it, and the line where that is known."""


def filled(templates: Environment, template: str, **values: object) -> str:
    """The template with that name, filled; raises TemplateError where it does not work."""
    try:
        return templates.get_template(template).render(values)
    except Exception as error:
        # What goes wrong in the package's own templates is no municipality's to mend.
        if not (isinstance(error, jinja2.TemplateError | UnicodeDecodeError) or getattr(templates, "is_theirs", False)):
            raise
        raise TemplateError(f"{_place_of(error) or template}: {error}") from error


_OWN = Path(__file__).parent / "templates"


def _place_of(error: Exception) -> str:
    """The template and the line where something went wrong, the innermost of a municipality's own if it was in one."""
    if isinstance(error, jinja2.TemplateSyntaxError):
        return f"{error.name}:{error.lineno}"
    ran = [(Path(frame.filename), frame.lineno) for frame in traceback.extract_tb(error.__traceback__)]
    # What is no file is a module of Python's own: `<frozen codecs>`.
    found = [(file, line) for file, line in ran if file.suffix != ".py" and file.is_absolute()]
    theirs = [(file, line) for file, line in found if file.parent != _OWN]
    return next((f"{file.name}:{line}" for file, line in reversed(theirs or found)), "")


class _Compiled(FileSystemBytecodeCache):
    """Compiled templates, kept where Python keeps compiled modules; what cannot be kept or read is made anew."""

    def __init__(self, name: str) -> None:
        folder = Path(cache_from_source(str(_OWN / "templates.py"))).parent
        with suppress(OSError):
            folder.mkdir(parents=True, exist_ok=True)
        super().__init__(str(folder), f"{name}-{version('jinja2')}-%s.cache")

    def load_bytecode(self, bucket: Bucket) -> None:
        """Fills the bucket with what is kept, if that is whole."""
        try:
            super().load_bytecode(bucket)
        except (OSError, EOFError, ValueError, LookupError, UnpicklingError):
            bucket.reset()

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keeps what was compiled, unless the package may not be written to."""
        with suppress(OSError):
            super().dump_bytecode(bucket)


def compiled(name: str) -> BytecodeCache | None:
    """Where compiled templates of an environment of that `name` are kept, each by its own name, its place and its text.

    Environments that would compile a text otherwise need another name. None where Python keeps no modules either.
    """
    return None if sys.dont_write_bytecode else _Compiled(name)


class _Environment(Environment):
    """An environment whose templates have their globals in one dict, which is copied for every page.

    It `is_theirs` where a municipality's own are among them.
    """

    is_theirs = False

    def make_globals(self, d: Mapping[str, object] | None) -> MutableMapping[str, object]:
        return {**self.globals, **(d or {})}


def environment(language: Language, overrides: Path | None = None) -> Environment:
    """The environment of the publish stage: everything is escaped, and a name that is not set is an error.

    A template in the folder `overrides` replaces that of the package with its name, and may build on it:
    `{% extends "kallelse/meeting.html" %}`.
    """
    stamps = tuple((file, file.stat().st_mtime_ns) for _, file in _files(overrides))
    return _environment(language, _folders(overrides), stamps)


def template_names() -> tuple[str, ...]:
    """The templates that a municipality's own may replace."""
    return tuple(file.name for _, file in _files(None))


def look_of(overrides: Path | None) -> str:
    """A digest of all templates of such an environment."""
    digest = hashlib.sha256()
    for folder, file in _files(overrides):
        content = file.read_bytes()
        digest.update(f"{file.relative_to(folder).as_posix()}\0{len(content)}\0".encode() + content)
    return digest.hexdigest()


def _folders(overrides: Path | None) -> tuple[Path, ...]:
    return (_OWN,) if overrides is None else (overrides, _OWN)


def _files(overrides: Path | None) -> Iterator[tuple[Path, Path]]:
    """Each template, and what it may take in, with its folder, in order."""
    for folder in _folders(overrides):
        # Theirs may take in any file that lies beside them; beside the package's own lie those that were compiled.
        files = folder.rglob("*.html" if folder == _OWN else "*")
        yield from ((folder, file) for file in sorted(files) if file.is_file())


def _fitted(text: str, language: Language) -> str:
    """`text` whose lines may end within its longest words, and not within a day or between figure and unit."""
    return softened(held_together(text, language), language)


# While a site is served, what is edited between two builds has another stamp; within a build nobody needs to ask.
@lru_cache(maxsize=4)
def _environment(language: Language, folders: tuple[Path, ...], stamps: tuple[tuple[Path, int], ...]) -> Environment:  # noqa: ARG001
    own = PrefixLoader({"kallelse": FileSystemLoader(_OWN)})
    found = _Environment(
        loader=ChoiceLoader([*(FileSystemLoader(folder) for folder in folders), own]),
        autoescape=True,
        auto_reload=False,
        bytecode_cache=compiled(f"publish-{language}"),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=False,
    )
    found.is_theirs = len(folders) > 1
    found.globals["w"] = words(language)
    found.filters["bound"] = partial(held_together, language=language)
    found.filters["fitted"] = partial(_fitted, language=language)
    found.filters["spoken"] = partial(spoken_labels, language=language)
    return found
