"""The links and pictures of one text turned into findings for those that lead nowhere, or out of the site."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from difflib import get_close_matches

from kallelse.model.address import resolve
from kallelse.model.filekinds import NEVER_AS_IS, PICTURES
from kallelse.model.finding import Finding, Place, listed
from kallelse.model.text import Image, Link

_SCHEME = re.compile(r"(?P<scheme>[A-Za-z][A-Za-z0-9+.-]*):(?P<rest>.*)", re.DOTALL)
_MOST = 8
_REST = {
    "http": re.compile(r"//[^\s/?#]+\S*"),
    "https": re.compile(r"//[^\s/?#]+\S*"),
    "mailto": re.compile(r"[^\s@]+@[^\s@]+"),
    "tel": re.compile(r"\+?[0-9()-]+"),
}


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What the text of the file `path` may point at: `files` by path from the sources' folder, and the anchors within
    each text by its path. Of the `unread` another finding tells why there is no page.
    """

    path: str
    files: Collection[str]
    anchors: Mapping[str, Collection[str]]
    unread: Collection[str] = ()


def check_link(link: Link, around: Surroundings, line: int) -> Iterator[Finding]:
    """Findings about where `link`, on `line`, leads."""
    place, target = Place(around.path, line), link.target
    scheme = _SCHEME.match(target)
    if not target:
        yield Finding("link-nowhere", place)
    elif scheme:
        name = scheme["scheme"].lower()
        if name not in _REST:
            yield Finding("link-scheme", place, {"target": target, "scheme": name})
        elif not _REST[name].fullmatch(scheme["rest"]):
            yield Finding("link-address", place, {"target": target})
    elif target.startswith(("/", "\\")):
        yield Finding("link-absolute", place, {"target": target})
    elif target.lower().startswith("www."):
        yield Finding("link-www", place, {"target": target})
    else:
        yield from _check_path(target, around, place)


def check_image(image: Image, around: Surroundings, line: int) -> Iterator[Finding]:
    """Findings about the file of `image`, on `line`, and about what is said in its stead."""
    place = Place(around.path, line)
    if not image.alt.strip():
        yield Finding("image-alt", place, {"image": image.source})
    if _SCHEME.match(image.source) or image.source.startswith(("/", "\\")):
        yield Finding("image-outside", place, {"image": image.source})
    elif not image.source.lower().endswith(PICTURES):
        yield Finding("image-kind", place, {"image": image.source})
    else:
        path, _ = resolve(image.source, around.path)
        if path not in around.files:
            pictures = [file for file in around.files if file.lower().endswith(PICTURES)]
            yield _missing(("image-missing", "image-missing-near"), image.source, path, pictures, place)


def _check_path(target: str, around: Surroundings, place: Place) -> Iterator[Finding]:
    path, fragment = resolve(target, around.path)
    if path in around.anchors:
        found = around.anchors[path]
        if fragment and fragment not in found:
            told = {"target": target, "anchor": fragment}
            near = get_close_matches(fragment, sorted(found), 1, 0.6)
            if near:
                yield Finding("link-anchor-near", place, {**told, "near": near[0]})
            elif found:
                anchors = listed((f"#{each}" for each in sorted(found)), _MOST)
                yield Finding("link-anchor-listed", place, {**told, "known": anchors})
            else:
                yield Finding("link-anchor", place, told)
    elif path in around.unread:
        # Where it leads is right, and will be again.
        return
    elif path not in around.files or path.lower().endswith(NEVER_AS_IS):
        # The path of a page that is no source only stands for one that is confidential.
        known = {file for file in around.files if file in around.anchors or not file.lower().endswith(NEVER_AS_IS)}
        yield _missing(("link-dead", "link-dead-near"), target, path, known, place)


def _missing(codes: tuple[str, str], target: str, path: str, known: Collection[str], place: Place) -> Finding:
    """The finding; the second of its codes where a file of `known` is near, which is named as it would be typed."""
    folder = posixpath.dirname(place.path) or "."
    # Paths as typed, so that the folder they all stand in makes none of them alike; capitals are easily mistaken.
    typed = {posixpath.relpath(file, folder).casefold(): file for file in sorted(known)}
    near = get_close_matches(posixpath.relpath(path, folder).casefold(), typed, 1, 0.65)
    if not near:
        return Finding(codes[0], place, {"target": target})
    return Finding(codes[1], place, {"target": target, "near": posixpath.relpath(typed[near[0]], folder)})
