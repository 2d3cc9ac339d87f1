"""Policies of pages, and what pages have inline."""

from __future__ import annotations

import base64
import hashlib

import pytest
from hypothesis import given
from hypothesis import strategies as st
from kallelse.publish.page import PageKind
from kallelse.publish.policy import Inline, as_header, engine_policy, inline_of, merged, policy, with_policy


def hashed(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


@pytest.mark.parametrize(
    ("html", "scripts", "styles"),
    [
        ("<script>var a = 1 < 2;</script>", {hashed("var a = 1 < 2;")}, set()),
        ('<script type="module">a</script>', {hashed("a")}, set()),
        ("<script>\r\na\r</script>", {hashed("\na\n")}, set()),
        ("<script src='a.js'></script><script type='application/json'>{}</script>", set(), set()),
        ("<style>p { color: red }</style>", set(), {hashed("p { color: red }")}),
        ('<p style="color: red">a</p>', set(), {"'unsafe-hashes'", hashed("color: red")}),
        ('<p onclick="a &amp;&amp; b()">a</p>', {"'unsafe-hashes'", hashed("a && b()")}, set()),
        ("<p>script</p>", set(), set()),
    ],
)
def test_what_a_page_has_inline_is_let_in_by_its_hash(html: str, scripts: set[str], styles: set[str]) -> None:
    found = inline_of(f"<!doctype html><head>{html}</head>")
    assert (set(found.scripts), set(found.styles)) == (scripts, styles)


@given(st.lists(st.tuples(st.sampled_from("abc"), st.sampled_from("xyz"))))
def test_what_lets_in_all_lets_in_each_once(found: list[tuple[str, str]]) -> None:
    every = [Inline((script,), (style,)) for script, style in found]
    whole = merged(every)
    assert whole == merged(reversed(every)) == merged([whole, *every])
    assert set(whole.scripts) == {script for script, _ in found}
    assert len(whole.scripts) == len(set(whole.scripts))


def test_no_policy_lets_in_everything_inline() -> None:
    every = [*(policy(kind) for kind in PageKind), engine_policy(Inline(("'sha256-a'",), ("'sha256-b'",)))]
    for told in every:
        assert "unsafe-inline" not in as_header(told)
        assert as_header(told).endswith("; frame-ancestors 'none'")
    assert "script-src 'self' 'sha256-a'; style-src 'self' 'sha256-b';" in every[-1]
    assert all("sha256" not in told for told in every[:-1])


def test_a_policy_stands_before_all_that_it_holds_for() -> None:
    page = '<!doctype html><html><head><meta charset="utf-8"><script>a</script></head></html>'
    done = with_policy(page, "default-src 'self'")
    element = '<meta http-equiv="Content-Security-Policy" content="default-src \'self\'">'
    charset = '<meta charset="utf-8">'
    assert done == page.replace(charset, charset + element)
    assert with_policy(page.replace(charset, ""), "a").startswith("<!doctype html><html><head><meta http-equiv=")
    assert with_policy("text", "a") == "text"
