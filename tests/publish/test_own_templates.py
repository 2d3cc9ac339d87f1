"""Templates and styles of the municipality in the place of those of the package."""

from __future__ import annotations

import os
from pathlib import Path

from kallelse.publish import site

from tests.publish import archives, sites


def test_a_template_of_the_municipality_replaces_that_of_the_package_and_may_build_on_it(tmp_path: Path) -> None:
    (tmp_path / "not_found.html").write_text("<h1>Borta</h1>{% include 'kallelse/not_found.html' %}", encoding="utf-8")
    (tmp_path / "site.css").write_text("body { color: red }", encoding="utf-8")
    pages = {page.address: page for page in site.pages(archives.archive(), {}, archives.AS_OF, tmp_path)}
    assert pages["404.html"].html.startswith("<h1>Borta</h1>")
    assert "<h1>Sidan finns inte</h1>" in pages["404.html"].html
    assert pages["index.html"].html == sites.by_address(archives.archive())["index.html"].html
    files = {asset.address: asset.content for asset in site.assets(archives.archive(), {}, sites.read_bytes, tmp_path)}
    assert files["kallelse/site.css"] == b"body { color: red }"


def test_a_template_that_is_edited_between_two_builds_is_read_anew(tmp_path: Path) -> None:
    template = tmp_path / "not_found.html"
    for number, text in enumerate(("<h1>Borta</h1>", "<h1>Sidan finns inte</h1>")):
        template.write_text(text, encoding="utf-8")
        os.utime(template, (number, number))
        found = site.pages(archives.archive(), archives.packets(), archives.AS_OF, tmp_path)
        assert next(page for page in found if page.address == "404.html").html == text
