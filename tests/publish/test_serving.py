"""What servers are told of a site: whatever its folders are called, each rule is one line and means what it says."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st
from kallelse.model.moved import Move
from kallelse.publish.serving import Serving, pattern
from kallelse.publish.serving_apache import apache_file
from kallelse.publish.serving_hosts import headers_file, redirects_file
from kallelse.publish.serving_nginx import nginx_file

WRITERS = (apache_file, nginx_file, headers_file, redirects_file)
NAMES = st.text(st.one_of(st.sampled_from("\"'#\\\n\r\t ?%${}&;*:<>|ab1åö"), st.characters(codec="utf-8")), min_size=1)
QUOTE = re.compile(r'(?<!\\)"')


def sent(name: str) -> Serving:
    moved = (Move(f"{name}/", "ny/"), Move("gammal/", f"{name}/"), Move("a.html", f"{name}.html"))
    return Serving("/", (f"{name}/",), {f"{name}/": "default-src 'none'"}, moved)


QUOTES = {write: [len(QUOTE.findall(line)) for line in write(sent("a"), "sv").split("\n")] for write in WRITERS}


@given(NAMES)
def test_no_name_adds_a_line_to_a_servers_file_or_ends_a_quoted_word(name: str) -> None:
    for write in WRITERS:
        odd = write(sent(name), "sv")
        assert "\r" not in odd
        assert [len(QUOTE.findall(line)) for line in odd.split("\n")] == QUOTES[write]


@given(NAMES, NAMES)
def test_a_pattern_is_for_just_that_name(name: str, other: str) -> None:
    assert re.fullmatch(pattern(name), name)
    assert bool(re.fullmatch(pattern(name), other)) == (name == other)
    assert not re.search(r'["#\s]', pattern(name), re.ASCII)
