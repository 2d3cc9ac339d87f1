"""A build that remembers the one before, or takes what it kept: whatever is edited, the same as one that does not."""

from __future__ import annotations

import datetime as dt
import shutil
from collections.abc import Iterable, Mapping
from pathlib import Path

import pytest
from kallelse.build import Built, Request, build
from kallelse.foreign.kept import folder_of
from kallelse.foreign.values import from_bytes
from kallelse.model.memory import Itself, Memory
from kallelse.preview import bring_up_to_date, shown
from kallelse.publish.keptpages import ENDING
from kallelse.publish.page import Alternate, Crumb, Page, PageKind
from kallelse.publish.plan import Plan

from tests import foreign
from tests.folders import COMMITTEE, MEETING, SETTINGS, written
from tests.site.builds import files_of

AS_OF = dt.date(2022, 12, 1)
CASE = "---\ntitle: {title}\nkind: information\ndnr: {dnr}\n---\n\n{text}\n"
TABLE = (
    "```ekonomi\nid: a\nenhet: mnkr\n\n"
    "| | Budget |\n| Drift | 100 |\n| Lokaler | 50 |\n| Summa [summa] | {total} |\n```\n"
)
DRAWING = '<svg xmlns="http://www.w3.org/2000/svg" width="{size}" height="10"><rect width="9" height="9"/></svg>'


def case(title: str, dnr: str = "GSN 2022/1", text: str = "Text.") -> str:
    return CASE.format(title=title, dnr=dnr, text=text)


AUTUMN = MEETING.replace("2022-09-26", "2022-10-24").replace("2022-09-19", "2022-10-17")
BOARD = "---\ntitle: Arbetsutskottet\nshort: AU\n---\n\nBereder nämndens ärenden.\n"
SITED = SETTINGS + "url: https://m.example/\n"
FILES: Mapping[str, str | bytes] = {
    "kallelse.yml": SITED,
    "gsn/index.md": COMMITTEE,
    "gsn/2022-09-26/index.md": MEETING + "\nVälkomna.\n",
    "gsn/2022-09-26/01-budget/index.md": case("Budget", text=TABLE.format(total=150)),
    "gsn/2022-09-26/01-budget/bilaga-1-ramar.md": "---\ntitle: Ramar\n---\n\n## Bakgrund\n\nRamarna.\n",
    "gsn/2022-09-26/01-budget/bilaga-2-karta.pdf": foreign.saved(foreign.pdf("Kartan")),
    "gsn/2022-09-26/02-centrum.md": case("Centrum", "GSN 2022/2", "Se [budgeten](01-budget/index.md)."),
    "gsn/2022-10-24/index.md": AUTUMN,
    "gsn/2022-10-24/01-budget.md": case(
        "Budget, igen", text="Se [ramarna](../2022-09-26/01-budget/bilaga-1-ramar.md#bakgrund)."
    ),
    "gsn/2022-10-24/02-annat.md": case("Annat", "GSN 2022/3", "![Plan över torget](plan.svg)"),
    "gsn/2022-10-24/plan.svg": DRAWING.format(size=10),
    "au/index.md": BOARD,
    "au/2022-09-12/index.md": MEETING.replace("2022-09-26", "2022-09-12").replace("2022-09-19", "2022-09-05"),
    "au/2022-09-12/01-budget.md": case("Beredning av budget", "AU 2022/9"),
}
MINUTES = (
    "---\nmembers: [Karin Ahlström (S), Eva Lindroth (KD)]\nadjusters: Eva Lindroth\nadjusted: {adjusted}\n"
    "kept: Kansliet\npostings: {{date: 2022-10-04}}\n---\n\n## 1. Budget\n\n### Beslut\n\n{text} {{noterat}}\n\n"
    "## 2. Centrum\n\n### Beslut\n\nNämnden tackar. {{noterat}}\n"
)


def minutes(text: str = "Nämnden tackar.", adjusted: str = "2022-10-03") -> str:
    return MINUTES.format(text=text, adjusted=adjusted)


FIGURES = "enhet: mnkr\n;Budget\nDrift;100\nLokaler;50\nSumma [summa];{total}\n"
TEMPLATE = '<p>{word}</p>{{% include "kallelse/case.html" %}}'
TEMPLATED = TEMPLATE.format(word='{% include "text.txt" %}')
TOLD = case("Annat", "GSN 2022/3", "Torget är stort.")
EDITS: Mapping[str, Mapping[str, str | bytes | None]] = {
    "nothing": {},
    "a text": {"gsn/2022-09-26/02-centrum.md": case("Centrum", "GSN 2022/2", "En annan text.")},
    "a line above": {
        "gsn/2022-09-26/01-budget/index.md": case("Budget", text="\n\nOrd.\n\n" + TABLE.format(total=150))
    },
    "a wrong sum": {"gsn/2022-09-26/01-budget/index.md": case("Budget", text=TABLE.format(total=170))},
    "the sum a line below": {"gsn/2022-09-26/01-budget/index.md": case("Budget", text="\n" + TABLE.format(total=170))},
    "the sum mended": {"gsn/2022-09-26/01-budget/index.md": case("Budget", text=TABLE.format(total=150))},
    "a title": {"gsn/2022-10-24/01-budget.md": case("Budget på nytt", text="Text.")},
    "a number of its own": {"gsn/2022-10-24/01-budget.md": case("Budget på nytt", "GSN 2022/7")},
    "a thread": {
        "gsn/2022-10-24/01-budget.md": case("Budget", "GSN 2022/7").replace(
            "dnr:", "follows: [{body: AU, date: 2022-09-12, paragraph: 4}]\ndnr:"
        ),
        "au/2022-09-12/01-budget.md": case("Beredning", "AU 2022/9").replace("dnr:", "paragraph: 4\ndnr:"),
    },
    "a heading that was led to": {
        "gsn/2022-09-26/01-budget/bilaga-1-ramar.md": "---\ntitle: Ramar\n---\n\n## Annat\n\nRamarna.\n",
        "gsn/2022-10-24/02-annat.md": case(
            "Annat", "GSN 2022/3", "[x](../2022-09-26/01-budget/bilaga-1-ramar.md#bakgrund)"
        ),
    },
    "the heading again": {
        "gsn/2022-09-26/01-budget/bilaga-1-ramar.md": "---\ntitle: Ramar\n---\n\n## Bakgrund\n\nOrd.\n"
    },
    "an attachment more": {"gsn/2022-09-26/01-budget/bilaga-3-sen.md": "---\ntitle: Sen\n---\n\nSent.\n"},
    "a PDF written anew": {
        "gsn/2022-09-26/01-budget/bilaga-2-karta.pdf": foreign.saved(foreign.pdf("Ny karta", "Baksidan"))
    },
    "attachments gone": {
        "gsn/2022-09-26/01-budget/bilaga-2-karta.pdf": None,
        "gsn/2022-09-26/01-budget/bilaga-3-sen.md": None,
    },
    "a picture shown": {"gsn/2022-10-24/02-annat.md": case("Annat", "GSN 2022/3", "![Plan över torget](plan.svg)")},
    "the picture drawn anew": {"gsn/2022-10-24/plan.svg": DRAWING.format(size=20)},
    "a picture of another meeting": {
        "gsn/2022-09-26/02-centrum.md": case("Centrum", "GSN 2022/2", "![Plan](../2022-10-24/plan.svg)")
    },
    "that picture drawn anew": {"gsn/2022-10-24/plan.svg": DRAWING.format(size=30)},
    "a text without it": {"gsn/2022-09-26/02-centrum.md": case("Centrum", "GSN 2022/2")},
    "minutes": {"gsn/2022-09-26/minutes.md": minutes()},
    "minutes in other words": {"gsn/2022-09-26/minutes.md": minutes("Nämnden noterar.")},
    "what minutes take from a case": {
        "gsn/2022-09-26/02-centrum.md": case("Centrum", "GSN 2022/2", "## Sammanfattning\n\nKort sagt.")
    },
    "a paragraph withheld": {
        "gsn/2022-09-26/02-centrum.md": case("Centrum", "GSN 2022/2").replace("dnr:", "record: number\ndnr:")
    },
    "the numbers of later minutes": {
        "gsn/2022-10-24/minutes.md": minutes().split("## 1")[0].replace("10-0", "11-0") + "## 1\n\n## 2\n",
        "gsn/2022-09-26/minutes.md": minutes() + "\n## Nytt {extra}\n\n### Beslut\n\nJa. {bifall}\n",
    },
    "minutes not adjusted yet": {
        "gsn/2022-09-26/minutes.md": minutes(adjusted="2022-12-24").replace("2022-10-04", "2022-12-27")
    },
    "minutes gone": {"gsn/2022-09-26/minutes.md": None, "gsn/2022-10-24/minutes.md": None},
    "a name of a committee": {"au/index.md": BOARD.replace("Arbetsutskottet", "Utskottet")},
    "about a committee": {"au/index.md": BOARD.replace("Bereder", "Förbereder")},
    "a case kept secret": {
        "gsn/2022-10-24/02-annat.md": case("Annat", "GSN 2022/3").replace("dnr:", "access: confidential\ndnr:")
    },
    "a place and a note": {
        "gsn/2022-10-24/index.md": AUTUMN.replace("Digitalt", "Rådhuset") + "\nTa med handlingarna.\n"
    },
    "a meeting cancelled": {
        "gsn/2022-10-24/index.md": AUTUMN.replace("place:", "status: cancelled\nstatus_note: Få.\nplace:")
    },
    "a meeting not out": {"gsn/2022-10-24/index.md": AUTUMN.replace("issued: 2022-10-17\n", "")},
    "a meeting more": {
        "au/2022-11-07/index.md": MEETING.replace("2022-09-26", "2022-11-07").replace("2022-09-19", "2022-10-31"),
        "au/2022-11-07/01-budget.md": case("Budget hos utskottet"),
    },
    "a meeting gone": {"au/2022-11-07/index.md": None, "au/2022-11-07/01-budget.md": None},
    "a decision announced": {
        "au/delegated.yml": (
            "decisions:\n  - {date: 2022-11-20, decision: Avbryts, by: Chefen, postings: 2022-11-21, kept: Kansliet}\n"
        )
    },
    "its text": {
        "au/delegated.yml": (
            "decisions:\n  - {date: 2022-11-20, decision: Hävs, by: Chefen, postings: 2022-11-21, kept: Kansliet}\n"
        )
    },
    "how to appeal": {"board.md": "## Laglighetsprövning\n\nSkriv till rätten.\n"},
    "how to appeal, in other words": {"board.md": "## Laglighetsprövning\n\nSkriv till förvaltningsrätten.\n"},
    "a table in a file": {
        "gsn/2022-09-26/01-budget/index.md": case("Budget", text="```ekonomi\nid: a\nfil: ramar.csv\n```\n"),
        "gsn/2022-09-26/01-budget/ramar.csv": FIGURES.format(total=150),
    },
    "its figures": {"gsn/2022-09-26/01-budget/ramar.csv": FIGURES.format(total=150).replace("Drift", "Skötsel")},
    "a wrong sum in it": {"gsn/2022-09-26/01-budget/ramar.csv": FIGURES.format(total=170)},
    "a right one": {"gsn/2022-09-26/01-budget/ramar.csv": FIGURES.format(total=150)},
    "an older name": {"gsn/2022-10-24/index.md": AUTUMN.replace("place:", "moved_from: 2022-10-20\nplace:")},
    "a word explained": {"glossary.md": "Torget\n: Där man handlar.\n", "gsn/2022-10-24/02-annat.md": TOLD},
    "its meaning": {"glossary.md": "Torget\n: Där man möts.\n"},
    "a word to follow": {"kallelse.yml": SITED + "follow: [budget]\n"},
    "another word for it": {"kallelse.yml": SITED + "follow: [{word: budget, also: [torg]}]\n"},
    "an older name of a case": {
        "au/2022-09-12/01-budget.md": case("Beredning", "AU 2022/9").replace("dnr:", "moved_from: 01-ram.md\ndnr:")
    },
    "the first number of a matter": {"au/2022-09-12/01-budget.md": case("Beredning", "AU 2022/10", "Ord.")},
    "an earlier day at the place of others": {
        "au/2022-09-12/index.md": MEETING.replace("2022-09-26", "2022-09-12").replace("2022-09-19", "2022-09-01")
    },
    "a template": {"kallelse.yml": SITED + "template: mall\n", "mall/case.html": TEMPLATE.format(word="Först")},
    "a template written anew": {"mall/case.html": TEMPLATE.format(word="Sist")},
    "a text in a template": {"mall/case.html": TEMPLATED, "mall/text.txt": "Först"},
    "that text written anew": {"mall/text.txt": "Sist"},
    "settings": {"kallelse.yml": SETTINGS + "url: https://andra.example/\ncase_pdfs: false\n"},
    "another language": {"kallelse.yml": SETTINGS + "language: en\n"},
}


@pytest.fixture(autouse=True)
def _uncollected(monkeypatch: pytest.MonkeyPatch) -> None:
    """Leaves out what takes as long as a build where many tests ran before."""
    monkeypatch.setattr("kallelse.build.collect", lambda: None)


def edit(root: Path, files: Mapping[str, str | bytes | None]) -> None:
    written(root, {path: content for path, content in files.items() if content is not None})
    for path in (path for path, content in files.items() if content is None):
        (root / path).unlink()
        if not any((root / path).parent.iterdir()):
            (root / path).parent.rmdir()


def html(page: Page) -> str:
    return page.html


def built_anew(request: Request) -> Built:
    """A build that knows no page of one before; what there is of these is there again after it."""
    store = folder_of(request.root)
    kept = {path: path.read_bytes() for path in store.rglob(f"*{ENDING}")}
    for path in kept:
        path.unlink()
    made = build(request)
    for path in store.rglob(f"*{ENDING}"):
        path.unlink()
    for path, content in kept.items():
        path.write_bytes(content)
    return made


def test_after_every_edit_all_is_as_if_nothing_were_remembered_or_kept(tmp_path: Path) -> None:
    root, site = written(tmp_path / "meetings", FILES), tmp_path / "site"
    memory, request = Memory(), Request(root, AS_OF)
    before = shown((), ())
    wrong: set[str] = set()
    for name, files in EDITS.items():
        edit(root, files)
        remembering, anew = build(request, memory=memory), built_anew(request)
        assert told(remembering) == told(build(request)) == told(anew), name
        if not anew.pages:
            wrong.add(name)
            continue
        now = shown(remembering.pages, remembering.assets)
        whole = {page.address: page.html.encode() for page in anew.pages}
        whole |= {asset.address: asset.content for asset in anew.assets}
        if now.addresses != before.addresses:
            shutil.rmtree(site, ignore_errors=True)
            written(site, whole)
        bring_up_to_date(site, before, now, html)
        before = now
        assert files_of(site) == whole, name
    assert wrong == {"a wrong sum", "the sum a line below", "a heading that was led to", "a wrong sum in it"}


# On which something of the sources begins, ends, or is told otherwise.
DAYS = tuple(
    dt.date.fromisoformat(day)
    for day in (
        *("2022-09-04", "2022-09-12", "2022-09-19", "2022-09-26", "2022-09-27", "2022-10-03", "2022-10-04"),
        *("2022-10-17", "2022-10-25", "2022-10-26", "2022-11-07", "2022-11-21", "2022-12-12", "2022-12-24"),
        *("2022-12-27", "2022-12-31", "2023-01-01", "2023-01-18", "2023-11-01"),
    )
)


def test_after_every_edit_pages_are_those_of_the_day_whatever_was_kept_on_another(tmp_path: Path) -> None:
    root = written(tmp_path / "meetings", FILES)
    for number, (name, files) in enumerate(EDITS.items()):
        edit(root, files)
        for turn in range(2):
            # Five is prime to the number of days, so that all of them come, each after others.
            day = DAYS[5 * (2 * number + turn) % len(DAYS)]
            request = Request(root, day, drafts=number % 4 == 3, packets=False)
            assert told(build(request)) == told(built_anew(request)), (name, request)


@pytest.mark.parametrize("drafts", [True, False])
def test_what_is_adjusted_from_one_day_to_the_next_comes_to_all_pages_of_its_matter(
    tmp_path: Path, drafts: bool
) -> None:
    root = written(tmp_path / "meetings", {**FILES, "gsn/2022-09-26/minutes.md": minutes()})
    made = []
    for day in (2, 3):
        request = Request(root, dt.date(2022, 10, day), drafts, packets=False)
        built = build(request)
        assert told(built) == told(built_anew(request))
        made.append({page.address: page.html for page in built.pages})
    before, after = made
    changed = {address for address in before if before[address] != after[address]}
    assert changed >= {"arenden/gsn-2022-1.html", "gsn/2022-09-26/01-budget/index.html"}
    assert ("gsn/2022-10-24/01-budget.html" in changed) == drafts


def test_of_pages_that_are_kept_it_is_known_where_their_texts_lead(tmp_path: Path) -> None:
    root = written(tmp_path / "meetings", FILES)
    build(Request(root, AS_OF, packets=False))
    kept = [path.read_bytes() for path in folder_of(root).rglob(f"*{ENDING}")]
    # A meeting with a link within it, one with a link out of it, and one without.
    for linked, count in (("gsn/2022-09-26/01-budget/index.md", 1), ("bilaga-1-ramar.md", 1), ("02-centrum.md", 0)):
        told = [from_bytes(content, Page, PageKind, Crumb, Alternate) for content in kept]
        asked = [path for made in told for path in made[1][2] if path.endswith(linked)]  # type: ignore[index]
        assert len(asked) == count


def test_a_build_on_another_day_makes_no_page_anew_that_tells_nothing_of_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = written(tmp_path / "meetings", FILES)
    build(Request(root, AS_OF, packets=False))
    made: list[str] = []
    render = Plan.render

    def noted(plan: Plan, template: str, **values: object) -> str:
        made.append(template)
        return render(plan, template, **values)

    monkeypatch.setattr(Plan, "render", noted)
    for day in (AS_OF, AS_OF.replace(day=2)):
        made.clear()
        build(Request(root, day, packets=False))
        assert not {"case.html", "meeting.html", "attachment.html", "matter.html"} & set(made)
    # One more case is one more address, which no page of another meeting asks for.
    made.clear()
    edit(root, {"au/2022-09-12/02-nytt.md": case("Nytt", "AU 2022/17")})
    build(Request(root, AS_OF, packets=False))
    # Its meeting has two cases now, at which two matters began.
    assert [made.count(f"{each}.html") for each in ("meeting", "case", "matter")] == [1, 2, 2]


def told(built: Built) -> tuple[object, ...]:
    lines = [(finding, finding.place.line) for finding in built.findings]
    return built.archive, lines, dict(built.packets), built.pages, built.assets


def test_what_is_the_same_is_not_made_again(tmp_path: Path) -> None:
    root = written(tmp_path / "meetings", FILES)
    memory, request = Memory(), Request(root, AS_OF)
    first = build(request, memory=memory)
    # What is kept between builds is not where these come from.
    shutil.rmtree(folder_of(root))
    edit(root, EDITS["a text"])
    second = build(request, memory=memory)
    same = {page.address for one, page in zip(first.pages, second.pages, strict=True) if one is page}
    made = {page.address for page in second.pages} - same
    meeting = {page.address for page in second.pages if page.address.startswith("gsn/2022-09-26/")}
    assert made >= meeting
    assert "au/2022-09-12/01-budget.html" in same
    assert "gsn/2022-10-24/02-annat.html" in same
    # The matter of the budget was before both meetings.
    assert "gsn/2022-10-24/01-budget.html" in made
    others = ("gsn/2022-10-24/index.md", "au/2022-09-12/index.md")
    assert all(first.packets[path] is second.packets[path] for path in others)


class Expecting:
    """A search that notes what it is told before pages come."""

    def __init__(self) -> None:
        self.told: list[tuple[frozenset[str], bool]] = []
        self.came: list[int] = []

    def expect(self, addresses: Iterable[str], *, is_new: bool) -> None:
        self.told.append((frozenset(addresses), is_new))
        self.came.append(0)

    def __call__(self, found: Iterable[Page]) -> tuple[Page, ...]:
        made = tuple(found)
        self.came[-1] = len(made)
        return made


def test_search_is_told_before_pages_come_whether_a_text_was_read_anew(tmp_path: Path) -> None:
    root, search = written(tmp_path / "meetings", FILES), Expecting()
    for name in ("nothing", "nothing", "a text", "an attachment more", "a wrong sum"):
        edit(root, EDITS[name])
        build(Request(root, AS_OF, packets=False), search=search)
    assert [is_new for _, is_new in search.told] == [True, False, True, True]
    # With an error no pages come.
    assert all(search.came)
    first, same, other, more = (addresses for addresses, _ in search.told)
    assert first == same == other
    assert more - first == {"gsn/2022-09-26/01-budget/bilaga-3-sen.html"}


@pytest.mark.parametrize("lasts", [True, False])
def test_a_value_is_made_anew_where_a_part_is_another_and_forgotten_where_nobody_asks(lasts: bool) -> None:
    memory = Memory(lasts=lasts)
    made: list[int] = []

    def make() -> int:
        made.append(len(made) + 1)
        return made[-1]

    text, equal = ["a"], ["a"]
    parts = [(Itself(text),), (Itself(text),), (Itself(equal),), (1,), (1,), (2,)]
    assert [memory.of("a", each, make) for each in parts] == ([1, 1, 2, 3, 3, 4] if lasts else [1, 2, 3, 4, 5, 6])
    memory.settle()
    assert memory.of("a", (2,), make) == (4 if lasts else 7)
    memory.settle()
    memory.settle()
    assert memory.get("a", (2,)) is None
