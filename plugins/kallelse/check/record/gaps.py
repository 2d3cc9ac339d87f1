"""The text of minutes turned into findings for what was to be filled in at the meeting, and was not."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator

from kallelse.check.record.held import Held
from kallelse.locale.words import GUIDANCE
from kallelse.model import fold
from kallelse.model.finding import Finding, Place, Severity
from kallelse.model.text import Heading, Para, Plain, Text

_ELLIPSIS = r"(?:…|\.{3})"
_GAP = re.compile(
    rf"\[\s*{_ELLIPSIS}\s*\]"
    # One that is never closed goes on to the end.
    rf"|\[\s*(?:{'|'.join(map(re.escape, GUIDANCE))})\b[^\]]*(?:\]|\Z)"
    r"|_{3,}"
    rf"|\A\s*{_ELLIPSIS}\s*\Z"
    rf"|\b(?:att|to)\s+{_ELLIPSIS}\s*\Z"
    rf"|§+\s*{_ELLIPSIS}"
    # `5 kap. 66 och 67 §§` has its numbers before.
    r"|(?<!\d)(?<!\d[a-z])(?<!\d\s)(?<!\d\s[a-z]\s)§§(?!\s*\d)",
    re.IGNORECASE,
)


def check_gaps(held: Held) -> Iterator[Finding]:
    """Findings about the gaps in what the minutes say themselves, and in proposals that they adopt as they stand."""
    path, paragraphs = held.minutes.path, held.minutes.paragraphs
    starts = [paragraph.line for paragraph in paragraphs]
    told: dict[int, set[str]] = {}
    for block in _running(fold.walk_body(held.minutes.body)):
        place = bisect_right(starts, fold.line_of(block)) - 1
        for gap in _gaps(block):
            told.setdefault(place, set()).add(gap)
            paragraph = paragraphs[place] if place >= 0 else None
            yield _finding(Place(path, _line(block, gap)), gap, held.unfinished(paragraph))
    for place, paragraph in enumerate(paragraphs):
        for decision in paragraph.decisions:
            adopted = (block for point in decision.points for block in point.blocks)
            gaps = dict.fromkeys(gap for block in _running(fold.walk(adopted)) for gap in _gaps(block))
            for gap in gaps:
                # A mark within a bracket that is never closed is taken from the decision.
                if not any(each.startswith(gap) for each in told.get(place, ())):
                    where = Place(path, decision.line or paragraph.line)
                    yield _finding(where, gap, held.unfinished(paragraph))


def _running(nodes: Iterable[fold.Node]) -> Iterator[Heading | Para | Plain]:
    return (node for node in nodes if isinstance(node, Heading | Para | Plain))


def _gaps(block: Heading | Para | Plain) -> Iterator[str]:
    return (match[0].strip() for match in _GAP.finditer(fold.plain((block,))))


def _finding(place: Place, gap: str, severity: Severity) -> Finding:
    return Finding("record-gap", place, {"gap": gap}, severity)


def _line(block: Heading | Para | Plain, gap: str) -> int:
    """The line of a gap in running text; the first of the text where it goes over several."""
    texts = (node for node in fold.walk((block,)) if isinstance(node, Text))
    return next((text.line for text in texts if gap in text.value), 0) or fold.line_of(block)
