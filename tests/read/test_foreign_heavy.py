"""PDFs that unpack to more than there is room for: told before anything is unpacked, and no ordinary one among them."""

from __future__ import annotations

import zlib
from collections.abc import Callable
from pathlib import Path

import pikepdf
import pytest
from kallelse.foreign import archival, heavy
from kallelse.read.foreign import read_foreign
from pikepdf import Array, Dictionary, Name

from tests.foreign import pdf, saved

_LINES = b"0 0 m 9 9 l S\n"


def packed(data: bytes, times: int) -> bytes:
    for _ in range(times):
        data = zlib.compress(data, 9)
    return data


def stream(document: pikepdf.Pdf, data: bytes, times: int = 1, **said: pikepdf.Object) -> pikepdf.Stream:
    made = pikepdf.Stream(document, b"", Dictionary({f"/{name}": each for name, each in said.items()}))
    made.write(packed(data, times), filter=Array([Name.FlateDecode] * times), decode_parms=None)
    return made


def form(document: pikepdf.Pdf, data: bytes, **forms: pikepdf.Object) -> pikepdf.Stream:
    named = Dictionary({f"/{name}": each for name, each in forms.items()})
    box = Array([0, 0, 99, 99])
    return stream(document, data, Type=Name.XObject, Subtype=Name.Form, BBox=box, Resources=Dictionary(XObject=named))


def drawing(document: pikepdf.Pdf, each: pikepdf.Stream) -> pikepdf.Pdf:
    document.pages[0].obj.Resources = Dictionary(XObject=Dictionary({"/F": each}))
    document.pages[0].obj.Contents = stream(document, b"/F Do")
    return document


def holding(lines: int, times: int = 1) -> pikepdf.Pdf:
    document = pdf("Text")
    document.pages[0].obj.Contents = stream(document, _LINES * lines, times)
    return document


def of_one_stream() -> pikepdf.Pdf:
    return holding(10_000_000)


def packed_again_and_again() -> pikepdf.Pdf:
    return holding(10_000_000, 3)


def of_the_same_stream_many_times() -> pikepdf.Pdf:
    document = pdf("Text")
    one = document.make_indirect(stream(document, _LINES * 10_000))
    document.pages[0].obj.Contents = Array([one] * 1_000)
    return document


def of_forms_that_draw_each_other() -> pikepdf.Pdf:
    document = pdf("Text")
    each = form(document, _LINES)
    for _ in range(9):
        each = form(document, b"/F Do " * 10, F=document.make_indirect(each))
    return drawing(document, each)


def of_an_annotation() -> pikepdf.Pdf:
    document = pdf("Text")
    shown = form(document, _LINES * 10_000_000)
    box = Array([0, 0, 99, 99])
    stamp = Dictionary(Type=Name.Annot, Subtype=Name.Stamp, Rect=box, AP=Dictionary(N=document.make_indirect(shown)))
    document.pages[0].obj.Annots = Array([document.make_indirect(stamp)])
    return document


@pytest.mark.parametrize(
    "made",
    [
        of_one_stream,
        packed_again_and_again,
        of_the_same_stream_many_times,
        of_forms_that_draw_each_other,
        of_an_annotation,
    ],
)
def test_what_unpacks_to_more_than_there_is_room_for_is_told_by_its_page(
    tmp_path: Path, made: Callable[[], pikepdf.Pdf]
) -> None:
    file = tmp_path / "bomb.pdf"
    file.write_bytes(saved(made()))
    found, findings = read_foreign("gsn/bomb.pdf", file)
    assert found is None
    assert [(each.code, each.words["pages"]) for each in findings] == [("foreign-heavy", "1")]


def drawing_itself() -> pikepdf.Pdf:
    document = pdf("Text")
    each = document.make_indirect(form(document, _LINES + b"/F Do"))
    each.Resources.XObject["/F"] = each
    return drawing(document, each)


def of_two_megabytes() -> pikepdf.Pdf:
    return holding(150_000, 2)


def of_many_small_forms() -> pikepdf.Pdf:
    document = pdf("Text")
    each = document.make_indirect(form(document, _LINES * 20))
    drawn = drawing(document, each)
    drawn.pages[0].obj.Contents = stream(document, b"/F Do\n" * 2_000)
    return drawn


def broken() -> pikepdf.Pdf:
    document = pdf("Text")
    document.pages[0].obj.Contents = Array([7, document.make_indirect(stream(document, _LINES))])
    document.pages[0].obj.Resources = Dictionary(XObject=Array([]))
    document.pages[0].obj.Annots = Array([3, Dictionary(AP=Array([]))])
    return document


@pytest.mark.parametrize("made", [drawing_itself, of_two_megabytes, of_many_small_forms, broken])
def test_what_there_is_room_for_is_not_told(made: Callable[[], pikepdf.Pdf]) -> None:
    assert heavy.heavy_pages(made()) == ()


def tree(kind: str, *last: str, deep: int = 24) -> bytes:
    """A file in which each node of a tree has the next twice."""
    objects = [f"<</Type/Catalog/Pages 2 0 R{kind}>>", "<</Type/Pages/Count 1/Kids[3 0 R]>>"]
    objects.append("<</Type/Page/MediaBox[0 0 200 200]/Parent 2 0 R/Resources<<>>>>")
    objects += [f"<</Kids[{number} 0 R {number} 0 R]/Limits[(a)(b)]>>" for number in range(5, 5 + deep)]
    return file_of(*(each.encode() for each in (*objects, *last)))


def file_of(*objects: bytes) -> bytes:
    """A file of these objects, the first its root."""
    data, places = b"%PDF-1.7\n", []
    for number, each in enumerate(objects, start=1):
        places.append(len(data))
        data += b"%d 0 obj\n%s\nendobj\n" % (number, each)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    head = b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    return (
        data
        + head
        + table
        + b"trailer <</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n"
        % (
            len(objects) + 1,
            len(data),
        )
    )


@pytest.mark.parametrize("kind", ["/Names<</Dests 4 0 R>>", "/Names<</EmbeddedFiles 4 0 R>>"])
def test_a_tree_that_has_each_branch_twice_is_not_walked_to_its_end(tmp_path: Path, kind: str) -> None:
    file = tmp_path / "tree.pdf"
    file.write_bytes(tree(kind, "<</Names[(a) [3 0 R/Fit]]/Limits[(a)(b)]>>"))
    found, _ = read_foreign("gsn/tree.pdf", file)
    assert found is not None
    assert len(found.pages) == 1


def test_a_file_that_says_of_one_page_that_it_is_many_is_told(tmp_path: Path) -> None:
    kids = b" ".join([b"3 0 R"] * 30_000)
    page = b"<</Type/Page/MediaBox[0 0 200 200]/Parent 2 0 R>>"
    file = tmp_path / "long.pdf"
    file.write_bytes(
        file_of(b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Count 30000/Kids[" + kids + b"]>>", page)
    )
    found, findings = read_foreign("gsn/long.pdf", file)
    assert (found, [each.code for each in findings]) == (None, ["foreign-long"])
    assert findings[0].words["pages"] == "30000"


def test_metadata_without_end_are_left_out(tmp_path: Path) -> None:
    packed_data = packed(b"<x>" + b" " * (64 << 20), 1)
    told = b"<</Type/Metadata/Subtype/XML/Filter/FlateDecode/Length %d>>stream\n%s\nendstream"
    page = b"<</Type/Page/MediaBox[0 0 200 200]/Parent 2 0 R/Resources<<>>>>"
    file = tmp_path / "meta.pdf"
    root = b"<</Type/Catalog/Pages 2 0 R/Metadata 4 0 R>>"
    pages = b"<</Type/Pages/Count 1/Kids[3 0 R]>>"
    file.write_bytes(file_of(root, pages, page, told % (len(packed_data), packed_data)))
    with pikepdf.open(file) as document:
        assert archival.drop_endless_metadata(document)
        assert "/Metadata" not in document.Root
    found, _ = read_foreign("gsn/meta.pdf", file)
    assert found is not None
    assert not found.archival
