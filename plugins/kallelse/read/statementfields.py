"""The fields of an accessibility statement, declared once."""

from __future__ import annotations

from typing import Literal

from kallelse.read.fields import Fields
from kallelse.read.fieldtypes import Date, Line, Mail, Several, Url


class LackFields(Fields):
    """Content that not everybody can use."""

    kind_ = "lack"

    content: Line
    why: Line
    instead: Line = ""


class AuthorityFields(Fields):
    """Who supervises, where it is not the authority that the package names."""

    kind_ = "authority"

    name: Line
    url: Url


class AccessibilityFields(Fields):
    """What a municipality says of how accessible its site is."""

    kind_ = "accessibility"

    status: Literal["full", "partial", "none"]
    assessed: Date
    method: Literal["self", "external", "both", "estimate"]
    updated: Date
    how: Line = ""
    report: Url = ""
    published: Date | None = None
    mended: Date | None = None
    lacks: Several[LackFields] = []
    burden: Several[LackFields] = []
    outside: Several[LackFields] = []
    form: Url = ""
    email: Mail = ""
    phone: Line = ""
    answer: Line = ""
    work: Several[Line] = []
    authority: AuthorityFields | None = None
