"""A word that not everybody knows, with the forms that a text has it in, and what it means."""

from __future__ import annotations

from dataclasses import dataclass

GLOSSARY = "glossary.md"
"""The file of a municipality's own words and meanings."""


@dataclass(frozen=True, slots=True)
class Term:
    """A word as lists have it, its other `forms`, and its meaning in a sentence or two; `line` is where it stands."""

    name: str
    forms: tuple[str, ...]
    meaning: str
    line: int = 0

    @property
    def words(self) -> tuple[str, ...]:
        """All that is explained by the meaning, the name first."""
        return (self.name, *self.forms)
