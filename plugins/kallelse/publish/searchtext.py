"""Texts turned into the spelling of the search index, which `static/search-index.js` turns back.

Pagefind takes å, ä and ö for a and o before it looks for a stem, and its `exactDiacritics` compares words as they were
before that, so that with it `nämnder` would not find `nämnden`. So each of the three is spelled as a letter that no
word has (`RING`, `DOTS`) before the plain one: they stay letters of their own, stems are found, and é, ü and the like
still match their plain letters. A compound has a `CUT` before each part but its first: Pagefind indexes the parts at
the place of the word itself. The list of endings that makes stems knows `skolor` and `skolorna`, but not `skolan`: a
cut before its `n` lets `skola` be a part.
"""

from __future__ import annotations

import re
import unicodedata

from kallelse.locale.compounds import SHORTEST, cuts
from kallelse.locale.endings import NO_ARTICLE
from kallelse.model.settings import Language

RING, DOTS, CUT = "\u01c0", "\u01c1", "|"
_SMALL = "a-zåäöéü"

_SPELLED = {"å": f"{RING}a", "Å": f"{RING}A", "ä": f"{DOTS}a", "Ä": f"{DOTS}A", "ö": f"{DOTS}o", "Ö": f"{DOTS}O"}
# Ranges are read several times as fast as classes of letters.
_WORD = re.compile(rf"[A-Za-zÀ-ÖØ-öø-ÿ]{{{SHORTEST},}}")
_SOFT = ("\u00ad", "&shy;", "\ufeff")
# Pagefind parts the words of these no more than those of a word in bold.
_CELLS = ("</th>", "</dt>", "</dd>", "</caption>", "</figcaption>", "</time>", "</pre>")
# Only marks of ASCII part the words on both sides of them.
_DASH = re.compile(r"[\u2010-\u2014](?=\w)")
# A cut that somebody wrote stands by itself, so that it is taken for none.
_WRITTEN = re.compile(r"(?<=[^\s<>])\|(?=[^\s<>])")
_NO_ARTICLE = "".join(f"(?<!{word})" for word in NO_ARTICLE)
# What begins with a letter, whatever is asked of the letters before it, is sought several times as fast.
_ARTICLE = re.compile(rf"n(?<=[{_SMALL}]{{3}}an){_NO_ARTICLE}(?:(s)(?![{_SMALL}])|(?![{_SMALL}]))")
_HIDDEN = 0xE000
_HIDEABLE = 0x0800


def spelled(html: str, language: Language) -> str:
    """`html` as the index takes it: its words spelled, Swedish compounds cut, soft hyphens gone."""
    text = unicodedata.normalize("NFC", html)
    for soft in _SOFT:
        text = text.replace(soft, "")
    for cell in _CELLS:
        text = text.replace(cell, f" {cell}")
    if CUT in text:
        text = _WRITTEN.sub(_apart, text)
    text = _DASH.sub(_after_dash, text)
    if language == "sv":
        text = _WORD.sub(_cut, text)
        text = _ARTICLE.sub(_before_article, text)
    for letter, spelling in _SPELLED.items():
        text = text.replace(letter, spelling)
    return text


def _apart(match: re.Match[str]) -> str:
    return match[0] if _is_within_mark(match.string, match.end()) else f" {CUT} "


def _after_dash(match: re.Match[str]) -> str:
    before = match.string[match.start() - 1 : match.start()]
    return match[0] + CUT if before.isalnum() else match[0]


def hidden(text: str) -> str:
    """`text` in letters that are part of no word, so that search does not find a page by it."""
    return "".join(chr(_HIDDEN + ord(each)) if ord(each) < _HIDEABLE else each for each in text)


def _before_article(match: re.Match[str]) -> str:
    return f"{CUT}n{CUT}s" if match[1] else f"{CUT}n"


class _Cut(dict[str, str]):
    """Words with the cuts of a compound, each looked at once; a word without one is empty here."""

    def __missing__(self, word: str) -> str:
        found = cuts(word)
        parts = (word[begin:end] for begin, end in zip((0, *found), (*found, len(word)), strict=True))
        self[word] = CUT.join(parts) if found else ""
        return self[word]


_CUT = _Cut()


def _cut(match: re.Match[str]) -> str:
    word = match[0]
    shown = _CUT[word]
    return shown if shown and not _is_within_mark(match.string, match.end()) else word


def _is_within_mark(html: str, place: int) -> bool:
    """Whether the next of `<` and `>` after `place` ends a mark of HTML, of whose text a written `>` is no part."""
    closing = html.find(">", place)
    return closing >= 0 and html.find("<", place, closing) < 0
