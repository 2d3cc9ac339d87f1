from __future__ import annotations

import posixpath
from urllib.parse import unquote

import pytest
from hypothesis import given
from hypothesis import strategies as st
from kallelse.model.address import absolute, page_address, relative, resolve, slug


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Januari–oktober 2022", "januari-oktober-2022"),
        ("Åtgärder § 4", "atgarder-4"),
        ("GSN 2022/35", "gsn-2022-35"),
        ("Straße, Ærø & Øst", "strasse-aero-ost"),
        ("Æ", "ae"),
        ("—", ""),
    ],
)
def test_a_slug_has_plain_letters_figures_and_hyphens(text: str, expected: str) -> None:
    assert slug(text) == expected


def test_a_page_stands_where_its_source_stands() -> None:
    assert page_address("gsn/2022-09-26/index.md") == "gsn/2022-09-26/index.html"


@pytest.mark.parametrize(
    ("target", "base", "link"),
    [
        ("index.html", "index.html", "index.html"),
        ("a/b/c.html", "index.html", "a/b/c.html"),
        ("index.html", "a/b/c.html", "../../index.html"),
        ("a/b/d.html#x", "a/b/c.html", "d.html#x"),
        ("a/index.html", "a/b/index.html", "../index.html"),
        ("a/b/index.html", "a/index.html", "b/index.html"),
        ("a/åäö 1.png", "a/c.html", "%C3%A5%C3%A4%C3%B6%201.png"),
        ("a/x:y.html", "a/c.html", "x%3Ay.html"),
    ],
)
def test_links_are_relative_and_name_a_file(target: str, base: str, link: str) -> None:
    assert relative(target, base) == link


@pytest.mark.parametrize(
    ("url", "target", "whole"),
    [
        ("https://a.example", "nämnd/a b.html", "https://a.example/n%C3%A4mnd/a%20b.html"),
        ("https://a.example/m/", "a.html#å-1", "https://a.example/m/a.html#%C3%A5-1"),
        ("https://a.example/", "", "https://a.example/"),
        ("", "a b.html", "a%20b.html"),
    ],
)
def test_a_whole_address_is_one_that_all_the_world_can_ask_for(url: str, target: str, whole: str) -> None:
    assert absolute(url, target) == whole


paths = st.lists(st.sampled_from(["a", "b", "c", "index", "å"]), min_size=1, max_size=5).map("/".join)


@given(paths, paths)
def test_a_link_leads_from_its_page_to_its_target(target: str, base: str) -> None:
    found = posixpath.normpath(posixpath.join(posixpath.dirname(base), unquote(relative(target, base))))
    assert found == target


@pytest.mark.parametrize(
    ("target", "path", "found"),
    [
        ("b.md", "x/a.md", ("x/b.md", "")),
        ("../b.md#mal", "x/y/a.md", ("x/b.md", "mal")),
        ("#mal", "x/a.md", ("x/a.md", "mal")),
        ("bild%20ett.png", "x/a.md", ("x/bild ett.png", "")),
        ("../../b.md", "x/a.md", ("../b.md", "")),
    ],
)
def test_a_typed_link_is_resolved_from_the_file_it_stands_in(target: str, path: str, found: tuple[str, str]) -> None:
    assert resolve(target, path) == found
