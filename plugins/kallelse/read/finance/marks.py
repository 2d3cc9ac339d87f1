"""A heading or label with marks in brackets (`Netto [summa]`) turned into label and marks."""

from __future__ import annotations

import re
from dataclasses import dataclass

from kallelse.locale.finance import EQUAL_MARK, SHARE_MARK
from kallelse.model.finance import NOTE_MARKS

_MARKED = re.compile(rf"(?P<label>.*?)(?<!\\)\[(?P<marks>[^\[\]]*)\](?P<notes>\s*[{re.escape(NOTE_MARKS)}]*)")


@dataclass(frozen=True, slots=True)
class Marks:
    """What stands in the brackets: words, a formula, the label of a row to equal, the base of a share."""

    words: tuple[str, ...] = ()
    formula: str = ""
    equals: str = ""
    base: str = ""

    def __bool__(self) -> bool:
        return bool(self.words or self.formula or self.equals or self.base)


def take_marks(text: str) -> tuple[str, Marks]:
    """The label without its marks, and the marks; `\\[` is a bracket that is printed."""
    label, marks = text.strip(), Marks()
    while (match := _MARKED.fullmatch(label)) is not None:
        label = (match["label"].rstrip() + match["notes"].strip()).strip()
        marks = _joined(_read(match["marks"]), marks)
    return label.replace("\\[", "[").replace("\\]", "]"), marks


def _joined(first: Marks, second: Marks) -> Marks:
    return Marks(
        first.words + second.words,
        first.formula or second.formula,
        first.equals or second.equals,
        first.base or second.base,
    )


def _read(text: str) -> Marks:
    words: list[str] = []
    rest = text.strip()
    while rest:
        if rest.startswith("="):
            return Marks(tuple(words), formula=rest[1:].strip())
        for pattern, field in ((EQUAL_MARK, "equals"), (SHARE_MARK, "base")):
            match = pattern.fullmatch(rest)
            if match is not None:
                label = match[1].strip().strip('"“”„')
                return Marks(tuple(words), **{field: label})
        word, sign, after = _first_word(rest)
        if word:
            words.append(word)
        rest = sign + after if sign == "=" else after
    return Marks(tuple(words))


def _first_word(text: str) -> tuple[str, str, str]:
    match = re.match(r"([^,=]*)([,=]?)(.*)", text, re.DOTALL)
    assert match is not None
    return match[1].strip(), match[2], match[3].strip()
