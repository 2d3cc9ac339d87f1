"""The sources turned into findings on the terminal, or into annotations where a forge shows them."""

from __future__ import annotations

import os
from pathlib import Path

from kallelse import report
from kallelse.build import check
from kallelse.explain import explained
from kallelse.model.finding import errors
from kallelse.read.settings import settings_ahead


def run(root: Path, *, explain: bool) -> int:
    """Prints all findings, and, to `explain`, what was inferred in each finance table; 1 where there is an error."""
    language = settings_ahead(root).language
    checked = check(root)
    if explain:
        for line in explained(checked.archive, language):
            print(line)
    if os.environ.get("GITHUB_ACTIONS") == "true":
        lines = report.annotation_lines(checked.findings, root.as_posix(), language)
    else:
        lines = report.finding_lines(checked.findings, root.as_posix(), language)
    for line in lines:
        print(line)
    print(report.counted(checked.findings, language))
    return 1 if errors(checked.findings) else 0
