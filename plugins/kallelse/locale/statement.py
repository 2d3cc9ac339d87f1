"""The words of the accessibility statement: which parts the law asks for, and what the package itself is tried for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from kallelse.model.settings import Language
from kallelse.model.statement import Conformance, Method

REPORT_TO = "https://www.digg.se/tdosanmalan"
"""Where a lack is reported to the supervisory authority (MDFFS 2019:2, section 6, point 6)."""


@dataclass(frozen=True, slots=True)
class Words:
    """One language's words; those with `{names}` are filled by `str.format`."""

    statement: str
    description: str
    lead: str
    lead_law: str
    about: str
    how_accessible: str
    status: Mapping[Conformance, str]
    not_assessed: str
    standard: str
    not_accessible: str
    none_known: str
    lacks: str
    burden: str
    burden_lead: str
    outside: str
    outside_lead: str
    instead: str
    mended: str
    cannot_use: str
    tell_us: str
    form: str
    email: str
    phone: str
    post: str
    answer: str
    supervision: str
    authority: str
    supervision_text: str
    report: str
    how_assessed: str
    methods: Mapping[Method, str]
    assessed: str
    report_link: str
    published: str
    updated: str
    work: str
    tried: str
    tried_pages: str
    tried_pdfs: str
    tried_limits: str


_WORDS: Mapping[Language, Words] = {
    "sv": Words(
        statement="Tillgänglighetsredogörelse",
        description="Hur tillgänglig webbplatsen är, vilka brister som är kända och hur du berättar om fler.",
        lead="{name} står bakom webbplatsen {site}. Vi vill att så många som möjligt ska kunna använda den.",
        lead_law="Här står hur väl webbplatsen uppfyller lagen (2018:1937) om tillgänglighet till digital offentlig "
        "service, vilka brister vi känner till och hur du berättar om fler.",
        about="Redogörelsen gäller",
        how_accessible="Hur tillgänglig är webbplatsen?",
        status={
            Conformance.FULL: "Webbplatsen är helt förenlig med lagens krav.",
            Conformance.PARTIAL: "Webbplatsen är delvis förenlig med lagens krav. Bristerna står längre ner.",
            Conformance.NONE: "Webbplatsen är inte förenlig med lagens krav. Bristerna står längre ner.",
        },
        not_assessed="Vi har ännu inte bedömt hur väl webbplatsen uppfyller lagens krav.",
        standard="Vi mäter mot standarden EN 301 549, som bygger på WCAG nivå AA.",
        not_accessible="Innehåll som inte är tillgängligt",
        none_known="Vi känner inte till något innehåll som inte är tillgängligt.",
        lacks="Det här uppfyller inte kraven",
        burden="Oskäligt betungande anpassning (12 §)",
        burden_lead="{name} åberopar lagens undantag för oskäligt betungande anpassning för det här:",
        outside="Lagen gäller inte det här (9 §)",
        outside_lead="Det här är inte fullt tillgängligt, men omfattas inte av lagens krav:",
        instead="I stället",
        mended="Vi räknar med att ha åtgärdat bristerna senast {day}.",
        cannot_use="Om du inte kan använda något på webbplatsen",
        tell_us="Berätta för oss om du hittar en brist som inte står här, eller om du behöver något på ett annat sätt, "
        "till exempel uppläst eller med stor text. Det gäller också innehåll som är undantaget från kraven.",
        form="Formulär för brister och önskemål",
        email="E-post",
        phone="Telefon",
        post="Post",
        answer="Vi svarar {time}.",
        supervision="Tillsyn",
        authority="Myndigheten för digital förvaltning (Digg)",
        supervision_text="{authority} har tillsyn över lagen. Dit kan du anmäla brister på webbplatsen eller i den här "
        "redogörelsen, att du inte har fått det du har bett om, eller att du vill få vår bedömning av vad som är "
        "oskäligt betungande granskad.",
        report="Anmäl till {authority}",
        how_assessed="Så har vi bedömt webbplatsen",
        methods={
            Method.SELF: "Vi har själva prövat webbplatsen (självskattning).",
            Method.EXTERNAL: "En oberoende granskare har prövat webbplatsen.",
            Method.BOTH: "Vi har själva prövat webbplatsen (självskattning), och det har också en oberoende granskare "
            "gjort.",
            Method.ESTIMATE: "Vi har uppskattat hur tillgänglig webbplatsen är, utan att granska den.",
        },
        assessed="Senaste bedömningen gjordes den {day}.",
        report_link="Läs granskningens rapport",
        published="Webbplatsen publicerades den {day}.",
        updated="Redogörelsen uppdaterades senast den {day}.",
        work="Så arbetar vi med tillgänglighet",
        tried="Det här prövas alltid",
        tried_pages="Webbplatsen görs av programmet Kallelse. Alla dess slag av sidor prövas automatiskt mot WCAG 2.2 "
        "nivå A och AA: i ljust och mörkt läge, på bred och smal skärm, med tangentbord och utan skript.",
        tried_pdfs="De PDF-filer som programmet gör prövas mot standarderna PDF/UA-1 och PDF/A-3a.",
        tried_limits="Automatiska prov hittar inte alla brister. Filer som kommer från andra, till exempel skannade "
        "bilagor, kan sakna det som hjälpmedel behöver.",
    ),
    "en": Words(
        statement="Accessibility statement",
        description="How accessible the site is, which lacks are known and how you report more of them.",
        lead="{name} is responsible for the site {site}. We want as many as possible to be able to use it.",
        lead_law="This page says how far the site meets the Swedish Act (2018:1937) on Accessibility to Digital Public "
        "Services, which lacks we know of and how you tell us of more.",
        about="The statement is about",
        how_accessible="How accessible is the site?",
        status={
            Conformance.FULL: "The site is fully compliant with the requirements of the Act.",
            Conformance.PARTIAL: "The site is partially compliant with the requirements of the Act. The lacks are "
            "listed below.",
            Conformance.NONE: "The site is not compliant with the requirements of the Act. The lacks are listed below.",
        },
        not_assessed="We have not yet assessed how far the site meets the requirements of the Act.",
        standard="We measure against the standard EN 301 549, which builds on WCAG level AA.",
        not_accessible="Content that is not accessible",
        none_known="We know of no content that is not accessible.",
        lacks="This does not meet the requirements",
        burden="Disproportionate burden (section 12)",
        burden_lead="{name} invokes the exception of the Act for a disproportionate burden for this:",
        outside="The Act is not about this (section 9)",
        outside_lead="This is not fully accessible, but is not covered by the requirements of the Act:",
        instead="Instead",
        mended="We expect to have mended the lacks by {day}.",
        cannot_use="If you cannot use something on the site",
        tell_us="Tell us if you find a lack that is not listed here, or if you need something in another way, such as "
        "read aloud or in large print. That goes for content that is exempt from the requirements too.",
        form="Form for lacks and requests",
        email="Email",
        phone="Phone",
        post="Post",
        answer="We answer {time}.",
        supervision="Supervision",
        authority="the Swedish Agency for Digital Government (Digg)",
        supervision_text="The Act is supervised by {authority}. There you can report lacks of the site or of this "
        "statement, that you did not get what you asked for, or that you want our judgement of what is a "
        "disproportionate burden to be examined.",
        report="Report to {authority}",
        how_assessed="How we assessed the site",
        methods={
            Method.SELF: "We have tried the site ourselves (self-assessment).",
            Method.EXTERNAL: "An independent reviewer has tried the site.",
            Method.BOTH: "We have tried the site ourselves (self-assessment), and so has an independent reviewer.",
            Method.ESTIMATE: "We have estimated how accessible the site is, without reviewing it.",
        },
        assessed="The latest assessment was made on {day}.",
        report_link="Read the report of the assessment",
        published="The site was published on {day}.",
        updated="The statement was last updated on {day}.",
        work="How we work with accessibility",
        tried="This is always tried",
        tried_pages="The site is made by the program Kallelse. Each of its kinds of pages is tried automatically "
        "against WCAG 2.2 levels A and AA: in light and dark, on wide and narrow screens, by keyboard and without "
        "scripts.",
        tried_pdfs="The PDF files that the program makes are tried against the standards PDF/UA-1 and PDF/A-3a.",
        tried_limits="Automatic tests do not find all lacks. Files that come from others, such as scanned attachments, "
        "may lack what aids need.",
    ),
}


def statement_words(language: Language) -> Words:
    """The words of the statement in `language`."""
    return _WORDS[language]
