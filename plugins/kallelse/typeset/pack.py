"""A PDF as Typst made it into the packet: packed, with page labels that say the page's number, bookmarks shown."""

from __future__ import annotations

import io
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, TypeAlias

import pikepdf

Spoken: TypeAlias = Mapping[int, tuple[str, int]]
"""How page ranges are read aloud, by the page that they lead to, each with how many links of the agenda lead there."""

# Bookmarks below this depth are closed on opening: cases and documents are seen, headings a click away.
_OPEN = 1


def pack(document: pikepdf.Pdf, labels: Sequence[str] = (), spoken: Spoken | None = None) -> bytes:
    """`document` with object streams, page labels (ISO 32000-1, 12.4.2) and its bookmarks shown on opening.

    `labels` say what each page prints as its number; without them page n prints n.
    `spoken` says how the agenda's page ranges are read aloud: the description of the links (12.5.2, Contents) then says
    so instead of naming the first page alone.
    """
    if spoken:
        _speak(document, spoken)
    root = document.Root
    root.PageLabels = pikepdf.Dictionary(Nums=pikepdf.Array(_page_labels(labels or ("1",))))
    root.PageMode = pikepdf.Name.UseOutlines
    outlines = root.get("/Outlines")
    if outlines is not None:
        _close(outlines, 0)
    packed = io.BytesIO()
    document.save(packed, object_stream_mode=pikepdf.ObjectStreamMode.generate, deterministic_id=True)
    return packed.getvalue()


def _page_labels(labels: Sequence[str]) -> Iterator[Any]:
    """The number tree of page labels: a range for each run of numbers that go on, one for each number with a letter."""
    goes_on = ""
    for index, label in enumerate(labels):
        if label != goes_on:
            yield index
            if label.isdecimal():
                yield pikepdf.Dictionary(S=pikepdf.Name.D, St=int(label))
            else:
                yield pikepdf.Dictionary(P=pikepdf.String(label))
        goes_on = str(int(label) + 1) if label.isdecimal() else ""


def _speak(document: pikepdf.Pdf, spoken: Spoken) -> None:
    told = {document.pages[page - 1].obj.objgen: words for page, (words, _) in spoken.items()}
    left = {document.pages[page - 1].obj.objgen: count for page, (_, count) in spoken.items()}
    for link in _links_of_agenda(document, min(spoken) - 1):
        target = link.get("/Dest")
        if not isinstance(target, pikepdf.Array):
            continue
        first = target[0].objgen
        if left.get(first):
            link.Contents = pikepdf.String(told[first])
            left[first] -= 1


def _links_of_agenda(document: pikepdf.Pdf, pages: int) -> Iterator[Any]:
    """The links on the first `pages` from the agenda on; what is noted before it may lead to cases, too."""
    names: Any = document.Root.get("/Names", pikepdf.Dictionary()).get("/Dests")
    # A municipality's own cover may name no such place.
    start: Any = None if names is None else pikepdf.NameTree(names).get("agenda")
    begun = start is None
    for page in document.pages[:pages]:
        links: Any = page.get("/Annots", pikepdf.Array())
        for link in links:
            begun = begun or (page.obj.objgen == start[0].objgen and link.Rect[3] <= start[3])
            if begun:
                yield link


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
