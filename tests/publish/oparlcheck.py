"""Files by OParl 1.1 turned into what is wrong with them: by schemas, by the specification's text, by each other."""

from __future__ import annotations

import datetime as dt
import json
import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, TypeAlias

Object: TypeAlias = dict[str, Any]

SCHEMAS: Mapping[str, Object] = {
    path.stem: json.loads(path.read_text(encoding="utf-8")) for path in (Path(__file__).parent / "oparl").glob("*.json")
}
_TYPE = "https://schema.oparl.org/1.1/"
# Mandatory in every object by the text (3.2.5, 3.2.6), which the schemas leave to it.
_ALWAYS = ("created", "modified")
_FORMATS = {
    "url": re.compile(r"(https?|mailto)://[!-~]+"),
    "date": re.compile(r"\d{4}-\d{2}-\d{2}"),
    "date-time": re.compile(r"\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}[+-]\d{2}:\d{2}"),
}
_KINDS: Mapping[str, Any] = {"string": str, "boolean": bool, "integer": int, "array": list, "object": dict}
# Beside these, what a list's page holds is optional (2.5).
_OF_PAGE = {"data", "pagination", "links"}


def kind_of(value: Object) -> str:
    """The short name of an object's type."""
    return str(value["type"]).removeprefix(_TYPE)


def wrong(value: Object, *, alone: bool = True) -> Iterator[str]:
    """What is wrong with an object by its schema and by the text; with those within it too."""
    name = kind_of(value)
    schema = SCHEMAS[name]
    here = str(value.get("id"))
    required = _ALWAYS if value.get("deleted") else (*schema["required"], *_ALWAYS)
    yield from (f"{here}: no {key}" for key in required if key not in value)
    if value.get("deleted") and not alone:
        yield f"{here}: deleted and shown in another"
    for key, given in value.items():
        if key not in schema["properties"]:
            if ":" not in key:
                yield f"{here}: {key} is unknown"
            continue
        if given in ("", None) or (given == [] and key not in schema["required"]):
            yield f"{here}: {key} is empty"
        yield from (f"{here}: {key}: {each}" for each in _wrong_value(given, schema["properties"][key]))
    if all(key in value for key in _ALWAYS) and not value["created"][:10] <= value["modified"][:10]:
        yield f"{here}: changed before it was made"


def _wrong_value(given: Any, rule: Object) -> Iterator[str]:
    if not isinstance(given, _KINDS[rule["type"]]) or (rule["type"] == "integer" and isinstance(given, bool)):
        yield f"{given!r} is no {rule['type']}"
    elif rule["type"] == "array":
        for each in given:
            yield from _wrong_value(each, rule["items"])
    elif rule["type"] == "object" and "schema" in rule:
        if kind_of(given) != rule["schema"].removesuffix(".json"):
            yield f"{kind_of(given)} is no {rule['schema']}"
        yield from wrong(given, alone=False)
    elif rule["type"] == "string":
        if "format" in rule and not _FORMATS[rule["format"]].fullmatch(given):
            yield f"{given!r} is no {rule['format']}"
        if rule.get("format") == "date-time":
            dt.datetime.fromisoformat(given)
        if "pattern" in rule and not re.search(rule["pattern"], given):
            yield f"{given!r} is not as {rule['pattern']}"


def within(value: Object) -> Iterator[Object]:
    """The objects that stand within another, at any depth."""
    for given in value.values():
        for each in given if isinstance(given, list) else [given]:
            if isinstance(each, dict) and "type" in each:
                yield each
                yield from within(each)


def referred(value: Object) -> Iterator[tuple[str, str, str]]:
    """Each reference of an object: its name, the type of what it leads to (`externalList` for a list), the id."""
    for key, rule in SCHEMAS[kind_of(value)]["properties"].items():
        target = rule.get("references") or rule.get("items", {}).get("references")
        if target is not None and key in value:
            found = value[key] if isinstance(value[key], list) else [value[key]]
            yield from ((key, target, each) for each in found)


def listed(first: str, files: Mapping[str, Object]) -> list[Object]:
    """All objects of a list, by its pages from the first on; raises where a page is not as it should be (2.5)."""
    found: list[Object] = []
    address, before = first, ""
    while address:
        page = files[address]
        links, told = page["links"], page["pagination"]
        assert set(page) == _OF_PAGE
        assert links["self"] == address
        assert links.get("prev", "") == before
        assert links["first"] == first
        assert 0 < len(page["data"]) <= told["elementsPerPage"] or not before
        assert "next" not in links or len(page["data"]) == told["elementsPerPage"]
        found += page["data"]
        address, before = links.get("next", ""), address
    told, links = files[first]["pagination"], files[first]["links"]
    assert told["totalElements"] == len(found)
    assert links["last"] == (before or first)
    return found


def objects(files: Mapping[str, Object]) -> Iterable[Object]:
    """Those of the files that are objects, not pages of lists."""
    return [value for value in files.values() if "type" in value]
