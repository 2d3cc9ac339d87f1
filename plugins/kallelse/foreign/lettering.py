"""A text in a box turned into the operators that show it there, as viewers set fields and text boxes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

import pikepdf

# Widths of Helvetica in thousandths of its size; what is not named is 556.
_WIDTHS = {
    letter: width
    for width, letters in (
        (191, "'"), (222, "ijl‚‘’"), (260, "|¦"), (278, " !,./:;I[\\]ft\xa0·ÌÍÎÏìíîï"),
        (333, "()-`r„ˆ‹“”˜›¡¨\xad²³´¸¹"), (334, "{}"), (350, "•"), (355, '"'), (365, "º"), (370, "ª"), (389, "*"),
        (400, "°"), (469, "^"), (500, "Jcksvxyzšžçýÿ"), (537, "¶"), (549, "±÷"), (576, "µ"), (584, "+<=>~¬×"),
        (611, "FTZŽ¿ßø"), (667, "&ABEKPSVXYŠŸÀÁÂÃÄÅÈÉÊËÝÞ"), (722, "CDHNRUwÇÐÑÙÚÛÜ"), (737, "©®"),
        (778, "GOQÒÓÔÕÖØ"), (833, "Mm"), (834, "¼½¾"), (889, "%æ"), (944, "Wœ"), (1000, "…‰Œ—™Æ"), (1015, "@"),
    )
    for letter in letters
}  # fmt: skip
_LETTERS = "cp1252"
_FACES = {"/C": "Courier", "/T": "Times-Roman"}
_FIXED = 600
# Of a size: how far capitals rise, how far a line rises, and from line to line.
_CAPITAL, _RISE, _LINE = 0.72, 0.76, 1.16
_GAP = 2.0
_LARGEST, _SMALLEST, _OF_HEIGHT = 12.0, 4.0, 0.68
# What a default appearance says of size and colour (ISO 32000-1, 12.7.3.3).
_FONT = re.compile(r"/(\S*)\s+([-+.\d]+)\s+Tf\b")
_COLOUR = re.compile(r"(?:[-+.\d]+\s+){1,4}(?:g|rg|k)(?=\s|$)")


@dataclass(frozen=True, slots=True)
class Lettering:
    """How a text is set: `size` in points, 0 for whatever fits; `align` 0 to 2 from left over the middle to right.

    `cells` is the number of letters that share the width of the box, 0 for a text that runs.
    """

    face: str = "Helvetica"
    size: float = 12.0
    colour: str = "0 g"
    align: int = 0
    lines: bool = False
    cells: int = 0


def lettering_of(appearance: str) -> Lettering:
    """What a default appearance says; a face by the beginning of its name, which is all that it need have."""
    font, colours = _FONT.search(appearance), _COLOUR.findall(appearance)
    found = Lettering(colour=colours[-1] if colours else "0 g")
    if font is None:
        return found
    face = _FACES.get(f"/{font[1][:1]}", "Helvetica")
    return replace(found, face=face, size=abs(_number(font[2])))


def unknown_letters(text: str) -> str:
    """The letters of `text` that the faces lack which every viewer has, each once."""
    return "".join(dict.fromkeys(each for each in text if not each.isspace() and not _encoded(each)))


def font_of(face: str) -> pikepdf.Dictionary:
    """The font of a `face` that every viewer has (9.6.2.2)."""
    font = pikepdf.Dictionary(Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name(f"/{face}"))
    if face != "ZapfDingbats":
        font.Encoding = pikepdf.Name.WinAnsiEncoding
    return font


def set_text(text: str, width: float, height: float, lettering: Lettering) -> str:
    """The operators that show `text` in a box from the origin, in a font named F; what does not fit is cut off."""
    text = "".join(each if each.isspace() or each.isprintable() else "" for each in text.expandtabs(4))
    lines, size = _fitted(text, width - 2 * _GAP, height - 2 * _GAP, lettering)
    if lettering.cells:
        cell = width / lettering.cells
        letters = lines[0][: lettering.cells]
        begin = _begin(lettering, len(letters), width, cell)
        placed = [
            (begin + cell * at + (cell - _wide(letter, size, lettering)) / 2, (height - size * _CAPITAL) / 2, letter)
            for at, letter in enumerate(letters)
        ]
    else:
        top = height - _GAP - size * _RISE if lettering.lines else (height - size * _CAPITAL) / 2
        placed = [
            (
                _GAP + (width - 2 * _GAP - _wide(line, size, lettering)) * lettering.align / 2,
                top - at * size * _LINE,
                line,
            )
            for at, line in enumerate(lines)
        ]
    shown = " ".join(f"1 0 0 1 {x:.2f} {y:.2f} Tm <{_encoded(line).hex()}> Tj" for x, y, line in placed)
    return f"q 0 0 {width:.2f} {height:.2f} re W n BT {lettering.colour} /F {size:.2f} Tf {shown} ET Q"


def _begin(lettering: Lettering, count: int, width: float, cell: float) -> float:
    return (width - count * cell) * lettering.align / 2


def _fitted(text: str, width: float, height: float, lettering: Lettering) -> tuple[list[str], float]:
    """The lines of a text, and its size, which is made smaller until all fits where it is free."""
    size = lettering.size or (_LARGEST if lettering.lines else max(height * _OF_HEIGHT, _SMALLEST))
    while True:
        lines = list(_lines(text, width, size, lettering)) if lettering.lines else [" ".join(text.split("\n"))]
        fits = len(lines) * size * _LINE <= height and all(_wide(line, size, lettering) <= width for line in lines)
        if lettering.size or lettering.cells or fits or size <= _SMALLEST:
            return lines or [""], size
        size = max(size - 0.5, _SMALLEST)


def _lines(text: str, width: float, size: float, lettering: Lettering) -> Iterator[str]:
    for paragraph in text.replace("\r\n", "\n").replace("\r", "\n").split("\n"):
        line = ""
        for word in paragraph.split(" "):
            longer = f"{line} {word}" if line else word
            if line and _wide(longer, size, lettering) > width:
                yield line
                longer = word
            line = longer
            while len(line) > 1 and _wide(line, size, lettering) > width:
                fits = next((n for n in range(len(line) - 1, 1, -1) if _wide(line[:n], size, lettering) <= width), 1)
                yield line[:fits]
                line = line[fits:]
        yield line


def _wide(text: str, size: float, lettering: Lettering) -> float:
    if lettering.face == "Courier":
        return len(text) * _FIXED * size / 1000
    return sum(_WIDTHS.get(letter, 556) for letter in text) * size / 1000


def _encoded(text: str) -> bytes:
    return text.encode(_LETTERS, errors="ignore")


def _number(found: str) -> float:
    try:
        return float(found)
    except ValueError:
        return 0.0
