"""The words of the open data: the page that tells of them, the files of tables, the objects by OParl, the catalogue."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from kallelse.model.meeting import CaseKind
from kallelse.model.settings import Language, Licence


@dataclass(frozen=True, slots=True)
class Words:
    """One language's words; those with `{names}` are filled by `str.format`, pairs are one and several."""

    # The page
    data: str
    lead: str
    allowed: str
    not_chosen: str
    licence: str
    licences: Mapping[Licence, str]
    licence_link: str
    not_ours: str
    built: str
    tables: str
    tables_lead: str
    by_year: str
    file_size: str
    row_count: tuple[str, str]
    oparl: str
    oparl_lead: str
    oparl_entry: str
    oparl_static: str
    oparl_lists: str
    oparl_days: str
    oparl_deleted: str
    oparl_matters: str
    oparl_persons: str
    no_url: str
    no_oparl: str
    follow: str
    follow_lead: str
    follow_link: str
    beside: str
    beside_lead: str
    beside_map: str
    beside_table: str
    beside_manifest: str
    beside_sitemap: str
    catalogue: str
    catalogue_lead: str
    cite: str
    cite_lead: str
    report: str
    report_link: str

    # Files of tables: title, what is in it, its columns
    decisions: tuple[str, str]
    meetings: tuple[str, str]
    cases: tuple[str, str]
    finance: tuple[str, str]
    decision_columns: tuple[str, ...]
    meeting_columns: tuple[str, ...]
    case_columns: tuple[str, ...]
    finance_columns: tuple[str, ...]

    # Objects by OParl
    system: str
    term: str
    municipality: str
    member: str
    deputy: str
    party: str
    kinds: Mapping[CaseKind, str]
    packet: str
    supplement: str
    issue: str
    minutes: str
    minutes_of: str
    proof: str
    extract: str
    papers: str
    letter: str
    table: str

    # The catalogue
    catalogue_title: str
    catalogue_description: str
    oparl_title: str
    news: tuple[str, str]
    calendar: tuple[str, str]
    keywords: tuple[str, ...]


_WORDS: Mapping[Language, Words] = {
    "sv": Words(
        data="Öppna data",
        lead="Möten, ärenden och beslut finns också som filer som ett kalkylprogram eller ett annat program kan läsa.",
        allowed="Du får hämta filerna utan att fråga.",
        not_chosen="Kommunen har inte valt någon licens. Fråga kommunen innan du publicerar uppgifterna på nytt.",
        licence="Licens",
        licences={
            Licence.CC0: "CC0 1.0: du får använda uppgifterna till vad du vill, utan att ange källan.",
            Licence.CC_BY: "CC BY 4.0: du får använda uppgifterna till vad du vill om du anger källan.",
        },
        licence_link="Läs licensen",
        not_ours=(
            "Licensen gäller uppgifterna. Bilagor kan innehålla kartor, bilder och texter som andra har rätten till. "
            "Personuppgifter får du bara behandla enligt dataskyddsreglerna."
        ),
        built="Filerna görs om varje gång webbplatsen byggs, senast den {day}.",
        tables="Tabeller",
        tables_lead="CSV-filer i UTF-8 med semikolon mellan cellerna. De öppnas direkt i ett kalkylprogram.",
        by_year="Besluten år för år",
        file_size="{rows}, {size}",
        row_count=("rad", "rader"),
        oparl="OParl",
        oparl_lead=(
            "Samma uppgifter som JSON-objekt enligt OParl 1.1, en öppen standard för kommunala möten: nämnder, "
            "förtroendevalda, möten, punkter, ärenden och filer."
        ),
        oparl_entry="Börja här: {address}",
        oparl_static=(
            "Objekten är färdiga filer. Därför svarar listorna inte på created_since, modified_since och de andra "
            "filtren i OParl: hämta listan och jämför fältet modified."
        ),
        oparl_lists="Listorna börjar med det äldsta och har högst 100 objekt per sida. Nytt kommer sist.",
        oparl_days=(
            "Fälten created och modified anger dagen, inte klockslaget. Där ingen dag är känd står dagen då "
            "webbplatsen byggdes."
        ),
        oparl_deleted="Handlingar som har utgått efter utskicket ligger kvar som objekt med deleted.",
        oparl_matters="Ett Paper är ett ärende med sitt diarienummer. Varje gång det tas upp är en Consultation.",
        oparl_persons=(
            "Bara förtroendevalda finns som personer, med namn och uppdrag. Vem som är vem avgörs av namnet, och av "
            "parti och ort där flera heter lika."
        ),
        no_url="Webbplatsens adress är inte angiven. Därför finns varken OParl eller datakatalog.",
        no_oparl="Kommunen har valt att inte lämna ut uppgifterna enligt OParl.",
        follow="Flöden och kalendrar",
        follow_lead=(
            "Nyheter finns som flöden (Atom): om allt, varje nämnd, varje ärende med eget diarienummer och "
            "anslagstavlan. Möten finns som kalendrar (iCalendar)."
        ),
        follow_link="Alla flöden och kalendrar",
        beside="Filer bredvid sidorna",
        beside_lead="En del filer ligger bredvid den sida som de hör till.",
        beside_map="Bredvid varje kallelse ligger kallelse.json, med de sidor som varje ärende och handling har.",
        beside_table="Under varje ekonomisk tabell finns en länk till samma tabell som CSV-fil.",
        beside_manifest="Kontrollsummor för alla protokoll som har publicerats",
        beside_sitemap="Alla sidors adresser står i sitemap.xml, med dagen då sidan ändrades.",
        catalogue="Datakatalog",
        catalogue_lead="Beskrivning av filerna enligt DCAT-AP-SE, för Sveriges dataportal.",
        cite="Så hänvisar du",
        cite_lead=(
            "Varje ärende och paragraf har en fast adress. Den står på sidan under Hänvisa hit, med diarienummer och "
            "dag, och i kolumnen för adress i tabellerna."
        ),
        report="Så fullständig är webbplatsen",
        report_link="Möten utan handlingar eller protokoll, inställda möten och vad som omfattas av sekretess",
        decisions=("Beslut", "Beslut ur justerade protokoll, med röster och sista dag att överklaga."),
        meetings=("Möten", "Alla möten, med tid, plats och hur långt de har kommit."),
        cases=("Ärenden", "Ärendena på utfärdade föredragningslistor, med diarienummer."),
        finance=("Ekonomiska tabeller", "En förteckning över tabellerna i handlingarna, med adressen till varje fil."),
        decision_columns=(
            *("Nämnd", "Mötesdag", "Paragraf", "Rubrik", "Diarienummer", "Utfall", "Beslut"),
            *("Ja", "Nej", "Avstår", "Omröstning", "Justerat", "Anslaget", "Anslaget på alla tavlor"),
            *("Sista dag att överklaga", "Adress", "Protokollsutdrag"),
        ),
        meeting_columns=(
            *("Nämnd", "Rubrik", "Mötesdag", "Börjar", "Slutar", "Plats", "Läge", "Kallelsen utfärdad", "Ärenden"),
            *("Adress", "Kallelse", "Protokoll"),
        ),
        case_columns=(
            *("Nämnd", "Mötesdag", "Nummer", "Rubrik", "Diarienummer", "Slag", "Paragrafer", "Bilagor"),
            *("Adress", "Handlingar"),
        ),
        finance_columns=("Nämnd", "Mötesdag", "Ärende", "Handling", "Tabell", "Enhet", "Adress", "CSV-fil"),
        system="{site}, {name}",
        term="Mandatperioden {first}–{last}",
        municipality="Kommun",
        member="ledamot",
        deputy="ersättare",
        party="Parti",
        kinds={
            CaseKind.DECISION: "Beslut",
            CaseKind.INFORMATION: "Information",
            CaseKind.ELECTION: "Val",
            CaseKind.NOTIFICATION: "Anmälan",
        },
        packet="Kallelse med handlingar",
        supplement="Tillägg och ändringar",
        issue="Utskick {day}",
        minutes="Protokoll",
        minutes_of="Protokoll {numbers}",
        proof="Anslagsbevis {numbers}",
        extract="Protokollsutdrag {numbers}",
        papers="Ärendets handlingar {day}",
        letter="Tjänsteskrivelse",
        table="Tabell {number}",
        catalogue_title="Möten och beslut",
        catalogue_description="Möten, ärenden, beslut och ekonomiska tabeller från fullmäktige och nämnderna.",
        oparl_title="Möten, ärenden och beslut enligt OParl",
        news=(
            "Nyheter om möten och beslut",
            "Ett flöde (Atom) av kallelser, ändringar, protokoll och anslag.",
        ),
        calendar=("Kalender över möten", "Möten i fullmäktige och nämnderna (iCalendar), även inställda."),
        keywords=("kommun", "nämnd", "möte", "beslut", "protokoll"),
    ),
    "en": Words(
        data="Open data",
        lead="Meetings, cases and decisions are also here as files that a spreadsheet or another program can read.",
        allowed="You may fetch the files without asking.",
        not_chosen="The municipality has chosen no licence. Ask it before you publish the data again.",
        licence="Licence",
        licences={
            Licence.CC0: "CC0 1.0: you may use the data for anything, without naming the source.",
            Licence.CC_BY: "CC BY 4.0: you may use the data for anything if you name the source.",
        },
        licence_link="Read the licence",
        not_ours=(
            "The licence is for the data. Attachments may hold maps, pictures and texts that others have the rights "
            "to. Personal data may only be processed as the rules on data protection allow."
        ),
        built="The files are made anew whenever the site is built, last on {day}.",
        tables="Tables",
        tables_lead="CSV files in UTF-8 with commas between cells. A spreadsheet opens them as they are.",
        by_year="Decisions year by year",
        file_size="{rows}, {size}",
        row_count=("row", "rows"),
        oparl="OParl",
        oparl_lead=(
            "The same as JSON objects by OParl 1.1, an open standard for meetings of municipalities: committees, "
            "elected representatives, meetings, items, matters and files."
        ),
        oparl_entry="Begin here: {address}",
        oparl_static=(
            "The objects are finished files. So the lists do not answer created_since, modified_since and the other "
            "filters of OParl: fetch the list and compare the field modified."
        ),
        oparl_lists="The lists begin with the oldest and have at most 100 objects a page. What is new comes last.",
        oparl_days=(
            "The fields created and modified tell the day, not the time. Where no day is known, it is the day on which "
            "the site was built."
        ),
        oparl_deleted="Documents that were withdrawn after the issue stay as objects with deleted.",
        oparl_matters="A Paper is a matter with its registry number. Each time it is dealt with is a Consultation.",
        oparl_persons=(
            "Only elected representatives are there as persons, with name and office. Who is who is told by the name, "
            "and by party and place where several have it."
        ),
        no_url="The site's address is not known. So there is neither OParl nor a catalogue.",
        no_oparl="The municipality has chosen not to publish its data by OParl.",
        follow="Feeds and calendars",
        follow_lead=(
            "What is new is told by feeds (Atom): of everything, each committee, each matter with a registry number "
            "of its own and the notice board. Meetings are told by calendars (iCalendar)."
        ),
        follow_link="All feeds and calendars",
        beside="Files beside pages",
        beside_lead="Some files lie beside the page that they belong to.",
        beside_map="Beside each packet lies kallelse.json, with the pages that each case and document has.",
        beside_table="Below each financial table is a link to the same table as a CSV file.",
        beside_manifest="Checksums of all minutes that were published",
        beside_sitemap="The addresses of all pages stand in sitemap.xml, with the day on which the page was changed.",
        catalogue="Catalogue",
        catalogue_lead="A description of the files by DCAT-AP-SE, for the Swedish data portal.",
        cite="How to refer to a page",
        cite_lead=(
            "Each case and paragraph has a permanent address. It stands on its page with registry number and day, and "
            "in the column of addresses of the tables."
        ),
        report="How complete the site is",
        report_link="Meetings without papers or minutes, cancelled ones, and what is confidential",
        decisions=("Decisions", "Decisions of adjusted minutes, with votes and the last day to appeal."),
        meetings=("Meetings", "All meetings, with time, place and how far they have come."),
        cases=("Cases", "The cases on issued agendas, with registry numbers."),
        finance=("Financial tables", "A list of the tables in the documents, with the address of each file."),
        decision_columns=(
            *("Committee", "Meeting", "Paragraph", "Title", "Registry number", "Outcome", "Decision"),
            *("Yes", "No", "Abstaining", "Vote", "Adjusted", "Announced", "Announced on all boards"),
            *("Last day to appeal", "Address", "Extract"),
        ),
        meeting_columns=(
            *("Committee", "Title", "Meeting", "Starts", "Ends", "Place", "Status", "Summons issued", "Cases"),
            *("Address", "Packet", "Minutes"),
        ),
        case_columns=(
            *("Committee", "Meeting", "Number", "Title", "Registry number", "Kind", "Paragraphs", "Attachments"),
            *("Address", "Documents"),
        ),
        finance_columns=("Committee", "Meeting", "Case", "Document", "Table", "Unit", "Address", "CSV file"),
        system="{site}, {name}",
        term="Term {first}–{last}",
        municipality="Municipality",
        member="member",
        deputy="deputy",
        party="Party",
        kinds={
            CaseKind.DECISION: "Decision",
            CaseKind.INFORMATION: "Information",
            CaseKind.ELECTION: "Election",
            CaseKind.NOTIFICATION: "Notification",
        },
        packet="Summons with documents",
        supplement="Added and changed",
        issue="Issue of {day}",
        minutes="Minutes",
        minutes_of="Minutes {numbers}",
        proof="Proof of notice {numbers}",
        extract="Extract {numbers}",
        papers="Documents of the case, {day}",
        letter="Letter",
        table="Table {number}",
        catalogue_title="Meetings and decisions",
        catalogue_description="Meetings, cases, decisions and financial tables of the council and the committees.",
        oparl_title="Meetings, matters and decisions by OParl",
        news=("News of meetings and decisions", "A feed (Atom) of summonses, changes, adjusted minutes and notices."),
        calendar=(
            "Calendar of meetings",
            "Meetings of the council and the committees (iCalendar), also cancelled ones.",
        ),
        keywords=("municipality", "committee", "meeting", "decision", "minutes"),
    ),
}


def data_words(language: Language) -> Words:
    """The words of `language`."""
    return _WORDS[language]
