"""What is new turned into Atom feeds (RFC 4287): of everything, of each committee, matter and word, of the board."""

from __future__ import annotations

import datetime as dt
import posixpath
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from html import escape, unescape
from urllib.parse import urljoin

from kallelse.locale.follow import follow_words
from kallelse.locale.lists import listed
from kallelse.model.address import absolute
from kallelse.model.archive import BOARD
from kallelse.model.matter import Matter
from kallelse.model.meeting import Committee
from kallelse.model.settings import Keyword, Settings
from kallelse.model.zone import midnight
from kallelse.publish.files import FOLDER
from kallelse.publish.news import News
from kallelse.publish.plan import START

ALL = "floden/allt.xml"
BOARD_FEED = "floden/anslagstavlan.xml"
# As many as a feed has of what never ends.
_NEWEST = 50

# A link or a picture of a text in which every other `<` is escaped, and where it leads to.
_LINK = re.compile(r'(<(?:a|img) (?:[^<>]* )?(?:href|src)=")([^"<>]*)')
# What XML has no way to write (XML 1.0, 2.2).
_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed: where it stands, what it is called and about, which page shows what it is about."""

    address: str
    title: str
    about: str
    page: str


def has_feeds(settings: Settings) -> bool:
    """Whether the site has feeds: each of their addresses is whole, so that of the site must be known."""
    return bool(settings.url)


def feed_of_all(settings: Settings) -> Feed:
    """The feed of everything."""
    said = follow_words(settings.language)
    return Feed(ALL, said.feed_all.format(site=settings.name), said.feed_all_about, START)


def feed_of_board(settings: Settings) -> Feed:
    """The feed of the notice board."""
    said = follow_words(settings.language)
    return Feed(BOARD_FEED, said.feed_board.format(name=settings.name), said.feed_board_about, BOARD)


def feed_of_committee(committee: Committee, settings: Settings) -> Feed:
    """The feed of a committee, at an address by the first name that its folder had, so that it stays."""
    said = follow_words(settings.language)
    title, about = said.feed_committee, said.feed_committee_about
    address = f"floden/namnd-{committee.first_folder}.xml"
    return Feed(
        address, title.format(committee=committee.name), about.format(committee=committee.name), committee.address
    )


def feed_of_matter(matter: Matter, settings: Settings) -> Feed:
    """The feed of a matter, named as its page is."""
    said = follow_words(settings.language)
    name = posixpath.splitext(posixpath.basename(matter.address))[0]
    numbers = ", ".join(number.value for number in matter.numbers)
    title = f"{matter.title}, {numbers}" if numbers else matter.title
    return Feed(
        f"floden/arende-{name}.xml", said.feed_matter.format(title=title), said.feed_matter_about, matter.address
    )


def feed_of_keyword(keyword: Keyword, settings: Settings, page: str) -> Feed:
    """The feed of a word to follow, which is told of on that page."""
    said = follow_words(settings.language)
    words = listed((keyword.word, *keyword.also), settings.language)
    title, about = said.feed_keyword.format(word=keyword.word), said.feed_keyword_about.format(words=words)
    return Feed(f"floden/ord-{keyword.name}.xml", title, about, page)


def newest(news: Iterable[News], count: int | None = _NEWEST) -> tuple[News, ...]:
    """The newest, what is new or changed last first; those of one day in an order that stays."""
    ordered = sorted(news, key=lambda each: (each.last, each.name), reverse=True)
    return tuple(ordered[:count])


def atom(feed: Feed, news: Iterable[News], settings: Settings, as_of: dt.date) -> str:
    """The feed as XML; one in which nothing is new yet was last changed on the day `as_of`."""
    shown, root = tuple(news), settings.url.rstrip("/") + "/"
    day = max((each.last for each in shown), default=as_of)
    own, page = absolute(root, feed.address), absolute(root, feed.page)
    email = f"<email>{_text(settings.email)}</email>" if settings.email else ""
    head = (
        '<?xml version="1.0" encoding="utf-8"?>\n'
        f'<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="{settings.language}">\n'
        f"<id>{own}</id>\n<title>{_text(feed.title)}</title>\n<subtitle>{_text(feed.about)}</subtitle>\n"
        f"<updated>{midnight(day).isoformat()}</updated>\n"
        f'<link rel="self" type="application/atom+xml" href="{own}"/>\n'
        f'<link rel="alternate" type="text/html" href="{page}"/>\n'
        f"<author><name>{_text(settings.name)}</name><uri>{_text(root)}</uri>{email}</author>\n"
        f"<generator>Kallelse</generator>\n<icon>{absolute(root, f'{FOLDER}/icon.svg')}</icon>\n"
    )
    return "".join((head, *_entries(shown, root), "</feed>\n"))


def _entries(news: Iterable[News], root: str) -> Iterator[str]:
    for each in news:
        first, last = (midnight(day).isoformat() for day in (each.day, each.last))
        terms = "".join(f'<category term="{_text(one)}"/>' for one in each.terms)
        yield (
            f"<entry>\n<id>{absolute(root, each.name)}</id>\n<title>{_text(each.title)}</title>\n"
            f"<published>{first}</published><updated>{last}</updated>\n"
            f'<link rel="alternate" type="text/html" href="{absolute(root, each.address)}"/>\n{terms}\n'
            f'<summary>{_text(each.summary)}</summary>\n<content type="html">{_text(_led(each, root))}</content>\n'
            "</entry>\n"
        )


def _led(news: News, root: str) -> str:
    """Its text with whole links; one within a text leads to the page that has all of it."""
    page, own = absolute(root, news.base), absolute(root, news.address)

    def whole(found: re.Match[str]) -> str:
        link = unescape(found[2])
        return found[1] + escape(urljoin(own if link.startswith("#") else page, link))

    return _LINK.sub(whole, news.html)


def _text(text: str) -> str:
    return escape(_NOT_XML.sub("", text))
