"""A field of a form turned into the operators that show it filled in, where it brings no appearance of its own."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

import pikepdf

from kallelse.foreign.annotations import border_of, colour_of, flags_of
from kallelse.foreign.lettering import Lettering, lettering_of, set_text, unknown_letters

# Nodes above a field; a tree that is deeper is a circle.
_DEEPEST = 64
# Flags of fields (ISO 32000-1, tables 226, 228, 230), by their bits.
_LINES, _PASSWORD, _RADIO, _PUSHED, _COMBO, _CELLS = 1 << 12, 1 << 13, 1 << 15, 1 << 16, 1 << 17, 1 << 24
_WRITTEN = frozenset(("/Tx", "/Ch", "/Btn"))
_SIGNS = "ZapfDingbats"
_TICK, _DOT = "4", "l"
_SIGN_WIDE = 0.8
_CHOSEN = "0.6 0.76 0.86 rg"
_LINE = 1.2


@dataclass(frozen=True, slots=True)
class Filled:
    """The operators that show a field in a box from the origin, and the face that they need as F.

    `missing` are the letters that the face lacks. What is shown is to be turned counter-clockwise by `turned` degrees.
    """

    shown: str
    width: float
    height: float
    turned: int = 0
    face: str = "Helvetica"
    missing: str = ""


def is_text(field: pikepdf.Object) -> bool:
    """Whether what a field shows follows from its value alone: a text or a choice, not a box to tick."""
    return said(field, "/FT") in ("/Tx", "/Ch")


def filled(field: pikepdf.Object, form: pikepdf.Object, width: float, height: float) -> Filled:
    """The field as it is to be seen, `width` by `height` points large, by what `form` says of all of them."""
    look = field.get("/MK")
    look = look if isinstance(look, pikepdf.Dictionary) else pikepdf.Dictionary()
    turned = flags_of(look.get("/R")) % 360
    if turned in (90, 270):
        width, height = height, width
    frame = _frame(field, look, width, height)
    kind, flags = str(said(field, "/FT")), flags_of(said(field, "/Ff"))
    if kind == "/Btn" and not flags & _PUSHED:
        return Filled(f"{frame} {_ticked(field, look, flags, width, height)}", width, height, turned, _SIGNS)
    if kind not in _WRITTEN:
        return Filled(frame, width, height, turned)
    lettering = lettering_of(_text(said(field, "/DA", form)))
    lettering = replace(lettering, align=min(max(flags_of(said(field, "/Q", form)), 0), 2))
    if kind == "/Ch" and not flags & _COMBO:
        text, shown = _listed(field, lettering, width, height)
    else:
        text = _value(field, look, kind, flags)
        if kind == "/Btn":
            lettering = replace(lettering, align=1)
        elif kind == "/Tx" and flags & _LINES:
            lettering = replace(lettering, lines=True)
        elif kind == "/Tx" and flags & _CELLS:
            lettering = replace(lettering, cells=max(flags_of(said(field, "/MaxLen")), 0))
        shown = set_text(text, width, height, lettering) if text.strip() else ""
    return Filled(f"{frame} {shown}", width, height, turned, lettering.face, unknown_letters(text))


def said(field: pikepdf.Object, name: str, form: pikepdf.Object | None = None) -> object:
    """What a field says, or the nearest above it, or the form as a whole (12.7.3.1)."""
    for _ in range(_DEEPEST):
        if name in field:
            return field[name]
        parent = field.get("/Parent")
        if not isinstance(parent, pikepdf.Dictionary):
            break
        field = parent
    return None if form is None else form.get(name)


def _value(field: pikepdf.Object, look: pikepdf.Object, kind: str, flags: int) -> str:
    if kind == "/Btn":
        return _text(look.get("/CA"))
    text = _text(said(field, "/V"))
    if kind == "/Ch":
        return dict(_options(field)).get(text, text)
    return "*" * len(text) if flags & _PASSWORD else text


def _listed(field: pikepdf.Object, lettering: Lettering, width: float, height: float) -> tuple[str, str]:
    """The choices of a list from where it is scrolled to, and how they are shown with the chosen ones marked."""
    value = said(field, "/V")
    chosen = {_text(each) for each in (value if isinstance(value, pikepdf.Array) else [value])}
    size = lettering.size or min(12.0, height)
    lettering = replace(lettering, size=size)
    seen, shown = [], []
    for at, (meant, name) in enumerate(list(_options(field))[flags_of(said(field, "/TI")) :]):
        low = height - 1 - (at + 1) * size * _LINE
        if low < -size:
            break
        seen.append(name)
        if meant in chosen or name in chosen:
            shown.append(f"{_CHOSEN} 1 {low:.2f} {width - 2:.2f} {size * _LINE:.2f} re f")
        shown.append(f"q 1 0 0 1 0 {low:.2f} cm {set_text(name, width, size * _LINE, lettering)} Q")
    return " ".join(seen), " ".join(shown)


def _options(field: pikepdf.Object) -> Iterator[tuple[str, str]]:
    """What each choice means, and what it is called (table 231)."""
    listed = said(field, "/Opt")
    for each in listed if isinstance(listed, pikepdf.Array) else ():
        if isinstance(each, pikepdf.Array) and len(each) > 1:
            yield _text(each[0]), _text(each[1])
        else:
            yield _text(each), _text(each)


def _ticked(field: pikepdf.Object, look: pikepdf.Object, flags: int, width: float, height: float) -> str:
    state: object = field.get("/AS")
    # Which of several buttons is meant by a value above them is said by their appearances alone.
    if state is None and (not flags & _RADIO or "/V" in field):
        state = said(field, "/V")
    if state is None or str(state) == "/Off":
        return ""
    sign = (_text(look.get("/CA")) or (_DOT if flags & _RADIO else _TICK))[:1]
    size = min(width, height) * _SIGN_WIDE
    x, y = (width - size * _SIGN_WIDE) / 2, (height - size * 0.7) / 2
    colour = lettering_of(_text(said(field, "/DA"))).colour
    return f"BT {colour} /F {size:.2f} Tf {x:.2f} {y:.2f} Td <{sign.encode('latin-1', 'replace').hex()}> Tj ET"


def _frame(field: pikepdf.Object, look: pikepdf.Object, width: float, height: float) -> str:
    ground, line = colour_of(look.get("/BG")), colour_of(look.get("/BC"), stroke=True)
    thick, dashes = border_of(field)
    drawn = [f"{ground} 0 0 {width:.2f} {height:.2f} re f"] if ground else []
    if line and thick > 0:
        box = f"{thick / 2:.2f} {thick / 2:.2f} {width - thick:.2f} {height - thick:.2f} re S"
        drawn.append(f"q {line} {thick:.2f} w {dashes} {box} Q")
    return " ".join(drawn)


def _text(found: object) -> str:
    if isinstance(found, pikepdf.Stream):
        return str(pikepdf.String(found.read_bytes()))
    if isinstance(found, pikepdf.Name):
        return str(found).removeprefix("/")
    return str(found) if isinstance(found, pikepdf.String | str) else ""
