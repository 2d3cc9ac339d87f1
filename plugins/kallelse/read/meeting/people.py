"""Fields of people, recipients and revisions turned into their nouns."""

from __future__ import annotations

from kallelse.model.meeting import Revision
from kallelse.model.person import Person
from kallelse.read.frontmatter import FrontMatter
from kallelse.read.schema import PersonFields, RevisionFields


def person(fields: PersonFields) -> Person:
    """The person as declared."""
    return Person(fields.name, fields.title, fields.party, fields.place)


def people(fields: list[PersonFields]) -> tuple[Person, ...]:
    """The people in the order declared."""
    return tuple(person(each) for each in fields)


def revisions(fields: list[RevisionFields], matter: FrontMatter) -> tuple[Revision, ...]:
    """The change history in the order declared, each row with its line."""
    return tuple(
        Revision(row.date, row.version, row.name, row.role, row.comment, matter.line(("revisions", n)))
        for n, row in enumerate(fields)
    )
