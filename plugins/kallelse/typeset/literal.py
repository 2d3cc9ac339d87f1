"""Plain text into Typst literals, so that nothing a secretary writes is ever markup."""

from __future__ import annotations

import re
from collections.abc import Iterable

from kallelse.locale.hyphens import hyphenated
from kallelse.locale.packet import held_together
from kallelse.model.settings import Language

# An expression that prints nothing.
NOTHING = '""'
_BLANKS = re.compile(r"[ \t\r\n\f\v]+")
_ESCAPED = re.compile('[\\\\"\x00-\x1f\x7f]')
# `IT-center` stays on one line: a short name in capitals and what hangs on it.
_HYPHENED = re.compile(r"\b[A-ZÅÄÖ]{2,4}-[a-zåäöéü]+")
_FOLDABLE = re.compile(r"[\t\r\n\f\v]|  ")
# Where a line may break in any case.
_PIECES = re.compile(r"([\s\-–/\u200b])")
_ZERO_WIDTH, _SOFT = "\u200b", "\u00ad"
# Signs of addresses stand within them too.
_WORD = re.compile(r"(?P<before>\W*)(?P<letters>[^\W\d_]+)(?P<after>\W*)")


def string(text: str) -> str:
    """`text` as a Typst string literal."""
    return '"' + _ESCAPED.sub(_escape, text) + '"'


def _escape(match: re.Match[str]) -> str:
    letter = match.group()
    return "\\" + letter if letter in '\\"' else f"\\u{{{ord(letter):x}}}"


def folded(text: str) -> str:
    """`text` with each run of blanks and line ends as one blank; no-break spaces are kept."""
    return _BLANKS.sub(" ", text) if _FOLDABLE.search(text) else text


def breakable(text: str, limit: int = 25) -> str:
    """`text` with places to break put into words of more than `limit` letters, such as long addresses.

    Swedish compounds seldom pass 25 letters; a longer one that would run out of its column is worse than one broken.
    """
    if len(text) <= limit or max(map(len, text.split()), default=0) <= limit:
        return text
    return "".join(_cut(piece) if len(piece) > limit else piece for piece in _PIECES.split(text))


def _cut(word: str) -> str:
    """A word with hyphens between its parts, whatever signs stand around it; anything else in pieces of any kind."""
    if (found := _WORD.fullmatch(word)) and _SOFT in (parted := hyphenated(found["letters"])):
        return found["before"] + parted + found["after"]
    return _ZERO_WIDTH.join(word[start : start + 8] for start in range(0, len(word), 8))


def words(text: str) -> str:
    """`text` as Typst expressions, one after the other, with what must not break in boxes."""
    if "-" not in text:
        return string(text)
    pieces: list[str] = []
    end = 0
    for match in _HYPHENED.finditer(text):
        if match.start() > end:
            pieces.append(string(text[end : match.start()]))
        pieces.append(f"box({string(match.group())})")
        end = match.end()
    if end < len(text) or not pieces:
        pieces.append(string(text[end:]))
    return ";".join(pieces)


def written(text: str, language: Language) -> str:
    """Running text as Typst expressions: blanks folded, figures held to their units, long words breakable."""
    return words(breakable(held_together(folded(text), language)))


def content(text: str) -> str:
    """`text` as one Typst expression, for an argument."""
    written = words(text)
    return "{" + written + "}" if ";box(" in written or written.startswith("box(") else written


def array(items: Iterable[str]) -> str:
    """Expressions as a Typst array, also of one or none."""
    written = ",".join(items)
    return f"({written},)" if written else "()"


def boolean(value: bool) -> str:
    """`true` or `false`."""
    return "true" if value else "false"


def optional(value: int | None) -> str:
    """The number, or `none`."""
    return "none" if value is None else str(value)


def call(name: str, *arguments: str, **named: str) -> str:
    """A call of a Typst function: arguments by place, then by name."""
    return f"{name}({','.join((*arguments, *(f'{key}:{value}' for key, value in named.items())))})"


def braced(expressions: str) -> str:
    """Expressions as one content block."""
    return "{" + expressions + "}"


def braced_or_none(expressions: str) -> str:
    """Expressions as one content block, `none` where there are none."""
    return braced(expressions) if expressions else "none"
