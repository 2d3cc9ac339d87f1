"""The checks of links, pictures and citations: whatever leads nowhere is told, with the nearest that does."""

from __future__ import annotations

import pytest
from kallelse.check.targets import Surroundings
from kallelse.check.text import check_body
from kallelse.locale.findings import wrong
from kallelse.model import fold
from kallelse.model.text import Body, Cite, Emph, Figure, Image, Link, Quote, Strong, Text

from tests.check.bodies import FILES, PATH, check, findings, heading, para, words


@pytest.mark.parametrize(
    "target",
    [
        "https://exempel.se/sida?a=1#b",
        "HTTP://exempel.se",
        "mailto:kansli@norrsala.example",
        "tel:+46-123456",
        "#mal",
        "bilaga-1-utfall.md",
        "./bilaga-1-utfall.md#driften",
        "../03/bilaga-1-utfall.md",
        "../../index.md",
        "../../../gsn/index.md",
        "utfall.csv",
        "karta.png",
        "index.md#utfall",
    ],
)
def test_a_link_that_leads_somewhere_is_no_finding(target: str) -> None:
    assert check(para(Link(words("a", 2), target, 2), line=2)) == []


@pytest.mark.parametrize(
    ("target", "code", "near"),
    [
        ("", "link-nowhere", None),
        ("javascript:alert(1)", "link-scheme", None),
        ("data:text/html,x", "link-scheme", None),
        ("file:///etc/passwd", "link-scheme", None),
        ("https:exempel.se", "link-address", None),
        ("https://", "link-address", None),
        ("https://exempel.se/två ord", "link-address", None),
        ("mailto:kansli", "link-address", None),
        ("tel:noll", "link-address", None),
        ("//exempel.se/x", "link-absolute", None),
        ("/gsn/index.md", "link-absolute", None),
        ("bilaga-1.md", "link-dead-near", "bilaga-1-utfall.md"),
        ("Bilaga-1-utfall.md", "link-dead-near", "bilaga-1-utfall.md"),
        ("../../../../gsn/index.md", "link-dead-near", "../../index.md"),
        ("annat.pdf", "link-dead", None),
        ("../04-hemlig.md", "link-dead", None),
        ("../../../kallelse.yml", "link-dead", None),
        ("#mol", "link-anchor-near", "mal"),
        ("bilaga-1-utfall.md#drift", "link-anchor-near", "driften"),
        ("bilaga-1-utfall.md#zzz", "link-anchor-listed", None),
        ("../../index.md#a", "link-anchor", None),
    ],
)
def test_a_link_that_leads_nowhere_is_told_with_the_nearest(target: str, code: str, near: str | None) -> None:
    (found,) = findings(para(Strong((Link(words("a", 2), target, 2),)), line=2))
    assert (found.code, found.place.line, found.words.get("near")) == (code, 2, near)


def test_a_link_has_words_or_a_picture() -> None:
    assert check(para("a ", Link((), "#mal", 4))) == [("link-empty", 4)]
    assert check(para("a ", Link((Emph(words(" ")),), "#mal", 4))) == [("link-empty", 4)]
    assert check(para("a ", Link((Image("karta.png", "b", 4),), "#mal", 4))) == []


def test_anchors_of_a_body_are_those_that_links_may_lead_to() -> None:
    body = Body((heading(2, "mal"), Quote((heading(3, "medel"),)), para(Link(words("a"), "#medel", 4))))
    assert check_body(Surroundings(PATH, FILES, {PATH: fold.anchors(body)}), body, ()) == ()


@pytest.mark.parametrize(
    ("source", "alt", "code"),
    [
        ("karta.png", "", "image-alt"),
        ("karta.png", " ", "image-alt"),
        ("Karta.png", "a", "image-missing-near"),
        ("annan-bild.svg", "a", "image-missing"),
        ("karta.webp", "a", "image-kind"),
        ("utfall.csv", "a", "image-kind"),
        ("https://exempel.se/a.png", "a", "image-outside"),
        ("data:image/png;base64,x", "a", "image-outside"),
        ("/karta.png", "a", "image-outside"),
    ],
)
def test_a_picture_is_a_file_of_the_sources_with_an_alt_text(source: str, alt: str, code: str) -> None:
    assert check(Figure(Image(source, alt, 3), (), 3)) == [(code, 3)]
    assert check(para("a ", Image(source, alt, 4), line=4)) == [(code, 4)]


def test_a_citation_without_a_figure_is_told_as_it_was_typed() -> None:
    (found,) = findings(para("a ", Cite("utfall", ("Netto", "Helår"), line=6)))
    assert (found.code, found.place.line) == ("cite-unresolved", 6)
    assert wrong(found, "sv") == "{utfall: Netto, Helår} gick inte att läsa ur någon tabell."
    assert check(para(Cite("utfall", ("Netto",), printed="4,2 mnkr", line=6))) == []


@pytest.mark.parametrize(
    ("printed", "after", "told"),
    [
        ("4,2\u00a0mnkr", " mnkr", ["cite-unit-twice"]),
        ("4,2\u00a0mnkr", "\u00a0mnkr.", ["cite-unit-twice"]),
        ("35\u00a0%", " % mer", ["cite-unit-twice"]),
        ("4,2\u00a0mnkr", " mnkronor", []),
        ("4,2\u00a0mnkr", " av 5 mnkr", []),
        ("12\u00a0500", " 500", []),
        ("4,2", " mnkr", []),
    ],
)
def test_a_unit_that_is_written_after_a_citation_too_is_told(printed: str, after: str, told: list[str]) -> None:
    found = check(para(Cite("utfall", ("Netto",), printed=printed, line=6), Text(after, 6)))
    assert [code for code, _ in found] == told
