from __future__ import annotations

import ast
import string
from pathlib import Path

import kallelse
import pytest
from kallelse.locale.findings import TEXTS

PACKAGE = Path(kallelse.__file__).parent


def fields(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}


def raised_codes() -> set[str]:
    """Every code that a call of Finding names, and every string that could be one, in the package's own modules."""
    codes: set[str] = set()
    for file in PACKAGE.rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            named = isinstance(node, ast.Call) and getattr(node.func, "id", "") == "Finding"
            if named and isinstance(node, ast.Call) and node.args and isinstance(node.args[0], ast.Constant):
                codes.add(str(node.args[0].value))
    return codes


@pytest.mark.parametrize("code", sorted(TEXTS))
def test_every_finding_speaks_both_languages_with_the_same_words(code: str) -> None:
    swedish, english = TEXTS[code]["sv"], TEXTS[code]["en"]
    assert fields("".join(english)) <= fields("".join(swedish))
    for sentence in (*swedish, *english):
        assert sentence[0].isupper() or sentence[0] in "{”“§"
        assert sentence[-1] in ".?!}"


def test_every_code_that_is_found_has_words() -> None:
    codes = raised_codes()
    assert len(codes) > 50
    assert sorted(codes - set(TEXTS)) == []


def test_every_code_with_words_can_be_found() -> None:
    modules = [file for file in PACKAGE.rglob("*.py") if file.parent.name != "findings"]
    written = "\n".join(file.read_text(encoding="utf-8") for file in modules)
    assert [code for code in TEXTS if f'"{code}"' not in written] == []
