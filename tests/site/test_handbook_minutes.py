"""What the handbook says of minutes is what happens: its examples are read into the meeting that it speaks of."""

from __future__ import annotations

import re
import shlex
import shutil
from pathlib import Path

import pytest
import yaml
from kallelse.build import check
from kallelse.commands import begin
from kallelse.locale.record import FATES, MARKS, MINORITY, OUTCOMES, RANKS, RECORD_HEADINGS, STANDS, STEPS
from kallelse.model.finding import Finding, errors
from kallelse.read.record.presence import read_presence
from kallelse.read.record.schema import MinutesFields

from tests.site.builds import ROOT, kallelse

PAGE = (ROOT / "docs" / "handbok" / "protokoll.md").read_text(encoding="utf-8")
MEETING = "gemensamma-servicenamnden/2022-09-26"
CASE = f"{MEETING}/05-modell-for-it-styrning.md"
_EXAMPLE = re.compile(
    r"^(?P<fence>`{3,})(?P<kind>yaml|markdown|text)\n(?P<inside>.*?)^(?P=fence)$", re.MULTILINE | re.DOTALL
)
EXAMPLES = [(found["kind"], found["inside"]) for found in _EXAMPLE.finditer(PAGE)]
SHOWN = [(kind, inside) for kind, inside in EXAMPLES if kind != "text"]
_FILLED = {
    r"# end: (.*) TT:MM": r"end: \1 14:40",
    r"\[Skriv (\{enligt förslaget\}).*\]": r"\1",
    r"\[Skriv vem .*\]": "Nämnden utser Anders Holmgren (M).",
    r"\[Skriv .*\]": "Nämnden har inget att anmärka.",
}


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """The sample's meetings, that of the page with minutes that are begun and filled in."""
    meetings = Path(shutil.copytree(ROOT / "meetings", tmp_path / "meetings"))
    _without_record(meetings)
    assert begin.minutes(meetings, MEETING) == 0
    file = meetings / MEETING / "minutes.md"
    text = file.read_text(encoding="utf-8")
    for gap, filled in _FILLED.items():
        text = re.sub(gap, filled, text)
    file.write_text(text, encoding="utf-8")
    return meetings


def _without_record(meetings: Path) -> None:
    (meetings / MEETING / "minutes.md").unlink()
    shutil.rmtree(meetings / MEETING / "adjusted", ignore_errors=True)
    manifest = meetings / "manifest.sha256"
    lines = manifest.read_text("utf-8").splitlines(keepends=True)
    manifest.write_text("".join(line for line in lines if f"  {MEETING}/" not in line), encoding="utf-8")


def _with_fields(file: Path, fields: str) -> None:
    """Front matter in which `fields` stand in place of those of the same names."""
    _, front, body = file.read_text(encoding="utf-8").split("---\n", 2)
    keys = "|".join(yaml.safe_load(fields))
    kept = re.sub(rf"^(?:{keys}):.*\n(?:[ ].*\n)*", "", front, flags=re.MULTILINE)
    file.write_text(f"---\n{kept}{fields}---\n{body}", encoding="utf-8")


def _with_items(file: Path, items: str) -> None:
    """The body in which `items` stand in place of those of the same numbers; several in their own order, last."""
    text = file.read_text(encoding="utf-8")
    numbers = re.findall(r"^## (\d+)\.", items, re.MULTILINE)
    for number in numbers:
        found = re.search(rf"^## {number}\. .*\n(?:(?!## ).*\n)*", text, re.MULTILINE)
        assert found is not None, number
        text = text[: found.start()] + (f"{items}\n" if len(numbers) == 1 else "") + text[found.end() :]
    file.write_text(text if len(numbers) == 1 else f"{text.rstrip()}\n\n{items}", encoding="utf-8")


def _read(root: Path, kind: str, inside: str) -> tuple[Finding, ...]:
    """What is found of the meeting with an example in it."""
    minutes = root / MEETING / "minutes.md"
    if kind == "yaml":
        known = {field.alias or name for name, field in MinutesFields.model_fields.items()}
        is_of_minutes = set(yaml.safe_load(inside)) <= known
        _with_fields(minutes if is_of_minutes else root / CASE, inside)
        if not is_of_minutes:
            _with_items(minutes, "## 5.\n\n### Beslut\n\nNämnden beviljar Anna Testsson bidrag. {bifall}\n")
    else:
        front, items = re.fullmatch(r"(?:---\n(.*?)---\n+)?(.*)", inside, re.DOTALL).groups()  # type: ignore[union-attr]
        if front:
            _with_fields(minutes, front)
        _with_items(minutes, items)
    return check(root).findings


@pytest.mark.parametrize("number", range(len(SHOWN)))
def test_no_example_gives_an_error(root: Path, number: int) -> None:
    findings = _read(root, *SHOWN[number])
    assert errors(findings) == ()
    own = {each.code for each in findings if each.place.path == f"{MEETING}/minutes.md"}
    # What is not locked, and what is not there yet: the page shows one thing at a time.
    assert own <= {"lock-missing", "set-overdue", "attendance-few", "item-no-paragraph", "proposal-unanswered"}


def test_an_example_that_is_wrong_would_be_seen(root: Path) -> None:
    (vote,) = (inside for _, inside in SHOWN if "utslagsröst: ja\n" in inside)
    assert {each.code for each in errors(_read(root, "markdown", vote.replace("utslagsröst: ja\n", "")))} == {
        "vote-tie"
    }
    (members,) = (inside for kind, inside in SHOWN if kind == "yaml" and "members:" in inside)
    assert errors(_read(root, "yaml", members.replace("från § 23", "frn § 23")))


def test_every_example_is_looked_at() -> None:
    assert len(SHOWN) >= 16
    assert PAGE.count("```yaml\n") + PAGE.count("````markdown\n") == len(SHOWN)


def test_every_mark_and_heading_that_the_page_names_is_known() -> None:
    marks = {found.split(":")[0] for found in re.findall(r"`\{([^{}`]+)\}`", PAGE)}
    assert marks - {*OUTCOMES, *MARKS} == set()
    assert len(marks) > 10
    table = PAGE.split("| Rubrik (`###`)")[1].split("\n\n")[0]
    named = [each.strip() for row in table.splitlines()[2:] for each in row.split("|")[1].split(",")]
    known = {heading.replace("{body}", "…") for heading in RECORD_HEADINGS["sv"]}
    assert set(named) - known == set()


def test_every_range_and_line_that_the_page_names_is_read() -> None:
    ranges = PAGE.split("| Du skriver | Det betyder |")[1].split("\n\n")[0]
    typed = [each for row in ranges.splitlines()[2:] for each in re.findall(r"`([^`]+)`", row)]
    assert [each for each in typed if read_presence(each) is None] == []
    assert len(typed) > 8
    known = {"hand": RANKS, "utgång": FATES, "krav": MINORITY, "utslagsröst": STANDS, "lott": STANDS}
    lines = [found.groups() for found in re.finditer(r"`(\w+): ([^`]+)`", PAGE) if found[1] in known]
    assert {key for key, _ in lines} == {*known}
    assert [(key, value) for key, value in lines if value not in known[key]] == []
    (steps,) = re.findall(r"raden `steg`: (.*)\.", PAGE)
    assert set(re.findall("`([^`]+)`", steps)) <= {*STEPS}


def test_the_commands_of_the_page_can_be_called_in_its_order(tmp_path: Path) -> None:
    meetings = Path(shutil.copytree(ROOT / "meetings", tmp_path / "meetings"))
    written = (meetings / MEETING / "minutes.md").read_bytes()
    _without_record(meetings)
    commands = [line for kind, inside in EXAMPLES if kind == "text" for line in inside.splitlines()]
    assert [line.split()[1] for line in commands] == ["new", "new", "adjust"]
    for line in commands:
        if "adjust" in line:
            (meetings / MEETING / "minutes.md").write_bytes(written)
        done = kallelse(tmp_path, *shlex.split(line)[1:])
        assert done.status == 0, done.said
