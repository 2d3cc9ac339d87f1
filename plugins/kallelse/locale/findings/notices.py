"""The words of findings about the adjustment of minutes, their notices and their corrections."""

from __future__ import annotations

from collections.abc import Mapping

from kallelse.model.settings import Language

TEXTS: Mapping[str, Mapping[Language, tuple[str, str]]] = {
    "set-empty": {
        "sv": ("Justeringen gäller inga paragrafer.", "Skriv vilka, eller ta bort den."),
        "en": ("The adjustment is of no paragraphs.", "Write which ones, or remove it."),
    },
    "set-overlap": {
        "sv": (
            "Justeringen gäller {paragraphs}, men det gör också den på rad {line}.",
            "Låt varje paragraf stå i en justering.",
        ),
        "en": (
            "The adjustment is of {paragraphs}, but so is that on line {line}.",
            "Let each paragraph stand in one adjustment.",
        ),
    },
    "set-unknown": {
        "sv": ("Justeringen gäller {paragraphs}, som inte finns i protokollet.", "Rätta paragraferna."),
        "en": ("The adjustment is of {paragraphs}, which the minutes lack.", "Correct the paragraphs."),
    },
    "set-without": {
        "sv": (
            "Ingen justering gäller {paragraphs}.",
            "Lägg till paragraferna i en av justeringarna, eller i en egen.",
        ),
        "en": (
            "No adjustment is of {paragraphs}.",
            "Add the paragraphs to one of the adjustments, or to one of their own.",
        ),
    },
    "set-early": {
        "sv": (
            "Justeringen av {paragraphs} är daterad {date}, innan sammanträdet {meeting} var slut.",
            "Kontrollera dag och klockslag. Skedde det under mötet, skriv immediate: true.",
        ),
        "en": (
            "The adjustment of {paragraphs} is dated {date}, before the meeting of {meeting} was over.",
            "Check day and time. If it was done during the meeting, write immediate: true.",
        ),
    },
    "set-before": {
        "sv": (
            "Den omedelbara justeringen av {paragraphs} är daterad {date}, innan sammanträdet {meeting} började.",
            "Kontrollera dag och klockslag.",
        ),
        "en": (
            "The immediate adjustment of {paragraphs} is dated {date}, before the meeting of {meeting} began.",
            "Check day and time.",
        ),
    },
    "signature-later": {
        "sv": (
            "{name} undertecknade {signed}, efter att {paragraphs} justerades {date}.",
            "Det är justerat när den sista har undertecknat. Rätta dag eller tid, eller ge den egna signatures.",
        ),
        "en": (
            "{name} signed on {signed}, after {paragraphs} were adjusted on {date}.",
            "It is adjusted when the last one has signed. Correct day or time, or give it signatures of its own.",
        ),
    },
    "set-late": {
        "sv": (
            "Justeringen av {paragraphs} är daterad {date}, men sista dagen var {last} (5 kap. 69 § KL).",
            "Kontrollera dagen. Stämmer den, lämna det så.",
        ),
        "en": (
            "The adjustment of {paragraphs} is dated {date}, but the last day was {last} (KL 5:69).",
            "Check the day. If it is right, leave it so.",
        ),
    },
    "set-overdue": {
        "sv": (
            "Justeringen av {paragraphs} saknas, fast sista dagen var {last} (5 kap. 69 § KL).",
            "Skriv dagen, när det är gjort.",
        ),
        "en": (
            "The adjustment of {paragraphs} is missing, though the last day was {last} (KL 5:69).",
            "Write the day, once it is done.",
        ),
    },
    "set-kept": {
        "sv": (
            "Det står inte var protokollet förvaras ({paragraphs}). Anslaget måste säga det (8 kap. 12 § KL).",
            "Skriv det: kept: Kommunkansliet.",
        ),
        "en": (
            "Where the minutes are kept is not said ({paragraphs}). The notice must say it (KL 8:12).",
            "Write it: kept: Kommunkansliet.",
        ),
    },
    "adjuster-missing": {
        "sv": ("Det står inte vem som justerade {paragraphs}.", "Skriv namnet, till exempel adjusters: Eva Ek (M)."),
        "en": ("Who adjusted {paragraphs} is not said.", "Write the name, such as adjusters: Eva Ek (M)."),
    },
    "adjuster-chair": {
        "sv": (
            "{name} justerar {paragraphs} men var själv ordförande där.",
            "Skriv den som justerade vid sidan av ordföranden.",
        ),
        "en": (
            "{name} adjusts {paragraphs} but was in the chair there.",
            "Write who adjusted them beside the chair.",
        ),
    },
    "adjuster-away": {
        "sv": (
            "{name} justerar {paragraphs} men deltog inte där, enligt närvarolistan.",
            "Kontrollera namnet och närvarolistan.",
        ),
        "en": (
            "{name} adjusts {paragraphs} but took no part there, says the attendance list.",
            "Check the name and the attendance list.",
        ),
    },
    "posting-board": {
        "sv": (
            "Nämnden hade ingen anslagstavla {board} den {date}.",
            "Menar du {near}? Nämndens tavlor står i dess index.md, med from och until om de inte alltid har använts.",
        ),
        "en": (
            "The committee had no board {board} on {date}.",
            "Do you mean {near}? Its boards stand in its index.md, with from and until if not used at all times.",
        ),
    },
    "posting-board-listed": {
        "sv": (
            "Nämnden hade ingen anslagstavla {board} den {date}.",
            "Den hade: {known}. Tavlorna står i dess index.md, med from och until om de inte alltid har använts.",
        ),
        "en": (
            "The committee had no board {board} on {date}.",
            "It had: {known}. Its boards stand in its index.md, with from and until if not used at all times.",
        ),
    },
    "posting-twice": {
        "sv": ("Anslaget om {paragraphs} står två gånger för {board}.", "Ta bort den ena raden."),
        "en": ("The notice of {paragraphs} stands twice for {board}.", "Remove one of the lines."),
    },
    "posting-draft": {
        "sv": (
            "Anslaget om {paragraphs} på {board} är daterat {date}, men det finns ingen justering.",
            "Skriv dagen för justeringen, eller ta bort anslaget.",
        ),
        "en": (
            "The notice of {paragraphs} on {board} is dated {date}, but there is no adjustment.",
            "Write the day of the adjustment, or remove the posting.",
        ),
    },
    "posting-early": {
        "sv": (
            "Anslaget om {paragraphs} på {board} är daterat {date}, före justeringen {adjusted}.",
            "Kontrollera dagarna: det är justeringen som anslås.",
        ),
        "en": (
            "The notice of {paragraphs} on {board} is dated {date}, before the adjustment of {adjusted}.",
            "Check the days: what is announced is the adjustment.",
        ),
    },
    "posting-late": {
        "sv": (
            "Anslaget om {paragraphs} på {board} är daterat {date}, men sista dagen var {last} (8 kap. 12 § KL).",
            "Kontrollera dagen. Stämmer den, lämna det så.",
        ),
        "en": (
            "The notice of {paragraphs} on {board} is dated {date}, but the last day was {last} (KL 8:12).",
            "Check the day. If it is right, leave it so.",
        ),
    },
    "posting-missing": {
        "sv": (
            "Justeringen av {paragraphs} är inte anslagen på {boards}.",
            (
                "Anslå den, och skriv dagen: tiden att överklaga räknas från när den är anslagen på alla tavlor. "
                "För en tavla som kom till senare skriver du from i nämndens index.md."
            ),
        ),
        "en": (
            "The adjustment of {paragraphs} is not posted on {boards}.",
            (
                "Post it, and write the day: the time to appeal runs from when it is posted on all boards. "
                "Of a board that came later, write from in the committee's index.md."
            ),
        ),
    },
    "posting-removed": {
        "sv": (
            "Anslaget om {paragraphs} på {board} togs ned {removed}, men ska sitta uppe till {down} (8 kap. 12 § KL).",
            "Ta bort dagen, och låt anslaget sitta kvar. Togs det verkligen ned för tidigt, anslå det på nytt.",
        ),
        "en": (
            "The notice of {paragraphs} on {board} was taken down on {removed}, but must stay until {down} (KL 8:12).",
            "Remove the day, and let the notice stay. If it really was taken down too early, post it anew.",
        ),
    },
    "adjournment-unknown": {
        "sv": ("Ajourneringen gäller § {paragraph}, som inte finns i protokollet ({known}).", "Rätta numret."),
        "en": ("The adjournment is in § {paragraph}, which the minutes lack ({known}).", "Correct the number."),
    },
    "adjournment-backwards": {
        "sv": ("Ajourneringen från {start} slutar {end}, innan den började.", "Kontrollera start och end."),
        "en": ("The adjournment from {start} ends at {end}, before it began.", "Check start and end."),
    },
    "correction-unknown": {
        "sv": ("Rättelsen gäller § {paragraph}, som inte finns i protokollet ({known}).", "Rätta numret."),
        "en": ("The correction is of § {paragraph}, which the minutes lack ({known}).", "Correct the number."),
    },
    "correction-draft": {
        "sv": (
            "Rättelsen {date} gäller något som inte är justerat.",
            "Rätta texten själv, och ta bort rättelsen.",
        ),
        "en": (
            "The correction of {date} is of something that is not adjusted.",
            "Correct the text itself, and remove the correction.",
        ),
    },
    "correction-early": {
        "sv": (
            "Rättelsen är daterad {date}, före justeringen {adjusted}.",
            "Kontrollera dagen. Gjordes ändringen före justeringen är den ingen rättelse: ta bort raden.",
        ),
        "en": (
            "The correction is dated {date}, before the adjustment of {adjusted}.",
            "Check the day. What was changed before the adjustment is no correction: remove the line.",
        ),
    },
}
