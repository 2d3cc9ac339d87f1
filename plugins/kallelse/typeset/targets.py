"""Where the links of a body lead in a PDF: to a page of it, to the site, to an address, or nowhere."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from kallelse.model.address import absolute, is_outside, resolve
from kallelse.model.fold import anchors
from kallelse.model.text import Body
from kallelse.typeset import literal
from kallelse.typeset.scope import Targets, anchor_label


@dataclass(frozen=True, slots=True)
class Destination:
    """What a link to a source file finds in the PDF: a sheet by its number, and headings of bodies by theirs."""

    sheet: int
    bodies: Mapping[int, Body]


def targets_of(
    destinations: Mapping[str, Destination], addresses: Mapping[str, str], url: str, agenda: str = ""
) -> Callable[[str], Targets]:
    """For a source path, the function from a link target typed there to a Typst expression.

    The expression is empty where the target leads nowhere that paper or site has. `destinations` and `addresses`, those
    of the site at `url`, are told by source path; `agenda` is the path that leads to the agenda, where the PDF has one.
    """
    offered: dict[int, frozenset[str]] = {}

    def offers(number: int, body: Body, fragment: str) -> bool:
        if number not in offered:
            offered[number] = frozenset(anchors(body))
        return fragment in offered[number]

    def on_site(path: str, fragment: str) -> str:
        address = addresses.get(path, "" if path.endswith(".md") else path)
        if not url or not address or path.startswith(".."):
            return ""
        return literal.string(absolute(url, f"{address}#{fragment}" if fragment else address))

    def target(typed: str, path: str) -> str:
        if is_outside(typed):
            return literal.string(typed)
        found, fragment = resolve(typed, path)
        found = found.lstrip("/")
        destination = destinations.get(found)
        if destination is not None:
            for number, body in destination.bodies.items() if fragment else ():
                if offers(number, body, fragment):
                    return f"label({literal.string(anchor_label(number, fragment))})"
            return f'label("sheet-{destination.sheet}")' if not typed.startswith("#") else ""
        if agenda and found == agenda:
            return "<agenda>"
        return "" if ":" in typed.partition("/")[0] else on_site(found, fragment)

    return lambda path: lambda typed: target(typed, path)
