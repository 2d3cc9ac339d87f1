"""What the site itself says: one field for each word or sentence, filled once for each language."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from kallelse.locale.lists import listed
from kallelse.model.meeting import CaseKind
from kallelse.model.record import RecordForm
from kallelse.model.settings import Language
from kallelse.model.vote import Outcome, Stand, StepKind


@dataclass(frozen=True, slots=True)
class Words:
    """One language's words; those with `{names}` are filled by `str.format`, pairs are one and several."""

    language: Language

    # The shell
    skip: str
    home: str
    menu: str
    you_are_here: str
    scheme: str
    meetings: str
    matters: str
    search: str
    on_this_site: str
    no_cookies: str

    # Start, lists and committees
    start_heading: str
    start_lead: str
    upcoming: str
    none_upcoming: str
    latest_packets: str
    none_packets: str
    no_more_packets: str
    all_meetings: str
    committee: str
    committees: str
    none_committees: str
    next_meeting: str
    next_meeting_on: str
    none_planned: str
    together_with: str
    meetings_lead: str
    latest_meetings: str
    none_meetings: str
    none_held: str
    meetings_by_year: str
    meetings_year: str
    matters_lead: str
    matters_latest: str
    matters_year: str
    matters_by_year: str
    none_matters: str
    leaf: str
    leaves: str
    leaf_title: str
    members: str
    deputies: str
    committee_meetings: str

    # Meeting
    meeting_title: str
    planned: str
    called: str
    held: str
    to_be_held: str
    cancelled: str
    postponed: str
    step_done: str
    progress: str
    proposals_only: str
    not_held: str
    held_note: str
    cancelled_note: str
    postponed_note: str
    planned_note: str
    documents: str
    packet: str
    case_pdf: str
    supplement: str
    issues: str
    issue_pdf: str
    packet_size: str
    packet_foreign: str
    foreign_file: str
    foreign_page: str
    foreign_text: str
    foreign_no_text: str
    packet_row: str
    agenda: str
    no_agenda: str
    number: str
    case: str
    pages_in_packet: str
    pages_link: str
    facts: str
    time: str
    clock: str
    clock_alone: str
    place: str
    chair: str
    secretary: str
    called_persons: str
    for_information: str
    issued: str
    presenter: str
    proposal: str
    minutes: tuple[str, str]

    # Case and attachment
    case_number: str
    case_unnumbered: str
    case_of: str
    dnr: str
    other_dnr: str
    paragraph: str
    kind: str
    kinds: dict[CaseKind, str]
    officer: str
    unit: str
    earlier: str
    pages: str
    sent_to: str
    letter: str
    attachment: str
    attachment_of: str
    attachment_short: str
    separate: str
    withheld_document: str
    withheld_case: str
    withheld_tag: str
    no_papers: str
    to_be_treated: str
    treated: str
    matter_to_be_treated: str
    matter_treated: str
    contents: str
    revisions: str
    revision_columns: tuple[str, str, str, str, str]
    version: str
    signed: str
    way: str
    whole_way: str
    this_page: str
    cite: str
    next_and_previous: str
    previous_case: str
    next_case: str
    back_to_case: str
    previous_attachment: str
    next_attachment: str

    # The record
    record: str
    record_of: str
    record_title: str
    record_notes: str
    record_notes_title: str
    record_incomplete: str
    record_left: str
    adjusted: str
    case_and_decision: str
    to_be_adjusted: str
    adjusted_latest: str
    adjusted_paragraph: str
    adjusted_card: str
    adjustment: str
    adjustment_place: str
    at_once: str
    adjusters: str
    adjusters_reserve: str
    signatures: str
    posted: str
    taken_down: str
    kept: str
    appeal: str
    appeal_until: str
    appeal_last: str
    appeal_not_begun: str
    appeal_personal: str
    appeal_none: str
    by_law: str
    files: str
    proof: str
    yes: str
    decision: str
    proposal_to: str
    point_of: str
    outcomes: dict[Outcome, str]
    partly: str
    unpublished: str
    unpublished_note: str
    anonymised_note: str
    added_at_meeting: str
    without_vote: str
    vote_counts: str
    vote_abstaining: str
    vote_casting: str
    vote_lot: str
    vote_minority: str
    vote_several: str
    vote_named: str
    vote_numbers_alone: str
    election_closed: str
    stands: dict[Stand, str]
    vote_steps: dict[StepKind, str]
    vote_most: str
    vote_tie: str
    vote_tie_chair: str
    vote_tie_lot: str
    vote_third: str
    vote_no_third: str
    vote_carried: str
    vote_countered: str
    voters: str
    voters_parties: str
    voter: str
    municipality: str
    party: str
    no_party: str
    total: str
    serving_for: str
    serving_vacant: str
    serving_deputy: str
    candidate: str
    candidate_votes: str
    candidate_elected: str
    candidate_by_lot: str
    candidates: str
    blank_votes: str
    corrections: str
    correction_by: str
    corrected_on: str
    extract: str
    pdf_pages: str
    record_page: str
    paragraphs: str
    previous_paragraph: str
    next_paragraph: str
    assignment: str
    assignment_due: str
    extension: str
    extended_to: str
    assignment_to: str
    assignment_until: str
    comparison: str
    as_proposed: str
    not_proposed: str
    not_decided: str
    struck: str
    inserted: str
    deciding: str
    serving: str
    deputies_present: str
    others_present: str
    attendance: str
    adjournment: str
    adjourned_from: str
    form: str
    forms: dict[RecordForm, str]
    numbering: str
    search_outcome: str

    # Matter
    matter_of: str
    latest: str
    coming: str
    from_start: str
    started: str
    committees_of_matter: str
    all_documents: str
    papers: str

    # Text and tables
    notes: str
    note: str
    to_text: str
    table: str
    csv: str
    rounded: str
    drag: str

    # Is a PDF a published record?
    verify: str
    verify_lead: str
    verify_needs: str
    verify_file: str
    verify_private: str
    verify_working: str
    verify_published: str
    verify_later: str
    verify_unknown: str
    verify_why: str
    verify_unread: str
    verify_unlisted: str
    verify_digest: str
    verify_yourself: str
    verify_compute: str
    verify_compare: str
    verify_list: str
    verify_right: str
    verify_right_link: str

    # Search and not found
    search_label: str
    search_hint: str
    search_example: str
    search_empty: str
    search_no_script: str
    search_lists: str
    search_year: str
    search_committee: str
    search_narrow: str
    search_hits: str
    search_more: str
    search_clear: str
    lost: str
    lost_code: str
    lost_text: str

    # Counts
    page_count: tuple[str, str]
    case_count: tuple[str, str]
    meeting_count: tuple[str, str]
    committee_count: tuple[str, str]

    def count(self, number: int, pair: tuple[str, str]) -> str:
        """`1 sida`, `18 sidor`, with a blank that does not break."""
        return f"{number}\N{NO-BREAK SPACE}{pair[0] if number == 1 else pair[1]}"

    def in_part(self, outcome: Outcome) -> str:
        """`Delvis bifall`, `Approved in part`."""
        said = self.partly.format(outcome=self.outcomes[outcome].lower())
        return said[:1].upper() + said[1:]

    def listed(self, names: Sequence[str]) -> str:
        """`Norrsala, Ekvik och Sjövik`."""
        return listed(names, self.language)

    def size(self, count: int) -> str:
        """A file's size in thousands of bytes, in the language's figures: `412 kB`, `1,2 MB`."""
        kilo = max(1, (count + 500) // 1000)
        if kilo < 1000:
            return f"{kilo} kB"
        mega = f"{(kilo + 50) // 1000}.{(kilo + 50) // 100 % 10}"
        return f"{mega.replace('.', ',') if self.language == 'sv' else mega} MB"
