"""What programs are told that ask every site for the same files."""

from __future__ import annotations

import datetime as dt

import pytest
from kallelse.model.settings import Settings
from kallelse.publish.wellknown import robots_txt, security_txt

DAY = dt.date(2024, 2, 29)


@pytest.mark.parametrize(
    ("url", "told"),
    [
        ("https://a.example/", "User-agent: *\nDisallow:\n\nSitemap: https://a.example/sitemap.xml\n"),
        ("https://a.example", "User-agent: *\nDisallow:\n\nSitemap: https://a.example/sitemap.xml\n"),
        ("", "User-agent: *\nDisallow:\n"),
        ("https://a.example/moten/", ""),
    ],
)
def test_robots_are_kept_out_nowhere_and_told_of_the_sitemap(url: str, told: str) -> None:
    assert robots_txt(Settings(url=url)) == told


def test_who_is_told_of_weaknesses_is_said_for_less_than_a_year() -> None:
    assert security_txt(Settings(), DAY) == ""
    # Nobody asks for it below a path.
    assert security_txt(Settings(url="https://a.example/moten/", security_contact="mailto:s@a.example"), DAY) == ""
    told = security_txt(Settings(language="en", security_contact="https://a.example/s"), DAY)
    assert told.splitlines() == [
        "Contact: https://a.example/s",
        "Expires: 2025-02-27T00:00:00Z",
        "Preferred-Languages: en, sv",
    ]
    told = security_txt(Settings(url="https://a.example", security_contact="mailto:s@a.example"), DAY)
    assert told.splitlines()[-1] == "Canonical: https://a.example/.well-known/security.txt"
