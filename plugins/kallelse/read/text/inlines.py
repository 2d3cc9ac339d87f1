"""The texts and inline elements of an element tree turned into inlines, each with its source line."""

from __future__ import annotations

import html
import re
import xml.etree.ElementTree as ET
from collections.abc import Iterable, Iterator

from kallelse.locale.words import UNSIGNED
from kallelse.model.finding import Finding, Place, Severity
from kallelse.model.fold import plain
from kallelse.model.text import (
    Break,
    Cite,
    Code,
    Emph,
    Image,
    Inline,
    Link,
    NoteRef,
    Strike,
    Strong,
    Sub,
    Sup,
    Text,
)
from kallelse.read.text.dialect import BREAK, CITATION, CITE, CODE, NOTE_REF, strings
from kallelse.read.text.html import AT, COMMENT, NAME, OTHER, STRAY, UNCLOSED
from kallelse.read.text.lines import AMPERSAND, MARK, TEXT_MARK, marks, number_of, unmarked

_Wrapper = type[Emph] | type[Strong] | type[Strike] | type[Sup] | type[Sub]
_WRAPPERS: dict[str, _Wrapper] = {
    "em": Emph,
    "i": Emph,
    "strong": Strong,
    "b": Strong,
    "del": Strike,
    "s": Strike,
    "strike": Strike,
    "sup": Sup,
    "sub": Sub,
}
# What they hold is for machines: it is not text that lost its tag.
UNSAFE = frozenset(
    (
        *("script", "style", "iframe", "object", "embed", "template", "svg", "math", "form", "input", "button"),
        *("select", "textarea", "link", "meta", "base"),
    )
)
# Attributes that the tree keeps, and those that say only what it works out by itself.
_ATTRIBUTES = {
    "a": ("href",),
    "img": ("src", "alt"),
    "td": ("colspan", "rowspan", "align", "scope"),
    "th": ("colspan", "rowspan", "align", "scope"),
    "ol": ("start",),
}

_TOKEN = re.compile(
    rf"(?P<mark>{MARK.pattern})|\x02(?P<escaped>\d+)\x03|(?P<end>\n *)"
    rf"|(?P<entity>[&{AMPERSAND}](?:\#[0-9]+|\#[xX][0-9a-fA-F]+|[A-Za-z][A-Za-z0-9]*);)"
)
_MORE_THAN_MARKS = re.compile(f"[\n\x02&{AMPERSAND}\U00030000-\U0003ffff]")
# Signs that Markdown knows but found no use for here.
_LEFT_OVER = re.compile(
    r"(?P<fence>```)|\]\[(?P<link>[^\]\[]*)\]|(?P<attributes>\{[:#.][^{}]*\}|^\{ *[a-z-]+=[^{}]*\})"
    r"|(?P<apart>\][ ]+\((?:https?:|mailto:|\#|[^()\s]+\.md)[^()\s]*\))|(?P<broken>\]\()"
    r"|(?P<stars>(?<!\w)\*\*|\*\*(?=\w))"
)


_SIGNS = {"em": "*", "strong": "**", "code": "`"}


class Inlines:
    """Reads the inlines of one body, one after the other.

    `line` is the source line it stands in, `seen` the lines it has met, `calls` the keys of the notes called so far;
    what is wrong gathers in `findings`.
    """

    def __init__(self, path: str, notes: Iterable[str], line: int) -> None:
        self.path = path
        self.line = line
        self.seen: set[int] = set()
        self.findings: list[Finding] = []
        self.calls: list[str] = []
        self._notes = frozenset(notes)

    def tell(self, code: str, line: int, severity: Severity = Severity.ERROR, /, **words: str) -> None:
        """Notes a finding at `line`."""
        told = {name: unmarked(word) for name, word in words.items()}
        self.findings.append(Finding(code, Place(self.path, line), told, severity))

    def clean(self, typed: str) -> str:
        """`typed` without marks, escapes and entities; the line moves on to where it ends."""
        return "".join(text.value for text in self.texts(typed))

    def literal(self, typed: str) -> str:
        """`typed` without marks, all else as it stands; the line moves on to where it ends."""
        self._pass(typed)
        return unmarked(typed)

    def texts(self, typed: str) -> Iterator[Text]:
        """`typed` as one text for each source line, line ends as one blank."""
        if "]" in typed or "`" in typed or "{" in typed or "*" in typed:
            self._look_for_left_overs(typed)
        if not _MORE_THAN_MARKS.search(typed):
            words = TEXT_MARK.split(typed)
            if found := words[1::2]:
                self.seen.update(map(number_of, found))
                self.line = number_of(found[-1])
                typed = "".join(words[::2])
            if typed:
                yield Text(typed, self.line)
            return
        pieces: list[str] = []
        at = 0
        for token in _TOKEN.finditer(typed):
            pieces.append(typed[at : token.start()])
            at = token.end()
            if token["mark"]:
                self.line = number_of(token["mark"])
                self.seen.add(self.line)
            elif token["escaped"]:
                pieces.append(chr(int(token["escaped"])))
            elif token["entity"]:
                pieces.append(html.unescape(f"&{token['entity'][1:]}"))
            else:
                yield Text("".join(pieces).replace(AMPERSAND, "&").rstrip(" ") + " ", self.line)
                self.line += 1
                pieces.clear()
        pieces.append(typed[at:])
        rest = "".join(pieces).replace(AMPERSAND, "&")
        if rest:
            yield Text(rest, self.line)

    def content(self, element: ET.Element) -> tuple[Inline, ...]:
        """What stands in `element`, without blanks at its ends and around line breaks."""
        return trimmed(self._inlines(element))

    def child(self, element: ET.Element, before: str) -> Iterator[Inline]:
        """An inline element after the text that stands right `before` it, by which it may be none."""
        sign = _SIGNS.get(element.tag)
        if sign is not None:
            # The letter next to it may have a mark behind it.
            inside, after = unmarked(element.text or ""), unmarked((element.tail or "")[:2])[:1]
            if _is_taken(sign, unmarked(before[-2:])[-1:], inside, after):
                self.tell("signs-taken", self.line, Severity.REMARK, sign=sign, text=_short(inside))
        return self.inline(element)

    def inline(self, element: ET.Element) -> Iterator[Inline]:
        """One inline element; of one that the tree has no kind for, what stands in it, or nothing."""
        tag = element.tag
        self.attributes(element)
        if tag in _WRAPPERS:
            yield _WRAPPERS[tag](tuple(self._inlines(element)))
        elif tag in CODE:
            yield self._code(element)
        elif tag == "a":
            yield from self._link(element)
        elif tag == "img":
            yield self.image(element)
        elif tag in ("br", BREAK):
            yield Break()
            self.line += tag == BREAK
        elif tag == NOTE_REF:
            yield self._note(element)
        elif tag == CITE:
            yield self._cite(element)
        else:
            yield from self.unknown(element)

    def unknown(self, element: ET.Element) -> Iterator[Inline]:
        """The words of an element that the tree has no kind for, and a finding that says so."""
        # What lies between the parts of a table is met before these.
        tag, line = element.tag, max(self.line, int(element.get(AT, "0")))
        if tag == COMMENT:
            self.tell("comment-dropped", line, Severity.REMARK, text=_short(self.literal(element.text or "")))
        elif tag == OTHER:
            self.tell("html-other", line, text=_short(self.literal(element.text or "")))
        elif tag == UNCLOSED:
            self.tell("html-unclosed", int(element.get(AT, "0")) or line, tag=element.get(NAME, ""))
        elif tag == STRAY:
            self.tell("html-stray", line, tag=element.get(NAME, ""))
        elif tag in UNSAFE:
            self.tell("html-unsafe", line, tag=tag)
            self.skip(element)
        else:
            self.tell("html-tag", line, tag=tag)
            yield from self._inlines(element)

    def skip(self, element: ET.Element) -> None:
        """Leaves out what stands in `element`; the line moves on to where it ends."""
        self._pass("".join(strings(element)))

    def words_between(self, typed: str, parent: str) -> None:
        """Tells of words that stand between the parts of a list or a table, where they have no place."""
        line = self._line_at(typed, len(typed) - len(typed.lstrip()))
        words = self.clean(typed).strip()
        if words:
            self.tell("html-words", line, text=words, parent=parent)

    def image(self, element: ET.Element, *, captioned: bool = False) -> Image:
        """A picture; its title is lost where it is not `captioned`."""
        line = self.line
        source = self.clean(element.get("src", "")).strip()
        alt = " ".join(self.clean(element.get("alt", "")).split())
        if element.get("title") and not captioned:
            self.tell("image-title", line, title=self.clean(element.get("title", "")))
        return Image(source, alt, line)

    def attributes(self, element: ET.Element) -> None:
        """Takes the line from an element's own mark, and tells which of its attributes are lost."""
        if not element.attrib:
            return
        known = _ATTRIBUTES.get(element.tag, ())
        for name, value in element.items():
            if MARK.fullmatch(name):
                self._pass(name)
            elif name.isupper():
                self._pass(value)
            elif name == "title" and element.tag in ("a", "img"):
                pass
            elif name not in known and element.tag not in UNSAFE:
                self.tell("html-attribute", self.line, tag=element.tag, attribute=name)

    def _inlines(self, element: ET.Element) -> Iterator[Inline]:
        before = element.text or ""
        if before:
            yield from self.texts(before)
        for child in element:
            yield from self.child(child, before)
            before = child.tail or ""
            if before:
                yield from self.texts(before)

    def code(self, element: ET.Element) -> str:
        """The words in `element` as typed, whatever stands around them."""
        pieces = [self._code_text(element.text or "")]
        for child in element:
            if child.tag in _WRAPPERS or child.tag in CODE:
                pieces.append(self.code(child))
            else:
                pieces.extend(plain((inline,)) for inline in self.unknown(child))
            pieces.append(self._code_text(child.tail or ""))
        return "".join(pieces)

    def _code_text(self, typed: str) -> str:
        # What is typed as code has no entities but those that the parser made; raw HTML has its own.
        self._pass(typed)
        return html.unescape(MARK.sub("", typed)).replace(AMPERSAND, "&")

    def _code(self, element: ET.Element) -> Code:
        line = self._line_at(element.text or "", 0)
        return Code(" ".join(self.code(element).split("\n")), line)

    def _link(self, element: ET.Element) -> Iterator[Inline]:
        start = self.line
        content = trimmed(self._inlines(element), edges=False)
        inner = next((inline for inline in content if isinstance(inline, Link)), None)
        line = next((part.line for part in content if not isinstance(part, _NO_LINE) and part.line), start)
        target = self.clean(element.get("href", "")).strip()
        if inner is not None:
            self.tell("link-in-link", line, text=plain(content))
            yield from content
            return
        if element.get("title"):
            self.tell("link-title", line, Severity.REMARK, title=self.clean(element.get("title", "")))
        if "href" not in element.attrib:
            self.tell("html-tag", line, tag="a")
            yield from content
            return
        yield Link(content, target, line)

    def _note(self, element: ET.Element) -> Inline:
        key = self.literal(element.text or "")
        if key in self._notes:
            self.calls.append(key)
            return NoteRef(key, self.line)
        self.tell("note-undefined", self.line, key=key)
        return Text(f"[^{key}]", self.line)

    def _cite(self, element: ET.Element) -> Inline:
        typed = element.text or ""
        line = self._line_at(typed, 0)
        match = CITATION.fullmatch(" ".join(self.literal(typed).split()))
        if match is None:
            return Text(unmarked(typed), line)
        said, _, option = match[2].replace("\\|", "|").partition("|")
        option = option.strip()
        if option and option.lower() not in UNSIGNED:
            self.tell("cite-option", line, option=option, known=UNSIGNED[0])
        labels = tuple(label for label in (_unquoted(part) for part in _PART.findall(said)) if label)
        if not labels:
            self.tell("cite-empty", line, id=match[1])
        return Cite(match[1], labels, unsigned=bool(option), line=line)

    def _look_for_left_overs(self, typed: str) -> None:
        for left in _LEFT_OVER.finditer(typed):
            line = self._line_at(typed, left.start())
            if left["fence"]:
                self.tell("fence-inside", line)
            elif left["attributes"]:
                self.tell("attributes-typed", line, text=left["attributes"])
            elif left["apart"]:
                self.tell("link-apart", line, text=left["apart"])
            elif left["broken"]:
                self.tell("link-broken", line)
            elif left["stars"]:
                self.tell("stars-typed", line, Severity.REMARK)
            else:
                self.tell("link-undefined", line, name=left["link"] or "")

    def _line_at(self, typed: str, position: int) -> int:
        # The mark of a line may come after what begins it.
        end = typed.find("\n", position)
        found = list(MARK.finditer(typed, 0, end if end >= 0 else len(typed)))
        if not found:
            return self.line + typed.count("\n", 0, position)
        return number_of(found[-1][0]) + typed.count("\n", found[-1].start(), position)

    def _pass(self, typed: str) -> None:
        found = list(MARK.finditer(typed))
        self.seen.update(marks(typed))
        if found:
            self.line = number_of(found[-1][0]) + typed.count("\n", found[-1].end())
        else:
            self.line += typed.count("\n")


_NO_LINE = (Emph, Strong, Strike, Sup, Sub, Break)
_PART = re.compile(r'"[^"]*"|[^,]+')


def _is_taken(sign: str, before: str, inside: str, after: str) -> bool:
    """Whether signs of emphasis multiply figures, or those of code stand in words: `5*3*2`, `O`Neill och D`Arcy`."""
    if sign == "`":
        return before.isalpha() and after.isalpha()
    return before.isdigit() and inside[:1].isdigit() and after.isdigit()


def _unquoted(label: str) -> str:
    label = label.strip()
    return label[1:-1].strip() if len(label) > 1 and label[0] == label[-1] == '"' else label


def _short(text: str) -> str:
    folded = " ".join(text.split())
    return folded if len(folded) <= 60 else folded[:59].rstrip() + "…"


def trimmed(inlines: Iterable[Inline], *, edges: bool = True) -> tuple[Inline, ...]:
    """`inlines` without blanks around line breaks and, with `edges`, without blanks and breaks at either end."""
    found: list[Inline] = []
    for inline in inlines:
        after_break = (edges and not found) or (bool(found) and isinstance(found[-1], Break))
        if isinstance(inline, Break):
            if after_break and not found:
                continue
            _strip_end(found)
        elif isinstance(inline, Text) and after_break:
            rest = inline.value.lstrip(" ")
            if rest:
                found.append(Text(rest, inline.line))
            continue
        found.append(inline)
    if edges:
        _strip_end(found)
        while found and isinstance(found[-1], Break):
            found.pop()
            _strip_end(found)
    return tuple(found)


def _strip_end(found: list[Inline]) -> None:
    while found and isinstance(last := found[-1], Text):
        kept = last.value.rstrip(" ")
        if kept:
            if kept != last.value:
                found[-1] = Text(kept, last.line)
            return
        found.pop()
