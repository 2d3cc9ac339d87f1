"""The settings turned into what programs ask every site for: `robots.txt`, and `security.txt` where there is one."""

from __future__ import annotations

import datetime as dt

from kallelse.model.address import absolute
from kallelse.model.settings import Settings
from kallelse.publish.shell import root_of

ROBOTS = "robots.txt"
SECURITY = ".well-known/security.txt"
SITEMAP = "sitemap.xml"

# Less than a year, as is asked for (RFC 9116, 2.5.5): what nobody builds any more nobody looks after.
_VALID = dt.timedelta(days=364)


def robots_txt(settings: Settings) -> str:
    """The file that keeps nobody out and names the list of pages (RFC 9309); empty where programs ask elsewhere.

    What is no use to search engines says so itself, since one that may not read a page cannot learn that either.
    """
    if not _is_at_root(settings):
        return ""
    sitemap = f"\nSitemap: {absolute(settings.url, SITEMAP)}\n" if settings.url else ""
    return f"User-agent: *\nDisallow:\n{sitemap}"


def security_txt(settings: Settings, as_of: dt.date) -> str:
    """Whom somebody tells who has found a weakness (RFC 9116); empty where that is nobody, or nobody asks there."""
    if not (settings.security_contact and _is_at_root(settings)):
        return ""
    languages = "sv, en" if settings.language == "sv" else "en, sv"
    lines = [f"Contact: {settings.security_contact}", f"Expires: {as_of + _VALID}T00:00:00Z"]
    lines.append(f"Preferred-Languages: {languages}")
    if settings.url:
        lines.append(f"Canonical: {absolute(settings.url, SECURITY)}")
    return "\n".join(lines) + "\n"


def _is_at_root(settings: Settings) -> bool:
    """Whether the site is all of its host: programs ask for such files at its root alone (RFC 9116, 3)."""
    return root_of(settings) == "/"
