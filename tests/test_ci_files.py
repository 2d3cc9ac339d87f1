"""What the forges run is what a person runs, with no more rights than it needs, and the locks say all."""

from __future__ import annotations

import re
import stat
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from kallelse.begin import new_archive

ROOT = Path(__file__).resolve().parent.parent
WORKFLOWS = sorted((ROOT / ".github" / "workflows").iterdir())

_SCRIPT = re.compile(r'scripts/(build|test)( --as-of "\$\(date \+%F\)")?')
_PINNED = re.compile(r"[\w-]+/[\w-]+@[0-9a-f]{40}")


def _parsed(path: Path) -> dict[Any, Any]:
    parsed = yaml.safe_load(path.read_text(encoding="utf-8"))
    assert isinstance(parsed, dict)
    return parsed


def _jobs(path: Path) -> dict[str, dict[str, Any]]:
    jobs: dict[str, dict[str, Any]] = _parsed(path)["jobs"]
    return jobs


def _steps(path: Path) -> Iterator[dict[str, Any]]:
    for job in _jobs(path).values():
        yield from job["steps"]


def _values(node: object, key: str) -> Iterator[object]:
    """Every value under `key`, at whatever depth."""
    if isinstance(node, dict):
        for name, value in node.items():
            if name == key:
                yield value
            yield from _values(value, key)
    elif isinstance(node, list):
        for part in node:
            yield from _values(part, key)


def test_there_is_a_workflow_that_tests_and_one_that_publishes() -> None:
    assert [path.name for path in WORKFLOWS] == ["publish.yml", "test.yml"]
    assert {step["run"].split()[0] for path in WORKFLOWS for step in _steps(path) if "run" in step} == {
        "scripts/build",
        "scripts/test",
    }


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_every_command_of_a_workflow_is_a_script(path: Path) -> None:
    commands = list(_values(_parsed(path), "run"))
    assert commands
    assert [line for line in commands if not _SCRIPT.fullmatch(str(line))] == []


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_every_action_is_pinned_to_a_commit_and_says_its_version(path: Path) -> None:
    used = list(_values(_parsed(path), "uses"))
    assert used
    assert [action for action in used if not _PINNED.fullmatch(str(action))] == []
    lines = [line for line in path.read_text(encoding="utf-8").splitlines() if "uses:" in line]
    assert [line for line in lines if not re.search(r"@[0-9a-f]{40} # v\d+\.\d+\.\d+$", line)] == []


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_a_step_does_nothing_but_run_a_script_or_a_pinned_action(path: Path) -> None:
    known = {"run", "uses", "with", "id"}
    assert [step for step in _steps(path) if set(step) - known or ("run" in step) == ("uses" in step)] == []


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_a_checkout_has_the_whole_history_and_leaves_no_key_behind(path: Path) -> None:
    checkouts = [step for step in _steps(path) if step.get("uses", "").startswith("actions/checkout@")]
    assert checkouts
    assert [step["with"] for step in checkouts] == [{"fetch-depth": 0, "persist-credentials": False} for _ in checkouts]


def test_a_workflow_may_read_the_code_and_only_the_publishing_job_may_write_pages() -> None:
    permissions = {f"{path.stem}.{name}": job["permissions"] for path in WORKFLOWS for name, job in _jobs(path).items()}
    assert permissions == {
        "publish.build": {"contents": "read"},
        "publish.deploy": {"pages": "write", "id-token": "write"},
        "test.test": {"contents": "read"},
    }
    assert [_parsed(path)["permissions"] for path in WORKFLOWS] == [{}, {}]


def test_the_oldest_and_a_newer_python_are_tested_and_the_oldest_publishes() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    (oldest,) = re.findall(r">=([\d.]+)", project["requires-python"])
    github = _jobs(ROOT / ".github" / "workflows" / "test.yml")["test"]["strategy"]["matrix"]["python"]
    gitlab = _parsed(ROOT / ".gitlab-ci.yml")
    assert [{"PYTHON": github}] == gitlab["test"]["parallel"]["matrix"]
    assert github[0] == oldest
    assert len(set(github)) == 2
    assert gitlab["default"]["image"] == f"python:{oldest}-bookworm"
    assert set(_values(_parsed(ROOT / ".github" / "workflows" / "publish.yml"), "python-version")) == {oldest}


def test_what_a_stranger_proposes_is_never_run_with_rights_of_ours() -> None:
    # YAML 1.1 reads the key `on` as true.
    triggers = {path.stem: set(_parsed(path)[True]) for path in WORKFLOWS}
    assert triggers == {
        "publish": {"push", "schedule", "workflow_dispatch"},
        "test": {"push", "pull_request"},
    }
    assert [secret for path in WORKFLOWS if "secrets" in (secret := path.read_text(encoding="utf-8"))] == []


def test_the_published_folder_is_the_one_that_is_built() -> None:
    assert "site_dir: site" in (ROOT / "mkdocs.yml").read_text(encoding="utf-8").splitlines()
    uploads = [step for step in _steps(WORKFLOWS[0]) if "upload-pages-artifact" in step.get("uses", "")]
    assert [step["with"] for step in uploads] == [{"path": "site", "include-hidden-files": True}]
    pages = _parsed(ROOT / ".gitlab-ci.yml")["pages"]
    assert (pages["pages"], pages["artifacts"]) == ({"publish": "site"}, {"paths": ["site"]})


def test_a_scheduled_build_passes_the_day_in_sweden() -> None:
    publish = _parsed(ROOT / ".github" / "workflows" / "publish.yml")
    assert publish["jobs"]["build"]["env"] == {"TZ": "Europe/Stockholm"}
    assert list(_values(publish, "run")) == ['scripts/build --as-of "$(date +%F)"']
    gitlab = _parsed(ROOT / ".gitlab-ci.yml")
    assert gitlab["variables"]["TZ"] == "Europe/Stockholm"
    assert gitlab["pages"]["script"] == ['scripts/build --as-of "$(date +%F)"']
    assert [rule for rule in gitlab["pages"]["rules"] if "schedule" in rule["if"]]


def test_gitlab_runs_the_scripts_and_nothing_else_with_the_whole_history() -> None:
    gitlab = _parsed(ROOT / ".gitlab-ci.yml")
    for key in ("before_script", "after_script", "include", "services", "secrets", "id_tokens"):
        assert list(_values(gitlab, key)) == []
    commands = [line for lines in _values(gitlab, "script") if isinstance(lines, list) for line in lines]
    assert {line.split()[0] for line in commands} == {"scripts/build", "scripts/test"}
    assert [line for line in commands if not _SCRIPT.fullmatch(line)] == []
    assert gitlab["variables"]["GIT_DEPTH"] == "0"
    assert set(gitlab) == {"default", "variables", "test", "pages"}


def test_ci_run_calls_the_test_script_and_nothing_else() -> None:
    lines = (ROOT / ".ci" / "run").read_text(encoding="utf-8").splitlines()
    assert [line for line in lines if line and not line.startswith("#")] == [
        "set -euo pipefail",
        'CI=true exec "$(dirname "$0")/../scripts/test"',
    ]


@pytest.mark.parametrize("name", [".ci/run", "scripts/build", "scripts/serve", "scripts/test"])
def test_what_is_called_can_be(name: str) -> None:
    assert (ROOT / name).read_text(encoding="utf-8").startswith("#!/usr/bin/env ")
    assert sys.platform == "win32" or (ROOT / name).stat().st_mode & stat.S_IXUSR


def test_locks_name_no_host_and_pin_every_file() -> None:
    for path in (ROOT / "requirements").iterdir():
        text = path.read_text(encoding="utf-8")
        assert "://" not in text
        assert not re.search(r"^ *--(?!hash=sha256:[0-9a-f]{64})", text, re.MULTILINE)
        pinned = re.split(r"\n(?=\S)", text.strip())
        assert [entry for entry in pinned if "==" not in entry or "--hash=sha256:" not in entry] == []


def test_the_lock_for_tests_holds_all_of_the_lock_to_run_at_the_same_versions() -> None:
    def pins(name: str) -> set[str]:
        text = (ROOT / "requirements" / name).read_text(encoding="utf-8")
        return {line.removesuffix("\\").split(";")[0].strip() for line in text.splitlines() if line[:1].isalnum()}

    assert pins("run.lock") - pins("test.lock") == set()
    assert len(pins("run.lock")) < len(pins("test.lock"))


def test_every_declared_package_has_a_lower_bound() -> None:
    declared = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    named = [
        *declared["project"]["dependencies"],
        *(name for names in declared["project"]["optional-dependencies"].values() for name in names),
        *(name for names in declared["dependency-groups"].values() for name in names if isinstance(name, str)),
    ]
    assert [name for name in named if not re.match(r"[\w.-]+(\[\w+\])?>=\d", name)] == []
    assert "mkdocs>=1.6.1,<2" in named


def test_publiccode_and_changelog_say_the_last_release_and_the_licence() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    public = _parsed(ROOT / "publiccode.yml")
    assert public["legal"]["license"] == project["license"]
    assert "European Union Public Licence" in (ROOT / "LICENSE").read_text(encoding="utf-8")[:1500]
    changelog = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    headings = re.findall(r"^## \[(.+?)\](?: - (\d{4}-\d\d-\d\d))?$", changelog, re.MULTILINE)
    assert headings[0] == ("Unreleased", "")
    assert all(re.fullmatch(r"\d+\.\d+\.\d+", version) and day for version, day in headings[1:])
    # What is not released yet has no version that somebody could fetch.
    last = headings[1] if headings[1:] else (None, None)
    assert (public.get("softwareVersion"), str(public.get("releaseDate"))) == (last[0], str(last[1]))
    assert last[0] in (None, project["version"])
    kinds = set(re.findall(r"^### (.+)$", changelog, re.MULTILINE))
    assert kinds <= {"Added", "Changed", "Deprecated", "Removed", "Fixed", "Security"}


def test_publiccode_has_what_its_standard_asks_for() -> None:
    """The core of the standard, version 0.4: the mandatory keys, and the values that are bound."""
    public = _parsed(ROOT / "publiccode.yml")
    assert public["publiccodeYmlVersion"] == "0.4"
    mandatory = {"name", "url", "platforms", "categories", "developmentStatus", "softwareType", "description"}
    assert mandatory | {"legal", "maintenance", "localisation"} <= set(public)
    assert set(public["platforms"]) <= {"web", "windows", "mac", "linux", "ios", "android"}
    assert public["developmentStatus"] in {"concept", "development", "beta", "stable", "obsolete"}
    assert public["softwareType"] in {"standalone/web", "standalone/desktop", "standalone/other", "addon"}
    for words in public["description"].values():
        assert 0 < len(words["shortDescription"]) <= 150
        assert "\n" not in words["shortDescription"]
        assert 150 <= len(words["longDescription"]) <= 10_000
        assert words["features"]
    assert public["maintenance"]["type"] == "community"
    assert all(contact["name"] for contact in public["maintenance"]["contacts"])
    assert set(public["localisation"]) == {"localisationReady", "availableLanguages"}


# What `kallelse new archive` writes for a municipality's own repository.
_OURS = ROOT / "plugins" / "kallelse" / "forges"


def test_an_archive_is_published_as_the_sample_is() -> None:
    archive, sample = _parsed(_OURS / "github.yml"), _parsed(WORKFLOWS[0])
    fetched = archive["jobs"]["build"]["steps"].pop(1)
    assert fetched["uses"] == sample["jobs"]["build"]["steps"][0]["uses"]
    assert fetched["with"] == {
        "repository": "${{ vars.KALLELSE_REPOSITORY || 'KALLELSE_REPOSITORY/is-not-set' }}",
        "ref": "${{ vars.KALLELSE_VERSION }}",
        "path": ".kallelse",
        "persist-credentials": False,
    }
    runs = [step for step in archive["jobs"]["build"]["steps"] if "run" in step]
    assert [step["run"] for step in runs] == ['.kallelse/scripts/build --as-of "$(date +%F)"']
    runs[0]["run"] = runs[0]["run"].removeprefix(".kallelse/")
    assert archive == sample


def test_an_archive_is_published_as_the_sample_is_on_gitlab_too() -> None:
    archive, sample = _parsed(_OURS / "gitlab.yml"), _parsed(ROOT / ".gitlab-ci.yml")
    pages = archive["pages"]
    assert pages.pop("image") == sample["default"]["image"]
    assert pages["script"] == [
        'git clone --quiet --depth 1 --branch "$KALLELSE_VERSION" "$KALLELSE_REPOSITORY" .kallelse',
        '.kallelse/scripts/build --as-of "$(date +%F)"',
    ]
    pages["script"] = ['scripts/build --as-of "$(date +%F)"']
    assert pages == sample["pages"]
    assert archive["variables"] == sample["variables"]


def test_an_archive_is_begun_with_both() -> None:
    files = new_archive("X", ("N",), "sv").files
    for name, path in (("github.yml", ".github/workflows/publish.yml"), ("gitlab.yml", ".gitlab-ci.yml")):
        assert files[path] == (_OURS / name).read_text(encoding="utf-8")
    assert "/.kallelse/\n" in files[".gitignore"]
