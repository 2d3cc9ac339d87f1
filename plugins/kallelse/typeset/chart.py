"""The chart of a finance table into Typst source, and how much of a page it takes."""

from __future__ import annotations

from decimal import Decimal

from kallelse.locale.chart import chart_alt
from kallelse.model.chart import Bar, BarGroup, Chart, Panel
from kallelse.model.finance import Role
from kallelse.model.paper import POINTS
from kallelse.typeset import literal
from kallelse.typeset.scope import Scope

_ROLES = {Role.BUDGET: "budget", Role.OUTCOME: "outcome", Role.FORECAST: "forecast"}
_SIZE = 9.0
_LINE = 11.0
# What stands between bars, between groups, and a heading over them with its line.
_BETWEEN = 3.0
_GAP = 7.0
_TITLE = 28.0
# As much of a group as the names beside its bars may take.
_MOST_NAMES = 0.42
_LEAST = 45 * POINTS
_GUTTER = 7 * POINTS
# What is left for bars between names and figures, with the gutters on either side of them.
_BARS = 14 * POINTS


def columns_of(chart: Chart, room: float, scope: Scope) -> int:
    """How many groups stand side by side in `room` points; a group alone has half of it where that is wide.

    Where names or figures are long they are fewer, or their bars would have no room.
    """
    most = max(len(panel.groups) for panel in chart.panels)
    columns = max(1, min(int((room + _GUTTER) // (_LEAST + _GUTTER)), max(most, 2)))
    while columns > 1 and sum(_sides(chart, _width(columns, room), scope)) + _BARS > _width(columns, room):
        columns -= 1
    return columns


def chart_height(chart: Chart, room: float, scope: Scope) -> float:
    """About how high the chart becomes in `room` points."""
    columns = columns_of(chart, room, scope)
    width = _width(columns, room)
    names, _ = _sides(chart, width, scope)
    height = 0.0
    for panel in chart.panels:
        height += _TITLE if panel.title else 0.0
        for start in range(0, len(panel.groups), columns):
            beside = panel.groups[start : start + columns]
            height += _GAP + max(_group_height(group, width, names, scope) for group in beside)
    return height + 12.0


def _group_height(group: BarGroup, width: float, names: float, scope: Scope) -> float:
    """About how high a group of that `width` becomes, whose `names` of bars have that of their own."""
    lines = scope.metrics.semibold.lines(group.label, _SIZE, width) if group.label else 0
    lines += sum(scope.metrics.sans.lines(bar.name, _SIZE, names) for bar in group.bars)
    return lines * _LINE + _BETWEEN * len(group.bars)


def _width(columns: int, room: float) -> float:
    """How wide a group is where so many stand side by side."""
    return (room - _GUTTER * (columns - 1)) / columns


def _sides(chart: Chart, width: float, scope: Scope) -> tuple[float, float]:
    """The widths of the names before the bars and of the figures after them, the same in all groups of that `width`."""
    face = scope.metrics.sans
    bars = [bar for panel in chart.panels for group in panel.groups for bar in group.bars]
    names = max(face.width(bar.name, _SIZE) for bar in bars) + 1
    longest = max(face.longest(literal.breakable(bar.name), _SIZE) for bar in bars) + 1
    figures = max(face.width(bar.printed, _SIZE) for bar in bars) + 1
    return max(min(names, width * _MOST_NAMES), longest), figures


def chart_source(chart: Chart, unit: str, room: float, scope: Scope, **look: str) -> str:
    """The chart as a Typst expression, `room` points wide; `look` are the further arguments of the template."""
    columns = columns_of(chart, room, scope)
    return literal.call(
        "bar-chart",
        f"alt:{literal.string(chart_alt(chart, unit, scope.language))}",
        str(columns),
        _percent(chart.zero),
        literal.array(f"{side:.2f}pt" for side in _sides(chart, _width(columns, room), scope)),
        literal.array(_panel(panel, chart) for panel in chart.panels),
        **look,
    )


def _panel(panel: Panel, chart: Chart) -> str:
    groups = literal.array(_group(group, chart) for group in panel.groups)
    return literal.array((_text(panel.title), groups))


def _group(group: BarGroup, chart: Chart) -> str:
    return literal.array((_text(group.label), literal.array(_bar(bar, chart) for bar in group.bars)))


def _bar(bar: Bar, chart: Chart) -> str:
    extent = "none"
    if bar.value is not None:
        extent = literal.array(map(_percent, chart.extent(bar.value)))
    return literal.array((literal.string(_ROLES[bar.role]), extent, _text(bar.name), _text(bar.printed)))


def _text(text: str) -> str:
    return literal.content(literal.breakable(literal.folded(text))) if text else "none"


def _percent(part: Decimal) -> str:
    return f"{part}%"
