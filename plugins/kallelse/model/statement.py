"""What a municipality says of how accessible its site is, as the law asks of public bodies."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import Enum


class Conformance(Enum):
    """How far the site meets the requirements, in the three steps of MDFFS 2019:2, section 6, point 2."""

    FULL = "full"
    PARTIAL = "partial"
    NONE = "none"


class Method(Enum):
    """How the site was assessed (MDFFS 2019:2, section 6, point 4)."""

    SELF = "self"
    EXTERNAL = "external"
    BOTH = "both"
    ESTIMATE = "estimate"


@dataclass(frozen=True, slots=True)
class Lack:
    """Content that not everybody can use: what it is, why, and what there is `instead`."""

    content: str
    why: str
    instead: str = ""


@dataclass(frozen=True, slots=True)
class Authority:
    """Who supervises, and the page where a lack is reported; what is empty is as the law has it today."""

    name: str = ""
    url: str = ""


@dataclass(frozen=True, slots=True)
class Statement:
    """An accessibility statement (lagen 2018:1937, 13 §; MDFFS 2019:2, 6 §; Decision (EU) 2018/1523).

    `lacks` break the law, `burden` is too heavy to mend (12 §), `outside` is beyond the law (9 §). `assessed` is the
    day of the assessment, `updated` that of the last review, `published` that of the site, `mended` the day by which
    the lacks are to be gone. `form`, `email` and `phone` lead to who can help, within the time `answer`.
    """

    path: str
    line: int
    status: Conformance
    assessed: dt.date
    updated: dt.date
    method: Method
    how: str = ""
    report: str = ""
    published: dt.date | None = None
    mended: dt.date | None = None
    lacks: tuple[Lack, ...] = ()
    burden: tuple[Lack, ...] = ()
    outside: tuple[Lack, ...] = ()
    form: str = ""
    email: str = ""
    phone: str = ""
    answer: str = ""
    work: tuple[str, ...] = ()
    authority: Authority = Authority()
