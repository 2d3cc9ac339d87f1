"""The templates of the package, and those of a municipality over them, turned into one environment."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from jinja2 import ChoiceLoader, Environment, FileSystemLoader, PrefixLoader, StrictUndefined

from kallelse.locale.site import words
from kallelse.model.settings import Language


class TemplateError(Exception):
    """A template that cannot be read or filled; the message names it, and the line where that is known."""


_OWN = Path(__file__).parent / "templates"


@cache
def environment(language: Language, overrides: Path | None = None) -> Environment:
    """The environment of the publish stage: everything is escaped, and a name that is not set is an error.

    A template in the folder `overrides` replaces that of the package with its name, and may build on it:
    `{% extends "kallelse/meeting.html" %}`.
    """
    folders = [_OWN] if overrides is None else [overrides, _OWN]
    own = PrefixLoader({"kallelse": FileSystemLoader(_OWN)})
    found = Environment(
        loader=ChoiceLoader([*(FileSystemLoader(folder) for folder in folders), own]),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=False,
    )
    found.globals["w"] = words(language)
    return found
