"""What the front matter of cases lets the record show of them, which may be more or less than the summons did."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping

from kallelse.locale.meeting import WITHHELD
from kallelse.locale.record_words import TAKEN_OUT
from kallelse.model.record import Publication
from kallelse.model.settings import Settings
from kallelse.read.frontmatter import read_front_matter
from kallelse.read.record.hidden import taken_out
from kallelse.read.record.items import Withheld
from kallelse.read.schema import CaseFields, read_fields
from kallelse.read.sources import Sources

# Most cases say nothing of it, and need not be read twice. A quoted value may spell its letters as numbers.
_SAYS = re.compile(r"confidential|record|hidden|\\")


def recorded_access(files: Mapping[str, str], sources: Sources, settings: Settings) -> Mapping[str, Withheld]:
    """By the path of each case that is not recorded in full like any other, how it is; `files` are those of cases.

    A confidential case of which nothing is said is a number; one that hides words is without them.
    """
    found: dict[str, Withheld] = {}
    phrase = settings.withheld or WITHHELD[settings.language]
    for path, file in files.items():
        source = sources.texts.get(file)
        if source is None or not _SAYS.search(source.text):
            continue
        matter, _ = read_front_matter(source)
        fields = None if matter is None else read_fields(CaseFields, matter)[0]
        if fields is None:
            # What cannot be read is told elsewhere, and shown nowhere.
            found[path] = Withheld(Publication.NUMBER, phrase)
        elif fields.access == "confidential" or fields.record is not None or fields.hidden:
            found[path] = _withheld(fields, phrase, settings)
    return found


def _withheld(fields: CaseFields, phrase: str, settings: Settings) -> Withheld:
    nothing_said = Publication.NUMBER if fields.access == "confidential" else Publication.ANONYMISED
    publication = nothing_said if fields.record is None else Publication(fields.record)
    if publication is Publication.FULL and fields.hidden:
        # Whoever lists words wants them out, whatever else is said.
        publication = Publication.ANONYMISED
    may_tell = publication is Publication.FULL or fields.public_dnr or fields.access == "public"
    hidden = tuple(unicodedata.normalize("NFC", word) for word in fields.hidden)
    if not may_tell and fields.dnr and hidden:
        hidden = (*hidden, fields.dnr)
    heading = fields.public_title or taken_out(fields.title, hidden, TAKEN_OUT[settings.language])
    titles = {
        Publication.NUMBER: phrase,
        Publication.HEADING: heading,
        Publication.ANONYMISED: heading,
        Publication.FULL: fields.title,
    }
    dnr = (fields.dnr or "") if may_tell and publication is not Publication.NUMBER else ""
    own_titles = tuple(title for title in (fields.title, fields.public_title) if title)
    return Withheld(publication, titles[publication], dnr, hidden, own_titles)
