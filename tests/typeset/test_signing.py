"""Who signs minutes and extracts, on what lines, and that no page holds signatures alone."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from kallelse.model.paper import A4, POINTS

from tests.typeset.records import HEAD, set_record, written
from tests.typeset.spots import letters

ADJUSTERS = "adjusters: [Bo Alm (M), Eva Lind (C)]\n"
ADJUSTED = "adjusted: 2026-03-16\n"
DECISION = "### Beslut\n\nNämnden antar förslaget. {bifall}\n\n"
MINUTES = "nn/2026-03-09/protokoll.pdf"


def pages_of(root: Path, text: str, address: str = MINUTES, cases: int = 1) -> list[str]:
    _, made = set_record(written(root, text, cases))
    return [" ".join(page.split()) for page in made.files[address].texts]


@pytest.mark.parametrize("adjusters", ["[Bo Alm (M)]", "[Bo Alm (M), Eva Lind (C)]", "[Bo Alm, Eva Lind, Anna Ek]"])
def test_the_lines_of_all_who_sign_stand_within_the_text(tmp_path: Path, adjusters: str) -> None:
    people = HEAD.replace("Siv Sund", "Siv Sund-Wallin Wideström")
    text = f"---\n{people}chair: Ulf Ek (S)\nadjusters: {adjusters}\n{ADJUSTED}---\n\n## 1.\n\n{DECISION}"
    _, made = set_record(written(tmp_path, text))
    for page in letters(made.files[MINUTES].pdf):
        assert max(spot.right for spot in page) < A4[0] - 24 * POINTS + 1


def test_each_who_adjusts_has_a_line_on_every_page(tmp_path: Path) -> None:
    body = f"---\n\n## 1.\n\n{DECISION}"
    two = pages_of(tmp_path / "a", f"---\n{HEAD}{ADJUSTERS}{ADJUSTED}{body}")
    one = pages_of(tmp_path / "b", f"---\n{HEAD}adjusters: Bo Alm (M)\n{ADJUSTED}{body}")
    assert [page.count("Ordförandens signatur Justerarens signatur Justerarens signatur Sida") for page in two] == [
        1
    ] * len(two)
    assert [page.count("Justerarens signatur") for page in one] == [1] * len(one)


@pytest.mark.parametrize("corrections", [0, 2])
def test_what_certifies_an_extract_has_some_of_its_text_on_its_page(tmp_path: Path, corrections: int) -> None:
    lengths = range(10, 46, 2)
    told = "".join(
        f"  - {{paragraph: {number}, date: 2026-03-20, by: Siv Sund, text: Rätt dag.}}\n"
        for number in range(1, len(lengths) + 1)
        for _ in range(corrections)
    )
    corrected = f"corrections:\n{told}" if told else ""
    text = f"---\n{HEAD}adjusters: Bo Alm (M)\n{ADJUSTED}{corrected}---\n"
    for number, length in enumerate(lengths, start=1):
        filler = "\n\n".join(["Stycke."] * length)
        text += f"\n## {number}.\n\n{DECISION}### Ärendets behandling\n\n{filler}\n\n"
    _, made = set_record(written(tmp_path, text, len(lengths)))
    last = [packet.texts[-1] for address, packet in made.files.items() if address.endswith("-utdrag.pdf")]
    assert len(last) == len(lengths)
    assert all("Utdragets riktighet intygas" in page and "Stycke." in page for page in last)
    assert 0 < sum("sida 2 av 2" in page for page in last) < len(last)


@pytest.mark.parametrize("corrections", [0, 3, 40])
def test_who_signs_minutes_has_some_of_the_text_above_on_their_page(tmp_path: Path, corrections: int) -> None:
    told = "  - {date: 2026-03-20, by: Siv Sund, text: Rätt dag.}\n" * corrections
    corrected = f"corrections:\n{told}" if told else ""
    parted = 0
    for count in range(16, 27):
        others = "others:\n" + "".join(f"  - Person Nummer{number}\n" for number in range(count))
        text = f"---\n{HEAD}{others}{ADJUSTERS}{ADJUSTED}{corrected}---\n\n## 1.\n\n{DECISION}"
        pages = pages_of(tmp_path / str(count), text)
        (signed,) = [page for page in pages if "Bo Alm justerare" in page]
        assert ("Rätt dag." if corrections else "justerar tillsammans") in signed
        parted += signed is not pages[0]
    assert parted


def test_what_is_not_signed_apart_is_signed_by_those_who_adjust_it(tmp_path: Path) -> None:
    digital = "{paragraphs: 1, immediate: true, adjusters: [Eva Lind (C)], signatures: [{name: Anna Ek}]}"
    sets = f"sets: [{digital}, {{paragraphs: 2-3, adjusters: [Bo Alm (M)]}}]\n"
    body = "".join(f"\n## {number}.\n\n{DECISION}" for number in (1, 2, 3))
    pages = pages_of(tmp_path, f"---\n{HEAD}chair: Anna Ek (S)\n{ADJUSTED}{sets}---\n{body}", cases=3)
    said = " ".join(pages)
    assert "Undertecknat av Anna Ek. §§ 2–3" in said
    assert "Anna Ek ordförande, §§ 2–3 Bo Alm justerare, §§ 2–3" in said
    assert "Siv Sund sekreterare, §§ 2–3" in said
    assert "Eva Lind justerare" not in said
    assert "Ordförandens signatur" not in said


def test_who_led_the_meeting_is_told_so_among_those_who_decided(tmp_path: Path) -> None:
    members = "members: [Anna Ek (S), Bo Alm (M), 'Eva Lind (C), vice ordförande']\n"
    front = f"start: 2026-03-09 13:00\nend: 2026-03-09 14:00\nsecretary: Siv Sund\n{members}{ADJUSTERS}{ADJUSTED}"
    body = f"---\n\n## 1.\n\n{DECISION}"
    (page, *_) = pages_of(tmp_path / "a", f"---\n{front}chair: Anna Ek (S), ordförande\n{body}")
    assert "Beslutande Anna Ek (S) ordförande Bo Alm (M) ledamot Eva Lind (C) vice ordförande" in page
    chairs = "chair: ['Bo Alm (M), § 1', 'Eva Lind (C), § 2']\n"
    (page, *_) = pages_of(tmp_path / "b", f"---\n{front}{chairs}{body}## 2.\n\n{DECISION}", cases=2)
    assert "Anna Ek (S) ledamot Bo Alm (M) ordförande § 1 Eva Lind (C) vice ordförande" in page


def test_sets_with_sittings_of_their_own_are_told_with_them_in_the_whole(tmp_path: Path) -> None:
    sets = (
        "sets:\n  - {paragraphs: '1', adjusted: 2026-03-16}\n"
        "  - {paragraphs: '2', adjusted: 2026-03-16, start: 2026-03-09 17:00, end: 2026-03-09 17:30, place: Sal B}\n"
    )
    text = f"---\n{HEAD}{ADJUSTERS}{sets}---\n\n## 1.\n\n{DECISION}## 2.\n\n{DECISION}"
    own = "måndag 9 mars 2026 klockan 17.00–17.30, Sal B"
    whole = pages_of(tmp_path / "a", text, cases=2)[0]
    assert f"måndag 9 mars 2026 klockan 13.00–14.00 § 2: {own}" in whole
    part = pages_of(tmp_path / "b", text, MINUTES.replace(".pdf", "-paragraf-2.pdf"), 2)[0]
    assert own in part
    assert "13.00" not in part


@pytest.mark.parametrize(
    ("form", "said"),
    [
        ("in_person", "måndag 9 mars 2026 klockan 09.00–16.00 tisdag 10 mars 2026 klockan 09.00–12.00 Plats"),
        ("circulation", "måndag 9 mars 2026 Plats Per capsulam"),
    ],
)
def test_a_meeting_held_as_it_was_called_tells_each_sitting(tmp_path: Path, form: str, said: str) -> None:
    people = f"form: {form}\nplace:" + HEAD.partition("\nplace:")[2]
    root = written(tmp_path, f"---\n{people}{ADJUSTERS}{ADJUSTED}---\n\n## 1.\n\n{DECISION}")
    called = "{start: 2026-03-09 09:00, end: 2026-03-09 16:00}, {start: 2026-03-10 09:00, end: 2026-03-10 12:00}"
    index = root / "nn/2026-03-09/index.md"
    index.write_text(index.read_text("utf-8").replace("start: 2026-03-09 13:00", f"sittings: [{called}]"), "utf-8")
    _, made = set_record(root)
    first = " ".join(made.files[MINUTES].texts[0].split())
    assert said in first


def test_who_signs_a_set_is_who_led_and_adjusted_it(tmp_path: Path) -> None:
    chairs = "chair:\n  - Anna Ek (S), ordförande, § 1\n  - Bo Alm (M), vice ordförande, § 2\n"
    sets = (
        "sets:\n  - {paragraphs: '1', adjusted: 2026-03-16, adjusters: Bo Alm (M)}\n"
        "  - {paragraphs: '2', adjusted: 2026-03-16, adjusters: [Eva Lind (C)]}\n"
    )
    text = f"---\n{HEAD}{chairs}{sets}---\n\n## 1.\n\n{DECISION}## 2.\n\n{DECISION}"
    _, made = set_record(written(tmp_path, text, 2))

    def signed(address: str) -> str:
        page = " ".join(made.files[address].texts[0].replace("\N{NO-BREAK SPACE}", " ").split())
        return page.partition("justerar tillsammans med ordföranden. ")[2].rpartition(" Innehåll")[0]

    parts = [MINUTES.replace(".pdf", f"-paragraf-{number}.pdf") for number in (1, 2)]
    assert [signed(part).partition("16 mars 2026. ")[2] for part in parts] == [
        "Anna Ek ordförande, § 1 Bo Alm justerare Siv Sund sekreterare",
        "Bo Alm ordförande, § 2 Eva Lind justerare Siv Sund sekreterare",
    ]
    assert signed(MINUTES).rpartition("16 mars 2026. ")[2] == (
        "Anna Ek ordförande, § 1 Bo Alm ordförande, § 2; justerare, § 1 Eva Lind justerare, § 2 Siv Sund sekreterare"
    )


def test_an_extract_tells_the_corrections_of_the_whole_and_has_the_day_of_its_own(tmp_path: Path) -> None:
    corrections = (
        "corrections:\n  - {date: 2026-03-18, by: Siv Sund, text: Eva Lind var inte med.}\n"
        "  - {paragraph: 2, date: 2026-03-20, by: Siv Sund, text: Rätt dag.}\n"
    )
    text = f"---\n{HEAD}{ADJUSTERS}{ADJUSTED}{corrections}---\n\n## 1.\n\n{DECISION}## 2.\n\n{DECISION}"
    _, made = set_record(written(tmp_path, text, 2))
    for number, day in ((1, "20260318"), (2, "20260320")):
        extract = made.files[f"nn/2026-03-09/paragraf-{number}-utdrag.pdf"]
        said = " ".join(" ".join(extract.texts).split())
        assert said.count("18 mars 2026, Siv Sund: Eva Lind var inte med.") == 1
        assert said.count("20 mars 2026, Siv Sund: Rätt dag.") == number - 1
        with pikepdf.open(BytesIO(extract.pdf)) as document:
            assert str(document.docinfo.CreationDate).startswith(f"D:{day}")
    whole = " ".join(" ".join(made.files[MINUTES].texts).split())
    assert whole.count("Eva Lind var inte med.") == 1


@pytest.mark.parametrize(
    ("boards", "posted", "said"),
    [
        ("[Sjövik]", "{date: 2026-03-17}", "sattes upp 17 mars 2026 Sista"),
        ("[Sjövik, Ekvik]", "{board: Sjövik, date: 2026-03-17}", "sattes upp Sjövik: 17 mars 2026 Anslaget får"),
    ],
)
def test_a_notice_that_is_not_on_every_board_yet_says_on_which_it_is(
    tmp_path: Path, boards: str, posted: str, said: str
) -> None:
    root = written(tmp_path, f"---\n{HEAD}{ADJUSTERS}{ADJUSTED}postings: {posted}\n---\n\n## 1.\n\n{DECISION}")
    (root / "nn/index.md").write_text(f"---\ntitle: Nämnden\nboards: {boards}\n---\n", encoding="utf-8")
    _, made = set_record(root)
    proof = " ".join(made.files["nn/2026-03-09/anslagsbevis.pdf"].texts[0].split())
    assert said in proof
