"""The elements of an XML file that came from elsewhere, each under its namespace."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import NoReturn
from xml.parsers import expat

from kallelse.foreign.broken import BrokenError, broken_told

DEEPEST = 256
"""Elements in one another; programs that draw or write stay far below, and those that read have bounds of their own."""


class DeclaredError(BrokenError):
    """A file that declares entities or attributes of its own, so that it says something else than stands in it."""


class DeepError(BrokenError):
    """A file whose elements are nested deeper than DEEPEST."""


@dataclass(frozen=True, slots=True)
class Element:
    """An element; those of its attributes that have a namespace are named `namespace}name`.

    `text` is what stands directly in it. An instruction is an element without attributes, named `?` and its target.
    """

    namespace: str
    name: str
    attributes: Mapping[str, str]
    text: str
    depth: int


def elements(pieces: Iterable[bytes]) -> Iterator[Element]:
    """The elements in the order in which they end, so the outermost comes last; raises BrokenError where it is no XML.

    Nothing is fetched, and no more is held at a time than what is open.
    """
    parser = expat.ParserCreate(namespace_separator="}")
    parser.buffer_text = True
    opened: list[tuple[dict[str, str], list[str]]] = []
    ended: list[Element] = []

    def start(_: str, attributes: dict[str, str]) -> None:
        if len(opened) == DEEPEST:
            raise DeepError(str(DEEPEST))
        opened.append((attributes, []))

    def end(tag: str) -> None:
        attributes, text = opened.pop()
        namespace, _, name = tag.rpartition("}")
        ended.append(Element(namespace, name, attributes, "".join(text), len(opened)))

    def said(text: str) -> None:
        opened[-1][1].append(text)

    def instructed(target: str, _: str) -> None:
        ended.append(Element("", f"?{target}", {}, "", len(opened)))

    parser.StartElementHandler, parser.EndElementHandler = start, end
    parser.CharacterDataHandler, parser.ProcessingInstructionHandler = said, instructed
    parser.EntityDeclHandler = parser.AttlistDeclHandler = _declared
    for piece in pieces:
        with broken_told():
            parser.Parse(piece, False)
        yield from ended
        ended.clear()
    with broken_told():
        parser.Parse(b"", True)
    yield from ended


def _declared(*_: object) -> NoReturn:
    raise DeclaredError
