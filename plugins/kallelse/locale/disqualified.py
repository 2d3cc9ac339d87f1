"""The words by which minutes say that somebody is disqualified, is not, or is asked about."""

from __future__ import annotations

NEGATIONS = (
    *("inte", "ej", "icke", "aldrig", "ingen", "inget", "inga", "varken", "saknas"),
    *("not", "no", "none", "nobody", "neither", "never"),
)
OTHERS = (
    *("annan", "annat", "andra", "övrig", "övriga", "övrigt", "ytterligare", "fler"),
    *("other", "others", "else", "further"),
)
"""What says something of all but those who are named."""
ASKING = ("fråga om", "frågan om", "frågor om", "huruvida", "eventuellt", "eventuell", "whether", "question of")
"""What asks whether somebody is disqualified; it answers nothing."""
IF = ("om", "if")
IS = ("är", "var", "vore", "blir", "kan", "ska", "skall", "anses", "föreligger", "is", "are", "was", "were", "has")
"""What makes a question of what stands between the word before and the disqualification."""
MAYBE = (
    *("kan vara", "kan anses", "skulle kunna", "kan komma att", "bör vara", "bör anses"),
    *("may be", "might be", "could be"),
)
REASONS = (
    *("på grund av", "p.g.a.", "pga", "pga.", "med anledning av", "till följd av", "med hänvisning till"),
    *("due to", "because of", "by reason of", "on account of"),
)
"""What stands before a disqualification that is the reason for something."""
PRESENT = (
    *("deltar", "delta", "deltog", "deltagit", "närvarar", "närvara", "närvarande", "närvarade", "med", "kvar"),
    *("medverkar", "medverkade", "tjänstgör", "tjänstgjorde", "röstar", "röstade", "rösta", "inne"),
    *("take part", "takes part", "took part", "taking part", "participate", "participates", "present", "vote", "votes"),
)
"""What somebody who is disqualified does not do."""
LEAVING = (
    *("lämnar", "lämnade", "lämna", "går ut", "gick ut", "avstår", "avstod", "träder åt sidan", "inte med", "ej med"),
    *("deltar inte", "deltog inte", "deltar ej", "deltog ej", "inte deltar", "inte delta", "ej deltar"),
    *("inte närvarande", "ej närvarande", "leaves", "left", "steps aside", "not present", "takes no part"),
    *("does not take part", "did not take part", "abstains", "abstained"),
)
"""What somebody does who is disqualified, and others may do."""
DECLARES = ("anmäler", "anmälde", "har anmält", "uppger", "declares", "declared", "reports")
"""What somebody does who says it of himself."""
OF_WHOM = ("för", "hos", "for")
"""What stands before whoever is disqualified."""
BY_WHOM = ("av", "till", "inför", "från", "åt", "enligt", "by", "to", "before", "from")
"""What stands before one who has another part in it."""
ROLES = (
    *("ledamot", "ledamoten", "ledamöter", "ledamöterna", "ersättare", "ersättaren", "ersättarna", "ordförande"),
    *("ordföranden", "vice", "förste", "andre", "tjänstgörande", "herr", "fru"),
    *("member", "members", "deputy", "deputies", "chair", "the", "both", "båda", "både", "såväl", "som"),
)
"""What stands among names that are listed."""
JOINING = ("eller", "respektive", "or", "nor")
"""What joins names beside what says `and`."""
AFTER = (
    *("i", "vid", "under", "från", "ur", "på", "när", "då", "med", "som", "lokalen", "salen", "rummet", "sammanträdet"),
    *("sina", "enligt", "in", "at", "during", "from", "when", "while", "the", "under"),
)
"""What goes on after several names with what is said of all of them."""
PLAIN = (
    *("är", "vara", "var", "varit", "blir", "blivit", "anses", "ansågs", "anser", "bedöms", "bedömdes", "bedömer"),
    *("kan", "ska", "skall", "kunna", "att", "något", "någon", "några", "längre", "sig", "själv", "själva", "ha"),
    *(
        "har",
        "hade",
        "anmäler",
        "anmälde",
        "anmält",
        "föreligger",
        "föreligga",
        "förelåg",
        "förelegat",
        "finns",
        "finnas",
    ),
    *("fanns", "hon", "han", "hen", "denne", "denna", "de", "för", "hos", "därmed", "således", "alltså", "i"),
    *(
        "ärendet",
        "frågan",
        "detta",
        "föranleder",
        "uppstår",
        "råder",
        "situation",
        "is",
        "be",
        "been",
        "was",
        "were",
        "are",
        "to",
    ),
    *("considered", "deemed", "found", "has", "have", "had", "a", "an", "any", "she", "he", "they", "for", "declared"),
    *("himself", "herself", "themselves", "there", "in", "case", "does", "did", "do", "exist", "exists", "som"),
)
"""What may stand between a negation and what it denies."""
