"""What machines read in the head of a page: JSON-LD as a processor expands it, and Open Graph."""

from __future__ import annotations

import datetime as dt
import json
import re
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from kallelse.model.meeting import Meeting, MeetingStatus, Sitting
from kallelse.model.record import Minutes, RecordForm
from kallelse.publish.linked import json_ld, open_graph
from kallelse.publish.page import Page, PageKind
from pyld import jsonld

from tests.publish import archives, councils, noticed, records, sites
from tests.publish.archives import GSN, meeting

ROOT = archives.SETTINGS.url
# What schema.org says of the terms that pages use, so that no test asks the network.
_CONTEXT = json.loads(Path(__file__).with_name("schemaorg.json").read_text(encoding="utf-8"))
_SCHEMA = "https://schema.org/"
# A processor says it of a value itself where the vocabulary says it of a property.
_TYPED = (f"{_SCHEMA}Date",)
_PDFS = (f"{GSN}/2022-09-26/kallelse.pdf",)


class _Data(HTMLParser):
    """The blocks of data in a page."""

    def __init__(self) -> None:
        super().__init__()
        self.blocks: list[str] = []
        self._is_open = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._is_open = tag == "script" and ("type", "application/ld+json") in attrs
        if self._is_open:
            self.blocks.append("")

    def handle_endtag(self, tag: str) -> None:  # noqa: ARG002
        self._is_open = False

    def handle_data(self, data: str) -> None:
        if self._is_open:
            self.blocks[-1] += data


def data_of(html: str) -> list[Any]:
    parser = _Data()
    parser.feed(html)
    return [json.loads(block) for block in parser.blocks]


def expanded(data: Any) -> list[Any]:
    """What a processor makes of it; terms that schema.org does not have are dropped."""

    def load(url: str, _: object) -> dict[str, object]:
        assert url == "https://schema.org"
        return {"contextUrl": None, "documentUrl": url, "document": _CONTEXT}

    found: list[Any] = jsonld.expand(data, {"documentLoader": load, "base": "about:blank"})
    return found


def keys(value: Any) -> list[str]:
    """All names of properties and types in it, at any depth."""
    if isinstance(value, list):
        return [name for each in value for name in keys(each)]
    if not isinstance(value, dict):
        return []
    own = [key for key in value if not key.startswith("@")]
    types = value.get("@type", [])
    return [*own, *([types] if isinstance(types, str) else types), *keys([*value.values()])]


def event(one: Meeting) -> dict[str, Any]:
    """The Event of a meeting's page."""
    [data] = data_of(sites.whole(sites.of_meetings(one)[one.address]))
    found = [each for each in data["@graph"] if each["@type"] == "Event"]
    assert len(found) == 1
    return dict(found[0])


@pytest.mark.parametrize(
    "pages",
    [
        sites.sample_pages(),
        sites.by_address(records.archive(), archives.packets(), records.LATER, records.pdfs()),
        sites.by_address(councils.council(), as_of=records.LATER),
        sites.by_address(noticed.whole(), as_of=noticed.AS_OF),
    ],
    ids=["sample", "decided", "council", "announced"],
)
def test_every_name_is_one_of_schema_org_and_every_address_is_whole(pages: dict[str, Page]) -> None:
    found = 0
    for address, page in pages.items():
        for data in data_of(sites.whole(page)):
            found += 1
            told = expanded(data)
            kept = [key for key in keys(told) if key not in _TYPED]
            assert len(kept) == len(keys(data)), address
            assert all(key.startswith(_SCHEMA) for key in kept)
            for each in re.findall(r'"(?:@id|url|item)":\s*"([^"]*)"', json.dumps(data)):
                assert each.startswith(ROOT), address
                assert each.partition("#")[0].removeprefix(ROOT) in {"", *pages, *_PDFS}
    assert found > len(pages) / 2


def test_a_name_that_schema_org_does_not_have_would_be_seen() -> None:
    data = {"@context": "https://schema.org", "@type": "Event", "name": "Möte", "startsAt": "2022"}
    assert keys(expanded(data)) != []
    assert len(keys(expanded(data))) < len(keys(data))


def test_a_meeting_is_an_event_with_its_hour_and_its_body() -> None:
    found = event(archives.sample_meeting())
    assert found["startDate"] == "2022-09-26T13:15:00+02:00"
    assert "endDate" not in found
    assert found["eventStatus"] == "https://schema.org/EventScheduled"
    assert found["organizer"]["name"] == "Gemensamma servicenämnden"
    assert found["organizer"]["parentOrganization"]["name"] == "Norrsala kommun"
    assert found["location"] == {"@type": "VirtualLocation", "name": "Digitalt"}
    assert found["eventAttendanceMode"] == "https://schema.org/OnlineEventAttendanceMode"
    hall = event(meeting(GSN, "2022-11-28", place="Sal Älven"))
    assert hall["location"] == {"@type": "Place", "name": "Sal Älven"}
    assert "eventAttendanceMode" not in hall
    assert hall["startDate"] == "2022-11-28T13:15:00+01:00"


def test_a_meeting_ends_when_its_minutes_say_so() -> None:
    pages = sites.by_address(records.archive(), archives.packets(), records.LATER, records.pdfs())
    [data] = data_of(sites.whole(pages[f"{GSN}/2022-09-26/index.html"]))
    [found] = [each for each in data["@graph"] if each["@type"] == "Event"]
    assert found["endDate"] == "2022-09-26T14:40:00+02:00"


def test_a_meeting_by_circulation_is_nowhere() -> None:
    one = meeting(GSN, "2022-09-12", place="Per capsulam")
    start = one.sittings[0].start
    notes = Minutes(
        f"{GSN}/2022-09-12/minutes.md", f"{GSN}/2022-09-12", start, start, is_notes=True, form=RecordForm.CIRCULATION
    )
    found = event(replace(one, minutes=notes))
    assert "location" not in found
    assert "eventAttendanceMode" not in found


@pytest.mark.parametrize(
    ("status", "name"), [(MeetingStatus.CANCELLED, "EventCancelled"), (MeetingStatus.POSTPONED, "EventPostponed")]
)
def test_an_event_that_is_called_off_says_so(status: MeetingStatus, name: str) -> None:
    assert event(meeting(GSN, "2022-09-26", status=status))["eventStatus"] == f"https://schema.org/{name}"


def test_each_day_of_a_meeting_is_an_event_within_it() -> None:
    days = [dt.datetime(2022, 10, day, 9) for day in (24, 25)]
    sittings = tuple(Sitting(day, day.replace(hour=12)) for day in days)
    found = event(meeting(GSN, "2022-10-24", sittings=sittings))
    assert found["endDate"] == "2022-10-25T12:00:00+02:00"
    assert [each["startDate"][:10] for each in found["subEvent"]] == ["2022-10-24", "2022-10-25"]


def test_without_the_address_of_the_site_nothing_has_one() -> None:
    archive = archives.archive()
    bare = replace(archive, settings=replace(archive.settings, url=""))
    for page in sites.by_address(bare, archives.packets()).values():
        html = sites.whole(page, bare.settings)
        for data in data_of(html):
            assert not {"@id", "url", "item"} & set(re.findall(r'"([^"]+)":', json.dumps(data)))
        assert 'property="og:url"' not in html


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=60) | st.sampled_from(["</script><script>alert(1)</script>", "<!--", "\u2028", "&lt;"]))
def test_nothing_in_the_data_ends_its_element(title: str) -> None:
    page = Page("a.html", title, title, "", PageKind.MEETING, described={"@type": "Event", "name": title})
    html = f'<script type="application/ld+json">{json_ld(page, (), archives.SETTINGS)}</script><p>'
    [data] = data_of(html)
    assert data["@graph"][0]["name"] == title
    assert html.count("<") == 3


def test_a_link_is_shown_with_title_text_and_a_picture_of_pixels() -> None:
    pages = sites.sample_pages()
    told = dict(open_graph(pages[f"{GSN}/2022-09-26/03-rapportering/index.html"], archives.SETTINGS))
    assert told["og:type"] == "article"
    assert told["og:url"] == f"{ROOT}{GSN}/2022-09-26/03-rapportering/index.html"
    assert told["og:site_name"] == "Norrsala kommun"
    assert "og:image" not in told
    start = dict(open_graph(pages["index.html"], replace(archives.SETTINGS, logo="bild/Vapen.PNG", language="en")))
    assert start["og:image"] == f"{ROOT}kallelse/logo.png"
    assert (start["og:type"], start["og:locale"]) == ("website", "en_GB")


def test_the_page_shown_at_any_address_has_none_of_it() -> None:
    html = sites.whole(sites.sample_pages()["404.html"])
    assert "og:" not in html
    assert data_of(html) == []
