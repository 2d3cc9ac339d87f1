"""The list of every PDF of the record that was ever published: digest and address, as `sha256sum` writes them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TypeAlias

from kallelse.model.finding import Finding, Place

MANIFEST = "manifest.sha256"
"""The file's name, among the sources and on the site."""

Manifest: TypeAlias = tuple[tuple[str, str], ...]
"""Pairs of SHA-256 in small hexadecimal figures and address, in the order in which they were published."""

_LINE = re.compile(r"([0-9a-f]{64}) [ *](.+)")


def manifest_of(text: str) -> Manifest:
    """The lines of a manifest; others are passed over."""
    found = (_LINE.fullmatch(line.strip()) for line in text.splitlines())
    return tuple((match[1], match[2]) for match in found if match is not None and match[2].isprintable())


def manifest_findings(text: str, path: str) -> tuple[Finding, ...]:
    """A finding for the first line of the manifest at `path` that is none, such as what a failed merge leaves."""
    wrong = (number for number, line in enumerate(text.splitlines(), 1) if line.strip() and not manifest_of(line))
    return tuple(Finding("manifest-damaged", Place(path, number)) for number in list(wrong)[:1])


def manifest_text(entries: Iterable[tuple[str, str]]) -> str:
    """The manifest as a file, each entry once."""
    return "".join(f"{digest}  {address}\n" for digest, address in dict.fromkeys(entries))


def is_latest(digest: str, address: str, manifest: Manifest) -> bool:
    """Whether nothing else was published under that address since."""
    return next((known for known, other in reversed(manifest) if other == address), digest) == digest


def published_as(digest: str, manifest: Manifest) -> str:
    """The address under which the PDF with that digest was published last; empty for none."""
    return next((address for known, address in reversed(manifest) if known == digest), "")
