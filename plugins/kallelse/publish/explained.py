"""The finished content of a page turned into the same with the words explained that not everybody knows."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from html import escape, unescape
from typing import TypeAlias

from kallelse.model.glossary import Term

_Branches: TypeAlias = "dict[str, _Branches]"

# What no explanation goes into: what leads somewhere or is pressed, names and heads, figures, quotations, what stands
# in a form or only for eyes or only for ears. None of these elements has one of its own kind in it.
_WHOLE = "a|button|h1|th|caption|summary|label|legend|code|pre|time|svg|form|template|noscript"
_CLASSES = "|".join(
    (
        *('figure class="k-finance', 'figure class="k-process', 'div class="k-card\\b', 'section class="k-cite'),
        *('ol class="k-steps', 'span class="k-vh', r"(?:p|span|div)\b[^>]*?[\s-]hidden"),
    )
)
# Each begins with a plain sign, and has a group, as no pattern of a word does.
_MARKUP = (
    rf"<()(?:({_WHOLE})\b.*?</\2\b|(?={_CLASSES})(\w+).*?</\3\b|)[^>]*>"
    r"|”()[^”<]*”|“()[^“”<]*[“”]|&()#34;(?:(?!&#34;)[^<])*&#34;|\"()[^\"<]*\""
    # A sign that HTML spells has no word in it.
    r"|&()(?:#\w+|\w+);"
)
_EXPLAINED = re.compile(r'<button class="k-term"[^>]*>(.*?)</button><span class="k-term__text".*?</span>', re.DOTALL)
# How a page has the signs that mean something in HTML; quotation marks stand as they are too.
_SPELLED = {
    "&": ("&amp;",),
    "<": ("&lt;",),
    ">": ("&gt;",),
    '"': ('"', "&#34;", "&quot;"),
    "'": ("'", "&#39;", "&#x27;"),
}
# A hyphen, soft or hard, makes a word a part of a longer one.
_WITHIN = r"[\w\u00ad-]"


class Explainer:
    """Explains each of its `terms` where a page has it first."""

    def __init__(self, terms: tuple[Term, ...]) -> None:
        self.terms = terms
        self._terms: Mapping[str, Term] = {_key(word): term for term in terms for word in term.words}
        words = _trie(self._terms)
        # A term may begin as a quotation does, or as a sign that HTML spells.
        self._sought = re.compile(rf"{words}|{_MARKUP}", re.DOTALL) if words else None

    def explained(self, html: str) -> str:
        """`html` with a button around the first of each term's words, and what it opens right after it.

        It opens by click, touch and keyboard without any script (HTML, 6.12, the popover attribute), and closes by Esc.
        What it says is phrasing content, so that it may stand wherever the word does.
        """
        found: set[Term] = set()
        pieces: list[str] = []
        end = 0
        for match in () if self._sought is None else self._sought.finditer(html):
            if match.lastindex is None and (term := self._terms[_key(unescape(match[0]))]) not in found:
                found.add(term)
                pieces += (html[end : match.start()], _button(match[0], term, f"k_term{len(found)}"))
                end = match.end()
        return "".join((*pieces, html[end:])) if pieces else html


def unexplained(html: str) -> str:
    """The content of a page without its explanations."""
    return _EXPLAINED.sub(r"\1", html)


def _button(word: str, term: Term, anchor: str) -> str:
    # Written as one line, since it may stand where blanks count.
    return (
        f'<button class="k-term" type="button" popovertarget="{anchor}">{word}</button>'
        f'<span class="k-term__text" id="{anchor}" popover data-pagefind-ignore data-nosnippet>'
        f"<strong>{escape(term.name, quote=False)}</strong> {escape(term.meaning, quote=False)}</span>"
    )


def _key(word: str) -> str:
    """What a word is known by: a capital first and the kind of blanks aside."""
    plain = " ".join(word.split())
    return _small(plain[:1]) + plain[1:]


def _small(letter: str) -> str:
    """The letter whose capital it is; itself where the way does not lead back, as from `ı` to `I` to `i`."""
    small = letter.lower()
    return small if small.upper() == letter else letter


def _trie(words: Iterable[str]) -> str:
    """A pattern for any of the words, as HTML has them, whose search costs the same however many they are."""
    root: _Branches = {}
    for word in words:
        branch = root
        for letter in word:
            branch = branch.setdefault(letter, {})
        branch[""] = {}
    return "|".join(_begun(first, rest) for letter in sorted(root) for first, rest in _firsts(letter, root[letter]))


def _firsts(letter: str, branch: _Branches) -> Iterator[tuple[str, str]]:
    """How words begin whose first letter it is: as HTML has it, and the pattern of what may follow."""
    capital, rest = letter.upper(), _branches(branch)
    for first in sorted({letter, capital if _small(capital) == letter else letter}):
        yield from ((spelled, rest) for spelled in _SPELLED.get(first, (first,)))


def _begun(first: str, rest: str) -> str:
    # Each branch begins with a plain letter, which lets the search leap to the next place where one can begin.
    return f"{re.escape(first[0])}(?<!{_WITHIN}.){re.escape(first[1:])}{rest}(?!{_WITHIN})"


def _branches(branch: _Branches) -> str:
    inside = [_chain(letter, branch[letter]) for letter in sorted(branch) if letter]
    if not inside:
        return ""
    return f"(?:{'|'.join(inside)})?" if "" in branch else f"(?:{'|'.join(inside)})" if inside[1:] else inside[0]


def _chain(letter: str, branch: _Branches) -> str:
    """The pattern of a letter and what follows it: what has but one way to go on is no group, however long it is."""
    said = _letter(letter)
    while len(branch) == 1 and "" not in branch:
        ((letter, branch),) = branch.items()
        said += _letter(letter)
    return said + _branches(branch)


def _letter(letter: str) -> str:
    if letter == " ":
        return r"\s+"
    spelled = [re.escape(each) for each in _SPELLED.get(letter, (letter,))]
    return f"(?:{'|'.join(spelled)})" if spelled[1:] else spelled[0]
