"""PDF files turned into what veraPDF says of them, for all files and standards in one run."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

PDF_A_3A, PDF_UA_1 = "3a", "ua1"

_CHECK = Path(__file__).with_name("Check.java")


@dataclass(frozen=True, slots=True)
class Verdict:
    """What veraPDF says of one file and one standard; `failures` has a message for each test failed.

    A file that cannot be read as a PDF does not pass, has no failures, and says why in `problem`.
    """

    path: Path
    standard: str
    passed: bool
    failures: tuple[tuple[str, str], ...]
    problem: str

    def __str__(self) -> str:
        if self.passed:
            return f"{self.path.name} passes {self.standard}"
        said = "; ".join(f"{clause}: {message}" for clause, message in self.failures) or self.problem
        return f"{self.path.name} fails {self.standard}: {said}"


def verdicts(
    java: Path, jar: Path, paths: Sequence[Path], standards: Sequence[str] = (PDF_A_3A, PDF_UA_1)
) -> tuple[Verdict, ...]:
    """A verdict for each file and standard, file by file in the order given."""
    if not paths:
        return ()
    command = [str(java), "-cp", str(jar), str(_CHECK), ",".join(standards), *map(str, paths)]
    done = subprocess.run(command, check=False, capture_output=True, text=True, encoding="utf-8")
    if done.returncode:
        raise RuntimeError(f"veraPDF did not run:\n{done.stderr}")
    read = [json.loads(line) for line in done.stdout.splitlines()]
    found = tuple(
        Verdict(
            Path(said["file"]),
            said["standard"],
            said["passed"],
            tuple(sorted(said["failures"].items())),
            said["problem"],
        )
        for said in read
    )
    asked = [(path, standard) for path in paths for standard in standards]
    if [(verdict.path, verdict.standard) for verdict in found] != asked:
        raise RuntimeError(f"veraPDF was asked for {len(asked)} verdicts and gave {len(found)}:\n{done.stdout}")
    return found
