"""English words of summonses and minutes, each with its further forms, and what they mean in plain words."""

from __future__ import annotations

from collections.abc import Mapping

ENGLISH: Mapping[str, str] = {
    "Acclamation": (
        "When the members call yes to the proposal that they want, and the chair judges which one had the most."
    ),
    "Adjustment, adjusted, adjuster, adjusters": (
        "Of minutes: the chair and one or more members check that they hold what was decided, and sign them."
    ),
    "Administrative appeal": (
        "A way to appeal for the person that a decision is about. The court may change the decision, not only annul it."
    ),
    "Amendment": "A motion to change a part of a proposal.",
    "Casting vote": "The vote of the chair, which decides when as many vote for as against.",
    "Co-opted": "Somebody who may attend a meeting and speak, but not vote.",
    "Confidential": "Under secrecy by law, so that it may not be given out. Such things are not shown on the site.",
    "Delegated decision, delegated decisions": (
        "A decision that somebody makes for the committee, such as an official, the chair or a working party. The "
        "committee has settled who may decide what."
    ),
    "Deputy, deputies": ("Somebody elected to step in when a member cannot attend. Only a deputy who serves may vote."),
    "Disqualified, disqualification": (
        "Somebody who may not take part in a case because it concerns that person or somebody close, or because "
        "something else makes it possible to doubt that the person is impartial."
    ),
    "Extract of the minutes": "The part of the minutes that is about a single case.",
    "Gains legal force, gained legal force, legal force": (
        "A decision has gained legal force when it can no longer be appealed."
    ),
    "Interpellation": (
        "A question from a member of the council to a chair, which is answered and debated at a meeting."
    ),
    "Minority referral": (
        "When at least a third of the members of the council who are present ask that a case be referred back or "
        "tabled, so that it is not decided."
    ),
    "Notice board": (
        "The official board of the municipality on the site. It tells among other things which minutes are adjusted "
        "and when the council meets."
    ),
    "Official letter": (
        "The letter from the administration to the committee about a case: what it is about, and what the committee "
        "is proposed to decide."
    ),
    "Order of propositions": (
        "The order in which the chair puts the proposals against each other when it is to be settled which one becomes "
        "the decision."
    ),
    "Referred back, refer back, referral back": "Sent back to be investigated further before it is decided.",
    "Registry number, registry no, registry nos": (
        "The number of the case in the municipality's register of documents. With it you find all that belongs to it."
    ),
    "Reservation, reservations": "A member's way to show in the minutes that he or she is not behind a decision.",
    "Review of legality": (
        "A court tries whether a decision is lawful. Any member of the municipality can ask for it. The court may "
        "annul the decision, but not make another."
    ),
    "Summons": "The notice of when and where a meeting is held, with the agenda and the papers of the cases.",
    "Tabled": "Put off to a later meeting, without being investigated further.",
}
"""The meaning by the words that have it, divided by commas, as lists name them first."""
