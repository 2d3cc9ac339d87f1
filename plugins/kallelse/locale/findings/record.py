"""The words of findings about minutes: attendance, numbers of paragraphs, decisions."""

from __future__ import annotations

from collections.abc import Mapping

from kallelse.locale.findings import notices, votes
from kallelse.model.settings import Language

TEXTS: Mapping[str, Mapping[Language, tuple[str, str]]] = {
    "record-not-held": {
        "sv": (
            "Det finns ett protokoll, men sammanträdet är {status}.",
            "Ta bort status i sammanträdets index.md, eller protokollet.",
        ),
        "en": (
            "There are minutes, but the meeting is {status}.",
            "Remove status in the meeting's index.md, or the minutes.",
        ),
    },
    "record-other-day": {
        "sv": (
            "Protokollet säger att sammanträdet öppnades {opened}, men kallelsen gäller {meeting}.",
            "Kontrollera dagen. Hölls sammanträdet en annan dag, lämna det så.",
        ),
        "en": (
            "The minutes say that the meeting was opened on {opened}, but it was called for {meeting}.",
            "Check the day. If the meeting was held on another day, leave it so.",
        ),
    },
    "record-fact-missing": {
        "sv": ("Protokollet är justerat men {key} saknas.", "Fyll i {key}: det trycks på första sidan."),
        "en": ("The minutes are adjusted but {key} is missing.", "Fill in {key}: it is printed on the first page."),
    },
    "item-no-paragraph": {
        "sv": (
            "Punkt {number} på föredragningslistan, {title}, har ingen paragraf i protokollet.",
            "Lägg till den, även om ärendet utgick. Ger punkten ingen paragraf, lämna det så.",
        ),
        "en": (
            "Item {number} on the agenda, {title}, has no paragraph in the minutes.",
            "Add it, even if the case was withdrawn. If the item makes no paragraph, leave it so.",
        ),
    },
    "record-gap": {
        "sv": ("Något är kvar att fylla i här: ”{gap}”.", "Skriv det som ska stå där, eller ta bort det."),
        "en": ("Something is still to be filled in here: “{gap}”.", "Write what belongs there, or remove it."),
    },
    "attendance-missing": {
        "sv": ("Protokollet säger inte vilka som deltog i besluten.", "Skriv närvarolistan."),
        "en": ("The minutes do not say who took part in the decisions.", "Write the attendance list."),
    },
    "member-unknown": {
        "sv": (
            "{name} står som ledamot i det senaste protokollet men inte i nämndens index.md.",
            "Lägg till {name} i nämndens members, eller rätta närvarolistan.",
        ),
        "en": (
            "{name} is a member in the latest minutes but not in the committee's index.md.",
            "Add {name} to the committee's members, or correct the attendance list.",
        ),
    },
    "deputy-unknown": {
        "sv": (
            "{name} står som ersättare i det senaste protokollet men inte i nämndens index.md.",
            "Lägg till {name} i nämndens deputies, eller rätta närvarolistan.",
        ),
        "en": (
            "{name} is a deputy in the latest minutes but not in the committee's index.md.",
            "Add {name} to the committee's deputies, or correct the attendance list.",
        ),
    },
    "attendee-misspelt": {
        "sv": (
            "{name} finns inte bland nämndens ledamöter och ersättare, men {near} gör det.",
            "Menar du {near}? Annars, lägg till {name} i nämndens index.md.",
        ),
        "en": (
            "{name} is not among the members and deputies of the committee, but {near} is.",
            "Do you mean {near}? Else add {name} to the committee's index.md.",
        ),
    },
    "name-shared": {
        "sv": ("Det finns flera som heter {name}.", "Skriv partiet också: {choices}."),
        "en": ("There are several called {name}.", "Write the party as well: {choices}."),
    },
    "seat-unknown": {
        "sv": (
            "{name} tjänstgör för {seat}, som inte är ledamot i nämnden.",
            "Skriv ledamotens namn, eller vakant om platsen är tom.",
        ),
        "en": (
            "{name} serves for {seat}, who is no member of the committee.",
            "Write the member's name, or vacant if nobody has the seat.",
        ),
    },
    "seat-misspelt": {
        "sv": (
            "{name} tjänstgör för {seat}, som inte är ledamot i nämnden.",
            "Menar du {near}? Är platsen tom, skriv vakant.",
        ),
        "en": (
            "{name} serves for {seat}, who is no member of the committee.",
            "Do you mean {near}? If nobody has the seat, write vacant.",
        ),
    },
    "presence-outside": {
        "sv": (
            "Vid {name} står {typed}, men protokollet har {known}.",
            "Rätta paragraferna vid namnet.",
        ),
        "en": (
            "Beside {name} stands {typed}, but the minutes have {known}.",
            "Correct the paragraphs beside the name.",
        ),
    },
    "seat-twice": {
        "sv": (
            "{name} och {other} sitter båda på samma plats ({seat}) i hela {paragraphs}.",
            "Skriv vilka paragrafer var och en deltog i, till exempel §§ 21–24, eller del av § 24.",
        ),
        "en": (
            "{name} and {other} both sit on one seat ({seat}) in all of {paragraphs}.",
            "Write in which paragraphs each took part, such as §§ 21–24, or part of § 24.",
        ),
    },
    "seat-both": {
        "sv": (
            "{name} sitter på två platser ({seat} och {other}) i hela {paragraphs}.",
            "Skriv för vem {name} tjänstgjorde i vilka paragrafer.",
        ),
        "en": (
            "{name} sits on two seats ({seat} and {other}) in all of {paragraphs}.",
            "Write for whom {name} served in which paragraphs.",
        ),
    },
    "attendance-many": {
        "sv": (
            "I {paragraphs} deltar {count}, men nämnden har {members} ledamöter.",
            "Kontrollera vem som tjänstgör för vem, och nämndens members.",
        ),
        "en": (
            "In {paragraphs} {count} take part, but the committee has {members} members.",
            "Check who serves for whom, and the committee's members.",
        ),
    },
    "attendance-few": {
        "sv": (
            "I {paragraphs} deltar {count} av {members}. Fler än hälften måste vara där (5 kap. 45 §, 6 kap. 27 § KL).",
            "Kontrollera närvarolistan, och nämndens members. Stämmer de, lämna det så.",
        ),
        "en": (
            "In {paragraphs} {count} of {members} take part. More than half must be there (KL 5:45, 6:27).",
            "Check the attendance list, and the committee's members. If they are right, leave it so.",
        ),
    },
    "record-no-chair": {
        "sv": ("Ingen är ordförande i {paragraphs}.", "Skriv vem som ledde sammanträdet då."),
        "en": ("Nobody is in the chair in {paragraphs}.", "Write who led the meeting then."),
    },
    "chair-away": {
        "sv": (
            "{name} är ordförande i {paragraphs} men deltog inte där, enligt närvarolistan.",
            "Skriv vem som ledde sammanträdet då, eller rätta närvarolistan.",
        ),
        "en": (
            "{name} is in the chair in {paragraphs} but took no part there, says the attendance list.",
            "Write who led the meeting then, or correct the attendance list.",
        ),
    },
    "record-no-secretary": {
        "sv": ("Protokollet säger inte vem som var sekreterare.", "Skriv vem."),
        "en": ("The minutes do not say who was the secretary.", "Write who."),
    },
    "aside-unknown": {
        "sv": (
            "{name} är jävig eller deltar inte i beslutet i § {paragraph}, men finns inte i närvarolistan.",
            "Rätta namnet, eller lägg till det i närvarolistan.",
        ),
        "en": (
            "{name} is disqualified or takes no part in § {paragraph}, but is not on the attendance list.",
            "Correct the name, or add it to the attendance list.",
        ),
    },
    "disqualified-present": {
        "sv": (
            "{name} är jävig i § {paragraph} och får inte vara kvar, men står som närvarande (6 kap. 28–30 §§ KL).",
            "Skriv ej § {paragraph} vid namnet i närvarolistan.",
        ),
        "en": (
            "{name} is disqualified in § {paragraph} and may not stay, but is listed as attending (KL 6:28–30).",
            "Write not § {paragraph} beside the name in the attendance list.",
        ),
    },
    "reservation-aside": {
        "sv": (
            "{name} reserverar sig mot beslutet i § {paragraph} men deltog inte i det (4 kap. 27 § KL).",
            "Ta bort reservationen, eller rätta närvarolistan. En anteckning får alla lämna.",
        ),
        "en": (
            "{name} makes a reservation against the decision in § {paragraph} but took no part in it (KL 4:27).",
            "Remove the reservation, or correct the attendance list. Anybody may leave a statement.",
        ),
    },
    "paragraph-stated": {
        "sv": (
            "Rubriken säger § {stated}, men paragrafen är nummer {number}.",
            "Rätta numret i rubriken, eller ta bort det.",
        ),
        "en": (
            "The heading says § {stated}, but the paragraph is number {number}.",
            "Correct the number in the heading, or remove it.",
        ),
    },
    "paragraph-repeat": {
        "sv": (
            "§ {number} finns redan i protokollet från {date}. Den förra paragrafen är § {last}.",
            "Rätta numret. Är det så i det underskrivna protokollet, förklara det i numbering.",
        ),
        "en": (
            "§ {number} is in the minutes of {date} already. The paragraph before is § {last}.",
            "Correct the number. If the signed minutes have it so, explain it in numbering.",
        ),
    },
    "paragraph-back": {
        "sv": (
            "§ {number} kommer efter § {last}.",
            "Rätta numret. Är det så i det underskrivna protokollet, förklara det i numbering.",
        ),
        "en": (
            "§ {number} comes after § {last}.",
            "Correct the number. If the signed minutes have it so, explain it in numbering.",
        ),
    },
    "paragraph-gap": {
        "sv": (
            "§ {number} kommer efter § {last}: § {expected} saknas.",
            "Rätta numret. Är det så i det underskrivna protokollet, förklara det i numbering.",
        ),
        "en": (
            "§ {number} comes after § {last}: § {expected} is missing.",
            "Correct the number. If the signed minutes have it so, explain it in numbering.",
        ),
    },
    "paragraph-year": {
        "sv": (
            "Årets första protokoll börjar på § {number}, och inget före det finns här.",
            "Är det årets första möte, skriv § 1. Annars, skriv first: {number} överst i protokollet.",
        ),
        "en": (
            "The first minutes of the year begin at § {number}, and there are none before them here.",
            "If it is the first meeting of the year, write § 1. Otherwise write first: {number} at their top.",
        ),
    },
    "paragraph-first": {
        "sv": (
            "Årets första protokoll börjar på § {number}, enligt first.",
            "Rätta first. Stämmer det, lämna det så, eller förklara det i numbering.",
        ),
        "en": (
            "The first minutes of the year begin at § {number}, says first.",
            "Correct first. If it is right, leave it so, or explain it in numbering.",
        ),
    },
    "paragraph-acknowledged": {
        "sv": (
            "Numreringen bryts vid § {paragraph}, och protokollet förklarar det: {numbering}.",
            "Ingenting. Förklaringen trycks i protokollet.",
        ),
        "en": (
            "The numbers break at § {paragraph}, and the minutes explain it: {numbering}.",
            "Nothing. The explanation is printed in the minutes.",
        ),
    },
    "numbering-needless": {
        "sv": ("Protokollet förklarar ett fel i numreringen, men det finns inget.", "Ta bort numbering."),
        "en": ("The minutes explain a fault in the numbers, but there is none.", "Remove numbering."),
    },
    "decision-missing": {
        "sv": (
            "Ärendet ska beslutas, men § {paragraph}, {title}, har inget beslut.",
            "Skriv beslutet under rubriken Beslut. Utgick ärendet, skriv {{utgår}} i rubriken.",
        ),
        "en": (
            "The case is for decision, but § {paragraph}, {title}, has none.",
            "Write the decision below its heading. If the case was withdrawn, write {{withdrawn}} in its heading.",
        ),
    },
    "decision-table": {
        "sv": (
            "Beslutet i § {paragraph} nämner en tabell i ärendet som paragrafen inte har.",
            "Skriv i beslutet det som tabellen säger, eller ta med tabellen under en rubrik i paragrafen.",
        ),
        "en": (
            "The decision in § {paragraph} names a table of the case which the paragraph lacks.",
            "Write in the decision what the table says, or take the table in below a heading of the paragraph.",
        ),
    },
    "decision-outcome": {
        "sv": (
            "Beslutet i § {paragraph} har en annan utgång än det som omröstningen eller propositionen gav.",
            "Rätta det som står inom klammer efter beslutet, eller efter det förslag som vann.",
        ),
        "en": (
            "The decision in § {paragraph} has another outcome than the vote or the proposition gave.",
            "Correct what stands in braces after the decision, or after the proposal that won.",
        ),
    },
    "steps-order": {
        "sv": (
            "I § {paragraph} kommer det här steget efter något som borde ha väntat på det.",
            "Ordningen är: avgöra i dag, motförslag, huvudförslag, tillägg. Hölls den inte, lämna det så.",
        ),
        "en": (
            "In § {paragraph} this step comes after one that should have waited for it.",
            "The order is: decide now, counter-proposal, main, additions. If it was not kept, leave it so.",
        ),
    },
    "assignment-due": {
        "sv": ("Uppdraget ska vara klart {due}, före sammanträdet {meeting}.", "Kontrollera dagen."),
        "en": ("The assignment is due on {due}, before the meeting of {meeting}.", "Check the day."),
    },
    "proposal-unanswered": {
        "sv": (
            "Obesvarat förslag: § {paragraph}, {title}, föreslår {body} något, men inget ärende där följer upp det.",
            "Skriv follows i ärendet hos {body}. Är det inte behandlat än, lämna det så.",
        ),
        "en": (
            "Unanswered proposal: § {paragraph}, {title}, proposes something to {body}, but no case there follows it.",
            "Write follows in the case of {body}. If it has not been dealt with yet, leave it so.",
        ),
    },
    **votes.TEXTS,
    **notices.TEXTS,
}
