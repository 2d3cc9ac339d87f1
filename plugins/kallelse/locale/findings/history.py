"""The sentences about a repository whose commits are not known, or whose last one bears a day to come."""

from __future__ import annotations

from collections.abc import Mapping

from kallelse.model.settings import Language

_LOST: Mapping[Language, str] = {
    "sv": (
        "Därför vet bygget inte när texterna ändrades: sidor och öppna data får färre dagar, ett inställt möte kan "
        "saknas i flödena, och den som prenumererar på en kalender kan gå miste om att ett möte har ändrats."
    ),
    "en": (
        "So the build does not know when texts were changed: pages and open data have fewer days, a cancelled meeting "
        "may be missing in the feeds, and whoever subscribes to a calendar may not learn that a meeting was changed."
    ),
}
_TODAY: Mapping[Language, str] = {
    "sv": "Är ingen dag angiven gäller dagens datum.",
    "en": "Where no day is given, today's date holds.",
}

TEXTS: Mapping[str, Mapping[Language, tuple[str, str]]] = {
    "git-ahead": {
        "sv": (
            f"Den senaste ändringen i arkivet är daterad {{day}}, som inte har varit än. {_TODAY['sv']}",
            "Rätta klockan på datorn där ändringen gjordes. Ange dagen med --as-of till dess att den har varit.",
        ),
        "en": (
            f"The last change in the repository is dated {{day}}, which is still to come. {_TODAY['en']}",
            "Mend the clock of the computer where it was made. Give the day by --as-of until that day has passed.",
        ),
    },
    "git-missing": {
        "sv": (
            f"Texterna ligger i ett git-arkiv, men git är inte installerat här. {_LOST['sv']} {_TODAY['sv']}",
            "Installera git där bygget görs.",
        ),
        "en": (
            f"The texts are in a git repository, but git is not installed here. {_LOST['en']} {_TODAY['en']}",
            "Install git where the build is made.",
        ),
    },
    "git-owner": {
        "sv": (
            f"Git läser inte arkivet, eftersom mappen ägs av en annan användare. {_LOST['sv']} {_TODAY['sv']}",
            (
                "Kör git config --global --add safe.directory {folder} där bygget görs. I en container behövs det före "
                "varje bygge."
            ),
        ),
        "en": (
            f"Git does not read the repository, since its folder belongs to another user. {_LOST['en']} {_TODAY['en']}",
            (
                "Run git config --global --add safe.directory {folder} where the build is made. A container needs it "
                "before every build."
            ),
        ),
    },
    "git-refused": {
        "sv": (
            f"Git kan inte läsa arkivet: ”{{said}}”. {_LOST['sv']} {_TODAY['sv']}",
            "Kör git log i mappen med texterna, där bygget görs, och rätta det som git säger är fel.",
        ),
        "en": (
            f"Git cannot read the repository: “{{said}}”. {_LOST['en']} {_TODAY['en']}",
            "Run git log in the folder of the texts, where the build is made, and mend what git says is wrong.",
        ),
    },
    "git-shallow": {
        "sv": (
            f"Klonen har bara de senaste ändringarna. {_LOST['sv']}",
            (
                "Hämta hela historiken: fetch-depth: 0 i GitHub, GIT_DEPTH: 0 i GitLab, git fetch --unshallow i en "
                "egen klon."
            ),
        ),
        "en": (
            f"The clone has only the latest changes. {_LOST['en']}",
            (
                "Fetch the whole history: fetch-depth: 0 in GitHub, GIT_DEPTH: 0 in GitLab, git fetch --unshallow in a "
                "clone of your own."
            ),
        ),
    },
}
