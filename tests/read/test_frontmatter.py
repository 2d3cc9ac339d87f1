from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from kallelse.locale.findings import remedy
from kallelse.model.finding import Severity
from kallelse.read.frontmatter import FrontMatter, Value, read_front_matter
from kallelse.read.sources import SourceText


def matter(text: str) -> FrontMatter:
    found, findings = read_front_matter(SourceText("a.md", f"---\n{text}\n---\nBrödtext\n"))
    assert not findings
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("typed", "value"),
    [
        ("13:15", "13:15"),
        ("no", "no"),
        ("yes", "yes"),
        ("on", "on"),
        ("010", "010"),
        ("1.10", "1.10"),
        ("2022-09-26", "2022-09-26"),
        ("1_000", "1_000"),
        ("0x1F", "0x1F"),
        (".inf", ".inf"),
        ("=", "="),
        ("10", 10),
        ("-3", -3),
        ("true", True),
        ("false", False),
        ("null", None),
        ("", None),
        ('"10"', "10"),
        ("'true'", "true"),
        ("{x: [1, a]}", {"x": [1, "a"]}),
    ],
)
def test_nothing_is_guessed_but_numbers_true_false_and_null(typed: str, value: Value) -> None:
    found = matter(f"a: {typed}").values["a"]
    assert found == value
    assert type(found) is type(value)


def test_each_value_knows_its_line_and_the_body_its_first() -> None:
    found = matter("title: x\nrevisions:\n  - date: a\n    version: b\n  - date: c")
    assert found.line(("title",)) == 2
    assert found.line(("revisions", 1, "date")) == 6
    assert found.line(("revisions", 0, "gone")) == 4
    assert found.body_line == 8
    assert found.body == "Brödtext\n"


@pytest.mark.parametrize(
    ("text", "code", "line"),
    [
        ("Brödtext utan uppgifter", "front-matter-missing", 1),
        ("---\ntitle: x\nBrödtext", "front-matter-open", 1),
        ("---\ntitle: § 12: Budget\n---\n", "yaml-colon", 2),
        ("---\ntitle: Budget:\n---\n", "yaml-colon", 2),
        ("---\na: b\n\ttitle: x\n---\n", "yaml-tab", 3),
        ("---\na: b\ntitle:\tx\n---\n", "yaml-tab", 3),
        ("---\na: b\ntitle:\u00a0x\nc: d\n---\n", "yaml-blank", 3),
        ("---\ntitle:\u202fx\n---\n", "yaml-blank", 2),
        ("---\na: b\n<<<<<<< HEAD\nc: d\n=======\nc: e\n>>>>>>> main\n---\n", "conflict-marks", 3),
        ("<<<<<<< HEAD\n---\na: b\n", "conflict-marks", 1),
        ("---\ntitle: ”Biblioteksplan”\n---\n", "yaml-curly", 2),
        ("---\ntitle: “Biblioteksplan: 2027”\n---\n", "yaml-curly", 2),
        ("---\na: [b, “Biblioteket, Bo”]\n---\n", "yaml-curly-half", 2),
        ("---\na: &b c\nd: *b\n---\n", "yaml-anchor", 2),
        ("---\na: !!python/object:os.system x\n---\n", "yaml-tag", 2),
        ("---\na: b\na: c\n---\n", "yaml-twice", 3),
        ("---\na: b\u2028\u2028c: d\n---\n", "letter-refused", 2),
        ("---\na: b\x85c: d #e\n---\n", "letter-refused", 2),
        ('---\na: "b\u2029c"\n---\n', "letter-refused", 2),
        ("---\na: b\nc: d\x0be\n---\n", "letter-refused", 3),
        ("---\n? [a]\n: b\n---\n", "yaml-key", 2),
        ("---\n- a\n- b\n---\n", "yaml-no-keys", 2),
        ("---\na:\n  -b\n  -c\n---\n", "yaml-joined", 3),
        ("---\na: b\nc:\n  -d\n---\n", "yaml-joined", 4),
        ("---\na:\n  - b\n   - c\n---\n", "yaml-joined", 4),
        ("---\na:\n  - b\n\n    -c\n---\n", "yaml-joined", 5),
        ("---\na: b\n  - c\n---\n", "yaml-joined", 3),
        ("---\na: [b,\n  c\n  - d]\n---\n", "yaml-joined", 4),
        ("---\na:\n  • b\n  • c\n---\n", "yaml-joined", 3),
        ("---\na:\n  1. b\n  2. c\n---\n", "yaml-joined", 3),
        ("---\na:\n  - b: c\n       – d\n       – e\n---\n", "yaml-joined", 4),
        ("---\na: 'b\nc: d\n---\n", "yaml-broken", 2),
        ("---\na: " + "[" * 20 + "]" * 20 + "\n---\n", "yaml-deep", 2),
        ("---\na: " + "[" * 5000 + "]" * 5000 + "\n---\n", "yaml-deep", 2),
    ],
)
def test_what_cannot_be_read_is_a_finding_with_its_line(text: str, code: str, line: int) -> None:
    _, findings = read_front_matter(SourceText("a.md", text))
    assert [(finding.code, finding.place.line) for finding in findings] == [(code, line)]


@pytest.mark.parametrize(
    "typed",
    [
        "a: b\n  -5 grader",
        "a: b\n  – c och\n  d",
        "a:\n  -5",
        "a: -b",
        "a:\n  - -b",
        "a: 'b\n  - c'",
        "a: |\n  - b\n  - c",
        "a:\n  - b\n    c\n  - d\n\n  - e",
        "a: b\n# - c\nd:\n- e",
    ],
)
def test_what_goes_on_over_lines_and_is_no_list_is_one_value(typed: str) -> None:
    assert read_front_matter(SourceText("a.md", f"---\n{typed}\n---\n"))[1] == ()


def test_a_value_with_a_colon_is_told_how_to_be_written() -> None:
    _, findings = read_front_matter(SourceText("a.md", '---\ntitle: § 12: "Budget"\n---\n'))
    assert findings[0].words == {"key": "title", "quoted": '"§ 12: \\"Budget\\""'}


def test_a_value_in_curly_quotes_is_told_how_to_be_written() -> None:
    _, findings = read_front_matter(SourceText("a.md", "---\ntitle: “Biblioteksplan: 2027”\n---\n"))
    assert findings[0].words == {"key": "title", "quoted": '"Biblioteksplan: 2027"'}


@pytest.mark.parametrize(
    "said",
    ["Remiss av ”Bästa skolan”", "”Bästa skolan” – remiss", "”A” och ”B”", '"”Bästa skolan”"', "Rör 5”", "Anna’s"],
)
def test_quotation_marks_that_are_part_of_a_text_stay(said: str) -> None:
    found, findings = read_front_matter(SourceText("a.md", f"---\ntitle: {said}\n---\n"))
    assert findings == ()
    assert found is not None
    assert found.values == {"title": said.strip('"')}


@given(st.text(st.characters(codec="utf-8", exclude_characters="\r"), max_size=200))
def test_no_text_at_all_makes_the_reader_raise(text: str) -> None:
    found, findings = read_front_matter(SourceText("a.md", text))
    assert found is not None or findings
    inside, findings = read_front_matter(SourceText("a.md", f"---\n{text}\n---\n"))
    assert inside is not None or findings


PIECES = [
    "a",
    "b: ",
    ": ",
    ":",
    "\n",
    "\n- ",
    "\n  ",
    "- ",
    "#",
    " #",
    "'",
    '"',
    "{",
    "}",
    "[",
    "]",
    ", ",
    "?",
    "0",
    "true",
    "|",
    "\t",
    "\u2028",
]


@given(st.lists(st.sampled_from(PIECES), max_size=14).map("".join))
def test_the_quick_reader_of_yaml_reads_nothing_otherwise(text: str) -> None:
    source = SourceText("a.md", f"---\n{text}\n---\n")
    quick = read_front_matter(source)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("kallelse.read.frontmatter._quick_node", lambda _: None)
        assert read_front_matter(source) == quick


@pytest.mark.parametrize(
    ("value", "code"),
    [
        ("Kaffe 漢", "letter-missing"),
        ('"a\\u202eb"', "letter-bidi"),
        ('"a\\u200bb"', "letter-invisible"),
        ('"a\\x07b"', "letter-invisible"),
    ],
)
def test_a_letter_that_cannot_be_set_or_seen_is_told_on_its_line(value: str, code: str) -> None:
    _, findings = read_front_matter(SourceText("a.md", f"---\ntitle: x\nsigned:\n  - {value}\n---\n"))
    assert [(each.code, each.place.line) for each in findings] == [(code, 4)]


@pytest.mark.parametrize(
    ("typed", "line", "severity", "written"),
    [
        ("a: 1\ncolours:\n  brand: #7a1f3d", 4, Severity.ERROR, 'brand: "#7a1f3d"'),
        ("a: 1\ncolours: {brand: #7a1f3d, accent: '#fff'}\nb: 2", 3, Severity.ERROR, 'brand: "#7a1f3d"'),
        ("a: 1\ntitle: Fastigheten #4 och #5", 3, Severity.REMARK, 'title: "Fastigheten #4 och #5"'),
    ],
)
def test_a_value_that_yaml_takes_for_a_comment_is_told_how_to_be_written(
    typed: str, line: int, severity: Severity, written: str
) -> None:
    _, findings = read_front_matter(SourceText("a.md", f"---\n{typed}\n---\n"))
    assert [(each.code, each.place.line, each.severity) for each in findings] == [("yaml-hash", line, severity)]
    assert written in remedy(findings[0], "sv")


def test_a_value_behind_a_hash_is_there_so_that_nothing_else_is_told_of_it() -> None:
    found, _ = read_front_matter(SourceText("a.md", "---\ntitle: #1 Budget\nlist:\n  - #2\n---\n"))
    assert found is not None
    assert found.values == {"title": "#1 Budget", "list": ["#2"]}


@pytest.mark.parametrize(
    "typed", ["issued: # dagen", "issued: 2022-09-19 # dagen", "# issued: x", "a: 'b #c'", "a: b#c"]
)
def test_a_comment_is_one(typed: str) -> None:
    assert read_front_matter(SourceText("a.md", f"---\n{typed}\n---\n"))[1] == ()
