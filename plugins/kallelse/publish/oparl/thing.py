"""Facts turned into objects by OParl 1.1: each with an address, a type, and the days of making and last change."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from enum import Enum
from functools import lru_cache
from typing import TypeAlias

from kallelse.model.address import absolute, slug
from kallelse.model.zone import instant
from kallelse.publish.days import Days
from kallelse.publish.plan import Plan

FOLDER = "api/oparl"
SYSTEM = f"{FOLDER}/system.json"
BODY = f"{FOLDER}/body.json"

Json: TypeAlias = "bool | int | str | list[Json] | dict[str, Json]"
Object: TypeAlias = dict[str, Json]

_LONGEST = 60


class Kind(Enum):
    """A type of object; the value is the folder of its objects, and the name of the list of all of them."""

    SYSTEM = "systems"
    BODY = "bodies"
    TERM = "legislativeterms"
    ORGANIZATION = "organizations"
    PERSON = "persons"
    MEMBERSHIP = "memberships"
    MEETING = "meetings"
    ITEM = "agendaitems"
    PAPER = "papers"
    CONSULTATION = "consultations"
    FILE = "files"
    LOCATION = "locations"


_TYPES: Mapping[Kind, str] = {
    Kind.SYSTEM: "System",
    Kind.BODY: "Body",
    Kind.TERM: "LegislativeTerm",
    Kind.ORGANIZATION: "Organization",
    Kind.PERSON: "Person",
    Kind.MEMBERSHIP: "Membership",
    Kind.MEETING: "Meeting",
    Kind.ITEM: "AgendaItem",
    Kind.PAPER: "Paper",
    Kind.CONSULTATION: "Consultation",
    Kind.FILE: "File",
    Kind.LOCATION: "Location",
}


@dataclass(frozen=True, slots=True)
class Thing:
    """An object at its `address` on the site.

    `inner` is what stands of it within another object, `back` what is added where it stands alone: references to the
    objects that it stands within. One that is `deleted` is no more, and stands in no list.
    """

    kind: Kind
    address: str
    inner: Object
    back: Object = field(default_factory=dict)
    deleted: bool = False

    @property
    def id(self) -> str:
        """The address by which others refer to it."""
        found = self.inner["id"]
        assert isinstance(found, str)
        return found

    @property
    def alone(self) -> Object:
        """All of it."""
        return {**self.inner, **self.back}

    def holding(self, name: str, things: list[Json]) -> Thing:
        """The same with a list of other objects, which stands there when it is empty too."""
        return replace(self, inner={**self.inner, name: things})

    def within(self, **back: Json) -> Thing:
        """The same with references to what it stands within."""
        return replace(self, back={**self.back, **back})


class Apart(Enum):
    """What tells persons of one name apart."""

    PARTY = "party"
    PARTY_AND_PLACE = "party and place"


@dataclass(frozen=True, slots=True)
class Ground:
    """What every object is made of: the plan, the files of the site by address, the site's own address with a slash.

    `shared` are the keys of names that several persons have, and with what beside the name these are told apart.
    """

    plan: Plan
    files: Mapping[str, bytes]
    root: str
    shared: frozenset[tuple[str, Apart]] = frozenset()

    def url(self, address: str) -> str:
        """An address of the site as a URL (RFC 3986)."""
        return _whole(self.root, address)

    def id(self, kind: Kind, key: str) -> str:
        """The id of an object of that kind."""
        return self.url(address_of(kind, key))

    def list(self, *path: str) -> str:
        """The first page of a list."""
        return self.url(list_address(path, 1))

    def thing(self, kind: Kind, key: str, days: Days, **values: Json | None) -> Thing:
        """An object with what is known of it; where no day is known, it is that of the build.

        What is None or empty is left out, as the specification asks (2.4).
        """
        first, last = days.first or self.plan.as_of, days.last or self.plan.as_of
        inner: Object = {
            "id": self.id(kind, key),
            "type": type_of(kind),
            **{name: value for name, value in values.items() if value is not None and value not in ("", [])},
            "created": instant(first),
            "modified": instant(max(first, last)),
        }
        return Thing(kind, address_of(kind, key), inner)

    def gone(self, kind: Kind, key: str, days: Days) -> Thing:
        """An object that was there and is no more (2.8): id, type and days alone."""
        return replace(self.thing(kind, key, days, deleted=True), deleted=True)


# Each address stands in several objects.
_whole = lru_cache(maxsize=100_000)(absolute)


def type_of(kind: Kind) -> str:
    """The address that names a type of object."""
    return f"https://schema.oparl.org/1.1/{_TYPES[kind]}"


def address_of(kind: Kind, key: str) -> str:
    """Where an object stands; there is one system and one body."""
    match kind:
        case Kind.SYSTEM:
            return SYSTEM
        case Kind.BODY:
            return BODY
        case _:
            return f"{FOLDER}/{kind.value}/{key}.json"


def list_address(path: Iterable[str], number: int) -> str:
    """Where a page of a list stands, counted from 1."""
    return f"{FOLDER}/lists/{'/'.join(path)}/{number}.json"


def page_key(address: str) -> str:
    """The key of an object that has a page of its own: the page's address without its end."""
    return address.removesuffix(".html")


def name_key(name: str) -> str:
    """A key for what is known by its name alone; names that are alike in plain letters have keys of their own."""
    mark = hashlib.sha256(name.encode()).hexdigest()[:8]
    return f"{slug(name)[:_LONGEST].strip('-')}-{mark}".strip("-")


def together(found: Iterable[Days]) -> Days:
    """The first and the last of the days of several."""
    known = list(found)
    firsts = [each.first for each in known if each.first is not None]
    lasts = [each.last for each in known if each.last is not None]
    return Days(min(firsts, default=None), max(lasts, default=None))


def several(value: Json | None) -> list[Json]:
    """The values of a list of an object; none where it has no such list."""
    return value if isinstance(value, list) else []
