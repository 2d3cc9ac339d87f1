"""Names turned into one list in running text: `Norrsala, Ekvik och Sjövik`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from kallelse.model.settings import Language

_AND: Mapping[Language, str] = {"sv": "och", "en": "and"}


def listed(names: Sequence[str], language: Language) -> str:
    """The names with a conjunction before the last; nothing for none."""
    if len(names) < 2:
        return "".join(names)
    return f"{', '.join(names[:-1])} {_AND[language]} {names[-1]}"
