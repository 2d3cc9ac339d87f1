"""A page of a PDF turned into its annotations."""

from __future__ import annotations

from collections.abc import Iterable

import pikepdf


def annotations_of(page: pikepdf.Page) -> Iterable[pikepdf.Object]:
    """What the page lists as its annotations (ISO 32000-1, 12.5.2); nothing where what it says is no list.

    What is listed need not be a dictionary in a file that is damaged.
    """
    listed = page.obj.get("/Annots")
    return listed if isinstance(listed, pikepdf.Array) else ()
