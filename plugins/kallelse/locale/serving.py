"""The remarks in the files by which servers learn how to send a site, for those who look after servers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from kallelse.model.settings import Language


@dataclass(frozen=True, slots=True)
class Words:
    """One language's remarks, each of one or several lines."""

    headers: tuple[str, ...]
    redirects: tuple[str, ...]
    nginx: tuple[str, ...]
    apache: tuple[str, ...]
    types: tuple[str, ...]
    policy: tuple[str, ...]
    caching: tuple[str, ...]
    open_data: tuple[str, ...]
    transport: tuple[str, ...]
    moved: tuple[str, ...]
    filters: tuple[str, ...]


# Where it is allowed, Options alone allows all but MultiViews.
_ALLOWED = "AllowOverride FileInfo Indexes Options=Indexes,MultiViews"

WORDS: Mapping[Language, Words] = {
    "sv": Words(
        headers=("Skriven av bygget, för Cloudflare Pages, Netlify och andra som läser _headers.",),
        redirects=("Skriven av bygget: gamla adresser till det som har flyttat.",),
        nginx=(
            "Skriven av bygget, för nginx 1.18 och senare. Kopiera filen till servern vid varje ny version av",
            "Kallelse och när något har flyttat, och ta med den i server { … } efter root: include …/nginx.conf;",
        ),
        apache=(
            "Skriven av bygget, för Apache 2.4 med headers, mime, dir och alias, och gärna deflate. Ta med filen i",
            "<VirtualHost> med Include, eller låt den vara .htaccess i webbplatsens mapp, om servern där har",
            f"{_ALLOWED}.",
        ),
        types=("Filernas typer. Allt är UTF-8.",),
        policy=(
            "Vad sidorna får hämta: bara webbplatsens egna filer. Medborgarnas sidor säger detsamma själva,",
            "lite strängare. Sidorna från temat (handboken) får de kontrollsummor som deras egna skript har.",
        ),
        caching=(
            "Sidor och filer kan ändras vid varje bygge: webbläsaren frågar alltid om den har den senaste.",
            "Det vars namn är en kontrollsumma ändras aldrig.",
        ),
        open_data=("Öppna data får läsas av skript på andra webbplatser.",),
        transport=(
            "Webbläsare som har varit här använder sedan bara https, i ett år. Ta bort raden om inte certifikatet",
            "säkert förnyas. Den gör ingenting på sidor som skickas utan https.",
        ),
        moved=("Det som har flyttat.",),
        filters=(
            "OParl låter den som hämtar listor under api/oparl/ be om det som har skapats eller ändrats efter en tid",
            "(created_since, created_until, modified_since, modified_until). Filer kan inte välja: utan raderna nedan",
            "kommer hela listan, vilket datasidan säger. Ett eget program som läser filerna, väljer efter created och",
            "modified och skickar svaret i samma form kan ta hand om just de frågorna, här på port 8081:",
        ),
    ),
    "en": Words(
        headers=("Written by the build, for Cloudflare Pages, Netlify and others that read _headers.",),
        redirects=("Written by the build: old addresses of what has moved.",),
        nginx=(
            "Written by the build, for nginx 1.18 and later. Copy the file to the server with each new version of",
            "Kallelse and when something has moved, and have it in server { … } after root: include …/nginx.conf;",
        ),
        apache=(
            "Written by the build, for Apache 2.4 with headers, mime, dir and alias, and rather deflate. Have the file",
            "in <VirtualHost> by Include, or let it be .htaccess in the folder of the site, if the server has there",
            f"{_ALLOWED}.",
        ),
        types=("The types of files. All of them are UTF-8.",),
        policy=(
            "What pages may fetch: files of the site alone. The citizens' pages say the same themselves, a little",
            "stricter. Pages of the theme (the handbook) get the hashes of the scripts that they hold.",
        ),
        caching=(
            "Pages and files may change with every build: a browser always asks whether it has the latest.",
            "What has a digest for a name never changes.",
        ),
        open_data=("Open data may be read by scripts of other sites.",),
        transport=(
            "Browsers that have been here use nothing but https from then on, for a year. Take the line out unless the",
            "certificate is sure to be renewed. It does nothing on pages that are sent without https.",
        ),
        moved=("What has moved.",),
        filters=(
            "OParl lets those who fetch lists under api/oparl/ ask for what was created or changed after a time",
            "(created_since, created_until, modified_since, modified_until). Files cannot choose: without the lines",
            "below the whole list comes, as the data page says. A program of your own that reads the files, chooses by",
            "created and modified and answers in the same form can take just these requests, here at port 8081:",
        ),
    ),
}
