"""The JSON Schemas and the handbook's reference: made of what is declared, nothing left out."""

from __future__ import annotations

import json
from itertools import chain
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from kallelse.locale.fieldhelp import FIELDS, KINDS, REFERENCE
from kallelse.locale.findings import GROUPS, TEXTS
from kallelse.read import delegated, opendata, schema, settingsfields, statementfields
from kallelse.read.fields import Fields
from kallelse.read.frontmatter import front_matter_of, read_yaml
from kallelse.read.record import schema as recordschema
from kallelse.read.sources import read_sources
from kallelse.schemas import SOURCES, findings_page, json_schema, reference

ROOT = Path(__file__).resolve().parent.parent


def schema_of(kind: str) -> Any:
    return json.loads(json_schema(kind, "sv"))


def plain(value: object) -> object:
    """Values as a parser of YAML gives them."""
    if isinstance(value, dict):
        return {key: plain(each) for key, each in value.items()}
    return [plain(each) for each in value] if isinstance(value, list) else value


@pytest.mark.parametrize("kind", SOURCES)
def test_a_schema_is_one_and_explains_each_field(kind: str) -> None:
    told = schema_of(kind)
    jsonschema.Draft202012Validator.check_schema(told)
    for each in (told, *told.get("$defs", {}).values()):
        assert [name for name, value in each["properties"].items() if not value["description"]] == []
        assert each["additionalProperties"] is False


def test_what_the_sample_says_keeps_the_schemas() -> None:
    sources, _ = read_sources(ROOT / "meetings")
    validators = {kind: jsonschema.Draft202012Validator(schema_of(kind)) for kind in SOURCES}
    seen = set()
    for path in sources.texts:
        depth = len(path.split("/"))
        kind = {2: "committee", 3: "meeting"}.get(depth) if path.endswith("index.md") else None
        if path == "kallelse.yml":
            values = read_yaml(sources.texts[path])[0]
            kind = "settings"
        elif path.endswith("/delegated.yml"):
            values = read_yaml(sources.texts[path])[0]
            kind = "delegated"
        elif path.endswith(".md") and depth > 1:
            values = front_matter_of(path, sources)[0]
            if path.endswith("/minutes.md"):
                kind = "minutes"
            kind = kind or ("attachment" if depth == 4 and not path.endswith("index.md") else "case")
        else:
            continue
        assert values is not None
        assert kind is not None
        seen.add(kind)
        errors = [error.message for error in validators[kind].iter_errors(plain(dict(values.values)))]
        assert errors == [], path
    assert seen == set(SOURCES)


@pytest.mark.parametrize(
    ("kind", "values"),
    [
        ("case", {"titel": "x"}),
        ("case", {"title": "x", "kind": "beslut"}),
        ("case", {"title": "x", "date": "26 september"}),
        ("meeting", {"start": "2022-09-26"}),
        ("meeting", {"changes": {"document": "a.md"}}),
        ("settings", {"name": "x", "colours": {"brand": "blue"}}),
    ],
)
def test_what_the_reader_refuses_the_schema_refuses_too(kind: str, values: dict[str, object]) -> None:
    assert list(jsonschema.Draft202012Validator(schema_of(kind)).iter_errors(values))


@pytest.mark.parametrize(
    ("kind", "values"),
    [
        ("case", {"title": 2023, "recipients": "Akten", "officer": "Karin Ekholm, IT-chef"}),
        ("case", {"title": "x", "recipients": ["Akten", {"name": "KS", "purpose": "för kännedom"}], "dnr": None}),
        ("meeting", {"start": "2022-09-26 13.15", "chair": {"name": "Karin Ahlström", "party": "S"}}),
    ],
)
def test_shorter_forms_are_known(kind: str, values: dict[str, object]) -> None:
    assert list(jsonschema.Draft202012Validator(schema_of(kind)).iter_errors(values)) == []


def test_the_handbooks_page_of_all_fields_is_the_one_that_is_made() -> None:
    page = (ROOT / "docs/handbok/uppgifter.md").read_text(encoding="utf-8")
    assert page == reference("sv"), "run: kallelse schema --reference fields > docs/handbok/uppgifter.md"


def test_both_languages_say_the_same_things_and_nothing_of_fields_that_are_not() -> None:
    for one, other in ((FIELDS["sv"], FIELDS["en"]), (KINDS["sv"], KINDS["en"]), (REFERENCE["sv"], REFERENCE["en"])):
        assert one.keys() == other.keys()
    declared = {
        f"{model.kind_}.{info.alias or name}"
        for model in (
            value
            for each in (schema, settingsfields, statementfields, opendata, recordschema, delegated)
            for value in vars(each).values()
        )
        if isinstance(model, type) and issubclass(model, Fields)
        for name, info in model.model_fields.items()
    }
    assert [name for name in FIELDS["sv"] if name not in declared] == []
    assert not set(chain.from_iterable(FIELDS[language].values() for language in ("sv", "en"))) & {""}


def test_the_handbook_lists_every_finding() -> None:
    page = (ROOT / "docs/handbok/anmarkningar.md").read_text(encoding="utf-8")
    assert page == findings_page("sv"), "run: kallelse schema --reference findings > docs/handbok/anmarkningar.md"
    assert page.count("\n| ") == len(TEXTS) + len(GROUPS)
    assert findings_page("en").count("\n| ") == len(TEXTS) + len(GROUPS)
    assert "{" not in page.replace("\\{", "")
