"""Templates and styles of the municipality in the place of those of the package."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest
from kallelse.look import look_findings
from kallelse.model.settings import Language
from kallelse.publish import templates

from tests.publish import archives, sites


def test_a_template_of_the_municipality_replaces_that_of_the_package_and_may_build_on_it(tmp_path: Path) -> None:
    (tmp_path / "not_found.html").write_text("<h1>Borta</h1>{% include 'kallelse/not_found.html' %}", encoding="utf-8")
    (tmp_path / "site.css").write_text("body { color: red }", encoding="utf-8")
    pages = {page.address: page for page in sites.pages(archives.archive(), {}, archives.AS_OF, tmp_path)}
    assert pages["404.html"].html.startswith("<h1>Borta</h1>")
    assert "<h1>Sidan finns inte</h1>" in pages["404.html"].html
    assert pages["index.html"].html == sites.by_address(archives.archive())["index.html"].html
    files = {asset.address: asset.content for asset in sites.assets(archives.archive(), {}, sites.read_bytes, tmp_path)}
    assert files["kallelse/site.css"] == b"body { color: red }"


def test_a_file_that_nothing_reads_is_told(tmp_path: Path) -> None:
    own = {
        "start.html": "{% include 'piece.html' %}",
        "piece.html": "x",
        "strat.html": "x",
        "kallelse/start.html": "x",
        "site.css": "@import 'more.css';",
        "more.css": "",
        "tokens.typ": '#import "own.typ": *',
        "own.typ": "",
        "old.typ": "",
        "face.otf": "",
        "logo.svg": "",
        "README.md": "start",
    }
    for name, text in own.items():
        file = tmp_path / "mall" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    found = list(look_findings(tmp_path / "mall", tmp_path))
    assert [(each.code, each.place.path, each.words.get("near")) for each in found] == [
        ("template-unread-near", "mall/kallelse/start.html", "start.html"),
        ("template-unread", "mall/old.typ", None),
        ("template-unread-near", "mall/strat.html", "start.html"),
    ]


def test_a_template_that_is_edited_between_two_builds_is_read_anew(tmp_path: Path) -> None:
    template = tmp_path / "not_found.html"
    for number, text in enumerate(("<h1>Borta</h1>", "<h1>Sidan finns inte</h1>")):
        template.write_text(text, encoding="utf-8")
        os.utime(template, (number, number))
        found = sites.pages(archives.archive(), archives.packets(), archives.AS_OF, tmp_path)
        assert next(page for page in found if page.address == "404.html").html == text


@pytest.mark.parametrize(
    ("own", "told"),
    [
        ({"not_found.html": "<h1>Borta</h1>\n\n{{ inget }}"}, "not_found.html:3: 'inget' is undefined"),
        ({"not_found.html": "<p>\n{% if %}"}, "not_found.html:2: "),
        (
            {"not_found.html": "{% include 'del.html' %}", "del.html": "\n{{ inget }}"},
            "del.html:2: 'inget' is undefined",
        ),
        ({"not_found.html": "\n{% include 'borta.html' %}"}, "not_found.html:2: borta.html"),
        ({"not_found.html": "\n{{ 1 / 0 }}"}, "not_found.html:2: division by zero"),
        ({"not_found.html": "\nPå"}, "not_found.html: 'utf-8' codec can't decode"),
        ({"not_found.html": "\n{% set w = 1 %}{% include 'kallelse/not_found.html' %}"}, "not_found.html:2: "),
    ],
)
def test_what_is_wrong_in_a_template_of_the_municipality_is_told_with_file_and_line(
    tmp_path: Path, own: dict[str, str], told: str
) -> None:
    for name, text in own.items():
        (tmp_path / name).write_text(text, encoding="latin-1")
    with pytest.raises(templates.TemplateError) as raised:
        sites.pages(archives.archive(), {}, archives.AS_OF, tmp_path)
    assert str(raised.value).startswith(told)


def test_what_is_kept_of_compiled_templates_changes_no_page(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "pycache_prefix", str(tmp_path))
    monkeypatch.setattr(sys, "dont_write_bytecode", False)

    def made() -> dict[str, str]:
        templates._environment.cache_clear()
        return {page.address: page.html for page in sites.pages(archives.archive(), {}, archives.AS_OF)}

    first = made()
    kept = sorted(path for path in tmp_path.rglob("*") if path.is_file())
    assert len(kept) > 10
    assert made() == first
    for number, file in enumerate(kept):
        file.write_bytes(file.read_bytes()[: 7 * number])
    assert made() == first
    for file in kept:
        file.unlink()
        file.mkdir()
    assert made() == first
    templates._environment.cache_clear()


def test_what_is_kept_of_compiled_templates_is_of_one_language(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "pycache_prefix", str(tmp_path / "compiled"))
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    own = tmp_path / "own"
    own.mkdir()
    # What a filter makes of words that stand in the template is made when that is compiled.
    (own / "long.html").write_text('{{ "kommunfullmäktigesammanträde"|fitted }}', encoding="utf-8")

    def made(language: Language) -> str:
        templates._environment.cache_clear()
        return templates.filled(templates.environment(language, own), "long.html")

    assert ("\u00ad" in made("sv"), "\u00ad" in made("en")) == (True, False)
    templates._environment.cache_clear()


def test_the_handbook_names_all_that_can_be_replaced() -> None:
    package = Path(templates.__file__).parent
    # The page of the index is nobody's to see, and the handbook is Material's.
    unseen = {"indexed.html", "handbook.css"}
    files = {path.name for name in ("templates", "static") for path in (package / name).iterdir() if path.is_file()}
    handbook = (Path(__file__).resolve().parents[2] / "docs" / "handbok" / "publicera.md").read_text(encoding="utf-8")
    assert sorted(name for name in files - unseen if f"`{name}`" not in handbook) == []
