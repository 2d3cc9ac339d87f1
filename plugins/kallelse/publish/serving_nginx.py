"""How a site is sent turned into what nginx has within `server { … }`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from urllib.parse import quote

from kallelse.locale.serving import WORDS
from kallelse.model.settings import Language
from kallelse.publish.plan import NOT_FOUND
from kallelse.publish.serving import (
    ALWAYS,
    FEED_TYPE,
    FEEDS,
    FRESH,
    LASTING,
    OPEN,
    OPEN_ENDS,
    SMALLER,
    STANDARD,
    TEXTS,
    TYPES,
    Serving,
    pattern,
)

_TRANSPORT = "Strict-Transport-Security"
_FILTERS = "(created|modified)_(since|until)="


def nginx_file(sent: Serving, language: Language) -> str:
    """The whole of the file. Its variables are set where nothing is asked for yet, as nginx does without surprises."""
    words, root = WORDS[language], pattern(sent.root)
    lost = sent.root + NOT_FOUND
    return _text(
        _remark(words.nginx),
        ("index index.html;", "absolute_redirect off;"),
        # A folder without a page of its own is not there either.
        (f"error_page 404 {lost};", f"error_page 403 =404 {lost};"),
        _remark(words.types),
        ("charset utf-8;", f"charset_types {' '.join(TEXTS)};", "default_type application/octet-stream;"),
        ("types {", *(f"    {kind} {end};" for end, kind in TYPES.items()), "}"),
        (f'location ^~ "{sent.root}{FEEDS}" {{', f"    types {{ {FEED_TYPE} xml; }}", "}"),
        ("gzip on;", "gzip_vary on;", "gzip_min_length 1024;", f"gzip_types {' '.join(SMALLER)};"),
        _remark(words.policy),
        (f'set $kallelse_policy "{STANDARD}";',),
        *(_when(f"^{root}{_beginning(name)}", "policy", told) for name, told in sent.policies.items()),
        ("add_header Content-Security-Policy $kallelse_policy always;",),
        (f'add_header {name} "{told}" always;' for name, told in ALWAYS.items() if name != _TRANSPORT),
        _remark(words.transport),
        (f'add_header {_TRANSPORT} "{ALWAYS[_TRANSPORT]}" always;',),
        _remark(words.caching),
        (f'set $kallelse_caching "{FRESH}";',),
        *(_when(f"^{root}{pattern(folder)}", "caching", told) for folder, told in LASTING.items()),
        ("add_header Cache-Control $kallelse_caching;",),
        _remark(words.open_data),
        *_open(root),
        _remark(words.moved if sent.moved else ()),
        _moved(sent),
        _remark(words.filters),
        _filters(sent.root),
    )


def _text(*parts: Iterable[str]) -> str:
    return "\n".join(line for part in parts for line in part) + "\n"


def _remark(lines: Iterable[str]) -> Iterator[str]:
    for number, line in enumerate(lines):
        yield from (("",) if number == 0 else ())
        yield f"# {line}"


def _beginning(name: str) -> str:
    """What the path of a page, or of all in a folder, begins with."""
    return pattern(name) + ("" if name.endswith("/") else "$")


def _when(where: str, name: str, told: str) -> tuple[str, ...]:
    return (f'if ($uri ~ "{where}") {{ set $kallelse_{name} "{told}"; }}',)


def _open(root: str) -> Iterator[tuple[str, ...]]:
    ends = "|".join(re.escape(end) for end in OPEN_ENDS)
    for number, (header, told) in enumerate(OPEN.items()):
        name = f"open_{number}"
        yield (f'set $kallelse_{name} "";',)
        yield _when(f"({ends})$", name, told)
        yield _when(rf"^{root}{FEEDS}.*\.xml$", name, told)
        yield (f"add_header {header} $kallelse_{name};",)


def _moved(sent: Serving) -> Iterator[str]:
    for move in sent.moved:
        old, new = pattern(f"{sent.root}{move.old}"), quote(f"{sent.root}{move.new}")
        splat = ("(.*)", "$1") if move.is_of_folders else ("", "")
        yield f'rewrite "^{old}{splat[0]}$" "{new}{splat[1]}" permanent;'


def _filters(root: str) -> Iterator[str]:
    """An example, since nothing answers there until somebody has written it."""
    yield f'# location ^~ "{root}api/oparl/" {{'
    yield "#     error_page 418 = @oparl;"
    yield f'#     if ($args ~ "{_FILTERS}") {{ return 418; }}'
    yield "# }"
    yield "# location @oparl { proxy_pass http://127.0.0.1:8081; }"
