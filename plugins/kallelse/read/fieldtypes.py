"""Values of front matter turned into dates, times, persons and texts, each also as JSON Schema tells it."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Mapping
from typing import Annotated, Any, TypeVar

from pydantic import (
    BeforeValidator,
    GetJsonSchemaHandler,
    WithJsonSchema,
)
from pydantic_core import CoreSchema, PydanticCustomError

_DATE = re.compile(r"(\d{4})-(\d{2})-(\d{2})")
_ENDS_WITH_CLOCK = re.compile(r"\s\d{1,2}[.:]\d{2}\s*$|T\d{1,2}[.:]\d{2}\s*$")
_MOMENT = re.compile(r"(\d{4}-\d{2}-\d{2})(?:[T ]+(\d{1,2})[.:](\d{2}))")
_CLOCK = re.compile(r"(?:kl\.?\s*)?([01]?\d|2[0-3])[.:]([0-5]\d)")
_DNR = re.compile(r"(?=.*\d)[^\W_][\w /:.\-\u2010-\u2014\u2212]*")
_LABEL = "[a-z0-9](?:[a-z0-9-]*[a-z0-9])?"
_HOST = rf"{_LABEL}(?:\.{_LABEL})*"
# That of a site is the beginning of many; that of a page may ask for something, and name a place on it (RFC 3986, 3).
_ROOT = re.compile(rf"https?://{_HOST}(?::\d{{1,5}})?(?:/[\w./~-]*)?", re.IGNORECASE | re.ASCII)
_URL = re.compile(
    rf"https?://{_HOST}(?::\d{{1,5}})?(?:/[\w.~!$&*+,;=:@%/-]*)?(?:\?[\w.~!$&*+,;=:@%/?-]*)?(?:#[\w.~!$&*+,;=:@%/?-]*)?",
    re.IGNORECASE | re.ASCII,
)
# A part of what HTML takes for an address of mail (4.10.5.1.5): nothing that a link to it would have to escape.
_MAIL = re.compile(rf"[\w+-]+(?:\.[\w+-]+)*@{_LABEL}(?:\.{_LABEL})*\.[a-z]{{2,}}", re.IGNORECASE | re.ASCII)
_ORGANISATION = re.compile(r"(\d{6})-?(\d{4})", re.ASCII)
# `26:1`, `OSL 26:1`, `26 kap. 1 a §`: chapter and section of Offentlighets- och sekretesslagen (2009:400), and no words
# that might tell what is withheld.
_GROUND = re.compile(
    r"(?:OSL\s*)?(?P<chapter>[1-9]\d?)\s*(?::|kap\.?)\s*(?P<section>[1-9]\d?(?:\s?[a-z])?)\s*§?(?:\s*OSL)?",
    re.IGNORECASE,
)
_LONGEST_DNR = 40
# The codes of ISO 639-1 and 639-3, as HTML and Typst take them.
_TONGUE = "[a-z]{2,3}"
_PERSON = re.compile(r"(?P<name>[^,(]+?)\s*(?:\((?P<party>[^()]+)\))?\s*(?:,\s*(?P<title>.+))?")


def _date(value: object) -> object:
    if isinstance(value, str) and (found := _DATE.fullmatch(value.strip())):
        try:
            return dt.date(*(int(part) for part in found.groups()))
        except ValueError:
            raise PydanticCustomError("field-no-day", "no such day") from None
    raise PydanticCustomError("field-date", "not a date")


def _moment(value: object) -> object:
    if isinstance(value, str) and (found := _MOMENT.fullmatch(value.strip())):
        hour, minute = int(found[2]), int(found[3])
        if hour < 24 and minute < 60:
            try:
                return dt.datetime.combine(dt.date.fromisoformat(found[1]), dt.time(hour, minute))
            except ValueError:
                # What is told names the whole shape: one of a day alone would not fit here.
                raise PydanticCustomError("field-no-moment", "no such day") from None
    raise PydanticCustomError("field-moment", "not a date and a time")


def _day_or_moment(value: object) -> object:
    return _moment(value) if isinstance(value, str) and _ENDS_WITH_CLOCK.search(value) else _date(value)


def _clock(value: object) -> object:
    if isinstance(value, str) and (found := _CLOCK.fullmatch(value.strip())):
        return dt.time(int(found[1]), int(found[2]))
    raise PydanticCustomError("field-clock", "not a time of the day")


def _text(value: object) -> str:
    if isinstance(value, bool) or not isinstance(value, str | int):
        raise PydanticCustomError("field-text", "not a text")
    if text := as_line(value):
        return text
    raise PydanticCustomError("field-empty", "nothing")


def as_line(value: object) -> str:
    """A value as a field of one line has it; empty for what is none."""
    is_text = isinstance(value, str | int) and not isinstance(value, bool)
    return " ".join(str(value).split()) if is_text else ""


def person(value: object) -> object:
    """A mapping as it is, `Name (Party), title` as one."""
    if isinstance(value, dict):
        return value
    if isinstance(value, str) and (found := _PERSON.fullmatch(" ".join(value.split()))):
        return {key: part for key, part in found.groupdict().items() if part is not None}
    raise PydanticCustomError("field-person", "not a person")


def named(key: str) -> Callable[[object], object]:
    """A short form: a plain text stands for a mapping with that one key."""

    def convert(value: object) -> object:
        return value if isinstance(value, dict) else {key: value}

    return convert


def _several(value: object) -> object:
    return value if isinstance(value, list) else [value]


def _colour(value: object) -> object:
    if isinstance(value, str) and re.fullmatch(r"#[0-9a-fA-F]{6}", value):
        return value.lower()
    raise PydanticCustomError("field-colour", "not a colour")


def _slug(value: object) -> object:
    # A year is a number to YAML.
    text = str(value) if isinstance(value, str | int) and not isinstance(value, bool) else ""
    if re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", text):
        return text
    raise PydanticCustomError("field-slug", "not an address")


def _tongue(value: object) -> object:
    if isinstance(value, str) and re.fullmatch(_TONGUE, value.strip()):
        return value.strip()
    raise PydanticCustomError("field-language", "not a language")


def _url(value: object) -> object:
    if _URL.fullmatch(text := _text(value)):
        return text
    raise PydanticCustomError("field-url", "not an address")


def _root(value: object) -> object:
    if _ROOT.fullmatch(text := _text(value)):
        return text
    raise PydanticCustomError("field-url", "not an address of a site")


def _mail(value: object) -> object:
    if _MAIL.fullmatch(text := _text(value).removeprefix("mailto:")):
        return text
    raise PydanticCustomError("field-email", "not an address of mail")


def _organisation(value: object) -> object:
    """Ten figures of which the last is right for the others (SKV 709: by the Luhn formula), with their hyphen."""
    found = _ORGANISATION.fullmatch(_text(value))
    if found is None:
        raise PydanticCustomError("field-organisation", "not an organisation's number")
    figures = [int(figure) for figure in found[1] + found[2]]
    doubled = [sum(divmod(2 * figure, 10)) for figure in figures[::2]]
    if (sum(doubled) + sum(figures[1::2])) % 10:
        raise PydanticCustomError("field-organisation-figure", "mistyped")
    return f"{found[1]}-{found[2]}"


def _contact(value: object) -> object:
    """The address of a page, or that of mail, which gets its scheme."""
    if isinstance(value, str) and _MAIL.fullmatch(value.removeprefix("mailto:")):
        return "mailto:" + value.removeprefix("mailto:")
    if isinstance(value, str) and value.startswith("https://") and _URL.fullmatch(value):
        return value
    raise PydanticCustomError("field-contact", "not an address")


def _ground(value: object) -> object:
    found = _GROUND.fullmatch(value.strip()) if isinstance(value, str) else None
    if found is not None:
        return f"{found['chapter']}:{found['section']}".replace(" ", "")
    raise PydanticCustomError("field-ground", "not a provision")


def _dnr(value: object) -> object:
    text = _text(value)
    if len(text) <= _LONGEST_DNR and _DNR.fullmatch(text):
        return text
    raise PydanticCustomError("field-dnr", "not a registry number")


class Or:
    """Tells a JSON Schema of a second, shorter form that a field takes."""

    def __init__(self, shorter: Callable[[dict[str, Any]], dict[str, Any]]) -> None:
        self._shorter = shorter

    def __get_pydantic_json_schema__(self, core_schema: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        whole = handler(core_schema)
        return {"anyOf": [self._shorter(whole), whole]}


def _told(form: str, pattern: str = "") -> WithJsonSchema:
    """What a JSON Schema says of a text: the name of its `form`, and the pattern that it keeps, else any text."""
    kept: dict[str, Any] = {"type": "string", "pattern": f"^{pattern}$"} if pattern else dict(TEXT)
    return WithJsonSchema({**kept, FORM: form})


FORM = "x-form"
TEXT: Mapping[str, Any] = {"type": ["string", "integer"]}

Date = Annotated[dt.date, BeforeValidator(_date), _told("date", r"\d{4}-\d{2}-\d{2}")]
Moment = Annotated[dt.datetime, BeforeValidator(_moment), _told("moment", r"\d{4}-\d{2}-\d{2}[T ]+\d{1,2}[.:]\d{2}")]
DayOrMoment = Annotated[
    dt.datetime | dt.date,
    BeforeValidator(_day_or_moment),
    _told("day", r"\d{4}-\d{2}-\d{2}([T ]+\d{1,2}[.:]\d{2})?"),
]
Clock = Annotated[dt.time, BeforeValidator(_clock), _told("clock", r"(kl\.?\s*)?\d{1,2}[.:]\d{2}")]
Line = Annotated[str, BeforeValidator(_text), _told("text")]
Colour = Annotated[str, BeforeValidator(_colour), _told("colour", "#[0-9a-fA-F]{6}")]
Slug = Annotated[
    str,
    BeforeValidator(_slug),
    WithJsonSchema({**TEXT, "pattern": "^[a-z0-9]+(-[a-z0-9]+)*$", FORM: "slug"}),
]
Tongue = Annotated[str, BeforeValidator(_tongue), _told("language", _TONGUE)]
Url = Annotated[str, BeforeValidator(_url), _told("url", "https?://.+")]
Root = Annotated[str, BeforeValidator(_root), _told("url", "https?://.+")]
Mail = Annotated[str, BeforeValidator(_mail), _told("email", "[^@]+@.+")]
Organisation = Annotated[
    str,
    BeforeValidator(_organisation),
    WithJsonSchema({**TEXT, "pattern": r"^\d{6}-?\d{4}$", FORM: "organisation"}),
]
Contact = Annotated[str, BeforeValidator(_contact), _told("contact", "https://.+|[^@]+@.+")]
Ground = Annotated[str, BeforeValidator(_ground), _told("ground")]
Number = Annotated[str, BeforeValidator(_dnr), _told("dnr")]
_Item = TypeVar("_Item")
Several = Annotated[list[_Item], BeforeValidator(_several), Or(lambda whole: whole["items"])]
