"""Source lines turned into lines that carry their own number through the Markdown parser, and back.

A private letter, `chr(0x20000 + line)`, stands after the first letter or figure of a line, where no rule of Markdown
looks; before a tag it is an attribute of its own, from plane 3. Both are refused in sources.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from kallelse.model.finding import Finding, Place

_PLANE_OF_TEXT, _PLANE_OF_TAGS, _PLANE_OF_CUTS = 0x20000, 0x30000, 0xF0000
# Up to here every mark in text is a letter to Markdown, which looks at what stands beside an underscore.
LAST_LINE = 0xA6DF

# Stands for `&` on its way through the parser, which loses its place in a text at a `&#` that is no entity.
AMPERSAND = "\x01"

# A mark within a tag comes with the blank before it.
MARK = re.compile("[\U00020000-\U0002ffff]| [\U00030000-\U0003ffff]|[\U00030000-\U0003ffff]")
# In parentheses: what is split by it keeps the marks between.
TEXT_MARK = re.compile("([\U00020000-\U0002ffff])")
_NUMBERED = re.compile("[\U00020000-\U0003ffff]")
CUT = re.compile("[\U000f0000-\U000fffff]")

# Of the controls, only the line feed and the tab mean something; U+2028 and U+2029 look like lines and are none.
_REFUSED = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff\ue000-\uf8ff\U00020000-\U0003ffff\U000f0000-\U0010ffff]"
)

# The same of YAML, to which those of other scripts are letters like all others; some of these end a line there.
REFUSED_IN_YAML = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ufffe\uffff]")

_QUOTES = re.compile(r"(?:[ ]{0,3}>[ ]?)*+")
_PREFIX = re.compile(
    r"[ \t]*+(?:(?:>|[-*+](?=[ \t])|\d+\.(?=[ \t])|:(?=[ ])|\[\^?[^\[\]]++\]:(?=\s|$)|#{1,6})[ \t]*+)*+(?:\|[ \t]*+)?"
)
_SPOT = re.compile(
    r"""(?:
        </[^>]*+>            # an end tag
        | <[^<>\s:@]*+[:@][^<>]*+>   # an address
        | &\#?\w++;          # an entity
        | \\.                # an escaped sign
        | (?!<[a-zA-Z])[\W_]   # any other sign
    )*+
    (?: (?P<tag><[a-zA-Z][a-zA-Z0-9-]*+(?=[\s/>]|$)) | (?P<letter>[^\W_]) )""",
    re.VERBOSE,
)
# Underlines of headings, rules, lines between a table's head and body, end tags: a letter more would be text.
_FIGURE = re.compile(r"(?:[-= \t|:]|</[^>]*+>)+")


def marked(line: str, number: int) -> str:
    """`line` with the mark of line `number`, if there is a place for it that changes nothing in what it says."""
    if line[:1].isalpha():
        line = f"{line[0]}{chr(_PLANE_OF_TEXT + number)}{line[1:]}"
        return line.replace("&", AMPERSAND) if "&" in line else line
    return _marked(line, number).replace("&", AMPERSAND)


def _marked(line: str, number: int) -> str:
    prefix = _PREFIX.match(line)
    start = prefix.end() if prefix else 0
    spot = _SPOT.match(line, start)
    if spot is None:
        if start == len(line):
            return f"{line}{chr(_PLANE_OF_TEXT + number)}" if line.strip(" \t>|") else line
        if _FIGURE.fullmatch(line, start):
            return line
        if line.startswith("<", start):
            return f"{line}{chr(_PLANE_OF_TEXT + number)}"
        return f"{line[:start]}{chr(_PLANE_OF_TEXT + number)}{line[start:]}"
    end = spot.end()
    if spot["letter"]:
        return f"{line[:end]}{chr(_PLANE_OF_TEXT + number)}{line[end:]}"
    # What comes after the tag may become a block of its own.
    rest = line.find(">", end) + 1
    after = _marked(line[rest:], number) if rest else line[end:]
    return f"{line[:end]} {chr(_PLANE_OF_TAGS + number)}{line[end:rest] if rest else ''}{after}"


def text_mark(number: int) -> str:
    """The mark of line `number` as it stands in text."""
    return chr(_PLANE_OF_TEXT + number)


def number_of(mark: str) -> int:
    """The line that a mark stands for."""
    return ord(mark[-1]) & 0xFFFF


def unmarked(text: str) -> str:
    """`text` without marks, as it was typed."""
    return MARK.sub("", text).replace(AMPERSAND, "&")


def marks(text: str) -> Iterator[int]:
    """The lines whose marks stand in `text`."""
    return map(number_of, _NUMBERED.findall(text))


def cut_letter(index: int) -> str:
    """The letter that stands for the block cut out as number `index`."""
    return chr(_PLANE_OF_CUTS + index)


def cut_index(letter: str) -> int:
    """Which block a letter of `cut_letter` stands for."""
    return ord(letter) & 0xFFFF


def without_quotes(line: str) -> str:
    """A line without the marks of quotations that it begins with."""
    return line[_QUOTES.match(line).end() :]  # type: ignore[union-attr]


def read_letters(
    source: str, path: str, first_line: int, refused: re.Pattern[str] = _REFUSED
) -> tuple[str, tuple[Finding, ...]]:
    """`source` with each letter that no text may hold replaced by `?`, and a finding for each line that had one."""
    if refused.search(source) is None:
        return source, ()
    findings = []
    for number, line in enumerate(source.split("\n"), start=first_line):
        found = dict.fromkeys(refused.findall(line))
        if found:
            told = ", ".join(f"U+{ord(letter):04X} {unicodedata.name(letter, '')}".strip() for letter in found)
            findings.append(Finding("letter-refused", Place(path, number), {"letters": told}))
    return refused.sub("?", source), tuple(findings)
