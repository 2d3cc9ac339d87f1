"""The engine's configuration turned into the day that it sets for every build."""

from __future__ import annotations

import os
from pathlib import Path

import yaml

CONFIG = "mkdocs.yml"
_PLUGIN = "kallelse"
_MEETINGS = "meetings"


class _Loader(yaml.BaseLoader):
    """Every scalar stays text, whatever its tag; one of the environment is looked up as the engine does."""


def _from_environment(loader: _Loader, node: yaml.Node) -> str:
    """The first variable of a list that is set, else the last of the list; of one name alone, its value."""
    if isinstance(node, yaml.SequenceNode):
        *names, standard = loader.construct_sequence(node)
        return next((os.environ[name] for name in names if name in os.environ), standard)
    return os.environ.get(node.value, "") if isinstance(node, yaml.ScalarNode) else ""


_Loader.add_constructor("!ENV", _from_environment)


def configured_day(root: Path) -> str:
    """The plugin's `as_of` in the configuration beside the folder `root` of the meetings, if it builds that folder.

    Empty where nothing says a day; a configuration that cannot be read is the engine's to tell.
    """
    file = root.resolve().parent / CONFIG
    try:
        values = yaml.load(file.read_text("utf-8"), _Loader)  # noqa: S506
    except (OSError, UnicodeDecodeError, yaml.YAMLError):
        return ""
    plugins = values.get("plugins") if isinstance(values, dict) else None
    # Plugins are a mapping, or a list of names and mappings.
    for each in plugins if isinstance(plugins, list) else [plugins]:
        options = each.get(_PLUGIN) if isinstance(each, dict) else None
        if (
            isinstance(options, dict)
            and (file.parent / str(options.get(_MEETINGS, _MEETINGS))).resolve() == root.resolve()
        ):
            return str(options.get("as_of", ""))
    return ""
