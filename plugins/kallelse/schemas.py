"""Declared fields and findings turned into JSON Schema for editors, and into the handbook's pages of reference."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from string import Formatter
from typing import Any, TypeAlias, get_args

from kallelse.locale.fieldhelp import FIELDS, KINDS, REFERENCE
from kallelse.locale.findings import GROUPS, TITLES
from kallelse.model.settings import Language
from kallelse.read.delegated import DelegatedFields
from kallelse.read.fields import Fields
from kallelse.read.fieldtypes import FORM
from kallelse.read.record.schema import MinutesFields
from kallelse.read.schema import (
    AttachmentDocumentFields,
    CaseFields,
    CommitteeFields,
    MeetingFields,
)
from kallelse.read.settingsfields import SettingsFields

Schema: TypeAlias = dict[str, Any]

SOURCES: Mapping[str, type[Fields]] = {
    "settings": SettingsFields,
    "committee": CommitteeFields,
    "meeting": MeetingFields,
    "case": CaseFields,
    "attachment": AttachmentDocumentFields,
    "minutes": MinutesFields,
    "delegated": DelegatedFields,
}
"""The fields of each kind of file that a secretary writes."""

_DIALECT = "https://json-schema.org/draft/2020-12/schema"


def schema_name(kind: str) -> str:
    """The name of the file that tells the fields of a kind of file."""
    return f"{kind}.schema.json"


def json_schema(kind: str, language: Language) -> str:
    """The fields of a kind of file, a key of `SOURCES`, as JSON Schema 2020-12."""
    whole = {"$schema": _DIALECT, "title": KINDS[language][kind], **_described(SOURCES[kind], language)}
    return json.dumps(_without_forms(whole), ensure_ascii=False, indent=2) + "\n"


def _described(model: type[Fields], language: Language) -> Schema:
    """What pydantic tells of a kind of fields, with what each is for in place of its own titles."""
    found: Schema = model.model_json_schema(by_alias=True)
    models = {each.__name__: each for each in _models(model)}
    for name, told in ((model.__name__, found), *found.get("$defs", {}).items()):
        told.pop("description", None)
        told.pop("title", None)
        for field, value in told["properties"].items():
            value.pop("title", None)
            value["description"] = _help(models[name], field, language)
    return found


def _without_forms(told: Any) -> Any:
    if isinstance(told, dict):
        return {key: _without_forms(value) for key, value in told.items() if key != FORM}
    return [_without_forms(value) for value in told] if isinstance(told, list) else told


def reference(language: Language) -> str:
    """All fields of all kinds of files as Markdown: name, what it is for, what it takes."""
    words = REFERENCE[language]
    lines = [f"# {words['title']}", "", words["opening"]]
    inner: dict[str, tuple[type[Fields], Schema]] = {}
    for kind, model in SOURCES.items():
        found = _described(model, language)
        lines += ["", f"## {KINDS[language][kind]}", "", *_table(found, words)]
        inner |= {each.kind_: (each, found["$defs"][each.__name__]) for each in _models(model) if each is not model}
    lines += ["", f"## {words['inner']}"]
    for kind, (_, found) in inner.items():
        lines += ["", f"### {words[kind].capitalize()}", "", *_table(found, words)]
    return "\n".join(lines) + "\n"


def findings_page(language: Language) -> str:
    """All findings as Markdown: what is said, and what to do."""
    words = TITLES[language]
    lines = [f"# {words['page']}", "", words["opening"]]
    for group, texts in GROUPS.items():
        lines += ["", f"## {words[group]}", "", f"| {words['wrong']} | {words['remedy']} |", "|---|---|"]
        lines += [f"| {_plain(texts[code][language][0])} | {_plain(texts[code][language][1])} |" for code in texts]
    return "\n".join(lines) + "\n"


def _plain(sentence: str) -> str:
    """A sentence with dots where a finding puts its own words, as the cell of a table shows it."""
    said = "".join(text + ("…" if name is not None else "") for text, name, *_ in Formatter().parse(sentence))
    return re.sub(r"([\\`*_{}\[\]<>|#])", r"\\\1", said.replace("….", "…").replace("……", "…"))


def _table(told: Schema, words: Mapping[str, str]) -> Iterator[str]:
    yield f"| {words['field']} | {words['for']} | {words['takes']} |"
    yield "|---|---|---|"
    for field, value in told["properties"].items():
        must = f" {words['must']}" if field in told.get("required", ()) else ""
        yield f"| `{field}` | {value['description']}.{must} | {_takes(value, words)} |"


def _takes(told: Schema, words: Mapping[str, str]) -> str:
    """What a field takes, in words."""
    if FORM in told:
        return words[told[FORM]]
    if "enum" in told or "const" in told:
        return ", ".join(f"`{value}`" for value in told.get("enum", [told.get("const")]))
    if "$ref" in told:
        kind = told["$ref"].rpartition("/")[2]
        models = (each for model in SOURCES.values() for each in _models(model))
        return words[next(each.kind_ for each in models if each.__name__ == kind)]
    if "anyOf" in told:
        # The last is the longest form.
        return _takes([each for each in told["anyOf"] if each.get("type") != "null"][-1], words)
    if told["type"] == "array":
        return words["several"].format(one=_takes(told["items"], words))
    return words[told["type"]]


def _help(model: type[Fields], field: str, language: Language) -> str:
    """What a field is for, as said for its own kind, or for the kind that it has it from."""
    kinds = (kind.kind_ for kind in model.__mro__ if issubclass(kind, Fields))
    return next(FIELDS[language][f"{kind}.{field}"] for kind in kinds if f"{kind}.{field}" in FIELDS[language])


def _models(model: type[Fields]) -> tuple[type[Fields], ...]:
    """A kind of fields with all kinds that stand in its own, each once."""
    found: dict[type[Fields], None] = {model: None}
    for info in model.model_fields.values():
        for inner in _inner(info.annotation):
            found |= dict.fromkeys(_models(inner))
    return tuple(found)


def _inner(annotation: object) -> Iterator[type[Fields]]:
    if isinstance(annotation, type) and issubclass(annotation, Fields):
        yield annotation
    for argument in get_args(annotation):
        yield from _inner(argument)
