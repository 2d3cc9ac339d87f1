"""Swedish words of summonses and minutes, each with its further forms, and what they mean in plain words."""

from __future__ import annotations

from collections.abc import Mapping

SWEDISH: Mapping[str, str] = {
    "Acklamation, acklamationen": (
        "När ledamöterna ropar ja till det förslag de vill ha, och ordföranden avgör vilket förslag som fick flest ja."
    ),
    "Adjungerad, adjungerade, adjungeras": "Den som får vara med och yttra sig på ett sammanträde, men inte rösta.",
    "Anslag, anslaget, anslagen, anslås, anslogs, anslagits": (
        "På anslagstavlan: ett meddelande om att ett protokoll är justerat. Från anslaget räknas tiden för att "
        "överklaga. I en budget är ett anslag i stället pengar för ett visst ändamål."
    ),
    "Anslagstavla, anslagstavlan, anslagstavlor, anslagstavlorna": (
        "Kommunens officiella tavla på webbplatsen. Där meddelas bland annat vilka protokoll som är justerade och när "
        "fullmäktige sammanträder."
    ),
    "Avslag, avslaget, avslå, avslår, avslås, avslog, avslogs, avslagit, avslagits": (
        "Ett nej till ett förslag eller en ansökan."
    ),
    "Bifall, bifallet, bifalla, bifaller, bifalls, biföll, bifölls, bifallit, bifallits": (
        "Ett ja till ett förslag eller en ansökan."
    ),
    "Bordläggning, bordläggningen, bordlägga, bordlägger, bordläggs, bordlade, bordlades, bordlagt, bordlagts, "
    "bordlagd, bordlagda": "Att skjuta upp ett ärende till ett senare sammanträde, utan att det utreds mer.",
    "Delegationsbeslut, delegationsbeslutet, delegationsbesluten": (
        "Ett beslut som någon fattar för nämnden, till exempel en tjänsteperson, ordföranden eller ett utskott. "
        "Nämnden har bestämt vem som får fatta vilka beslut."
    ),
    "Diarienummer, diarienumret, diarienumren, dnr": (
        "Ärendets nummer i kommunens register över handlingar. Med numret hittar du allt som hör till ärendet."
    ),
    "Ersättare, ersättaren, ersättarna": (
        "Den som är vald att gå in i stället när en ledamot inte kan vara med. Bara den som tjänstgör får rösta."
    ),
    "Föredragningslista, föredragningslistan, föredragningslistor": (
        "Listan över de ärenden som ska behandlas på ett sammanträde, i ordning."
    ),
    "Förvaltningsbesvär": (
        "Ett sätt att överklaga för den som ett beslut gäller. Domstolen kan ändra beslutet, inte bara upphäva det."
    ),
    "Interpellation, interpellationen, interpellationer": (
        "En fråga från en ledamot i fullmäktige till en ordförande. Den besvaras och diskuteras på ett sammanträde."
    ),
    "Jäv, jävet, jävig, jäviga": (
        "När någon inte får vara med om ett ärende för att det rör personen själv eller en närstående, eller för att "
        "något annat gör att det går att ifrågasätta om personen är opartisk."
    ),
    "Justering, justeringen, justeras, justerades, justerat, justerats, justerad, justerade, justerare, justeraren, "
    "justerarna, protokollsjustering": (
        "När det gäller protokoll: ordföranden och en eller flera ledamöter kontrollerar att protokollet stämmer med "
        "vad som beslutades, och skriver under det. I andra sammanhang en mindre ändring, som av en budget."
    ),
    "Kallelse, kallelsen, kallelser": (
        "Meddelandet om när och var ett sammanträde hålls, med föredragningslistan och handlingarna i ärendena."
    ),
    "Laga kraft": "Ett beslut har fått laga kraft när det inte längre går att överklaga.",
    "Laglighetsprövning, laglighetsprövningen": (
        "Att en domstol prövar om ett beslut är lagligt. Den som är medlem i kommunen kan begära det. Domstolen kan "
        "upphäva beslutet, men inte fatta ett annat."
    ),
    "Minoritetsåterremiss, minoritetsåterremissen, minoritetsbordläggning": (
        "När minst en tredjedel av de ledamöter i fullmäktige som är närvarande begär att ärendet ska återremitteras "
        "eller bordläggas, och det därför inte avgörs."
    ),
    "Omröstning, omröstningen, omröstningar, votering, voteringen, voteringar": (
        "När rösterna räknas, oftast genom att ledamöterna ropas upp och säger ja eller nej. Då syns det hur var och "
        "en har röstat."
    ),
    "Propositionsordning, propositionsordningen": (
        "Den ordning som ordföranden ställer förslagen mot varandra i, när det ska avgöras vilket som blir beslutet."
    ),
    "Protokollsanteckning, protokollsanteckningen, protokollsanteckningar": (
        "En kort kommentar som en ledamot får in i protokollet. Den säger inget om hur ledamoten röstade."
    ),
    "Protokollsutdrag, protokollsutdraget": "Den del av ett protokoll som handlar om ett enda ärende.",
    "Reservation, reservationen, reservationer, reservera sig, reserverar sig, reserverade sig, reserverat sig": (
        "En ledamots sätt att visa i protokollet att han eller hon inte står bakom beslutet."
    ),
    "Sekretess, sekretessen": (
        "Förbud i lag mot att lämna ut en uppgift. Det som omfattas av sekretess visas inte på webbplatsen."
    ),
    "Tjänsteskrivelse, tjänsteskrivelsen, tjänsteskrivelser": (
        "Brevet från förvaltningen till nämnden om ett ärende: vad det handlar om, och vad nämnden föreslås besluta."
    ),
    "Tilläggsyrkande, tilläggsyrkandet, tilläggsyrkanden": "Ett yrkande om att lägga till något i ett förslag.",
    "Utslagsröst, utslagsrösten": "Ordförandens röst, som avgör när lika många röstar för som emot.",
    "Yrkande, yrkandet, yrkanden, yrkandena, yrka, yrkar, yrkade, yrkat": (
        "Ett förslag till beslut som en ledamot lägger fram på sammanträdet."
    ),
    "Ändringsyrkande, ändringsyrkandet, ändringsyrkanden": "Ett yrkande om att ändra en del av ett förslag.",
    "Återremiss, återremissen, återremittera, återremitterar, återremitteras, återremitterade, återremitterades, "
    "återremitterat, återremitterats, återremitterad": (
        "Att skicka tillbaka ett ärende för att det ska utredas mer innan det avgörs."
    ),
}
"""The meaning by the words that have it, divided by commas, as lists name them first."""
