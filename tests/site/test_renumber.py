"""`kallelse issue --renumber`: all pages are counted anew, and everybody is told which they were."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests import foreign
from tests.folders import written
from tests.site.builds import kallelse
from tests.site.issues import FOLDER, codes, declare, index, issue, sent


def pdf_words(file: Path) -> str:
    return " ".join(foreign.words_of(file.read_bytes()).split())


def add_late_paper(folder: Path) -> None:
    written(folder / "meetings" / FOLDER, {"02-budget/bilaga-3-sen.md": "---\ntitle: Sen\n---\n\nSent.\n"})
    declare(folder, "02-budget/bilaga-3-sen.md: Kom in sent.")


def withdraw(folder: Path) -> bytes:
    """Takes a paper away, and says so; what was in it."""
    paper = folder / "meetings" / FOLDER / "02-budget/bilaga-1-ramar.md"
    content = paper.read_bytes()
    paper.unlink()
    declare(folder, "02-budget/bilaga-1-ramar.md: Drogs tillbaka, withhold: false")
    return content


def declare_again(folder: Path, document: str, day: str, withhold: str = "true") -> None:
    """One change more, of which the earlier issues may not be shown, or may."""
    text = index(folder).read_text(encoding="utf-8")
    line = f"  - {{document: {document}, date: {day}, reason: Rättat, withhold: {withhold}}}\n"
    index(folder).write_text(text.replace("issued:", line + "issued:"), encoding="utf-8")


def test_renumbering_counts_anew_and_tells_old_and_new_pages(folder: Path) -> None:
    sent(folder)
    add_late_paper(folder)
    said = issue(folder, "--renumber", "--date", "2022-09-22")
    rows = [
        ("2", "2", "Ärende 2, Tjänsteskrivelse Budget"),
        ("3", "3", "Ärende 2, Bilaga 1 Ramar"),
        ("4", "4", "Ärende 2, Bilaga 2 Priser"),
        ("5", "6", "Ärende 3, Tjänsteskrivelse Centrum"),
    ]
    assert re.findall(r"^  (\S+) → (\S+)  (.*)$", said, re.MULTILINE) == rows
    assert codes(folder) == []
    assert kallelse(folder, "build").status == 0
    site = folder / "site" / FOLDER
    assert (site / "kallelse.pdf").read_bytes() == (folder / "meetings" / FOLDER / "issues/2.pdf").read_bytes()
    assert (site / "utskick-1-kallelse.pdf").read_bytes() == (
        folder / "meetings" / FOLDER / "issues/1.pdf"
    ).read_bytes()
    html = (site / "index.html").read_text(encoding="utf-8")
    page = re.sub(r'<span class="k-vh">[^<]*</span>|<[^>]*>', " ", html)
    for told in (" ".join(text.split()) for text in (pdf_words(site / "kallelse.pdf"), page)):
        assert "Sidorna numrerades om 22 september 2022: nya nummer sedan utskick 1, 19 september 2022" in told
        for old, new, name in rows:
            assert f"{name} {old} {new}" in told


def test_what_was_withdrawn_has_no_page_once_all_are_counted_anew(folder: Path) -> None:
    sent(folder)
    withdraw(folder)
    assert kallelse(folder, "build").status == 0
    pdf = folder / "site" / FOLDER / "kallelse.pdf"
    (told,) = re.findall(r"Utgår: [^.]*? sida \d", foreign.words_of(pdf.read_bytes()))
    issue(folder, "--renumber", "--date", "2022-09-22")
    assert kallelse(folder, "build").status == 0
    words = foreign.words_of(pdf.read_bytes())
    assert "Utgår: " in words
    assert told not in words
    assert pdf.read_bytes() == (folder / "meetings" / FOLDER / "issues/2.pdf").read_bytes()


def test_a_cover_that_the_new_numbers_make_longer_tells_those_that_its_pages_have(folder: Path) -> None:
    many = {
        f"02-budget/bilaga-{number}-{number}.md": f"---\ntitle: Del {number}\n---\n\nText.\n" for number in range(3, 60)
    }
    written(folder / "meetings" / FOLDER, many)
    issue(folder, "--date", "2022-09-19")
    written(folder / "meetings" / FOLDER, {"02-budget/bilaga-60-sen.md": "---\ntitle: Sen\n---\n\nSent.\n"})
    declare(folder, "02-budget/bilaga-60-sen.md: Kom in sent.")
    said = issue(folder, "--renumber", "--date", "2022-09-22")
    moved = re.findall(r"^  (\S+) → (\S+)  .*$", said, re.MULTILINE)
    steps = [int(new.partition("–")[0]) - int(old.partition("–")[0]) for old, new in moved]
    # The cover got further pages, so that even what comes before the late paper stands elsewhere.
    assert steps[0] > 0
    assert steps == [steps[0]] * (len(moved) - 1) + [steps[0] + 1]
    assert kallelse(folder, "build").status == 0
    built = folder / "site" / FOLDER / "kallelse.pdf"
    words = pdf_words(built)
    assert built.read_bytes() == (folder / "meetings" / FOLDER / "issues/2.pdf").read_bytes()
    assert all(f"Del {n} {old} {new}" in words for n, (old, new) in enumerate(moved[3:-1], start=3))
    assert codes(folder) == []


def test_what_became_confidential_has_no_name_among_the_new_numbers(folder: Path) -> None:
    sent(folder)
    file = folder / "meetings" / FOLDER / "02-budget/bilaga-1-ramar.md"
    file.write_text(
        file.read_text(encoding="utf-8").replace("---\n", "---\naccess: confidential\n", 1), encoding="utf-8"
    )
    declare(folder, "02-budget/bilaga-1-ramar.md: Omfattas av sekretess.")
    said = issue(folder, "--renumber", "--date", "2022-09-22")
    assert ("3", "–", "Ärende 2, en handling") in re.findall(r"^  (\S+) → (\S+)  (.*)$", said, re.MULTILINE)
    assert kallelse(folder, "build").status == 0
    site = folder / "site" / FOLDER
    assert "Ramar" not in pdf_words(site / "kallelse.pdf")
    assert "Ramar" not in (site / "index.html").read_text(encoding="utf-8")


def test_counting_anew_what_stands_where_it_did_tells_of_no_new_numbers(folder: Path) -> None:
    sent(folder)
    written(folder / "meetings" / FOLDER, {"04-nytt.md": "---\ntitle: Nytt\n---\n\n## Sammanfattning\n\nText.\n"})
    declare(folder, "04-nytt.md: Kom in sent.")
    assert "nya nummer" not in issue(folder, "--renumber", "--date", "2022-09-22")
    assert "numrerades om" not in pdf_words(folder / "meetings" / FOLDER / "issues/2.pdf")


def test_what_was_withheld_as_it_was_has_its_name_of_today_among_the_new_numbers(folder: Path) -> None:
    meeting = folder / "meetings" / FOLDER
    case = (meeting / "03-centrum.md").read_text(encoding="utf-8")
    written(meeting, {"03-centrum.md": case.replace("title: Centrum", "title: Hemlig rubrik")})
    issue(folder, "--date", "2022-09-19")
    add_late_paper(folder)
    issue(folder, "--renumber", "--date", "2022-09-22")
    written(meeting, {"03-centrum.md": case})
    declare_again(folder, "03-centrum.md", "2022-09-23")
    assert codes(folder) == []
    assert kallelse(folder, "build").status == 0
    site = folder / "site" / FOLDER
    words = pdf_words(site / "kallelse.pdf")
    assert "Ärende 3, Tjänsteskrivelse Centrum 5 6" in words
    assert "Hemlig" not in words + (site / "index.html").read_text(encoding="utf-8")
    assert list(site.glob("utskick-*")) == []


def test_pages_that_a_withheld_document_left_bear_no_name(folder: Path) -> None:
    sent(folder)
    withdraw(folder)
    issue(folder, "--date", "2022-09-22")
    said = issue(folder, "--renumber", "--date", "2022-09-23")
    assert "3 → –  Ärende 2, Bilaga 1 Ramar" in said
    text = index(folder).read_text(encoding="utf-8")
    index(folder).write_text(text.replace("withhold: false", "withhold: true"), encoding="utf-8")
    assert kallelse(folder, "build").status == 0
    site = folder / "site" / FOLDER
    words = pdf_words(site / "kallelse.pdf")
    assert "Ärende 2, en handling 3 –" in words
    assert "Ramar" not in words + (site / "index.html").read_text(encoding="utf-8")
    # The cover of the last has it among the old numbers.
    assert list(site.glob("utskick-*")) == []


def test_what_was_withdrawn_and_is_there_again_has_no_dash(folder: Path) -> None:
    sent(folder)
    content = withdraw(folder)
    issue(folder, "--date", "2022-09-22")
    written(folder / "meetings" / FOLDER, {"02-budget/bilaga-1-ramar.md": content})
    declare_again(folder, "02-budget/bilaga-1-ramar.md", "2022-09-23", "false")
    said = issue(folder, "--renumber", "--date", "2022-09-23")
    assert "–" not in said
    assert "Ingen sida har fått nytt nummer." in said


@pytest.mark.parametrize(("old", "new"), [("    renumbered: true\n", ""), ("  - date: 2022-09-19\n", None)])
def test_a_record_that_says_otherwise_who_was_counted_anew_is_told(folder: Path, old: str, new: str | None) -> None:
    sent(folder)
    add_late_paper(folder)
    issue(folder, "--renumber", "--date", "2022-09-22")
    record = folder / "meetings" / FOLDER / "issues/issues.yml"
    text = record.read_text(encoding="utf-8")
    assert old in text
    record.write_text(text.replace(old, f"{old}    renumbered: true\n" if new is None else new, 1), encoding="utf-8")
    assert codes(folder) == ["issue-record"]


def test_where_the_table_alone_keeps_pages_in_their_places_none_is_counted_anew(folder: Path) -> None:
    long, short = ("\n" + "\n\n".join(f"Stycke {number} om mötet." for number in range(many)) for many in (24, 5))
    text = index(folder).read_text(encoding="utf-8")
    index(folder).write_text(text + long + "\n", encoding="utf-8")
    issue(folder, "--date", "2022-09-19")
    index(folder).write_text(index(folder).read_text(encoding="utf-8").replace(long, short), encoding="utf-8")
    declare(folder, "index.md: Kortare text.")
    assert "Ingen sida har fått nytt nummer." in issue(folder, "--renumber", "--date", "2022-09-22")
    assert codes(folder) == []
    assert kallelse(folder, "build").status == 0
    built = folder / "site" / FOLDER / "kallelse.pdf"
    assert built.read_bytes() == (folder / "meetings" / FOLDER / "issues/2.pdf").read_bytes()
    assert "numrerades om" not in pdf_words(built)
    assert "Sida 3 av 6" in pdf_words(built)
