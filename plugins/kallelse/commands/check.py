"""The sources turned into findings on the terminal, or into annotations where a forge shows them."""

from __future__ import annotations

import datetime as dt
import os
import sys
from pathlib import Path

from kallelse import report
from kallelse.build import check
from kallelse.configured import configured_day
from kallelse.day import NoDayError, day_of
from kallelse.explain import explained
from kallelse.fonts.coverage import visible
from kallelse.locale import report as labels
from kallelse.model.finding import errors, in_order
from kallelse.model.zone import local_day
from kallelse.read.settings import settings_ahead


def run(root: Path, as_of: str, *, explain: bool) -> int:
    """Prints all findings; 1 where there is an error. `as_of` is the day of the site, empty for that of a build.

    To `explain` is to print what was inferred in each finance table, too.
    """
    language = settings_ahead(root).language
    try:
        asked = as_of or configured_day(root)
        today = local_day(dt.datetime.now(dt.UTC))
        day, unread = day_of(asked, os.environ.get("SOURCE_DATE_EPOCH", ""), root, today)
    except NoDayError as error:
        print(labels.NO_DAY[language].format(day=error), file=sys.stderr)
        return 2
    checked = check(root, as_of=day or today)
    findings = in_order((*checked.findings, *unread))
    if explain:
        for line in explained(checked.archive, language):
            print(visible(line))
    if os.environ.get("GITHUB_ACTIONS") == "true":
        lines = report.annotation_lines(findings, root.as_posix(), language)
    else:
        lines = report.finding_lines(findings, root.as_posix(), language)
    for line in lines:
        print(line)
    print(report.counted(findings, language))
    return 1 if errors(findings) else 0
