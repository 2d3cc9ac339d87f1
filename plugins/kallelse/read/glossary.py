"""The municipality's own file of words and meanings turned into the terms that pages explain."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kallelse.locale.smallwords import SMALL_WORDS
from kallelse.model import fold
from kallelse.model.finding import Finding, Place
from kallelse.model.glossary import GLOSSARY, Term
from kallelse.model.settings import Language
from kallelse.model.text import Break, Code, Definition, DefinitionList, Emph, Heading, Para, Plain, Strong, Text
from kallelse.read.fields import Fields
from kallelse.read.frontmatter import FrontMatter, front_matter_of
from kallelse.read.schema import read_fields
from kallelse.read.sources import Sources
from kallelse.read.text.body import body_of

# What divides words, quotes them, or stands around them; an abbreviation ends with its full stop.
_SIGN = re.compile(r"""[;|"”“„«»<>]|^[^\w§(]|[^\w.)%§]$|^.*[^\W_]{6,}\.$""")
# No word is longer, and a whole explanation on the line of its word would be one.
_LONGEST = 80
_WORDS = (Text, Emph, Strong, Code, Break, Para, Plain)


class _Fields(Fields):
    """The file says everything in its text."""


def read_glossary(sources: Sources, language: Language) -> tuple[tuple[Term, ...], tuple[Finding, ...]]:
    """The terms in the order of the file, each word once; none without a file.

    The file is a list of definitions: a word, perhaps further forms after commas or on lines of their own, and under
    it, after a colon, what it means. Headings part it for its writers alone.
    """
    source = sources.texts.get(GLOSSARY)
    if source is None:
        return (), ()
    matter: FrontMatter | None = FrontMatter(GLOSSARY, body=source.text)
    findings: tuple[Finding, ...] = ()
    if source.text.startswith("---\n"):
        matter, findings = front_matter_of(GLOSSARY, sources)
    if matter is None:
        return (), findings
    body, wrong = body_of(matter, sources, language)
    findings += (*read_fields(_Fields, matter)[1], *wrong)
    terms: list[Term] = []
    taken: dict[str, Term] = {}
    for block in body.blocks:
        if isinstance(block, DefinitionList):
            for item in block.items:
                term, told = _term(item, block.line)
                findings += told or (*_unmatched(term, language), *_twice(term, taken))
                if not told:
                    terms.append(term)
        elif not isinstance(block, Heading):
            line = fold.line_of(block)
            typed = source.text.split("\n")[line - 1].strip() if line else ""
            findings += (Finding("glossary-outside", Place(GLOSSARY, line), {"text": typed[:60]}),)
    return tuple(terms), findings


def _term(item: Definition, line: int) -> tuple[Term, tuple[Finding, ...]]:
    """A term, and what is wrong with it."""
    line = next((node.line for node in fold.walk((Plain(item.term),)) if isinstance(node, Text) and node.line), line)
    typed = fold.plain(Text(",") if isinstance(each, Break) else each for each in item.term)
    words = [" ".join(word.split()) for word in typed.split(",")]
    name, *forms = [word for word in words if word] or [""]
    blocks = tuple(block for meaning in item.meanings for block in meaning)
    meaning = " ".join(" ".join(fold.plain((block,)).split()) for block in blocks if isinstance(block, Para | Plain))
    term = Term(name, tuple(forms), meaning, line)
    place = Place(GLOSSARY, line)
    if not meaning or not name:
        return term, (Finding("glossary-empty", place, {"word": name}),)
    if long := [word for word in words if len(word) > _LONGEST]:
        return term, (Finding("glossary-long", place, {"word": f"{long[0][:_LONGEST]}…", "most": str(_LONGEST)}),)
    if any(not isinstance(node, _WORDS) for node in fold.walk((Plain(item.term), *blocks))):
        return term, (Finding("glossary-plain", place, {"word": name}),)
    return term, ()


def _unmatched(term: Term, language: Language) -> Iterator[Finding]:
    """The words of a term that no text has, for a sign that is no part of them, or that every text has."""
    place = Place(GLOSSARY, term.line)
    for word in term.words:
        if _SIGN.search(word):
            yield Finding("glossary-signs", place, {"word": word})
        elif word.casefold() in SMALL_WORDS[language]:
            yield Finding("glossary-common", place, {"word": word})


def _twice(term: Term, taken: dict[str, Term]) -> Iterator[Finding]:
    """The words of a term that another before it has, or it itself."""
    for word in term.words:
        other = taken.setdefault(word.casefold(), term)
        if other is not term:
            yield Finding("glossary-twice", Place(GLOSSARY, term.line), {"word": word, "other": other.name})
