"""Why a command does nothing turned into a sentence for who called it, and the exit status of a wrong call."""

from __future__ import annotations

import sys

from kallelse.fonts.coverage import visible
from kallelse.locale.refusals import REFUSALS
from kallelse.model.settings import Language


def refused(code: str, language: Language, **words: str) -> int:
    """Says why, by `code` in `locale.refusals.REFUSALS`; 2."""
    told = {name: visible(word) for name, word in words.items()}
    print(REFUSALS[code][language].format(**told), file=sys.stderr)
    return 2
