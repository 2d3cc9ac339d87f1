"""The votes of a paragraph turned into findings: who voted, what they add up to, and what settled them."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import get_close_matches

from kallelse.check.record.held import Attended, Held, ambiguous, listed_as
from kallelse.model.finding import Finding, Place, Severity, listed
from kallelse.model.meeting import CaseKind
from kallelse.model.namesakes import typed_person
from kallelse.model.presence import Share
from kallelse.model.vote import PUT_OFF, Ballot, Stand, Tally, Vote, Way, result_of, tally_of

_MOST = 5


def check_votes(held: Held, at: Attended) -> Iterator[Finding]:
    """Findings about the votes between two proposals, each at its own line."""
    for vote in at.paragraph.votes:
        place = Place(held.minutes.path, vote.line)
        if _folded(vote.yes.text) == _folded(vote.no.text):
            yield Finding("vote-same", place, {"proposal": vote.yes.text})
        if held.minutes.attendance.deciding:
            yield from _voters(held, at, vote) if vote.is_open else _secret(at, vote, place)
            yield from _present(at, vote, place)
        counted = tally_of(vote)
        if vote.stated is not None and vote.stated != counted:
            yield Finding("vote-stated", place, {"stated": _told(vote.stated), "counted": _told(counted)})
        yield from _settled(held, at, vote, place)
        if vote.by_minority:
            yield from _minority(held, at, vote, place)


def _voters(held: Held, at: Attended, vote: Vote) -> Iterator[Finding]:
    """Whoever voted and could not, or twice, or for a seat that had voted; and whoever could and did not (KL 5:66)."""
    voted: set[str] = set()
    # Who voted for each seat.
    seats: dict[str, str] = {}
    served: dict[str, list[str]] = {}
    for each in at.present:
        served.setdefault(each.who, []).append(each.seat)
    for ballot in vote.ballots:
        who = held.who(ballot.voter)
        place = Place(held.minutes.path, ballot.line or vote.line)
        told = {"name": who, "paragraph": str(at.paragraph.number)}
        own = served.get(who, [])
        free = [seat for seat in own if seat not in seats]
        if held.shared.meant(ballot.voter) is None:
            yield ambiguous(held, ballot.voter, place)
        elif who in voted:
            yield Finding("vote-twice", place, told)
        elif not own:
            stranger = _stranger(held, ballot, place, told)
            # Whoever is meant has voted.
            voted |= {stranger.words[word] for word in ("near", "listed") if word in stranger.words}
            yield stranger
        elif who in at.disqualified:
            yield Finding("vote-disqualified", place, told)
        elif who in at.not_taking_part:
            yield Finding("vote-aside", place, told)
        elif not free:
            yield Finding("vote-seat", place, {**told, "seat": own[0], "other": seats[own[0]]})
        else:
            seats[free[0]] = who
        voted.add(who)
    missing = dict.fromkeys(
        each.who
        for each in at.entitled
        if each.share is Share.WHOLE and each.who not in voted and each.seat not in seats
    )
    # Whom a name without a party may mean may have voted.
    missing = {who: None for who in missing if typed_person(who).name not in voted}
    if missing:
        told = {"names": listed(missing, _MOST), "paragraph": str(at.paragraph.number)}
        yield Finding("vote-missing", Place(held.minutes.path, vote.line), told, Severity.REMARK)


def _stranger(held: Held, ballot: Ballot, place: Place, told: dict[str, str]) -> Finding:
    """A vote of one who did not serve in the paragraph."""
    who, attendance = held.who(ballot.voter), held.minutes.attendance
    if any(held.who(each.person) == who for each in attendance.deciding):
        return Finding("vote-away", place, told)
    if who in held.names:
        return Finding("vote-not-serving", place, told)
    if (other := held.misspelt_in_list(ballot.voter.name)) is not None:
        return listed_as(ballot.voter.name, other, place)
    near = get_close_matches(who, sorted({each.person.name for each in attendance.deciding}), 1, 0.75)
    return Finding("vote-misspelt", place, {**told, "near": near[0]}) if near else Finding("vote-absent", place, told)


def _secret(at: Attended, vote: Vote, place: Place) -> Iterator[Finding]:
    tally = tally_of(vote)
    total, most = tally.yes + tally.no + tally.abstaining, len({each.seat for each in at.entitled})
    if total > most:
        yield Finding("vote-many", place, {"total": str(total), "most": str(most)})


def _present(at: Attended, vote: Vote, place: Place) -> Iterator[Finding]:
    """A number of those present that those who served cannot make; some attended a part, or stood aside."""
    whole = {each.who for each in at.entitled if each.share is Share.WHOLE}
    everyone = {each.who for each in at.present}
    if vote.present and not len(whole) <= vote.present <= len(everyone):
        counted = str(len(everyone)) if len(whole) == len(everyone) else f"{len(whole)}–{len(everyone)}"
        yield Finding("vote-present", place, {"present": str(vote.present), "counted": counted})


def _settled(held: Held, at: Attended, vote: Vote, place: Place) -> Iterator[Finding]:
    """What settles a tie: the chair's casting vote, in elections and appointments the lot (KL 5:54–56, 6:33)."""
    tally, case = tally_of(vote), held.public_case(at.paragraph)
    told = {"tally": _told(tally), "paragraph": str(at.paragraph.number)}
    result = result_of(vote)
    is_third = result.way is Way.MINORITY and tally.yes == tally.no
    # Whether a third was reached nobody knows before it is said of how many.
    if result.winner is None and (vote.present or not vote.by_minority):
        is_election = case is not None and case.kind is CaseKind.ELECTION
        yield Finding("vote-tie-election" if is_election else "vote-tie", place, told)
    if vote.casting is not None and vote.lot is not None:
        yield Finding("vote-both", place, told)
    elif vote.casting is not None:
        if is_third:
            yield Finding("vote-casting-third", place, told)
        elif not result.is_tie:
            yield Finding("vote-casting-needless", place, told)
        elif case is not None and case.kind is CaseKind.ELECTION:
            yield Finding("vote-casting-election", place, told, Severity.REMARK)
        yield from _casting(held, at, vote, vote.casting, place)
    elif vote.lot is not None:
        if is_third:
            yield Finding("vote-lot-third", place, told)
        elif not result.is_tie:
            yield Finding("vote-lot-needless", place, told)
        elif case is not None and case.kind is not CaseKind.ELECTION:
            yield Finding("vote-lot-case", place, told, Severity.REMARK)


def _casting(held: Held, at: Attended, vote: Vote, casting: Stand, place: Place) -> Iterator[Finding]:
    """A casting vote that is not that of one in the chair, or not as the chair voted."""
    if not at.led or not at.servers:
        return
    told = {"name": at.led[0], "paragraph": str(at.paragraph.number)}
    chairs = {each.who for each in at.entitled if each.who in at.led}
    stands = {ballot.stand for ballot in vote.ballots if held.who(ballot.voter) in chairs}
    if not chairs:
        yield Finding("vote-casting-chair", place, told)
    elif vote.is_open and casting not in stands:
        is_other = bool(stands - {Stand.ABSTAINS})
        code = "vote-casting-other" if is_other else "vote-casting-abstained"
        yield Finding(code, place, told, Severity.ERROR if is_other else Severity.REMARK)


def _minority(held: Held, at: Attended, vote: Vote, place: Place) -> Iterator[Finding]:
    """A third of those present is enough in the council alone, to table or refer back, not in elections (KL 5:50)."""
    case = held.public_case(at.paragraph)
    told = {"paragraph": str(at.paragraph.number)}
    if not held.roll.is_council:
        yield Finding("vote-minority-committee", place, told)
    elif case is not None and case.kind is CaseKind.ELECTION:
        yield Finding("vote-minority-election", place, told)
    elif vote.yes.outcome not in PUT_OFF and vote.no.outcome not in PUT_OFF:
        yield Finding("vote-minority-step", place, told)
    if not vote.present:
        yield Finding("vote-minority-present", place, told)


def _told(tally: Tally) -> str:
    """`4–4`, with those who abstained in brackets."""
    return f"{tally.yes}–{tally.no}" + (f" ({tally.abstaining})" if tally.abstaining else "")


def _folded(text: str) -> str:
    return " ".join(text.casefold().split()).rstrip(".")
