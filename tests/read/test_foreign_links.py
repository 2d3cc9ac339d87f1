"""Links of foreign PDFs: where they lie, where they lead, and what breaks none of the others."""

from __future__ import annotations

from pathlib import Path

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, String

from tests import foreign
from tests.foreign import saved
from tests.read.test_foreign import read


@pytest.mark.parametrize(
    ("rotate", "box"),
    [
        (None, (100 / 595, 222 / 842, 100 / 595, 20 / 842)),
        (90, (600 / 842, 100 / 595, 20 / 842, 100 / 595)),
        (180, (395 / 595, 600 / 842, 100 / 595, 20 / 842)),
        (-90, (222 / 842, 395 / 595, 20 / 842, 100 / 595)),
    ],
)
def test_links_lie_where_they_are_seen(
    tmp_path: Path, rotate: int | None, box: tuple[float, float, float, float]
) -> None:
    found, _ = read(tmp_path, saved(foreign.linked("https://norrsala.example/", rotate=rotate)))
    assert found is not None
    (link,) = found.pages[0].links
    assert (link.x, link.y, link.width, link.height) == pytest.approx(box)
    assert (link.url, link.page) == ("https://norrsala.example/", 0)


def test_links_lead_to_the_web_or_within_the_document_and_start_nothing(tmp_path: Path) -> None:
    targets = (
        "https://a.example/b?c=d#e",
        "mailto:a@b.example",
        2,
        "javascript:app.alert(1)",
        "file:///etc/passwd",
        "ftp://x/",
    )
    found, _ = read(tmp_path, saved(foreign.linked(*targets)))
    assert found is not None
    assert [link.url or link.page for link in found.pages[0].links] == [
        "https://a.example/b?c=d#e",
        "mailto:a@b.example",
        2,
    ]


@pytest.mark.parametrize(
    ("written", "url"),
    [
        (String("https://a.example/Sk\u00e5ne#\u00e5"), "https://a.example/Sk%C3%A5ne#%C3%A5"),
        (String("https://a.example/Łódź"), "https://a.example/%C5%81%C3%B3d%C5%BA"),
        (String("https://a.example/å".encode()), "https://a.example/%C3%A5"),
        (String("https://a.example/å".encode("latin-1")), "https://a.example/%C3%A5"),
        (String("https://a.example/a b?c={d}|e"), "https://a.example/a%20b?c=%7Bd%7D%7Ce"),
        (String("https://a.example/%C3%A5?a=b&c=(d)"), "https://a.example/%C3%A5?a=b&c=(d)"),
        (String("  HTTPS://a.example/\n"), "HTTPS://a.example/"),
        (String("https://a.example/\nb"), None),
        (String("annan.pdf"), None),
        (Name("/https://a.example"), None),
    ],
)
def test_a_link_may_have_any_letters(tmp_path: Path, written: pikepdf.Object, url: str | None) -> None:
    action = Dictionary(S=Name.URI, URI=written)
    found, _ = read(tmp_path, saved(foreign.linked_action(foreign.pdf("Avtal"), action)))
    assert found is not None
    assert [link.url for link in found.pages[0].links] == ([] if url is None else [url])


def test_a_link_may_lead_to_a_page_by_its_place(tmp_path: Path) -> None:
    for place, expected in ((1, [2]), (2, []), (-1, [])):
        action = Dictionary(S=Name.GoTo, D=Array([place, Name.Fit]))
        found, _ = read(tmp_path, saved(foreign.linked_action(foreign.pdf("Ett", "Två"), action)))
        assert found is not None
        assert [link.page for link in found.pages[0].links] == expected


def test_a_link_that_is_hidden_is_none(tmp_path: Path) -> None:
    document = foreign.linked("https://a.example/")
    document.pages[0].obj.Annots[0].F = 2
    found, _ = read(tmp_path, saved(document))
    assert found is not None
    assert found.pages[0].links == ()


@pytest.mark.parametrize(
    "broken",
    [
        Dictionary(Subtype=Name.Link, A=Dictionary(S=Name.URI, URI=String("https://b.example/"))),
        Dictionary(Subtype=Name.Link, Rect=Array([0, 0, Name.x, 9]), Dest=Array([0, Name.Fit])),
        Dictionary(Subtype=Name.Link, Rect=Array([0, 0, 9, 9]), A=String("https://b.example/")),
        String("Link"),
        7,
    ],
)
def test_a_broken_link_takes_no_other_with_it(tmp_path: Path, broken: pikepdf.Object) -> None:
    document = foreign.linked("https://a.example/", "https://c.example/")
    document.pages[0].obj.Annots.insert(1, broken)
    found, codes = read(tmp_path, saved(document))
    assert found is not None
    assert ([link.url for link in found.pages[0].links], codes) == (["https://a.example/", "https://c.example/"], [])


def test_a_broken_name_takes_no_other_with_it(tmp_path: Path) -> None:
    document = foreign.named("Ett", "Två", "Tre")
    names = document.Root.Names.Dests.Names
    names.insert(0, String(""))
    names.insert(1, pikepdf.Object.parse(b"/#ff"))
    found, _ = read(tmp_path, saved(document))
    assert found is not None
    assert [(each.title, each.page) for each in found.bookmarks] == [("Ett", 1), ("Två", 2), ("Tre", 3)]
