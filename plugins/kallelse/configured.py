"""The engine's configuration turned into what it says to the plugin: the folder of the meetings, the day of builds."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import yaml

CONFIG = "mkdocs.yml"
_PLUGIN = "kallelse"
_MEETINGS = "meetings"
_INHERITED = "INHERIT"
# So far goes no configuration that inherits; one that inherits from itself would go on for ever.
_DEEPEST = 10


@dataclass(frozen=True, slots=True)
class Configured:
    """The folder of the meetings and the day (YYYY-MM-DD) of every build, empty where that is not set."""

    meetings: Path
    as_of: str = ""


class _Loader(yaml.BaseLoader):
    """Every scalar stays text, whatever its tag; one of the environment is looked up as the engine does."""


def _from_environment(loader: _Loader, node: yaml.Node) -> str:
    """The first variable of a list that is set, else the last of the list; of one name alone, its value."""
    if isinstance(node, yaml.SequenceNode):
        *names, standard = loader.construct_sequence(node)
        return next((os.environ[name] for name in names if name in os.environ), standard)
    return os.environ.get(node.value, "") if isinstance(node, yaml.ScalarNode) else ""


_Loader.add_constructor("!ENV", _from_environment)


def configured(config: Path) -> Configured | None:
    """What the configuration, or one that it inherits from, says to the plugin; None where none names it.

    A configuration that cannot be read is the engine's to tell.
    """
    options = _options(config, _DEEPEST)
    if options is None:
        return None
    return Configured(config.parent / str(options.get(_MEETINGS) or _MEETINGS), str(options.get("as_of") or ""))


def meetings_of(config: Path) -> Path:
    """The folder of the meetings that the configuration builds, or the usual one."""
    found = configured(config)
    return config.parent / _MEETINGS if found is None else found.meetings


def configured_day(root: Path) -> str:
    """The day set by the configuration beside the folder `root` of the meetings, if it builds that folder."""
    found = configured(root.resolve().parent / CONFIG)
    return "" if found is None or found.meetings.resolve() != root.resolve() else found.as_of


def _options(config: Path, deepest: int) -> Mapping[str, object] | None:
    try:
        values = yaml.load(config.read_text("utf-8"), _Loader)  # noqa: S506
    except (OSError, UnicodeDecodeError, yaml.YAMLError):
        return None
    if not isinstance(values, dict):
        return None
    plugins = values.get("plugins")
    above = values.get(_INHERITED)
    # A list stands in the place of what is inherited, a mapping beside it.
    inherits = isinstance(above, str) and deepest and not isinstance(plugins, list)
    inherited = _options(config.parent / str(above), deepest - 1) if inherits else None
    for each in plugins if isinstance(plugins, list) else [plugins]:
        if each == _PLUGIN:
            return {}
        if isinstance(each, dict) and _PLUGIN in each:
            own = each[_PLUGIN]
            return {**(inherited or {}), **(own if isinstance(own, dict) else {})}
    return inherited
