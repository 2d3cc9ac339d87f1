"""A PDF, in a file or at an address, turned into the answer whether it is a published record."""

from __future__ import annotations

import hashlib
import sys
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Iterator
from pathlib import Path

from kallelse.commands.refusal import refused
from kallelse.locale import report as labels
from kallelse.model.manifest import MANIFEST, Manifest, manifest_of, published_as
from kallelse.read.settings import settings_ahead

_SCHEMES = ("http", "https")
_SECONDS = 30
_MOST = 500_000_000


def run(root: Path, typed: str, site: str) -> int:
    """Tells whether the PDF is a published record: 0 where it is, 1 where it is not, 2 where that cannot be known.

    The list of what was published is that of `site`, else that of the address itself, else the one below `root`.
    """
    language = settings_ahead(root).language
    is_address = urllib.parse.urlsplit(typed).scheme in _SCHEMES
    try:
        content = _fetched(typed) if is_address else Path(typed).read_bytes()
    except (OSError, ValueError) as error:
        return refused("verify-unread", language, path=typed, reason=str(error))
    manifest = _manifest(root, typed if is_address else "", site)
    if manifest is None:
        return refused("verify-no-manifest", language, name=MANIFEST)
    digest = hashlib.sha256(content).hexdigest()
    address = published_as(digest, manifest)
    print(f"SHA-256 {digest}")
    if not address:
        print(labels.NOT_PUBLISHED[language].format(path=typed), file=sys.stderr)
        return 1
    print(labels.PUBLISHED[language].format(path=typed, address=address))
    return 0


def _fetched(address: str) -> bytes:
    with urllib.request.urlopen(address, timeout=_SECONDS) as answer:  # noqa: S310 (the scheme is checked by the caller)
        return bytes(answer.read(_MOST))


def _manifest(root: Path, address: str, site: str) -> Manifest | None:
    if site:
        return _at([urllib.parse.urljoin(site.rstrip("/") + "/", MANIFEST)])
    if address:
        return _at(_above(address))
    file = root / MANIFEST
    return manifest_of(file.read_text("utf-8")) if file.is_file() else None


def _at(addresses: list[str]) -> Manifest | None:
    """The first list found at one of `addresses`."""
    for each in addresses:
        if urllib.parse.urlsplit(each).scheme not in _SCHEMES:
            continue
        try:
            found = manifest_of(_fetched(each).decode("utf-8", errors="replace"))
        except (urllib.error.URLError, ValueError):
            continue
        if found:
            return found
    return None


def _above(address: str) -> list[str]:
    """Where the list may lie above an address, the nearest folder first."""
    return list(_folders(address))


def _folders(address: str) -> Iterator[str]:
    parts = urllib.parse.urlsplit(address)
    folders = parts.path.split("/")[:-1]
    for count in range(len(folders), 0, -1):
        path = "/".join((*folders[:count], MANIFEST))
        yield urllib.parse.urlunsplit((parts.scheme, parts.netloc, path, "", ""))
