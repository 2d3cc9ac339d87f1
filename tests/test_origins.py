"""Where packages come from: where pip is told to take them from, uv takes them too."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping
from http.server import BaseHTTPRequestHandler
from pathlib import Path

import environment
import origins
import pytest

from tests.tools.browser import listening
from tests.tools.recorder import Recorder, recorded

ENTRY = "https://a:b@index.example/simple"


@pytest.mark.parametrize(
    ("told", "variables", "given"),
    [
        ({}, {}, {}),
        ({"index-url": ENTRY}, {}, {"UV_DEFAULT_INDEX": ENTRY}),
        ({"index-url": ENTRY}, {"UV_DEFAULT_INDEX": ""}, {"UV_DEFAULT_INDEX": ENTRY}),
        *(
            ({"index-url": ENTRY, "extra-index-url": ENTRY, "no-index": "1"}, {own: "https://own.example"}, {})
            for own in ("UV_DEFAULT_INDEX", "UV_INDEX_URL", "UV_INDEX", "UV_EXTRA_INDEX_URL")
        ),
        (
            {"extra-index-url": "\nhttps://a.example\nhttps://b.example"},
            {},
            {"UV_INDEX": "https://a.example https://b.example", "UV_INDEX_STRATEGY": "unsafe-best-match"},
        ),
        (
            {"extra-index-url": "https://a.example"},
            {"UV_INDEX_STRATEGY": "first-index"},
            {"UV_INDEX": "https://a.example"},
        ),
        (
            {"find-links": "https://a.example/links file:///srv none"},
            {},
            {"UV_FIND_LINKS": "https://a.example/links,file:///srv"},
        ),
        ({"find-links": "https://a.example/links"}, {"UV_FIND_LINKS": "/srv"}, {}),
        ({"trusted-host": "a.example b.example:81"}, {}, {"UV_INSECURE_HOST": "a.example b.example:81"}),
        ({"cert": "/a.pem"}, {}, {"SSL_CERT_FILE": "/a.pem"}),
        ({"cert": "/a.pem"}, {"UV_SYSTEM_CERTS": "1"}, {}),
        ({"proxy": "http://p.example:3128"}, {}, {"ALL_PROXY": "http://p.example:3128"}),
        ({"proxy": "http://p.example:3128"}, {"https_proxy": "http://q.example"}, {}),
        ({"timeout": "60", "disable-pip-version-check": "1"}, {}, {}),
    ],
)
def test_what_pip_is_told_uv_is_told_unless_it_is_itself(
    told: Mapping[str, str], variables: Mapping[str, str], given: Mapping[str, str]
) -> None:
    assert origins.for_uv(told, variables) == ([], given)


@pytest.mark.parametrize(
    ("told", "variables", "no_index"),
    [("1", {}, True), ("Yes", {}, True), ("0", {}, False), ("", {}, False), ("1", {"UV_INDEX_URL": ENTRY}, False)],
)
def test_where_pip_is_told_to_ask_no_index_uv_is(told: str, variables: Mapping[str, str], *, no_index: bool) -> None:
    assert (origins.for_uv({"no-index": told}, variables)[0] == ["--no-index"]) == no_index


def test_of_folders_that_hold_packages_uv_is_told_those_that_are_there(tmp_path: Path) -> None:
    """It ends where one is missing; pip goes on."""
    links = f"{tmp_path} {tmp_path / 'none'}"
    assert origins.for_uv({"find-links": links}, {}) == ([], {"UV_FIND_LINKS": str(tmp_path)})


@pytest.mark.parametrize(
    ("files", "variables", "told"),
    [
        ("[global]\nindex-url = https://a\n", {}, {"index-url": "https://a"}),
        ("[global]\nindex-url = https://a\n[install]\nindex-url = https://b\n", {}, {"index-url": "https://b"}),
        ("[install]\nindex-url = https://b\n", {"PIP_INDEX_URL": "https://c"}, {"index-url": "https://c"}),
        ("[global]\nindex-url = https://a\n", {"PIP_INDEX_URL": ""}, {"index-url": "https://a"}),
        ("[download]\nindex-url = https://d\n", {}, {}),
        (
            "[global]\nextra-index-url =\n  https://a\n  https://it's\n",
            {},
            {"extra-index-url": "\nhttps://a\nhttps://it's"},
        ),
        ("", {"PIP_NO_INDEX": "1", "PIP_FIND_LINKS": "/a /b"}, {"no-index": "1", "find-links": "/a /b"}),
        ("[global\n", {}, {}),
    ],
)
def test_what_pip_is_told_stands_in_files_and_in_variables(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, files: str, variables: dict[str, str], told: dict[str, str]
) -> None:
    for name in [name for name in os.environ if name.startswith("PIP_")]:
        monkeypatch.delenv(name)
    (tmp_path / "pip.conf").write_text(files, encoding="utf-8")
    monkeypatch.setenv("PIP_CONFIG_FILE", str(tmp_path / "pip.conf"))
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    found = dict(origins.of_pip([sys.executable, "-m", "pip"]))
    assert {
        name: found[name] for name in found if name in ("index-url", "extra-index-url", "no-index", "find-links")
    } == told


def test_a_pip_that_cannot_be_asked_is_told_nothing(tmp_path: Path) -> None:
    assert origins.of_pip([str(tmp_path / "none")]) == {}
    assert origins.of_pip([sys.executable, "-c", "print('global.index-url=what')"]) == {}


def test_the_locked_uv_goes_where_pip_would_go(tmp_path: Path) -> None:
    asked: list[str] = []

    class Index(BaseHTTPRequestHandler):
        """Has nothing, and remembers what it was asked for."""

        def do_GET(self) -> None:
            asked.append(self.path)
            self.send_error(404)

        def log_message(self, *_: object) -> None: ...

    uv = Path(sys.executable).with_name("uv.exe" if os.name == "nt" else "uv")
    if not uv.exists():
        pytest.skip("uv is missing: scripts/test installs it beside the Python that runs the tests")
    own = {name: value for name, value in os.environ.items() if not name.startswith("UV_")}

    def run(told: Mapping[str, str]) -> None:
        asked.clear()
        more, variables = origins.for_uv(told, {})
        command = [str(uv), "pip", "install", "--dry-run", "--no-cache", "--python", sys.executable, *more, "none==1"]
        done = subprocess.run(command, env=own | variables, capture_output=True, check=False)
        assert done.returncode == 1, done.stderr

    with listening(Index) as address:
        run({"index-url": f"{address}/a", "extra-index-url": f"{address}/b {address}/c", "trusted-host": "a b"})
        assert sorted(asked) == ["/a/none/", "/b/none/", "/c/none/"]
        run({"index-url": f"{address}/a", "no-index": "true", "find-links": f"{tmp_path} {tmp_path.parent}"})
        assert asked == []


@pytest.fixture
def recorder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Recorder:
    return recorded(tmp_path, monkeypatch)


def test_the_packages_are_installed_from_where_pip_is_told(recorder: Recorder, monkeypatch: pytest.MonkeyPatch) -> None:
    told = {"find-links": "https://links.example", "no-index": "1"}
    monkeypatch.setattr(origins, "of_pip", lambda pip: told)
    for name in [name for name in os.environ if name.startswith("UV_")]:
        monkeypatch.delenv(name)
    environment.ensure(recorder.root, environment.RUN)
    at = recorder.ran.index("uv run")
    assert recorder.told[at] == {"UV_FIND_LINKS": "https://links.example"}
    assert "--no-index" in recorder.commands[at]


@pytest.mark.parametrize(("told", "tries"), [({}, ["1", "1"]), ({"retries": "7"}, [])])
def test_an_index_that_does_not_answer_is_not_waited_for_long(
    recorder: Recorder, monkeypatch: pytest.MonkeyPatch, told: Mapping[str, str], tries: list[str]
) -> None:
    monkeypatch.setattr(origins, "of_pip", lambda pip: told)
    recorder.fails = ("run",)
    with pytest.raises(environment.SetUpError):
        environment.ensure(recorder.root, environment.RUN)
    assert recorder.ran == ["venv", "pip installer", "uv run", "pip run"]
    words = [word for command in recorder.commands for word in command]
    assert [words[at + 1] for at, word in enumerate(words) if word == "--retries"] == tries
