"""Pages from elsewhere that read otherwise as a part of a packet: what was lost is told, and what was not is not."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pikepdf
import pytest
from kallelse.model.archive import Archive
from kallelse.model.finding import Finding, Place
from kallelse.model.foreign import Foreign, ForeignPage
from kallelse.model.pages import PageRange
from kallelse.model.settings import Settings
from kallelse.typeset.packet import packet_source
from kallelse.typeset.places import Places
from kallelse.typeset.plan import Plan, plan_of
from kallelse.typeset.readback import PageText
from kallelse.typeset.setting import set_source
from kallelse.typeset.template import template_of
from kallelse.typeset.unlike import truly_lost

from tests.foreign import attached, bare, pdf, saved
from tests.typeset.build import agenda, case, committee, document, letter, meeting, p
from tests.typeset.packets import packet_of

SETTINGS = Settings(case_pdfs=False)


def told(root: Path, file: pikepdf.Pdf, change: Mapping[str, str]) -> list[str]:
    """The codes of what is left of a finding about an attachment whose page reads with `change`."""
    paper = attached(root, "avtal", saved(file))
    subject = meeting(*agenda(case("01-a", "Avtal", letter("01-a", "Avtal", p("Text.")), paper)))
    plan, places = _set(root, subject)
    body = packet_of(subject, root, settings=SETTINGS).texts[-1]
    for old, new in change.items():
        assert old in body
        body = body.replace(old, new)
    texts = [PageText("", "", "", "")] * (places.total - 1) + [PageText(body + " 1 1", "", "", "")]
    lost = Finding("packet-lost", Place(paper.path), {"page": str(places.total), "document": "x", "missing": "y"})
    others = [replace(lost, place=Place("annat.md")), replace(lost, code="packet-surplus")]
    found = list(truly_lost((lost, *others), texts, plan, places, root))
    assert found[-2:] == others
    return [finding.code for finding in found[:-2]]


def _set(root: Path, subject: object) -> tuple[Plan, Places]:
    whole = replace(committee(), meetings=(subject,))  # type: ignore[arg-type]
    plan = plan_of(whole, subject, SETTINGS, Archive(SETTINGS, (whole,)).addresses())  # type: ignore[arg-type]
    template, _ = template_of(SETTINGS, root)
    source, _ = packet_source(plan, template)
    setting, _ = set_source(source, root)
    assert setting is not None
    return plan, setting.places


@pytest.mark.parametrize(
    ("change", "left"),
    [({}, []), ({"Hyresavtal": "Hyresavta"}, ["packet-lost"]), ({"Bilaga 1": "Bilag 1"}, ["packet-lost"])],
)
def test_only_what_is_not_there_is_lost(root: Path, change: Mapping[str, str], left: list[str]) -> None:
    assert told(root, pdf("Hyresavtal"), change) == left


def test_a_page_that_looks_otherwise_when_it_is_opened_is_told(root: Path) -> None:
    # Of this the reader of the file shows nothing, and what lays it draws it.
    assert told(root, bare("Polygon"), {}) == ["packet-unlike"]


def test_a_page_that_looks_otherwise_in_a_few_points_is_the_same(root: Path) -> None:
    corners = pikepdf.Array([100, 600, 103, 600, 101, 603])
    assert told(root, bare("Polygon", Vertices=corners, Rect=pikepdf.Array([100, 600, 103, 603])), {}) == []


def test_what_is_lost_of_a_picture_is_told_as_it_was_found(root: Path) -> None:
    # It is no PDF that could be laid anew.
    picture = document("karta.png", "Karta", number=1, foreign=Foreign((ForeignPage(595, 842),), picture=True))
    subject = meeting(*agenda(case("01-a", "Karta", picture)))
    plan = plan_of(committee(), subject, SETTINGS, {})
    places = Places(2, {0: PageRange(1, 1), 1: PageRange(2, 2)}, {}, {})
    lost = Finding("packet-lost", Place(picture.path), {"page": "2", "document": "x", "missing": "y"})
    assert list(truly_lost((lost,), [PageText("", "", "", "")] * 2, plan, places, root)) == [lost]
