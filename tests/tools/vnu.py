"""A folder of pages, style sheets and pictures turned into what the Nu Html Checker says of them, in one run."""

from __future__ import annotations

import json
import re
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

KINDS = ("html", "css", "svg")

# It reads files, whose addresses are of no origin, so that to its mind 'self' lets in none of their neighbours. What
# a policy really stops, a browser tells.
_NEIGHBOUR = re.compile(
    r"Resource violates Content Security Policy \(meta tag\): (?:external stylesheet|external script|image) "
    r"“(?![a-z]+:|//)[^”]*” blocked by “(?:style|script|img)-src” directive\."
)

# It takes data for a script that a policy stops. A browser does not: it leaves data alone before it asks the policy
# (HTML, 4.12.1.1, "prepare the script element").
_STOPPED = "Inline script violates Content Security Policy"
_DATA = re.compile(r'<script[^>]* type="application/(?:ld\+)?json"')


@dataclass(frozen=True, slots=True, order=True)
class Remark:
    """An error or a warning of the checker: the file below the folder, the line, and what it says."""

    file: str
    line: int
    kind: str
    message: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.kind}: {self.message}"


def remarks(java: Path, jar: Path, folder: Path, kinds: Sequence[str] = KINDS) -> tuple[Remark, ...]:
    """Every error and warning about files of those `kinds` below `folder`, in order of file and line."""
    files = sorted(file for kind in kinds for file in folder.rglob(f"*.{kind}"))
    if not files:
        raise RuntimeError(f"there is nothing to be checked in {folder}")
    flags = ["--format", "json", "--stdout", "--exit-zero-always", "--also-check-css", "--also-check-svg"]
    done = subprocess.run(
        [str(java), "-jar", str(jar), *flags, *map(str, files)], capture_output=True, check=False, encoding="utf-8"
    )
    if done.returncode or not done.stdout:
        raise RuntimeError(f"the Nu Html Checker did not run:\n{done.stderr}")
    found = []
    for said in json.loads(done.stdout)["messages"]:
        if said["type"] == "info" and said.get("subType") != "warning":
            continue
        is_data = said["message"].startswith(_STOPPED) and _DATA.search(said.get("extract", ""))
        if is_data or _NEIGHBOUR.fullmatch(said["message"]):
            continue
        place = said.get("url", "").removeprefix("file:").removeprefix(folder.as_posix()).lstrip("/")
        kind = said.get("subType") if said["type"] == "info" else said["type"]
        found.append(Remark(place, said.get("lastLine", 0), kind, said["message"]))
    return tuple(sorted(found))
