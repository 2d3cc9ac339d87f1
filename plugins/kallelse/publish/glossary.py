"""The words that pages explain turned into the page that lists them all."""

from __future__ import annotations

from kallelse.locale.glossary import glossary_words
from kallelse.model.glossary import Term
from kallelse.publish.page import Page, PageKind
from kallelse.publish.plan import GLOSSARY, Plan
from kallelse.publish.templates import filled

# Letters that all forms of a Swedish word share: bifall, bifölls.
_STEM = 3


def glossary_page(plan: Plan) -> Page:
    """The list of all words by name, each with what it means."""
    words = glossary_words(plan.language)
    terms = [(term.name, term.meaning, also(term)) for term in plan.terms]
    return Page(
        address=GLOSSARY,
        title=words.glossary,
        description=words.description,
        # Here every word is explained where it stands.
        html=filled(plan.templates, "glossary.html", g=words, also=words.also, terms=terms),
        kind=PageKind.GLOSSARY,
        here=words.glossary,
    )


def also(term: Term) -> str:
    """The further words of a term that are more than forms of one before them: `votering` of `omröstning`."""
    found = [term.name]
    for form in term.forms:
        if not any(form.casefold().startswith(word.casefold()[:_STEM]) for word in found):
            found.append(form)
    return ", ".join(found[1:])
