"""Packets that are kept: the same as set anew, and never found again once anything they depend on is another."""

from __future__ import annotations

import datetime as dt
import hashlib
import platform
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from importlib.metadata import version
from pathlib import Path
from typing import Any

import pytest
from kallelse.foreign.kept import programs
from kallelse.foreign.keptvalues import keep_value, kept_value
from kallelse.foreign.values import from_bytes, to_bytes
from kallelse.model.archive import Archive
from kallelse.model.board import Board
from kallelse.model.finding import Finding, Place, Severity
from kallelse.model.issue import Change
from kallelse.model.lock import Lock
from kallelse.model.meeting import Document, Meeting
from kallelse.model.memory import Memory
from kallelse.model.pages import Packet, PageMap, RecordPdfs
from kallelse.model.person import Person
from kallelse.model.record import Minutes
from kallelse.model.settings import Colours, Settings
from kallelse.model.text import Figure, Image, Link, Para, Text
from kallelse.typeset import engine
from kallelse.typeset import setting as typesetting
from kallelse.typeset import store as stores
from kallelse.typeset.packet import typeset_packet
from kallelse.typeset.store import ENDING, keep_pdfs, kept_key, kept_pdfs
from kallelse.typeset.task import Product, Task

from tests import foreign
from tests.folders import written
from tests.foreign import attached
from tests.typeset import meetings
from tests.typeset.build import DAY, FOLDER, agenda, case, committee, letter, meeting, p
from tests.typeset.pictures import png
from tests.typeset.test_issued import LATER, added, before, issued

SETTINGS = Settings(logo="logo.png")
PACKET = Packet(b"%PDF-", PageMap(1))


def set_with(root: Path, subject: Meeting, settings: Settings = SETTINGS, store: Path | None = None) -> Packet:
    addresses = Archive(settings, (replace(committee(), meetings=(subject,)),)).addresses()
    found: Packet | RecordPdfs | None
    if store is not None:
        task = Task(Product.PACKET, committee(), subject, settings, root, addresses, store)
        kept = task.kept()
        found, findings = kept if kept is not None else task.typeset()
    else:
        found, findings = typeset_packet(committee(), subject, settings, root, addresses)
    assert findings == ()
    assert isinstance(found, Packet)
    return found


def keys(store: Path) -> set[str]:
    return {file.name.partition("-")[0] for file in store.glob(f"*/*{ENDING}")} if store.exists() else set()


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / "logo.png").write_bytes(png(40, 40))
    written(tmp_path, {f"{FOLDER}/{DAY}/bild.png": png(80, 40)})
    return tmp_path


def subject_of(root: Path) -> Meeting:
    """A meeting with a picture and a foreign document."""
    picture = Figure(Image("bild.png", "En bild"))
    paper = attached(root, "avtal", foreign.saved(foreign.pdf("Avtalet")))
    text = letter("01-a", "Ärende", p("Text."), picture)
    return meeting(*agenda(case("01-a", "Ärende", text, paper)))


@pytest.mark.parametrize("make", [meetings.sample, before])
def test_a_kept_pdfs_is_read_as_it_was_written(tmp_path: Path, make: Callable[[], Meeting]) -> None:
    packet = set_with(tmp_path, make(), Settings())
    remark = Finding("foreign-no-text", Place("bilaga.pdf"), {"count": "2"}, Severity.REMARK)
    for folder in (tmp_path / "one", tmp_path / "other"):
        keep_pdfs((packet, (remark,)), folder, "key")
        assert kept_pdfs(folder, "key") == (packet, (remark,))
    names = [[file.name for file in (tmp_path / folder).rglob(f"*{ENDING}")] for folder in ("one", "other")]
    # The name tells the digest of the content.
    assert names[0] == names[1] != []


def test_late_pages_labels_and_supplement_are_kept_too(tmp_path: Path) -> None:
    subject = added(issued(before(), tmp_path))
    late = replace(subject, changes=(Change(f"{FOLDER}/{DAY}/a3.md", LATER, "Kom in sent."),))
    packet = set_with(tmp_path, late, Settings())
    assert packet.supplement is not None
    keep_pdfs((packet, ()), tmp_path, "key")
    assert kept_pdfs(tmp_path, "key") == (packet, ())


@pytest.mark.parametrize(
    ("name", "saved"),
    [
        (f"{FOLDER}/{DAY}/bild.png", png(40, 80)),
        # What has the same words is laid into the packet without a loss.
        ("gsn/2022-09-26/01-a/avtal.pdf", foreign.saved(foreign.pdf("Avtalet", size=(500, 700)))),
    ],
)
def test_a_file_that_is_saved_while_the_packet_is_set_keeps_nothing(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, saved: bytes
) -> None:
    subject, store = subject_of(root), tmp_path / "store"
    compiled = engine.compile_pdf

    def saved_meanwhile(*given: Any) -> Any:
        made = compiled(*given)
        (root / name).write_bytes(saved)
        return made

    monkeypatch.setattr(typesetting, "compile_pdf", saved_meanwhile)
    set_with(root, subject, store=store)
    assert keys(store) == set()
    monkeypatch.undo()
    # The foreign document is again what it was.
    subject = subject_of(root)
    assert set_with(root, subject, store=store) == set_with(root, subject)


def test_what_is_kept_is_not_set_again_and_is_the_same(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    subject, store = subject_of(root), tmp_path / "store"
    fresh = set_with(root, subject)
    assert set_with(root, subject, store=store) == fresh
    monkeypatch.setattr(typesetting, "compile_pdf", lambda *_: pytest.fail("set again"))
    assert set_with(root, subject, store=store) == fresh


def test_a_damaged_file_is_set_anew(root: Path, tmp_path: Path) -> None:
    subject, store = subject_of(root), tmp_path / "store"
    fresh = set_with(root, subject, store=store)
    (kept,) = store.glob(f"*/*{ENDING}")
    right = kept.read_bytes()
    for damaged in (right[:100], b"", right[:-1] + b"x", hashlib.sha256(b"").digest()):
        kept.write_bytes(damaged)
        assert set_with(root, subject, store=store) == fresh
        assert [file.read_bytes() for file in store.glob("*/*")] == [right]


@pytest.mark.parametrize(
    "odd", [PACKET, (PACKET,), (PACKET, None), (PACKET, (), ()), (None, ()), (PACKET.pages, ()), [PACKET, ()]]
)
def test_what_is_of_another_shape_is_set_anew(tmp_path: Path, odd: object) -> None:
    keep_value(odd, tmp_path, "key", ENDING, alone=True)
    assert kept_value(tmp_path, "key", ENDING) == odd
    assert kept_pdfs(tmp_path, "key") is None


def test_where_nothing_can_be_kept_the_packet_is_made_all_the_same(root: Path, tmp_path: Path) -> None:
    (tmp_path / "store").write_bytes(b"a file where the folder should be")
    assert set_with(root, subject_of(root), store=tmp_path / "store") == set_with(root, subject_of(root))


def other_picture(root: Path, subject: Meeting) -> tuple[Meeting, Settings]:
    (root / FOLDER / DAY / "bild.png").write_bytes(png(40, 80))
    return subject, SETTINGS


def other_logo(root: Path, subject: Meeting) -> tuple[Meeting, Settings]:
    (root / "logo.png").write_bytes(png(41, 40))
    return subject, SETTINGS


def other_paper(root: Path, subject: Meeting) -> tuple[Meeting, Settings]:
    # Of a scan nothing but its file tells that it is another.
    paper: Document = attached(root, "avtal", foreign.saved(foreign.pdf("Avtalet", "Sida två")))
    (old,) = subject.cases
    return meeting(*agenda(replace(old, attachments=(paper,)))), SETTINGS


def other_text(root: Path, subject: Meeting) -> tuple[Meeting, Settings]:
    return replace(subject, place="Rådhuset"), SETTINGS


def other_colour(root: Path, subject: Meeting) -> tuple[Meeting, Settings]:
    return subject, replace(SETTINGS, colours=Colours(brand="#a00000"))


def no_case_pdfs(root: Path, subject: Meeting) -> tuple[Meeting, Settings]:
    return subject, replace(SETTINGS, case_pdfs=False)


def issued_since(root: Path, subject: Meeting) -> tuple[Meeting, Settings]:
    return issued(subject, root), SETTINGS


def own_template(root: Path, subject: Meeting) -> tuple[Meeting, Settings]:
    written(root, {"mall/mark.typ": '#import "tokens.typ": accent\n#let mark(size) = box(width: size, height: size)\n'})
    return subject, replace(SETTINGS, template="mall")


@pytest.mark.parametrize(
    "change",
    [other_picture, other_logo, other_paper, other_text, other_colour, no_case_pdfs, issued_since, own_template],
)
def test_whatever_is_another_gives_another_key(
    root: Path, tmp_path: Path, change: Callable[[Path, Meeting], tuple[Meeting, Settings]]
) -> None:
    store = tmp_path / "store"
    subject = subject_of(root)
    set_with(root, subject, store=store)
    first = keys(store)
    assert len(first) == 1
    subject, settings = change(root, subject)
    assert set_with(root, subject, settings, store) == set_with(root, subject, settings)
    assert len(keys(store) - first) == 1


def test_another_version_of_a_program_gives_another_key(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = tmp_path / "store"
    set_with(root, subject_of(root), store=store)
    monkeypatch.setattr(stores, "programs", lambda *_: "typst 99")
    set_with(root, subject_of(root), store=store)
    assert len(keys(store)) == 2


def test_the_text_of_the_package_itself_counts_as_a_version() -> None:
    package, others = programs("typst", "pikepdf").split(" ", 1)
    assert len(package) == 64
    assert others == f"{platform.python_version()} typst {version('typst')} pikepdf {version('pikepdf')}"


@pytest.mark.parametrize("name", ["typst", "pikepdf", "pypdfium2", "pillow"])
def test_each_library_that_a_packet_passes_through_counts(
    root: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.setattr(stores, "programs", lambda *names: " ".join(names))
    with_all = kept_key((), subject_of(root), SETTINGS, root)
    monkeypatch.setattr(stores, "programs", lambda *names: " ".join(each for each in names if each != name))
    assert kept_key((), subject_of(root), SETTINGS, root) != with_all


def task_of(root: Path) -> Task:
    subject = subject_of(root)
    targets = "../2026-01-01/index.md", f"/{FOLDER}/2026-02-01/index.md#mål"
    linked = letter("01-a", "Ärende", *(Para((Link((Text("Ett annat"),), target),)) for target in targets))
    (old,) = subject.cases
    subject = meeting(*agenda(replace(old, letter=linked)))
    return Task(
        Product.PACKET,
        committee(),
        subject,
        SETTINGS,
        root,
        {f"{FOLDER}/2026-01-01/index.md": "a.html", f"{FOLDER}/2026-02-01/index.md": "c.html"},
        root / "store",
    )


def moved(task: Task, path: str) -> Task:
    return replace(task, addresses={**task.addresses, path: "b.html"})


@pytest.mark.parametrize(
    "change",
    [
        lambda task: replace(task, committee=replace(task.committee, name="En annan nämnd")),
        *(partial(moved, path=f"{FOLDER}/2026-0{month}-01/index.md") for month in (1, 2)),
        lambda task: replace(task, settings=replace(task.settings, name="En annan kommun")),
        lambda task: replace(task, settings=replace(task.settings, language="en")),
        lambda task: replace(task, settings=replace(task.settings, url="https://example.org/")),
        lambda task: replace(task, meeting=replace(task.meeting, place="Rådhuset")),
    ],
    ids=["committee", "address", "address from the root", "name", "language", "url", "meeting"],
)
def test_each_thing_alone_that_a_packet_is_made_of_gives_another_key(
    root: Path, change: Callable[[Task], Task]
) -> None:
    task = task_of(root)
    assert change(task).key != task.key == task_of(root).key
    # What comes from the store shares its parts in another way.
    again = from_bytes(to_bytes(task.meeting, equal=True))
    assert isinstance(again, Meeting)
    assert replace(task, meeting=again).key == task.key
    # So it is where it is remembered.
    assert change(task).parts(Memory()) != task.parts(Memory()) == task.parts(Memory())


@pytest.mark.parametrize("name", ["logo.png", f"{FOLDER}/{DAY}/bild.png", "mall/mark.typ"])
def test_what_is_remembered_is_made_of_files_as_they_are(root: Path, name: str) -> None:
    written(root, {"mall/mark.typ": "#let mark(size) = none\n"})
    settings, memory = replace(SETTINGS, template="mall"), Memory()
    task = replace(task_of(root), settings=settings, meeting=subject_of(root))
    before = task.parts(memory)
    assert task.parts(memory) == before
    written(root, {name: (root / name).read_bytes() + b" "})
    assert task.parts(memory) != before


def test_a_page_that_no_text_links_to_gives_the_same_key(root: Path) -> None:
    task = task_of(root)
    assert replace(task, addresses={**task.addresses, "annan.md": "c.html"}).key == task.key


@pytest.mark.parametrize(
    "change",
    [
        lambda task: replace(task, committee=replace(task.committee, members=(Person("Eva Ek"),))),
        lambda task: replace(task, committee=replace(task.committee, boards=(Board("Norrsala"),))),
        lambda task: replace(task, committee=replace(task.committee, meetings=(task.meeting,))),
        lambda task: replace(
            task, meeting=replace(task.meeting, locks=(Lock(dt.date(2026, 1, 3), (), "", "a.pdf", ""),))
        ),
    ],
    ids=["members", "boards", "meetings", "locks"],
)
@pytest.mark.parametrize("product", list(Product))
def test_what_no_page_of_them_tells_gives_the_same_key(
    root: Path, change: Callable[[Task], Task], product: Product
) -> None:
    task = replace(task_of(root), product=product)
    if product is Product.RECORD:
        task = replace(
            task,
            meeting=replace(
                task.meeting,
                minutes=Minutes(f"{FOLDER}/{DAY}/minutes.md", f"{FOLDER}/{DAY}", dt.datetime(2026, 1, 1, 13)),
            ),
        )
    assert change(task).key == task.key
