"""A source text turned into the plain values of its YAML front matter, the line of each, and the body that follows."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import TypeAlias

import yaml

from kallelse.fonts.letters import ORDINARY, letter_findings
from kallelse.model.finding import Finding, Place, Severity
from kallelse.read.sources import Sources, SourceText
from kallelse.read.text.lines import REFUSED_IN_YAML, read_letters
from kallelse.read.unreadable import AnchorError, broken, conflict_of, curly, is_conflict, joined, look_of, quoted

Value: TypeAlias = "str | int | bool | list[Value] | dict[str, Value] | None"
Location: TypeAlias = tuple[str | int, ...]

_INTEGER = re.compile(r"-?(0|[1-9][0-9]{0,17})")
# What begins a comment that was hardly meant as one: a comment has a blank after its sign.
_HASH = re.compile(r" #[^\s#]")
_DEEPEST = 12
# References and tags; flow collections that may be nested without end; tabs, block texts and `?`, of which libyaml
# takes a little more or counts lines otherwise.
_NOT_QUICK = re.compile(r"[&*!\t|>]|\[[^\]]*\[|\{[^}]*\{|(?<![^\s-])\?(?!\S)|[\[{][^\]}]*\?")


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """Values by key, with the line in the file of each location; `body` begins on line `body_line`."""

    path: str
    values: Mapping[str, Value] = field(default_factory=dict)
    lines: Mapping[Location, int] = field(default_factory=dict)
    body: str = ""
    body_line: int = 1

    def line(self, location: Location) -> int:
        """The line of `location`, or of the nearest place around it."""
        while location and location not in self.lines:
            location = location[:-1]
        return self.lines.get(location, 1)

    @property
    def key_lines(self) -> Mapping[str, int]:
        """The line of each key that stands outermost."""
        return {key: self.line((key,)) for key in self.values}


class _Loader(yaml.SafeLoader):
    """Every scalar stays text, what it means is decided below and not by YAML 1.1; no value refers to another."""

    yaml_implicit_resolvers: dict[str, list[tuple[str, re.Pattern[str]]]] = {}  # noqa: RUF012

    def compose_node(self, parent: yaml.Node | None, index: int) -> yaml.Node | None:
        event = self.peek_event()  # type: ignore[no-untyped-call]
        if getattr(event, "anchor", None) is not None:
            raise AnchorError(None, None, "anchor", event.start_mark)
        return super().compose_node(parent, index)


class _QuickLoader(yaml.CSafeLoader if yaml.__with_libyaml__ else yaml.SafeLoader):  # type: ignore[misc]
    """The same by libyaml, for what has nothing that only `_Loader` refuses or tells in plain words."""

    yaml_implicit_resolvers: dict[str, list[tuple[str, re.Pattern[str]]]] = {}  # noqa: RUF012


def read_front_matter(source: SourceText) -> tuple[FrontMatter | None, tuple[Finding, ...]]:
    """The front matter between the first line `---` and the next; None where it cannot be read."""
    lines = source.text.split("\n")
    if is_conflict(lines[0]):
        return None, (conflict_of(lines[0], Place(source.path, 1)),)
    if lines[0].rstrip() != "---":
        return None, (Finding("front-matter-missing", Place(source.path, 1)),)
    end = next((n for n, line in enumerate(lines[1:], 1) if line.rstrip() == "---"), None)
    if end is None:
        return None, (Finding("front-matter-open", Place(source.path, 1)),)
    values, places, findings = _load(source.path, "\n".join(lines[1:end]), 2)
    if values is None:
        return None, findings
    return FrontMatter(source.path, values, places, "\n".join(lines[end + 1 :]), end + 2), findings


def read_yaml(source: SourceText) -> tuple[FrontMatter | None, tuple[Finding, ...]]:
    """A file that is YAML from first to last line."""
    values, places, findings = _load(source.path, source.text, 1)
    return (None if values is None else FrontMatter(source.path, values, places)), findings


def _load(
    path: str, text: str, first_line: int
) -> tuple[dict[str, Value] | None, dict[Location, int], tuple[Finding, ...]]:
    text, refused = read_letters(text, path, first_line, REFUSED_IN_YAML)
    try:
        root = _quick_node(text) or _node(_Loader(text))
    except yaml.YAMLError as error:
        return None, {}, refused or (broken(path, text, first_line, error),)
    except (ValueError, OverflowError):
        # An escape that stands for no letter, such as \U00110000.
        return None, {}, (*refused, Finding("yaml-escape", Place(path, first_line)))
    except RecursionError:
        return None, {}, (*refused, Finding("yaml-deep", Place(path, first_line)))
    if root is None:
        return {}, {}, refused
    places: dict[Location, int] = {}
    findings = list(refused)
    value = _value(root, (), path, first_line, places, findings)
    if not isinstance(value, dict):
        seen = look_of(path, text.split("\n"), first_line)
        return None, {}, (*findings, seen or Finding("yaml-no-keys", Place(path, first_line)))
    lines = text.split("\n")
    findings += joined(root, path, lines, first_line)
    if _HASH.search(text):
        findings += _hashes(value, places, lines, path, first_line)
    return value, places, tuple(findings)


def _hashes(
    value: Value, places: Mapping[Location, int], lines: list[str], path: str, first_line: int
) -> Iterator[Finding]:
    """What was meant as a value, or its end, and is a comment to YAML; a value that is all gone is put back."""
    for location, number in places.items():
        line = lines[number - first_line]
        holder = _at(value, location[:-1]) if location and " #" in line else None
        if not isinstance(holder, (dict, list)):
            continue
        key, found = location[-1], _at(holder, location[-1:])
        if isinstance(found, (dict, list)):
            continue
        before = r"-\s+" if isinstance(key, int) else rf"{re.escape(key)}\s*:\s+"
        kept = "" if found is None else re.escape(str(found)) + r"\s+"
        if match := re.search(rf"(?:^|\s){before}({kept}#[^\s#].*)$", line):
            whole = match[1].strip()
            told = {"key": str(key), "said": whole[whole.index("#") :], "quoted": quoted(whole)}
            yield Finding("yaml-hash", Place(path, number), told, Severity.ERROR if found is None else Severity.REMARK)
            if found is None:
                holder[key] = whole  # type: ignore[index]


def _at(value: Value, location: Location) -> Value:
    """What stands at `location`; None where nothing does."""
    for step in location:
        if isinstance(value, dict) and isinstance(step, str):
            value = value.get(step)
        elif isinstance(value, list) and isinstance(step, int) and step < len(value):
            value = value[step]
        else:
            return None
    return value


def _quick_node(text: str) -> yaml.Node | None:
    """The node of a text without references and tags; None where it has some, or has an error still to be told."""
    if _NOT_QUICK.search(text):
        return None
    try:
        return _node(_QuickLoader(text))
    except (yaml.YAMLError, ValueError, OverflowError):
        return None


def _node(loader: yaml.SafeLoader) -> yaml.Node | None:
    try:
        return loader.get_single_node()
    finally:
        loader.dispose()


def _value(
    node: yaml.Node,
    location: Location,
    path: str,
    first_line: int,
    places: dict[Location, int],
    findings: list[Finding],
) -> Value:
    line = first_line + node.start_mark.line
    places.setdefault(location, line)
    if len(location) > _DEEPEST:
        findings.append(Finding("yaml-deep", Place(path, line)))
        return None
    match node:
        case yaml.MappingNode():
            return dict(_entries(node, location, path, first_line, places, findings))
        case yaml.SequenceNode():
            items = enumerate(node.value)
            return [_value(item, (*location, n), path, first_line, places, findings) for n, item in items]
        case yaml.ScalarNode():
            if node.tag not in ("tag:yaml.org,2002:str", "!"):
                findings.append(Finding("yaml-tag", Place(path, line), {"tag": node.tag}))
                return None
            value = str(node.value) if node.style else _scalar(node.value)
            if isinstance(value, str) and value and not node.style:
                key = next((step for step in reversed(location) if isinstance(step, str)), "")
                found = curly(value, key, Place(path, line), is_item=bool(location) and isinstance(location[-1], int))
                findings += () if found is None else (found,)
            if isinstance(value, str) and not ORDINARY.fullmatch(value):
                findings += letter_findings(Place(path, line), value)
            return value
        case other:
            raise TypeError(f"a YAML node of an unknown kind: {other!r}")


def _entries(
    node: yaml.MappingNode,
    location: Location,
    path: str,
    first_line: int,
    places: dict[Location, int],
    findings: list[Finding],
) -> Iterator[tuple[str, Value]]:
    seen: dict[str, int] = {}
    for key_node, value_node in node.value:
        line = first_line + key_node.start_mark.line
        if not isinstance(key_node, yaml.ScalarNode):
            findings.append(Finding("yaml-key", Place(path, line)))
            continue
        key = key_node.value
        if key in seen:
            findings.append(Finding("yaml-twice", Place(path, line), {"key": key, "first": str(seen[key])}))
            continue
        seen[key] = line
        places[(*location, key)] = line
        yield key, _value(value_node, (*location, key), path, first_line, places, findings)


def _scalar(text: str) -> Value:
    if text in ("true", "false"):
        return text == "true"
    if text in ("", "~", "null"):
        return None
    return int(text) if _INTEGER.fullmatch(text) else text


def front_matter_of(path: str, sources: Sources) -> tuple[FrontMatter | None, tuple[Finding, ...]]:
    """The front matter of one of the sources; None without a finding where the text itself could not be read."""
    source = sources.texts.get(path)
    return (None, ()) if source is None else read_front_matter(source)
