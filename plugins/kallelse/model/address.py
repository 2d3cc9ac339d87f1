"""Addresses on the site: from source paths to pages, and from one page to another."""

from __future__ import annotations

import datetime as dt
import posixpath
import re
import unicodedata
from functools import lru_cache
from urllib.parse import quote, unquote

from kallelse.model.filekinds import NEVER_AS_IS

_DEVICE = re.compile(r"(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])\s*(?:\.|$)", re.IGNORECASE)
MEETING_FOLDER = re.compile(r"(\d{4}-\d{2}-\d{2})(-[a-z0-9]+(-[a-z0-9]+)*)?")
"""The name of a meeting's folder: its day, with a suffix where a day has two."""
RESERVED = frozenset(
    (
        *("moten", "arenden", "beslut", "uppdrag", "anslagstavla", "floden", "kalender", "data", "api"),
        *("kallelse", "pagefind", "assets", "search", "hosting", ".well-known"),
        *("index.html", "sok.html", "folj.html", "kontrollera.html", "tillganglighet.html", "ordlista.html"),
        *("404.html", "sitemap.xml", "sitemap.xml.gz", "manifest.sha256", "_headers", "_redirects", "robots.txt"),
    )
)
"""Names right under the site's root that are taken by pages and files of the site itself, in small letters."""

_OUTSIDE = re.compile(r"(https?://|mailto:|tel:)", re.IGNORECASE)
# Hyphens and dashes of every width, which are none to ASCII.
_DASHES = re.compile("[\u2010-\u2015\u2212]")
_NOT_PLAIN = re.compile(r"[^a-z0-9]+")
# Letters that Unicode does not take apart into a plain one and a mark.
_SPELLED = str.maketrans({"ß": "ss", "ø": "o", "Ø": "o", "æ": "ae", "Æ": "ae", "ð": "d", "þ": "th", "ł": "l", "Ł": "l"})


def slug(text: str) -> str:
    """`text` in small ASCII letters, figures and hyphens: `Åtgärder § 4, maj–juni` → `atgarder-4-maj-juni`."""
    text = _DASHES.sub("-", text)
    plain = unicodedata.normalize("NFKD", text.translate(_SPELLED))
    return _NOT_PLAIN.sub("-", plain.encode("ascii", "ignore").decode().lower()).strip("-")


def day_of_folder(name: str) -> dt.date | None:
    """The day with which the name of a meeting's folder begins; None for a name that is none, or of no day there is."""
    found = MEETING_FOLDER.fullmatch(name)
    try:
        return dt.date.fromisoformat(found[1]) if found else None
    except ValueError:
        return None


def meeting_folder(path: str) -> str:
    """The folder of the meeting that a source belongs to: `gsn/2022-09-26/03-a/index.md` → `gsn/2022-09-26`."""
    return "/".join(path.split("/")[:2])


def page_address(path: str) -> str:
    """The page of a source file: `gsn/2022-09-26/index.md` → `gsn/2022-09-26/index.html`."""
    return posixpath.splitext(path)[0] + ".html"


def file_beside(address: str, name: str) -> str:
    """The address of a file that belongs to page `address`.

    That of a folder has it in the folder (`…/03-rapportering/tabell-1.csv`), another beside it under its own name
    (`…/02-budget-tabell-1.csv`).
    """
    stem = posixpath.splitext(address)[0]
    if posixpath.basename(stem) == "index":
        return posixpath.join(posixpath.dirname(stem), name)
    return f"{stem}-{name}"


def csv_address(page: str, number: int) -> str:
    """The address of the file of a finance table of the document shown on `page`; `number` counts them from 1."""
    return file_beside(page, f"tabell-{number}.csv")


def is_outside(target: str) -> bool:
    """Whether a link typed in a source leads to an address beyond the site."""
    return bool(_OUTSIDE.match(target))


def relative(target: str, base: str) -> str:
    """The link from page `base` to address `target`, both from the site's root; a `#…` part is kept.

    A link to the page itself names its file, so that it works where a folder has no index (`file://`).
    Letters that may not stand in a URL are escaped (RFC 3986, 2.1).
    """
    address, hash_, fragment = target.partition("#")
    link = _path_between(address, base.rpartition("/")[0])
    return f"{link}#{quote(fragment)}" if hash_ else link


# Every page of a folder has the same links around its text.
@lru_cache(maxsize=10_000)
def _path_between(address: str, folder: str) -> str:
    there, here = address.split("/"), [*folder.split("/"), ""] if folder else [""]
    shared = 0
    for one, other in zip(there[:-1], here[:-1], strict=False):
        if one != other:
            break
        shared += 1
    return quote("../" * (len(here) - 1 - shared) + "/".join(there[shared:]))


def absolute(url: str, target: str) -> str:
    """The address `target`, from the root of the site at `url`, as the whole world can ask for it (RFC 3986).

    A `#…` part is kept. Where no `url` is known, it still begins at that root, without a slash.
    """
    address, hash_, fragment = target.partition("#")
    whole = f"{quote(address)}#{quote(fragment)}" if hash_ else quote(address)
    return f"{url.rstrip('/')}/{whole}" if url else whole


def resolve(target: str, path: str) -> tuple[str, str]:
    """A link typed in source file `path`, as (path from the sources' folder, fragment); both may be empty.

    Escapes in the target (`%20`) are read as the letters they stand for.
    """
    address, _, fragment = target.partition("#")
    if not address:
        return path, unquote(fragment)
    return posixpath.normpath(posixpath.join(posixpath.dirname(path), unquote(address))), unquote(fragment)


def file_target(target: str, path: str) -> str:
    """The file that a link typed in source file `path` leads to; empty for pages and addresses outside."""
    if is_outside(target) or target.startswith(("#", "/")):
        return ""
    found, _ = resolve(target, path)
    if found.startswith("..") or found.lower().endswith(NEVER_AS_IS) or ":" in found:
        return ""
    return found


def is_device(name: str) -> bool:
    """Whether Windows takes the name of a file or a folder for a device, or drops its end."""
    return bool(_DEVICE.match(name)) or name.endswith((".", " "))
