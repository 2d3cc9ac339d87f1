"""What the front matter of cases lets the record show of them, which may be more or less than the summons did."""

from __future__ import annotations

from collections.abc import Mapping

from kallelse.locale.meeting import WITHHELD
from kallelse.model.record import Publication
from kallelse.model.settings import Settings
from kallelse.read.frontmatter import read_front_matter
from kallelse.read.record.items import Withheld
from kallelse.read.schema import CaseFields, read_fields
from kallelse.read.sources import Sources


def recorded_access(files: Mapping[str, str], sources: Sources, settings: Settings) -> Mapping[str, Withheld]:
    """By the path of each case that is not recorded in full like any other, how it is; `files` are those of cases.

    A confidential case of which nothing is said is a number.
    """
    found: dict[str, Withheld] = {}
    for path, file in files.items():
        source = sources.texts.get(file)
        # Most cases say nothing of it, and need not be read twice.
        if source is None or not ("confidential" in source.text or "record:" in source.text or "\\" in source.text):
            continue
        matter, _ = read_front_matter(source)
        fields = None if matter is None else read_fields(CaseFields, matter)[0]
        if fields is None:
            # What cannot be read is told elsewhere, and shown nowhere.
            found[path] = Withheld(Publication.NUMBER, settings.withheld or WITHHELD[settings.language])
        elif fields.access == "confidential" or fields.record is not None:
            publication = Publication(fields.record or "number")
            shown = {
                Publication.NUMBER: settings.withheld or WITHHELD[settings.language],
                Publication.HEADING: fields.public_title or fields.title,
            }
            may_tell = publication is Publication.FULL or fields.public_dnr
            found[path] = Withheld(
                publication,
                shown.get(publication, fields.title),
                (fields.dnr or "") if may_tell else "",
                tuple(fields.hidden),
            )
    return found
