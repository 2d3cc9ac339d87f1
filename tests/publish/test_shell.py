from __future__ import annotations

import gzip
import posixpath
import re
from dataclasses import replace

import pytest
from kallelse.model.archive import Archive
from kallelse.model.colour import mix
from kallelse.model.settings import Colours, Settings
from kallelse.publish.colours import colours_css, handbook_css
from kallelse.publish.faces import face_css
from kallelse.publish.files import HANDBOOK_COLOURS, shell_files
from kallelse.publish.page import PageKind
from kallelse.publish.policy import policy
from kallelse.publish.shell import shell_of

from tests.publish import archives, sites

SAMPLE = sites.sample_pages()
MEETING = SAMPLE[f"{archives.GSN}/2022-09-26/index.html"]


def test_the_policy_lets_in_only_the_sites_own_scripts_and_styles() -> None:
    for page in SAMPLE.values():
        rules = dict(rule.strip().split(" ", 1) for rule in policy(page.kind).split(";"))
        assert rules["default-src"] == rules["style-src"] == "'self'"
        assert rules["script-src"] == ("'self' 'wasm-unsafe-eval'" if page.kind is PageKind.SEARCH else "'self'")
        assert rules["connect-src"] == ("'self'" if page.kind in (PageKind.SEARCH, PageKind.VERIFY) else "'none'")
        assert f'content="{policy(page.kind)}"'.replace("'", "&#39;") in sites.whole(page)


def test_a_preview_has_no_policy_that_stops_live_reload() -> None:
    assert shell_of(MEETING, archives.SETTINGS, preview=True).policy == ""
    assert shell_of(MEETING, archives.SETTINGS).policy


def test_every_link_of_the_shell_is_relative_and_names_a_file() -> None:
    for page in SAMPLE.values():
        if page.kind is PageKind.NOT_FOUND:
            continue
        html = sites.whole(page)
        links = [*sites.attributes(html, "href"), *sites.attributes(html, "src")]
        inside = [link for link in links if not link.startswith(("mailto:", "https://", "#"))]
        assert [link for link in inside if link.startswith("/") or link.split("#")[0].endswith("/")] == []


@pytest.mark.parametrize(
    ("url", "root"), [("https://a.example/", "/"), ("https://a.example/moten", "/moten/"), ("", "/")]
)
def test_the_page_for_lost_addresses_works_at_any_depth(url: str, root: str) -> None:
    settings = replace(archives.SETTINGS, url=url)
    page = sites.by_address(Archive(settings))["404.html"]
    html = sites.whole(page, settings)
    links = [*sites.attributes(html, "href"), *sites.attributes(html, "src"), *sites.attributes(html, "action")]
    inside = [link for link in links if not link.startswith(("mailto:", "#"))]
    assert [link for link in inside if not link.startswith(root)] == []
    assert root + "kallelse/site.css" in inside


def test_the_menu_and_the_crumbs_mark_the_place() -> None:
    html = sites.whole(MEETING)
    assert '<a href="../../moten/index.html" aria-current="true">Möten</a>' in html
    assert '<li aria-current="page">26 september 2022</li>' in html
    assert 'aria-current="true"' not in sites.whole(SAMPLE["index.html"])


def test_texts_of_the_settings_are_escaped() -> None:
    settings = Settings(name="<b>Norrsala</b>", site_title='"<i>"', contact=("<u>",), email='"@x')
    page = replace(MEETING, title="<s>", description='"<s>')
    found = [tag for tag, _ in sites.elements(sites.whole(replace(page, html=""), settings))]
    assert not {"b", "i", "u", "s"} & set(found)


def test_the_page_names_its_language_and_its_one_address() -> None:
    html = sites.whole(MEETING)
    assert '<html lang="sv">' in html
    assert f'<link rel="canonical" href="https://moten.norrsala.example/{MEETING.address}">' in html
    assert "canonical" not in sites.whole(MEETING, replace(archives.SETTINGS, url=""))


def test_without_a_logo_there_is_none() -> None:
    settings = replace(archives.SETTINGS, logo="")
    assert shell_of(MEETING, settings).logo == ""
    assert "<img" not in sites.whole(MEETING, settings)
    assert "kallelse/icon.svg" in sites.whole(MEETING, settings)


def test_a_page_weighs_at_most_50_kb_besides_its_own_text() -> None:
    files = {asset.address: asset.content for asset in sites.assets(archives.archive(), {}, sites.read_bytes)}
    files["kallelse/logo.svg"] = archives.LOGO
    font = len(files["kallelse/kallelse-sans.woff2"])
    for page in SAMPLE.values():
        html = sites.whole(replace(page, html=""))
        links = [given for tag, given in sites.elements(html) if tag == "link"]
        used = [given["href"] for given in links if given["rel"] not in ("canonical", "alternate")]
        used += [given["src"] for tag, given in sites.elements(html) if "src" in given]
        paths = {posixpath.normpath(posixpath.join("/", posixpath.dirname(page.address), each))[1:] for each in used}
        weight = font + len(gzip.compress(html.encode())) + sum(len(gzip.compress(files[path])) for path in paths)
        assert weight <= 50_000, page.address


# Colours


def test_the_colours_of_the_municipality_stand_in_the_style_sheet_for_both_schemes() -> None:
    css = colours_css(Colours("#7a1022", "#f0a0b0", "#00aa55"))
    light, dark, chosen = css.strip().split("\n")
    assert "--brand:#7a1022;--band:#7a1022" in light
    assert "--brand:#f0a0b0" in dark
    assert "prefers-color-scheme:dark" in dark
    assert "[data-scheme=dark]" in chosen
    assert all("--accent:#00aa55" in each for each in (light, dark, chosen))
    names = [set(re.findall(r"--([a-z0-9-]+):", each)) for each in (light, dark, chosen)]
    assert names[0] == names[1] == names[2]


def test_the_handbook_has_the_colours_of_both_schemes_and_the_logo_if_there_is_one() -> None:
    plain, signed = handbook_css(Colours()), handbook_css(Colours(), "logo.svg")
    assert "prefers-color-scheme:dark" in plain
    assert f"--md-typeset-a-color:{Colours().brand}" in plain
    assert "url(" not in plain
    assert "url(logo.svg)" in signed


def test_an_own_typeface_stands_before_the_packages_in_pages_and_handbook() -> None:
    settings = replace(archives.SETTINGS, web_font=("typsnitt/a.woff2", "typsnitt/b.OTF"))
    files = {asset.address: asset.content for asset in shell_files(settings, lambda path: path.encode(), None)}
    assert files["kallelse/font-0.woff2"] == b"typsnitt/a.woff2"
    assert files["kallelse/font-1.otf"] == b"typsnitt/b.OTF"
    for name in ("kallelse/colours.css", HANDBOOK_COLOURS):
        css = files[name].decode()
        assert css.count("@font-face") == 2
        assert 'url("font-0.woff2") format("woff2");font-weight:100 500;' in css
        assert 'url("font-1.otf") format("opentype");font-weight:501 900;' in css
        assert '--face:"Kommunens typsnitt","Kallelse Sans",' in css
    assert face_css(()).startswith(':root{--face:"Kallelse Sans",')
    assert "font-weight:100 900" in face_css(("font-0.woff2",))


def test_colours_are_mixed_by_share() -> None:
    assert mix("#ffffff", "#000000", 0) == "#000000"
    assert mix("#ffffff", "#000000", 1) == "#ffffff"
    assert mix("#0b4a5c", "#070d10", 0.38) == "#09242d"


def test_every_colour_of_the_style_sheet_is_set() -> None:
    files = {
        asset.address: asset.content.decode()
        for asset in sites.assets(Archive(), {}, sites.read_bytes)
        if asset.address.endswith("css")
    }
    declared = re.compile(r"(?<![\w-])--([a-z0-9-]+):")
    looks = "".join(text for address, text in files.items() if "handbook" not in address and "colours" not in address)
    named = [set(declared.findall(text)) for text in (files["kallelse/colours.css"], looks)]
    used = set(re.findall(r"var\(--([a-z0-9-]+)\)", looks))
    assert used <= named[0] | named[1]
    assert not named[0] & named[1]
