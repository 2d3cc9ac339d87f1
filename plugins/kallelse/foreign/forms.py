"""A page of a flat PDF into a form that another page can draw (ISO 32000-1, 8.10)."""

from __future__ import annotations

import copy

import pikepdf

# How the bytes of a stream are written (7.3.8.2), which belongs to them alone.
_OF_THE_BYTES = frozenset(("/Length", "/Filter", "/DecodeParms", "/F", "/FFilter", "/FDecodeParms", "/DL"))


def page_form(page: pikepdf.Page, into: pikepdf.Pdf, taken: set[tuple[int, int]]) -> pikepdf.Object:
    """`page` as a form of the document `into`; `taken` are the streams that pages before it have become.

    Raises pikepdf.PdfError where its content cannot be read.
    """
    # What is tagged in its own document is not in another.
    if "/StructParents" in page.obj:
        del page.obj["/StructParents"]
    return into.copy_foreign(_form(page, taken))


def check_forms(document: pikepdf.Pdf) -> None:
    """Makes every page a form, for nothing but to raise here what `page_form` would raise for one."""
    taken: set[tuple[int, int]] = set()
    aside = pikepdf.new()
    for page in document.pages:
        page_form(page, aside, taken).read_bytes()


def _form(page: pikepdf.Page, taken: set[tuple[int, int]]) -> pikepdf.Object:
    """The page as a form: its own stream of content where it has one to itself, which need not be packed anew."""
    content = page.obj.get("/Contents")
    if not isinstance(content, pikepdf.Stream) or content.objgen in taken or _is_more(content):
        return page.as_form_xobject()
    taken.add(content.objgen)
    for name, value in (_as_it_lies(page) or _as_qpdf_makes_it(page)).items():
        content.stream_dict[name] = value
    return content


def _as_it_lies(page: pikepdf.Page) -> dict[str, pikepdf.Object]:
    """What a form says of a page that is neither turned nor scaled, as of nearly all; none of another."""
    own, box = page.obj, page.trimbox
    if own.get("/Rotate", 0) != 0 or "/UserUnit" in own or "/Resources" not in own or len(box) != 4:
        return {}
    shared = {name: own[name] for name in ("/Resources", "/Group") if name in own}
    if not all(isinstance(each, pikepdf.Dictionary) for each in shared.values()):
        return {}
    told = {"/Type": pikepdf.Name.XObject, "/Subtype": pikepdf.Name.Form, "/BBox": box}
    # A stream has its own, which may be changed without the page's.
    return told | {name: copy.copy(each) for name, each in shared.items()}


def _as_qpdf_makes_it(page: pikepdf.Page) -> dict[str, pikepdf.Object]:
    form = page.as_form_xobject().stream_dict
    return {name: form[name] for name in form.keys() - _OF_THE_BYTES}


def _is_more(content: pikepdf.Stream) -> bool:
    """Whether a stream says of itself what only a form does, or a pattern, which something else may draw it as."""
    return bool(content.stream_dict.keys() - _OF_THE_BYTES)
