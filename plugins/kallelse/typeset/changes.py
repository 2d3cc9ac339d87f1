"""What was changed after the issue as the cover tells it: plain values, and the Typst source of list and tables."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from kallelse.locale.changes import change_words, changes_title, concordances
from kallelse.model.changed import changed
from kallelse.typeset import literal
from kallelse.typeset.plan import Plan, Sheet
from kallelse.typeset.scope import FRONT


@dataclass(frozen=True, slots=True)
class ChangeLine:
    """One change: what happened to which document, when and why; its pages by `sheet`, or as the `labels` it had."""

    what: str
    why: str
    sheet: Sheet | None
    labels: str


def changes_head(plan: Plan) -> str:
    """What stands over the list."""
    return changes_title(plan.meeting, plan.settings.language)


def change_lines(plan: Plan) -> Iterator[ChangeLine]:
    """The changes in order; none in what was not issued."""
    for one in changed(plan.meeting):
        said = change_words(one, plan.meeting, plan.settings.language)
        sheet = plan.by_path.get(one.document.path) if one.document is not None else None
        yield ChangeLine(f"{said.kind}: {said.name}", said.why, sheet, said.labels)


def changes_source(plan: Plan) -> str:
    """List and tables as a Typst expression; `none` where nothing was changed and no page counted anew."""
    told = [*_list_source(plan), *_tables_source(plan)]
    return "{" + ";".join(told) + "}" if told else "none"


def _list_source(plan: Plan) -> Iterator[str]:
    lines = list(change_lines(plan))
    if not lines:
        return
    rows = literal.array(f"({_words(line.what)},{_words(line.why)},{_pages(line, plan)})" for line in lines)
    yield f"changes({literal.string(changes_head(plan))},{rows})"


def _tables_source(plan: Plan) -> Iterator[str]:
    # The agenda's head is the first that comes again.
    for number, table in enumerate(concordances(plan.meeting, plan.settings.language), start=1):
        columns = literal.array(map(literal.string, table.columns))
        rows = literal.array(literal.array(map(_words, row)) for row in table.rows)
        yield f"concordance({literal.string(table.title)},{columns},mark-head(0,{FRONT},{number}),{rows})"


def _words(text: str) -> str:
    return literal.content(literal.breakable(text))


def _pages(line: ChangeLine, plan: Plan) -> str:
    if line.sheet is not None:
        return f"counted-pages({line.sheet.index},{literal.optional(line.sheet.after)})"
    return literal.string(plan.words.counted(line.labels)) if line.labels else "none"
