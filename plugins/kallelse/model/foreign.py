"""A document that came from elsewhere: the size and the text of each page, and its bookmarks."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ForeignLink:
    """A link on a page: its box as parts of the page's width and height, from the upper left corner.

    It leads to `url`, or, where that is empty, to another `page` of the document, counted from 1.
    """

    x: float
    y: float
    width: float
    height: float
    url: str = ""
    page: int = 0


@dataclass(frozen=True, slots=True)
class ForeignPage:
    """A page as a reader sees it, turned and cropped: its size in points, its text, empty for a mere picture."""

    width: float
    height: float
    text: str = ""
    links: tuple[ForeignLink, ...] = ()


@dataclass(frozen=True, slots=True)
class ForeignBookmark:
    """One of the document's own bookmarks: its `page` counted from 1, its `depth` from 0."""

    title: str
    page: int
    depth: int = 0


@dataclass(frozen=True, slots=True)
class Foreign:
    """The pages of a document that came from elsewhere; `archival`: it claims to be PDF/A (ISO 19005).

    A `picture` is one page, whose text says what the picture shows. `digest` is the SHA-256 of its file. Of one that
    was `made` into a PDF from a file of another kind, `size` in bytes and `pdf_digest` are those of the PDF, which
    whatever made it may make otherwise; of any other they are those of the file. `names_files`: its pages say something
    of files, in it or elsewhere, which no packet takes over.
    """

    pages: tuple[ForeignPage, ...]
    size: int = 0
    bookmarks: tuple[ForeignBookmark, ...] = ()
    archival: bool = False
    picture: bool = False
    digest: str = ""
    pdf_digest: str = ""
    made: bool = False
    names_files: bool = False
