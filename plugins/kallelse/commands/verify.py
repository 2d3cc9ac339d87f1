"""A PDF, in a file or at an address, turned into the answer whether it is a published record."""

from __future__ import annotations

import hashlib
import http.client
import sys
import urllib.parse
import urllib.request
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
    asked = _list_at(site) if site else MANIFEST
    try:
        found = _list_of(site) if site else _nearest(root, typed, is_address=is_address)
    except _UNREAD as error:
        return refused("verify-unread", language, path=asked, reason=str(error))
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
    """What is at an address; an error where that is no web's, is longer than any record, or ends too soon."""
    if urllib.parse.urlsplit(address).scheme not in _SCHEMES:
        raise ValueError(" / ".join(f"{scheme}://" for scheme in _SCHEMES))
    with urllib.request.urlopen(address, timeout=_SECONDS) as answer:  # noqa: S310 (its scheme is one of these)
        content = bytes(answer.read(_MOST + 1))
        length = answer.headers.get("Content-Length", "")
    if len(content) > _MOST or (length.isdecimal() and len(content) != int(length)):
        raise ValueError(f"{len(content)} ≠ {length or _MOST}")
    return content


def _list_at(site: str) -> str:
    return urllib.parse.urljoin(site.rstrip("/") + "/", MANIFEST)


def _list_of(site: str) -> _List | None:
    """The list of a site; None where what is there is none. Raises one of `_UNREAD` where nothing can be fetched."""
    manifest = manifest_of(_fetched(_list_at(site)).decode("utf-8", errors="replace"))
    return _List(_list_at(site), manifest) if manifest else None


def _nearest(root: Path, typed: str, *, is_address: bool) -> _List | None:
    if is_address:
        return _above(typed)
    folders = (*Path(typed).absolute().parents, root)
    file = next((each / MANIFEST for each in folders if (each / MANIFEST).is_file()), None)
    return None if file is None else _List(file.as_posix(), manifest_of(file.read_text("utf-8", errors="replace")))


def _above(address: str) -> _List | None:
    """The list that lies above an address, in the nearest folder that has one."""
    parts = urllib.parse.urlsplit(address)
    folders = parts.path.split("/")[:-1]
    for count in range(len(folders), 0, -1):
        site = urllib.parse.urlunsplit((parts.scheme, parts.netloc, "/".join(folders[:count]), "", ""))
        try:
            found = _list_of(site)
        except _UNREAD:
            # A folder without a list is the ordinary answer.
            continue
        if found is not None:
            return found
    return None
