"""A PDF, in a file or at an address, turned into the answer whether it is a published record."""

from __future__ import annotations

import hashlib
import http.client
import sys
import urllib.parse
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from kallelse.commands.refusal import refused
from kallelse.locale import report as labels
from kallelse.model.manifest import MANIFEST, Manifest, is_latest, manifest_of, published_as
from kallelse.read.settings import settings_ahead

_SCHEMES = ("http", "https")
_SECONDS = 30
_MOST = 500_000_000
_UNREAD = (OSError, ValueError, http.client.HTTPException)


@dataclass(frozen=True, slots=True)
class _List:
    """A list of what was published, and where it was found."""

    place: str
    manifest: Manifest


def run(root: Path, typed: str, site: str) -> int:
    """Tells whether the PDF is a published record: 0 where it is, 1 where it is not, 2 where that cannot be known.

    The list that answers is that of `site`, else the nearest above the address or the file, else the one below `root`;
    it is named, since a host can only vouch for itself.
    """
    language = settings_ahead(root).language
    is_address = urllib.parse.urlsplit(typed).scheme in _SCHEMES
    try:
        content = _fetched(typed) if is_address else Path(typed).read_bytes()
    except _UNREAD as error:
        return refused("verify-unread", language, path=typed, reason=str(error))
    found = _list(root, typed, site, is_address=is_address)
    if found is None:
        return refused("verify-no-manifest", language, name=MANIFEST)
    digest = hashlib.sha256(content).hexdigest()
    address = published_as(digest, found.manifest)
    print(f"SHA-256 {digest}")
    if not address:
        print(labels.NOT_PUBLISHED[language].format(path=typed, list=found.place), file=sys.stderr)
        return 1
    print(labels.PUBLISHED[language].format(path=typed, address=address, list=found.place))
    if not is_latest(digest, address, found.manifest):
        print(labels.REPLACED[language].format(address=address))
    return 0


def _fetched(address: str) -> bytes:
    """What is at an address; an error where it is longer than any record, or ends too soon."""
    with urllib.request.urlopen(address, timeout=_SECONDS) as answer:  # noqa: S310 (the scheme is checked by the caller)
        content = bytes(answer.read(_MOST + 1))
        length = answer.headers.get("Content-Length", "")
    if len(content) > _MOST or (length.isdecimal() and len(content) != int(length)):
        raise ValueError(f"{len(content)} ≠ {length or _MOST}")
    return content


def _list(root: Path, typed: str, site: str, *, is_address: bool) -> _List | None:
    if site:
        return _first([urllib.parse.urljoin(site.rstrip("/") + "/", MANIFEST)])
    if is_address:
        return _first(_above(typed))
    folders = (*Path(typed).absolute().parents, root)
    file = next((each / MANIFEST for each in folders if (each / MANIFEST).is_file()), None)
    return None if file is None else _List(file.as_posix(), manifest_of(file.read_text("utf-8", errors="replace")))


def _first(addresses: Iterator[str] | list[str]) -> _List | None:
    """The first list found at one of `addresses`."""
    for each in addresses:
        if urllib.parse.urlsplit(each).scheme not in _SCHEMES:
            continue
        try:
            manifest = manifest_of(_fetched(each).decode("utf-8", errors="replace"))
        except _UNREAD:
            continue
        if manifest:
            return _List(each, manifest)
    return None


def _above(address: str) -> Iterator[str]:
    """Where the list may lie above an address, the nearest folder first."""
    parts = urllib.parse.urlsplit(address)
    folders = parts.path.split("/")[:-1]
    for count in range(len(folders), 0, -1):
        path = "/".join((*folders[:count], MANIFEST))
        yield urllib.parse.urlunsplit((parts.scheme, parts.netloc, path, "", ""))
