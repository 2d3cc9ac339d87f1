"""Pages turned into what machines read in their heads: schema.org as JSON-LD 1.1, and Open Graph."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping

from kallelse.model.address import absolute
from kallelse.model.meeting import Committee, Meeting, MeetingStatus, Sitting
from kallelse.model.record import RecordForm
from kallelse.model.settings import Settings
from kallelse.model.zone import moment
from kallelse.publish.files import logo_address
from kallelse.publish.page import Crumb, Page, PageKind
from kallelse.publish.plan import Plan, end_of, meeting_name

Node = Mapping[str, object]
"""A thing by the names of schema.org, where what is not known is left out."""

_SCHEMA = "https://schema.org"
_STATUS = {
    MeetingStatus.CALLED: "EventScheduled",
    MeetingStatus.CANCELLED: "EventCancelled",
    MeetingStatus.POSTPONED: "EventPostponed",
}
_MODES = {
    RecordForm.IN_PERSON: "OfflineEventAttendanceMode",
    RecordForm.DIGITAL: "OnlineEventAttendanceMode",
    RecordForm.HYBRID: "MixedEventAttendanceMode",
}
_ARTICLES = (PageKind.CASE, PageKind.ATTACHMENT, PageKind.MINUTES, PageKind.PARAGRAPH)
_LOCALES = {"sv": "sv_SE", "en": "en_GB"}
# Who shows a link as a card takes no drawing for its picture.
_PIXELS = (".png", ".jpg", ".jpeg", ".gif", ".webp")
# Nothing in the data may look like the end of its element, or like a line's end to a script (JSON allows U+2028).
_AWAY = str.maketrans({sign: f"\\u{ord(sign):04x}" for sign in "<>&\u2028\u2029"})


def meeting_node(plan: Plan, committee: Committee, meeting: Meeting) -> Node:
    """The meeting as an Event; of several sittings, each is an Event within it."""
    words, minutes = plan.words, plan.minutes(meeting)
    form = None if minutes is None else minutes.form
    if form is None and meeting.place == words.forms[RecordForm.DIGITAL]:
        form = RecordForm.DIGITAL
    name, sittings = meeting_name(committee, meeting), meeting.sittings
    papers = (
        _file(plan, words.packet, meeting.packet) if plan.packet(meeting) is not None else None,
        _paper(plan, words.record, minutes.address) if minutes is not None else None,
    )
    return _known(
        {
            "@type": "Event",
            "@id": _whole(plan.settings, meeting.address, "#mote"),
            "url": _whole(plan.settings, meeting.address),
            "name": name,
            "startDate": moment(sittings[0].start).isoformat(),
            "endDate": _end(plan, meeting, sittings[-1]),
            "eventStatus": f"{_SCHEMA}/{_STATUS[meeting.status]}",
            "eventAttendanceMode": f"{_SCHEMA}/{_MODES[form]}" if form in _MODES else "",
            "location": _location(meeting.place, form),
            "organizer": committee_node(plan, committee),
            "subjectOf": [each for each in papers if each is not None],
            "subEvent": [
                _known(
                    {
                        "@type": "Event",
                        "name": name,
                        "startDate": moment(each.start).isoformat(),
                        "endDate": _end(plan, meeting, each),
                        "location": _location(meeting.place, form),
                    }
                )
                for each in sittings
                if len(sittings) > 1
            ],
        }
    )


def committee_node(plan: Plan, committee: Committee) -> Node:
    """The committee as a GovernmentOrganization of its municipality."""
    settings = plan.settings
    return _known(
        {
            "@type": "GovernmentOrganization",
            "@id": _whole(settings, committee.address, "#organ"),
            "name": committee.name,
            "alternateName": committee.short,
            "url": _whole(settings, committee.address),
            "parentOrganization": municipality_node(settings),
        }
    )


def municipality_node(settings: Settings) -> Node:
    """The municipality whose site it is."""
    root = settings.url.rstrip("/")
    return _known(
        {
            "@type": "GovernmentOrganization",
            "@id": f"{root}/#kommun" if root else "",
            "name": settings.name,
            "email": settings.email,
        }
    )


def _location(place: str, form: RecordForm | None) -> Node:
    if not place or form is RecordForm.CIRCULATION:
        return {}
    return {"@type": "VirtualLocation" if form is RecordForm.DIGITAL else "Place", "name": place}


def _end(plan: Plan, meeting: Meeting, sitting: Sitting) -> str:
    end = end_of(plan, meeting, sitting)
    return "" if end is None else moment(end).isoformat()


def _file(plan: Plan, name: str, address: str) -> Node:
    return {**_paper(plan, name, address), "encodingFormat": "application/pdf"}


def _paper(plan: Plan, name: str, address: str) -> Node:
    return _known({"@type": "DigitalDocument", "name": name, "url": _whole(plan.settings, address)})


def _known(node: Node) -> Node:
    return {key: value for key, value in node.items() if value}


def _whole(settings: Settings, address: str, fragment: str = "") -> str:
    """An address that the whole world can ask for; nothing where that of the site is not known."""
    return absolute(settings.url, address + fragment) if settings.url else ""


def json_ld(page: Page, way: Iterable[Crumb], settings: Settings) -> str:
    """What a page shows, and its place on the site, as JSON that can stand in an element; nothing for neither."""
    nodes = [each for each in (page.described, _crumbs(page, tuple(way), settings)) if each]
    told = {"@context": _SCHEMA, "@graph": nodes}
    return json.dumps(told, ensure_ascii=False, separators=(",", ":")).translate(_AWAY) if nodes else ""


def _crumbs(page: Page, way: tuple[Crumb, ...], settings: Settings) -> Node:
    """The way to the page as a BreadcrumbList; none where the addresses on it are not known."""
    if not way or not settings.url:
        return {}
    places = [(each.title, each.address) for each in way] + [(page.here, page.address)]
    items = [
        {"@type": "ListItem", "position": place, "name": name, "item": _whole(settings, address)}
        for place, (name, address) in enumerate(places, start=1)
    ]
    return {"@type": "BreadcrumbList", "itemListElement": items}


def open_graph(page: Page, settings: Settings) -> Iterator[tuple[str, str]]:
    """What a link to the page is shown with elsewhere, as names and contents; nothing of it is fetched by readers."""
    yield "og:title", page.title
    yield "og:description", page.description
    yield "og:type", "article" if page.kind in _ARTICLES else "website"
    yield "og:site_name", settings.name
    yield "og:locale", _LOCALES[settings.language]
    if settings.url:
        yield "og:url", _whole(settings, page.address)
        if settings.logo.lower().endswith(_PIXELS):
            yield "og:image", _whole(settings, logo_address(settings))
