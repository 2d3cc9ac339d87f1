"""The name of a validator turned into its jar in `.cache/tools`, by version and hash, fetched where it is missing."""

from __future__ import annotations

import hashlib
import shutil
import subprocess
import sys
import tarfile
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

Install = Callable[[Sequence[str]], str]
"""Installs Debian packages; what stood in the way, empty if nothing."""

_MAVEN_COPY = "org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy"


@dataclass(frozen=True, slots=True)
class Jar:
    """A validator's jar: its version, its SHA-256, the name of its file, and how that is put in a folder.

    `client` is the program that fetches it, of the Debian package with that name.
    """

    version: str
    sha256: str
    file: str
    client: str
    package: str
    put: Callable[[str, Jar, Path], subprocess.CompletedProcess[str]]

    def place(self, root: Path) -> Path:
        """Where it lies in the working copy `root`."""
        return root / ".cache" / "tools" / self.file

    def is_there(self, root: Path) -> bool:
        """Whether it lies there, and is the very one."""
        try:
            with self.place(root).open("rb") as file:
                return hashlib.file_digest(file, "sha256").hexdigest() == self.sha256
        except OSError:
            return False


def _by_maven(maven: str, jar: Jar, folder: Path) -> subprocess.CompletedProcess[str]:
    return answer(
        [
            maven,
            "--batch-mode",
            "--quiet",
            _MAVEN_COPY,
            f"-Dartifact=org.verapdf.apps:cli:{jar.version}",
            f"-DoutputDirectory={folder}",
            "-Dmdep.overWriteReleases=true",
        ],
        cwd=folder,
    )


def _by_npm(npm: str, jar: Jar, folder: Path) -> subprocess.CompletedProcess[str]:
    """Takes the jar out of the packed package, none of whose scripts is run: one would fetch a Java of its own."""
    with tempfile.TemporaryDirectory() as name:
        packed = Path(name)
        done = answer([npm, "pack", "--ignore-scripts", "--silent", f"vnu-jar@{jar.version}"], cwd=packed)
        if done.returncode == 0:
            with tarfile.open(packed / f"vnu-jar-{jar.version}.tgz") as archive:
                inside = archive.extractfile("package/build/dist/vnu.jar")
                assert inside is not None
                (folder / jar.file).write_bytes(inside.read())
    return done


JARS = {
    "verapdf": Jar(
        "1.30.2",
        "287cc9c9757f99dcff4a2d39b68268245b48103fb6af443162d5a29df2afa332",
        "cli-1.30.2.jar",
        "mvn",
        "maven",
        _by_maven,
    ),
    "vnu": Jar(
        "26.9.27",
        "22f15dd39a33bed929d2a5c0cddf5946849a647eca9272bf4d5d00bc7e7a4d47",
        "vnu-26.9.27.jar",
        "npm",
        "npm",
        _by_npm,
    ),
}


def fetch(name: str, root: Path, install: Install) -> str:
    """Fetches a jar; what stood in the way, empty if nothing."""
    jar = JARS[name]
    client = shutil.which(jar.client)
    if not client:
        problem = install((jar.package,))
        client = shutil.which(jar.client)
        if not client:
            return f"{jar.client}, which fetches it, is missing: {problem}"
    print(f"Fetching {name} {jar.version} …", file=sys.stderr, flush=True)
    place = jar.place(root)
    try:
        place.parent.mkdir(parents=True, exist_ok=True)
        done = jar.put(client, jar, place.parent)
        if done.returncode:
            return f"{jar.client} could not fetch it: {last_line(done)}"
        if not jar.is_there(root):
            place.unlink(missing_ok=True)
            return f"what {jar.client} fetched is not the jar that is asked for: its SHA-256 differs"
    except (OSError, tarfile.TarError, KeyError) as problem:
        return f"what {jar.client} fetched could not be put there: {problem}"
    return ""


def answer(command: Sequence[str], cwd: Path | None = None) -> subprocess.CompletedProcess[str]:
    """What a command says, and its exit status."""
    try:
        return subprocess.run(
            command, cwd=cwd, check=False, capture_output=True, text=True, encoding="utf-8", errors="replace"
        )
    except OSError as problem:
        return subprocess.CompletedProcess(command, 127, "", str(problem))


def last_line(done: subprocess.CompletedProcess[str]) -> str:
    """The line that tells most of what went wrong: the first error, else the last line."""
    lines = [line.strip() for line in (done.stdout + done.stderr).splitlines() if line.strip()]
    errors = [line for line in lines if line.startswith(("E:", "[ERROR]", "npm ERR!", "npm error"))]
    return (errors[:1] or lines[-1:] or [f"exit status {done.returncode}"])[0]
