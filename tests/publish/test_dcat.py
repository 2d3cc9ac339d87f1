"""The catalogue by DCAT-AP-SE 3: read by an independent parser, with all that must be there (docs.dataportal.se)."""

from __future__ import annotations

from dataclasses import replace

import pytest
from kallelse.model.archive import Archive
from kallelse.model.settings import Licence, OpenData
from rdflib import DCAT, DCTERMS, FOAF, RDF, XSD, Graph, Literal, Namespace, URIRef
from rdflib.term import BNode

from tests.publish import archives, sites

VCARD = Namespace("http://www.w3.org/2006/vcard/ns#")
ROOT = "https://moten.norrsala.example/"
EU = "http://publications.europa.eu/resource/authority/"
CHOSEN = OpenData(
    licence=Licence.CC0, publisher="https://norrsala.example/", organisation="212000-0000",
    area="http://sws.geonames.org/2661886", contact="Kanslichefen & co", email="data@norrsala.example",
)  # fmt: skip
PLAIN = OpenData(licence=Licence.CC_BY)

# What must be said of each (3.0.1, cardinality 1..).
_MUST = {
    DCAT.Catalog: (DCTERMS.title, DCTERMS.description, DCTERMS.publisher, DCTERMS.license, DCAT.dataset),
    DCAT.Dataset: (DCTERMS.title, DCTERMS.description, DCTERMS.publisher),
    DCAT.Distribution: (DCAT.accessURL, DCTERMS["format"]),
    DCAT.DataService: (DCTERMS.title, DCAT.endpointURL, DCTERMS["format"]),
    FOAF.Agent: (FOAF.name, DCTERMS.type),
    VCARD.Organization: (VCARD.fn, VCARD.hasEmail),
}
# What is recommended and known of each archive.
_SHOULD = {
    DCAT.Catalog: (DCTERMS.language, DCTERMS.modified, FOAF.homepage, DCAT.themeTaxonomy),
    DCAT.Dataset: (DCAT.contactPoint, DCAT.keyword, DCAT.theme, DCAT.distribution, DCTERMS.accessRights),
    DCAT.Distribution: (DCTERMS.description, DCTERMS.license),
    DCAT.DataService: (DCAT.contactPoint, DCAT.keyword, DCAT.endpointDescription, DCTERMS.license),
}
# Of what there may be only one (3.0.1, cardinality ..1).
_ONE = (DCTERMS.publisher, DCTERMS.license, DCAT.accessURL, DCTERMS["format"], DCTERMS.modified, FOAF.homepage)


def archive(chosen: OpenData, **fields: str) -> Archive:
    sample = archives.archive()
    return replace(sample, settings=replace(archives.SETTINGS, open_data=chosen, **fields))  # type: ignore[arg-type]


def files(one: Archive) -> dict[str, bytes]:
    return {asset.address: asset.content for asset in sites.assets(one, archives.packets(), sites.read_bytes)}


def graph(one: Archive) -> Graph:
    return Graph().parse(data=files(one)["data/dcat.rdf"], format="xml")


every_choice = pytest.mark.parametrize("chosen", [CHOSEN, PLAIN], ids=["chosen", "plain"])


@every_choice
def test_all_that_must_and_should_be_said_is(chosen: OpenData) -> None:
    found = graph(archive(chosen))
    for kind, properties in _MUST.items():
        things = list(found.subjects(RDF.type, kind))
        assert things, kind
        for thing in things:
            for name in (*properties, *_SHOULD.get(kind, ())):
                assert list(found.objects(thing, name)), (thing, name)
            for name in _ONE:
                assert len(list(found.objects(thing, name))) <= 1, (thing, name)


@every_choice
def test_addresses_are_whole_and_nothing_is_without_one(chosen: OpenData) -> None:
    found = graph(archive(chosen))
    for triple in found:
        for term in triple:
            assert not isinstance(term, BNode)
            if isinstance(term, URIRef):
                assert str(term).startswith(("http://", "https://", "mailto:"))
                assert " " not in term


@every_choice
def test_what_the_catalogue_tells_of_itself_is_told_and_files_are_of_the_site(chosen: OpenData) -> None:
    one = archive(chosen)
    found, there = graph(one), files(one)
    own = f"{ROOT}data/dcat.rdf#"
    subjects = {str(each) for each in found.subjects()}
    assert {str(each) for each in found.objects() if str(each).startswith(own)} <= subjects
    for name in (DCAT.accessURL, DCAT.downloadURL, DCAT.endpointURL):
        for address in found.objects(None, name):
            assert str(address).removeprefix(ROOT) in there
    (catalogue,) = found.subjects(RDF.type, DCAT.Catalog)
    assert set(found.objects(catalogue, DCAT.dataset)) == set(found.subjects(RDF.type, DCAT.Dataset))
    assert len(set(found.subjects(RDF.type, DCAT.Dataset))) == 7


def test_titles_are_in_both_languages_and_terms_are_those_of_the_union() -> None:
    found = graph(archive(CHOSEN))
    for kind in (DCAT.Catalog, DCAT.Dataset):
        for thing in found.subjects(RDF.type, kind):
            for name in (DCTERMS.title, DCTERMS.description):
                said = {each.language for each in found.objects(thing, name) if isinstance(each, Literal)}
                assert said == {"sv", "en"}
    assert set(found.objects(None, DCAT.theme)) == {URIRef(f"{EU}data-theme/GOVE")}
    assert set(found.objects(None, DCTERMS.accrualPeriodicity)) == {URIRef(f"{EU}frequency/IRREG")}
    assert {each.datatype for each in found.objects(None, DCTERMS.modified) if isinstance(each, Literal)} == {XSD.date}


def test_each_set_has_the_title_and_the_file_of_what_it_is() -> None:
    found = graph(archive(CHOSEN))
    told = {}
    for thing in found.subjects(RDF.type, DCAT.Dataset):
        titles = {each.language: str(each) for each in found.objects(thing, DCTERMS.title) if isinstance(each, Literal)}
        (given,) = found.objects(thing, DCAT.distribution)
        (address,) = found.objects(given, DCAT.accessURL)
        told[str(address).removeprefix(ROOT)] = (titles["sv"], titles["en"])
    assert told == {
        "data/beslut.csv": ("Beslut", "Decisions"),
        "data/moten.csv": ("Möten", "Meetings"),
        "data/arenden.csv": ("Ärenden", "Cases"),
        "data/tabeller.csv": ("Ekonomiska tabeller", "Financial tables"),
        "floden/allt.xml": ("Nyheter om möten och beslut", "News of meetings and decisions"),
        "kalender/allt.ics": ("Kalender över möten", "Calendar of meetings"),
        "api/oparl/system.json": ("Möten, ärenden och beslut enligt OParl", "Meetings, matters and decisions by OParl"),
    }


def test_it_says_what_the_municipality_says_of_itself() -> None:
    found = graph(archive(CHOSEN))
    (agent,) = found.subjects(RDF.type, FOAF.Agent)
    assert str(agent) == "https://norrsala.example/"
    assert [str(each) for each in found.objects(agent, DCTERMS.identifier)] == ["212000-0000"]
    assert {str(each) for each in found.objects(None, DCTERMS.spatial)} == {CHOSEN.area}
    (contact,) = found.subjects(RDF.type, VCARD.Organization)
    assert [str(each) for each in found.objects(contact, VCARD.fn)] == ["Kanslichefen & co"]
    assert [str(each) for each in found.objects(contact, VCARD.hasEmail)] == ["mailto:data@norrsala.example"]
    assert {str(each) for each in found.objects(None, DCTERMS.license)} == {Licence.CC0.value}


@pytest.mark.parametrize(("language", "term"), [("sv", "SWE"), ("en", "ENG")])
def test_each_set_is_in_the_language_of_the_site(language: str, term: str) -> None:
    found = graph(archive(PLAIN, language=language))
    sets = set(found.subjects(RDF.type, DCAT.Dataset))
    assert {str(each) for one in sets for each in found.objects(one, DCTERMS.language)} == {f"{EU}language/{term}"}
    # Nor does it say an empty number of a municipality that has said none.
    assert list(found.objects(None, DCTERMS.identifier)) == []


def test_without_oparl_it_lists_none() -> None:
    found = graph(archive(replace(CHOSEN, oparl=False)))
    assert list(found.subjects(RDF.type, DCAT.DataService)) == []
    sets = set(found.subjects(RDF.type, DCAT.Dataset))
    assert len(sets) == 6
    assert set(found.objects(None, DCAT.dataset)) == sets
    assert list(found.objects(None, DCAT.service)) == []


def test_without_an_email_there_is_no_contact() -> None:
    found = graph(archive(PLAIN, email=""))
    assert list(found.subjects(RDF.type, VCARD.Organization)) == []
    assert list(found.objects(None, DCAT.contactPoint)) == []


@pytest.mark.parametrize("one", [archive(OpenData()), archive(CHOSEN, url="")], ids=["no licence", "no address"])
def test_there_is_no_catalogue_without_a_licence_or_an_address(one: Archive) -> None:
    assert "data/dcat.rdf" not in files(one)
