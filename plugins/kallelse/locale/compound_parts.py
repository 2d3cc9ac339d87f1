"""The Swedish words that compounds in a municipality's papers are made of, in their plain form."""

from __future__ import annotations

# Each is a word that somebody searches for. Left out is what reads as a derivation rather than as a word of its own:
# `slut` in `beslut`, `slag` in `förslag`, `gång` in `tillgång`, `läggning`, `tagning`, `visning`, `ställning`.
PARTS = """
nämnd styrelse utskott råd beredning fullmäktige kommitté förbund bolag stiftelse myndighet förvaltning kontor
enhet avdelning sektion grupp presidium ledamot ersättare ordförande sekreterare justerare revisor revision
chef ledare ledning direktör handläggare samordnare strateg ingenjör arkitekt inspektör ombud tjänst personal
medarbetare anställd anställning rekrytering bemanning arbete lön pension kompetens kommun region stat stad
land län distrikt område ort plats bygd by centrum center kärna kvarter samhälle värld sammanträde möte
session kallelse protokoll paragraf ärende beslut delegation dagordning föredragning justering anslag yrkande
reservation votering omröstning röst val mandat parti politik politiker förtroende uppdrag jäv motion
interpellation fråga svar skrivelse yttrande remiss förslag medborgare besvär överklagande prövning tillsyn
kontroll inspektion granskning anmälan ansökan tillstånd dispens föreläggande vite bevis intyg lag förordning
föreskrift regel reglemente ordning policy riktlinje rutin program plan strategi vision mål indikator åtgärd
insats projekt process metod modell system uppföljning utvärdering utredning analys kartläggning undersökning
enkät mätning statistik prognos rapport redovisning bokslut sammanställning underlag bilaga handling dokument
arkiv register diarium information kommunikation media webb data teknik digitalisering säkerhet sekretess
integritet tillgänglighet service kund klient brukare besök invånare befolkning ekonomi budget ram medel
kostnad intäkt inkomst utgift avgift taxa skatt bidrag stöd ersättning investering lån skuld ränta tillgång
resultat underskott överskott balans kassa likviditet kapital fond finans drift underhåll upphandling inköp
avtal kontrakt anbud leverantör leverans hyra arrende köp försäljning pris avvikelse utfall period månad
kvartal vecka dag dygn natt tid timme termin sommar vinter vår höst skola förskola gymnasium fritids
utbildning undervisning lärande kunskap kvalitet elev barn ungdom lärare rektor pedagog klass betyg prov
studie komvux språk modersmål skjuts buss tåg trafik resa resenär färd kort biljett linje bibliotek bok kultur
musik teater konst konstnär museum film fritid idrott sport lek spel förening festival evenemang hall bad
arena anläggning lokal samling park camping turism vård omsorg äldre boende bostad hus villa försörjning hälsa
sjuk patient läkare sköterska rehabilitering habilitering demens funktion hinder funktionsnedsättning
assistans assistent social familj förälder kvinna våld missbruk behandling placering hem särboende trygghet
integration flykting mottagande ensamkommande migration etablering bistånd jämställdhet mångfald prevention
diskriminering rättighet skyldighet ansvar miljö natur klimat energi vatten avlopp avfall sjö hav kust strand
vattendrag renhållning återvinning sopor slam luft buller kemikalie livsmedel mat måltid kost kök restaurang
servering alkohol tobak jord skog mark djur fisk växt träd ekosystem biotop reservat skydd risk sårbarhet kris
beredskap brand räddning olycka skada försäkring larm sotning vara försvar bygge byggnad byggnation lov tomt
fastighet exploatering karta planering detalj översikt samråd utställning antagande genomförande etapp tätort
landsbygd väg gata gång cykel bil fordon parkering bro tunnel torg korsning rondell belysning snö halka
hastighet hamn järnväg station terminal logistik infrastruktur fiber nät värme kraft sol ladd batteri verk
panna elektricitet olja gas näringsliv näring företag företagare handel industri marknad turist hotell butik
innovation forskning högskola universitet städ städning maskin verkstad förråd lager utrustning inventarie
möbel material dator telefon nätverk licens applikation plattform portal utveckling förbättring förändring
omställning effektivisering samverkan samarbete samordning partnerskap medlem medlemskap verksamhet uppgift
roll nivå behov resurs kapacitet volym antal andel nyckeltal mått värde grund vikt kvot gräns tak golv yta rum
sal attest fullmakt behörighet bemyndigande befattning beskrivning instruktion manual mall blankett direktiv
ägare ägande aktie stämma inbjudan ceremoni stipendium utmärkelse minne historia jubileum fira högtid vigsel
borgerlig begravning kyrka hund katt häst bete jakt vilt älg fiske foto bild ljud text brev post meddelande
kungörelse annons tidning läkemedel smitta vaccin vaccination pandemi epidemi hygien konkurs rådgivning
konsument vägledning tolk översättning pensionär veteran lotteri tävling träning ledarskap asfalt grus sand
sten betong trä tegel fasad fönster dörr hiss trappa ventilation rör pump deponi tipp container kärl hämtning
insamling sortering förpackning yrke praktik lärling examen student studerande stipendiat kurs introduktion
orientering fördelning tilldelning disposition tavla kansli vapen rubrik historik katalog portfölj redogörelse
ruta nummer kopia brist grad utdrag anteckning motivering påverkan störning person controller server adress
nedsättning lista förteckning krets bruk gård givare tagare händelse uppgradering kalender tjänare ansvarig
nämndeman dom domstol rätt rättsfall besked cell vind flyg band teckning firma ålder mottagning jour akut
transport tur cirkel tank brunn källa damm bäck berg dal udde vik skötsel hållning tillväxt handikapp hörsel
syn syskon adoption faderskap läger koloni jobb trädgård plantering blomma bänk skyltning fart trottoar
övergång passage räcke staket mur sluttning skred översvämning vattennivå dike kulvert sjukskrivning frånvaro
närvaro schema aula
"""

# What stands before another word alone, with the letter that links them.
FIRST = """
års delårs helårs halvårs kommunal stads lands läns riks central lokal regional nord syd öst väst norra södra östra
västra inre yttre gammal stor små hel halv del hög låg lång kort fri öppen sluten gemensam allmän enskild
offentlig privat intern extern digital elektronisk fysisk psykisk medicinsk teknisk social ekonomisk juridisk personlig
vuxen äldre ung barna folk man kvinno flick pojk bostads skogs jord lant kust skärgårds
"""

# Words that begin as one of these do so with a prefix, not with a word.
PREFIXES = """
efter emellan fram före förbi genom hemma inåt kring mellan mot ned ner nedan samman till tillbaka under uppe upp utan
utom vidare vid åter över åt bort fort hit dit inom mest miss
"""

# What stands above as one word and is made of two, as whoever looks for the second would say.
JOINED = """
för|skola hög|skola järn|väg tät|ort träd|gård lands|bygd närings|liv vatten|drag vatten|nivå sjuk|skrivning sär|boende
funktions|nedsättning
"""
