"""Where the links of a body lead in a packet: to a page of it, to the site, to an address, or nowhere."""

from __future__ import annotations

from collections.abc import Callable

from kallelse.model.address import is_outside, resolve
from kallelse.model.fold import anchors
from kallelse.typeset import literal
from kallelse.typeset.plan import Plan, Sheet
from kallelse.typeset.scope import Targets


def targets_of(plan: Plan) -> Callable[[str], Targets]:
    """For a source path, the function from a link target typed there to a Typst expression.

    The expression is empty where the target leads nowhere that paper or site has.
    """
    offered: dict[int, frozenset[str]] = {}
    base = plan.settings.url.rstrip("/")

    def offers(sheet: Sheet, fragment: str) -> bool:
        if sheet.index not in offered:
            offered[sheet.index] = frozenset(anchors(sheet.document.body))
        return fragment in offered[sheet.index]

    def on_site(path: str, fragment: str) -> str:
        address = plan.addresses.get(path, "" if path.endswith(".md") else path)
        if not base or not address or path.startswith(".."):
            return ""
        return literal.string(f"{base}/{address}" + (f"#{fragment}" if fragment else ""))

    def target(typed: str, path: str) -> str:
        if is_outside(typed):
            return literal.string(typed)
        found, fragment = resolve(typed, path)
        found = found.lstrip("/")
        sheet = _sheet(plan, found)
        if sheet is not None:
            if fragment and offers(sheet, fragment):
                return f"label({literal.string(f'b{sheet.index}-{fragment}')})"
            return f'label("sheet-{sheet.index}")' if not typed.startswith("#") else ""
        if found == plan.meeting.path:
            return "<agenda>" if plan.cover and plan.meeting.agenda else on_site(found, fragment)
        return "" if ":" in typed.partition("/")[0] else on_site(found, fragment)

    return lambda path: lambda typed: target(typed, path)


def _sheet(plan: Plan, path: str) -> Sheet | None:
    if path in plan.by_path:
        return plan.by_path[path]
    runs = plan.runs.get(path)
    return runs[0][0] if runs else None
