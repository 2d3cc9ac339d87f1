"""How a site is sent turned into what Apache has within `<VirtualHost>` or in a file `.htaccess`."""

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
# Signs that mean something in what a pattern is replaced by, or in a file where `${…}` is a variable.
_MEANT = re.compile(r"[$&{}]")
# Of these no quoted word can have one as it stands: a line ends, the word does, a query begins.
_NEVER = re.compile(r"""[\x00-\x1f\x7f"\\?#]""")
_URI = "%{REQUEST_URI}"


def apache_file(sent: Serving, language: Language) -> str:
    """The whole of the file; what depends on an address is told by an expression, which `.htaccess` may have too."""
    words, root = WORDS[language], pattern(sent.root)
    ends = [end for end, kind in TYPES.items() if kind in TEXTS]
    return _text(
        _remark(words.apache),
        ("DirectoryIndex index.html", "DirectorySlash On", "Options -Indexes -MultiViews"),
        (f"ErrorDocument 404 {sent.root}{NOT_FOUND}", f"ErrorDocument 403 {sent.root}{NOT_FOUND}"),
        _remark(words.types),
        (f"AddType {kind} .{end}" for end, kind in TYPES.items()),
        (
            "AddDefaultCharset UTF-8",
            # Apache looks at every ending of a name, and `tabell.csv.json` is no text.
            f'<FilesMatch "\\.({"|".join(ends)})$">',
            f"    AddCharset UTF-8 {' '.join(f'.{end}' for end in ends)}",
            "</FilesMatch>",
        ),
        (f'<If "{_URI} =~ m#^{root}{FEEDS}.*\\.xml$#">', f"    ForceType {FEED_TYPE}", "</If>"),
        ("<IfModule deflate_module>",),
        (f"    AddOutputFilterByType DEFLATE text/html {' '.join(SMALLER)}",),
        # Packing gives a file another tag, which Apache does not know again when a browser asks by it.
        (r'    RequestHeader edit If-None-Match "^(.*)-gzip\"$" "$1\""',),
        ("</IfModule>",),
        _remark(words.policy),
        (f'Header always set Content-Security-Policy "{STANDARD}"',),
        *(
            _set(
                "Content-Security-Policy",
                told,
                f"^{root}{pattern(name)}{'' if name.endswith('/') else '$'}",
                "always ",
            )
            for name, told in sent.policies.items()
        ),
        (f'Header always set {name} "{told}"' for name, told in ALWAYS.items() if name != _TRANSPORT),
        _remark(words.transport),
        (f'Header always set {_TRANSPORT} "{ALWAYS[_TRANSPORT]}"',),
        _remark(words.caching),
        ("FileETag MTime Size", f'Header set Cache-Control "{FRESH}"'),
        *(_set("Cache-Control", told, f"^{root}{pattern(folder)}") for folder, told in LASTING.items()),
        _remark(words.open_data),
        *_open(root),
        _remark(words.moved if sent.moved else ()),
        _moved(sent),
    )


def _text(*parts: Iterable[str]) -> str:
    return "\n".join(line for part in parts for line in part).lstrip() + "\n"


def _remark(lines: Iterable[str]) -> Iterator[str]:
    for number, line in enumerate(lines):
        yield from (("",) if number == 0 else ())
        yield f"# {line}"


def _set(header: str, told: str, where: str, always: str = "") -> tuple[str, ...]:
    return (f'Header {always}set {header} "{told}" "expr={_URI} =~ m#{where}#"',)


def _open(root: str) -> Iterator[tuple[str, ...]]:
    ends = "|".join(re.escape(end) for end in OPEN_ENDS)
    for header, told in OPEN.items():
        yield _set(header, told, f"({ends})$")
        yield _set(header, told, rf"^{root}{FEEDS}.*\.xml$")


def _moved(sent: Serving) -> Iterator[str]:
    for move in sent.moved:
        old, new = pattern(f"{sent.root}{move.old}"), _target(f"{sent.root}{move.new}")
        splat = ("(.*)", "$1") if move.is_of_folders else ("", "")
        yield f'RedirectMatch permanent "^{old}{splat[0]}$" "{new}{splat[1]}"'


def _target(path: str) -> str:
    """Where something leads to, which Apache escapes for itself once more: no source has a name with what it spoils."""
    return _MEANT.sub(r"\\\g<0>", _NEVER.sub(lambda sign: quote(sign[0]), path))
