"""Draws turned into Swedish sentences as letters to a committee have them; they read right but mean nothing."""

from __future__ import annotations

from dataclasses import dataclass

from benchmarks.draws import Draws

MONTHS = (
    "januari", "februari", "mars", "april", "maj", "juni",
    "juli", "augusti", "september", "oktober", "november", "december",
)  # fmt: skip
PEOPLE = (
    "Karin Ekholm", "Sofia Berglund", "Anders Holmgren", "Leila Haddad", "Per Nyberg", "Eva Lindroth",
    "Birgitta Sjölund", "Johan Westin", "Mats Öberg", "Gunnel Åström", "Amir Hosseini", "Ingrid Fors",
)  # fmt: skip
UNITS = ("Barn- och utbildningsförvaltningen", "IT-center", "Kommunkansliet", "Samhällsbyggnad", "Tekniska kontoret")

_FIELDS = (
    "skol", "vatten", "trafik", "miljö", "kultur", "fritids", "närings", "arbetsmarknads", "energi", "klimat",
    "hamn", "park", "gatu", "vård", "omsorgs", "förskole", "biblioteks", "idrotts", "bostads", "lokalförsörjnings",
    "personal", "drift", "service", "avfalls", "räddnings", "landsbygds", "integrations", "digitaliserings",
    "säkerhets", "underhålls", "översikts", "livsmedels", "hemtjänst", "ungdoms", "besöks", "kvalitets", "samverkans",
    "fastighets", "kollektivtrafik", "dagvatten",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Noun:
    """The end of a compound: with article, definite, plural."""

    article: str
    one: str
    definite: str
    many: str


_NOUNS = tuple(
    _Noun(*forms.split())
    for forms in (
        "en plan planen planer", "en budget budgeten budgetar", "en utredning utredningen utredningar",
        "en strategi strategin strategier", "en verksamhet verksamheten verksamheter", "en avgift avgiften avgifter",
        "ett program programmet program", "ett avtal avtalet avtal", "ett underlag underlaget underlag",
        "ett uppdrag uppdraget uppdrag", "ett projekt projektet projekt", "ett behov behovet behov",
        "en kostnad kostnaden kostnader", "en insats insatsen insatser", "en åtgärd åtgärden åtgärder",
        "en tjänst tjänsten tjänster", "en rapport rapporten rapporter", "en modell modellen modeller",
        "en taxa taxan taxor", "en anläggning anläggningen anläggningar", "en upphandling upphandlingen upphandlingar",
        "en organisation organisationen organisationer", "en enhet enheten enheter", "ett mål målet mål",
        "en analys analysen analyser", "en byggnad byggnaden byggnader", "ett system systemet system",
        "en överenskommelse överenskommelsen överenskommelser",
    )
)  # fmt: skip

_SENTENCES = (
    "Förvaltningen bedömer att {definite} kan genomföras inom ramen för {definite2}.",
    "Den {day} {month} {year} gav nämnden i uppdrag att se över {definite} och lämna förslag om {many}.",
    "Arbetet med {definite} har pågått sedan {month} {year} och omfattar {number} {many}.",
    "Kostnaden för {definite} beräknas till {amount} miljoner kronor, varav {percent} procent avser {many}.",
    "Enligt {chapter} kap. {section} § kommunallagen ska nämnden följa upp {definite} inom sitt område.",
    "Under perioden har {number} {many} avslutats, medan {definite} har dragit ut på tiden.",
    "Det finns i dag {article} {one} som gäller för hela kommunen, men {definite2} saknar finansiering.",
    "Samråd har hållits med berörda förvaltningar, och synpunkterna på {definite} har arbetats in i {definite2}.",
    "Om {definite} skjuts upp till nästa år ökar kostnaderna för {many} med omkring {percent} procent.",
    "Flera remissinstanser anser att {definite} bör samordnas med {definite2} innan beslut fattas.",
    "Jämfört med föregående år har {many} ökat med {percent} procent, vilket till största delen beror på {definite2}.",
    "Förslaget innebär att {definite} förs samman med {definite2} från och med den {day} {month} {year}.",
    "Barnrättsperspektivet har beaktats: {definite} påverkar främst elever som använder {many}.",
    "Revisorerna påpekade i sin granskning {year} att {definite} inte följts upp tillräckligt ofta.",
    "Två alternativ har prövats, och det första, {article} {one}, bedöms ge störst nytta i förhållande till kostnaden.",
    "I avvaktan på {definite} har {definite2} hanterats genom tillfälliga lösningar som nu behöver ersättas.",
    "Målet är att minst {percent} procent av invånarna ska vara nöjda med {definite} senast {month} {year}.",
    "Medel finns avsatta i budgeten, men {definite} kräver ytterligare {amount} miljoner kronor under {year}.",
    "Ärendet har beretts av arbetsutskottet den {day} {month} {year}, § {number}, som tillstyrker {definite}.",
    "Riskerna med {definite} bedöms som små, eftersom {many} redan finns på plats i två av kommunens tätorter.",
)
_POINTS = (
    "{definite} med tillhörande {many}",
    "{many} i kommunens tätorter",
    "samordning av {definite} och {definite2}",
    "hur {definite} ska finansieras från och med {year}",
    "uppföljning av {many} två gånger om året",
    "ansvaret för {definite} mellan förvaltningarna",
)
_PROPOSALS = (
    "Nämnden godkänner {definite} enligt förvaltningens förslag, daterat den {day} {month} {year}.",
    "Nämnden ger förvaltningen i uppdrag att ta fram {article} {one} senast den {day} {month} {year}.",
    "Nämnden avsätter {amount} miljoner kronor för {definite} ur årets budget.",
    "Nämnden lägger {definite} till handlingarna.",
)


class Prose:
    """Sentences, headings and lists from one row of draws."""

    def __init__(self, draws: Draws) -> None:
        self.draws = draws

    def sentence(self) -> str:
        """One sentence."""
        return self._filled(self.draws.one(_SENTENCES))

    def paragraph(self) -> str:
        """Two to four sentences, as in the sample."""
        return " ".join(self.sentence() for _ in range(self.draws.within(2, 4)))

    def point(self) -> str:
        """An item of a list, without an end."""
        return self._filled(self.draws.one(_POINTS))

    def proposal(self) -> str:
        """A sentence that the committee may decide."""
        return self._filled(self.draws.one(_PROPOSALS))

    def heading(self) -> str:
        """A compound such as `Skolplanen`."""
        return self._compound(self.draws.one(_NOUNS).definite).capitalize()

    def title(self) -> str:
        """A title such as `Skolplan och miljöbudget 2024`."""
        first, second = (self._compound(self.draws.one(_NOUNS).one) for _ in range(2))
        return f"{first.capitalize()} och {second} {self.draws.within(2016, 2025)}"

    def label(self) -> str:
        """A short label of a row, such as `Trafikinsatser`."""
        return self._compound(self.draws.one(_NOUNS).many).capitalize()

    def _compound(self, end: str) -> str:
        return self.draws.one(_FIELDS) + end

    def _filled(self, pattern: str) -> str:
        draws, noun = self.draws, self.draws.one(_NOUNS)
        return pattern.format(
            article=noun.article,
            one=self._compound(noun.one),
            definite=self._compound(noun.definite),
            definite2=self._compound(draws.one(_NOUNS).definite),
            many=self._compound(draws.one(_NOUNS).many),
            day=draws.within(1, 28),
            month=draws.one(MONTHS),
            year=draws.within(2016, 2026),
            number=draws.within(2, 190),
            amount=f"{draws.within(1, 89)},{draws.below(10)}",
            percent=draws.within(2, 95),
            chapter=draws.within(1, 13),
            section=draws.within(1, 30),
        )
