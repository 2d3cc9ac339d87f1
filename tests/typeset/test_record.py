"""The PDFs of a record: what their pages say, that nothing is lost in them, that they hold what they claim."""

from __future__ import annotations

import io
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from kallelse.read.archive import read_archive
from kallelse.typeset.record.pdfs import typeset_record
from kallelse.typeset.source import source_of

from tests.typeset.records import GOLDEN, HEAD, MEETING, SAMPLE, sample, set_record, texts, written

_MINUTES = f"---\n{HEAD}adjusters: Bo Alm (M)\nadjusted: 2026-03-16\nkept: Rådhuset\n"
_POSTED = "postings: [{date: 2026-03-17}]\n"


@pytest.mark.parametrize("name", ["protokoll", "protokoll-paragraf-24", "anslagsbevis", "utdrag"])
def test_the_pages_of_the_samples_record_say_what_they_said(name: str) -> None:
    expected = (GOLDEN / f"{name}.txt").read_text(encoding="utf-8")
    assert texts()[name] == expected, "run: python -m tests.typeset.records, and read what has changed"


def test_the_contents_tell_the_page_on_which_each_paragraph_begins() -> None:
    meeting, made = sample()
    minutes = meeting.minutes
    assert minutes is not None
    pages = made.files[minutes.pdf].texts
    front = " ".join(pages[1].split())
    for paragraph in minutes.paragraphs:
        first = next(
            number
            for number, text in enumerate(pages, start=1)
            if " ".join(text.split()).startswith("Gemensamma servicenämnden Protokoll sida 1")
            and f"§ {paragraph.number} " in " ".join(text.split())[:90]
        )
        dnr = f" {paragraph.dnr.value}" if paragraph.dnr else ""
        assert f"§ {paragraph.number} {paragraph.title}{dnr} {first}" in front


def test_the_record_passes_verapdf_for_both_standards(
    tmp_path: Path, verapdf: Callable[[Sequence[Path]], Sequence[Any]]
) -> None:
    _, made = sample()
    paths = []
    for address, packet in made.files.items():
        paths.append(tmp_path / Path(address).name)
        paths[-1].write_bytes(packet.pdf)
    assert len(paths) == len(made.files) > 8
    verdicts = verapdf(paths)
    assert len(verdicts) == 2 * len(paths)
    assert [str(verdict) for verdict in verdicts if not verdict.passed] == []


def test_the_same_record_has_the_same_bytes_and_bears_the_day_of_its_adjustment() -> None:
    meeting, made = sample()
    _, again = set_record(SAMPLE, MEETING)
    assert {each: packet.pdf for each, packet in made.files.items()} == {
        each: packet.pdf for each, packet in again.files.items()
    }
    assert meeting.minutes is not None
    with pikepdf.open(io.BytesIO(made.files[meeting.minutes.pdf].pdf)) as document:
        # A correction is later than the adjustment of the rest.
        assert str(document.docinfo.CreationDate).startswith("D:20221004")
        assert str(document.docinfo.Title).startswith("Protokoll, Gemensamma servicenämnden, 2022-09-26")


@pytest.mark.parametrize("lost", ["side-heading(", "proposal(", "listed(", "contents-of(", "certified("])
def test_what_is_lost_of_a_record_is_found(monkeypatch: pytest.MonkeyPatch, lost: str) -> None:
    """A statement that comes to nothing stands for an engine that drops it without a word."""
    whole = source_of

    def without(statements: Sequence[str], *arguments: Any, **facts: Any) -> Any:
        blank = lost.removesuffix("(")
        dropped = [f"let {blank}(..all) = none", *statements[1:]]
        return whole([statements[0], *dropped], *arguments, **facts)

    monkeypatch.setattr("kallelse.typeset.record.pdfs.source_of", without)
    archive, _, _ = read_archive(SAMPLE)
    committee, meeting = next(each for each in archive.meetings() if each[1].path == f"{MEETING}/index.md")
    made, found = typeset_record(committee, meeting, archive.settings, SAMPLE, archive.addresses())
    assert made is None
    assert {each.code for each in found} == {"packet-lost"}
    assert {each.place.path for each in found} == {f"{MEETING}/minutes.md"}


def test_a_vote_of_many_has_its_head_again_on_the_next_page(tmp_path: Path) -> None:
    voters = "".join(f"Ledamot Nummer{number}: {'ja' if number % 2 else 'nej'}\n" for number in range(61))
    vote = f"```omröstning\nja: förslaget\nnej: avslag\n\n{voters}```\n"
    body = f"---\n\n## 1.\n\n### Beslut\n\nNämnden antar förslaget. {{bifall}}\n\n### Omröstning\n\n{vote}"
    meeting, made = set_record(written(tmp_path, _MINUTES + body))
    assert meeting.minutes is not None
    pages = made.files[meeting.minutes.pdf].texts
    heads = [" ".join(text.split()) for text in pages if "Ledamot Ja Nej Avstår" in " ".join(text.split())]
    assert len(heads) >= 2
    said = " ".join(" ".join(pages).split())
    assert all(f"Ledamot Nummer{number} " in said for number in range(61))
    assert "Summa 30 31 0" in said


def test_minutes_that_are_signed_apart_have_no_lines_to_sign_on(tmp_path: Path) -> None:
    body = "---\n\n## 1.\n\n### Beslut\n\nNämnden antar förslaget. {bifall}\n"
    on_paper = set_record(written(tmp_path / "a", _MINUTES + body))[1].files["nn/2026-03-09/protokoll.pdf"]
    signed = "signatures: [{name: Anna Ek, at: 2026-03-16 09:12, reference: abc-123}]\n"
    apart = set_record(written(tmp_path / "b", _MINUTES + signed + body))[1].files["nn/2026-03-09/protokoll.pdf"]
    assert "Ordförandens signatur" in on_paper.texts[0]
    assert "Ordförandens signatur" not in apart.texts[0]
    assert "Undertecknat av Anna Ek 16 mars 2026 09.12 (abc-123)." in " ".join(apart.texts[0].split())


def test_a_notice_that_was_not_put_up_has_no_proof(tmp_path: Path) -> None:
    body = "---\n\n## 1.\n\n### Beslut\n\nNämnden antar förslaget. {bifall}\n"
    names = {Path(each).name for each in set_record(written(tmp_path / "a", _MINUTES + body))[1].files}
    assert names == {"protokoll.pdf", "paragraf-1-utdrag.pdf"}
    posted = {Path(each).name for each in set_record(written(tmp_path / "b", _MINUTES + _POSTED + body))[1].files}
    assert posted == {*names, "anslagsbevis.pdf"}


@pytest.mark.parametrize(
    ("stubs", "in_contents", "pages"), [("none", False, 2), ("contents", True, 2), ("text", True, 3)]
)
def test_minutes_of_a_set_name_the_paragraphs_of_others_where_asked(
    tmp_path: Path, stubs: str, in_contents: bool, pages: int
) -> None:
    sets = f"sets: [{{paragraphs: 1, immediate: true, stubs: {stubs}}}, {{paragraphs: 2}}]\n"
    text = "".join(f"## {number}.\n\n### Beslut\n\nNämnden beslutar {number}. {{bifall}}\n\n" for number in (1, 2))
    _, made = set_record(written(tmp_path, f"{_MINUTES}{sets}---\n\n{text}", cases=2))
    alone = made.files["nn/2026-03-09/protokoll-paragraf-1.pdf"]
    said = " ".join(" ".join(alone.texts).split())
    assert ("§ 2 Ärende 2" in said) == in_contents
    assert "Nämnden beslutar 2." not in said
    assert ("Se separat protokoll." in said) == (stubs == "text")
    assert alone.pages.total == pages


def test_what_is_withheld_says_no_more_than_that_it_is(tmp_path: Path) -> None:
    root = written(tmp_path, _MINUTES + "---\n\n## 1. Hemlig titel\n\n### Beslut\n\nHemligt beslut.\n")
    case = root / "nn/2026-03-09/01-arende.md"
    case.write_text("---\ntitle: Hemlig titel\naccess: confidential\n---\nHemlig text.\n", encoding="utf-8")
    _, made = set_record(root)
    said = " ".join(text for packet in made.files.values() for text in packet.texts)
    assert "Hemlig" not in said
    assert "Paragrafen publiceras inte i sin helhet." in " ".join(said.split())
