"""Texts turned into a SHA-256 that stays the same however their lines are broken and their letters are composed."""

from __future__ import annotations

import hashlib
import unicodedata
from collections.abc import Iterable


def hashed(parts: Iterable[str]) -> str:
    """SHA-256 of `parts`, each held apart from the next, in small hexadecimal figures."""
    said = "\n".join(" ".join(unicodedata.normalize("NFC", part).split()) for part in parts)
    return hashlib.sha256(said.encode()).hexdigest()
