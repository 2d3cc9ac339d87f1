"""An archive turned into two sites: by Kallelse without packets, and by MkDocs with Material and its search alone."""

from __future__ import annotations

import gc
import importlib
import json
import tempfile
import time
from pathlib import Path

from kallelse.foreign.kept import folder_of
from mkdocs.commands.build import build
from mkdocs.config import load_config

from benchmarks.archive import AS_OF, Size, committees_of, write_archive
from benchmarks.child import BenchmarkError

_OURS = f"""\
site_name: Möten och beslut
use_directory_urls: false
theme: {{name: material, language: sv, font: false}}
plugins:
  kallelse: {{meetings: meetings, as_of: "{AS_OF}", packets: false, processes: 1}}
nav: [{{Handbok: handbok.md}}]
"""
_PLAIN = """\
site_name: Möten och beslut
docs_dir: meetings
site_dir: plain
use_directory_urls: false
theme: {name: material, language: sv, font: false}
plugins:
  search: {lang: sv}
markdown_extensions: [def_list, footnotes, sane_lists]
"""


def write_sites(folder: Path, size: Size) -> None:
    """The same sources with a configuration for each side."""
    write_archive(folder / "meetings", size)
    (folder / "docs").mkdir()
    (folder / "docs" / "handbok.md").write_text("# Handbok\n\nText.\n", encoding="utf-8")
    (folder / "ours.yml").write_text(_OURS, encoding="utf-8")
    (folder / "two.yml").write_text(_OURS.replace("processes: 1", "processes: 2"), encoding="utf-8")
    whole = _OURS.replace("packets: false, processes: 1", "packets: true")
    (folder / "whole.yml").write_text(whole, encoding="utf-8")
    # One entry and no list of all pages, which would make MkDocs slower by the square of their number.
    nav = [{"Möten": f"{committees_of(size)[0][0]}/index.md"}]
    (folder / "plain.yml").write_text(f"{_PLAIN}nav: {json.dumps(nav, ensure_ascii=False)}\n", encoding="utf-8")


def build_ours(folder: Path) -> float:
    """Seconds of a first build by Kallelse in one process, Pagefind's index included."""
    return _build_first(folder, "ours.yml")


def build_two(folder: Path) -> float:
    """The same in two processes."""
    return _build_first(folder, "two.yml")


def _build_first(folder: Path, config: str) -> float:
    _put_away(folder_of(folder / "meetings"))
    _put_away(folder / "site")
    return _build_searched(folder, config)


def _put_away(made: Path) -> None:
    """Has a build find nothing of one before; taking files away now would make new ones slow for a while."""
    if made.exists():
        made.rename(Path(tempfile.mkdtemp(dir=made.parent, prefix="past-")) / made.name)


def build_whole(folder: Path) -> float:
    """Seconds of a build with packets, from what is kept of one before where there was one."""
    return _build(folder / "whole.yml", "kallelse.plugin")


def build_kept(folder: Path) -> float:
    """Seconds of a build by Kallelse without packets, over the site of one before, that takes what is kept of it."""
    return _build_searched(folder, "ours.yml")


def _build_searched(folder: Path, config: str) -> float:
    seconds = _build(folder / config, "kallelse.plugin")
    if not (folder / "site" / "pagefind" / "pagefind-entry.json").is_file():
        raise BenchmarkError("the site has no search index")
    return seconds


def build_plain(folder: Path) -> float:
    """Seconds of a build by MkDocs with Material, the index of its search included."""
    _put_away(folder / "plain")
    seconds = _build(folder / "plain.yml", "material.plugins.search.plugin")
    if not (folder / "plain" / "search" / "search_index.json").is_file():
        raise BenchmarkError("the plain site has no search index")
    return seconds


def _build(config: Path, plugin: str) -> float:
    # Loading Python modules is no part of the build.
    importlib.import_module(plugin)
    gc.collect()
    began = time.perf_counter()
    loaded = load_config(str(config))
    loaded.plugins.on_startup(command="build", dirty=False)
    build(loaded)
    loaded.plugins.on_shutdown()
    return time.perf_counter() - began
