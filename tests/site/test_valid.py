"""What the Nu Html Checker says of whole sites: nothing of the citizens' pages, and of others what is known."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from kallelse.model.meeting import Case, CaseKind, Document
from kallelse.model.text import Body

from tests.conftest import NuChecker
from tests.publish import archives, councils, longwords, records, sites
from tests.strategies.text import bodies
from tests.tools.vnu import Remark

# Material's two hidden boxes that open its menu without a script.
_OF_MATERIAL = (
    "Attribute “autocomplete” is only allowed when the input type is “color”, “date”, “datetime-local”, “email”, "
    "“hidden”, “month”, “number”, “password”, “range”, “search”, “tel”, “text”, “time”, “url”, or “week”."
)
# What the checker does not know yet: container queries (CSS Containment 3), places beside a button (CSS Anchor
# Positioning 1).
_NEW_IN_CSS = (
    "CSS: Unrecognized at-rule “@container”",
    "CSS: “container-type”: Property “container-type” doesn't exist.",
    "CSS: “position-area”: Property “position-area” doesn't exist.",
    "CSS: “position-try-fallbacks”: Property “position-try-fallbacks” doesn't exist.",
)


def _unknown(found: tuple[Remark, ...]) -> list[str]:
    """What stands in no list of what is known; Material's style sheets are not ours."""
    kept = []
    for one in found:
        of_material = one.file.startswith(("handbok/", "om.html")) and one.message == _OF_MATERIAL
        new_in_css = one.file.startswith("kallelse/") and one.message in _NEW_IN_CSS
        if not (of_material or new_in_css or one.file.startswith("assets/stylesheets/")):
            kept.append(str(one))
    return kept


def test_the_sample_is_valid_before_the_meeting_and_after(
    sample_site: Path, moved_site: Path, nu_checker: NuChecker
) -> None:
    assert _unknown(nu_checker(sample_site)) == []
    assert _unknown(nu_checker(moved_site, ("html",))) == []


def _bodies(count: int) -> list[Body]:
    """Texts of every kind and of any signs."""
    found: list[Body] = []

    @settings(max_examples=count, database=None)
    @given(bodies())
    def draw(body: Body) -> None:
        found.append(body)

    draw()
    return found


def _case(folder: str, number: int, body: Body) -> Case:
    case = archives.plain_case(folder, f"{number:03}-text", f"Ärende {number} <&\"'>", CaseKind.DECISION)
    letter = Document(case.path, case.address, case.title, body=body, preamble=body.blocks)
    return replace(case, letter=letter)


def test_texts_of_any_kind_are_valid(nu_checker: NuChecker, tmp_path: Path) -> None:
    folder = f"{archives.GSN}/2022-09-26"
    cases = [_case(folder, number, body) for number, body in enumerate(_bodies(120), start=1)]
    assert len({type(block) for case in cases if case.letter for block in case.letter.body.blocks}) > 8
    meeting = archives.meeting(archives.GSN, "2022-09-26", *archives.numbered(*cases))
    written = sites.write(tmp_path, archives.with_meeting(meeting))
    assert _unknown(nu_checker(written, ("html",))) == []


def test_made_up_sites_are_valid(nu_checker: NuChecker, tmp_path: Path) -> None:
    made_up = {
        "decided": (records.archive(), records.pdfs(), records.LATER),
        "council": (councils.council(), {}, records.LATER),
        "long words": (longwords.long_words(), {}, archives.AS_OF),
        "secret": (archives.with_meeting(archives.secret_meeting()), {}, archives.AS_OF),
    }
    for name, (archive, pdfs, as_of) in made_up.items():
        sites.write(tmp_path / name, archive, as_of=as_of, records=pdfs)
    assert _unknown(nu_checker(tmp_path, ("html",))) == []


def test_what_is_wrong_is_told(nu_checker: NuChecker, tmp_path: Path) -> None:
    wrong = "<!doctype html><html lang=sv><title>T</title><p style='colour: red' align=left><ul><p></ul>"
    (tmp_path / "fel sida å.html").write_text(wrong, encoding="utf-8")
    (tmp_path / "fel.css").write_text("p { colour: red; }", encoding="utf-8")
    (tmp_path / "fel.svg").write_text('<svg xmlns="http://www.w3.org/2000/svg"><p/></svg>', encoding="utf-8")
    policy = '<meta http-equiv="Content-Security-Policy" content="default-src \'self\'">'
    scripts = '<script src="a.js"></script><script src="https://other.example/b.js"></script>'
    inline = '<script type="application/ld+json">{}</script>\n\n\n\n<script>1</script>'
    stopped = f'<!doctype html><html lang="sv">{policy}<title>T</title>{scripts}\n\n{inline}'
    (tmp_path / "policy.html").write_text(stopped, encoding="utf-8")
    found = nu_checker(tmp_path)
    assert {one.file for one in found if one.kind == "error"} >= {"fel.css", "fel.svg"}
    assert len({one.message for one in found if "fel%20sida" in one.file or "fel sida" in one.file}) >= 3
    stopped_scripts = [one.message for one in found if one.file == "policy.html" and "script" in one.message]
    assert [("b.js" in message, "Inline script" in message) for message in stopped_scripts] == [
        (True, False),
        (False, True),
    ]
    with pytest.raises(RuntimeError, match="nothing to be checked"):
        nu_checker(tmp_path / "nowhere")
