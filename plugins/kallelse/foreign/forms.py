"""A page of a flat PDF into a form that another page can draw (ISO 32000-1, 8.10)."""

from __future__ import annotations

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
    form = page.as_form_xobject()
    content = page.obj.get("/Contents")
    if not isinstance(content, pikepdf.Stream) or content.objgen in taken or _is_more(content):
        return form
    taken.add(content.objgen)
    for name in form.stream_dict.keys() - _OF_THE_BYTES:
        content.stream_dict[name] = form.stream_dict[name]
    return content


def _is_more(content: pikepdf.Stream) -> bool:
    """Whether a stream says of itself what only a form does, or a pattern, which something else may draw it as."""
    return bool(content.stream_dict.keys() - _OF_THE_BYTES)
