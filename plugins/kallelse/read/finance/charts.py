"""What is asked of a table's chart, held against the table: rows that it lacks, and a chart that cannot be drawn."""

from __future__ import annotations

from collections.abc import Iterator

from kallelse.locale.finance import asked
from kallelse.model.chart import chart_of
from kallelse.model.finance import FinanceTable, label_key
from kallelse.model.finding import Finding, Severity
from kallelse.read.finance.sheet import HeadLine


def chart_findings(table: FinanceTable, line: HeadLine) -> Iterator[Finding]:
    """What is wrong with the head line that asks for a chart of the table, or of some of its rows."""
    labels = [row.label for row in table.rows if row.label]
    known = {label_key(label) for label in labels}
    missing = [label for label in table.chart_rows if label_key(label) not in known]
    for label in missing:
        parts = [part.strip() for part in label.split(",") if part.strip()]
        if any(label_key(part) in known for part in parts):
            yield Finding(
                "finance-chart-comma", line.place, {"label": label, "key": line.key, "rows": "; ".join(parts)}
            )
        else:
            parts = [label]
        for part in parts:
            if label_key(part) not in known:
                code, words = asked(("finance-chart-row", "finance-chart-row-listed"), part, labels)
                yield Finding(code, line.place, {"label": part, **words})
    if table.charted and not missing and chart_of(table) is None:
        yield Finding("finance-chart-none", line.place, {"key": line.key}, Severity.REMARK)
