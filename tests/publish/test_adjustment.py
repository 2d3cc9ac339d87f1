"""What the pages tell of a record as it is adjusted, announced, corrected and appealed, and of nothing before."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest
from kallelse.model.law import Appeal
from kallelse.model.published import published
from kallelse.model.record import Adjustment, Posting, Signature

from tests.publish import archives, records, sites
from tests.publish.recordpages import MEETING, PAGES, with_minutes, with_paragraph
from tests.publish.sites import read


@pytest.mark.parametrize("as_of", ["2022-09-25", "2022-09-26", "2022-10-02", "2022-10-03", "2022-10-10"])
def test_no_page_tells_of_what_is_not_adjusted(as_of: str) -> None:
    day = dt.date.fromisoformat(as_of)
    for pages in (
        sites.by_address(records.archive(), as_of=day),
        {page.address: page for page in sites.pages(records.archive(), {}, day)},
    ):
        numbers = (
            {24} if "2022-09-26" <= as_of < "2022-10-03" else {21, 22, 23, 24, 25, 26} if as_of > "2022-10" else ()
        )
        own = [address for address in pages if address.startswith(f"{MEETING}/paragraf-")]
        assert own == [f"{MEETING}/paragraf-{number}.html" for number in numbers]
        assert (f"{MEETING}/protokoll.html" in pages) == bool(numbers)
        told = [page.address for page in pages.values() if "redovisa åtgärder" in page.html]
        assert bool(told) == (23 in numbers)


def test_no_pdf_is_published_of_what_is_not_adjusted() -> None:
    made = records.pdfs()
    partly = published(records.archive(), records.NEXT_DAY)
    assets = {each.address for each in sites.assets(partly, {}, sites.read_bytes, records=made)}
    assert f"{MEETING}/paragraf-24-utdrag.pdf" in assets
    hidden = published(records.archive(), dt.date(2022, 9, 25))
    assets = {each.address for each in sites.assets(hidden, {}, sites.read_bytes, records=made)}
    assert [address for address in assets if address.endswith(".pdf")] == []


def test_while_a_set_is_not_adjusted_the_meeting_says_which_paragraphs_are_left() -> None:
    pages = sites.by_address(records.archive(), archives.packets(), records.NEXT_DAY)
    shown = read(pages[f"{MEETING}/index.html"])
    assert "Det gäller §§ 21–23, 25–26, som visas här när de är justerade." in shown
    assert "- Justering senast 10 okt" in shown
    assert "Protokoll § 24 <protokoll.html>" in shown
    record = read(pages[f"{MEETING}/protokoll.html"])
    assert "§ 24" in record
    # He came when what is adjusted was over.
    assert "Mats Öberg (S) §§ 25–26" not in record
    assert "13.15–14.40" not in record


def test_on_the_day_itself_an_immediate_adjustment_is_shown_and_the_meeting_is_held() -> None:
    pages = sites.by_address(records.archive(), as_of=dt.date(2022, 9, 26))
    shown = read(pages[f"{MEETING}/index.html"])
    assert "- Hållet (klart) 26 sep" in shown
    assert "§ 24 <paragraf-24.html> Bifall" in shown


def test_an_adjusted_meeting_shows_its_minutes_first_and_what_became_of_each_case() -> None:
    shown = read(PAGES[f"{MEETING}/index.html"])
    assert shown.index("Protokoll §§ 21–26 <protokoll.html>") < shown.index("Kallelse med handlingar")
    assert "- Justerat (klart) 3 okt" in shown
    assert "Handlingarna är förslag" not in shown
    assert "- § 23 <paragraf-23.html> Ändrat" in shown
    assert "PDF, 11 sidor, 286 kB <protokoll.pdf>" in shown
    assert "senast 26 oktober 2022, §§ 21–23, 25–26" in shown


def test_without_adjusted_minutes_a_case_is_as_before_the_meeting_was_recorded() -> None:
    made = records.minutes()
    unsigned = replace(made, sets=tuple(replace(one, adjustment=Adjustment()) for one in made.sets))
    plain, pages = (
        sites.by_address(each, archives.packets(), dt.date(2022, 9, 28))
        for each in (with_minutes(None), with_minutes(unsigned))
    )
    assert pages == plain
    assert "Behandlades måndag 26 september 2022. Beslutet står i protokollet." in read(
        pages[f"{MEETING}/03-rapportering/index.html"]
    )


def test_every_set_tells_its_adjustment_and_its_signatures() -> None:
    made = records.minutes()
    first, second = made.sets
    signature = Signature("Karin Ahlström", dt.datetime(2022, 9, 26, 17, 50), "A1B2")
    signing = replace(first.adjustment, time=dt.time(17, 50), place="Kommunhuset", signatures=(signature,))
    archive = with_minutes(replace(made, sets=(replace(first, adjustment=signing), second)))
    shown = read(sites.by_address(archive, as_of=records.LATER)[f"{MEETING}/protokoll.html"])
    assert "26 september 2022 kl. 17.50\nomedelbar justering\n" in shown
    assert "Karin Ahlström, 26 september 2022 kl. 17.50, A1B2" in shown
    assert "4 oktober 2022, Norrsala\n5 oktober 2022, Ekvik" in shown


def test_sets_are_told_in_the_order_of_their_days_each_as_what_it_is() -> None:
    made = records.minutes()
    first, second = made.sets
    gone = tuple(replace(each, removed=dt.date(2022, 10, 27)) for each in second.postings)
    paragraphs = tuple(replace(each, appeal=Appeal.NONE) if each.number == 21 else each for each in made.paragraphs)
    sets = (first, replace(second, postings=gone))

    def told(as_of: dt.date) -> list[str]:
        archive = with_minutes(replace(made, sets=sets, paragraphs=paragraphs))
        shown = read(sites.by_address(archive, as_of=as_of)[f"{MEETING}/protokoll.html"]).partition("## Justering")[2]
        at_once, _, rest = shown.partition("## Rättelser")[0].partition("### §§ 21–23, 25–26")
        return [rest, at_once.partition("### § 24")[2]]

    rest, at_once = told(dt.date(2022, 10, 27))
    assert "omedelbar" in at_once
    assert rest
    assert "omedelbar" not in rest
    # Of which some cannot be appealed it is told on the pages of each.
    assert "Överklagas" not in rest
    assert "18 oktober 2022" in at_once
    assert rest.count("27 oktober 2022") == 2
    assert told(dt.date(2022, 10, 26))[0].count("27 oktober 2022") == 0


def test_corrections_are_told_by_their_days_and_on_a_page_of_their_own_without_number() -> None:
    made = records.minutes()
    (one,) = made.corrections
    corrections = (replace(one, paragraph=21, date=dt.date(2022, 10, 6)), replace(one, paragraph=0), one)
    pages = sites.by_address(with_minutes(replace(made, corrections=corrections)), as_of=records.LATER)
    told = [line for line in read(pages[f"{MEETING}/protokoll.html"]).split("\n") if "I yrkandet" in line]
    assert [line.partition(" I yrkandet")[0] for line in told] == [
        "- 4 oktober 2022:",
        "- 4 oktober 2022, § 24:",
        "- 6 oktober 2022, § 21:",
    ]
    assert "- 4 oktober 2022: I yrkandet" in read(pages[f"{MEETING}/paragraf-24.html"])


def test_a_correction_is_told_from_its_day_on_where_it_belongs() -> None:
    assert "Rättat 4 oktober 2022" in read(PAGES[f"{MEETING}/paragraf-24.html"])
    assert "Rätt" not in read(PAGES[f"{MEETING}/paragraf-23.html"])
    assert "- 4 oktober 2022, § 24: I yrkandet" in read(PAGES[f"{MEETING}/protokoll.html"])
    before = sites.by_address(records.archive(), as_of=dt.date(2022, 10, 3))
    assert "Rättat" not in read(before[f"{MEETING}/paragraf-24.html"])


# Appeal


@pytest.mark.parametrize(
    ("number", "said"),
    [(24, "Sista dag att överklaga: 18 oktober 2022"), (23, "Sista dag att överklaga: 26 oktober 2022")],
)
def test_the_last_day_of_appeal_counts_from_the_last_board(number: int, said: str) -> None:
    assert f"- {said}\n" in read(PAGES[f"{MEETING}/paragraf-{number}.html"])


@pytest.mark.parametrize(
    ("appeal", "said"),
    [
        (Appeal.ADMINISTRATIVE, "inom 3 veckor från den dag då hen fick del av det"),
        (Appeal.NONE, "Kan inte överklagas"),
    ],
)
def test_a_decision_says_how_it_is_appealed(appeal: Appeal, said: str) -> None:
    paragraph = replace(records.strategy_paragraph(MEETING), appeal=appeal)
    shown = read(with_paragraph(paragraph)[f"{MEETING}/paragraf-24.html"])
    assert said in shown
    assert "Sista dag" not in shown


def test_where_a_board_has_no_notice_yet_the_time_to_appeal_has_not_begun() -> None:
    made = records.minutes()
    sets = tuple(replace(one, postings=(Posting("Ekvik", dt.date(2022, 9, 27)),)) for one in made.sets)
    pages = sites.by_address(with_minutes(replace(made, sets=sets)), as_of=records.LATER)
    shown = read(pages[f"{MEETING}/paragraf-24.html"])
    assert "Tiden för att överklaga börjar när justeringen är anslagen." in shown
    assert "Sista dag" not in shown


@pytest.mark.parametrize("postings", [(), (Posting("", dt.date(2017, 9, 27)),)])
def test_where_no_board_is_missing_and_no_day_is_known_nothing_is_said_of_appeal(postings: tuple[Posting, ...]) -> None:
    made = records.minutes()
    sets = tuple(replace(one, postings=postings, boards=()) for one in made.sets)
    pages = sites.by_address(with_minutes(replace(made, sets=sets)), as_of=records.LATER)
    assert "överklaga" not in read(pages[f"{MEETING}/paragraf-24.html"]).partition("## Fakta")[0]
