"""The finished content of a page turned into the same with the words explained that not everybody knows."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache
from html import escape
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
_MARKUP = (
    rf"<(?:({_WHOLE})\b.*?</\1\b|(?={_CLASSES})(\w+).*?</\2\b|)[^>]*>"
    r"|”[^”<]*”|“[^“”<]*[“”]|&#34;(?:(?!&#34;)[^<])*&#34;|\"[^\"<]*\""
)
_EXPLAINED = re.compile(r'<button class="k-term"[^>]*>(.*?)</button><span class="k-term__text".*?</span>', re.DOTALL)
_SIGNS = '<”“"&'
# A hyphen, soft or hard, makes a word a part of a longer one.
_WITHIN = r"[\w\u00ad-]"


class Explainer:
    """Explains each of its terms where a page has it first."""

    def __init__(self, terms: Iterable[Term]) -> None:
        self._terms: Mapping[str, Term] = {_key(word): term for term in terms for word in term.words}
        words = _trie(self._terms)
        self._sought = re.compile(rf"{_MARKUP}|{words}", re.DOTALL) if words else None

    def explained(self, html: str) -> str:
        """`html` with a button around the first of each term's words, and what it opens right after it.

        It opens by click, touch and keyboard without any script (HTML, 6.12, the popover attribute), and closes by Esc.
        What it says is phrasing content, so that it may stand wherever the word does.
        """
        if self._sought is None:
            return html
        found: dict[Term, None] = {}
        pieces: list[str] = []
        end = 0
        for match in self._sought.finditer(html):
            word = match[0]
            if word[0] in _SIGNS:
                continue
            term = self._terms[_key(word)]
            if term not in found:
                found[term] = None
                pieces += (html[end : match.start()], _button(word, term, f"k_term{len(found)}"))
                end = match.end()
        return "".join((*pieces, html[end:])) if pieces else html


@lru_cache(maxsize=4)
def explainer(terms: tuple[Term, ...]) -> Explainer:
    """The explainer of those terms."""
    return Explainer(terms)


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
    """What a word is known by: a capital first and the kind of blanks aside; as it stands in HTML or in a list."""
    plain = " ".join(word.replace("&amp;", "&").split())
    return plain[:1].lower() + plain[1:]


def _trie(words: Iterable[str]) -> str:
    """A pattern for any of the words, as HTML has them, whose search costs the same however many they are."""
    root: _Branches = {}
    for word in words:
        branch = root
        for letter in word:
            branch = branch.setdefault(letter, {})
        branch[""] = {}
    # Each branch begins with a plain letter, which lets the search leap to the next place where one can begin.
    return "|".join(
        f"{re.escape(first)}(?<!{_WITHIN}.)(?:{_branches(root[letter])})(?!{_WITHIN})"
        for letter in sorted(root)
        for first in sorted({letter, letter.upper() if len(letter.upper()) == 1 else letter})
    )


def _branches(branch: _Branches) -> str:
    inside = [_letter(letter) + _branches(branch[letter]) for letter in sorted(branch) if letter]
    said = f"(?:{'|'.join(inside)})" if inside else ""
    return f"{said}?" if said and "" in branch else said


def _letter(letter: str) -> str:
    return r"\s+" if letter == " " else re.escape(escape(letter, quote=False))
