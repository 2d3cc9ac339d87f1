"""Lines that Markdown reads otherwise than they look, turned into findings."""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence

from kallelse.locale.words import FIGURE_WORDS, MONTHS
from kallelse.model import fold
from kallelse.model.finding import Finding, Place, Severity
from kallelse.model.text import Body, Text
from kallelse.read.text.lines import unmarked, without_quotes
from kallelse.read.unreadable import conflict_of, is_conflict

Tell = Callable[..., None]

_ITEM = re.compile(r"(?P<indent> *)(?:[-*+]|\d+\.) +\S")
_NO_BLANK = re.compile(r"#{1,6}[^#\s]")
_INDENTED_HEADING = re.compile(r" {1,3}#{1,6} ")
# A sign that would begin a list or a heading but for a hard blank before or behind it.
_HARD = re.compile(r"(?P<before>\s*)(?P<sign>[-*+]|\d+\.|#{1,6})(?P<behind>\s+)(?P<word>[^\W_]*)")
_FIGURE = re.compile(
    rf"[ >]*(?P<sign>[-+*>]) *\d[\d \u00a0]*(?:[.,]\d+)?[ \u00a0]*(?:%|‰|(?:{'|'.join(FIGURE_WORDS)})\b|$)",
    re.IGNORECASE,
)
_TYPED_NUMBER = re.compile(r"[ >]*(?:[-*+] +)*(?P<number>\d+)\. ")
_LINE_OF_TABLE = re.compile(r"^ *(?:\|.*|[|: -]*-[|: -]*\|[|: -]*)$", re.MULTILINE)

_BEGINS_BLOCK = re.compile(r" *(?:[-*+] |[•●▪■◦○·]\s|1\. +(?P<month>[^\W\d_]+)?|> ?\S|#{1,6} )")
# Signs of lists that Markdown does not know, which one line alone may begin with by chance.
_POINT = re.compile(
    r" *(?P<sign>(?:[–—]|--|[^\W_]{1,2}\)|[a-jA-J]\.)(?=\s)|o(?=\s\s)|\d{1,2}(?:\.\d{1,2})++\.?(?=\s+[^\W\d_a-zåäö])"
    r"|(?:[-–—•·]|\d{1,2}\.)(?=[^\W\d_]))"
)
_DIGIT = re.compile(r"\d")
_STAR = re.compile(r"(?<=[^\W_])\*(?![^\W_*])")
_UNDERLINE = re.compile(r"[ >]*(?:=+|-+) *")
_HASHES = re.compile(r"[ >]*(?:(?:[-*+]|\d+\.) +)*#")
_NO_HEADING = re.compile(r"[-*+] |>|\|")

_UNFINISHED = re.compile(r"\s*(?:…|\.\.\.|.*\b(?:att|to) (?:…|\.\.\.))\s*|\s*[-*+] \[ \] .*|.*\bTODO\b.*")
_ACCESS = re.compile(r"\s*access\s*:\s*confidential\b.*", re.IGNORECASE)
# Hardly any text has a sign of these three, in small letters.
_SUSPECT = ("<" * 7, ">" * 7, "…", "...", "[ ]", "todo", "confidential")


def _unready(lines: Sequence[str], path: str, first_line: int) -> Iterator[Finding]:
    """What nobody meant to publish: marks of a conflict, a place still to be filled in, a field typed too low.

    The first place to fill in tells of all of them.
    """
    whole = "\n".join(lines).lower()
    if not any(sign in whole for sign in _SUSPECT):
        return
    is_unfinished = False
    for number, typed in enumerate(lines, start=first_line):
        place = Place(path, number)
        if is_conflict(typed):
            yield conflict_of(typed, place)
        elif _UNFINISHED.fullmatch(typed):
            if not is_unfinished:
                yield Finding("text-unfinished", place, {"text": typed.strip()[:40]}, Severity.REMARK)
            is_unfinished = True
        elif _ACCESS.fullmatch(typed):
            yield Finding("access-in-text", place)


def line_findings(lines: Sequence[str], path: str, first_line: int) -> tuple[Finding, ...]:
    """Findings about the lines of a body outside its fences: tabs, headings that are none, lists that lose a level.

    Four blanks make a level of a list; an item with less than that more than the one above stands beside it.
    """
    findings = list(_unready(lines, path, first_line))
    # The indent of each open item, outermost first; none while no list is open.
    above: list[int] = []
    blank = True
    for number, typed in enumerate(lines, start=first_line):
        if not typed or (typed[0].isalpha() and "\t" not in typed):
            # Most lines: running text, which ends a list if it comes after a blank line.
            if typed and blank:
                above = []
            blank = not typed
            continue
        place = Place(path, number)
        line = typed.expandtabs(4)
        if "\t" in typed.strip():
            findings.append(Finding("tab-inside", place, severity=Severity.REMARK))
        bare = without_quotes(line)
        if hard := _hard(bare):
            severity = Severity.ERROR if hard == "#" else Severity.REMARK
            findings.append(Finding("blank-hard", place, {"text": bare.strip(), "sign": hard}, severity))
        elif _NO_BLANK.match(bare):
            findings.append(Finding("heading-blank", place, {"text": bare.strip()}))
        elif _INDENTED_HEADING.match(bare) and not above:
            findings.append(Finding("heading-indented", place, {"text": bare.strip()}))
        item = _ITEM.match(bare)
        if item:
            indent = len(item["indent"])
            while above and above[-1] >= indent:
                above.pop()
            if above and indent // 4 == above[-1] // 4:
                findings.append(Finding("list-indent", place, {"text": bare.strip()}))
            if above or indent < 4:
                above.append(indent)
        elif bare.strip() and blank:
            if not bare.startswith(" "):
                above = []
            elif above and not bare.startswith("    "):
                findings.append(Finding("list-indent", place, {"text": bare.strip()}))
        blank = not bare.strip()
    return tuple(findings)


def _hard(bare: str) -> str:
    """The sign of which a hard blank makes text; empty where none does, or keeps a sum or a date together."""
    match = _HARD.match(bare)
    if match is None:
        return ""
    sign, word = match["sign"], match["word"]
    if (sign in "-+" and word[:1].isdigit()) or (sign[0].isdigit() and word.lower() in MONTHS):
        return ""
    # What stands behind the signs of a heading is cut off whatever it is.
    is_hard = match["before"].strip(" ") or (match["behind"][0] != " " and sign[0] != "#")
    return ("#" if sign[0] == "#" else sign) if is_hard else ""


def is_starred(line: str) -> bool:
    """Whether a list begins with a star, as what explains a star in the text does, too."""
    return line.lstrip(" >").startswith("* ")


def star_findings(body: Body, typed: str, line: int, tell: Tell) -> None:
    """Tells of a list with a star, `typed` on `line`, in a body in which a word bears one."""
    if any("*" in text.value and _STAR.search(text.value) for text in fold.of_kind(body, Text)):
        tell("list-from-star", line, Severity.REMARK, text=typed.strip())


def figure_findings(typed: str, line: int, tell: Tell, *, is_alone: bool) -> None:
    """Tells of a list or quotation `typed` on `line` that was a figure with a sign, as an item `is_alone` may be."""
    match = _FIGURE.match(typed)
    if match and (is_alone or match["sign"] == "+"):
        tell("sign-taken", line, Severity.REMARK, sign=match["sign"], text=typed.strip())


def underlined_findings(typed: str, below: str, line: int, tell: Tell) -> None:
    """Tells of a line that is no heading by its looks, but became one since hyphens or equals signs stand below it."""
    if _UNDERLINE.fullmatch(below) is None or _HASHES.match(typed):
        return
    words = typed.strip(" >" if ">" in below else None)
    if _NO_HEADING.match(words):
        tell("heading-underlined", line, text=words)
    elif words.endswith((".", ":", ";", ",")):
        tell("heading-underlined", line, Severity.REMARK, text=words)


def is_indented_code(line: str) -> bool:
    """Whether `line` is code since it is indented: more often it was only meant to stand further in."""
    return without_quotes(line).expandtabs(4).startswith("    ")


def typed_number(line: str) -> int | None:
    """The number typed before the item of an ordered list in `line`."""
    match = _TYPED_NUMBER.match(line.expandtabs(4))
    return int(match["number"]) if match else None


def list_findings(
    start: int, typed: Sequence[int | None], lines: Sequence[int], first: str, before: int, tell: Tell
) -> None:
    """Tells of an ordered list that was meant as a date, and of items that get other numbers than were typed.

    `typed` are the numbers of the items, which an item of HTML has not, and `lines` their lines; `first` are the words
    of the first; `before` is the number that the ordered list before this one ended with.
    """
    known = [number for number in typed if number is not None]
    if len(known) != len(typed):
        return
    word = re.match(r"[^\W\d_]+", first.lower())
    if word and word[0] in MONTHS and (len(typed) == 1 or start != 1):
        tell("list-from-date", lines[0], number=str(start), word=word[0])
        return
    if start not in (1, before + 1):
        tell("list-start", lines[0], Severity.REMARK, number=str(start))
    if set(known) == {1}:
        return
    for place, number in enumerate(known):
        if number != start + place:
            tell("list-numbers", lines[place], typed=str(number), printed=str(start + place))
            return


def paragraph_findings(typed: str, line: int, tell: Tell) -> None:
    """Tells of what became text in the paragraph `typed`, still marked, that begins on `line`.

    That is a table of which a line does not fit, and what begins a list, a quotation or a heading but has no blank line
    above. A number counts from 1, as one that only came first in its line is seldom 1. Lines kept apart by a line break
    stand as they were typed.
    """
    if "|" in typed and (found := _LINE_OF_TABLE.search(unmarked(typed))):
        tell("table-broken", line, text=found[0].strip())
    if "\n" not in typed:
        return
    lines = unmarked(typed).split("\n")
    points = Counter(_kind_of(match) for each in lines if (match := _POINT.match(each)))
    for place, (above, each) in enumerate(itertools.pairwise(lines), start=1):
        point = _POINT.match(each)
        begins = _BEGINS_BLOCK.match(each)
        if begins and begins["month"] and begins["month"].lower() in MONTHS:
            continue
        if (begins or (point and points[_kind_of(point)] > 1)) and not above.endswith(("  ", "\\")):
            tell("block-joined", line + place, Severity.REMARK, text=each.strip())
            return


def _kind_of(point: re.Match[str]) -> str:
    return _DIGIT.sub("0", point["sign"][-1])
