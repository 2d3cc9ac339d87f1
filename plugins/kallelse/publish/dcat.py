"""The files for programs turned into a catalogue by DCAT-AP-SE 3 (docs.dataportal.se), in RDF/XML."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import TypeAlias
from xml.sax.saxutils import escape, quoteattr

from kallelse.locale.data import Words, data_words
from kallelse.model.address import absolute
from kallelse.model.settings import Language
from kallelse.publish.calendar import ALL as ALL_MEETINGS
from kallelse.publish.feeds import ALL as ALL_NEWS
from kallelse.publish.oparl.api import is_published as has_oparl
from kallelse.publish.oparl.thing import SYSTEM
from kallelse.publish.page import Asset
from kallelse.publish.plan import DATA, Plan
from kallelse.publish.tabular import DataTable, DataTables

DCAT = "data/dcat.rdf"

_NAMES = {
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "dcat": "http://www.w3.org/ns/dcat#",
    "dcterms": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "vcard": "http://www.w3.org/2006/vcard/ns#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
_EU = "http://publications.europa.eu/resource/authority/"
_THEME, _PUBLIC, _IRREGULAR = f"{_EU}data-theme/GOVE", f"{_EU}access-right/PUBLIC", f"{_EU}frequency/IRREG"
_LANGUAGES: dict[Language, str] = {"sv": f"{_EU}language/SWE", "en": f"{_EU}language/ENG"}
_AUTHORITY = "http://purl.org/adms/publishertype/LocalAuthority"
_OPARL = "https://schema.oparl.org/1.1/"
_DATE = f"{_NAMES['xsd']}date"


@dataclass(frozen=True, slots=True)
class _Text:
    """A literal, with its language or its type where it has one."""

    value: str
    language: str = ""
    type: str = ""


@dataclass(frozen=True, slots=True)
class _Node:
    """A thing by its address, with its types and what is said of it: properties with addresses or literals."""

    about: str
    type: str
    said: list[tuple[str, _Value]] = field(default_factory=list)


_Value: TypeAlias = "str | _Text"


@dataclass(frozen=True, slots=True)
class _Offer:
    """A file that is a set of data of its own: its title and description, and what its form is, in any language."""

    name: str
    address: str
    type: str
    told: Callable[[Words], tuple[str, str]]
    form: Callable[[Words], str]


def _offers(tables: DataTables) -> Iterator[_Offer]:
    """The tables, the feed and the calendar of everything."""
    yield _table(tables.decisions, lambda said: said.decisions)
    yield _table(tables.meetings, lambda said: said.meetings)
    yield _table(tables.cases, lambda said: said.cases)
    yield _table(tables.finance, lambda said: said.finance)
    yield _Offer("nyheter", ALL_NEWS, "application/atom+xml", lambda said: said.news, lambda said: said.follow_lead)
    yield _Offer("kalender", ALL_MEETINGS, "text/calendar", lambda said: said.calendar, lambda said: said.follow_lead)


def _table(table: DataTable, told: Callable[[Words], tuple[str, str]]) -> _Offer:
    return _Offer(table.name, table.address, "text/csv", told, lambda said: said.tables_lead)


def is_published(plan: Plan) -> bool:
    """Whether there is a catalogue: it must say a licence, and its addresses must be whole."""
    return bool(plan.settings.url) and plan.settings.open_data.licence is not None


def dcat_files(plan: Plan, tables: DataTables) -> Iterator[Asset]:
    """The catalogue, where there is one.

    Catalogue, data sets, distributions, publisher and contact have addresses of their own, since the portal takes no
    blank nodes. Titles and descriptions are in both languages.
    """
    if is_published(plan):
        yield Asset(DCAT, _rdf(_nodes(plan, tables)).encode())


def _nodes(plan: Plan, tables: DataTables) -> Iterator[_Node]:
    settings, licence = plan.settings, plan.settings.open_data.licence
    assert licence is not None
    own, email = settings.open_data, settings.open_data.email or settings.email
    publisher = own.publisher or _id(plan, "utgivare")
    contact = [("dcat:contactPoint", _id(plan, "kontakt"))] if email else []
    spatial = [("dcterms:spatial", own.area)] if own.area else []
    offers = tuple(_offers(tables))
    sets = [*(offer.name for offer in offers), *(["oparl"] if has_oparl(plan) else [])]
    yield _Node(
        _id(plan, "katalog"),
        "dcat:Catalog",
        [
            *_both("dcterms:title", lambda said: said.catalogue_title),
            *_both("dcterms:description", lambda said: said.catalogue_description),
            ("dcterms:publisher", publisher),
            ("dcterms:license", licence.value),
            ("dcterms:language", _LANGUAGES["sv"]),
            ("dcterms:language", _LANGUAGES["en"]),
            ("dcterms:modified", _Text(plan.as_of.isoformat(), type=_DATE)),
            ("dcat:themeTaxonomy", f"{_EU}data-theme"),
            ("foaf:homepage", absolute(plan.settings.url, DATA)),
            *spatial,
            *(("dcat:dataset", _id(plan, f"datamangd-{name}")) for name in sets),
            *([("dcat:service", _id(plan, "datatjanst-oparl"))] if has_oparl(plan) else []),
        ],
    )
    number = [("dcterms:identifier", _Text(own.organisation))] if own.organisation else []
    yield _Node(
        publisher,
        "foaf:Agent",
        [("foaf:name", _Text(settings.name)), ("dcterms:type", _AUTHORITY), *number],
    )
    if email:
        yield _Node(
            _id(plan, "kontakt"),
            "vcard:Organization",
            [("vcard:fn", _Text(own.contact or settings.name)), ("vcard:hasEmail", f"mailto:{email}")],
        )
    shared: list[tuple[str, _Value]] = [
        ("dcterms:publisher", publisher),
        ("dcterms:accessRights", _PUBLIC),
        *contact,
        *(("dcat:keyword", _Text(word, language)) for language in _LANGUAGES for word in data_words(language).keywords),
        ("dcat:theme", _THEME),
    ]
    always = [("dcterms:language", _LANGUAGES[plan.language]), ("dcterms:accrualPeriodicity", _IRREGULAR), *spatial]
    for offer in offers:
        yield _Node(
            _id(plan, f"datamangd-{offer.name}"),
            "dcat:Dataset",
            [
                *_both("dcterms:title", partial(_told, offer, 0)),
                *_both("dcterms:description", partial(_told, offer, 1)),
                *shared,
                *always,
                ("dcat:landingPage", absolute(plan.settings.url, DATA)),
                ("dcat:distribution", _id(plan, f"distribution-{offer.name}")),
            ],
        )
        yield _Node(
            _id(plan, f"distribution-{offer.name}"),
            "dcat:Distribution",
            [
                *_both("dcterms:description", offer.form),
                ("dcat:accessURL", absolute(plan.settings.url, offer.address)),
                ("dcat:downloadURL", absolute(plan.settings.url, offer.address)),
                ("dcterms:format", _Text(offer.type)),
                ("dcterms:license", licence.value),
            ],
        )
    if has_oparl(plan):
        yield from _of_oparl(plan, licence.value, [*shared], always)


def _of_oparl(
    plan: Plan, licence: str, shared: list[tuple[str, _Value]], always: Sequence[tuple[str, _Value]]
) -> Iterator[_Node]:
    both = [
        *_both("dcterms:title", lambda said: said.oparl_title),
        *_both("dcterms:description", lambda said: said.oparl_lead),
    ]
    yield _Node(
        _id(plan, "datamangd-oparl"),
        "dcat:Dataset",
        [
            *both,
            *shared,
            *always,
            ("dcat:landingPage", absolute(plan.settings.url, DATA)),
            ("dcterms:conformsTo", _OPARL),
            ("dcat:distribution", _id(plan, "distribution-oparl")),
        ],
    )
    yield _Node(
        _id(plan, "distribution-oparl"),
        "dcat:Distribution",
        [
            *_both("dcterms:description", lambda said: said.oparl_static),
            ("dcat:accessURL", absolute(plan.settings.url, SYSTEM)),
            ("dcterms:format", _Text("application/json")),
            ("dcterms:license", licence),
            ("dcat:accessService", _id(plan, "datatjanst-oparl")),
        ],
    )
    yield _Node(
        _id(plan, "datatjanst-oparl"),
        "dcat:DataService",
        [
            *both,
            *shared,
            ("dcat:endpointURL", absolute(plan.settings.url, SYSTEM)),
            ("dcat:endpointDescription", _OPARL),
            ("dcterms:format", _Text("application/json")),
            ("dcterms:license", licence),
            ("dcat:servesDataset", _id(plan, "datamangd-oparl")),
            ("foaf:page", absolute(plan.settings.url, DATA)),
        ],
    )


def _id(plan: Plan, name: str) -> str:
    """The address of a thing that the catalogue itself tells of."""
    return absolute(plan.settings.url, DCAT) + f"#{name}"


def _told(offer: _Offer, which: int, said: Words) -> str:
    """Title or description of what is offered."""
    return offer.told(said)[which]


def _both(name: str, told: Callable[[Words], str]) -> list[tuple[str, _Value]]:
    """A property in both languages."""
    return [(name, _Text(told(data_words(language)), language)) for language in _LANGUAGES]


def _rdf(nodes: Iterable[_Node]) -> str:
    """Things in RDF/XML, in the order in which they come."""
    names = "".join(f"\n  xmlns:{name}={quoteattr(address)}" for name, address in _NAMES.items())
    lines = ['<?xml version="1.0" encoding="UTF-8"?>', f"<rdf:RDF{names}>"]
    for node in nodes:
        lines += [f"  <{node.type} rdf:about={quoteattr(node.about)}>"]
        lines += [f"    {_property(name, value)}" for name, value in node.said]
        lines += [f"  </{node.type}>"]
    return "\n".join((*lines, "</rdf:RDF>", ""))


def _property(name: str, value: _Value) -> str:
    if isinstance(value, str):
        return f"<{name} rdf:resource={quoteattr(value)}/>"
    marks = f" xml:lang={quoteattr(value.language)}" if value.language else ""
    marks += f" rdf:datatype={quoteattr(value.type)}" if value.type else ""
    return f"<{name}{marks}>{escape(value.value)}</{name}>"
