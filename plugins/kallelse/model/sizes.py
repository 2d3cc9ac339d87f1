"""Sizes of files and of a whole site turned into findings where a forge would soon refuse them."""

from __future__ import annotations

from kallelse.model.finding import Finding, Place, Severity

MEGABYTE = 1_000_000
FILE_LIMIT = 100 * MEGABYTE
"""What GitHub and GitLab.com take of one file (GitHub: 100 MiB in a repository and on Pages)."""

SITE_LIMIT = 1000 * MEGABYTE
"""What GitHub Pages and GitLab Pages take of one site."""

# A limit is told before it is met.
_SOON = 0.9


def file_findings(path: str, size: int, code: str) -> tuple[Finding, ...]:
    """A remark `code` about the file `path` of `size` bytes, if it comes near to what a forge takes."""
    return _near(code, path, size, FILE_LIMIT)


def site_findings(path: str, size: int) -> tuple[Finding, ...]:
    """A remark at the settings `path` about a site of `size` bytes, if it comes near to what hosts of sites take."""
    return _near("site-large", path, size, SITE_LIMIT)


def _near(code: str, path: str, size: int, limit: int) -> tuple[Finding, ...]:
    if size < limit * _SOON:
        return ()
    words = {"size": str(size // MEGABYTE), "most": str(limit // MEGABYTE)}
    return (Finding(code, Place(path), words, Severity.REMARK),)
