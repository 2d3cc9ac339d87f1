"""An attachment that is no text turned into its pages: a PDF as it is, any other kind by way of a PDF."""

from __future__ import annotations

import posixpath
from dataclasses import replace

from kallelse.foreign.beside import told_beside
from kallelse.foreign.broken import BrokenError
from kallelse.foreign.kept import key_of
from kallelse.foreign.made import NotMadeError, pdf_file
from kallelse.model.filekinds import OFFICE
from kallelse.model.finding import Finding, Place, Severity, errors
from kallelse.model.foreign import Foreign
from kallelse.read.foreign import read_foreign
from kallelse.read.sources import Sources

_BESIDE = {
    "changes": ("office-changes", Severity.ERROR),
    "comments": ("office-comments", Severity.REMARK),
    "elsewhere": ("office-elsewhere", Severity.ERROR),
    "unseen": ("office-unseen", Severity.ERROR),
    "old": ("office-old", Severity.REMARK),
    "locked": ("foreign-locked", Severity.ERROR),
}


def read_made(path: str, sources: Sources) -> tuple[Foreign | None, tuple[Finding, ...]]:
    """The pages of the attachment `path`; None where it has none to show, or cannot be turned into a PDF."""
    file = sources.root / path
    name = {"file": posixpath.basename(path)}
    findings: tuple[Finding, ...] = ()
    try:
        if path.lower().endswith(OFFICE):
            told = (_BESIDE[each] for each in told_beside(file))
            findings = tuple(Finding(code, Place(path), name, severity) for code, severity in told)
            if errors(findings):
                return None, findings
        pdf = pdf_file(path, sources.root)
    except BrokenError:
        # What a library says of it is in no language of readers.
        return None, (*findings, Finding("foreign-not-whole", Place(path), name))
    except (NotMadeError, OSError) as error:
        code = "office-missing" if isinstance(error, NotMadeError) and error.no_program else "foreign-not-made"
        reason = (isinstance(error, OSError) and error.strerror) or str(error)
        return None, (*findings, Finding(code, Place(path), {**name, "reason": reason}))
    foreign, wrong = read_foreign(path, pdf)
    if foreign is not None and pdf != file:
        foreign = replace(foreign, made=True, digest=key_of(file))
    return foreign, (*findings, *wrong)
