"""A folder in which there is no meeting turned into why nothing was done, with the folders that may be meant."""

from __future__ import annotations

import sys
from pathlib import Path

from kallelse import report
from kallelse.begin import no_meeting
from kallelse.build import check
from kallelse.commands.refusal import refused
from kallelse.model.finding import errors
from kallelse.model.settings import Language


def no_such_meeting(root: Path, folder: str, language: Language) -> int:
    """Says that there is no meeting in `folder`, and which are near; 1 where one is there that cannot be read."""
    if not root.is_dir():
        return refused("begin-no-archive", language, folder=str(root))
    checked = check(root)
    wrong = [each for each in checked.findings if each.place.path.startswith(f"{folder}/")]
    for line in report.finding_lines(wrong, root.as_posix(), language):
        print(line, file=sys.stderr)
    if errors(wrong):
        return 1
    code, words = no_meeting(checked.archive, folder)
    return refused(code, language, **words)
