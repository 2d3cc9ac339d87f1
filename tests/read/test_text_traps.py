"""What Markdown reads otherwise than it looks, or would lose without a word: each is a finding on its line."""

from __future__ import annotations

import pytest
from kallelse.model import fold
from kallelse.model.finding import Severity
from kallelse.model.text import Body, BulletList, CodeBlock, Para, Text
from kallelse.read.text.body import read_body
from kallelse.read.text.lines import LAST_LINE

from tests.finance.tables import opened
from tests.read.reading import PATH, bare, is_remark, read, told

SEVEN_STEPS = "\n".join(f"{number}. a: b" for number in range(1, 8))


@pytest.mark.parametrize(
    ("source", "code", "line"),
    [
        # Lists
        ("Text.\n\n12. mars 2022 beslutade\nnämnden.", "list-from-date", 3),
        ("1. januari börjar året.", "list-from-date", 1),
        ("3. May was late.", "list-from-date", 1),
        ("Text\n\n2022. Under året", "list-start", 3),
        ("1. a\n2. b\n4. c", "list-numbers", 3),
        ("1. a\n1. b\n2. c", "list-numbers", 2),
        ("- a\n  - b", "list-indent", 2),
        ("1. a\n   - b", "list-indent", 2),
        ("- a\n    - b\n      - c", "list-indent", 3),
        ("> 1. a\n>   2. b", "list-indent", 2),
        ("1. a\n\n   fortsättning", "list-indent", 3),
        ("Plan*\n\n* preliminär", "list-from-star", 3),
        ("> * preliminär\n\n| a | b |\n|---|---|\n| c | 100* |", "list-from-star", 1),
        # Headings
        ("## a\n\n# b", "title-late", 3),
        ("Text\n\n# b", "title-late", 3),
        ("# a\n\n# b", "title-twice", 3),
        ("# a\n\nb\n===", "title-twice", 3),
        ("Text\n\n#1 i landet", "heading-blank", 3),
        ("Text\n\n  ## b", "heading-indented", 3),
        ("Text\n\n- a\n---", "heading-underlined", 3),
        ("- a\n- b\n-", "heading-underlined", 2),
        ("> a\n---", "heading-underlined", 1),
        ("> - a\n> ---", "heading-underlined", 1),
        ("| a |\n---", "heading-underlined", 1),
        ("- a\n\n    Nämnden beslutar:\n    ===", "heading-underlined", 3),
        ("Nämnden tackar.\n---", "heading-underlined", 1),
        # Tables
        ("| a | b |\n|---|---|\n| c | d |\n| e | f | g |", "row-cells", 4),
        ("| a | b |\n|---|---|\n| c | d |\n| e |", "row-cells", 4),
        ("| a | b |\n|---|\n| c | d |", "table-broken", 1),
        ("Text\n| a | b |\n|---|---|\n| c | d |", "table-broken", 1),
        ("Text\n\na | b\n--|--|--", "table-broken", 3),
        ("**Mål**\n| a | b |\n|---|---|\n| c | d |", "table-broken", 1),
        ("Se [b](c.md).\n| a | b |\n|---|---|\n| c | d |", "table-broken", 1),
        ("- a\n    | a | b |\n    |---|---|\n    | c | d |", "table-broken", 1),
        ("a\n: b\n| a | b |\n|---|---|\n| c | d |", "table-broken", 2),
        # Blocks that go on from the text above
        ("Nämnden beslutar:\n- att a\n- att b", "block-joined", 2),
        ("**Beslut**\n* att a", "block-joined", 2),
        ("Nämnden beslutar\natt\n1. anta\n2. avslå", "block-joined", 3),
        ("1. a\n- b", "block-joined", 2),
        ("- a\n1. b", "block-joined", 2),
        ("- a\n\n    b\n    - c", "block-joined", 4),
        ("- a\n    > b", "block-joined", 2),
        ("- a\n    ## b", "block-joined", 2),
        ("> a\n> - b", "block-joined", 2),
        ("a\n: b\n- c", "block-joined", 3),
        ("a[^1]\n\n[^1]: b\n- c", "block-joined", 4),
        ("• a\n• b", "block-joined", 2),
        ("Text:\n– a\n– b", "block-joined", 2),
        ("a) b\nc) d", "block-joined", 2),
        ("1) b\n2) d", "block-joined", 2),
        ("·   a\n·   b", "block-joined", 2),
        ("a\n•\u00a0b", "block-joined", 2),
        ("–\u00a0a\n–\u00a0b", "block-joined", 2),
        ("o\ta\no\tb", "block-joined", 2),
        ("Text:\n-att a\n-att b", "block-joined", 2),
        ("1.Ett\n2.Två", "block-joined", 2),
        ("1. a\n    a. b\n    b. c", "block-joined", 2),
        ("1.1 Ett\n1.2 Två", "block-joined", 2),
        ("Text:\n-- a\n-- b", "block-joined", 2),
        ("– 5 kr\n– 6 kr", "block-joined", 2),
        # Signs that vanish
        ("a\nRummet är 5*3*2 m", "signs-taken", 2),
        ("a\n2**3**2", "signs-taken", 2),
        ("- a\n- 10*20*30", "signs-taken", 2),
        ("| a | b |\n|---|---|\n| 5*3*2 | c |", "signs-taken", 3),
        ("a **b 5*3*2**", "signs-taken", 1),
        ("O`Neill och\nD`Arcy", "signs-taken", 1),
        ("Netto\n\n- 4,2 mnkr", "sign-taken", 3),
        ("Netto\n\n+ 1 200 tkr\n+ 300", "sign-taken", 3),
        ("Andel\n\n> 5 % av alla", "sign-taken", 3),
        ("> Netto\n>\n> * 12", "sign-taken", 3),
        # Hard blanks
        ("a\n\n\u00a0## b", "blank-hard", 3),
        ("> a\n>\n> \u00a0# b", "blank-hard", 3),
        ("a\n\n-\u00a0b", "blank-hard", 3),
        ("a\n\n\u2003* b", "blank-hard", 3),
        ("1.\u00a0a\n2.\u00a0b", "blank-hard", 1),
        ("- a\n\n    \u00a0- b", "blank-hard", 3),
        ("```tabell\n| a | b |\n|---|---|\n| c |\n```", "row-cells", 4),
        ("```tabell\n| a | b | c |\n|---|---|\n| c | d |\n```", "row-cells", 2),
        ("```tabell\n| a | b |\n| c | d |\n```", "table-separator", 1),
        ("```tabell\n| a | b |\n|---|---|\n```", "table-empty", 1),
        ("Tabell: Mål\n\nText", "caption-without-table", 1),
        ("| a | b |\n|---|---|\n| c | d |\n|:--|--:|\n| e | f |", "separator-twice", 4),
        ("```tabell\n| a |\n|---|\n| b |\n\n| c |\n|---|\n| d |\n```", "separator-twice", 7),
        ("```tabell\n| - | - |\n|---|---|\n| b | c |\n```", "separator-twice", 3),
        # Fences
        ("a\n\n```\nkod", "fence-open", 3),
        ("> ```\n> kod\n\na", "fence-open", 1),
        ("a\n\n```ekonmi\nx\n```", "fence-word", 3),
        ("```tabel\nx\n```", "fence-word", 1),
        ("```tabel Mål\nx\n```", "fence-word", 1),
        ("Text\n~~~ Se nedan för\nx\n~~~", "fence-text", 2),
        ("```arbetsgang\nx\n```", "fence-word", 1),
        ("```tabell Mål\n| a |\n|---|\n| b |\n```", "fence-words", 1),
        ("```tabell\nrubrk: x\n| a |\n|---|\n| b |\n```", "fence-head", 2),
        ("```tabell\nrubrik: x\nrubrik: y\n| a |\n|---|\n| b |\n```", "fence-head-twice", 3),
        ("```process\nnot: x\n1. a: b\n2. c: d\n```", "fence-head-listed", 2),
        ("```process\n1. a: b\nfritt\n2. c: d\n```", "process-line", 3),
        ("```process\n1. a: b\n3. c: d\n```", "list-numbers", 3),
        ("```process\n1. a: b\n2. **c**: d\n```", "process-markup", 3),
        ("```process\n1. a: [b](c.md)\n2. c: d\n```", "process-markup", 2),
        ("```process\n1. a: b\n2. c: {utfall: d}\n```", "process-markup", 3),
        ("```process\n1. a: b\n```", "process-steps", 1),
        (f"```process\n{SEVEN_STEPS}\n```", "process-steps", 1),
        ("| a | b |\n|---|---|\n| ``` | d |", "fence-inside", 3),
        ("Text ``` mer", "fence-inside", 1),
        # Notes
        ("a\nb[^1]", "note-undefined", 2),
        ("a\n\n[^1]: not", "note-uncalled", 3),
        ("a[^1]\n\n[^1]: b\n[^1]: c", "note-twice", 4),
        ("a[^1]\n\n[^1]: b[^2]", "note-undefined", 3),
        # Links
        ("a\n[b][c]", "link-undefined", 2),
        ("a\n\n[Beslut]: Bifall", "link-unused", 3),
        ("[b]\n\n[b]: x.md\n[b]: y.md", "link-twice", 4),
        ("a\n[b](c.md 'd')", "link-title", 2),
        ("a\n[<https://a.se/>](b.md)", "link-in-link", 2),
        ("a\n[b [c](d.md) e](f.md)", "link-broken", 2),
        ("a\n[b](c.md", "link-broken", 2),
        ("[b] (https://a.se/)", "link-apart", 1),
        ("[b] (bilaga-1.md)", "link-apart", 1),
        ("a ![b](c.png 'd') e", "image-title", 1),
        # Citations and what looks like them
        ("{utfall: Netto|utan teken}", "cite-option", 1),
        ("a\n{utfall: }", "cite-empty", 2),
        ("## Rubrik {#min-rubrik}", "attributes-typed", 1),
        ("Text\n{: .stor}", "attributes-typed", 2),
        ("Text\n\n![a](b.png){width=50 .c}", "attributes-typed", 3),
        # Letters and blanks
        ("a\nb\u200b\x07", "letter-refused", 2),
        ("a\n\ue000", "letter-refused", 2),
        ("a\n\U00020003", "letter-refused", 2),
        ("a\n\U000f0000b", "letter-refused", 2),
        ("a\u2028b", "letter-refused", 1),
        ("a\n\ufeffb", "letter-refused", 2),
        ("a\rb", "letter-refused", 1),
        ("a\nb\tc", "tab-inside", 2),
        ("a\n\n    Nämnden beslutar", "code-indented", 3),
        ("**Beslut: **Bifall", "stars-typed", 1),
    ],
)
def test_a_trap_is_a_finding_on_its_line(source: str, code: str, line: int) -> None:
    assert (code, line) in told(source)
    assert (code, line + 41) in told(source, 42)


@pytest.mark.parametrize(
    ("source", "code"),
    [
        ("Text\n\n2022. Under året", "list-start"),
        ("Tabell: Mål\n\nText", "caption-without-table"),
        ("a\n[b](c.md 'd')", "link-title"),
        ("a\nb\tc", "tab-inside"),
        ("a\n\n    b", "code-indented"),
        ("a\n- b", "block-joined"),
        ("-\u00a0b", "blank-hard"),
        ("5*3*2", "signs-taken"),
        ("- 4,2 mnkr", "sign-taken"),
        ("1.\u00a0b", "blank-hard"),
        ("a.\n---", "heading-underlined"),
        ("a*\n\n* b", "list-from-star"),
        ("```process\n1. a: b[^1]\n2. c: d & e\n```", "process-markup"),
        ("**Beslut: **Bifall", "stars-typed"),
        ("a <!-- b -->", "comment-dropped"),
    ],
)
def test_what_may_be_meant_is_a_remark_only(source: str, code: str) -> None:
    assert is_remark(read(source)[1], code)


@pytest.mark.parametrize(
    "source",
    [
        "12\\. mars 2022 beslutade",
        "Den 12. mars är text",
        "1. Mars: tre möten\n2. April: fyra möten",
        "1. a\n1. b\n1. c",
        "1. a\n2. b\n\nText\n\n3. c",
        "  - a\n  - b",
        "- a\n    - b\n        - c\n- d",
        "- a\n\n    fortsättning\n\n- b",
        "# a\n\n## b",
        "\\#1 i landet",
        "Ansvar | roll",
        "Beslut: Bifall",
        "a `[b][c]` `**` `{#d}`",
        "\\[b]\\[c] \\*\\* \\{#d}",
        "Service** och drift**",
        "```text\nx\n```",
        "```bash\nx\n```",
        "[a][] [b]\n\n[a]: x.md\n[b]: y.md",
        "[a] (inte en adress)",
        "Text som bryts\n– vid ett streck – och\ngår vidare",
        "Text som bryts vid\na) en parentes",
        "Text som bryts den\n1. mars eller i punkt\n12. Nämnden",
        "- att a  \n- att b\\\n- att c",
        "Plats  \n- Rum 1\\\n- Rum 2",
        "* a\n* b\n\n*c* och **d**, 2*3, e * f",
        "Plan*\n\n\\* preliminär\n\n- a",
        "| a | b |\n|---|---|\n| - | -- |\n| --- | 1 |",
        "```process\n{}\n```".format(SEVEN_STEPS.rpartition("\n")[0]),
        "```process\n1. Mat & dryck: 2 * 3 [klart]\n2. Hö: a_b {c}\n```",
        "1. Inledning\n---\n\n> Rubrik\n> ---",
        "## Nämnden tackar.\n---\n\n<h2>Slut.</h2>\n---",
        "Nämnden\ntackar.\n---",
        "Text\n-5 grader\n*kursivt*",
        "5 *3* 2, 5*a*2, 5*3*x, x*3*2, H<sub>2</sub>O, a`b` `c`d **e**f g**h**i 5\\*3\\*2 `5*3*2`",
        "- 4,2 mnkr\n- 3,1 mnkr\n\nText\n\n- 3 platser\n\nText\n\n> 5 § Fullmäktige\n\n\\- 4 kr\n\n\\> 5 %",
        "Text enligt\n1.1 Ett i\nA. Berg och\n1.25 kr,\n1.50 kr, 2.10.",
        "Text\n-grader\n1.an\no s.v.\no hej\n-5\n-6\n1.5 och\n2.5",
        "Netto\n\n-\u00a04,2 mnkr\n\n+\u00a01,2 mnkr\n\n1.\u00a0mars\n\n##\u00a0b\n\n\\-\u00a0c\n\n\u00a0d",
    ],
)
def test_what_is_right_is_no_finding(source: str) -> None:
    assert told(source) == []


@pytest.mark.parametrize("blank", ["\u00a0", " \u00a0 ", "\u2003", "\u202f\t"])
@pytest.mark.parametrize(
    "source",
    [
        "a\n{}\n- b\n{}\n- c\n{}\n\n    d",
        "> a\n>{}\n> b\n\n- c\n\n---{}\n\ne",
        "| a | b |{0}\n|---|---|{0}\n| c | d |{0}\n{0}\n## e{0}",
        "```tabell{0}\n| a |\n|---|\n| b |\n```{0}\n\n```{0}\nkod\n```{0}\n\nText",
        "a[^1]\n\n[^1]: b\n{}\n    c",
    ],
)
def test_a_hard_blank_at_the_end_of_a_line_is_a_blank_like_all_others(source: str, blank: str) -> None:
    typed, meant = (source.replace("{0}", "{}").replace("{}", each) for each in (blank, ""))
    assert bare(read(typed)[0]) == bare(read(meant)[0])


def test_a_hard_blank_before_a_heading_is_an_error() -> None:
    _, (found,) = read("a\n\n\u00a0## Förslag till beslut")
    assert (found.severity, found.words["sign"]) == (Severity.ERROR, "#")


def test_an_item_of_nothing_but_a_hard_blank_is_still_an_item() -> None:
    (found,) = read("- a\n- \u00a0\n- b")[0].blocks
    assert isinstance(found, BulletList)
    assert len(found.items) == 3


def test_code_keeps_its_hard_blanks() -> None:
    assert read("```\na\u00a0\n\u00a0\n```")[0].blocks == (CodeBlock("a\u00a0\n\u00a0", 1),)


def test_a_comment_is_dropped_and_told_with_its_first_words() -> None:
    source = "a <!-- fråga Karin --> b\n\n<!--\nRing innan\n\nvi publicerar\n-->\n\nc"
    body, findings = read(source)
    assert fold.plain(body.blocks) == "a b c"
    assert [(finding.code, finding.place.line) for finding in findings] == [
        ("comment-dropped", 1),
        ("comment-dropped", 3),
    ]
    assert findings[1].words["text"] == "Ring innan vi publicerar"


def test_a_near_miss_of_a_fence_word_names_the_nearest() -> None:
    _, findings = read("```ekonmi\nx\n```")
    assert findings[0].words == {"word": "ekonmi", "near": "ekonomi"}


def test_an_unknown_fence_head_names_the_nearest() -> None:
    _, findings = read("```tabell\nrubrk: x\n| a |\n|---|\n| b |\n```")
    assert findings[0].words == {"word": "rubrk", "near": "rubrik"}


def test_a_refused_letter_is_named_and_replaced() -> None:
    body, findings = read("a\ue000b\ue000\x01")
    assert body.blocks == (Para((Text("a?b??", 1),), 1),)
    assert findings[0].words["letters"] == "U+E000, U+0001"


def test_what_an_unclosed_fence_holds_is_not_lost() -> None:
    body, _ = read("a\n\n```\nkod *ett*\n\n## två")
    assert body.blocks[1] == CodeBlock("kod *ett*\n\n## två", 3)


def test_a_note_that_is_never_called_is_not_lost() -> None:
    body, _ = read("a\n\n[^1]: not")
    assert fold.plain(body.notes[0].content) == "not"


def test_a_note_without_a_text_stays_as_typed() -> None:
    assert read("a[^1]")[0].blocks == (Para((Text("a", 1), Text("[^1]", 1)), 1),)


def test_every_line_of_a_definition_that_nothing_uses_is_told() -> None:
    source = "a\n\n[Beslut]: Bifall\n[Datum]: 2022-09-26"
    assert told(source) == [("link-unused", 3), ("link-unused", 4)]


def test_a_text_longer_than_lines_can_be_told_apart_is_refused() -> None:
    body, findings = read_body("a\n" * LAST_LINE, PATH, 1, "sv", opened({}))
    assert body == Body()
    assert [finding.code for finding in findings] == ["text-long"]


@pytest.mark.parametrize(
    "source", ["- " * 2000 + "a", "[" * 500 + "a" + "](b)" * 500, "<b>" * 3000 + "a", "1. " * 2000 + "a"]
)
def test_a_text_nested_beyond_reason_is_a_finding_and_no_crash(source: str) -> None:
    body, findings = read(source)
    assert "text-deep" in {finding.code for finding in findings} or fold.plain(body.blocks)


@pytest.mark.parametrize(
    "source", ["- " * 2000 + "a", "> - " * 900 + "a", "1. " * 2000 + "a", "[^n]: " + "- " * 2000 + "a"]
)
def test_a_text_nested_beyond_reason_leaves_the_next_one_as_it_is(source: str) -> None:
    plain = "Se [fallet](https://m.example/).\n\n- Punkt"
    before = read(plain)
    read(source)
    assert read(plain) == before
    assert before[1] == ()


def test_quotes_in_quotes_are_read_as_deep_as_the_parser_goes() -> None:
    body, _ = read(">" * 5000 + " a")
    assert body == Body() or fold.plain(body.blocks).endswith("a")


@pytest.mark.parametrize(
    "source", ["> " * 40 + "x", "text " + "<b>" * 900, "- " * 200 + "x", "| a " * 3000, "[a](" * 900]
)
def test_no_line_is_read_in_time_that_grows_beyond_measure(source: str) -> None:
    _, findings = read_body(source, PATH, 1, "sv", opened({}))
    assert all(finding.place.path == PATH for finding in findings)


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ("Text.\n\n<<<<<<< HEAD\nA\n=======\nB\n>>>>>>> gren", [("conflict-marks", 3), ("conflict-marks", 7)]),
        ("Nämnden beslutar att …\n\n…\n\n...", [("text-unfinished", 1)]),
        ("Text\n\n- [ ] Att göra: kolla", [("text-unfinished", 3)]),
        ("TODO: fyll i", [("text-unfinished", 1)]),
        ("Text.\n\naccess: confidential", [("access-in-text", 3)]),
        ("Han sa … och gick. Se [A] och att-satser …", []),
        ("Uppgifter som är confidential kallas sekretess.", []),
    ],
)
def test_what_nobody_meant_to_publish_is_told(source: str, found: list[tuple[str, int]]) -> None:
    assert [each for each in told(source) if each[0] in {code for code, _ in found} or not found] == found
