"""A PDF whose annotations leave it to viewers how they look into one in which each brings what is seen of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

import pikepdf

from kallelse.foreign.annotations import (
    annotations_of,
    border_of,
    box_of,
    colour_of,
    flags_of,
    has_appearance,
    is_seen,
    is_true,
    numbers_in,
)
from kallelse.foreign.fields import filled, is_text, said
from kallelse.foreign.lettering import font_of, lettering_of, set_text, unknown_letters
from kallelse.foreign.shapes import SHAPES, Box, line_through, points_of, shape_of, within

# Flags for kinds that a viewer does not know, and for any (ISO 32000-1, table 165).
_INVISIBLE, _HIDDEN = 0x1, 0x2
# What viewers draw; of other kinds they show nothing, or a sign of their own that says no more.
_DRAWN = frozenset((*SHAPES, "/Widget", "/FreeText", "/Stamp"))
# Widths of a line around what is drawn.
_ROOM = 20.0
_UPRIGHT = (1, 0, 0, 1)
_TURNS = {90: (0, 1, -1, 0), 180: (-1, 0, 0, -1), 270: (0, -1, 1, 0)}


@dataclass(frozen=True, slots=True)
class Undrawn:
    """Something on a page, counted from 1, that viewers show and that cannot be drawn: its kind, as the file names it.

    `letters` are those that cannot be, where everything else can.
    """

    page: int
    kind: str
    letters: str = ""


def draw_missing(document: pikepdf.Pdf) -> tuple[bool, tuple[Undrawn, ...]]:
    """Gives every annotation that is seen and brings no appearance the one that viewers would.

    Returns whether there was any, and what cannot be drawn. Fields are drawn anew where the form says that all of them
    are to be (ISO 32000-1, table 218).
    """
    found = document.Root.get("/AcroForm")
    form = found if isinstance(found, pikepdf.Dictionary) else pikepdf.Dictionary()
    anew = is_true(form.get("/NeedAppearances"))
    undrawn: list[Undrawn] = []
    drawn = False
    for number, page in enumerate(document.pages, start=1):
        for annotation in annotations_of(page):
            if not isinstance(annotation, pikepdf.Dictionary) or not is_seen(annotation):
                continue
            if annotation.get("/Subtype") == "/Popup":
                # It opens beside the page, and only when asked to.
                annotation.F = _HIDDEN
                continue
            annotation.F = flags_of(annotation.get("/F")) & ~_INVISIBLE
            if _lacks(annotation, anew=anew):
                drawn = True
                undrawn += _drawn(document, annotation, form, number)
            elif has_appearance(annotation):
                _choose(annotation)
    if anew:
        form.NeedAppearances = False
    return drawn, tuple(undrawn)


def _lacks(annotation: pikepdf.Object, *, anew: bool) -> bool:
    kind = str(annotation.get("/Subtype"))
    if not has_appearance(annotation):
        box = box_of(annotation)
        # The sign of a note has a size of its own; a signature that nobody is to see has none.
        return box is not None and kind in _DRAWN and (kind == "/Text" or box[:2] != box[2:])
    return kind == "/Widget" and anew and is_text(annotation)


def _drawn(document: pikepdf.Pdf, annotation: pikepdf.Object, form: pikepdf.Object, page: int) -> Iterator[Undrawn]:
    kind, box = str(annotation.get("/Subtype")), box_of(annotation)
    if box is None:
        return
    if kind == "/Widget":
        field = filled(annotation, form, box[2] - box[0], box[3] - box[1])
        if field.missing:
            yield Undrawn(page, kind, field.missing)
        stream = _form(document, field.shown, (0.0, 0.0, field.width, field.height), field.face)
        stream.Matrix = pikepdf.Array([*_TURNS.get(field.turned, _UPRIGHT), 0, 0])
        annotation.AP = pikepdf.Dictionary(N=stream)
    elif kind == "/FreeText":
        if missing := unknown_letters(str(annotation.get("/Contents", ""))):
            yield Undrawn(page, kind, missing)
        shown, face = _text_box(annotation, box)
        _bring(document, annotation, shown, box, face)
    elif (shape := shape_of(annotation)) is None:
        yield Undrawn(page, kind)
    else:
        _bring(document, annotation, shape, box)


def _choose(annotation: pikepdf.Object) -> None:
    """Says which of several appearances is seen where the annotation does not, by the value of its field."""
    shown = annotation.AP.N
    if not isinstance(shown, pikepdf.Stream) and "/AS" not in annotation:
        value = said(annotation, "/V")
        is_one = isinstance(value, pikepdf.Name) and str(value) in shown
        annotation.AS = pikepdf.Name(str(value)) if is_one else pikepdf.Name.Off
    for each in [shown] if isinstance(shown, pikepdf.Stream) else shown.values():
        # An appearance is a form without having to say so; what a page draws has to.
        if isinstance(each, pikepdf.Stream):
            each.Type, each.Subtype = pikepdf.Name.XObject, pikepdf.Name.Form


def _bring(document: pikepdf.Pdf, annotation: pikepdf.Object, shown: str, box: Box, face: str = "") -> None:
    """Gives it the appearance that `shown` draws on the page, with room around for thick lines, arrows and signs."""
    room = _ROOM * max(border_of(annotation)[0], 1.0)
    around = (box[0] - room, box[1] - room, box[2] + room, box[3] + room)
    stream = _form(document, f"/G gs {shown}", around, face)
    part = numbers_in(pikepdf.Array([annotation.get("/CA", 1)])) or [1.0]
    state = pikepdf.Dictionary(Type=pikepdf.Name.ExtGState, CA=part[0], ca=part[0])
    if annotation.get("/Subtype") == pikepdf.Name.Highlight:
        state.BM = pikepdf.Name.Multiply
    stream.Resources.ExtGState = pikepdf.Dictionary(G=state)
    annotation.Rect = pikepdf.Array(list(around))
    annotation.AP = pikepdf.Dictionary(N=stream)


def _form(document: pikepdf.Pdf, shown: str, box: Box, face: str = "") -> pikepdf.Stream:
    stream = document.make_stream(shown.encode("ascii"), Type=pikepdf.Name.XObject, Subtype=pikepdf.Name.Form)
    stream.BBox = pikepdf.Array(list(box))
    stream.Resources = pikepdf.Dictionary(Font=pikepdf.Dictionary(F=font_of(face))) if face else pikepdf.Dictionary()
    return stream


def _text_box(annotation: pikepdf.Object, box: Box) -> tuple[str, str]:
    """What a text written on the page looks like, with its ground, its border and the line that leads to it."""
    lettering = lettering_of(str(annotation.get("/DA", "")))
    align = min(max(flags_of(annotation.get("/Q")), 0), 2)
    thick, dashes = border_of(annotation)
    left, low, right, high = within(annotation, box, thick / 2)
    frame = f"{left:.3f} {low:.3f} {right - left:.3f} {high - low:.3f} re"
    ground, line = colour_of(annotation.get("/C")), f"{lettering.colour.upper()} {thick:.3f} w {dashes}"
    drawn = [f"{ground} {frame} f"] if ground else []
    if thick > 0:
        leads = points_of(annotation.get("/CL"))
        drawn.append(f"q {line} {frame} S {line_through(leads)} {'S' if leads else ''} Q")
    text = set_text(
        str(annotation.get("/Contents", "")), right - left, high - low, replace(lettering, align=align, lines=True)
    )
    return " ".join([*drawn, f"q 1 0 0 1 {left:.3f} {low:.3f} cm {text} Q"]), lettering.face
