"""Why a command does nothing turned into a sentence for who called it, and the exit status of a wrong call."""

from __future__ import annotations

import sys

from kallelse.fonts.coverage import visible
from kallelse.locale.refusals import REFUSALS
from kallelse.model.settings import Language

# Whoever asks twice has what was asked for.
_DONE = frozenset(("adjust-listed", "adjust-same", "issue-same"))


def refused(code: str, language: Language, **words: str) -> int:
    """Says why, by `code` in `locale.refusals.REFUSALS`; 2, or 0 where what was asked for is done already."""
    told = {name: visible(word) for name, word in words.items()}
    print(REFUSALS[code][language].format(**told), file=sys.stderr)
    return 0 if code in _DONE else 2
