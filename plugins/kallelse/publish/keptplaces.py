"""Where words are explained on pages, taken from what an earlier build kept, and kept for a later one."""

from __future__ import annotations

import contextlib
import hashlib
from collections.abc import Mapping
from pathlib import Path
from typing import TypeGuard

from kallelse.foreign.kept import found, keep_if_possible, programs
from kallelse.foreign.values import from_bytes, to_bytes
from kallelse.model.glossary import Term
from kallelse.publish.explained import Explainer, Places

ENDING = ".words"


def kept_explainer(terms: tuple[Term, ...], store: Path | None) -> Explainer:
    """The explainer of those terms, which knows where they stand on the pages that are kept in the folder `store`."""
    file = None if store is None else found(store, _key(terms), ENDING)
    with contextlib.suppress(OSError):
        kept = None if file is None else from_bytes(file.read_bytes())
        if _is_places(kept):
            return Explainer(terms, kept)
    return Explainer(terms)


def keep_places(explainer: Explainer, store: Path) -> None:
    """Keeps where terms stand on the pages that were explained, and no others."""
    places = explainer.places
    if places != explainer.known:
        key = _key(explainer.terms)
        keep_if_possible(store, key, ENDING, lambda file: file.write_bytes(to_bytes(places)), alone=True)


def _key(terms: tuple[Term, ...]) -> str:
    return hashlib.sha256(f"{programs()} {terms!r}".encode()).hexdigest()


def _is_places(kept: object) -> TypeGuard[Mapping[bytes, Places]]:
    return isinstance(kept, dict) and all(
        isinstance(digest, bytes) and isinstance(places, tuple) and all(isinstance(each, int) for each in places)
        for digest, places in kept.items()
    )
