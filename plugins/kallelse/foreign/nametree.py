"""A name tree of a PDF turned into its names and what they stand for (ISO 32000-1, 7.9.6)."""

from __future__ import annotations

from collections.abc import Iterator

import pikepdf

# Nodes that are looked into: a tree may say of few that they are many.
_MOST = 100_000


def named(document: pikepdf.Pdf, kind: str) -> Iterator[tuple[str, pikepdf.Object]]:
    """What `document` names of a kind, such as `/Dests`; what is no name is left out."""
    names = document.Root.get("/Names")
    tree = names.get(kind) if isinstance(names, pikepdf.Dictionary) else None
    left: list[object] = [tree]
    for _ in range(_MOST):
        if not left:
            return
        node = left.pop()
        if not isinstance(node, pikepdf.Dictionary):
            continue
        listed, kids = node.get("/Names"), node.get("/Kids")
        pairs = list(listed) if isinstance(listed, pikepdf.Array) else []
        for name, value in zip(pairs[::2], pairs[1::2], strict=False):
            if isinstance(name, pikepdf.String):
                yield str(name), value
        left += reversed(list(kids) if isinstance(kids, pikepdf.Array) else [])
