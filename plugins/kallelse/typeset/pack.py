"""A PDF as Typst made it into the packet: packed, with page labels that say the page's number, bookmarks shown."""

from __future__ import annotations

import io

import pikepdf

# Bookmarks below this depth are closed on opening: cases and documents are seen, headings a click away.
_OPEN = 1


def pack(pdf: bytes) -> bytes:
    """`pdf` with object streams, page labels 1…n (ISO 32000-1, 12.4.2) and its bookmarks shown on opening."""
    with pikepdf.open(io.BytesIO(pdf)) as document:
        root = document.Root
        root.PageLabels = pikepdf.Dictionary(Nums=pikepdf.Array([0, pikepdf.Dictionary(S=pikepdf.Name.D)]))
        root.PageMode = pikepdf.Name.UseOutlines
        outlines = root.get("/Outlines")
        if outlines is not None:
            _close(outlines, 0)
        packed = io.BytesIO()
        document.save(
            packed,
            object_stream_mode=pikepdf.ObjectStreamMode.generate,
            deterministic_id=True,
        )
    return packed.getvalue()


def _close(item: pikepdf.Object, depth: int) -> int:
    """Closes the bookmarks below `_OPEN`; gives how many are seen in `item` when it is open."""
    children = []
    child = item.get("/First")
    while child is not None:
        children.append(child)
        child = child.get("/Next")
    seen = len(children) + sum(_close(one, depth + 1) for one in children)
    if not children:
        return 0
    is_open = depth <= _OPEN
    item.Count = seen if is_open else -seen
    return seen if is_open else 0
