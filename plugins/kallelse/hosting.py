"""A finished site turned into that with the files by which servers and programs learn how to treat it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from kallelse.model.archive import Archive
from kallelse.publish.policy import Inline
from kallelse.publish.serving import serving
from kallelse.publish.serving_apache import apache_file
from kallelse.publish.serving_hosts import headers_file, redirects_file
from kallelse.publish.serving_nginx import nginx_file
from kallelse.publish.site import Asset, Page
from kallelse.publish.wellknown import ROBOTS, SECURITY, robots_txt, security_txt


def beside(pages: Iterable[Page], folder: Path) -> Iterator[str]:
    """The addresses of all that stands in the `folder` of a finished site, but for those that only lead on."""
    leading = {page.address for page in pages if page.leads_to}
    found = (file.relative_to(folder).as_posix() for file in folder.rglob("*") if file.is_file())
    return (address for address in found if address not in leading)


def add_host_files(
    archive: Archive,
    pages: Iterable[Page],
    assets: Iterable[Asset],
    engine: Mapping[str, Inline],
    folder: Path,
    as_of: dt.date,
) -> None:
    """Adds to the site of `archive`, which stands in `folder` with its pages and files, what does not stand there yet.

    `engine` are the pages of the engine's own by address, with what they have inline.
    """
    settings = archive.settings
    sent = serving(archive, pages, (asset.address for asset in assets), engine)
    told = {
        "_headers": headers_file(sent, settings.language),
        "_redirects": redirects_file(sent, settings.language),
        "hosting/nginx.conf": nginx_file(sent, settings.language),
        "hosting/apache.conf": apache_file(sent, settings.language),
        ROBOTS: robots_txt(settings),
        SECURITY: security_txt(settings, as_of),
    }
    for address, text in told.items():
        # A municipality's own file, from the folder of its pages, is the one that counts.
        place = folder / address
        if text and not place.exists():
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_bytes(text.encode())
