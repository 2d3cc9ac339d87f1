"""The boxes that lead to feeds and calendars: on which pages they stand, and what they lead to."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest
from kallelse.model.address import relative
from kallelse.model.matter import matters
from kallelse.model.meeting import MeetingStatus
from kallelse.model.published import adjusted
from kallelse.publish.feeds import feed_of_matter

from tests.publish import archives, records, sites
from tests.publish.archives import GSN, meeting

SAMPLE = sites.sample_pages()
WEBCAL = "webcal://moten.norrsala.example/kalender"


def box(html: str) -> list[str]:
    """What the links of the box on a page lead to; none where there is no box."""
    _, _, after = html.partition('<nav class="k-follow"')
    return list(sites.attributes(after.partition("</nav>")[0], "href"))


@pytest.mark.parametrize(
    ("address", "links"),
    [
        ("index.html", ["floden/allt.xml", f"{WEBCAL}/allt.ics", "kalender/allt.ics", "folj.html"]),
        (
            f"{GSN}/index.html",
            [
                *(f"../floden/namnd-{GSN}.xml", f"{WEBCAL}/namnd-{GSN}.ics", f"../kalender/namnd-{GSN}.ics"),
                "../folj.html",
            ],
        ),
        (
            f"{GSN}/2022-09-26/index.html",
            [
                *("sammantrade.ics", f"../../floden/namnd-{GSN}.xml", f"{WEBCAL}/namnd-{GSN}.ics"),
                "../../folj.html",
            ],
        ),
        ("arenden/gsn-2020-35.html", ["../floden/arende-gsn-2020-35.xml", "../folj.html"]),
        ("anslagstavla/index.html", ["../floden/anslagstavlan.xml", "../folj.html"]),
        (
            f"{GSN}/2022-09-26/04-digitaliseringsstrategi/index.html",
            ["../../../floden/arende-gsn-2020-35.xml", "../../../folj.html"],
        ),
        # An item without a registry number.
        (f"{GSN}/2022-09-26/06-information.html", []),
    ],
)
def test_a_page_leads_to_what_it_is_about(address: str, links: list[str]) -> None:
    assert box(SAMPLE[address].html) == links


def test_the_page_of_a_case_and_those_of_its_paragraphs_lead_to_the_feed_of_its_matter() -> None:
    archive = records.archive()
    pages = sites.by_address(archive, as_of=records.LATER)
    of_case = {step.case.path: matter for matter in matters(archive) for step in matter.steps}
    feeds = {path: feed_of_matter(matter, archive.settings).address for path, matter in of_case.items()}
    seen = {True: 0, False: 0}
    for _, one in archive.meetings():
        minutes = None if one.minutes is None else adjusted(one.minutes, records.LATER)
        shown = [(case.address, case.path) for case in one.cases]
        shown += (
            [] if minutes is None else [(minutes.paragraph_address(each), each.case) for each in minutes.paragraphs]
        )
        for address, path in shown:
            feed = feeds.get(path)
            links = [] if feed is None else [relative(each, address) for each in (feed, "folj.html")]
            assert box(pages[address].html) == links
            assert [each.address for each in pages[address].alternates] == ([] if feed is None else [feed])
            seen[feed is not None] += 1
    assert all(seen.values())


def test_only_a_meeting_that_is_to_come_is_put_into_a_calendar() -> None:
    one = archives.sample_meeting()
    for other, as_of, is_offered in (
        (one, archives.AS_OF, True),
        (one, one.date, True),
        (one, one.date + dt.timedelta(1), False),
        (replace(one, status=MeetingStatus.CANCELLED), archives.AS_OF, False),
    ):
        found = box(sites.of_meetings(other, as_of=as_of)[one.address].html)
        assert ("sammantrade.ics" in found) == is_offered


def test_without_the_address_of_the_site_calendars_are_fetched_and_nothing_is_said_of_news() -> None:
    archive = archives.archive()
    pages = sites.by_address(replace(archive, settings=replace(archive.settings, url="")))
    assert box(pages["index.html"].html) == ["kalender/allt.ics", "folj.html"]
    assert "Se mötena i din kalender." in pages["index.html"].html
    assert "flöde" not in pages["folj.html"].html.lower()
    for address in ("arenden/gsn-2020-35.html", f"{GSN}/2022-09-26/04-digitaliseringsstrategi/index.html"):
        assert box(pages[address].html) == []
    assert box(pages["anslagstavla/index.html"].html) == []


def test_names_that_cannot_stand_in_an_address_are_written_so_that_they_can() -> None:
    one = replace(archives.with_meeting(meeting(GSN, "2022-09-26")).committees[0], folder="barn och unga")
    archive = replace(archives.archive(), committees=(one,))
    html = sites.by_address(archive)["folj.html"].html
    assert "floden/namnd-barn%20och%20unga.xml" in html
    assert f"{WEBCAL}/namnd-barn%20och%20unga.ics" in html


def test_a_page_offers_its_feed_to_readers_and_a_case_that_of_its_matter() -> None:
    offered = {address: [each.address for each in page.alternates] for address, page in SAMPLE.items()}
    assert offered["index.html"] == ["floden/allt.xml"]
    assert offered[f"{GSN}/2022-09-26/04-digitaliseringsstrategi/index.html"] == ["floden/arende-gsn-2020-35.xml"]
    assert offered[f"{GSN}/2022-09-26/06-information.html"] == []
    assert offered["sok.html"] == []
    assert 'rel="alternate" type="application/atom+xml"' in sites.whole(SAMPLE["anslagstavla/index.html"])
