from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.folders import CASE, SETTINGS, archive_of
from tests.site.builds import called, kallelse

TABLE = (
    "```ekonomi\nrubrik: Utfall\nenhet: mnkr\ntecken: belopp\n\n| | Budget | Utfall | Avvikelse |\n"
    "| Intäkter | 43,0 | 50,4 | |\n| Kostnader | 43,0 | 46,2 | |\n| Netto | 0,0 | {net} | |\n```\n"
)


def test_check_prints_every_finding_with_file_line_and_remedy(tmp_path: Path) -> None:
    root = archive_of(tmp_path / "meetings", {"1-a.md": "---\ntitle: § 1: x\n---\n", "2-b.md": "text"})
    done = kallelse(root.parent, "check")
    assert done.status == 1
    assert "meetings/gsn/2022-09-26/1-a.md:2: fel:" in done.said
    assert 'title: "§ 1: x"' in done.said
    assert "meetings/gsn/2022-09-26/2-b.md:1: fel:" in done.said
    assert "Fel: 2. Anmärkningar: 0." in done.said


def test_check_of_a_sound_archive_exits_0(tmp_path: Path) -> None:
    root = archive_of(tmp_path / "meetings", {"1-a.md": CASE})
    done = kallelse(root.parent, "check")
    assert (done.status, done.said) == (0, "Fel: 0. Anmärkningar: 0.\n")


def test_findings_are_in_english_where_the_settings_say_so(tmp_path: Path) -> None:
    root = archive_of(tmp_path / "meetings", {"1-a.md": "text", "../../kallelse.yml": "name: x\nlanguage: en\n"})
    done = kallelse(root.parent, "check")
    assert "error: The file does not begin with a line ---" in done.said
    assert "Errors: 1. Remarks: 0." in done.said


def test_under_github_actions_findings_are_annotations(tmp_path: Path) -> None:
    root = archive_of(tmp_path / "meetings", {"1-a.md": "---\ntitle: § 1: x\n---\n"})
    done = kallelse(root.parent, "check", environment={"GITHUB_ACTIONS": "true"})
    assert done.status == 1
    assert done.said.startswith("::error file=meetings/gsn/2022-09-26/1-a.md,line=2::")


def test_a_wrong_sum_stops_with_both_figures_file_and_line(tmp_path: Path) -> None:
    root = archive_of(tmp_path / "meetings", {"1-a.md": CASE + TABLE.format(net="-7,9")})
    done = kallelse(root.parent, "check")
    assert done.status == 1
    assert "meetings/gsn/2022-09-26/1-a.md:13: fel:" in done.said
    assert "−7,9" in done.said
    assert "−4,2" in done.said


def test_a_row_that_equals_one_of_another_table_is_held_against_it(tmp_path: Path) -> None:
    table = (
        "```ekonomi\nid: {id}\nenhet: mnkr\n\n"
        "| | Budget |\n| Drift | 100 |\n| Lokaler | {rest} |\n| Summa [summa] | |\n{more}```\n\n"
    )
    more = "| Ram [lika: ett/Summa] | 150 |\n"
    letter = table.format(id="ett", rest="50", more="")
    files = {"1-a/index.md": CASE + letter, "1-a/bilaga.md": "---\ntitle: Bilaga\n---\n"}
    root = archive_of(tmp_path / "meetings", files)
    attachment = root / "gsn/2022-09-26/1-a/bilaga.md"
    attachment.write_text("---\ntitle: Bilaga\n---\n" + table.format(id="två", rest="50", more=more), encoding="utf-8")
    assert kallelse(root.parent, "check").status == 0
    attachment.write_text(
        "---\ntitle: Bilaga\n---\n" + table.format(id="två", rest="50", more=more.replace("150", "999")),
        encoding="utf-8",
    )
    done = kallelse(root.parent, "check")
    assert done.status == 1
    assert "999" in done.said
    assert "gsn/2022-09-26/1-a/bilaga.md:" in done.said


def test_the_file_of_a_table_is_used_and_another_beside_it_is_not(tmp_path: Path) -> None:
    table = "\n```ekonomi\nfil: tal.csv\n```\n"
    csv = "enhet: mnkr\n\n;Utfall\nA;1,5\n"
    root = archive_of(tmp_path / "meetings", {"1-a/index.md": CASE + table, "1-a/tal.csv": csv})
    assert kallelse(root.parent, "check").said == "Fel: 0. Anmärkningar: 0.\n"
    (root / "gsn/2022-09-26/1-a/annan.csv").write_text(csv, encoding="utf-8")
    done = kallelse(root.parent, "check")
    assert "gsn/2022-09-26/1-a/annan.csv: anmärkning:" in done.said
    assert "/tal.csv" not in done.said


def test_check_finds_what_a_build_of_the_same_day_would_stop_at(tmp_path: Path) -> None:
    root = archive_of(tmp_path / "meetings", {"1-a.md": CASE + "\nSe [nästa](../2022-10-24/1-b.md).\n"})
    later = root / "gsn/2022-10-24"
    later.mkdir()
    meeting = (root / "gsn/2022-09-26/index.md").read_text(encoding="utf-8")
    (later / "index.md").write_text(
        meeting.replace("2022-09-26", "2022-10-24").replace("2022-09-19", "2022-10-17"), encoding="utf-8"
    )
    (later / "1-b.md").write_text(CASE, encoding="utf-8")
    assert kallelse(root.parent, "check", "--as-of", "2022-10-17").status == 0
    done = kallelse(root.parent, "check", "--as-of", "2022-10-16")
    assert done.status == 1
    assert "1-a.md:6: fel:" in done.said
    assert kallelse(root.parent, "check", "--as-of", "i går").status == 2


@pytest.mark.parametrize(
    ("plugins", "as_of", "found"),
    [
        ("kallelse: {as_of: '2022-09-21'}", "", []),
        ("kallelse: {as_of: '2022-09-21'}", "2024-01-01", ["2022-09-05, för mer än ett år sedan"]),
        ("kallelse: {as_of: '2024-01-01'}", "", ["2022-09-05, för mer än ett år sedan"]),
        ("kallelse: {as_of: '2022-09-02'}", "", ["2022-09-05 under updated"]),
        ("[search, kallelse: {meetings: ./meetings, as_of: 2022-09-21}]", "", []),
        ("kallelse: {as_of: !ENV [KALLELSE_NO_DAY, '2022-09-21']}", "", []),
        # One that builds another folder, one that says no day, and one that the engine would refuse.
        ("kallelse: {as_of: '2022-09-21', meetings: other}", "", ["2022-09-05, för mer än ett år sedan"]),
        ("[search, kallelse]", "", ["2022-09-05, för mer än ett år sedan"]),
        ("{", "", ["2022-09-05, för mer än ett år sedan"]),
    ],
)
def test_check_is_right_for_the_day_of_the_build(tmp_path: Path, plugins: str, as_of: str, found: list[str]) -> None:
    statement = (
        "accessibility: {status: full, assessed: 2022-09-01, updated: 2022-09-05, method: self, phone: 0100-1}\n"
    )
    settings = {"../../kallelse.yml": SETTINGS + statement}
    archive_of(tmp_path / "meetings", {"1-a.md": CASE, **settings})
    line = plugins if plugins.startswith(("[", "{")) else f"{{{plugins}}}"
    (tmp_path / "mkdocs.yml").write_text(f"markdown_extensions: [x: !!python/name:a.b ]\nplugins: {line}\n", "utf-8")
    done = called(tmp_path, "check", *(("--as-of", as_of) if as_of else ()))
    remarks = [text for text in done.said.splitlines() if "anmärkning:" in text]
    assert len(remarks) == len(found), done.said
    assert all(text in remark for text, remark in zip(found, remarks, strict=True))


def test_a_day_of_the_configuration_that_is_none_is_told_as_by_the_build(tmp_path: Path) -> None:
    archive_of(tmp_path / "meetings", {"1-a.md": CASE})
    (tmp_path / "mkdocs.yml").write_text("plugins: {kallelse: {as_of: i går}}\n", "utf-8")
    assert called(tmp_path, "check").status == 2


def test_what_was_inferred_in_a_table_can_be_asked_for(tmp_path: Path) -> None:
    root = archive_of(tmp_path / "meetings", {"1-a.md": CASE + TABLE.format(net="-4,2")})
    done = kallelse(root.parent, "check", "--explain")
    assert done.status == 0
    assert "gsn/2022-09-26/1-a.md:6 Utfall" in done.said
    assert "Avvikelse" in done.said


def test_a_wrong_call_exits_2(tmp_path: Path) -> None:
    assert kallelse(tmp_path, "publish").status == 2
    assert kallelse(tmp_path, "build").status == 2


@pytest.mark.skipif(os.name == "nt", reason="Windows ends a process without telling it")
@pytest.mark.parametrize(("name", "status"), [("SIGTERM", 143), ("SIGHUP", 129)])
def test_who_ends_the_command_ends_the_engine_with_it(tmp_path: Path, name: str, status: int) -> None:
    root = archive_of(tmp_path / "meetings", {"1-a.md": CASE})
    (root.parent / "mkdocs.yml").write_text("site_name: x\n", encoding="utf-8")
    slow = "import os, time\nopen('begun', 'w').write(str(os.getpid()))\ntime.sleep(60)\n"
    (root.parent / "slow.py").write_text(slow, encoding="utf-8")
    # Under nohup, what is started is told to ignore that a terminal closes.
    heeding = f"import signal, sys\nsignal.signal(signal.{name}, signal.SIG_DFL)\nfrom kallelse.cli import main\n"
    command = [sys.executable, "-c", f"{heeding}sys.exit(main(['build', '--engine', 'slow']))"]
    begun = root.parent / "begun"
    with subprocess.Popen(command, cwd=root.parent, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
        while not (begun.is_file() and begun.read_text(encoding="utf-8")):
            assert process.poll() is None
            time.sleep(0.05)
        process.send_signal(getattr(signal, name))
        assert process.wait() == status
    with pytest.raises(ProcessLookupError):
        os.kill(int(begun.read_text(encoding="utf-8")), 0)


@pytest.mark.skipif(os.name == "nt", reason="Windows ends a process without a signal")
def test_a_build_that_the_system_ends_says_so(tmp_path: Path) -> None:
    root = archive_of(tmp_path / "meetings", {"1-a.md": CASE})
    (root.parent / "mkdocs.yml").write_text("site_name: x\n", encoding="utf-8")
    (root.parent / "ended.py").write_text("import os, signal\nos.kill(os.getpid(), signal.SIGKILL)\n", encoding="utf-8")
    done = called(root.parent, "build", "--engine", "ended")
    assert done.status == 1
    assert "Systemet avbröt bygget (SIGKILL)" in done.said
    assert "Ingenting publicerades" in done.said
