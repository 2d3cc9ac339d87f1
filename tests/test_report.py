from __future__ import annotations

import io

import pytest
from kallelse.report import progress, summary
from kallelse.run import Answer, PacketFacts


@pytest.mark.parametrize(("total", "told"), [(3, [1, 2, 3]), (40, [4, 8, 12, 16, 20, 24, 28, 32, 36, 40])])
def test_long_work_tells_how_far_it_is(total: int, told: list[int]) -> None:
    stream = io.StringIO()
    watch = progress(stream, "sv")
    for done in range(1, total + 1):
        watch("typeset", done, total)
    assert stream.getvalue().splitlines() == [f"Sätter kallelser {done}/{total} …" for done in told]


def test_a_book_is_told_in_place_of_a_site() -> None:
    packets = (PacketFacts("a/kallelse.pdf", 2, 3000),)
    answer = Answer("site", {"meetings": 1}, packets, "sv")
    assert list(summary(answer, 1.25))[3:] == [
        "Kallelse: site/a/kallelse.pdf (2 sidor, 3 kB)",
        "Webbplatsen: site/index.html",
        "Öppna site/index.html i en webbläsare, eller kör kallelse serve.",
    ]
    book = Answer("site", {"meetings": 1}, packets, "en", "arsbok.pdf")
    assert list(summary(book, 1.25))[3:] == ["The yearbook: arsbok.pdf"]


def test_what_was_left_out_is_told_with_how_to_see_it() -> None:
    answer = Answer("site", {"meetings": 1}, (), "sv", unissued=("ks/2026-10-12",))
    (told,) = (line for line in summary(answer, 1, "scripts/") if "ks/2026-10-12" in line)
    assert told.startswith("Utan issued visas bara mötets dag, tid och plats: ks/2026-10-12.")
    assert told.endswith("scripts/serve eller scripts/build --drafts.")


def test_what_is_private_is_told_beside_the_site() -> None:
    answer = Answer("site", {"meetings": 1}, (), "en", private=("private/list.csv",))
    assert list(summary(answer, 1))[3:5] == [
        "For you alone, not on the site: private/list.csv",
        "The site: site/index.html",
    ]
