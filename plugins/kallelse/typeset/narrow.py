"""Words fitted to a narrow column: where a line may end in what is wider than it, and how many lines come of it."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator

from kallelse.locale.compounds import cuts
from kallelse.locale.hyphens import softened
from kallelse.locale.packet import leading_words_bound
from kallelse.model.settings import Language
from kallelse.typeset import literal
from kallelse.typeset.metrics import Face

_SOFT, _ZERO_WIDTH = "\u00ad", "\u200b"
# What a line may not break: words between blanks and hyphens, with the signs that cling to them.
_PIECE = re.compile(r"[^\s\-–/\u200b]+[\-–/]?")
_LETTERS = re.compile(r"[^\W\d_]+")
_BREAKS = re.compile(r"(?<=[ \-–/\u200b\u00ad])")


def narrowed(text: str, face: Face, size: float, room: float, language: Language) -> str:
    """`text` with soft hyphens in words that are wider than `room` points: `Miljökonsekvens-bedömning`."""
    if face.longest(text, size) <= room:
        return text
    return _PIECE.sub(lambda match: _fitted(match[0], face, size, room, language), text)


def heading_bound(text: str, face: Face, size: float, room: float, language: Language) -> str:
    """`text` with small words bound to the next, and a short last one to that before, where both fit in `room` points.

    A line of such words that does not fit is left as it is: `Mål för arbetsmarknads-åtgärderna`.
    """
    bound = leading_words_bound(text, language)
    kept: list[str] = []
    end = 0
    for words in bound.split(" "):
        as_typed = text[end : end + len(words)]
        kept.append(words if face.width(words, size) <= room else as_typed)
        end += len(words) + 1
    return narrowed(" ".join(kept), face, size, room, language)


def narrow_lines(text: str, face: Face, size: float, room: float) -> int:
    """How many lines of `room` points `text` fills, as they break where they must."""
    lines, filled = 1, 0.0
    for piece in _BREAKS.split(text):
        width = face.width(piece.rstrip().replace(_SOFT, "-").replace(_ZERO_WIDTH, ""), size)
        if filled and filled + width > room:
            lines, filled = lines + 1, 0.0
        filled += face.width(piece.replace(_SOFT, "").replace(_ZERO_WIDTH, ""), size)
    return lines


def expressions(text: str, language: Language) -> str:
    """`text` as Typst expressions, where places to break are put into what has no soft hyphens already."""
    if _SOFT not in text:
        return literal.written(text, language)
    parts = text.split(_SOFT)
    ended = (*(part + _SOFT for part in parts[:-1]), parts[-1])
    return ";".join(literal.written(part, language) for part in ended)


def _fitted(piece: str, face: Face, size: float, room: float, language: Language) -> str:
    if face.width(piece, size) <= room:
        return piece
    return _LETTERS.sub(lambda match: _SOFT.join(_parts(match[0], face, size, room, language)), piece)


def _parts(word: str, face: Face, size: float, room: float, language: Language) -> Iterator[str]:
    """The parts of a compound; of those that are too wide themselves the syllables, else pieces of any kind."""
    ends = (0, *(cuts(word) if language == "sv" else ()), len(word))
    for start, end in itertools.pairwise(ends):
        part = word[start:end]
        if face.width(part + "-", size) > room:
            part = softened(part, language)
            if face.longest(part, size) > room:
                part = part.replace(_SOFT, "")
                part = _SOFT.join(part[at : at + 8] for at in range(0, len(part), 8))
        yield from part.split(_SOFT)
