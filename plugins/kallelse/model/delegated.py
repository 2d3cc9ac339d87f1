"""A decision that somebody took for a committee, announced on its own since the committee is not told of it."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from kallelse.model.dnr import Dnr
from kallelse.model.law import Appeal
from kallelse.model.record import Posting

DELEGATED = "delegated.yml"
"""The name of the file of such decisions in a committee's folder."""


@dataclass(frozen=True, slots=True)
class DelegatedDecision:
    """A delegated decision that is recorded apart (KL 6 kap. 40 §, 7 kap. 8 §) and announced (8 kap. 10 and 12 §§).

    `by` is who took it; `postings` are empty where it is not announced yet, or need not be, `boards` are those that
    must have its notice; `reported` is the folder of the meeting that it was reported to after all, empty while it was
    to none.
    """

    date: dt.date
    decision: str
    by: str
    dnr: Dnr | None = None
    postings: tuple[Posting, ...] = ()
    boards: tuple[str, ...] = ()
    kept: str = ""
    appeal: Appeal = Appeal.MUNICIPAL
    reported: str = ""
    line: int = 0
