"""Read-back finds whatever is taken out of a typeset source, and raises no false alarm."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from kallelse.fonts.coverage import COMPOSED, missing
from kallelse.model.finding import Finding
from kallelse.model.meeting import Meeting, Recipient, Revision
from kallelse.model.pages import PageRange
from kallelse.model.person import Person
from kallelse.model.settings import Settings
from kallelse.model.text import Body, FinanceBlock, Link, NoteRef, Para, Process, Step, Text
from kallelse.typeset.expected import expected_of
from kallelse.typeset.packet import packet_source
from kallelse.typeset.parts import Part
from kallelse.typeset.places import Places
from kallelse.typeset.plan import Plan, plan_of
from kallelse.typeset.readback import ExpectedForeign, ExpectedVacant, PageText, _foreign, _vacant
from kallelse.typeset.setting import finish, set_source
from kallelse.typeset.template import Template, template_of

from tests.strategies.text import PICTURES, bodies
from tests.typeset import meetings, tables
from tests.typeset.build import (
    DAY,
    FOLDER,
    agenda,
    bullets,
    case,
    committee,
    document,
    grouped_table,
    h,
    letter,
    meeting,
    numbered,
    p,
    plain,
    table,
)
from tests.typeset.packets import packet_of
from tests.typeset.pictures import write_drawing, write_raster

_STRING = r'"(?:[^"\\]|\\.)*"'


def small() -> Meeting:
    """A meeting of few pages with something of everything that a source writes."""
    name = "01-allt"
    text = letter(
        name,
        "Ärende med allt",
        h(2, "Förslag till beslut"),
        numbered("Nämnden godkänner rapporten.", "Nämnden lämnar den vidare."),
        h(2, "Sammanfattning"),
        p("Driften gav −4,2 mnkr i nettokostnad mot budgeterade 12,6 mnkr."),
        Para(
            (
                Text("En not"),
                NoteRef("a"),
                Text(" och en "),
                Link((Text("länk"),), "https://www.example.org/"),
                Text("."),
            )
        ),
        h(3, "Underrubrik"),
        bullets("första punkten", "andra punkten"),
        table(
            ("Roll", "Ansvar"),
            [["Styrgrupp", "Beslutar"], ["Ledning", "Föreslår"], ["Expert", "Granskar"]],
            "Roller",
            "Källa: egen.",
        ),
        grouped_table(
            ("Område", "Mål"), [("Drift", [["Sänkta kostnader"], ["Nöjda brukare"]]), ("Bygg", [["Klart i tid"]])]
        ),
        h(2, "Ekonomi"),
        FinanceBlock(replace(tables.OPERATIONS, note="Plus är bra.")),
        Process((Step("Bereda", "Gruppen bereder."), Step("Besluta", "Nämnden beslutar.")), "Arbetsgång"),
        notes={"a": (p("Notens ord står här."),)},
        date=meetings.SEPTEMBER_13,
    )
    attachment = document(
        f"{FOLDER}/{DAY}/bilaga.md",
        "Bilagans titel",
        h(2, "Bakgrund"),
        p("Bakgrundens ord."),
        number=1,
        version="1.0",
        owner="IT-chefen",
        toc=True,
        heading_numbers=True,
        revisions=(Revision(meetings.SEPTEMBER_13, "1.0", "Karin Ekholm", "IT-chef", "Färdigställt"),),
    )
    return meeting(
        *agenda(
            case(
                name,
                "Ärende med allt",
                text,
                attachment,
                officer=meetings.HEAD_OF_IT,
                unit="IT-center",
                signed=(Person("Karin Ekholm", "IT-chef"),),
                recipients=(Recipient("Kommunstyrelsen", "för kännedom"), Recipient("Akten")),
            ),
            case("02-info", "Information från verksamheten"),
        ),
        note=Body((p("Kaffe serveras."),)),
    )


class Workbench:
    """One meeting's source, to be set again with something changed."""

    def __init__(self, subject: Meeting, root: Path) -> None:
        self.root = root
        self.refused = 0
        self.plan: Plan = plan_of(committee(), subject, Settings(), {})
        self.template: Template
        self.template, found = template_of(Settings(), root)
        assert found == ()
        self.source, found = packet_source(self.plan, self.template)
        assert found == ()

    @property
    def main(self) -> str:
        return self.source.files["main.typ"].decode()

    def findings(self, name: str = "main.typ", text: str | None = None) -> tuple[Finding, ...]:
        """What stops the packet when the file `name` holds `text`: read-back, or Typst before it."""
        files = dict(self.source.files)
        if text is not None:
            files[name] = text.encode()
        setting, found = set_source(replace(self.source, files=files), self.root)
        if setting is None:
            assert [one.code for one in found] == ["packet-not-set"]
            self.refused += 1
            return found
        return finish(setting, expected_of(self.plan, setting.places, self.template.sizes), self.template, self.root)[1]


@pytest.fixture(scope="module")
def bench(tmp_path_factory: pytest.TempPathFactory) -> Workbench:
    return Workbench(small(), tmp_path_factory.mktemp("meetings"))


# Arguments that print nothing: bookmarks, labels, where links lead, alt texts, kinds of rows, looks of columns, bars.
_UNPRINTED = re.compile(
    r"(?:opens:|anchor:|label\(|link\(|title:|author:|bar-chart\(alt:|(?:heading|section|proposal)\(\d,)$"
)
_NAMES = re.compile(r'"(?:item|revenue|cost|sum|subtotal|total|text|figure|deviation|budget|outcome|forecast|b\d+-.*)"')


def printed_strings(main: str) -> Iterator[re.Match[str]]:
    """The string literals of a source that come out on paper."""
    for line in re.finditer(r"[^\n]+", main[main.index("#{") :]):
        # A turned page would print the running head once more; there is none. A bookmark stands before the fields of a
        # head, an alt text after the steps of a way of working, the agenda's running head last on its cover.
        if line.group().startswith("let turned-page"):
            continue
        unseen = rf",({_STRING}),(?:\(\(|\(\),opens)|^(?:arrows|bars)\(.*?,({_STRING}),mark:|,({_STRING}),after:"
        silent = {one.start(group) for one in re.finditer(unseen, line.group()) for group in (1, 2, 3)}
        for match in re.compile(_STRING).finditer(main, main.index("#{") + line.start(), main.index("#{") + line.end()):
            before = main[max(0, match.start() - 20) : match.start()]
            place = match.start() - main.index("#{") - line.start()
            if place in silent or _UNPRINTED.search(before) or _NAMES.fullmatch(match.group()):
                continue
            if match.group().strip('" '):
                yield match


def test_nothing_is_missed_in_the_whole_source(bench: Workbench) -> None:
    assert bench.findings() == ()


def test_every_string_taken_out_is_found(bench: Workbench) -> None:
    main, refused = bench.main, bench.refused
    unfound, tried = [], 0
    for match in printed_strings(main):
        tried += 1
        if not bench.findings(text=main[: match.start()] + '""' + main[match.end() :]):
            unfound.append(match.group())
    assert unfound == []
    assert tried - (bench.refused - refused) > 100


def test_every_word_taken_out_of_a_string_is_found(bench: Workbench) -> None:
    main = bench.main
    unfound, tried = [], 0
    for match in printed_strings(main):
        words = match.group()[1:-1].split(" ")
        if len(words) < 3:
            continue
        place = len(match.group()) % len(words)
        left = " ".join(word for number, word in enumerate(words) if number != place)
        if not words[place].strip("-"):
            continue
        tried += 1
        if not bench.findings(text=f'{main[: match.start()]}"{left}"{main[match.end() :]}'):
            unfound.append((match.group(), words[place]))
    assert unfound == []
    assert tried > 20


def test_every_statement_taken_out_is_found(bench: Workbench) -> None:
    refused = bench.refused
    lines = bench.main.split("\n")
    opening = re.compile(
        r"(?:leading\(|ending\(|kept\(|par\(|list\(|enum\(|tabular\(|arrows\(|sub-heading\(|side-heading\(|short-section\(|proposal\("
        r"|signed:|attached:|received:|revisions\(|contents\()"
    )
    unfound, tried = [], 0
    for number, line in enumerate(lines):
        if not opening.match(line):
            continue
        tried += 1
        if not bench.findings(text="\n".join(lines[:number] + lines[number + 1 :])):
            unfound.append(line)
    assert unfound == []
    assert tried - (bench.refused - refused) > 15


def test_every_lost_minus_and_digit_is_found(bench: Workbench) -> None:
    main = bench.main
    figures = list(re.finditer(r'(?<=")−?\d+,\d(?=")', main))
    unfound, tried = [], 0
    for match in figures:
        for text in {match.group()[1:], match.group()[:-1], match.group().replace(",", "")}:
            tried += 1
            if not bench.findings(text=main[: match.start()] + text + main[match.end() :]):
                unfound.append((match.group(), text))
    assert unfound == []
    assert tried > 40


def test_every_row_taken_out_of_a_table_is_found(bench: Workbench) -> None:
    main = bench.main
    rows = list(re.finditer(r'\("(?:revenue|cost|sum)",(?:none|\d),none,\([^()]*\)\),', main))
    rows += list(re.finditer(r"table\.cell\(breakable:false,\{[^{}]*\}\),\{[^{}]*\},?", main))
    rows += list(
        re.finditer(rf"agenda-number\(rows:1,{_STRING}\),agenda-title\([^()]*{_STRING}[^()]*\(\)[^()]*\)", main)
    )
    unfound = [one.group() for one in rows if not bench.findings(text=main[: one.start()] + main[one.end() :])]
    assert unfound == []
    assert len(rows) >= 6


@pytest.mark.parametrize(
    ("name", "old", "new"),
    [
        ("kallelse/facts.typ", '"Kallelse 26 september 2022"', '"Kallelse 27 september 2022"'),
        ("kallelse/facts.typ", '"Sida"', '"Sidan"'),
        ("kallelse/running.typ", "number-of(here().page())", "number-of(here().page() + 1)"),
        ("kallelse/running.typ", "white, str(number)", 'white, "9"'),
        ("kallelse/running.typ", "str(here - first + 1)", "str(here - first + 2)"),
        ("kallelse/packet.typ", "[•]", "[]"),
        ("kallelse/packet.typ", 'str(number) + "."', 'str(number + 1) + "."'),
        ("kallelse/document.typ", "text(..label-text, name)", 'text(..label-text, "")'),
        ("kallelse/document.typ", "context number-of(locate(target).page())", '"7"'),
        ("kallelse/table.typ", "text(size: 9pt, fill: muted, body),", 'text(size: 9pt, fill: muted, body + "x"),'),
        ("kallelse/cover.typ", "text(..label-text, closing)", "none"),
        ("kallelse/tokens.typ", "left: 25mm + side", "left: 205mm"),
        (
            "kallelse/text.typ",
            "place(top + left, dx: -side, block(width",
            "place(top + left, dx: -side, dy: 300mm, block(width",
        ),
    ],
)
def test_a_template_that_prints_otherwise_is_found(bench: Workbench, name: str, old: str, new: str) -> None:
    text = bench.source.files[name].decode()
    assert old in text
    found = bench.findings(name, text.replace(old, new))
    assert found
    assert {one.code for one in found} <= {"packet-lost", "packet-surplus", "packet-running"}


@pytest.mark.parametrize("other", ["body", "head", "foot", "tab"])
def test_a_vacant_page_prints_its_words_and_its_number_and_nothing_else(other: str) -> None:
    expected = ExpectedVacant(2, f"{FOLDER}/{DAY}/index.md", "Sidan är tom.", ("Sida 2 av 3", "Sida 3 av 3"))
    places = Places(3, {2: PageRange(2, 3)}, {}, {})
    right = [PageText("Sidan är\ntom.", "", f"Sida {page} av 3", "") for page in range(1, 4)]
    assert tuple(_vacant(expected, places, right)) == ()
    wrong = [*right[:2], replace(right[2], **{other: "Annat"})]
    assert [(one.code, one.words["page"], one.words["found"]) for one in _vacant(expected, places, wrong)] == [
        ("packet-running", "3", "Annat")
    ]


def test_what_is_lost_of_a_foreign_page_is_told_and_what_it_has_beside_is_its_own() -> None:
    parts = tuple(Part(2, index, f"Sida {index + 2} av 3 Avtalet") for index in range(2))
    expected = ExpectedForeign(2, f"{FOLDER}/{DAY}/avtal.pdf", "Bilaga 1", parts)
    places = Places(3, {2: PageRange(2, 3)}, {}, {})
    for second, lost in (("Avtalet Utkast Sida 3 av 3", []), ("Avtal Utkast Sida 3 av 3", [("packet-lost", "3", "e")])):
        texts = [PageText(body, "", "", "") for body in ("", "Avtalet Sida 2 av 3", second)]
        told = [(one.code, one.words["page"], one.words["missing"]) for one in _foreign(expected, places, texts)]
        assert told == lost


def test_a_finding_names_document_page_and_what_is_missing(bench: Workbench) -> None:
    main = bench.main
    (found,) = bench.findings(text=main.replace('"Bakgrundens\u00a0ord."', '"Bakgrundens"'))
    assert found.code == "packet-lost"
    assert found.place.path == f"{FOLDER}/{DAY}/bilaga.md"
    assert found.words == {"document": "Bilaga 1 (Ärende med allt)", "page": "5", "missing": "ord."}
    (found,) = bench.findings(text=main.replace('"Bakgrundens\u00a0ord."', '"Bakgrundens ord. Mer."'))
    assert found.code == "packet-surplus"


@settings(
    max_examples=100,
    deadline=None,
    derandomize=True,
    database=None,
    phases=[Phase.generate],
    suppress_health_check=list(HealthCheck),
)
@given(st.lists(st.tuples(bodies(), st.booleans(), st.booleans(), st.booleans()), min_size=3, max_size=3))
def test_three_hundred_generated_documents_raise_no_false_alarm(
    tmp_path_factory: pytest.TempPathFactory, documents: list[tuple[Body, bool, bool, bool]]
) -> None:
    root = tmp_path_factory.getbasetemp() / "generated"
    folder = root / FOLDER / DAY
    for picture in PICTURES:
        file = folder / picture
        if not file.exists():
            file.parent.mkdir(parents=True, exist_ok=True)
            (write_drawing if file.suffix == ".svg" else write_raster)(file)
    cases = []
    for number, (body, numbers, contents, landscape) in enumerate(documents, start=1):
        name = f"0{number}-ett"
        notes = {note.key: note.content for note in body.notes}
        text = letter(
            name, "Titel", *body.blocks, notes=notes, heading_numbers=numbers, toc=contents, landscape=landscape
        )
        cases.append(case(name, "Titel", text))
    packet_of(meeting(*agenda(*cases)), root, settings=Settings(url="https://moten.norrsala.example"))


def test_letters_that_come_back_doubled_raise_no_alarm_and_are_missed_when_lost(root: Path) -> None:
    letters = [letter_ for letter_ in sorted(COMPOSED) if not missing(letter_)]
    assert letters
    blocks = [p(" ".join(f"x{one}y" for one in letters[start : start + 12])) for start in range(0, len(letters), 12)]
    subject = meeting(*agenda(case("01-a", "Bokstäver", letter("01-a", "Bokstäver", *blocks, bullets(*letters[:5])))))
    bench = Workbench(subject, root)
    assert bench.findings() == ()
    for one in letters[:: max(1, len(letters) // 10)]:
        assert bench.findings(text=bench.main.replace(f"x{one}y", "xy", 1))


def test_plain_cells_and_blank_items_raise_no_alarm(root: Path) -> None:
    blocks = (table(("A", ""), [["", ""], ["x", ""]]), bullets("", "efter"), Para((Text(" "),)), plain("naken"))
    packet_of(meeting(*agenda(case("01-a", "Tomt", letter("01-a", "Tomt", *blocks)))), root)
