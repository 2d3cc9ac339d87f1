"""The words of feeds and calendars, of the boxes that lead to them, and of the page that explains them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from kallelse.model.settings import Language


@dataclass(frozen=True, slots=True)
class Words:
    """One language's words; those with `{names}` are filled by `str.format`."""

    language: Language

    # The box, and what leads to it
    follow: str
    box_all: str
    box_committee: str
    box_meeting: str
    box_held: str
    box_matter: str
    box_board: str
    box_calendar: str
    feed: str
    subscribe: str
    fetch: str
    add: str
    how: str

    # The page
    description: str
    lead: str
    feeds: str
    feed_is: str
    feed_how: str
    calendars: str
    calendar_is: str
    calendar_how: str
    calendar_fetched: str
    committees: str
    everything: str
    keywords: str
    keywords_lead: str
    keywords_rule: str
    keyword_also: str
    matters: str
    matters_how: str
    to_matters: str
    notices: str
    the_board: str

    # Feeds
    feed_all: str
    feed_all_about: str
    feed_committee: str
    feed_committee_about: str
    feed_matter: str
    feed_matter_about: str
    feed_keyword: str
    feed_keyword_about: str
    feed_board: str
    feed_board_about: str

    # What happened at a meeting
    summons: str
    supplement: str
    moved: str
    moved_to: str
    moved_from: str
    cancelled: str
    postponed: str
    record: str
    notes: str
    notice: str
    correction: str
    delegated: str
    council: str
    kind_summons: str
    kind_supplement: str
    kind_moved: str
    kind_cancelled: str
    kind_postponed: str
    kind_record: str
    kind_notice: str
    kind_correction: str
    kind_delegated: str

    # What happened with a case
    case_up: str
    case_changed: str
    case_moved: str
    case_decided: str
    case_corrected: str
    case_cancelled: str
    case_postponed: str
    kind_case: str
    kind_decision: str

    # Calendars
    calendar_all: str
    calendar_of: str
    calendar_about: str
    event_cancelled: str
    event_postponed: str
    event_agenda: str
    event_packet: str
    event_record: str
    event_page: str
    event_no_end: str


_WORDS: Mapping[Language, Words] = {
    "sv": Words(
        language="sv",
        follow="Följ",
        box_all="Få veta när kallelser, protokoll och beslut publiceras, eller se alla möten i din kalender.",
        box_committee="Få veta när något nytt kommer från nämnden, eller se dess möten i din kalender.",
        box_meeting="Se mötet i din kalender, eller få veta när något nytt kommer från nämnden.",
        box_held="Få veta när något nytt kommer från nämnden, eller se dess möten i din kalender.",
        box_matter="Få veta när ärendet tas upp, när handlingarna ändras och när det är avgjort.",
        box_board="Få veta när något nytt anslås.",
        box_calendar="Se mötena i din kalender.",
        feed="Nyheter som flöde",
        subscribe="Prenumerera på kalendern",
        fetch="Hämta kalendern som fil",
        add="Lägg mötet i kalendern",
        how="Så följer du",
        description="Följ kommunens möten, ärenden och beslut med flöden och kalendrar.",
        lead="Du kan följa kommunens möten och beslut utan att lämna några uppgifter om dig.",
        feeds="Flöden",
        feed_is=(
            "Ett flöde är en lista över nyheter som uppdateras av sig själv och som du läser i en flödesläsare: "
            "en app eller ett program som hämtar nyheterna åt dig."
        ),
        feed_how=(
            "Kopiera adressen till flödet och klistra in den i din flödesläsare. Öppnar du länken i webbläsaren "
            "ser du bara flödets kod."
        ),
        calendars="Kalendrar",
        calendar_is="En kalender visar mötena i din egen kalender, där nya, ändrade och inställda möten uppdateras.",
        calendar_how=(
            "Välj Prenumerera, så frågar telefonen eller datorn om du vill lägga till kalendern. Händer ingenting "
            "kopierar du länken och lägger till den i din kalender som en kalender från webben. En hämtad fil "
            "uppdateras inte."
        ),
        calendar_fetched=(
            "Hämta en kalender som fil och öppna den, så läggs mötena in i din egen kalender. Filen uppdateras inte: "
            "hämta den på nytt när möten har tillkommit eller ändrats."
        ),
        committees="Fullmäktige och nämnder",
        everything="Allt",
        keywords="Ord",
        keywords_lead="Följ ett ord, så får du veta när det förekommer i ett ärende eller ett beslut.",
        keywords_rule=(
            "Ordet söks i rubriker, förslag, beslut och handlingar, också böjt och som del av sammansatta ord. "
            "Ord med högst tre bokstäver söks bara för sig. Sökningen görs av ett program: något kan saknas, eller "
            "komma med som inte hör dit."
        ),
        keyword_also="även {words}",
        matters="Ärenden",
        matters_how=(
            "Varje ärende med eget diarienummer har ett flöde. Länken finns på ärendets sida, under Följ. Finns ingen "
            "sådan ruta, som på en punkt utan diarienummer, kan du följa nämnden i stället."
        ),
        to_matters="Hitta ärendet",
        notices="Anslag",
        the_board="Anslagstavlan",
        feed_all="Allt från {site}",
        feed_all_about="Kallelser, ändringar, protokoll, anslag och rättelser från fullmäktige och alla nämnder.",
        feed_committee="{committee}",
        feed_committee_about="Kallelser, ändringar, protokoll, anslag och rättelser från {committee}.",
        feed_matter="{title}",
        feed_matter_about="Ärendets gång: när det tas upp, ändras, avgörs och rättas.",
        feed_keyword="Ärenden om {word}",
        feed_keyword_about="Ärenden och beslut där {words} förekommer.",
        feed_board="Anslagstavlan, {name}",
        feed_board_about="Vad som är anslaget nu, med sista dag att överklaga.",
        summons="Kallelse: {meeting}",
        supplement="Ändrade handlingar: {meeting}",
        moved="Flyttat möte: {meeting}",
        moved_to="Mötet är flyttat från {old} till {new}.",
        moved_from="Flyttat från {day}.",
        cancelled="Inställt: {meeting}",
        postponed="Uppskjutet: {meeting}",
        record="Protokoll {numbers}: {meeting}",
        notes="Minnesanteckningar: {meeting}",
        notice="Anslaget {numbers}: {meeting}",
        correction="Rättelse {numbers}: {meeting}",
        delegated="Delegationsbeslut: {decision}",
        council="Sammanträder: {meeting}",
        kind_summons="Kallelse",
        kind_supplement="Ändrade handlingar",
        kind_moved="Flyttat möte",
        kind_cancelled="Inställt",
        kind_postponed="Uppskjutet",
        kind_record="Protokoll",
        kind_notice="Anslag",
        kind_correction="Rättelse",
        kind_delegated="Delegationsbeslut",
        case_up="Tas upp: {title}",
        case_changed="Ändrade handlingar: {title}",
        case_moved="Mötet är flyttat: {title}",
        case_decided="Behandlat: {title}",
        case_corrected="Rättelse: {title}",
        case_cancelled="Mötet är inställt: {title}",
        case_postponed="Mötet är uppskjutet: {title}",
        kind_case="Ärende",
        kind_decision="Beslut",
        calendar_all="{name}: möten",
        calendar_of="{committee}: möten",
        calendar_about="Sammanträden enligt {site}.",
        event_cancelled="INSTÄLLT: {meeting}",
        event_postponed="UPPSKJUTET: {meeting}",
        event_agenda="Föredragningslista:",
        event_packet="Kallelse (PDF): {url}",
        event_record="Protokoll: {url}",
        event_page="Mötets sida: {url}",
        event_no_end="Mötets sluttid är inte angiven.",
    ),
    "en": Words(
        language="en",
        follow="Follow",
        box_all="Hear when summonses, minutes and decisions are published, or see all meetings in your calendar.",
        box_committee="Hear when there is something new from the committee, or see its meetings in your calendar.",
        box_meeting="See the meeting in your calendar, or hear when there is something new from the committee.",
        box_held="Hear when there is something new from the committee, or see its meetings in your calendar.",
        box_matter="Hear when the matter comes up, when its papers are changed and when it is decided.",
        box_board="Hear when something new is announced.",
        box_calendar="See the meetings in your calendar.",
        feed="News as a feed",
        subscribe="Subscribe to the calendar",
        fetch="Fetch the calendar as a file",
        add="Add the meeting to your calendar",
        how="How to follow",
        description="Follow the municipality's meetings, matters and decisions by feeds and calendars.",
        lead="You can follow the municipality's meetings and decisions without giving any details of yourself.",
        feeds="Feeds",
        feed_is=(
            "A feed is a list of news that keeps itself up to date and that you read in a feed reader: an app or a "
            "program that fetches the news for you."
        ),
        feed_how=(
            "Copy the address of the feed and paste it into your feed reader. If you open the link in the browser, "
            "you only see the code of the feed."
        ),
        calendars="Calendars",
        calendar_is=(
            "A calendar shows the meetings in your own calendar, where new, changed and cancelled meetings are updated."
        ),
        calendar_how=(
            "Choose Subscribe, and your phone or computer asks whether you want to add the calendar. If nothing "
            "happens, copy the link and add it to your calendar as a calendar from the web. A fetched file is not "
            "updated."
        ),
        calendar_fetched=(
            "Fetch a calendar as a file and open it, and the meetings are put into your own calendar. The file is not "
            "updated: fetch it again when meetings were added or changed."
        ),
        committees="Council and committees",
        everything="Everything",
        keywords="Words",
        keywords_lead="Follow a word and hear when it occurs in a case or a decision.",
        keywords_rule=(
            "The word is looked for in titles, proposals, decisions and papers. A program looks for it: something may "
            "be missing, or be there that does not belong."
        ),
        keyword_also="also {words}",
        matters="Matters",
        matters_how=(
            "Each matter with a registry number of its own has a feed. The link stands on the page of the matter, "
            "under Follow. Where there is no such box, as on an item without a number, you can follow the committee "
            "instead."
        ),
        to_matters="Find the matter",
        notices="Notices",
        the_board="Notice board",
        feed_all="Everything from {site}",
        feed_all_about="Summonses, changes, minutes, notices and corrections of the council and all committees.",
        feed_committee="{committee}",
        feed_committee_about="Summonses, changes, minutes, notices and corrections of {committee}.",
        feed_matter="{title}",
        feed_matter_about="The way of the matter: when it comes up, is changed, decided and corrected.",
        feed_keyword="Matters about {word}",
        feed_keyword_about="Cases and decisions in which {words} occurs.",
        feed_board="Notice board, {name}",
        feed_board_about="What is announced now, with the last day to appeal.",
        summons="Summons: {meeting}",
        supplement="Changed papers: {meeting}",
        moved="Meeting moved: {meeting}",
        moved_to="The meeting was moved from {old} to {new}.",
        moved_from="Moved from {day}.",
        cancelled="Cancelled: {meeting}",
        postponed="Postponed: {meeting}",
        record="Minutes {numbers}: {meeting}",
        notes="Notes: {meeting}",
        notice="Announced {numbers}: {meeting}",
        correction="Correction {numbers}: {meeting}",
        delegated="Delegated decision: {decision}",
        council="Meets: {meeting}",
        kind_summons="Summons",
        kind_supplement="Changed papers",
        kind_moved="Meeting moved",
        kind_cancelled="Cancelled",
        kind_postponed="Postponed",
        kind_record="Minutes",
        kind_notice="Notice",
        kind_correction="Correction",
        kind_delegated="Delegated decision",
        case_up="Comes up: {title}",
        case_changed="Changed papers: {title}",
        case_moved="The meeting is moved: {title}",
        case_decided="Treated: {title}",
        case_corrected="Correction: {title}",
        case_cancelled="The meeting is cancelled: {title}",
        case_postponed="The meeting is postponed: {title}",
        kind_case="Case",
        kind_decision="Decision",
        calendar_all="{name}: meetings",
        calendar_of="{committee}: meetings",
        calendar_about="Meetings according to {site}.",
        event_cancelled="CANCELLED: {meeting}",
        event_postponed="POSTPONED: {meeting}",
        event_agenda="Agenda:",
        event_packet="Summons (PDF): {url}",
        event_record="Minutes: {url}",
        event_page="Page of the meeting: {url}",
        event_no_end="It is not said when the meeting ends.",
    ),
}


def follow_words(language: Language) -> Words:
    """The words of `language`."""
    return _WORDS[language]
