"""What pip is told of where packages come from, turned into what tells uv the same."""

from __future__ import annotations

import ast
import re
import subprocess
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

# A later one wins, and a variable over them all.
_SECTIONS = ("global", "install", ":env:")

_INDEXES = ("UV_DEFAULT_INDEX", "UV_INDEX_URL", "UV_INDEX", "UV_EXTRA_INDEX_URL")
_CERTIFICATES = ("SSL_CERT_FILE", "SSL_CERT_DIR", "UV_SYSTEM_CERTS", "UV_NATIVE_TLS")
_PROXIES = ("ALL_PROXY", "HTTPS_PROXY", "HTTP_PROXY", "all_proxy", "https_proxy", "http_proxy")
_TRUE = ("1", "on", "t", "true", "y", "yes")

Told = Mapping[str, str]
"""What pip is told, each by the name of its option."""


def of_pip(pip: Sequence[str]) -> Told:
    """What this pip is told when it installs, by its files and its variables."""
    try:
        done = subprocess.run(
            [*pip, "config", "list"], check=False, capture_output=True, text=True, encoding="utf-8", errors="replace"
        )
    except OSError:
        return {}
    return told(done.stdout)


def told(listed: str) -> Told:
    """The lines of `pip config list`; pip passes over what is empty."""
    lines = re.findall(r"""^([^.\n]+)\.([^=\n]+)=('.+'|".+")$""", listed, re.MULTILINE)
    return {
        option: str(ast.literal_eval(quoted))
        for section in _SECTIONS
        for where, option, quoted in lines
        if where == section
    }


def for_uv(told: Told, variables: Mapping[str, str]) -> tuple[list[str], dict[str, str]]:
    """The arguments and variables that uv is given; what `variables` tell it themselves stays."""

    def free(names: Sequence[str]) -> bool:
        return not any(variables.get(name) for name in names)

    given: dict[str, str] = {}
    arguments: list[str] = []
    if free(_INDEXES):
        more = " ".join(told.get("extra-index-url", "").split())
        given |= {"UV_DEFAULT_INDEX": told.get("index-url", "").strip(), "UV_INDEX": more}
        # From which of them a package comes does not matter: its hash is known.
        given["UV_INDEX_STRATEGY"] = "unsafe-best-match" if more else ""
        # uv knows no variable for this one.
        arguments = ["--no-index"] if told.get("no-index", "").lower() in _TRUE else []
    given["UV_FIND_LINKS"] = ",".join(_links(told.get("find-links", "").split()))
    given["UV_INSECURE_HOST"] = " ".join(told.get("trusted-host", "").split())
    if free(_CERTIFICATES):
        given["SSL_CERT_FILE"] = told.get("cert", "")
    if free(_PROXIES):
        given["ALL_PROXY"] = told.get("proxy", "")
    return arguments, {name: value for name, value in given.items() if value and free((name,))}


def _links(places: Sequence[str]) -> Iterator[str]:
    """Of places that hold packages, those that uv does not stumble over: pip passes over a folder that is not there."""
    for place in places:
        if re.match(r"[a-z+]{2,}:", place):
            yield place
        elif Path(place).expanduser().is_dir():
            yield str(Path(place).expanduser())
