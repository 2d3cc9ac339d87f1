from __future__ import annotations

import argparse
import re
import shlex
import sys
from collections.abc import Iterator
from importlib.metadata import version
from pathlib import Path

import pytest
from kallelse.locale.command import ARGPARSE, CALLED, HELP, WRONG
from kallelse.model.settings import Language

from tests.folders import CASE, archive_of
from tests.site.builds import Done, called, run

WRONG_CALLS = (
    (),
    ("chek",),
    ("new",),
    ("new", "cases"),
    ("new", "case"),
    ("new", "case", "gsn/2022-09-26", " "),
    ("new", "case", "gsn/2022-09-26", "Budget", "--fldr"),
    ("new", "meeting", "gsn", "2022"),
    ("new", "meeting", "gsn", "2022-10-10", "--time", "25"),
    ("new", "archive", "x", "--name", "N", "--committee", "\x07"),
    ("issue", "gsn/2022-09-26", "--date"),
    ("issue", "gsn/2022-09-26", "--date", "1800-01-01"),
    ("check", "--explain=ja"),
    ("check", "--as-of", "20220926"),
    ("build", "--as-of", "2022-W39-1"),
    ("serve", "--as-of", "i går"),
    ("adjust", "--date", "2022-9-26"),
    ("build", "--s", "--", "x"),
    ("table", "x", "--to", "pdf"),
    ("table", "x", "--t", "csv"),
    ("--",),
)
COMMANDS = (
    (),
    *(
        (each,)
        for each in ["check", "build", "serve", "yearbook", "new", "issue", "adjust", "verify", "schema", "table"]
    ),
    *(("new", each) for each in ("archive", "committee", "meeting", "case", "minutes", "vote")),
)


@pytest.fixture(params=["sv", "en"])
def archive(request: pytest.FixtureRequest, tmp_path: Path) -> tuple[Path, Language]:
    language: Language = request.param
    archive_of(tmp_path / "meetings", {"1-a.md": CASE, "../../kallelse.yml": f"name: x\nlanguage: {language}\n"})
    return tmp_path, language


def _asked(monkeypatch: pytest.MonkeyPatch, folder: Path, *arguments: str) -> tuple[Done, set[str]]:
    """What is said, and the sentences of argparse that were asked for."""
    asked: set[str] = set()

    class Known(dict[str, str]):
        def get(self, sentence: str, otherwise: str) -> str:  # type: ignore[override]
            asked.add(sentence)
            return super().get(sentence, otherwise)

    with monkeypatch.context() as patched:
        patched.setattr("kallelse.cli.ARGPARSE", {each: Known(words) for each, words in ARGPARSE.items()})
        return called(folder, *arguments), asked


@pytest.mark.parametrize("wrong", WRONG_CALLS, ids=" ".join)
def test_a_wrong_call_is_told_in_the_language_of_the_archive(
    archive: tuple[Path, Language], wrong: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    folder, language = archive
    done, asked = _asked(monkeypatch, folder, *wrong)
    assert done.status == 2
    assert ("fel:" in done.said, "error:" in done.said) == (language == "sv", language == "en")
    assert asked, "argparse takes its sentences from elsewhere"
    assert language == "en" or asked <= ARGPARSE["sv"].keys()


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_help_is_in_the_language_of_the_archive(
    archive: tuple[Path, Language], command: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    folder, language = archive
    done, asked = _asked(monkeypatch, folder, *command, "--help")
    assert done.status == 0
    assert (done.said.startswith("så här: "), done.said.startswith("usage: ")) == (language == "sv", language == "en")
    assert language == "en" or asked <= ARGPARSE["sv"].keys()


@pytest.mark.parametrize(
    "sentence",
    [
        "%(heading)s:",  # from Python 3.13
        "invalid choice: %(value)r, maybe you meant %(closest)r? (choose from %(choices)s)",  # from Python 3.14
    ],
)
def test_what_only_a_newer_python_asks_for_is_known_to_each(sentence: str) -> None:
    assert ARGPARSE["sv"][sentence] % {"heading": "a", "value": "b", "closest": "c", "choices": "d"}


def test_all_help_is_shown_somewhere(archive: tuple[Path, Language]) -> None:
    folder, language = archive
    said = " ".join(" ".join(called(folder, *each, "--help").said.split()) for each in COMMANDS)
    defaults = r"127\.0\.0\.1:8000|sv|schemas"
    for key, text in HELP[language].items():
        assert re.search(
            defaults.join(re.escape(part) for part in text.split("%(default)s")).replace("/", r"/\s?"), said
        ), key


@pytest.mark.parametrize("words", [HELP, CALLED, WRONG])
def test_both_languages_have_the_same_words(words: dict[Language, dict[str, str]]) -> None:
    assert words["sv"].keys() == words["en"].keys()


def test_an_archive_that_shall_be_english_is_begun_in_english(tmp_path: Path) -> None:
    assert "usage: " in called(tmp_path, "new", "archive", "--language", "en").said
    assert "så här: " in called(tmp_path, "new", "archive").said


@pytest.mark.parametrize("settings", [b"\xff\xfe\x00", b"name: [", b"language: fi\n"])
def test_settings_that_cannot_be_read_leave_the_language_as_it_is(tmp_path: Path, settings: bytes) -> None:
    archive_of(tmp_path / "meetings", {"1-a.md": CASE})
    (tmp_path / "meetings/kallelse.yml").write_bytes(settings)
    assert "så här: " in called(tmp_path, "chek").said


def test_the_folder_that_is_named_says_the_language(tmp_path: Path) -> None:
    archive_of(tmp_path / "other", {"1-a.md": CASE, "../../kallelse.yml": "name: x\nlanguage: en\n"})
    assert "usage: " in called(tmp_path, "new", "case", "--meetings", "other").said
    assert "så här: " in called(tmp_path, "new", "case", "--meetings").said


def test_a_command_that_a_key_ends_says_nothing_more(
    archive: tuple[Path, Language], monkeypatch: pytest.MonkeyPatch
) -> None:
    def ended(*_: object, **__: object) -> int:
        raise KeyboardInterrupt

    monkeypatch.setattr("kallelse.commands.check.run", ended)
    assert called(archive[0], "check") == Done(130, "")


def test_whoever_reads_may_stop_before_the_end(archive: tuple[Path, Language]) -> None:
    command = f"{shlex.quote(sys.executable)} -m kallelse schema --reference findings | head -n 1"
    done = run(archive[0], ["sh", "-c", command])
    assert len(done.said.splitlines()) == 1, done.said


def test_the_version_is_that_of_the_package() -> None:
    done = called(Path.cwd(), "--version")
    assert (done.status, done.said) == (0, f"kallelse {version('kallelse')}\n")


@pytest.fixture(autouse=True)
def _own_sentences() -> Iterator[None]:
    before = argparse._  # type: ignore[attr-defined]
    yield
    argparse._ = before  # type: ignore[attr-defined]
