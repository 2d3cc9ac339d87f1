"""The layers of a PDF into whether each is seen when it is opened (ISO 32000-1, 8.11)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import pikepdf

# Expressions in expressions that are nested deeper than this are a circle, or nothing that a program wrote.
_DEEPEST = 32
_VIEW, _ALL = "/View", "/All"
_SHOWN_AT = 1.0


@dataclass(frozen=True, slots=True)
class Layers:
    """What a document says of its layers: groups by their objects, and what each group that is off is called.

    `base_off`: a group that nothing is said of is off. `off` are off and `on` are on, whatever is said otherwise.
    """

    off: frozenset[tuple[int, int]] = frozenset()
    on: frozenset[tuple[int, int]] = frozenset()
    base_off: bool = False
    intents: frozenset[str] = frozenset((_VIEW,))
    exist: bool = False

    def hides(self, layer: object) -> bool:
        """Whether what stands in `layer`, a group or a membership of groups, is not seen."""
        if not self.exist or not isinstance(layer, pikepdf.Dictionary):
            return False
        is_membership = layer.get("/Type") == pikepdf.Name.OCMD
        return self._membership_hides(layer) if is_membership else self._is_off(layer)

    def _is_off(self, group: pikepdf.Object) -> bool:
        if not self.intents & (_named(group.get("/Intent"), _VIEW) | {_ALL}):
            return False
        return group.objgen in self.off or (self.base_off and group.objgen not in self.on)

    def _membership_hides(self, membership: pikepdf.Object) -> bool:
        """By its expression where it has one, else by its policy (8.11.2.2); no groups hide nothing."""
        expression = membership.get("/VE")
        if isinstance(expression, pikepdf.Array):
            return not self._holds(expression, 0)
        members = members_of(membership)
        hidden = [self._is_off(each) for each in members]
        if not members:
            return False
        match str(membership.get("/P", "/AnyOn")):
            case "/AllOn":
                return any(hidden)
            case "/AnyOff":
                return not any(hidden)
            case "/AllOff":
                return not all(hidden)
            case _:
                return all(hidden)

    def _holds(self, expression: object, depth: int) -> bool:
        """What an expression comes to; one that is none holds nothing, and so shows nothing."""
        if isinstance(expression, pikepdf.Dictionary):
            return not self._is_off(expression)
        if not isinstance(expression, pikepdf.Array) or len(expression) < 2 or depth > _DEEPEST:
            return False
        rest = (self._holds(each, depth + 1) for each in list(expression)[1:])
        match str(expression[0]):
            case "/And":
                return all(rest)
            case "/Or":
                return any(rest)
            case "/Not":
                return not next(rest)
            case _:
                return False


def layers_of(document: pikepdf.Pdf) -> Layers:
    """What is seen of the layers of `document` when it is opened on a screen, at its own size (8.11.4)."""
    properties = document.Root.get("/OCProperties")
    if not isinstance(properties, pikepdf.Dictionary):
        return Layers()
    found = properties.get("/D")
    standard = found if isinstance(found, pikepdf.Dictionary) else pikepdf.Dictionary()
    base_off = standard.get("/BaseState") == pikepdf.Name.OFF
    on, off = _all(standard.get("/ON")), _all(standard.get("/OFF"))
    # What is listed as both is on for one program and off for another.
    on -= off
    for group, seen in _by_usage(standard):
        (on if seen else off).add(group)
        (off if seen else on).discard(group)
    # Some programs go by what a group is for without being told to.
    off |= {group.objgen for group in groups_of(properties.get("/OCGs")) if _state(_usage(group), _VIEW) is False}
    return Layers(frozenset(off), frozenset(on - off), base_off, _named(standard.get("/Intent"), _VIEW), exist=True)


def hidden_names(document: pikepdf.Pdf) -> list[str]:
    """The names of the layers that hide something, wherever in the file they are, each once."""
    layers = layers_of(document)
    if not layers.exist:
        return []
    names: set[str] = set()
    for each in document.objects:
        if not isinstance(each, pikepdf.Dictionary) or each.get("/Type") not in ("/OCG", "/OCMD"):
            continue
        if layers.hides(each):
            groups = [each] if each.get("/Type") == "/OCG" else _mentioned(each)
            names.update(str(group.get("/Name", "?")) for group in groups)
    return sorted(names)


def members_of(membership: pikepdf.Object) -> list[pikepdf.Object]:
    """The groups of a membership, of which there may be one alone."""
    found = membership.get("/OCGs")
    return groups_of(pikepdf.Array([found])) if isinstance(found, pikepdf.Dictionary) else groups_of(found)


def groups_of(listed: object) -> list[pikepdf.Object]:
    """What is listed as groups; in a file that is damaged it need be none."""
    found = listed if isinstance(listed, pikepdf.Array) else ()
    return [each for each in found if isinstance(each, pikepdf.Dictionary) and each.is_indirect]


def _all(listed: object) -> set[tuple[int, int]]:
    return {group.objgen for group in groups_of(listed)}


def _mentioned(membership: pikepdf.Object) -> list[pikepdf.Object]:
    found, left = members_of(membership), [membership.get("/VE")]
    while left and len(found) < _DEEPEST:
        each = left.pop(0)
        if isinstance(each, pikepdf.Array):
            left += list(each)
        elif isinstance(each, pikepdf.Dictionary):
            found.append(each)
    return found


def _by_usage(standard: pikepdf.Object) -> Iterator[tuple[tuple[int, int], bool]]:
    """The groups whose state follows from what they are for (8.11.4.4), where that is asked for on a screen."""
    listed = standard.get("/AS")
    for usage in listed if isinstance(listed, pikepdf.Array) else ():
        if not isinstance(usage, pikepdf.Dictionary) or usage.get("/Event") != pikepdf.Name.View:
            continue
        categories = _named(usage.get("/Category"), "")
        for group in groups_of(usage.get("/OCGs")):
            said = [_state(_usage(group), category) for category in sorted(categories)]
            if any(each is not None for each in said):
                yield group.objgen, False not in said


def _usage(group: pikepdf.Object) -> pikepdf.Object:
    found = group.get("/Usage")
    return found if isinstance(found, pikepdf.Dictionary) else pikepdf.Dictionary()


def _state(usage: pikepdf.Object, category: str) -> bool | None:
    """Whether what a group is for lets it be seen; None where that says nothing, or hangs on who reads."""
    found = usage.get(category) if category else None
    if not isinstance(found, pikepdf.Dictionary):
        return None
    if category == "/Zoom":
        return _number(found.get("/min"), 0.0) <= _SHOWN_AT < _number(found.get("/max"), float("inf"))
    state = found.get(f"{category}State")
    return None if state is None else str(state) != "/OFF"


def _number(found: object, otherwise: float) -> float:
    try:
        return otherwise if found is None else float(str(found))
    except ValueError:
        return otherwise


def _named(found: object, otherwise: str) -> frozenset[str]:
    """A name or a list of them."""
    return frozenset(map(str, found)) if isinstance(found, pikepdf.Array) else frozenset((str(found or otherwise),))
