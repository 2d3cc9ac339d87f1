"""A PDF that is no packet is set and read back by the same functions, which know of no packet."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest
from kallelse.locale.packet import WORDS
from kallelse.model.section import Section, SectionKind
from kallelse.model.settings import Settings
from kallelse.model.text import Block, Body, Heading, Note, NoteRef, Para, Text
from kallelse.typeset.parts import Part, body_parts
from kallelse.typeset.places import Places
from kallelse.typeset.readback import ExpectedText
from kallelse.typeset.running import Running
from kallelse.typeset.scope import FRONT, Progress, scope_of
from kallelse.typeset.sections import body_source, sheet_pages
from kallelse.typeset.setting import finish, set_source
from kallelse.typeset.source import Source, source_of
from kallelse.typeset.targets import Destination, targets_of
from kallelse.typeset.template import template_of

from tests.tools.house import imports, modules
from tests.typeset.build import bullets, p, table

PACKAGE = Path(__file__).resolve().parents[2] / "plugins" / "kallelse"
SHARED = ("parts", "running", "sections", "setting", "source", "starts", "targets", "text")
PACKETS = {"packet", "plan", "order", "case", "cover", "agenda", "heads", "expected", "foreign", "join"}
PATH = "namnd/2022-09-26/minutes.md"
TITLE, DAY = "Protokoll", dt.date(2022, 10, 3)
RUNNING = Running("Nämnden", "Protokoll 26 september 2022", WORDS["sv"])
TEMPLATE = template_of(Settings(), Path())[0]


@cache
def needs() -> dict[str, set[str]]:
    """What each module of the package imports by its full name, names of modules among those of what they hold."""
    return {
        module.name: {part for one in imports(module) for part in (one.name, one.name.rpartition(".")[0])}
        for module in modules(PACKAGE)
    }


def reached(name: str) -> set[str]:
    """All modules of the stage that one of them imports, through others too."""
    found, left = set[str](), [f"kallelse.typeset.{name}"]
    while left:
        module = left.pop()
        found.add(module)
        left += needs().get(module, set()) - found
    return {module.removeprefix("kallelse.typeset.") for module in found & needs().keys()}


@pytest.mark.parametrize("name", SHARED)
def test_what_is_shared_reaches_no_module_of_the_packet(name: str) -> None:
    assert reached(name) & PACKETS == set()


def test_a_packet_reaches_them_all() -> None:
    assert reached("packet") >= {*SHARED, *PACKETS}


def paragraph(name: str) -> tuple[Body, tuple[Section, ...]]:
    """A body with a table that is longer than a page, a note, a heading and what links to it, cut into two sections."""
    cells = [[f"{name} {number}", "Beslutar"] for number in range(60)]
    first: tuple[Block, ...] = (
        p(f"Nämnden {name} beslutar."),
        Para((Text("Ett ord"), NoteRef("a"), Text("."))),
        table(("Roll", "Ansvar"), cells, "Roller"),
    )
    second: tuple[Block, ...] = (bullets(f"{name} ett", f"{name} två"), p("Slutet av paragrafen."))
    sections = (
        Section(SectionKind.DECISION, (Text("Beslut"),), "beslut", first),
        Section(SectionKind.OTHER, (Text("Bakgrund"),), "bakgrund", second),
    )
    blocks = tuple(
        block for section in sections for block in (Heading(2, section.heading, section.anchor), *section.blocks)
    )
    return Body(blocks, (Note("a", (p(f"Notens ord i {name}."),)),)), sections


BODIES = {number: paragraph(name) for number, name in enumerate(("Alfa", "Beta", "Gamma"), start=1)}


def source() -> Source:
    """Three bodies one after another on the pages of one sheet, signed below the last."""
    bodies = {number: body for number, (body, _) in BODIES.items()}
    target = targets_of({PATH: Destination(1, bodies)}, {}, "")(PATH)
    statements = ['letterhead(upright,none,1,"Protokoll")', 'heading(level:1,"Protokoll över mötet")']
    statements.append('let closing=block("Underskrift")')
    for number, (body, sections) in BODIES.items():
        scope = scope_of(body, PATH, number, language="sv", words=WORDS["sv"], metrics=TEMPLATE.sizes, target=target)
        closing = "closing" if number == len(BODIES) else ""
        statements += body_source((), sections, scope, Progress(level=1), closing=closing)
    sheet = sheet_pages(1, None, "", "Sammanträde", TITLE, statements)
    return source_of(
        [sheet],
        (1,),
        title=TITLE,
        date=DAY,
        path=PATH,
        running=RUNNING,
        settings=Settings(),
        template=TEMPLATE,
    )


def expected(places: Places) -> ExpectedText:
    """What that prints."""
    pages = places.sheets[1]
    numbers = range(pages.first, pages.last + 1)
    parts = [Part(1, FRONT, "Protokoll över mötet Underskrift")]
    for number, (body, _) in BODIES.items():
        parts += body_parts(body, PATH, number, WORDS["sv"])[0]
    return ExpectedText(
        index=1,
        path=PATH,
        title=TITLE,
        parts=tuple(parts),
        pictures=(),
        letterhead=RUNNING.letterhead(TITLE, pages),
        heads=tuple(RUNNING.head("", "Sammanträde", TITLE, page, pages) for page in numbers[1:]),
        feet=tuple(RUNNING.foot(page, places.total) for page in numbers),
    )


def found(one: Source, root: Path) -> list[tuple[str, str]]:
    """Code and missing words of what is found when the source is set and read back."""
    setting, findings = set_source(one, root)
    assert (setting is not None, findings) == (True, ())
    assert setting is not None
    finished, findings = finish(setting, [expected(setting.places)], TEMPLATE, root)
    assert (finished is None) == bool(findings)
    return [(each.code, each.words.get("missing", "")) for each in findings]


def test_bodies_that_share_a_sheet_are_read_back_each_by_its_number(root: Path) -> None:
    assert found(source(), root) == []


@pytest.mark.parametrize("lost", ["Gamma", "Beta två", "Beta 17", "Underskrift"])
def test_what_is_lost_of_any_of_them_is_found(root: Path, lost: str) -> None:
    one = source()
    main = one.files["main.typ"].decode()
    assert lost in main
    cut = replace(one, files={**one.files, "main.typ": main.replace(lost, "", 1).encode()})
    assert [code for code, _ in found(cut, root)] == ["packet-lost"]


def test_a_link_leads_to_the_heading_of_whichever_body_has_it() -> None:
    bodies = {1: Body((Heading(2, (Text("A"),), "a"),)), 2: Body((Heading(2, (Text("B"),), "b"),))}
    target = targets_of({PATH: Destination(1, bodies)}, {"namnd/index.md": "namnd/index.html"}, "https://x.example/")(
        PATH
    )
    assert target("#a") == 'label("b1-a")'
    assert target("#b") == 'label("b2-b")'
    assert target("#c") == ""
    assert target("minutes.md") == 'label("sheet-1")'
    assert target("../index.md") == '"https://x.example/namnd/index.html"'


def test_an_address_of_the_site_is_written_as_one_may_be() -> None:
    known = {"bygg nämnd/index.md": "bygg nämnd/index.html"}
    target = targets_of({}, known, "https://x.example/")("bygg nämnd/2022-09-26/01-a.md")
    assert target("../index.md") == '"https://x.example/bygg%20n%C3%A4mnd/index.html"'
    assert target("../index.md#mål") == '"https://x.example/bygg%20n%C3%A4mnd/index.html#m%C3%A5l"'
