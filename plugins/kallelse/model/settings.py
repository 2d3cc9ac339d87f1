"""What a municipality sets once: its name, language, colours, logo, words and contact."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum
from typing import Literal

from kallelse.model.address import slug

Language = Literal["sv", "en"]


@dataclass(frozen=True, slots=True)
class Colours:
    """The three colours that a municipality owns, as `#rrggbb`; the first feeds packet and site."""

    brand: str = "#0b4a5c"
    brand_dark: str = "#8fd0e2"
    accent: str = "#f2b632"


class Licence(Enum):
    """What others may do with the data, by the address that names the licence everywhere."""

    CC0 = "http://creativecommons.org/publicdomain/zero/1.0/"
    CC_BY = "http://creativecommons.org/licenses/by/4.0/"


@dataclass(frozen=True, slots=True)
class OpenData:
    """What a municipality says of its open data; without a licence nobody is told what may be done with them.

    `publisher` is an address that names the municipality, `organisation` its number (organisationsnummer), `area` an
    address that names where it lies; `oparl` says whether there are files by OParl too.
    """

    licence: Licence | None = None
    publisher: str = ""
    organisation: str = ""
    area: str = ""
    contact: str = ""
    email: str = ""
    oparl: bool = True


@dataclass(frozen=True, slots=True)
class Keyword:
    """A word that has a feed of what it is found in; `also` are other words for the same."""

    word: str
    also: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        """What its feed is called."""
        return slug(self.word)


@dataclass(frozen=True, slots=True)
class Settings:
    """The settings of `meetings/kallelse.yml`; paths are relative to the sources' folder.

    `headings` maps a heading pattern, which may hold `{body}`, to the kind of section it opens; `template` is a folder
    with files that replace those of the package, by name; `web_font` is the site's own face: one file with all weights
    or those of normal and bold text, none for the package's; `case_pdfs` says whether each case has a PDF of its own;
    `security_contact` is the address, with its scheme, for those who have found a weakness of the site; `follow` are
    the words to follow, each under a name of its own.
    """

    name: str = "Kommunen"
    site_title: str = "Möten och beslut"
    language: Language = "sv"
    url: str = ""
    colours: Colours = field(default_factory=Colours)
    logo: str = ""
    template: str = ""
    web_font: tuple[str, ...] = ()
    headings: Mapping[str, str] = field(default_factory=dict)
    withheld: str = ""
    contact: tuple[str, ...] = ()
    email: str = ""
    case_pdfs: bool = True
    security_contact: str = ""
    follow: tuple[Keyword, ...] = ()
    open_data: OpenData = field(default_factory=OpenData)
