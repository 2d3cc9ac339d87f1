"""The notice board: what stands on it, from which day, until which day, and what each sheet says."""

from __future__ import annotations

import datetime as dt
import itertools
import re
from collections.abc import Mapping
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from kallelse.model.archive import Archive
from kallelse.model.delegated import DelegatedDecision
from kallelse.model.law import Appeal
from kallelse.model.meeting import AgendaRow, CaseKind, MeetingStatus, RowKind, Sitting
from kallelse.model.notice import announced
from kallelse.model.pages import Packet, PageMap, RecordPdfs
from kallelse.model.record import Adjustment, Paragraph, Posting
from kallelse.model.text import Body, Heading, Text
from kallelse.publish import shell
from kallelse.publish.board import board_page
from kallelse.publish.boardnews import board_news
from kallelse.publish.notices import announced_sets, notice_of
from kallelse.publish.plan import Plan, plan
from kallelse.publish.templates import environment

from tests.publish import archives, noticed, sites
from tests.publish.archives import meeting, plain_case
from tests.publish.noticed import at_once, day, delegated, minutes, the_rest, with_minutes
from tests.publish.trees import para

_MEETING = f"../{archives.GSN}/2022-09-26"
PERSONAL = "Tre veckor från det att du fick del av beslutet"
DAYS = st.dates(dt.date(2020, 1, 1), dt.date(2035, 12, 31))


def board(
    archive: Archive, as_of: dt.date = noticed.AS_OF, records: Mapping[str, RecordPdfs] | None = None
) -> list[str]:
    """What is read on the board, line by line."""
    return sites.reading(board_page(plan(archive, {}, as_of, None, records or {})).html).splitlines()


def html_of(archive: Archive) -> str:
    """The board as HTML."""
    return board_page(plan(archive, {}, noticed.AS_OF, None, {})).html


def places_on(known: Plan) -> list[str]:
    """The places of the sheets on the board."""
    return re.findall(r'<article [^>]*id="([^"]+)"', board_page(known).html)


def after(lines: list[str], term: str) -> list[str]:
    """The line after each that has that term."""
    return [below for line, below in itertools.pairwise(lines) if line == f": {term}"]


def appeal_of(archive: Archive) -> list[str]:
    """What the sheets say of appeal."""
    return [line for line in board(archive) if "<#k_" in line or "<index.html#k_" in line]


@pytest.mark.parametrize(
    ("as_of", "shown"),
    [
        (day(9, 26), []),
        (day(9, 27), ["§~24"]),
        (day(10, 3), ["§~24"]),
        (day(10, 4), ["§§~21–23, 25–26", "§~24"]),
        (day(10, 18), ["§§~21–23, 25–26", "§~24"]),
        (day(10, 19), ["§§~21–23, 25–26"]),
        (day(10, 26), ["§§~21–23, 25–26"]),
        (day(10, 27), []),
    ],
)
def test_a_notice_stands_from_its_first_posting_until_the_day_after_the_last_day_of_appeal(
    as_of: dt.date, shown: list[str]
) -> None:
    told = after(board(with_minutes(), as_of), "Paragrafer")
    assert [line.partition(",~")[0].partition(", Gemensamma")[0] for line in told] == shown


def test_a_sheet_says_what_the_law_asks_for() -> None:
    lines = board(with_minutes(minutes(the_rest())))
    start = lines.index("### Gemensamma servicenämnden")
    sheet = lines[start : lines.index("## Så överklagar du ett beslut")]
    assert sheet == [
        "### Gemensamma servicenämnden",
        "Sammanträde 26 september 2022",
        "Sista dag att överklaga 26 oktober 2022 Så överklagar du <index.html#k_municipal>",
        ": Paragrafer",
        f"§§~21–23, 25–26, Gemensamma servicenämnden, Sammanträde 26 september 2022 <{_MEETING}/protokoll.html>",
        ": Justerat",
        "3 oktober 2022",
        ": Anslaget",
        "Norrsala 4 oktober 2022",
        "Ekvik 5 oktober 2022",
        ": Tas ned",
        "27 oktober 2022",
        ": Förvaras",
        "Kommunkansliet i Norrsala",
        "Så räknas dagarna",
        ": Sista dag att överklaga",
        "13~kap. 5~§ kommunallagen (2017:725)",
        "9~kap. 32~§ kommunallagen (2017:725)",
        "1~§ lagen (1930:173) om beräkning av lagstadgad tid",
        ": Tas ned",
        "8~kap. 12~§ kommunallagen (2017:725)",
        "13~kap. 5~§ kommunallagen (2017:725)",
        "9~kap. 32~§ kommunallagen (2017:725)",
        "1~§ lagen (1930:173) om beräkning av lagstadgad tid",
    ]


def test_each_notice_has_a_place_of_its_own_to_which_the_feed_leads() -> None:
    known = plan(noticed.whole(), {}, noticed.AS_OF, None, {})
    places = places_on(known)
    news = [each.news for each in board_news(known)]
    assert [each.address for each in news] == [f"anslagstavla/index.html#{place}" for place in places]
    assert len(set(places)) == len(places) > 2
    assert [each.name for each in news] == [each.address for each in news]


def test_decisions_that_say_the_same_have_places_of_their_own_that_stay() -> None:
    def places(*decisions: DelegatedDecision, as_of: dt.date = noticed.AS_OF) -> list[str]:
        found = places_on(plan(with_minutes(delegated=decisions), {}, as_of, None, {}))
        return [place for place in found if "/2022-09-30-" in place]

    first, later, draft = delegated(), delegated(postings=(Posting("Norrsala", day(10, 4)),)), delegated(postings=())
    (own,) = places(draft, first)
    assert places(later, draft, first) == places(first, later) == [f"{own}-2", own]
    assert places(first, later, as_of=day(11, 30)) == [f"{own}-2"]


def test_a_set_of_one_paragraph_leads_to_its_page_and_says_that_it_was_adjusted_at_once() -> None:
    lines = board(with_minutes(minutes(at_once())))
    shown = lines.index(": Paragrafer")
    assert lines[shown + 1].endswith("<../gemensamma-servicenamnden/2022-09-26/paragraf-24.html>")
    assert lines[shown + 2] == "omedelbart justerad"


def test_a_set_of_two_paragraphs_leads_to_the_minutes_and_says_so_of_both() -> None:
    lines = board(with_minutes(minutes(at_once(numbers=(23, 24)))))
    shown = lines.index(": Paragrafer")
    assert lines[shown + 1].endswith("<../gemensamma-servicenamnden/2022-09-26/protokoll.html>")
    assert lines[shown + 2] == "omedelbart justerade"


def test_notices_of_one_day_stand_in_the_order_of_committees_meetings_and_paragraphs() -> None:
    archive = with_minutes(minutes(at_once(postings=(Posting("Norrsala", day(10, 4)),)), the_rest()))
    (first, *others) = archive.committees
    earlier = meeting(archives.GSN, "2022-09-19", minutes=replace(minutes(the_rest()), folder="x"))
    committees = tuple(
        replace(first, name=name, folder=f"f{number}", meetings=(*first.meetings, earlier))
        for number, name in enumerate(("Ö", "A"))
    )
    known = plan(replace(archive, committees=(*committees, *others)), {}, day(10, 4), None, {})
    told = [(each.committee.name, each.meeting.folder, each.one.numbers[0]) for each in announced_sets(known)]
    assert told == sorted(told)
    assert told[:3] == [("A", "2022-09-19", 21), ("A", "2022-09-26", 21), ("A", "2022-09-26", 24)]


def grounds(archive: Archive) -> list[str]:
    """The days of the sheets for which the board gives its grounds."""
    found = re.findall(r'<details class="k-grounds".*?</details>', "".join(html_of(archive).split("\n")))
    return re.findall(r"<dt>(.*?)</dt>", "".join(found))


def test_grounds_are_given_for_the_days_that_the_sheet_counts_alone() -> None:
    closed = tuple(replace(each, appeal=Appeal.NONE) for each in minutes().paragraphs)
    assert grounds(with_minutes(minutes(the_rest(), paragraphs=closed))) == ["Tas ned"]
    for removed, told in (
        ((None, None), ["Sista dag att överklaga", "Tas ned"]),
        ((day(10, 27), None), ["Sista dag att överklaga", "Tas ned"]),
        ((day(10, 27), day(10, 28)), ["Sista dag att överklaga"]),
    ):
        postings = tuple(replace(each, removed=gone) for each, gone in zip(the_rest().postings, removed, strict=True))
        assert grounds(with_minutes(minutes(the_rest(postings=postings)))) == told


def test_a_day_is_set_larger_than_words_that_stand_for_it() -> None:
    (last,) = re.findall(
        r'<div class="k-last">.*?</div>', html_of(with_minutes(minutes(the_rest(), paragraphs=mixed()))), re.DOTALL
    )
    assert re.findall(r"<strong.*?>", last) == ["<strong>", *('<strong class="k-last__words">',) * 2]


def test_what_is_not_adjusted_is_not_on_the_board_though_its_file_says_when_it_will_be() -> None:
    coming = at_once(adjustment=Adjustment(day(10, 7)), postings=(Posting("Norrsala", day(10, 5)),))
    assert after(board(with_minutes(minutes(coming, the_rest())), day(10, 6)), "Justerat") == ["3 oktober 2022"]


def test_no_day_is_said_while_a_board_that_must_have_the_notice_has_it_not() -> None:
    one = the_rest(postings=(Posting("Norrsala", day(10, 4)),))
    for as_of in (day(10, 6), dt.date(2023, 6, 1)):
        lines = board(with_minutes(minutes(one)), as_of)
        assert any(line.startswith("Sista dag att överklaga Räknas från det att alla") for line in lines)
        assert "Ekvik, ännu inte anslaget" in lines
        assert ": Tas ned" not in lines


def test_a_day_written_down_for_one_board_is_not_that_of_another_that_has_the_notice_not_yet() -> None:
    posted = (Posting("Norrsala", day(10, 4), removed=day(12, 1)),)
    assert after(board(with_minutes(minutes(the_rest(postings=posted)))), "Tas ned") == ["Norrsala 1 december 2022"]


def test_a_notice_that_was_left_up_longer_is_shown_until_it_was_taken_down() -> None:
    kept_up = (Posting("Norrsala", day(9, 27), removed=day(10, 24)), Posting("Ekvik", day(9, 27)))
    archive = with_minutes(minutes(at_once(postings=kept_up)))
    lines = board(archive, day(10, 23))
    assert lines[lines.index(": Tas ned") + 1 :][:2] == ["Norrsala 24 oktober 2022", "Ekvik 19 oktober 2022"]
    assert ": Paragrafer" not in board(archive, day(10, 24))


def mixed() -> tuple[Paragraph, ...]:
    ways = {22: Appeal.NONE, 25: Appeal.ADMINISTRATIVE, 26: Appeal.NONE}
    return tuple(replace(each, appeal=ways.get(each.number, each.appeal)) for each in minutes().paragraphs)


def test_paragraphs_that_are_appealed_otherwise_are_told_apart() -> None:
    assert appeal_of(with_minutes(minutes(the_rest(), paragraphs=mixed()))) == [
        "Sista dag att överklaga, §§~21, 23 26 oktober 2022 Så överklagar du <index.html#k_municipal>",
        f"Överklagande, §~25 {PERSONAL} Så överklagar du <index.html#k_administrative>",
        "Överklagande, §§~22, 26 Kan inte överklagas Varför <index.html#k_none>",
    ]


def test_the_proof_of_notice_is_linked_where_it_is_there() -> None:
    archive, made = with_minutes(), minutes()
    path = f"{archives.GSN}/2022-09-26/index.md"
    pdf = RecordPdfs({made.proof_pdf(made.sets[1]): Packet(b"%PDF", PageMap(1))})
    assert after(board(archive), "Bevis") == []
    proof = f"<{_MEETING}/anslagsbevis-paragraf-21-23-25-26.pdf>"
    name = "Anslagsbevis (PDF), Gemensamma servicenämnden §§~21–23, 25–26"
    assert after(board(archive, records={path: pdf}), "Bevis") == [f"{name} {proof}"]


def test_a_meeting_of_the_council_is_announced_with_its_cases_until_it_is_over() -> None:
    lines = board(noticed.whole())
    start = lines.index("### Kommunfullmäktige <../kommunfullmaktige/2022-10-17/index.html>")
    assert lines[start + 1 : start + 10] == [
        "Anslaget 5 oktober 2022",
        "Måndag 17 oktober 2022 kl.~18.00, Folkets hus",
        "#### Ärenden",
        "- 1 Upprop",
        "- 2 Mål och budget 2023",
        "Så räknas dagarna",
        ": Sista dag att tillkännage mötet: 10 oktober 2022",
        "5~kap. 13~§ kommunallagen (2017:725)",
        "1~§ lagen (1930:173) om beräkning av lagstadgad tid",
    ]
    for as_of, there in ((day(10, 4), False), (day(10, 5), True), (day(10, 17), True), (day(10, 18), False)):
        found = [line for line in board(noticed.whole(), as_of) if line.startswith("### Kommunfullmäktige")]
        assert bool(found) is there


def test_a_meeting_of_several_days_says_each_of_them_once() -> None:
    begins = (dt.datetime(2022, 10, 17, 18), dt.datetime(2022, 10, 18, 9))
    called = noticed.council(sittings=tuple(Sitting(each) for each in begins))
    lines = board(replace(archives.archive(), committees=(called,)))
    assert "17 oktober 2022 kl.~18.00; 18 oktober 2022 kl.~09.00, Folkets hus" in lines
    assert ": Sista dag att tillkännage mötet: 10 oktober 2022" in lines


def test_a_meeting_of_the_council_has_its_own_title_and_its_cases_alone_on_the_board_and_in_its_feed() -> None:
    case = plain_case(f"{noticed.COUNCIL}/2022-10-17", "01-a", "Taxa & avgift", CaseKind.DECISION)
    agenda = (AgendaRow(RowKind.FORMALITY, "Upprop", "1"), AgendaRow(RowKind.CASE, case.title, "2", case))
    called = noticed.council(title="Extra sammanträde")
    (one,) = (replace(each, agenda=agenda) for each in called.meetings)
    for status, cases, tag in (
        (MeetingStatus.CALLED, "<ul><li>2 Taxa &amp; avgift</li></ul>", ""),
        (MeetingStatus.CANCELLED, "", "<p>Inställt</p>"),
    ):
        archive = replace(archives.archive(), committees=(replace(called, meetings=(replace(one, status=status),)),))
        lines = board(archive)
        assert "### Kommunfullmäktige, Extra sammanträde <../kommunfullmaktige/2022-10-17/index.html>" in lines
        assert ("- 2 Taxa & avgift" in lines) is bool(cases)
        assert not [line for line in lines if "Upprop" in line]
        (told,) = board_news(plan(archive, {}, noticed.AS_OF, None, {}))
        lead = "<p>Måndag 17 oktober 2022 kl.\N{NO-BREAK SPACE}18.00, Folkets hus</p>"
        assert told.news.html == tag + lead + cases


def test_a_meeting_of_another_committee_is_not_on_the_board() -> None:
    assert "## Kommande sammanträden" not in board(archives.archive(), archives.AS_OF)


def test_a_meeting_of_the_council_that_is_called_off_says_so() -> None:
    called_off = noticed.council(status=MeetingStatus.CANCELLED)
    lines = board(replace(archives.archive(), committees=(called_off,)))
    assert "Måndag 17 oktober 2022 kl.~18.00, Folkets hus Inställt" in lines
    assert "#### Ärenden" not in lines


def test_a_delegated_decision_stands_while_it_can_be_appealed() -> None:
    archive = with_minutes(minutes(at_once()), delegated=(delegated(), delegated(decision="Annat", postings=())))
    for as_of, there in ((day(10, 2), False), (day(10, 3), True), (day(10, 24), True), (day(10, 25), False)):
        lines = board(archive, as_of)
        assert ("### Upphandlingen av nätverksutrustning avbryts" in lines) is there
        assert "### Annat" not in lines
    assert after(board(archive), "Beslutat av") == ["Karin Ekholm, IT-chef"]


def test_the_municipality_says_in_its_own_words_how_decisions_are_appealed() -> None:
    own = Body((Heading(2, (Text("Så klagar du hos oss"),), "sa"), para("Skriv till oss.")))
    lines = board(replace(archives.archive(), appeals={Appeal.MUNICIPAL: own}))
    start = lines.index("### Så klagar du hos oss")
    assert lines[start + 1] == "Skriv till oss."
    assert "### Laglighetsprövning" not in lines
    assert "### Förvaltningsbesvär" in lines


@given(first=DAYS, later=st.integers(0, 30), as_of=DAYS)
def test_a_notice_stands_all_the_time_in_which_an_appeal_is_in_time(first: dt.date, later: int, as_of: dt.date) -> None:
    second = first + dt.timedelta(days=later)
    notice = notice_of(the_rest(postings=(Posting("Norrsala", first), Posting("Ekvik", second))))
    assert notice is not None
    assert notice.appeal is not None
    assert notice.appeal.day >= second + dt.timedelta(weeks=3)
    assert notice.stands(as_of) is (first <= as_of <= notice.appeal.day)


def test_each_board_counts_from_its_first_notice_and_no_other_board_counts() -> None:
    postings = (Posting("Norrsala", day(10, 4)), Posting("Norrsala", day(10, 2)), Posting("Biblioteket", day(10, 9)))
    assert announced(the_rest(postings=postings)) == {"Norrsala": day(10, 2), "Ekvik": None}
    assert announced(the_rest(boards=(), postings=postings[:1])) == {"Norrsala": day(10, 4)}


@pytest.mark.parametrize("language", ["sv", "en"])
def test_the_board_is_told_apart_from_other_pages_by_a_shell_of_its_own(language: str) -> None:
    settings = replace(archives.SETTINGS, language=language)  # type: ignore[arg-type]
    page = board_page(plan(replace(noticed.whole(), settings=settings), {}, noticed.AS_OF, None, {}))
    html = shell.whole(page, shell.shell_of(page, settings), environment(settings.language))
    names = [given.get("class", "") for _, given in sites.elements(html)]
    assert "k-boardhead" in names
    assert "k-menu" not in names
    assert not any(name.startswith(("k-head", "k-foot", "k-crumbs")) for name in names)
    assert "../kallelse/board.css" in set(sites.attributes(html, "href"))


def test_the_shell_of_the_board_leads_to_the_start_page_and_the_statement_and_to_nothing_else_of_the_site() -> None:
    page = board_page(plan(noticed.whole(), {}, noticed.AS_OF, None, {}))
    around = sites.whole(replace(page, html=""))
    links = [given["href"] for tag, given in sites.elements(around) if tag == "a"]
    assert links == ["#k_main", "../index.html", f"mailto:{archives.SETTINGS.email}", "../tillganglighet.html"]
    assert not {"../kallelse/frame.css", "../kallelse/search.css"} & set(sites.attributes(around, "href"))
    assert not {"nav", "form", "input", "button"} & {tag for tag, _ in sites.elements(around)}


def test_a_notice_stands_until_it_is_down_everywhere_unless_its_law_is_unknown() -> None:
    up, gone = dt.date(2022, 9, 27), dt.date(2022, 10, 19)
    postings = (Posting("Norrsala", up, gone), Posting("Ekvik", up))
    waiting = notice_of(noticed.at_once(postings=postings, boards=("Norrsala", "Ekvik", "Sjövik")))
    assert waiting is not None
    assert (waiting.everywhere, waiting.missing) == (None, ("Sjövik",))
    assert waiting.stands(gone + dt.timedelta(days=90))
    whole = notice_of(noticed.at_once(postings=postings))
    assert whole is not None
    assert whole.everywhere == up
    assert [whole.stands(gone - dt.timedelta(days=each)) for each in (1, 0)] == [True, False]
    before = notice_of(noticed.at_once(postings=(Posting("Norrsala", dt.date(2017, 9, 27)),), boards=("Norrsala",)))
    assert before is not None
    assert not before.stands(dt.date(2017, 9, 28))
