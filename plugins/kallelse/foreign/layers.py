"""The layers of a PDF that it hides when it is opened: which they are, and the PDF without them."""

from __future__ import annotations

import pikepdf

# What puts something on the page (ISO 32000-1, table 51); a path that is not painted still has to be ended.
_PAINTS_PATH = frozenset(("f", "F", "f*", "B", "B*", "b", "b*", "S", "s"))
_PAINTS = frozenset(("Tj", "TJ", "'", '"', "Do", "sh", "INLINE IMAGE"))
# Forms in forms that are nested deeper than this are a circle, or no page that a person made.
_DEEPEST = 12


def hidden_layers(document: pikepdf.Pdf) -> list[pikepdf.Object]:
    """The optional content groups of `document` that are off when it is opened (ISO 32000-1, 8.11.4.3)."""
    properties = document.Root.get("/OCProperties")
    if not isinstance(properties, pikepdf.Dictionary):
        return []
    standard = properties.get("/D", pikepdf.Dictionary())
    turned_on = {group.objgen for group in _groups(standard.get("/ON"))}
    turned_off = {group.objgen for group in _groups(standard.get("/OFF"))}
    everything = _groups(properties.get("/OCGs"))
    if standard.get("/BaseState") == pikepdf.Name.OFF:
        turned_off |= {group.objgen for group in everything} - turned_on
    return [group for group in everything if group.objgen in turned_off]


def remove_hidden(document: pikepdf.Pdf) -> bool:
    """Takes what stands in hidden layers out of the pages; what is seen stays as it is. False where none is hidden."""
    hidden = frozenset(group.objgen for group in hidden_layers(document))
    if hidden:
        done: set[tuple[int, int]] = set()
        for page in document.pages:
            page.contents_coalesce()
            _clear(document, page.obj, page.obj.get("/Contents"), page.resources, hidden, done, 0)
    return bool(hidden)


def _groups(listed: object) -> list[pikepdf.Object]:
    """What is listed as groups; in a file that is damaged it need be none."""
    found = listed if isinstance(listed, pikepdf.Array) else ()
    return [each for each in found if isinstance(each, pikepdf.Dictionary) and each.is_indirect]


def _clear(
    document: pikepdf.Pdf,
    holder: pikepdf.Object,
    stream: pikepdf.Object | None,
    resources: pikepdf.Object | None,
    hidden: frozenset[tuple[int, int]],
    done: set[tuple[int, int]],
    depth: int,
) -> None:
    if not isinstance(stream, pikepdf.Stream) or resources is None or depth > _DEEPEST or stream.objgen in done:
        return
    done.add(stream.objgen)
    named = resources.get("/Properties", pikepdf.Dictionary())
    forms = resources.get("/XObject", pikepdf.Dictionary())
    kept: list[pikepdf.ContentStreamInstruction | pikepdf.ContentStreamInlineImage] = []
    changed = False
    # For each marked piece that is open, whether it is in a hidden layer.
    inside: list[bool] = []
    for instruction in pikepdf.parse_content_stream(stream):
        operator, operands = str(instruction.operator), instruction.operands
        if operator in ("BDC", "BMC"):
            layer = named.get(str(operands[1])) if operator == "BDC" and str(operands[0]) == "/OC" else None
            inside.append((bool(inside) and inside[-1]) or _is_hidden(layer, hidden))
        elif operator == "EMC" and inside:
            inside.pop()
        unseen = bool(inside) and inside[-1]
        if operator == "Do" and not unseen:
            form = forms.get(str(operands[0]))
            unseen = form is not None and _is_hidden(form.get("/OC"), hidden)
            if form is not None and not unseen and form.get("/Subtype") == pikepdf.Name.Form:
                _clear(document, form, form, form.get("/Resources", resources), hidden, done, depth + 1)
        if unseen and operator in _PAINTS:
            changed = True
        elif unseen and operator in _PAINTS_PATH:
            changed = True
            kept.append(pikepdf.ContentStreamInstruction([], pikepdf.Operator("n")))
        else:
            kept.append(instruction)
    if changed:
        written = pikepdf.unparse_content_stream(kept)
        if holder.objgen == stream.objgen:
            stream.write(written)
        else:
            holder["/Contents"] = document.make_stream(written)


def _is_hidden(layer: pikepdf.Object | None, hidden: frozenset[tuple[int, int]]) -> bool:
    """Whether a group is hidden, or a membership of groups of which none is on (8.11.2.2; other policies: shown)."""
    if not isinstance(layer, pikepdf.Dictionary):
        return False
    if layer.get("/Type") == pikepdf.Name.OCMD:
        groups = layer.get("/OCGs")
        members = _groups(groups) if isinstance(groups, pikepdf.Array) else [groups] if groups is not None else []
        policy = str(layer.get("/P", "/AnyOn"))
        return bool(members) and policy == "/AnyOn" and all(each.objgen in hidden for each in members)
    return layer.objgen in hidden
