"""The rules of the house, held against the package, and seen to fail on made-up bad ones."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.tools.house import LONGEST, STAGES, breaches, idle, modules

PACKAGE = Path(__file__).resolve().parent.parent / "plugins" / "kallelse"

_OPENING = '"""Sources turned into nouns."""\n'


def _said(package: Path, path: str, text: str, opening: str = _OPENING) -> list[str]:
    """What is said of a package that is right but for one file."""
    for name, content in {"__init__.py": "", "model/text.py": "class Para: ...\n", path: text}.items():
        file = package / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text((opening if name == path else _OPENING) + content, encoding="utf-8")
    return [str(breach) for breach in breaches(package)]


def test_the_package_keeps_the_rules() -> None:
    assert [str(breach) for breach in breaches(PACKAGE)] == []


def test_every_file_of_the_package_is_looked_at() -> None:
    parts = {module.part for module in modules(PACKAGE)}
    assert parts >= {*STAGES, "model", "law", "locale", "build", "plugin", "cli"}


def test_nothing_lives_for_tests_alone() -> None:
    assert [str(breach) for breach in idle(PACKAGE)] == []


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("def read(): ...\n", ["read/a.py:2: read is used by nothing"]),
        ("def read(): ...\nread()\n", []),
        ("LIMIT: int = 1\n", ["read/a.py:2: LIMIT is used by nothing"]),
        ("_LIMIT = 1\n", ["read/a.py:2: _LIMIT is used by nothing"]),
        ("from kallelse.model.text import Para\n", ["model/text.py:2: Para is used by nothing"]),
        ("from kallelse.model.text import Para\nprint(Para)\n", []),
    ],
)
def test_what_nothing_uses_is_seen(tmp_path: Path, text: str, said: list[str]) -> None:
    _said(
        tmp_path,
        "read/a.py",
        f"{text}from kallelse.model.text import Para\nprint(Para)\n" if "Para" not in text else text,
    )
    assert [str(breach) for breach in idle(tmp_path)] == said


def test_what_is_used_elsewhere_under_the_same_name_is_seen_too(tmp_path: Path) -> None:
    _said(tmp_path, "read/b.py", "_LIMIT = 1\nprint(_LIMIT)\n")
    _said(tmp_path, "read/a.py", "_LIMIT = 2\n")
    assert "read/a.py:2: _LIMIT is used by nothing" in map(str, idle(tmp_path))


def test_words_that_nobody_shows_are_seen(tmp_path: Path) -> None:
    text = "class Words:\n    shown: str\n    left: str\nprint(Words)\n"
    _said(tmp_path, "locale/a.py", text)
    _said(tmp_path, "publish/b.py", "def page(words): return words.shown\nprint(page)\n")
    assert [str(breach) for breach in idle(tmp_path) if "locale" in str(breach)] == [
        "locale/a.py:4: left is used by nothing"
    ]


@pytest.mark.parametrize("stage", STAGES)
@pytest.mark.parametrize("other", STAGES)
def test_stages_never_import_each_other(tmp_path: Path, stage: str, other: str) -> None:
    said = _said(tmp_path, f"{stage}/meeting.py", f"from kallelse.{other}.lines import Line\n")
    assert said == ([] if stage == other else [f"{stage}/meeting.py:2: {stage} imports {other}"])


@pytest.mark.parametrize("shared", ["model", "law", "locale", "fonts", "foreign"])
def test_stages_import_what_they_share(tmp_path: Path, shared: str) -> None:
    assert _said(tmp_path, "read/meeting.py", f"from kallelse.{shared} import words\nimport yaml\n") == []


@pytest.mark.parametrize("part", ["law", "locale", "fonts"])
@pytest.mark.parametrize("other", ["model", "law", "locale", "fonts", "read", "report", "build"])
def test_law_locale_and_fonts_import_only_the_model(tmp_path: Path, part: str, other: str) -> None:
    said = _said(tmp_path, f"{part}/days.py", f"import kallelse.{other}\n")
    assert (said == []) == (other in ("model", part))
    assert said == [] or said[-1].startswith(f"{part}/days.py:2: ")


@pytest.mark.parametrize("other", ["law", "locale", "fonts", "publish", "cli", "report"])
def test_the_model_imports_nothing_of_ours(tmp_path: Path, other: str) -> None:
    assert _said(tmp_path, "model/case.py", "import kallelse.model.text\n") == []
    said = _said(tmp_path, "model/case.py", f"import kallelse.{other}\n")
    assert said == [f"model/case.py:2: model imports {other}"]


@pytest.mark.parametrize(
    "hidden",
    [
        "from kallelse import typeset\n",
        "from .. import typeset\n",
        "from ..typeset import engine\n",
        "from ..typeset.engine import Compiler\n",
        "import os, kallelse.typeset.engine as engine\n",
        "if TYPE_CHECKING:\n    from kallelse.typeset import engine\n",
        "def late():\n    from kallelse.typeset import engine\n",
        "try:\n    import kallelse.typeset\nexcept ImportError:\n    pass\n",
    ],
)
def test_an_import_is_seen_however_it_is_written(tmp_path: Path, hidden: str) -> None:
    (said,) = _said(tmp_path, "read/meeting.py", hidden)
    assert said.endswith(": read imports typeset")


def test_relative_imports_count_from_the_folder(tmp_path: Path) -> None:
    assert _said(tmp_path, "read/__init__.py", "from .lines import Line\nfrom ..model import text\n") == []
    assert _said(tmp_path / "other", "read/__init__.py", "from ..check import Line\n") == [
        "read/__init__.py:2: read imports check"
    ]


@pytest.mark.parametrize(
    "hidden",
    ["__import__('kallelse.read')\n", "import importlib\nimportlib.import_module('kallelse.read')\n"],
)
def test_an_import_by_a_made_up_name_is_refused(tmp_path: Path, hidden: str) -> None:
    (said,) = _said(tmp_path, "publish/pages.py", hidden)
    assert "hides from this check" in said


def test_the_package_itself_imports_no_part_but_the_model(tmp_path: Path) -> None:
    assert _said(tmp_path, "__init__.py", "from kallelse.model.text import Para\n") == []
    assert _said(tmp_path, "__init__.py", "from kallelse.read import text\n") == [
        "__init__.py:2: the package's root imports read"
    ]


@pytest.mark.parametrize(("module", "edge"), [("mkdocs", ("engine.py", "plugin.py")), ("argparse", ("cli.py",))])
@pytest.mark.parametrize("path", ["engine.py", "plugin.py", "cli.py", "build.py", "publish/site.py", "model/case.py"])
def test_mkdocs_and_the_command_line_are_known_at_the_edge(
    tmp_path: Path, module: str, edge: tuple[str, ...], path: str
) -> None:
    said = _said(tmp_path, path, f"from {module} import parser\n")
    known = " and ".join(edge)
    assert said == ([] if path in edge else [f"{path}:2: {module} is known by {known} alone"])


@pytest.mark.parametrize("path", ["plugin.py", "commands/check.py", "cli.py", "report.py", "publish/site.py"])
def test_only_the_faces_import_build(tmp_path: Path, path: str) -> None:
    said = _said(tmp_path, path, "from kallelse.build import build\n")
    assert (f"{path}:2: only commands and plugin.py import build" in said) == (
        path not in ("plugin.py", "commands/check.py")
    )


@pytest.mark.parametrize(
    ("case", "allowed"),
    [
        ("case _:\n            return ''", False),
        ("case _:\n            assert_never(block)", False),
        ("case other:\n            return str(other)", False),
        ("case never:\n            log(never)\n            assert_never(never)", False),
        ("case never:\n            assert_never(never)", True),
        ("case _ if block is None:\n            return ''", True),
        ("case [_, _]:\n            return ''", True),
    ],
)
@pytest.mark.parametrize("tree", ["from kallelse.model.text import Para", "from kallelse.model import text"])
def test_no_case_takes_what_is_left_of_the_text_tree(tmp_path: Path, tree: str, case: str, *, allowed: bool) -> None:
    match = f"    match block:\n        case Para():\n            return 'p'\n        {case}\n"
    said = _said(tmp_path, "publish/text.py", f"{tree}\ndef html(block):\n{match}")
    assert said == ([] if allowed else ["publish/text.py:7: a case that takes whatever is left"])


def test_a_match_over_something_else_may_have_a_rest(tmp_path: Path) -> None:
    match = "match word:\n    case 'a':\n        number = 1\n    case _:\n        number = 2\n"
    assert _said(tmp_path, "publish/words.py", match) == []


@pytest.mark.parametrize(
    ("opening", "said"),
    [
        ("", "no docstring opens the module"),
        ("# A comment.\nimport os\n", "no docstring opens the module"),
        ('"""Sources turned into nouns"""\n', "the docstring's first line is not one sentence"),
        ('"""Sources turned into nouns. And more."""\n', "the docstring's first line is not one sentence"),
        ('"""Sources turned into\n\nnouns."""\n', "the docstring's first line is not one sentence"),
        ('"""Sources turned into …."""\n', None),
        ('"""`read.py`: §§ 5.1 and 7 turned into nouns, i.e. frozen values."""\n', None),
        ('"""Sources turned into nouns.\n\nMore of it. And more."""\n', None),
    ],
)
def test_a_module_opens_with_one_sentence(tmp_path: Path, opening: str, said: str | None) -> None:
    found = _said(tmp_path, "read/meeting.py", "", opening)
    assert found == ([f"read/meeting.py:1: {said}"] if said else [])


def test_a_file_is_no_longer_than_it_may_be(tmp_path: Path) -> None:
    assert _said(tmp_path, "read/meeting.py", "x = 1\n" * (LONGEST - 1)) == []
    assert _said(tmp_path, "read/meeting.py", "x = 1\n" * LONGEST) == [
        f"read/meeting.py:{LONGEST + 1}: {LONGEST + 1} lines, more than {LONGEST}"
    ]
