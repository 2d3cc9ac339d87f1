"""The fields of a municipality's settings, declared once."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BeforeValidator

from kallelse.read.fields import Fields
from kallelse.read.fieldtypes import TEXT, Colour, Contact, Line, Mail, Or, Root, Several, named
from kallelse.read.opendata import OpenDataFields
from kallelse.read.statementfields import AccessibilityFields


class ColourFields(Fields):
    kind_ = "colours"

    brand: Colour | None = None
    brand_dark: Colour | None = None
    accent: Colour | None = None


class FontFields(Fields):
    kind_ = "font"

    web: Several[Line] = []


class HeadingFields(Fields):
    """What a municipality calls the parts of letters and of paragraphs of the minutes."""

    kind_ = "headings"

    proposal: Several[Line] = []
    summary: Several[Line] = []
    description: Several[Line] = []
    economy: Several[Line] = []
    decision: Several[Line] = []
    grounds: Several[Line] = []
    reasons: Several[Line] = []
    treatment: Several[Line] = []
    disqualified: Several[Line] = []
    motions: Several[Line] = []
    propositions: Several[Line] = []
    votes: Several[Line] = []
    not_taking_part: Several[Line] = []
    support: Several[Line] = []
    dissent: Several[Line] = []
    reservation: Several[Line] = []
    statement: Several[Line] = []
    delegated: Several[Line] = []
    sent_to: Several[Line] = []


class KeywordFields(Fields):
    """A word to follow; a plain text is the word."""

    kind_ = "keyword"

    word: Line
    also: Several[Line] = []


class SettingsFields(Fields):
    kind_ = "settings"

    name: Line
    title: Line | None = None
    language: Literal["sv", "en"] = "sv"
    url: Root = ""
    colours: ColourFields = ColourFields()
    logo: Line = ""
    template: Line = ""
    font: FontFields = FontFields()
    headings: HeadingFields = HeadingFields()
    withheld: Line = ""
    contact: Several[Line] = []
    email: Mail = ""
    case_pdfs: bool = True
    accessibility: AccessibilityFields | None = None
    security_contact: Contact = ""
    follow: Several[Annotated[KeywordFields, BeforeValidator(named("word")), Or(lambda _: dict(TEXT))]] = []
    open_data: OpenDataFields = OpenDataFields()
