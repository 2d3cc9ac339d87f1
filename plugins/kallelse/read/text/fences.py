"""Source lines turned into marked lines in which every fence and rule is one letter, and the fences cut out."""

from __future__ import annotations

import re
from dataclasses import dataclass

from kallelse.locale.words import FENCES, Fence
from kallelse.model.finding import Finding, Place
from kallelse.read.text.lines import cut_letter, marked, without_quotes

_OPENING = re.compile(
    r"(?P<quote>(?:[ ]{0,3}>[ ]?)*+)(?P<indent>[ \t]*(?:(?:[-*+]|\d+\.)[ ]+)?)"
    r"(?P<fence>`{3,}(?=[^`]*$)|~{3,})[ ]*(?P<info>.*?)[ ]*$"
)
_RULE = re.compile(
    r"(?P<quote>(?:[ ]{0,3}>[ ]?)*+)(?P<indent>[ ]*)(?P<line>(?:-[ ]*){3,}|(?:\*[ ]*){3,}|(?:_[ ]*){3,})$"
)
_MAY_BEGIN_RULE = (" ", ">", "-", "*", "_")
_QUOTED = re.compile(r"[ ]{0,3}>[ ]?")
_HEADING = re.compile(r"[ ]{0,3}#{2,6}[ ]+\S")
# `## C#`: only after a blank does what ends a heading say nothing (CommonMark 0.31.2, 4.2).
_LAST_HASH = re.compile(r"([ >]*(?:(?:[-*+]|\d+\.) +)*#{1,6}[ ]+.*[^\s#\\])(#+)[ ]*")
_HASHES = re.compile(r"[ ]{0,3}#{1,6}[ ]")
_UNDERLINE = re.compile(r"-+[ ]*")
_SIGN_ALONE = re.compile(r"[ >]*(?:[-*+:]|\d+\.)")
_HOLDS_BLOCKS = re.compile(r"[ ]*(?:[-*+][ ]|\d+\.[ ]|:[ ]|\[\^[^\]]*\]:)")


@dataclass(frozen=True, slots=True)
class Cut:
    """What a letter stands for: a fence with the words after it and the lines in it, or a rule.

    `typed` are all its lines as they stood; `lines` those inside, without the indent and the quote marks of the fence.
    One that `is_open` never ends, so that what stands inside is a guess.
    """

    line: int
    typed: tuple[str, ...]
    info: str = ""
    lines: tuple[str, ...] = ()
    rule: bool = False
    is_open: bool = False

    @property
    def word(self) -> str:
        """The first word after the fence, which says what it is."""
        return self.info.partition(" ")[0]

    @property
    def kind(self) -> Fence | None:
        """What the word means; None for one that is not known."""
        return FENCES.get(self.word.lower())

    @property
    def inside(self) -> str:
        """The lines inside as one text."""
        return "\n".join(self.lines)


def cut_fences(lines: list[str], path: str, first_line: int) -> tuple[list[str], tuple[Cut, ...], tuple[Finding, ...]]:
    """The marked lines, with a letter alone in a paragraph for each fence and rule; what was cut, in that order."""
    left = _Left()
    cuts: list[Cut] = []
    findings: list[Finding] = []
    at = 0
    while at < len(lines):
        line, number = _without_hard_end(lines[at]), first_line + at
        opening = _OPENING.match(line) if "```" in line or "~~~" in line else None
        if opening and _stands_free(lines, at, opening["quote"], opening["indent"]):
            end, inside, closed = _inside(lines, at, opening)
            if not closed:
                told = {"fence": opening["fence"], "word": opening["info"].partition(" ")[0]}
                findings.append(Finding("fence-open", Place(path, number), told))
            cut = Cut(number, tuple(lines[at:end]), opening["info"], inside, is_open=not closed)
            left.add_letter(opening["quote"], opening["indent"], cut_letter(len(cuts)))
            cuts.append(cut)
            at = end
            continue
        rule = _RULE.match(line) if line[:1] in _MAY_BEGIN_RULE else None
        if rule and _is_rule(lines, at, rule):
            left.add_letter(rule["quote"], rule["indent"], cut_letter(len(cuts)))
            cuts.append(Cut(number, (line,), rule=True))
        else:
            # Tabs first: a mark before one would move the column it stands for.
            left.add(marked(_with_last_hash(line.expandtabs(4)), number))
        at += 1
    return left.lines, tuple(cuts), tuple(findings)


def _without_hard_end(line: str) -> str:
    """`line` without the blanks at its end, where one of them is hard: nobody sees it, and it makes a blank line text.

    Behind the sign of a list it is all that the item has.
    """
    bare = line.rstrip()
    is_hard = len(bare) < len(line) and line[len(bare) :].strip(" \t")
    return bare if is_hard and not _SIGN_ALONE.fullmatch(bare) else line


def _with_last_hash(line: str) -> str:
    heading = _LAST_HASH.fullmatch(line) if line.rstrip().endswith("#") else None
    return line if heading is None else heading[1] + heading[2].replace("#", "\\#")


class _Left:
    """The lines that are left, never two blank ones together: what belongs to a footnote would be lost after them.

    A blank one parts an item or a heading from what stands further in above it, which belongs to the item before: the
    parser reads lines that touch as one.
    """

    def __init__(self) -> None:
        self.lines: list[str] = []
        # The quote marks of the blank line that keeps a letter apart from what comes after it.
        self._after: str | None = None
        # How far in the first line below the last blank one stands.
        self._first: int | None = None

    def add(self, line: str) -> None:
        blank = not line.strip(" >")
        bare = without_quotes(line)
        quote = line[: len(line) - len(bare)]
        indent = None if blank else len(bare) - len(bare.lstrip(" "))
        if indent is not None and self._first is not None:
            if self._first < indent + 4 or not (_HOLDS_BLOCKS.match(bare) or _HASHES.match(bare)):
                indent = self._first
            elif not self._is_blank():
                self.lines.append(quote.rstrip())
        self._first = indent
        if self._after is not None and not blank:
            self.lines.append(self._after)
        self._after = None
        if not (blank and self._is_blank()):
            self.lines.append(line)

    def add_letter(self, quote: str, indent: str, letter: str) -> None:
        if not self._is_blank():
            self.lines.append(quote.rstrip())
        self.lines.append(quote + indent + letter)
        self._first = None
        self._after = quote.rstrip()

    def _is_blank(self) -> bool:
        return not self.lines or not self.lines[-1].strip(" >")


def _inside(lines: list[str], at: int, opening: re.Match[str]) -> tuple[int, tuple[str, ...], bool]:
    """Where a fence ends, the lines inside, and whether it is closed.

    It is not where a quotation ends or another fence begins before. One that is known, or before another that is, then
    reaches to the first heading, so that what comes after it is read as it was meant; code may have any line.
    """
    depth = opening["quote"].count(">")
    indent = len(opening["indent"].expandtabs(4))
    signs = rf"[ ]*{re.escape(opening['fence'][0])}{{{len(opening['fence'])},}}[ ]*"
    closing, other = re.compile(signs), re.compile(rf"{signs}(?P<word>[^\s`]+)[^`]*")
    is_known = opening["info"].partition(" ")[0].lower() in FENCES
    inside: list[str] = []
    heading: int | None = None
    for line in lines[at + 1 :]:
        bare = _unquoted(line, depth)
        if bare is None:
            break
        if closing.fullmatch(_without_hard_end(bare)):
            return at + len(inside) + 2, tuple(inside), True
        begins = other.fullmatch(bare)
        if begins and (is_known or begins["word"].lower() in FENCES):
            is_known = True
            break
        if heading is None and _HEADING.match(bare):
            heading = len(inside)
        blanks = len(bare) - len(bare.lstrip(" \t"))
        head = bare[:blanks].expandtabs(4)
        inside.append(head[min(indent, len(head)) :] + bare[blanks:])
    inside = inside[: heading if is_known else None]
    return at + len(inside) + 1, tuple(inside), False


def _is_rule(lines: list[str], at: int, rule: re.Match[str]) -> bool:
    above = without_quotes(lines[at - 1]).expandtabs(4) if at else ""
    # What stands so much further in belongs to an item of a list, which ends here, or is code.
    is_inside = len(above) - len(above.lstrip(" ")) >= len(rule["indent"]) + 4
    if _UNDERLINE.fullmatch(rule["line"]) and above.strip() and not is_inside:
        return False
    return _stands_free(lines, at, rule["quote"], rule["indent"])


def _stands_free(lines: list[str], at: int, quote: str, indent: str) -> bool:
    """Whether an indent of four and more means that the line stands in a list, a definition or a footnote.

    If not, it is a line of indented code.
    """
    wide = len(indent) - len(indent.lstrip(" \t"))
    if len(indent[:wide].expandtabs(4)) < 4:
        return True
    depth = quote.count(">")
    block = ""
    for line in reversed(lines[:at]):
        if line.count(">", 0, len(quote)) < depth:
            return False
        bare = without_quotes(line) if depth else line
        if not bare.strip():
            if block and not block.startswith("    "):
                return bool(_HOLDS_BLOCKS.match(block))
            block = ""
        else:
            block = bare.expandtabs(4)
            if _HOLDS_BLOCKS.match(block) and not block.startswith("    "):
                return True
    return bool(_HOLDS_BLOCKS.match(block))


def _unquoted(line: str, depth: int) -> str | None:
    """The line without so many marks of a quotation; None where it has fewer."""
    for _ in range(depth):
        quoted = _QUOTED.match(line)
        if quoted is None:
            return None
        line = line[quoted.end() :]
    return line
