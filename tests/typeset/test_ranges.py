"""Pages through issue after issue, without setting one: what is printed of a case is what the case has, and no more."""

from __future__ import annotations

import datetime as dt
import json
from dataclasses import dataclass, replace
from itertools import chain

from hypothesis import given
from hypothesis import strategies as st
from kallelse.issue import issue_of
from kallelse.locale.pages import printed, spoken
from kallelse.model.issue import Issue, LatePages
from kallelse.model.label import compact, expand
from kallelse.model.meeting import Meeting
from kallelse.model.pages import Packet, PageMap, PageRange
from kallelse.model.settings import Settings
from kallelse.typeset.order import Span, ordered
from kallelse.typeset.places import Places, places_of
from kallelse.typeset.plan import Plan, Sheet, arranged, case_pages, document_pages, plan_of

from tests.typeset.build import agenda, case, committee, document, letter, meeting, p

DAY = dt.date(2022, 9, 19)
Counts = dict[tuple[int, int], int]
"""Pages of each document, by the numbers of its case and of the document in it, 0 for the letter."""


def meeting_of(counts: Counts, order: tuple[int, ...]) -> Meeting:
    """A meeting with these documents, its cases in that order."""
    cases = []
    for number in order:
        own = sorted(each for case_number, each in counts if case_number == number)
        documents = [
            document(f"{number}-{each}.md", f"B{each}", p("x"), number=place)
            for place, each in enumerate((each for each in own if each), start=1)
        ]
        if 0 in own:
            documents.insert(0, letter(f"{number}", f"T{number}", p("x")))
        if documents:
            cases.append(case(f"{number}", f"T{number}", *documents))
    return meeting(*agenda(*cases))


def pages_of(subject: Meeting, counts: Counts) -> list[tuple[str, int]]:
    """Path and count of pages of each document, in the order of the agenda."""
    by_number = {}
    for number, each in counts:
        path = letter(f"{number}", "x", p("x")).path if each == 0 else f"{number}-{each}.md"
        by_number[path] = counts[number, each]
    return [(one.path, by_number[one.path]) for _, _, one in subject.printed()]


@dataclass(frozen=True)
class Made:
    """A packet as far as its pages go."""

    plan: Plan
    places: Places
    spans: tuple[Span, ...]

    @property
    def labels(self) -> tuple[str, ...]:
        return self.plan.labels

    @property
    def cases(self) -> dict[str, tuple[PageRange, ...]]:
        return case_pages(self.plan, self.places)

    @property
    def documents(self) -> dict[str, PageRange]:
        return document_pages(self.plan, self.places)

    @property
    def packet(self) -> Packet:
        cover = len(self.places.sheets[0])
        pages = PageMap(self.places.total, self.cases, self.documents, (), self.labels, cover)
        return Packet(b"", pages)

    def owned(self, path: str) -> list[str]:
        """The labels of the pages of a case, in the order of the file."""
        sheets = [sheet for sheet in self.plan.sheets if sheet.case.path == path]
        ranges = [self.documents[sheet.document.path] for sheet in sheets]
        return [label for each in ranges for label in self.labels[each.first - 1 : each.last]]


def made(subject: Meeting, counts: Counts, cover: int) -> Made | None:
    """The packet after its last issue; None where late pages have no place."""
    own = pages_of(subject, counts)
    natural = plan_of(committee(), subject, Settings(), {})
    if subject.issues:
        spans, findings = ordered(subject.issues[-1], subject.path, [(subject.path, cover), *own], subject.late)
        if findings:
            return None
    else:
        last, spans = 0, ()
        for path, count in ((subject.path, cover), *own):
            spans = (*spans, Span(path, tuple(str(number) for number in range(last + 1, last + count + 1))))
            last += count
    plan = arranged(natural, spans)
    firsts = [1]
    for span in spans:
        firsts.append(firsts[-1] + len(span.labels))
    told = {"total": firsts[-1] - 1, "sheets": firsts[:-1], "blocks": [], "heads": []}
    return Made(plan, places_of(json.dumps(told), plan.indexes), spans)


def holds(found: Made, before: Issue | None) -> None:
    """What must hold of every packet, the last issue before it in hand."""
    labels = found.labels
    assert len(set(labels)) == len(labels) == found.places.total
    assert expand(compact(labels)) == labels
    for path, ranges in found.cases.items():
        told = printed(*ranges, labels=labels)
        assert list(expand(told) or ()) == found.owned(path), told
        said = spoken(*ranges, language="sv", labels=labels).replace(" till ", "–").replace(" och ", ", ")
        assert said.replace("sidorna ", "").replace("sidan ", "") == told
    for above, rest in zip(found.spans, found.spans[1:], strict=False):
        if rest.shorter:
            titles = {sheet.document.path: sheet.document.title for sheet in found.plan.sheets}
            assert above.path in titles or above.path == found.plan.meeting.path
            assert rest.title.endswith(titles.get(above.path, ""))
    if before is not None:
        # No issued page is gone, nor stands before one that it stood behind.
        issued = [label for one in before.documents for label in one.labels]
        assert [label for label in labels if label in set(issued)] == issued
        owners = {label: one.path for one in before.documents for label in one.labels}
        for sheet in found.plan.sheets:
            pages = found.documents[sheet.document.path]
            assert {owners[each] for each in labels[pages.first - 1 : pages.last] if each in owners} <= {
                sheet.document.path
            }


_DOCUMENTS = st.tuples(st.integers(1, 4), st.integers(0, 2))
_STEPS = st.one_of(
    st.tuples(st.just("set"), _DOCUMENTS, st.one_of(st.integers(1, 4), st.integers(26, 30))),
    st.tuples(st.just("withdraw"), _DOCUMENTS, st.just(0)),
    st.tuples(st.just("cover"), st.just((0, 0)), st.integers(1, 3)),
    st.tuples(st.just("reorder"), st.just((0, 0)), st.integers(0, 23)),
    st.tuples(st.just("issue"), st.just((0, 0)), st.just(0)),
)
_ORDERS = [(1, 2, 3, 4), (2, 1, 3, 4), (4, 3, 2, 1), (3, 1, 4, 2)]


@given(
    st.sampled_from(LatePages),
    st.dictionaries(_DOCUMENTS, st.integers(1, 3), min_size=1, max_size=6),
    st.lists(_STEPS, max_size=14),
)
def test_through_all_that_may_happen_a_case_is_printed_with_its_own_pages(
    late: LatePages, counts: Counts, steps: list[tuple[str, tuple[int, int], int]]
) -> None:
    order, cover = _ORDERS[0], 1
    issues: tuple[Issue, ...] = ()
    for step, key, number in (("issue", (0, 0), 0), *steps):
        now, was = dict(counts), (counts, cover, order)
        if step == "set":
            now[key] = number
        elif step == "withdraw":
            now.pop(key, None)
        elif step == "cover":
            cover = number
        elif step == "reorder":
            order = _ORDERS[number % len(_ORDERS)]
        subject = replace(meeting_of(now, order), issues=issues, late=late)
        found = made(subject, now, cover)
        if found is None:
            # With `last`, what is longer is not taken: the secretary shortens it.
            assert late is LatePages.LAST
            counts, cover, order = was
            continue
        counts = now
        holds(found, issues[-1] if issues else None)
        if step == "issue":
            issue = issue_of(subject, found.packet, DAY, "sv")
            assert list(chain.from_iterable(one.labels for one in issue.documents)) == list(found.labels)
            named = [one.path for one in issue.documents if one.path]
            assert len(named) == len(set(named))
            kept = {one.path: one for one in issue.documents}
            for one in issues[-1].documents if issues else ():
                # Pages that a document no longer fills stay its own, to grow into again.
                if one.path in named:
                    assert kept[one.path].labels[: len(one.labels)] == one.labels
            issues = (*issues, issue)
            again = made(replace(subject, issues=issues), counts, cover)
            assert again is not None
            assert again.labels == found.labels
            holds(again, issue)


def run(*rounds: Counts) -> Made:
    """The packet of the last of several rounds, each issued, with letters."""
    issues: tuple[Issue, ...] = ()
    packets: list[Made] = []
    for counts in rounds:
        subject = replace(meeting_of(counts, _ORDERS[0]), issues=issues, late=LatePages.LETTERED)
        found = made(subject, counts, 1)
        assert found is not None
        packets.append(found)
        issues = (*issues, issue_of(subject, found.packet, DAY, "sv"))
    return packets[-1]


def told(found: Made) -> list[str]:
    return [printed(*ranges, labels=found.labels) for ranges in found.cases.values()]


def test_a_case_that_grows_after_another_came_behind_it_skips_the_others_page() -> None:
    first: Counts = {(1, 0): 2, (2, 0): 2, (4, 0): 1}
    late: Counts = {**first, (3, 0): 1}
    assert told(run(first, late, {**late, (2, 0): 3})) == ["2–3", "4–5, 5b", "5a", "6"]


def test_letters_go_on_after_z() -> None:
    first: Counts = {(1, 0): 1, (2, 0): 1}
    many: Counts = {**first, (1, 1): 27}
    assert told(run(first, many)) == ["2, 2a–2aa", "3"]
    assert told(run(first, {**first, (1, 1): 26}, {**first, (1, 1): 26, (1, 2): 2})) == ["2, 2a–2ab", "3"]


def test_pages_of_what_is_withdrawn_are_no_pages_of_a_case_beside() -> None:
    first: Counts = {(1, 0): 1, (1, 1): 2, (1, 2): 1, (2, 0): 3, (2, 1): 1}
    left: Counts = {(1, 0): 1, (1, 2): 1, (2, 0): 2, (2, 1): 1}
    found = run(first, left)
    assert told(found) == ["2, 5", "6–7, 9"]
    assert [isinstance(part, Sheet) for part in found.plan.parts] == [True, False, True, True, False, True]
