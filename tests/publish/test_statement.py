"""The accessibility statement as the law asks for it, and the truth where nobody has made one."""

from __future__ import annotations

from dataclasses import replace

import pytest
from kallelse.model.address import RESERVED
from kallelse.model.statement import Authority, Conformance, Method, Statement
from kallelse.publish.explained import unexplained
from kallelse.publish.page import PageKind

from tests.publish import archives, sites
from tests.publish.archives import SETTINGS
from tests.publish.statements import MADE


def read(made: Statement | None, language: str = "sv", **settings: object) -> str:
    archive = replace(archives.archive(), statement=made)
    archive = replace(archive, settings=replace(SETTINGS, language=language, **settings))  # type: ignore[arg-type]
    page = sites.by_address(archive)["tillganglighet.html"]
    return sites.read(replace(page, html=unexplained(page.html)))


def test_the_statement_has_all_parts_of_the_law_in_order() -> None:
    text = read(MADE)
    assert text.splitlines()[0].replace("\N{SOFT HYPHEN}", "") == "# Tillgänglighetsredogörelse"
    parts = (
        *("Norrsala kommun står bakom webbplatsen Möten och beslut.", "gäller https://moten.norrsala.example/."),
        *("## Hur tillgänglig är webbplatsen?", "EN 301 549", "## Innehåll som inte är tillgängligt"),
        *("Skannade bilagor De saknar taggar. I stället: Bilagans egen sida.", "Oskäligt betungande anpassning (12 §)"),
        *("Norrsala kommun åberopar", "Kartor <1990 Det kostar mer än det ger.", "Lagen gäller inte det här (9 §)"),
        *("Gamla filer De är äldre än lagen.", "senast 31 januari 2023", "Vi svarar inom två dagar."),
        *(
            "<https://a.example/brist>",
            "<mailto:hjalp@norrsala.example>",
            "<tel:0100-123456>",
            "Kommunkansliet, Storgatan 1",
        ),
        *("Myndigheten för digital förvaltning (Digg) har tillsyn", "<https://www.digg.se/tdosanmalan>"),
        *("(självskattning). Med tangentbord.", "1 september 2022", "1 augusti 2022", "5 september 2022"),
        *("<https://a.example/rapport>", "Vi prövar varje månad.", "Det här prövas alltid", "PDF/UA-1"),
    )
    places = [text.find(part) for part in parts]
    assert -1 not in places
    assert places == sorted(places)


def test_without_settings_it_says_that_nobody_has_assessed_the_site_and_what_is_tried_anyhow() -> None:
    text = read(None)
    assert "Vi har ännu inte bedömt hur väl webbplatsen uppfyller lagens krav." in text
    assert "förenlig med" not in text
    assert "självskattning" not in text
    assert "Innehåll som inte är tillgängligt" not in text
    assert "<mailto:kansli@norrsala.example>" in text
    assert "<https://www.digg.se/tdosanmalan>" in text
    assert "Automatiska prov hittar inte alla brister." in text


@pytest.mark.parametrize("status", Conformance)
@pytest.mark.parametrize("language", ["sv", "en"])
def test_the_status_is_said_in_the_laws_own_words(status: Conformance, language: str) -> None:
    said = {
        ("sv", Conformance.FULL): "helt förenlig",
        ("sv", Conformance.PARTIAL): "delvis förenlig",
        ("sv", Conformance.NONE): "inte förenlig",
        ("en", Conformance.FULL): "fully compliant",
        ("en", Conformance.PARTIAL): "partially compliant",
        ("en", Conformance.NONE): "not compliant",
    }
    text = read(replace(MADE, status=status), language)
    assert [words for (tongue, _), words in said.items() if tongue == language and words in text] == [
        said[language, status]
    ]


@pytest.mark.parametrize("method", Method)
def test_how_it_was_assessed_is_said(method: Method) -> None:
    said = {
        Method.SELF: "Vi har själva prövat webbplatsen (självskattning). Med",
        Method.EXTERNAL: "En oberoende granskare har prövat webbplatsen. Med",
        Method.BOTH: "och det har också en oberoende granskare gjort. Med",
        Method.ESTIMATE: "Vi har uppskattat",
    }
    assert said[method] in read(replace(MADE, method=method))


def test_a_full_one_knows_of_nothing_and_another_authority_has_its_own_page() -> None:
    made = replace(MADE, status=Conformance.FULL, lacks=(), burden=(), outside=(), mended=None)
    text = read(replace(made, authority=Authority("PTS", "https://pts.example/")))
    assert "Vi känner inte till något innehåll som inte är tillgängligt." in text
    assert "PTS har tillsyn över lagen." in text
    assert "<https://pts.example/>" in text
    assert "digg" not in text.casefold()


@pytest.mark.parametrize("language", ["sv", "en"])
def test_every_page_leads_to_it(language: str) -> None:
    settings = replace(SETTINGS, language=language)  # type: ignore[arg-type]
    pages = sites.by_address(replace(archives.archive(), settings=settings))
    for page in pages.values():
        found = sites.elements(sites.whole(page, settings))
        links = [given.get("href", "").rpartition("/")[2] for tag, given in found if tag == "a"]
        assert links.count("tillganglighet.html") == 1, page.address
        assert links.count("ordlista.html") == (page.kind is not PageKind.BOARD), page.address
    assert {"tillganglighet.html", "ordlista.html"} <= RESERVED
