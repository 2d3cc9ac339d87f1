"""The words that the site itself shows, in Swedish and English."""

from __future__ import annotations

from dataclasses import dataclass

from kallelse.model.meeting import CaseKind
from kallelse.model.settings import Language


@dataclass(frozen=True, slots=True)
class Words:
    """One language's words; those with `{names}` are filled by `str.format`, pairs are one and several."""

    language: Language

    # The shell
    skip: str
    home: str
    menu: str
    you_are_here: str
    scheme: str
    meetings: str
    matters: str
    search: str
    contact: str
    on_this_site: str
    no_cookies: str

    # Start, lists and committees
    start_heading: str
    start_lead: str
    upcoming: str
    none_upcoming: str
    latest_packets: str
    none_packets: str
    all_meetings: str
    committees: str
    none_committees: str
    next_meeting: str
    next_meeting_on: str
    none_planned: str
    together_with: str
    meetings_lead: str
    latest_meetings: str
    none_meetings: str
    meetings_by_year: str
    meetings_year: str
    years: str
    matters_lead: str
    matters_latest: str
    matters_year: str
    matters_by_year: str
    none_matters: str
    members: str
    deputies: str
    committee_meetings: str

    # Meeting
    meeting_title: str
    planned: str
    called: str
    held: str
    to_be_held: str
    cancelled: str
    postponed: str
    step_done: str
    progress: str
    proposals_only: str
    not_held: str
    held_note: str
    cancelled_note: str
    postponed_note: str
    planned_note: str
    documents: str
    packet: str
    packet_size: str
    agenda: str
    no_agenda: str
    number: str
    case: str
    pages_in_packet: str
    pages_link: str
    facts: str
    time: str
    clock: str
    place: str
    chair: str
    secretary: str
    called_persons: str
    for_information: str
    issued: str
    presenter: str
    proposal: str
    minutes: tuple[str, str]

    # Case and attachment
    case_number: str
    case_unnumbered: str
    case_of: str
    dnr: str
    other_dnr: str
    paragraph: str
    kind: str
    kinds: dict[CaseKind, str]
    officer: str
    unit: str
    pages: str
    sent_to: str
    letter: str
    attachment: str
    attachment_of: str
    attachment_short: str
    separate: str
    withheld_document: str
    withheld_case: str
    withheld_tag: str
    no_papers: str
    is_proposal: str
    treated: str
    contents: str
    revisions: str
    revision_columns: tuple[str, str, str, str, str]
    version: str
    signed: str
    way: str
    whole_way: str
    this_page: str
    cite: str
    next_and_previous: str
    previous_case: str
    next_case: str
    back_to_case: str
    back_to_meeting: str
    previous_attachment: str
    next_attachment: str
    in_packet: str

    # Matter
    matter_of: str
    latest: str
    coming: str
    from_start: str
    started: str
    all_documents: str
    case_page: str
    papers: str
    steps_meetings: tuple[str, str]

    # Text and tables
    notes: str
    note: str
    to_text: str
    table: str
    csv: str
    drag: str
    process: str

    # Search and not found
    search_label: str
    search_hint: str
    search_empty: str
    search_no_script: str
    search_failed: str
    search_lists: str
    search_year: str
    search_committee: str
    search_narrow: str
    search_hits: str
    search_hit_counts: tuple[str, str]
    search_none: str
    search_more: str
    search_clear: str
    lost: str
    lost_code: str
    lost_text: str
    lost_search: str

    # Counts
    page_count: tuple[str, str]
    case_count: tuple[str, str]
    meeting_count: tuple[str, str]
    person_count: tuple[str, str]

    def count(self, number: int, pair: tuple[str, str]) -> str:
        """`1 sida`, `18 sidor`."""
        return f"{number} {pair[0] if number == 1 else pair[1]}"

    def size(self, count: int) -> str:
        """A file's size in thousands of bytes, in the language's figures: `412 kB`, `1,2 MB`."""
        kilo = max(1, (count + 500) // 1000)
        if kilo < 1000:
            return f"{kilo} kB"
        mega = f"{(kilo + 50) // 1000}.{(kilo + 50) // 100 % 10}"
        return f"{mega.replace('.', ',') if self.language == 'sv' else mega} MB"


def words(language: Language) -> Words:
    """The words of `language`."""
    return _WORDS[language]


_SWEDISH = Words(
    language="sv",
    skip="Hoppa till innehållet",
    home="Start",
    menu="Huvudmeny",
    you_are_here="Du är här",
    scheme="Växla mellan ljust och mörkt",
    meetings="Möten",
    matters="Ärenden",
    search="Sök",
    contact="Kontakt",
    on_this_site="På webbplatsen",
    no_cookies="Inga kakor, inga spårare.",
    start_heading="{site} i {name}",
    start_lead="Här finns kallelser och handlingar från fullmäktige och nämnderna.",
    upcoming="Kommande möten",
    none_upcoming="Inga möten är planerade just nu.",
    latest_packets="Senaste kallelserna",
    none_packets="Det finns inga kallelser än.",
    all_meetings="Alla möten",
    committees="Fullmäktige och nämnder",
    none_committees="Det finns inga nämnder än.",
    next_meeting="Nästa möte",
    next_meeting_on="Nästa möte {day}",
    none_planned="Inget möte är planerat",
    together_with="Gemensam för {municipalities}",
    meetings_lead="Möten i fullmäktige och nämnderna, med kallelser och handlingar.",
    latest_meetings="Senaste mötena",
    none_meetings="Det finns inga möten än.",
    meetings_by_year="Möten efter år",
    meetings_year="Möten {year}",
    years="År",
    matters_lead="Ett ärende kan tas upp på flera möten och i flera nämnder. Här är varje ärende samlat på en sida.",
    matters_latest="Senast behandlade ärenden",
    matters_year="Ärenden {year}",
    matters_by_year="Ärenden efter år",
    none_matters="Det finns inga ärenden med diarienummer än.",
    members="Ledamöter",
    deputies="Ersättare",
    committee_meetings="Möten och handlingar",
    meeting_title="{committee} {day}",
    planned="Planerat",
    called="Kallat",
    held="Hållet",
    to_be_held="Möte",
    cancelled="Inställt",
    postponed="Uppskjutet",
    step_done="klart",
    progress="Så långt har mötet kommit",
    proposals_only="Handlingarna är förslag.",
    not_held="Mötet är inte hållet.",
    held_note="Nämndens beslut står i protokollet.",
    cancelled_note="Mötet är inställt.",
    postponed_note="Mötet är uppskjutet.",
    planned_note="Kallelse och handlingar visas här när kallelsen är utfärdad.",
    documents="Handlingar",
    packet="Kallelse med handlingar",
    packet_size="{pages}, {size}",
    agenda="Föredragningslista",
    no_agenda="Mötet har inga ärenden.",
    number="Nr",
    case="Ärende",
    pages_in_packet="Sidor i kallelsen",
    pages_link="{pages} i kallelsen (PDF)",
    facts="Fakta",
    time="Tid",
    clock="kl. {time}",
    place="Plats",
    chair="Ordförande",
    secretary="Sekreterare",
    called_persons="Kallas",
    for_information="För kännedom",
    issued="Utfärdad",
    presenter="Föredragande",
    proposal="Förslag",
    minutes=("minut", "minuter"),
    case_number="Ärende {number}",
    case_unnumbered="Ärende",
    case_of="{case}, {day}",
    dnr="Diarienr",
    other_dnr="Andra diarienr",
    paragraph="Paragraf",
    kind="Typ",
    kinds={
        CaseKind.DECISION: "Beslut",
        CaseKind.INFORMATION: "Information",
        CaseKind.ELECTION: "Val",
        CaseKind.NOTIFICATION: "Anmälan",
    },
    officer="Handläggare",
    unit="Enhet",
    pages="Sidor",
    sent_to="Skickas till",
    letter="Tjänsteskrivelse",
    attachment="Bilaga {number}",
    attachment_of="Bilaga {number} till ärende {case}",
    attachment_short="Bilaga {number}",
    separate="Delas ut separat",
    withheld_document="Omfattas av sekretess",
    withheld_case="Ärendet omfattas av sekretess. Handlingarna publiceras inte.",
    withheld_tag="Sekretess",
    no_papers="Ärendet har inga handlingar.",
    is_proposal="Förslag",
    treated="Behandlas {day}",
    contents="Innehåll",
    revisions="Ändringshistorik",
    revision_columns=("Datum", "Version", "Namn", "Roll", "Kommentar"),
    version="version {version}",
    signed="Undertecknat av",
    way="Ärendets gång",
    whole_way="Hela ärendets gång",
    this_page="Den här sidan",
    cite="Hänvisa hit",
    next_and_previous="Föregående och nästa",
    previous_case="Föregående ärende",
    next_case="Nästa ärende",
    back_to_case="Tillbaka till ärendet",
    back_to_meeting="Tillbaka till mötet",
    previous_attachment="Föregående bilaga",
    next_attachment="Nästa bilaga",
    in_packet="{pages} i kallelsen (PDF)",
    matter_of="Ärendets gång, {numbers}",
    latest="Senast",
    coming="Kommande",
    from_start="Från början till nu",
    started="Startade",
    all_documents="Alla handlingar",
    case_page="Ärendet",
    papers="Handlingar, {pages}",
    steps_meetings=("gång behandlat", "gånger behandlat"),
    notes="Fotnoter",
    note="Fotnot {number}",
    to_text="Tillbaka till texten vid fotnot {number}",
    table="Tabell {number}",
    csv="Hämta tabellen som CSV",
    drag="Dra i sidled för fler kolumner",
    process="Arbetsgång",
    search_label="Sök i alla ärenden och bilagor",
    search_hint="Skriv ett ord eller ett diarienummer",
    search_empty="Skriv ett ord eller ett diarienummer för att söka.",
    search_no_script="Sökningen behöver JavaScript. Utan det hittar du allt i listorna:",
    search_failed="Sökningen kunde inte läsas in. Den fungerar när sidorna hämtas från en webbserver. "
    "Du hittar allt i listorna:",
    search_lists="Listor",
    search_year="År",
    search_committee="Nämnd",
    search_narrow="Avgränsa",
    search_hits="Träffar",
    search_hit_counts=("träff", "träffar"),
    search_none="Inga träffar. Pröva ett kortare ord eller ta bort en avgränsning.",
    search_more="Visa fler träffar",
    search_clear="Ta bort avgränsningar",
    lost="Sidan finns inte",
    lost_code="Fel 404",
    lost_text="Den kan ha bytt adress. Adresserna byggs av nämnd och datum, till exempel {example}.",
    lost_search="Sök i stället",
    page_count=("sida", "sidor"),
    case_count=("ärende", "ärenden"),
    meeting_count=("möte", "möten"),
    person_count=("person", "personer"),
)

_ENGLISH = Words(
    language="en",
    skip="Skip to content",
    home="Home",
    menu="Main menu",
    you_are_here="You are here",
    scheme="Switch between light and dark",
    meetings="Meetings",
    matters="Matters",
    search="Search",
    contact="Contact",
    on_this_site="On this site",
    no_cookies="No cookies, no trackers.",
    start_heading="{site}, {name}",
    start_lead="Summonses and documents of the council and the committees.",
    upcoming="Coming meetings",
    none_upcoming="No meetings are planned at the moment.",
    latest_packets="Latest summonses",
    none_packets="There are no summonses yet.",
    all_meetings="All meetings",
    committees="Council and committees",
    none_committees="There are no committees yet.",
    next_meeting="Next meeting",
    next_meeting_on="Next meeting {day}",
    none_planned="No meeting is planned",
    together_with="Shared by {municipalities}",
    meetings_lead="Meetings of the council and the committees, with summonses and documents.",
    latest_meetings="Latest meetings",
    none_meetings="There are no meetings yet.",
    meetings_by_year="Meetings by year",
    meetings_year="Meetings {year}",
    years="Years",
    matters_lead="A matter may come up at several meetings and in several committees. Here each matter is on one page.",
    matters_latest="Matters treated lately",
    matters_year="Matters {year}",
    matters_by_year="Matters by year",
    none_matters="There are no matters with a registry number yet.",
    members="Members",
    deputies="Deputies",
    committee_meetings="Meetings and documents",
    meeting_title="{committee} {day}",
    planned="Planned",
    called="Called",
    held="Held",
    to_be_held="Meeting",
    cancelled="Cancelled",
    postponed="Postponed",
    step_done="done",
    progress="How far the meeting has come",
    proposals_only="The documents are proposals.",
    not_held="The meeting has not been held.",
    held_note="The decisions stand in the minutes.",
    cancelled_note="The meeting is cancelled.",
    postponed_note="The meeting is postponed.",
    planned_note="The summons and its documents are shown here once the summons is issued.",
    documents="Documents",
    packet="Summons with documents",
    packet_size="{pages}, {size}",
    agenda="Agenda",
    no_agenda="The meeting has no cases.",
    number="No",
    case="Case",
    pages_in_packet="Pages in the summons",
    pages_link="{pages} of the summons (PDF)",
    facts="Facts",
    time="Time",
    clock="at {time}",
    place="Place",
    chair="Chair",
    secretary="Secretary",
    called_persons="Summoned",
    for_information="For information",
    issued="Issued",
    presenter="Presented by",
    proposal="Proposal",
    minutes=("minute", "minutes"),
    case_number="Case {number}",
    case_unnumbered="Case",
    case_of="{case}, {day}",
    dnr="Registry no",
    other_dnr="Other registry nos",
    paragraph="Paragraph",
    kind="Kind",
    kinds={
        CaseKind.DECISION: "Decision",
        CaseKind.INFORMATION: "Information",
        CaseKind.ELECTION: "Election",
        CaseKind.NOTIFICATION: "Notification",
    },
    officer="Officer",
    unit="Unit",
    pages="Pages",
    sent_to="Sent to",
    letter="Letter",
    attachment="Attachment {number}",
    attachment_of="Attachment {number} to case {case}",
    attachment_short="Attachment {number}",
    separate="Handed out separately",
    withheld_document="Confidential",
    withheld_case="The case is confidential. Its documents are not published.",
    withheld_tag="Confidential",
    no_papers="The case has no documents.",
    is_proposal="Proposal",
    treated="Treated {day}",
    contents="Contents",
    revisions="Change history",
    revision_columns=("Date", "Version", "Name", "Role", "Comment"),
    version="version {version}",
    signed="Signed by",
    way="The way of the matter",
    whole_way="The whole way of the matter",
    this_page="This page",
    cite="Cite this page",
    next_and_previous="Previous and next",
    previous_case="Previous case",
    next_case="Next case",
    back_to_case="Back to the case",
    back_to_meeting="Back to the meeting",
    previous_attachment="Previous attachment",
    next_attachment="Next attachment",
    in_packet="{pages} of the summons (PDF)",
    matter_of="The way of the matter, {numbers}",
    latest="Latest",
    coming="Coming",
    from_start="From the start until now",
    started="Started",
    all_documents="All documents",
    case_page="The case",
    papers="Documents, {pages}",
    steps_meetings=("time treated", "times treated"),
    notes="Footnotes",
    note="Footnote {number}",
    to_text="Back to the text at footnote {number}",
    table="Table {number}",
    csv="Download the table as CSV",
    drag="Drag sideways for more columns",
    process="Way of working",
    search_label="Search all cases and attachments",
    search_hint="Type a word or a registry number",
    search_empty="Type a word or a registry number to search.",
    search_no_script="The search needs JavaScript. Without it you find everything in the lists:",
    search_failed="The search could not be loaded. It works when the pages come from a web server. "
    "You find everything in the lists:",
    search_lists="Lists",
    search_year="Year",
    search_committee="Committee",
    search_narrow="Narrow down",
    search_hits="Hits",
    search_hit_counts=("hit", "hits"),
    search_none="No hits. Try a shorter word or remove a filter.",
    search_more="Show more hits",
    search_clear="Remove filters",
    lost="The page does not exist",
    lost_code="Error 404",
    lost_text="It may have moved. Addresses are made of committee and date, such as {example}.",
    lost_search="Search instead",
    page_count=("page", "pages"),
    case_count=("case", "cases"),
    meeting_count=("meeting", "meetings"),
    person_count=("person", "persons"),
)

_WORDS: dict[Language, Words] = {"sv": _SWEDISH, "en": _ENGLISH}
