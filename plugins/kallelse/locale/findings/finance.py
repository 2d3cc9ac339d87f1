"""The words of findings about finance tables."""

from __future__ import annotations

from collections.abc import Mapping

from kallelse.model.settings import Language

TEXTS: Mapping[str, Mapping[Language, tuple[str, str]]] = {}
