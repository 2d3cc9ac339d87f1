from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from kallelse.model.archive import Archive
from kallelse.model.dnr import Dnr
from kallelse.model.matter import Matter, followed, matters, paragraphs, steps_of
from kallelse.model.meeting import Access, AgendaRow, Case, Committee, Follows, Meeting, RowKind, Sitting
from kallelse.model.record import Minutes, Paragraph


def case(name: str, dnr: str = "", **fields: object) -> Case:
    """A case whose path says its name; `dnr` empty for none."""
    return Case(
        f"{name}.md",
        f"{name}.html",
        name.capitalize(),
        dnr=Dnr(dnr) if dnr else None,
        **fields,  # type: ignore[arg-type]
    )


def meeting(day: str, *cases: Case) -> Meeting:
    rows = tuple(AgendaRow(RowKind.CASE, each.title, str(n), each) for n, each in enumerate(cases, 1))
    start = dt.datetime.fromisoformat(f"{day}T13:00")
    return Meeting(
        f"{day}/index.md", day, f"{day}/index.html", f"{day}/kallelse.pdf", "GSN", (Sitting(start),), agenda=rows
    )


def committee(name: str, *meetings: Meeting, short: str = "", standing: Sequence[str] = ()) -> Committee:
    return Committee(
        f"{name}/index.md",
        name,
        f"{name}/index.html",
        name,
        short,
        standing=tuple(map(Dnr, standing)),
        meetings=meetings,
    )


def of(*committees: Committee) -> tuple[Matter, ...]:
    return matters(Archive(committees=committees))


def names(matter: Matter) -> list[str]:
    return [step.case.path.removesuffix(".md") for step in matter.steps]


def test_cases_of_one_number_are_one_matter_in_order_of_time() -> None:
    [matter] = of(
        committee("B", meeting("2022-02-01", case("b", "GSN 2022/1"))),
        committee("A", meeting("2022-03-01", case("c", "GSN 2022/1")), meeting("2022-01-01", case("a", "gsn 2022/1"))),
    )
    assert names(matter) == ["a", "b", "c"]
    assert matter.address == "arenden/gsn-2022-1.html"
    assert matter.title == "C"


def test_cases_of_one_meeting_are_in_the_order_of_its_agenda() -> None:
    [matter] = of(committee("A", meeting("2022-01-01", case("9-a", "GSN 2022/1"), case("10-b", "GSN 2022/1"))))
    assert (names(matter), matter.title) == (["9-a", "10-b"], "10-b")


def test_blanks_and_dashes_do_not_count_but_zeros_do() -> None:
    found = of(
        committee(
            "A",
            meeting("2022-01-01", case("a", "BN-2023-00211"), case("b", "BN–2023–00211"), case("c", "BN-2023-0211")),
        )
    )
    assert [names(matter) for matter in found] == [["a", "b"], ["c"]]


def test_a_number_of_another_body_joins_the_matters() -> None:
    [matter] = of(
        committee("AU", meeting("2022-01-01", case("a", "AU 2022/7"))),
        committee("GSN", meeting("2022-02-01", case("b", "GSN 2022/1", other_dnr=(Dnr("AU 2022/7"),)))),
    )
    assert names(matter) == ["a", "b"]
    assert [number.value for number in matter.numbers] == ["GSN 2022/1", "AU 2022/7"]
    assert matter.address == "arenden/au-2022-7.html"


@pytest.mark.parametrize("body", ["Arbetsutskottet", "AU"])
def test_a_case_follows_a_paragraph_by_name_or_short_name(body: str) -> None:
    thread = Follows(body, dt.date(2022, 1, 1), "5")
    [matter] = of(
        committee("Arbetsutskottet", meeting("2022-01-01", case("a", paragraph="5")), short="AU"),
        committee("GSN", meeting("2022-02-01", case("b", "GSN 2022/1", follows=(thread,)))),
    )
    assert names(matter) == ["a", "b"]


def test_cases_that_follow_each_other_without_numbers_are_a_matter_too() -> None:
    thread = Follows("A", dt.date(2022, 1, 1), "5")
    [matter] = of(
        committee(
            "A", meeting("2022-01-01", case("a", paragraph="5")), meeting("2022-02-01", case("b", follows=(thread,)))
        )
    )
    assert matter.numbers == ()
    assert matter.address == "arenden/a-md.html"


def test_a_case_without_number_and_thread_is_in_no_matter() -> None:
    assert of(committee("A", meeting("2022-01-01", case("a"), case("b")))) == ()


def test_a_paragraph_that_is_not_known_joins_nothing() -> None:
    threads = (
        Follows("A", dt.date(2022, 1, 1), "99"),
        Follows("X", dt.date(2022, 1, 1), "5"),
        Follows("A", dt.date(2022, 1, 1)),
    )
    found = of(
        committee(
            "A", meeting("2022-01-01", case("a", "GSN 2022/1", paragraph="5"), case("b", "GSN 2022/2", follows=threads))
        )
    )
    assert [names(matter) for matter in found] == [["a"], ["b"]]


def test_a_standing_number_makes_no_matter() -> None:
    assert of(committee("A", meeting("2022-01-01", case("a", "GSN 2022/1")), standing=["GSN 2022/1"])) == ()


def test_a_standing_number_does_not_join_what_has_numbers_of_its_own() -> None:
    shared = (Dnr("GSN 2022/1"),)
    found = of(
        committee(
            "A",
            meeting("2022-01-01", case("a", "GSN 2022/2", other_dnr=shared), case("b", "GSN 2022/3", other_dnr=shared)),
            standing=["GSN 2022/1"],
        )
    )
    assert [names(matter) for matter in found] == [["a"], ["b"]]
    assert all(Dnr("GSN 2022/1") not in matter.numbers for matter in found)


def test_a_case_marked_as_not_linkable_is_in_no_matter_and_joins_none() -> None:
    thread = Follows("A", dt.date(2022, 1, 1), "5")
    found = of(
        committee(
            "A",
            meeting("2022-01-01", case("a", "GSN 2022/1", linkable=False, paragraph="5"), case("b", "GSN 2022/1")),
            meeting("2022-02-01", case("c", "GSN 2022/2", follows=(thread,))),
        )
    )
    assert [names(matter) for matter in found] == [["b"], ["c"]]


def test_the_title_is_that_of_the_latest_public_case() -> None:
    secret = replace(case("b", "GSN 2022/1"), access=Access.CONFIDENTIAL)
    [matter] = of(committee("A", meeting("2022-01-01", case("a", "GSN 2022/1")), meeting("2022-02-01", secret)))
    assert matter.title == "A"


def test_the_address_stays_when_another_body_gives_the_matter_a_number() -> None:
    first = meeting("2022-01-01", case("a", "GSN 2022/9"))
    later = meeting("2022-02-01", case("b", "A 2022/1", other_dnr=(Dnr("GSN 2022/9"),)))
    assert of(committee("A", first))[0].address == of(committee("A", first, later))[0].address


def test_numbers_that_are_alike_in_plain_letters_have_addresses_of_their_own() -> None:
    found = of(
        committee("A", meeting("2022-01-01", case("a", "KS 2022/1"), case("b", "KS 2022:1"), case("c", "KS 2022/1-2")))
    )
    assert [(matter.address, names(matter)) for matter in found] == [
        ("arenden/ks-2022-1-2.html", ["c"]),
        ("arenden/ks-2022-1-3.html", ["b"]),
        ("arenden/ks-2022-1.html", ["a"]),
    ]


@pytest.mark.parametrize("number", ["2022", "index", "2022-sida-2"])
def test_no_matter_takes_the_address_of_a_list(number: str) -> None:
    [matter] = of(committee("A", meeting("2022-01-01", case("a", number))))
    assert matter.address == f"arenden/dnr-{number}.html"


def test_paragraphs_are_found_under_each_name_of_the_body() -> None:
    archive = Archive(committees=(committee("Nämnden", meeting("2022-01-01", case("a", paragraph="5")), short="N"),))
    known = paragraphs(steps_of(archive))
    for body in ("Nämnden", "N"):
        [step] = followed(known, Follows(body, dt.date(2022, 1, 1), "5"))
        assert step.case.path == "a.md"
    assert followed(known, Follows("N", dt.date(2022, 1, 2), "5")) == ()


def test_a_case_has_the_paragraphs_of_the_minutes_and_else_the_one_that_it_says() -> None:
    held = meeting("2022-01-01", case("a", paragraph="5"), case("b", paragraph="6"))
    recorded = (
        Paragraph("A", number=7, case="a.md"),
        Paragraph("A", number=9, case="a.md"),
        Paragraph("B", case="b.md"),
    )
    minutes = Minutes("minutes.md", "2022-01-01", held.sittings[0].start, paragraphs=recorded)
    known = paragraphs(
        steps_of(Archive(committees=(committee("N", replace(held, minutes=minutes)),))),
    )
    found = {key.paragraph: [step.case.path for step in steps] for key, steps in known.items()}
    assert found == {"7": ["a.md"], "9": ["a.md"], "6": ["b.md"]}


numbered = st.lists(st.tuples(st.integers(0, 6), st.integers(0, 6)), max_size=12)


@given(numbered, st.randoms(use_true_random=False))
def test_matters_are_the_connected_cases_whatever_the_order_of_the_committees(
    numbers: list[tuple[int, int]], shuffle: st.DataObject
) -> None:
    cases = [
        case(f"c{place:02d}", f"D {own}", other_dnr=(Dnr(f"D {other}"),)) for place, (own, other) in enumerate(numbers)
    ]
    boards = [committee(f"N{place:02d}", meeting("2022-01-01", each)) for place, each in enumerate(cases)]
    found = of(*boards)
    together: list[set[int]] = []
    for own, other in numbers:
        touched = [group for group in together if group & {own, other}]
        together = [group for group in together if group not in touched]
        together.append({own, other}.union(*touched))
    assert len(found) == len(together)
    assert sorted(path for matter in found for path in names(matter)) == [
        f"c{place:02d}" for place in range(len(cases))
    ]
    shuffle.shuffle(boards)  # type: ignore[attr-defined]
    assert [(matter.address, names(matter)) for matter in of(*boards)] == [
        (matter.address, names(matter)) for matter in found
    ]


def test_thousands_of_cases_of_one_number_are_one_matter() -> None:
    days = [dt.date(2000, 1, 1) + dt.timedelta(days=place) for place in range(5_000)]
    board = committee("A", *(meeting(day.isoformat(), case(f"c{day}", "GSN 2022/1")) for day in days))
    [matter] = of(board)
    assert len(matter.steps) == 5_000
