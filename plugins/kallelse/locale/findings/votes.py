"""The words of findings about votes and elections in minutes."""

from __future__ import annotations

from collections.abc import Mapping

from kallelse.locale.findings import minority
from kallelse.model.settings import Language

TEXTS: Mapping[str, Mapping[Language, tuple[str, str]]] = {
    "vote-word": {
        "sv": ("Efter {name} står ”{text}”, som inte är någon röst.", "Skriv ja, nej eller avstår efter namnet."),
        "en": ("After {name} stands “{text}”, which is no vote.", "Write yes, no or abstains after the name."),
    },
    "vote-silent": {
        "sv": ("Det står inte hur de här röstade: {names}.", "Skriv ja, nej eller avstår efter namnet."),
        "en": ("How these voted is not told: {names}.", "Write yes, no or abstains after the name."),
    },
    "vote-casting-word": {
        "sv": ("Efter utslagsröst står ”{text}”.", "Skriv hur ordföranden röstade: ja eller nej."),
        "en": ("After the casting vote stands “{text}”.", "Write how the chair voted: yes or no."),
    },
    "vote-lot-word": {
        "sv": ("Efter lott står ”{text}”.", "Skriv vad lotten gav: ja eller nej."),
        "en": ("After the lot stands “{text}”.", "Write what the lot gave: yes or no."),
    },
    "mover-misspelt": {
        "sv": ("{name} yrkar eller stöder ett yrkande men finns inte i närvarolistan.", "Menar du {near}?"),
        "en": ("{name} makes or supports a motion but is not on the attendance list.", "Do you mean {near}?"),
    },
    "mover-absent": {
        "sv": (
            "{name} yrkar eller stöder ett yrkande men finns inte i närvarolistan.",
            "Rätta namnet, eller lägg till {name} i närvarolistan. Stämmer det, lämna det så.",
        ),
        "en": (
            "{name} makes or supports a motion but is not on the attendance list.",
            "Correct the name, or add {name} to the attendance list. If it is right, leave it so.",
        ),
    },
    "proposal-misspelt": {
        "sv": ("Ett förslag nämner {name}, som inte finns i närvarolistan.", "Menar du {near}?"),
        "en": ("A proposal names {name}, who is not on the attendance list.", "Do you mean {near}?"),
    },
    "name-listed": {
        "sv": ("{name} står i närvarolistan som {listed}.", "Rätta namnet i närvarolistan, på rad {line}."),
        "en": ("{name} stands on the attendance list as {listed}.", "Correct the name on that list, on line {line}."),
    },
    "vote-name": {
        "sv": (
            "Raden ”{text}” går inte att förstå: namnet är själv ja eller nej, eller har ett kolon.",
            "Skriv namnet efter kolonet i stället: ”ja röstar: …”, ”nej röstar: …” eller ”avstår: …”.",
        ),
        "en": (
            "The line “{text}” cannot be understood: the name is itself yes or no, or has a colon.",
            "Write the name after the colon instead: “voting yes: …”, “voting no: …” or “abstaining: …”.",
        ),
    },
    "vote-same": {
        "sv": (
            "Ja och nej står för samma förslag: {proposal}.",
            "Skriv det förslag som ja står för och det som nej står för.",
        ),
        "en": ("Yes and no stand for the same proposal: {proposal}.", "Write what yes stands for and what no does."),
    },
    "vote-twice": {
        "sv": (
            "{name} röstar två gånger i samma omröstning i § {paragraph}.",
            "Ta bort den ena rösten. Är det två med samma namn, skriv partiet efter båda, även bland de närvarande.",
        ),
        "en": (
            "{name} votes twice in the same vote in § {paragraph}.",
            "Remove one of the votes. If two bear the name, write the party after both, on the attendance list too.",
        ),
    },
    "vote-absent": {
        "sv": (
            "{name} röstar i § {paragraph} men finns inte i närvarolistan.",
            "Lägg till {name} i närvarolistan, eller ta bort rösten.",
        ),
        "en": (
            "{name} votes in § {paragraph} but is not on the attendance list.",
            "Add {name} to the attendance list, or remove the vote.",
        ),
    },
    "vote-misspelt": {
        "sv": (
            "{name} röstar i § {paragraph} men finns inte i närvarolistan.",
            "Menar du {near}? Annars, lägg till {name} i närvarolistan, eller ta bort rösten.",
        ),
        "en": (
            "{name} votes in § {paragraph} but is not on the attendance list.",
            "Do you mean {near}? Else add {name} to the attendance list, or remove the vote.",
        ),
    },
    "vote-away": {
        "sv": (
            "{name} röstar i § {paragraph} men var inte där då, enligt närvarolistan.",
            "Rätta paragraferna vid {name} i närvarolistan, eller ta bort rösten.",
        ),
        "en": (
            "{name} votes in § {paragraph} but did not attend it, says the attendance list.",
            "Correct the paragraphs beside {name} in the attendance list, or remove the vote.",
        ),
    },
    "vote-not-serving": {
        "sv": (
            "{name} röstar i § {paragraph} men tjänstgör inte. Bara ledamöter och tjänstgörande ersättare får rösta.",
            "Skriv {name} bland dem som tjänstgör, och för vem, eller ta bort rösten.",
        ),
        "en": (
            "{name} votes in § {paragraph} but does not serve. Only members and serving deputies may vote.",
            "List {name} among those who serve, and for whom, or remove the vote.",
        ),
    },
    "vote-disqualified": {
        "sv": (
            "{name} röstar i § {paragraph} men är jävig där.",
            "Ta bort rösten, eller namnet under rubriken Jäv.",
        ),
        "en": (
            "{name} votes in § {paragraph} but is disqualified there.",
            "Remove the vote, or the name below the heading of disqualification.",
        ),
    },
    "vote-aside": {
        "sv": (
            "{name} röstar i § {paragraph} men deltar inte i beslutet.",
            "Ta bort rösten, eller namnet under rubriken Deltar inte i beslutet.",
        ),
        "en": (
            "{name} votes in § {paragraph} but takes no part in the decision.",
            "Remove the vote, or the name below the heading of those who take no part.",
        ),
    },
    "vote-seat": {
        "sv": (
            "{name} och {other} röstar båda på samma plats ({seat}) i § {paragraph}.",
            "En plats har en röst: ta bort den ena, eller rätta vem som tjänstgör för vem.",
        ),
        "en": (
            "{name} and {other} both vote on one seat ({seat}) in § {paragraph}.",
            "A seat has one vote: remove one of them, or correct who serves for whom.",
        ),
    },
    "vote-missing": {
        "sv": (
            "I § {paragraph} fick de här rösta men står inte i omröstningen: {names}.",
            "Skriv hur de röstade, eller att de avstod. Var de inte där, rätta närvarolistan.",
        ),
        "en": (
            "In § {paragraph} these could vote but are not in the vote: {names}.",
            "Write how they voted, or that they abstained. If they were away, correct the attendance list.",
        ),
    },
    "vote-stated": {
        "sv": (
            "Omröstningen anges till {stated}, men rösterna ger {counted} (ja–nej, och inom parentes de som avstår).",
            "Rätta siffrorna eller rösterna. Siffrorna kan utelämnas: de räknas då ut.",
        ),
        "en": (
            "The vote is stated as {stated}, but the votes come to {counted} (yes–no, those who abstain in brackets).",
            "Correct the numbers or the votes. The numbers may be left out: they are then computed.",
        ),
    },
    "vote-many": {
        "sv": (
            "Den slutna omröstningen har {total} röster, men {most} fick rösta.",
            "Rätta siffrorna, eller närvarolistan.",
        ),
        "en": ("The secret ballot has {total} votes, but {most} could vote.", "Correct them, or the attendance list."),
    },
    "vote-present": {
        "sv": (
            "Omröstningen anger {present} närvarande, men enligt närvarolistan var de {counted}.",
            "Rätta antalet, eller närvarolistan.",
        ),
        "en": (
            "The vote states {present} present, but the attendance list has {counted}.",
            "Correct the number, or the attendance list.",
        ),
    },
    "vote-tie": {
        "sv": (
            "Omröstningen i § {paragraph} slutar lika ({tally}), och inget avgör den.",
            "Skriv en rad med hur ordföranden röstade: ”utslagsröst: ja” eller ”utslagsröst: nej”.",
        ),
        "en": (
            "The vote in § {paragraph} ends in a tie ({tally}), and nothing settles it.",
            "Write a line with how the chair voted: “casting vote: yes” or “casting vote: no”.",
        ),
    },
    "vote-tie-election": {
        "sv": (
            "Omröstningen i § {paragraph} slutar lika ({tally}), och inget avgör den. I val avgör lotten.",
            "Skriv en rad med vad lotten gav: ”lott: ja” eller ”lott: nej”.",
        ),
        "en": (
            "The vote in § {paragraph} ends in a tie ({tally}), and nothing settles it. In elections the lot does.",
            "Write a line with what the lot gave: “lot: yes” or “lot: no”.",
        ),
    },
    "vote-both": {
        "sv": (
            "Omröstningen i § {paragraph} har både utslagsröst och lott.",
            "Behåll utslagsrösten, eller lotten om det är ett val.",
        ),
        "en": (
            "The vote in § {paragraph} has both a casting vote and a lot.",
            "Keep the casting vote, or the lot if it is an election.",
        ),
    },
    "vote-casting-needless": {
        "sv": (
            "Omröstningen i § {paragraph} har en utslagsröst, men den slutade inte lika ({tally}).",
            "Ta bort utslagsrösten, eller rätta rösterna.",
        ),
        "en": (
            "The vote in § {paragraph} has a casting vote, but did not end in a tie ({tally}).",
            "Remove the casting vote, or correct the votes.",
        ),
    },
    "vote-casting-election": {
        "sv": (
            "Valet i § {paragraph} avgörs av utslagsröst. I val avgör lotten (5 kap. 56 § KL).",
            "Skriv lotten i stället, om det är ett val.",
        ),
        "en": (
            "The election in § {paragraph} is settled by a casting vote. In elections the lot settles (KL 5:56).",
            "Write the lot instead, if it is an election.",
        ),
    },
    "vote-casting-chair": {
        "sv": (
            "Utslagsrösten i § {paragraph} är ordförandens, men {name} fick inte rösta där.",
            "Skriv vem som var ordförande i § {paragraph}, eller rätta närvarolistan.",
        ),
        "en": (
            "The casting vote in § {paragraph} is the chair's, but {name} could not vote there.",
            "Write who was in the chair in § {paragraph}, or correct the attendance list.",
        ),
    },
    "vote-casting-other": {
        "sv": (
            "Utslagsrösten i § {paragraph} är en annan än den som {name} röstade.",
            "Rätta utslagsrösten, eller ordförandens röst.",
        ),
        "en": (
            "The casting vote in § {paragraph} differs from the vote of {name}.",
            "Correct the casting vote, or the chair's vote.",
        ),
    },
    "vote-casting-abstained": {
        "sv": (
            "Utslagsrösten i § {paragraph} är {name}s, som inte röstade vare sig ja eller nej.",
            "Kontrollera ordförandens röst.",
        ),
        "en": (
            "The casting vote in § {paragraph} is that of {name}, who voted neither yes nor no.",
            "Check the chair's vote.",
        ),
    },
    "vote-lot-needless": {
        "sv": (
            "Omröstningen i § {paragraph} har en lott, men den slutade inte lika ({tally}).",
            "Ta bort lotten, eller rätta rösterna.",
        ),
        "en": (
            "The vote in § {paragraph} has a lot, but did not end in a tie ({tally}).",
            "Remove the lot, or correct the votes.",
        ),
    },
    "vote-lot-case": {
        "sv": (
            "Lotten avgör omröstningen i § {paragraph}, men ärendet är inget val.",
            "Skriv utslagsrösten i stället. Gäller det en anställning, lämna det så (5 kap. 56 § KL).",
        ),
        "en": (
            "The lot settles the vote in § {paragraph}, but the case is no election.",
            "Write the casting vote instead. If it is about an appointment, leave it so (KL 5:56).",
        ),
    },
    "election-many": {
        "sv": (
            "Valet har {total} röster och {blank} blanka, men {entitled} fick rösta.",
            "Rätta rösterna, eller närvarolistan.",
        ),
        "en": (
            "The election has {total} votes and {blank} blank ones, but {entitled} could vote.",
            "Correct the votes, or the attendance list.",
        ),
    },
    "election-none": {
        "sv": (
            "I valet står {names} med 0 röster, och då blir ingen vald.",
            "Skriv hur många röster var och en fick. Valdes de utan omröstning, ta bort blocket och skriv det i ord.",
        ),
        "en": (
            "In the election {names} have 0 votes, so that nobody is elected.",
            "Write how many votes each got. If they were elected without a vote, remove the block and say so in words.",
        ),
    },
    "election-seats": {
        "sv": (
            "Valet har {seats} platser, men bara {names} har fått röster.",
            "Rätta antalet platser, eller skriv de andra som fick röster. Blev en plats tom, lämna det så.",
        ),
        "en": (
            "The election has {seats} seats, but only {names} got votes.",
            "Correct the number of seats, or add the others who got votes. If a seat was left empty, leave it so.",
        ),
    },
    "election-names": {
        "sv": (
            "Valet har {names} namn utan röster, men bara {seats} platser.",
            "Skriv hur många röster var och en fick, eller rätta antalet platser.",
        ),
        "en": (
            "The election has {names} names without votes, but only {seats} seats.",
            "Write how many votes each got, or correct the number of seats.",
        ),
    },
    "election-tie": {
        "sv": (
            "Valet slutar lika mellan {tied}, och {open} av dem ska lotten välja.",
            "Skriv vem lotten valde.",
        ),
        "en": ("The election is a tie between {tied}, of whom the lot has to choose {open}.", "Write whom it chose."),
    },
    "election-lot-needless": {
        "sv": ("Lotten väljer {names}, men ingen plats var kvar för den.", "Ta bort lotten, eller rätta rösterna."),
        "en": ("The lot chooses {names}, but no seat was left to it.", "Remove the lot, or correct the votes."),
    },
    "election-lot-strange": {
        "sv": (
            "Lotten väljer {names}, men lika många röster fick {tied}.",
            "Rätta namnet, eller rösterna.",
        ),
        "en": ("The lot chooses {names}, but equal in votes were {tied}.", "Correct the name, or the votes."),
    },
    **minority.TEXTS,
}
