"""A page of the handbook, made by the engine's theme, turned into one with the foot that all pages of a site have."""

from __future__ import annotations

from html import escape

from kallelse.locale.glossary import glossary_words
from kallelse.locale.site import words
from kallelse.locale.statement import statement_words
from kallelse.model.address import relative
from kallelse.model.settings import Settings
from kallelse.publish.plan import GLOSSARY, STATEMENT
from kallelse.publish.policy import Inline, engine_policy, inline_of, with_policy

_FOOT = '<div class="md-copyright">'
_MENU = 'id="__drawer"'


def completed(html: str, address: str, settings: Settings) -> tuple[str, Inline]:
    """The page at `address` with all that the site adds to it, and what it has inline, which its policy lets in.

    Its foot has contact and accessibility statement, and what opens its menu a name, unless the theme writes them
    otherwise.
    """
    found = inline_of(html)
    return with_policy(_with_foot(html, address, settings), engine_policy(found)), found


def _with_foot(html: str, address: str, settings: Settings) -> str:
    language = settings.language
    lines = [escape(line) for line in (settings.name, *settings.contact)]
    if settings.email:
        lines.append(f'<a href="mailto:{escape(settings.email)}">{escape(settings.email)}</a>')
    leads = ((statement_words(language).statement, STATEMENT), (glossary_words(language).glossary, GLOSSARY))
    links = " · ".join(f'<a href="{relative(to, address)}">{escape(title)}</a>' for title, to in leads)
    foot = f"<address>{'<br>'.join(lines)}</address><p>{links}</p>"
    named = html.replace(_MENU, f'{_MENU} aria-label="{escape(words(language).menu)}"', 1)
    return named.replace(_FOOT, _FOOT + foot, 1)
