"""A PDF with layers into one without what they hide: neither seen, nor found by who looks into the file."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TypeAlias

import pikepdf

from kallelse.foreign.annotations import annotations_of
from kallelse.foreign.layers import Layers

# What puts something on the page (ISO 32000-1, table 51); a path that is not painted still has to be ended.
_PAINTS_PATH = frozenset(("f", "F", "f*", "B", "B*", "b", "b*", "S", "s"))
_PAINTS = frozenset(("Tj", "TJ", "Do", "sh", "INLINE IMAGE"))
# What shows a text on the line below.
_PAINTS_BELOW = frozenset(("'", '"'))

# What is seen of layers where nothing is said of them.
_ALL_ON = Layers(exist=True)

_Instruction: TypeAlias = pikepdf.ContentStreamInstruction | pikepdf.ContentStreamInlineImage


@dataclass(slots=True)
class _Left:
    """What is still to be looked through, and what has been."""

    streams: list[tuple[pikepdf.Object, pikepdf.Object]] = field(default_factory=list)
    seen: set[tuple[int, int]] = field(default_factory=set)
    gone: list[tuple[pikepdf.Object, str]] = field(default_factory=list)
    changed: bool = False


def remove_hidden_annotations(document: pikepdf.Pdf, layers: Layers) -> bool:
    """Takes stamps, fields and links of hidden layers off the pages; False where there is none."""
    removed = False
    for page in document.pages if layers.exist else ():
        kept = [each for each in annotations_of(page) if not _is_hidden(each, layers)]
        if len(kept) < len(list(annotations_of(page))):
            page.obj.Annots = pikepdf.Array(kept)
            removed = True
    return removed


def remove_hidden(document: pikepdf.Pdf, layers: Layers) -> bool:
    """Takes what stands in hidden layers out of the pages; what is seen stays as it is, and in no layer any more.

    In another document, which says nothing of the layers, they would be seen otherwise. False where there are none.
    """
    if not layers.exist:
        return False
    left = _Left()
    for page in document.pages:
        page.contents_coalesce()
        content = page.obj.get("/Contents")
        if isinstance(content, pikepdf.Stream):
            written = _cleared(content, page.resources, layers, left)
            if written is not None:
                # Pages may share one, with other layers by the same names.
                page.obj.Contents = document.make_stream(written)
    while left.streams:
        stream, resources = left.streams.pop()
        written = _cleared(stream, resources, layers, left)
        if written is not None:
            stream.write(written)
    for holder, name in left.gone:
        if name in holder:
            del holder[name]
            left.changed = True
    if left.changed:
        document.remove_unreferenced_resources()
    return left.changed


def _is_hidden(found: object, layers: Layers) -> bool:
    return isinstance(found, pikepdf.Dictionary | pikepdf.Stream) and layers.hides(found.get("/OC"))


def _cleared(stream: pikepdf.Object, resources: object, layers: Layers, left: _Left) -> bytes | None:
    """The content of `stream` without what is hidden, None where nothing is; what it draws with is left to be done."""
    found = resources if isinstance(resources, pikepdf.Dictionary) else pikepdf.Dictionary()
    for within, own in _drawn_with(found, layers, left):
        if within.objgen not in left.seen:
            left.seen.add(within.objgen)
            left.streams.append((within, own))
    if not _matters(found, layers):
        return None
    named = _dictionary(found, "/Properties")
    left.gone += [(named, name) for name, each in named.items() if _is_layer(each)]
    kept, changed = _kept(stream, found, layers)
    left.changed = left.changed or changed
    return pikepdf.unparse_content_stream(kept) if changed else None


def _matters(resources: pikepdf.Object, layers: Layers) -> bool:
    """Whether what is drawn with `resources` may be seen otherwise by who knows nothing of the document's layers.

    A group that is on is seen by everyone; and a large drawing in a hundred of them takes long to be read.
    """
    return any(
        layers.hides(each) or _ALL_ON.hides(each) for each in _dictionary(resources, "/Properties").values()
    ) or any(_is_hidden(each, layers) for each in _dictionary(resources, "/XObject").values())


def _kept(stream: pikepdf.Object, resources: pikepdf.Object, layers: Layers) -> tuple[list[_Instruction], bool]:
    named, drawn = _dictionary(resources, "/Properties"), _dictionary(resources, "/XObject")
    kept: list[_Instruction] = []
    changed = False
    # For each marked piece that is open, whether it is in a hidden layer, and whether it is a layer's own.
    inside: list[tuple[bool, bool]] = []
    for instruction in pikepdf.parse_content_stream(stream):
        operator, operands = str(instruction.operator), instruction.operands
        is_layer = operator == "BDC" and str(operands[0]) == "/OC"
        if operator in ("BDC", "BMC"):
            hides = is_layer and layers.hides(_meant(operands[1], named))
            inside.append(((bool(inside) and inside[-1][0]) or hides, is_layer))
        elif operator == "EMC" and inside:
            _, is_layer = inside.pop()
        if is_layer:
            changed = True
            continue
        unseen = bool(inside) and inside[-1][0]
        if operator == "Do" and not unseen:
            unseen = _is_hidden(drawn.get(str(operands[0])), layers)
        if unseen and operator in _PAINTS_PATH:
            kept.append(pikepdf.ContentStreamInstruction([], pikepdf.Operator("n")))
        elif unseen and operator in _PAINTS_BELOW:
            kept += _below(operator, list(operands))
        elif not (unseen and operator in _PAINTS):
            kept.append(instruction)
            continue
        changed = True
    return kept, changed


def _is_layer(found: object) -> bool:
    return isinstance(found, pikepdf.Dictionary) and found.get("/Type") in ("/OCG", "/OCMD")


def _meant(operand: object, named: pikepdf.Object) -> object:
    return operand if isinstance(operand, pikepdf.Dictionary) else named.get(str(operand))


def _below(operator: str, operands: list[pikepdf.Object]) -> Iterator[_Instruction]:
    """What moves to the line below as the text would that is not shown there (table 109)."""
    if operator == '"':
        yield pikepdf.ContentStreamInstruction([operands[0]], pikepdf.Operator("Tw"))
        yield pikepdf.ContentStreamInstruction([operands[1]], pikepdf.Operator("Tc"))
    yield pikepdf.ContentStreamInstruction([], pikepdf.Operator("T*"))


def _drawn_with(
    resources: pikepdf.Object, layers: Layers, left: _Left
) -> Iterator[tuple[pikepdf.Object, pikepdf.Object]]:
    """Every stream of instructions among `resources` with the resources it has itself: forms, patterns, letters."""
    drawn = _dictionary(resources, "/XObject")
    for name, each in drawn.items():
        if _is_hidden(each, layers):
            left.gone.append((drawn, name))
        elif isinstance(each, pikepdf.Stream):
            left.gone.append((each.stream_dict, "/OC"))
            if each.get("/Subtype") == pikepdf.Name.Form:
                yield each, each.get("/Resources", resources)
    for each in _dictionary(resources, "/Pattern").values():
        if isinstance(each, pikepdf.Stream):
            yield each, each.get("/Resources", resources)
    for each in _dictionary(resources, "/ExtGState").values():
        mask = each.get("/SMask") if isinstance(each, pikepdf.Dictionary) else None
        form = mask.get("/G") if isinstance(mask, pikepdf.Dictionary) else None
        if isinstance(form, pikepdf.Stream):
            yield form, form.get("/Resources", resources)
    for font in _dictionary(resources, "/Font").values():
        if isinstance(font, pikepdf.Dictionary):
            for letter in _dictionary(font, "/CharProcs").values():
                if isinstance(letter, pikepdf.Stream):
                    yield letter, font.get("/Resources", resources)


def _dictionary(holder: pikepdf.Object, name: str) -> pikepdf.Object:
    found = holder.get(name)
    return found if isinstance(found, pikepdf.Dictionary) else pikepdf.Dictionary()
