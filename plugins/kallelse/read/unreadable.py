"""YAML that cannot be read, or reads otherwise than it looks, turned into a finding that says in plain words why."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import yaml

from kallelse.model.finding import Finding, Place

_UNQUOTED_COLON = re.compile(r"^\s*(?:- )?\s*(?P<key>[\w-]+):\s+(?P<value>[^\s\"'\[{].*:\s.*|[^\s\"'\[{].*:)$")
_FLOW_HASH = re.compile(r"[{\[,].*?(?P<key>[\w-]+):\s+(?P<said>#[^\s,}\]]+)")
# Blanks that look like one and are letters to YAML.
_HARD_BLANK = re.compile(r"\s*(?:- )?(?P<key>[\w-]+):[\u00a0\u2007\u202f]")
# What Git leaves where two people wrote the same line.
_CONFLICT = re.compile(r"(?:<{7}|>{7})(?: |$)")
# What word processors make of straight quotes.
_CURLY_DOUBLE = "“”„‟"
_CURLY = f"{_CURLY_DOUBLE}‘’‚"
_WITHIN_CURLY = re.compile(rf"[{_CURLY}](?P<within>[^{_CURLY}]*)[{_CURLY}]")
# An item of a list, with or without the blank that makes it one; figures after a hyphen are a number.
_ITEM = re.compile(r"\s*-(?:\s+\S|[^\W\d])")
# Other signs of items, which one line alone may begin with by chance.
_POINT = re.compile(r"\s*(?:(?P<sign>[•●▪–—]|[^\W_]{1,2}[.)])\s+\S)")


class AnchorError(yaml.MarkedYAMLError):
    """A value that refers to another."""


def quoted(text: str) -> str:
    """A value as YAML takes it whatever is in it (YAML 1.2, 7.3.1)."""
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def is_conflict(line: str) -> bool:
    """Whether the line is a mark of Git's where two people changed the same lines."""
    return _CONFLICT.match(line) is not None


def conflict_of(line: str, place: Place) -> Finding:
    """The finding about such a mark."""
    return Finding("conflict-marks", place, {"text": line[:7]})


def look_of(path: str, lines: list[str], first_line: int) -> Finding | None:
    """What anybody would see in the lines who knew what to look for; None for nothing of the kind."""
    for number, line in enumerate(lines, first_line):
        if is_conflict(line):
            return conflict_of(line, Place(path, number))
    for number, line in enumerate(lines, first_line):
        if found := _HARD_BLANK.match(line):
            return Finding("yaml-blank", Place(path, number), {"key": found["key"]})
    return None


def broken(path: str, text: str, first_line: int, error: yaml.YAMLError) -> Finding:
    """Why the text, which begins on `first_line` of its file, is no YAML."""
    lines = text.split("\n")
    if seen := look_of(path, lines, first_line):
        return seen
    mark = getattr(error, "problem_mark", None)
    if getattr(error, "problem", None) == "found unexpected end of stream":
        mark = getattr(error, "context_mark", None) or mark
    index = min(mark.line, len(lines) - 1) if mark is not None else 0
    line = lines[index]
    place = Place(path, first_line + index)
    if isinstance(error, AnchorError):
        return Finding("yaml-anchor", place)
    if "\t" in line:
        return Finding("yaml-tab", place)
    for number, each in reversed(list(enumerate(lines[: index + 1], first_line))):
        if hidden := _FLOW_HASH.search(each):
            told = {"key": hidden["key"], "said": hidden["said"], "quoted": quoted(hidden["said"])}
            return Finding("yaml-hash", Place(path, number), told)
    if found := _UNQUOTED_COLON.match(line):
        value = found["value"].strip()
        within = _WITHIN_CURLY.fullmatch(value)
        if within is not None:
            return Finding("yaml-curly", place, {"key": found["key"], "quoted": quoted(within["within"])})
        return Finding("yaml-colon", place, {"key": found["key"], "quoted": quoted(value)})
    return Finding("yaml-broken", place, {"text": line.strip()[:60]})


def curly(value: str, key: str, place: Place, *, is_item: bool) -> Finding | None:
    """What is wrong with a plain value that stands in quotes which are none to YAML, or, as an item of a list, begins
    with half a pair of them.
    """
    if value[:1] not in _CURLY and value[-1:] not in _CURLY:
        return None
    within = _WITHIN_CURLY.fullmatch(value)
    if within is not None:
        return Finding("yaml-curly", place, {"key": key, "quoted": quoted(within["within"])})
    if is_item and value[0] in _CURLY_DOUBLE and not any(letter in _CURLY_DOUBLE for letter in value[1:]):
        return Finding("yaml-curly-half", place, {"key": key, "value": value})
    return None


def joined(root: yaml.Node, path: str, lines: Sequence[str], first_line: int) -> Iterator[Finding]:
    """Findings about lists that are one plain value, since no blank follows their hyphens or they stand further in."""
    nodes = [root]
    while nodes:
        node = nodes.pop()
        match node:
            case yaml.MappingNode():
                nodes += (value for _, value in reversed(node.value))
            case yaml.SequenceNode():
                nodes += reversed(node.value)
            case yaml.ScalarNode() if not node.style:
                first, end = node.start_mark, node.end_mark.line + 1
                stands_alone = not lines[first.line][: first.column].strip()
                start = first.line if stands_alone else first.line + 1
                typed = list(enumerate(lines[start:end], start))
                items = [number for number, line in typed if _ITEM.match(line)]
                points = [number for number, line in typed if _POINT.match(line)]
                found = items or (points if len(points) > 1 else [])
                if found:
                    told = {"text": lines[found[0]].strip()[:60]}
                    yield Finding("yaml-joined", Place(path, first_line + found[0]), told)
