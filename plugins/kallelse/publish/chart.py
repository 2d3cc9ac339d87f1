"""The chart of a finance table turned into HTML whose bars are SVG, which no script and no inline style touches."""

from __future__ import annotations

from decimal import Decimal
from html import escape

from kallelse.locale.chart import chart_alt
from kallelse.model.chart import Bar, BarGroup, Chart, Panel
from kallelse.model.finance import Role
from kallelse.model.settings import Language

_CLASSES = {Role.BUDGET: "k-bar--budget", Role.OUTCOME: "k-bar--outcome", Role.FORECAST: "k-bar--forecast"}
# What stands where no style sheet reaches into a drawing, as in the yearbook; on the site the style sheet goes before.
_LOOKS = {
    Role.BUDGET: 'fill="#8a9499"',
    Role.OUTCOME: 'fill="#16232a"',
    Role.FORECAST: 'fill="#e4e9eb" stroke="#16232a" stroke-dasharray="4 3"',
}


def chart_html(chart: Chart, unit: str, language: Language) -> str:
    """The chart as one picture with a name, since its words stand in the table too.

    Every bar is as wide as its group, so that all groups have the same scale, however many stand side by side.
    """
    alt = escape(chart_alt(chart, unit, language))
    panels = "".join(_panel(panel, chart) for panel in chart.panels)
    alone = " k-chart--one" if sum(len(panel.groups) for panel in chart.panels) == 1 else ""
    return f'<div class="k-chart{alone}" role="img" aria-label="{alt}" data-pagefind-ignore>{panels}</div>'


def _panel(panel: Panel, chart: Chart) -> str:
    title = f'<p class="k-chart__title">{escape(panel.title, quote=False)}</p>' if panel.title else ""
    groups = "".join(_group(group, chart) for group in panel.groups)
    return f'{title}<div class="k-chart__groups">{groups}</div>'


def _group(group: BarGroup, chart: Chart) -> str:
    label = f'<p class="k-chart__label">{escape(group.label, quote=False)}</p>' if group.label else ""
    return f'<div class="k-chart__group">{label}{"".join(_bar(bar, chart) for bar in group.bars)}</div>'


def _bar(bar: Bar, chart: Chart) -> str:
    name, printed = (escape(text, quote=False) for text in (bar.name, bar.printed))
    drawn = ""
    if bar.value is not None:
        start, length = chart.extent(bar.value)
        shape = f'class="{_CLASSES[bar.role]}" x="{_percent(start)}" y="2" width="{_percent(length)}" height="12"'
        drawn = f"<rect {shape} {_LOOKS[bar.role]}/>"
    zero = _percent(chart.zero)
    line = f'<line x1="{zero}" x2="{zero}" y1="0" y2="16" stroke="#16232a"/>'
    return (
        f'<p class="k-chart__bar"><span>{name}</span> <span class="n">{printed}</span></p>'
        f'<svg class="k-bar" width="100%" height="16">{drawn}{line}</svg>'
    )


def _percent(part: Decimal) -> str:
    return f"{part.normalize():f}%"
