"""What a secretary types in minutes: headings of parts, marks, lines of fences, ranges of paragraphs."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, TypeAlias

from kallelse.model.law import Appeal
from kallelse.model.section import SectionKind
from kallelse.model.settings import Language
from kallelse.model.vote import Fate, Outcome, Stand, StepKind

# `{body}` stands for the body that a decision is a proposal to, `{by}` for whoever proposes, `{condition}` for that on
# which a decision is made.
RECORD_HEADINGS: Mapping[Language, Mapping[str, SectionKind]] = {
    "sv": {
        "Beslut": SectionKind.DECISION,
        "Nämndens beslut": SectionKind.DECISION,
        "Beslut för egen del": SectionKind.DECISION,
        "Beslut – Förslag till {body}": SectionKind.DECISION,
        "Beslut – för fastställande i {body}": SectionKind.DECISION,
        "Beslut för {body}": SectionKind.DECISION,
        "Förslag till {body}": SectionKind.DECISION,
        "Beslut under förutsättning {condition}": SectionKind.DECISION,
        "Beslut, under förutsättning {condition}": SectionKind.DECISION,
        "Beslut för egen del under förutsättning {condition}": SectionKind.DECISION,
        "Beslut för egen del, under förutsättning {condition}": SectionKind.DECISION,
        "Beslut på villkor {condition}": SectionKind.DECISION,
        "Offentlig lydelse": SectionKind.WORDING,
        "Sammanfattning": SectionKind.SUMMARY,
        "Sammanfattning av ärendet": SectionKind.SUMMARY,
        "Ärendet i korthet": SectionKind.SUMMARY,
        "Beskrivning av ärendet": SectionKind.DESCRIPTION,
        "Ekonomiska konsekvenser": SectionKind.ECONOMY,
        "Beslutsunderlag": SectionKind.GROUNDS,
        "Underlag": SectionKind.GROUNDS,
        "Handlingar": SectionKind.GROUNDS,
        "Beslutsmotivering": SectionKind.REASONS,
        "Motivering": SectionKind.REASONS,
        "Förslag till beslut": SectionKind.PROPOSAL,
        "Förslag till beslut i {body}": SectionKind.PROPOSAL,
        "Förslag till beslut från {by}": SectionKind.PROPOSAL,
        "Förslag till beslut i {body} från {by}": SectionKind.PROPOSAL,
        "Beslutsförslag": SectionKind.PROPOSAL,
        "Beslutsförslag från {by}": SectionKind.PROPOSAL,
        "Ärendets behandling": SectionKind.TREATMENT,
        "Ärendets behandling på sammanträdet": SectionKind.TREATMENT,
        "Behandling på sammanträdet": SectionKind.TREATMENT,
        "Jäv": SectionKind.DISQUALIFIED,
        "Yrkanden": SectionKind.MOTIONS,
        "Yrkande": SectionKind.MOTIONS,
        "Förslag till beslut på sammanträdet": SectionKind.MOTIONS,
        "Förslag på sammanträdet": SectionKind.MOTIONS,
        "Propositionsordning": SectionKind.PROPOSITIONS,
        "Propositionsordningar": SectionKind.PROPOSITIONS,
        "Beslutsgång": SectionKind.PROPOSITIONS,
        "Omröstning": SectionKind.VOTES,
        "Omröstningar": SectionKind.VOTES,
        "Omröstningsresultat": SectionKind.VOTES,
        "Deltar inte i beslutet": SectionKind.NOT_TAKING_PART,
        "Deltar ej i beslutet": SectionKind.NOT_TAKING_PART,
        "Stöd för beslutet": SectionKind.SUPPORT,
        "Instämmer i beslutet": SectionKind.SUPPORT,
        "Avvikande mening": SectionKind.DISSENT,
        "Anteckning om avvikande mening": SectionKind.DISSENT,
        "Reservation": SectionKind.RESERVATION,
        "Reservationer": SectionKind.RESERVATION,
        "Protokollsanteckning": SectionKind.STATEMENT,
        "Protokollsanteckningar": SectionKind.STATEMENT,
        "Särskilt yttrande": SectionKind.STATEMENT,
        "Delegationsbeslut": SectionKind.DELEGATED,
        "Anmälda delegationsbeslut": SectionKind.DELEGATED,
        "Beslut skickas till": SectionKind.SENT_TO,
        "Beslutet skickas till": SectionKind.SENT_TO,
        "Skickas till": SectionKind.SENT_TO,
    },
    "en": {
        "Decision": SectionKind.DECISION,
        "Decision – proposal to {body}": SectionKind.DECISION,
        "Proposal to {body}": SectionKind.DECISION,
        "Decision on condition {condition}": SectionKind.DECISION,
        "Decision, on condition {condition}": SectionKind.DECISION,
        "Public wording": SectionKind.WORDING,
        "Summary": SectionKind.SUMMARY,
        "Summary of the case": SectionKind.SUMMARY,
        "Description of the case": SectionKind.DESCRIPTION,
        "Financial consequences": SectionKind.ECONOMY,
        "Documents": SectionKind.GROUNDS,
        "Grounds": SectionKind.GROUNDS,
        "Reasons": SectionKind.REASONS,
        "Proposal for decision": SectionKind.PROPOSAL,
        "Proposed decision": SectionKind.PROPOSAL,
        "Proposed decision in {body}": SectionKind.PROPOSAL,
        "Proposed decision from {by}": SectionKind.PROPOSAL,
        "Proposed decision in {body} from {by}": SectionKind.PROPOSAL,
        "Treatment at the meeting": SectionKind.TREATMENT,
        "Disqualification": SectionKind.DISQUALIFIED,
        "Motions": SectionKind.MOTIONS,
        "Order of propositions": SectionKind.PROPOSITIONS,
        "Vote": SectionKind.VOTES,
        "Votes": SectionKind.VOTES,
        "Not taking part in the decision": SectionKind.NOT_TAKING_PART,
        "Support for the decision": SectionKind.SUPPORT,
        "Dissent": SectionKind.DISSENT,
        "Dissenting opinion": SectionKind.DISSENT,
        "Reservation": SectionKind.RESERVATION,
        "Reservations": SectionKind.RESERVATION,
        "Statement": SectionKind.STATEMENT,
        "Statements": SectionKind.STATEMENT,
        "Delegated decisions": SectionKind.DELEGATED,
        "Sent to": SectionKind.SENT_TO,
        "The decision is sent to": SectionKind.SENT_TO,
    },
}
"""The headings of the parts of a paragraph, before which those of a municipality's settings come."""

# Marks and fences hold in every language of the site, as those of letters do.
OUTCOMES: Mapping[str, Outcome] = {
    "bifall": Outcome.APPROVED,
    "enligt förslaget": Outcome.APPROVED,
    "approved": Outcome.APPROVED,
    "ändrat": Outcome.AMENDED,
    "amended": Outcome.AMENDED,
    "avslag": Outcome.REJECTED,
    "rejected": Outcome.REJECTED,
    "valt": Outcome.ELECTED,
    "val": Outcome.ELECTED,
    "elected": Outcome.ELECTED,
    "besvarat": Outcome.ANSWERED,
    "besvarad": Outcome.ANSWERED,
    "answered": Outcome.ANSWERED,
    "noterat": Outcome.NOTED,
    "till handlingarna": Outcome.NOTED,
    "noted": Outcome.NOTED,
    "bordlagt": Outcome.TABLED,
    "bordläggning": Outcome.TABLED,
    "tabled": Outcome.TABLED,
    "återremiss": Outcome.REFERRED_BACK,
    "återremitterat": Outcome.REFERRED_BACK,
    "referred back": Outcome.REFERRED_BACK,
    "överlämnat": Outcome.REFERRED_ON,
    "remitterat": Outcome.REFERRED_ON,
    "referred on": Outcome.REFERRED_ON,
    "utgår": Outcome.WITHDRAWN,
    "withdrawn": Outcome.WITHDRAWN,
}
"""What a point comes to, by the mark at its end: `{avslag}`."""

# What begins a word that says so, where a decision has no mark and differs from what was proposed.
TELLING_WORDS: Mapping[str, Outcome] = {
    "avslå": Outcome.REJECTED,
    "avslog": Outcome.REJECTED,
    "besvara": Outcome.ANSWERED,
    "bordlägg": Outcome.TABLED,
    "bordlagd": Outcome.TABLED,
    "återremi": Outcome.REFERRED_BACK,
    "utgår": Outcome.WITHDRAWN,
    "reject": Outcome.REJECTED,
    "tabled": Outcome.TABLED,
    "referred back": Outcome.REFERRED_BACK,
}

ADJUSTED_AT_ONCE = (
    *("omedelbart justera", "omedelbar justering", "justeras omedelbart", "justeras genast"),
    *("adjusted at once", "adjusted immediately", "immediate adjustment"),
)
"""What says in a decision that its paragraph is adjusted before the others."""

MarkKind: TypeAlias = Literal["assignment", "added", "withdrawn", "appeal", "dnr", "motion", "extension"]
MARKS: Mapping[str, MarkKind] = {
    "uppdrag": "assignment",
    "assignment": "assignment",
    "förlängt": "extension",
    "extended": "extension",
    "extra": "added",
    "tillagt": "added",
    "added": "added",
    "utgår": "withdrawn",
    "withdrawn": "withdrawn",
    "överklagas": "appeal",
    "appeal": "appeal",
    "dnr": "dnr",
    "yrkande": "motion",
    "motion": "motion",
}
"""Other marks, in a heading or at the end of a point: `{uppdrag: IT-chefen, senast 2022-11-28}`."""

APPEALS: Mapping[str, Appeal] = {
    "laglighetsprövning": Appeal.MUNICIPAL,
    "municipal": Appeal.MUNICIPAL,
    "förvaltningsbesvär": Appeal.ADMINISTRATIVE,
    "administrative": Appeal.ADMINISTRATIVE,
    "nej": Appeal.NONE,
    "inte": Appeal.NONE,
    "none": Appeal.NONE,
}
"""How a decision is appealed, in the mark `{överklagas: …}`."""

TO_WHAT_END = ("för", "for")
"""What the purpose of sending somebody a decision begins with: `för kännedom`."""

BY = ("senast", "by")
"""The words before the day in the mark of an assignment."""

STANDS: Mapping[str, Stand] = {
    "ja": Stand.YES,
    "yes": Stand.YES,
    "nej": Stand.NO,
    "no": Stand.NO,
    "avstår": Stand.ABSTAINS,
    "avstod": Stand.ABSTAINS,
    "abstains": Stand.ABSTAINS,
}
"""How one voted, after the name."""

GROUPED: Mapping[str, Stand] = {
    "ja röstar": Stand.YES,
    "röstar ja": Stand.YES,
    "voting yes": Stand.YES,
    "nej röstar": Stand.NO,
    "röstar nej": Stand.NO,
    "voting no": Stand.NO,
    "avstår": Stand.ABSTAINS,
    "abstaining": Stand.ABSTAINS,
}
"""The lines that name all who voted so."""

STEPS: Mapping[str, StepKind] = {
    "avgöra i dag": StepKind.DECIDE_NOW,
    "avgöras i dag": StepKind.DECIDE_NOW,
    "decide now": StepKind.DECIDE_NOW,
    "motförslag": StepKind.COUNTER,
    "counter-proposal": StepKind.COUNTER,
    "huvudförslag": StepKind.MAIN,
    "main": StepKind.MAIN,
    "tillägg": StepKind.ADDITION,
    "addition": StepKind.ADDITION,
}
FATES: Mapping[str, Fate] = {
    "bifall": Fate.APPROVED,
    "approved": Fate.APPROVED,
    "avslag": Fate.REJECTED,
    "rejected": Fate.REJECTED,
    "förfaller": Fate.LAPSED,
    "lapsed": Fate.LAPSED,
    "avvisas": Fate.RULED_OUT,
    "ruled out": Fate.RULED_OUT,
    "återtas": Fate.TAKEN_BACK,
    "taken back": Fate.TAKEN_BACK,
}
RANKS: Mapping[str, int] = {
    "första": 1,
    "i första hand": 1,
    "first": 1,
    "1": 1,
    "andra": 2,
    "i andra hand": 2,
    "second": 2,
    "2": 2,
    "tredje": 3,
    "i tredje hand": 3,
    "third": 3,
    "3": 3,
}
MINORITY = ("en tredjedel", "one third")
"""What is enough for a minority to table or refer back (KL 5 kap. 50 §)."""

YES, NO = ("ja", "yes"), ("nej", "no")
LINES: Mapping[str, str] = {
    "steg": "step",
    "step": "step",
    "resultat": "result",
    "result": "result",
    "utslagsröst": "casting",
    "casting vote": "casting",
    "lott": "lot",
    "lot": "lot",
    "krav": "needs",
    "needs": "needs",
    "närvarande": "present",
    "present": "present",
    "platser": "seats",
    "antal platser": "seats",
    "seats": "seats",
    "number of seats": "seats",
    "blanka": "blank",
    "blanka röster": "blank",
    "blanka valsedlar": "blank",
    "blank": "blank",
    "blank votes": "blank",
    "blank ballots": "blank",
    "förslag": "side",
    "proposal": "side",
    "bifall": "winner",
    "carried": "winner",
    "av": "movers",
    "by": "movers",
    "stöds av": "supporters",
    "supported by": "supporters",
    "id": "id",
    "hand": "rank",
    "place": "rank",
    "utgång": "fate",
    "fate": "fate",
}
"""The words before the colon of a line in a fence of the record."""

NUMBERS = (
    *("ogiltiga", "ogiltiga röster", "ogiltiga valsedlar", "invalid", "invalid votes", "invalid ballots"),
    *("summa", "totalt", "sammanlagt", "antal röster", "avgivna röster", "total", "sum", "votes"),
)
"""Other numbers of an election, which are those of nobody."""

# Words of what somebody attended: `§§ 21–24`, `från § 160 kl. 18.00`, `del av § 26`, `ej § 5`.
FROM = ("från och med", "från", "fr.o.m.", "fr.o.m", "fr o m", "fr. o. m.", "fr. o m", "from")
UNTIL = (
    *(
        "till och med",
        "fram till och med",
        "till",
        "fram till",
        "t.o.m.",
        "t.o.m",
        "t o m",
        "t. o. m.",
        "t. o m",
        "tom",
    ),
    *("until", "up to", "through"),
)
PART_OF = ("del av", "part of")
NOT = (
    *("ej", "inte", "utom", "utom vid", "frånvarande", "frånvarande vid", "jäv", "jävig", "jävig i", "jävig vid"),
    *("not", "except", "absent", "absent for", "disqualified", "disqualified in"),
)
UNSURE = (
    *("efter", "före", "innan", "lämnade", "lämnar", "gick", "går", "kom", "kommer", "anlände", "avvek", "avviker"),
    *("after", "before", "left", "leaves", "came", "comes", "arrived", "arrives"),
)
"""What may stand before a paragraph without saying whether that was attended."""
PARAGRAPHS = ("paragraf", "paragrafen", "paragrafer", "paragraferna", "paragraph", "paragraphs")
"""What may be written for the sign of paragraphs."""
PRESIDING = ("ordförande", "chair")
"""Who presided over some of the paragraphs of a set, where those are listed."""
ITEM = ("ärende", "ärendena", "punkt", "item", "items")
CLOCK = ("klockan", "kl.", "kl", "at")
SERVING_FOR = (
    ("tjänstgörande ersättare för", "tjg. ersättare för", "tjg ers för", "tjänstgör för", "ersätter", "serving for"),
    ("för", "for"),
)
"""What stands before the member whose seat a deputy serves: words that say nothing else, then words that may."""
SAYING: Mapping[SectionKind, tuple[str, ...]] = {
    SectionKind.DISQUALIFIED: ("jäv", "disqualif", "conflict of interest", "recus"),
    SectionKind.NOT_TAKING_PART: (
        *("delta", "deltog", "avstå", "avstod"),
        *("take part", "takes part", "took part", "taking part", "participat", "abstain"),
    ),
    SectionKind.SUPPORT: (
        *("stöd", "stött", "instäm", "ställer sig bakom", "ställde sig bakom", "ansluter", "anslöt", "biträd"),
        *("support", "agree", "concur"),
    ),
    SectionKind.DISSENT: (
        *("avvik", "mening", "instäm", "ansluter", "anslöt", "emot"),
        *("dissent", "opinion", "agree", "join", "oppos", "against"),
    ),
    SectionKind.RESERVATION: ("reserv", "instäm", "ansluter", "anslöt", "agree", "join"),
}
"""What begins a word that says of whom a part of a paragraph tells what its heading says."""
IN_FAVOUR = ("till förmån", "in favour of", "in favor of")
"""What stands before the proposal that somebody is for, which others may have made."""
AND = (
    *("och", "samt", "liksom", "likaså", "även", "också", "tillsammans med", "det gör", "vilket", "gör"),
    *("and", "also", "too", "as well as", "together with", "so does", "so do"),
)
"""What names stand among that are said of whom the words before them are said."""
APART = ("och", "men", "varvid", "varför", "varpå", "medan", "and", "but", "while", "whereupon")
"""What may go on with something else, said of somebody else."""
VACANT = ("vakant", "vakant plats", "vakans", "vacant", "vacant seat", "a vacant seat")
"""What stands for a seat that nobody holds."""
