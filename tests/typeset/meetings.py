"""Whole meetings as values: the sample's, one with every construct, one with a long agenda."""

from __future__ import annotations

import datetime as dt

from kallelse.model.dnr import Dnr
from kallelse.model.meeting import Case, Meeting, Recipient, Revision
from kallelse.model.person import Person
from kallelse.model.text import BulletList, Cell, FinanceBlock, Process, Row, Step, Table

from tests.typeset.build import (
    DAY,
    FOLDER,
    agenda,
    bullets,
    case,
    cell,
    document,
    grouped_table,
    h,
    letter,
    meeting,
    numbered,
    p,
    plain,
    words,
)
from tests.typeset.tables import ACTION_PLAN, INVESTMENTS, OPERATIONS

HEAD_OF_IT = Person("Karin Ekholm", "IT-chef")
SEPTEMBER_13 = dt.date(2022, 9, 13)
SEPTEMBER_15 = dt.date(2022, 9, 15)


def reporting() -> Case:
    """The sample's third case, with its two attachments."""
    folder = f"{FOLDER}/{DAY}/03-rapportering"
    goals = grouped_table(
        ("Område", "Mål"),
        [
            (
                "Verksamhetsmål",
                [
                    ["En av landets bästa skolkommuner"],
                    ["En bra kommun att växa upp i"],
                    ["En tillväxtkommun"],
                    ["En bra kommun att leva i"],
                    ["En hållbar kommun"],
                ],
            ),
            (
                "Finansiella mål",
                [
                    ["Oförändrad skattesats"],
                    ["Underliggande resultat minst 2 procent av skatteintäkter och statsbidrag 2018–2022"],
                    ["Självfinansieringsgrad för investeringar minst 80 procent 2018–2022"],
                ],
            ),
        ],
        "Fullmäktiges övergripande mål 2022",
        "Källa: verksamhetsmålen är fastställda av fullmäktige 18 november 2020, § 183; de finansiella målen 7 "
        "december 2020, § 171.",
    )
    text = letter(
        "03-rapportering/index",
        "Rapportering av verksamhetsmål och ekonomi",
        h(2, "Förslag till beslut"),
        numbered(
            "Nämnden godkänner rapporteringen för perioden enligt bilaga 1, daterad 13 september 2022.",
            "Nämnden fastställer handlingsplanen för en ekonomi i balans 2022 enligt bilaga 2, daterad 13 september "
            "2022.",
        ),
        h(2, "Sammanfattning"),
        p(
            "Nämnderna rapporterar tre gånger om året till kommunstyrelsen hur driften och investeringarna följer "
            "budgeten."
        ),
        p(
            "Till och med augusti är nettokostnaden 4,1 mnkr lägre än budget. För helåret väntas ett överskott på 2,1 "
            "mnkr "
            "före justering. Av anslaget för investeringar, 12,6 mnkr, väntas 8,6 mnkr användas."
        ),
        h(2, "Beskrivning av ärendet"),
        h(3, "God ekonomisk hushållning och uppsiktsplikt"),
        p(
            "Kommunen ska på kort och lång sikt klara både verksamheten och ekonomin. De mål som fullmäktige har satt "
            "för "
            "verksamheten ska nås inom ramen för de finansiella målen."
        ),
        h(3, "Målen för 2022"),
        p("Målen ska nås inom de ramar som nämnderna har fått."),
        goals,
        h(2, "Driftkostnader"),
        p(
            "Enligt reglementet ska resultatet vara noll, och driftbudgeten för 2022 är netto 0 mnkr. Till och med "
            "augusti "
            "var intäkterna 7,3 mnkr och kostnaderna 3,2 mnkr högre än budgeterat."
        ),
        p("De väsentliga avvikelserna är dessa:"),
        bullets(
            "**031 Digitalisering och innovation** har haft vakanser. Prognosen för helåret är ett överskott på 0,6 "
            "mnkr.",
            "**032 Arkitektur och teknik** har lägre kostnader, eftersom satsningar på infrastruktur har skjutits upp "
            "och "
            "leveranser har dröjt. Prognosen för helåret är ett överskott på 1,5 mnkr.",
            "**033 Service och support** har högre intäkter och kostnader för kontorsprogram. De tar ut varandra.",
        ),
        p(
            "Ingen negativ avvikelse väntas kvarstå vid årets slut. Handlingsplanen innehåller därför inga "
            "korrigerande "
            "åtgärder. Överskottet på 2,1 mnkr återförs till medlemmarna i bokslutet."
        ),
        h(2, "Investeringar"),
        p(
            "Anslaget är 12,6 mnkr: 4,9 mnkr från årets budget och 7,7 mnkr överfört från 2021. Till och med augusti "
            "har "
            "3,4 mnkr bokförts. Prognosen för helåret är 8,6 mnkr, 68 procent av anslaget."
        ),
        bullets(
            "Den digitala arbetsplatsen är pausad; 2 mnkr används inte i år.",
            "Nätverksprojekten väntas bli omkring 2 mnkr lägre än budget, främst på grund av sena leveranser.",
        ),
        h(2, "Ekonomiska konsekvenser"),
        p("Förslaget till beslut medför inte några kostnader."),
        heading="Rapportering 2022 – tillfälle 3",
        date=SEPTEMBER_13,
    )
    return case(
        "03-rapportering/index",
        "Rapportering av verksamhetsmål och ekonomi",
        text,
        document(
            f"{folder}/bilaga-1-utfall.md",
            "Rapportering av driftkostnader och investeringar, tillfälle 3 år 2022",
            FinanceBlock(OPERATIONS),
            FinanceBlock(INVESTMENTS),
            number=1,
            heading="Rapportering av driftkostnader och investeringar",
            date=SEPTEMBER_13,
        ),
        document(
            f"{folder}/bilaga-2-handlingsplan.md",
            "Handlingsplan med åtgärder för en ekonomi i balans 2022",
            p("En åtgärd får räknas in i helårsprognosen först när förvaltningschefen har godkänt den."),
            FinanceBlock(ACTION_PLAN),
            number=2,
            heading="Handlingsplan för en ekonomi i balans 2022",
            date=SEPTEMBER_13,
            landscape=True,
        ),
        dnr=Dnr("GSN 2022/35"),
        officer=HEAD_OF_IT,
        unit="IT-center",
        signed=(HEAD_OF_IT,),
        recipients=(
            Recipient("Samverkande kommuner"),
            Recipient("Kommunstyrelsen", "för kännedom"),
            Recipient("Verksamhetscontroller", "för sammanställning"),
            Recipient("Verksamhetsområde ekonomi", "för sammanställning"),
            Recipient("Akten"),
        ),
    )


def strategy() -> Case:
    """The sample's fourth case: a letter, and an attachment with history, contents and numbered sections."""
    folder = f"{FOLDER}/{DAY}/04-digitaliseringsstrategi"
    roles = Table(
        head=(Row((cell("Roll", heading=True), cell("Tjänsteperson", heading=True), cell("Ansvar", heading=True))),),
        body=(
            Row(
                (
                    cell("Styrgrupp", heading=True),
                    cell("Samordningsgruppen, nämnden"),
                    cell("Följer upp uppdraget, samordnar mellan kommunerna och ger direktiv"),
                )
            ),
            Row(
                (
                    cell("Ansvarig", heading=True),
                    cell("IT-chefen"),
                    cell("Upprättar planbeskrivningen, samordnar arbetet och föredrar i styrgruppen"),
                )
            ),
            Row(
                (
                    cell("Referensgrupp, ledning", heading=True),
                    cell("Ledningsgrupperna"),
                    cell("Diskuterar strategin och godtar förslaget"),
                )
            ),
            Row(
                (
                    cell("Referensgrupp, experter", heading=True),
                    cell("Verksamheternas företrädare"),
                    cell("Resurs i frågor om digitalisering"),
                )
            ),
            Row(
                (
                    cell("Processledare", heading=True),
                    cell("Externt stöd"),
                    _listed(
                        "Inledande arbetsmöte med ledningsgrupperna",
                        "Stöd till IT-center i den fortsatta planen",
                        "Sammanfattande arbetsmöte",
                    ),
                )
            ),
        ),
        align=("left", "left", "left"),
        caption=words("Roller och ansvar"),
    )
    attachment = document(
        f"{folder}/bilaga-1-uppdragsbeskrivning.md",
        "Uppdragsbeskrivning – digitaliseringsstrategi",
        h(2, "Bakgrund och nuläge"),
        p("IT-center är kommunernas gemensamma IT-organisation och styrs av nämnden. Uppdraget är att"),
        bullets("sköta driften av IT-infrastrukturen", "stödja en effektiv och digital verksamhet."),
        h(2, "Uppdragsgivare och ägare"),
        p("Gemensamma servicenämnden och dess samordningsgrupp."),
        h(2, "Mottagare och användare"),
        p("Nämnden samt respektive kommunstyrelse för beslut."),
        h(2, "Syfte"),
        p("Att samla kommunernas vilja i en gemensam och ändamålsenlig digitaliseringsstrategi."),
        h(2, "Mål"),
        bullets(
            "Ledningsgrupperna har fått en djupare förståelse för digitaliseringens möjligheter.",
            "Ett förslag är framtaget och förankrat i varje ledningsgrupp.",
        ),
        h(2, "Avgränsningar"),
        p("Uppdraget gäller inte införandet av strategin."),
        h(2, "Förutsättningar och ekonomi"),
        p("Ledningsgrupperna behöver avsätta tid för strategidagar. IT-center bekostar dagarna inom sin budget."),
        h(2, "Uppdragsorganisation"),
        p(
            "IT-center samordnar, driver på och leder arbetsgrupperna. En extern processledare håller i den inledande "
            "strategidagen och sammanfattar arbetet våren 2023."
        ),
        roles,
        h(2, "Tid för uppdraget"),
        p("2022-10-01–2023-12-31."),
        h(2, "Risk- och konsekvensanalys"),
        p("Görs av styrgruppen vid uppdragets start."),
        h(2, "Underlaget mottaget av"),
        bullets("Samordningsgruppen 14 juli 2022", "Gemensamma servicenämnden 19 september 2022"),
        number=1,
        heading="Uppdragsbeskrivning",
        version="1.0",
        date=SEPTEMBER_15,
        owner="IT-chefen",
        toc=True,
        heading_numbers=True,
        revisions=(
            Revision(dt.date(2022, 7, 13), "0.1", "Karin Ekholm", "IT-chef", "Upprättande av dokument"),
            Revision(
                SEPTEMBER_15, "1.0", "Karin Ekholm", "IT-chef", "Färdigställt efter dialog med samordningsgruppen"
            ),
        ),
    )
    return case(
        "04-digitaliseringsstrategi/index",
        "Digitaliseringsstrategi",
        letter(
            "04-digitaliseringsstrategi/index",
            "Digitaliseringsstrategi",
            h(2, "Förslag till beslut"),
            p("Nämnden godkänner förslaget och förlänger tidsramen till 31 december 2023."),
            h(2, "Beskrivning av ärendet"),
            p(
                "Arbetet med att ta fram en digitaliseringsstrategi, dnr 2020/35, har blivit försenat. En ny tidsplan "
                "behövs."
            ),
            p(
                "En uppdragsbeskrivning är framtagen. Den omfattar många intressenter i kommunerna. Eftersom "
                "strategin ska "
                "drivas från verksamheternas perspektiv, med de kommunövergripande målen som utgångspunkt, behövs en "
                "längre "
                "tidsram med slutdatum 31 december 2023."
            ),
            h(2, "Ekonomiska konsekvenser"),
            p(
                "Strategidagar och projektledning bekostas inom befintlig budget. Vissa kostnader kan tillkomma för "
                "medlemskommunerna, främst i form av den tid som läggs ned i arbetet."
            ),
            heading="Förlängning av tiden för digitaliseringsstrategin",
            date=SEPTEMBER_15,
        ),
        attachment,
        dnr=Dnr("GSN 2020/35"),
        officer=HEAD_OF_IT,
        signed=(HEAD_OF_IT,),
        recipients=(
            Recipient("Samverkande kommuner", "för kännedom och publicering"),
            Recipient("IT-chefen", "för kännedom"),
            Recipient("Akten"),
        ),
    )


def _listed(*items: str) -> Cell:

    return Cell((BulletList(tuple((plain(item),) for item in items)),))


def model_of_steering() -> Case:
    """The sample's fifth case: a letter alone, with a way of working."""
    return case(
        "05-modell-for-it-styrning",
        "Modell för IT-styrning",
        letter(
            "05-modell-for-it-styrning",
            "Modell för IT-styrning",
            h(2, "Förslag till beslut"),
            p(
                "Nämnden noterar arbetet och ger IT-center i uppdrag att utifrån den nya modellen ta fram ett "
                "reviderat "
                "förslag av dokumentet ”Uppgifter för samordningsgrupp, digitaliseringsråd och IT-chef”."
            ),
            h(2, "Sammanfattning"),
            p(
                "Kommunerna delar på IT-resurserna. Det behövs en modell som säkrar tillgången till IT-stöd på kort "
                "och lång "
                "sikt och som gör det möjligt att prioritera efter nyttan för kommunerna."
            ),
            p(
                "Modellen ger ägarna möjlighet att prioritera och IT-organisationen möjlighet att planera. "
                "Digitaliseringsrådet pausas och varje kommun inrättar en IT-strategigrupp."
            ),
            h(2, "Beskrivning av ärendet"),
            p(
                "Tillsammans har kommunerna omkring 300 verksamhetssystem. Varje dag använder elever och anställda de "
                "tjänster som IT-center levererar."
            ),
            h(3, "Fyra block"),
            bullets(
                "Stöd vid digitalisering och verksamhetsutveckling",
                "Förvaltning av befintliga verksamhetssystem",
                "Förvaltning av tjänsterna i tjänstekatalogen",
                "Förvaltning av IT-infrastruktur och IT-säkerhet",
            ),
            p("Planerna för blocken bildar tillsammans en digitaliseringsportfölj."),
            h(3, "Syfte"),
            p(
                "Modellen ska leda till att rätt uppdrag genomförs vid rätt tid, för kommunernas bästa. Det sker "
                "genom att"
            ),
            bullets(
                "tillgången till IT-stöd säkras på både kort och lång sikt",
                "prioriteringar görs genom medvetna ställningstaganden.",
            ),
            h(3, "Organisation"),
            p(
                "IT-center sammanställer planerna efter intervjuer med verksamheterna, som värderar nyttan. "
                "IT-strategigruppen i varje kommun bereder dem och lämnar synpunkter till samordningsgruppen, som "
                "prioriterar "
                "portföljen varje kvartal."
            ),
            p(
                "IT-strategigruppen har företrädare för kommunledningen, ekonomi, säkerhet, dataskydd, IT och "
                "verksamheterna. "
                "Sammansättningen skiljer sig något mellan kommunerna."
            ),
            Process(
                (
                    Step("Sammanställa", "IT-center sammanställer varje plan."),
                    Step("Bereda", "IT-strategigrupperna bereder sammanställningen."),
                    Step("Prioritera", "Samordningsgruppen prioriterar portföljen."),
                    Step("Använda", "Portföljen används i budget och planering. Inget beställs utan prioritering."),
                ),
                "Arbetsgång för IT-styrning, upprepas varje kvartal",
            ),
            h(2, "Ekonomiska konsekvenser"),
            p("Styrningen ska bland annat leda till ökad ekonomisk effektivitet."),
            date=SEPTEMBER_15,
        ),
        officer=HEAD_OF_IT,
        signed=(HEAD_OF_IT,),
        recipients=(
            Recipient("Samverkande kommuner", "för kännedom och publicering"),
            Recipient("IT-chefen", "för kännedom"),
            Recipient("Akten"),
        ),
    )


def sample() -> Meeting:
    """The sample meeting: six cases, three of them with documents."""
    return meeting(
        *agenda(
            case("01-val-av-justerare", "Val av justerare"),
            case("02-anmalan", "Anmälan av extra ärenden"),
            reporting(),
            strategy(),
            model_of_steering(),
            case("06-information", "Information från verksamheten"),
        )
    )
