"""A PDF turned into findings for what it carries besides its pages, which its reader gets without having been told."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable, Iterator, Sequence

import pikepdf

from kallelse.foreign.annotations import annotations_of, is_true
from kallelse.foreign.appearances import Undrawn
from kallelse.foreign.layers import hidden_names
from kallelse.foreign.nametree import named
from kallelse.model.finding import Finding, Place, Severity, listed

# Annotations that people write to each other; stamps, fields and links are part of a document.
_NOTES = frozenset(("/Text", "/FreeText", "/Highlight", "/Underline", "/Squiggly", "/StrikeOut", "/Ink", "/Caret"))
# Others are notes where somebody wrote in them; a link or a field is described there for who listens, and the rest of
# these is told of by itself.
_NO_NOTES = frozenset(("/Link", "/Widget", "/FileAttachment", "/Redact"))
_WRITTEN = ("/Contents", "/RC")
# Actions that run something on the reader's machine (ISO 32000-1, 12.6.4).
_ACTS = frozenset(("/JavaScript", "/Launch", "/ImportData", "/SubmitForm"))
_SCRIPT = "javascript:"
_UNSEEN = re.compile(r"[\s\x00-\x20\x7f]")
# What an object has to name to be worth a closer look.
_NAMED = re.compile(rb"/(?:EF|URI|JavaScript|Launch|ImportData|SubmitForm)\b")

# What a finding names before it says that there are more.
MOST_PAGES = 6
_MOST = 3
_MOST_LETTERS = 12


def trap_findings(path: str, document: pikepdf.Pdf) -> Iterator[Finding]:
    """Remarks on files inside the file, on what acts, on hidden layers, and on comments, which are seen once the pages
    are joined; an error where something was meant to be blacked out and is not.
    """
    name = {"file": posixpath.basename(path)}
    inside, acts = {file for file, _ in named(document, "/EmbeddedFiles")}, set()
    for each in _dictionaries(document):
        if isinstance(each.get("/EF"), pikepdf.Dictionary):
            inside.add(str(each.get("/UF", each.get("/F", "?"))))
        acts.add(_acts(each))
    if inside:
        words = {**name, "inside": listed(sorted(inside), _MOST)}
        yield Finding("foreign-inside", Place(path), words, Severity.REMARK)
    if any(acts):
        yield Finding("foreign-acts", Place(path), {**name, "acts": ", ".join(sorted(acts - {""}))}, Severity.REMARK)
    if hidden := hidden_names(document):
        words = {**name, "layers": listed(hidden, _MOST)}
        yield Finding("foreign-layers", Place(path), words, Severity.REMARK)
    if _is_filled_elsewhere(document):
        yield Finding("foreign-xfa", Place(path), name)
    if pages := _pages(document, _is_note):
        yield Finding("foreign-notes", Place(path), {**name, "pages": pages}, Severity.REMARK)
    if pages := _pages(document, lambda each: each.get("/Subtype") == pikepdf.Name.Redact):
        yield Finding("foreign-redact", Place(path), {**name, "pages": pages})


def undrawn_findings(path: str, undrawn: Sequence[Undrawn]) -> Iterator[Finding]:
    """Errors about what is seen where the file is opened and would be missing here."""
    name = {"file": posixpath.basename(path)}
    for code, some in (
        ("foreign-undrawn", [each for each in undrawn if not each.letters]),
        ("foreign-letters", [each for each in undrawn if each.letters]),
    ):
        if some:
            words = {**name, "pages": listed(sorted({each.page for each in some}), MOST_PAGES)}
            words["kinds"] = listed(sorted({each.kind.removeprefix("/") for each in some}), _MOST)
            words["letters"] = "".join(dict.fromkeys("".join(each.letters for each in some)))[:_MOST_LETTERS]
            yield Finding(code, Place(path), words)


def _dictionaries(document: pikepdf.Pdf) -> Iterator[pikepdf.Object]:
    """Every dictionary of the file that may carry a file or act, wherever it hangs: a reader need not find it."""
    for each in document.objects:
        top = each.stream_dict if isinstance(each, pikepdf.Stream) else each
        if not isinstance(top, pikepdf.Dictionary | pikepdf.Array) or not _NAMED.search(top.unparse(resolved=True)):
            continue
        left = [top]
        while left:
            one = left.pop()
            if isinstance(one, pikepdf.Dictionary):
                yield one
            within = one.values() if isinstance(one, pikepdf.Dictionary) else one
            left += [
                inner
                for inner in within
                if isinstance(inner, pikepdf.Dictionary | pikepdf.Array) and not inner.is_indirect
            ]


def _is_filled_elsewhere(document: pikepdf.Pdf) -> bool:
    """Whether its pages only ask to wait for what one program alone makes of a form (XFA)."""
    form = document.Root.get("/AcroForm")
    if not isinstance(form, pikepdf.Dictionary) or "/XFA" not in form:
        return False
    fields = form.get("/Fields")
    has_own = isinstance(fields, pikepdf.Array) and len(fields) > 0
    return is_true(document.Root.get("/NeedsRendering")) or not has_own


def _acts(action: pikepdf.Object) -> str:
    """How an action is named that runs something; empty for any other dictionary."""
    kind = str(action.get("/S"))
    if kind == "/URI":
        return _SCRIPT if _UNSEEN.sub("", str(action.get("/URI"))).lower().startswith(_SCRIPT) else ""
    return kind.removeprefix("/") if kind in _ACTS else ""


def _pages(document: pikepdf.Pdf, is_meant: Callable[[pikepdf.Object], bool]) -> str:
    """The pages with an annotation that is meant, by number; empty for none."""
    found = (
        number
        for number, page in enumerate(document.pages, start=1)
        if any(isinstance(each, pikepdf.Dictionary) and is_meant(each) for each in annotations_of(page))
    )
    return listed(found, MOST_PAGES)


def _is_note(annotation: pikepdf.Object) -> bool:
    kind = str(annotation.get("/Subtype"))
    written = any(str(annotation.get(key, "")).strip() for key in _WRITTEN)
    return kind in _NOTES or (written and kind not in _NO_NOTES)
