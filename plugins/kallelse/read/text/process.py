"""The lines of an `arbetsgång` fence turned into the steps of a process."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kallelse.model.finding import Finding, Place, Severity
from kallelse.model.text import Process, Step
from kallelse.read.text.headlines import Head

FEWEST_STEPS, MOST_STEPS = 2, 6
# A colon between figures is one of a time of day.
_STEP = re.compile(r"\s*(?P<number>\d+)\.\s+(?P<title>(?:[^:]|(?<=\d):(?=\d))*+):\s*(?P<text>.*?)\s*")
# Signs that say something in running text; a step has none.
_MARKUP = re.compile(r"\*\*|__|`|\]\(|\[\^|</?[a-zA-Z]|&#?\w+;|\{[\w-]+:")


def read_process(
    lines: Sequence[str], first_line: int, head: Head, line: int, path: str
) -> tuple[Process | None, tuple[Finding, ...]]:
    """The process; None where no line is a step. An indented line goes on from the one above."""
    steps: list[Step] = []
    findings: list[Finding] = []
    for number, typed in enumerate(lines, start=first_line):
        match = _STEP.fullmatch(typed)
        if match and (title := match["title"].rstrip()):
            if _MARKUP.search(typed):
                findings.append(
                    Finding("process-markup", Place(path, number), {"text": typed.strip()}, Severity.REMARK)
                )
            steps.append(Step(title, match["text"], number))
            if int(match["number"]) != len(steps):
                told = {"typed": match["number"], "printed": str(len(steps))}
                findings.append(Finding("list-numbers", Place(path, number), told))
        elif typed.startswith(" ") and typed.strip() and steps:
            last = steps[-1]
            steps[-1] = Step(last.title, f"{last.text} {typed.strip()}".strip(), last.line)
        elif typed.strip():
            findings.append(Finding("process-line", Place(path, number), {"text": typed.strip()}))
    if not FEWEST_STEPS <= len(steps) <= MOST_STEPS:
        told = {"found": str(len(steps)), "fewest": str(FEWEST_STEPS), "most": str(MOST_STEPS)}
        findings.append(Finding("process-steps", Place(path, line), told))
    if not steps:
        return None, tuple(findings)
    return Process(tuple(steps), head.caption, line), tuple(findings)
