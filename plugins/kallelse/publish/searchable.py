"""A page turned into the HTML that Pagefind reads of it: its words spelled, its filters, what hits show."""

from __future__ import annotations

from jinja2 import Template

from kallelse.locale.search import search_words
from kallelse.model.settings import Language
from kallelse.publish.page import Page
from kallelse.publish.pagemarks import anchored
from kallelse.publish.searchorder import DAY
from kallelse.publish.searchtext import hidden, spelled
from kallelse.publish.templates import environment

_TEMPLATE = "indexed.html"


def template(language: Language) -> Template:
    """What `searchable` fills."""
    return environment(language).get_template(_TEMPLATE)


def searchable(page: Page, language: Language, form: Template) -> str:
    """The page for the index: found by the words of its article, under its filters, what it is, and its day."""
    kind = search_words(language).kinds.get(page.kind.value, "")
    return form.render(
        language=language,
        title=spelled(page.title, language),
        filters=(*page.filters, ("kind", kind), (DAY, page.day)),
        meta=tuple((name, hidden(value)) for name, value in page.meta),
        html=spelled(anchored(page.html), language),
    )
