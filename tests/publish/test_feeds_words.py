"""Feeds of words: where a word is found, and that nothing is found in what nobody may read."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import feedparser
import pytest
from kallelse.model.foreign import Foreign, ForeignPage
from kallelse.model.meeting import Access, CaseKind, Document
from kallelse.model.settings import Keyword
from kallelse.model.text import Body, Note, Para, Text

from tests.publish import archives, councils, noticed, records
from tests.publish.archives import GSN, meeting, numbered, plain_case, with_meeting
from tests.publish.feeds import AT, feeds, following, titles
from tests.publish.trees import para


def test_a_feed_of_a_word_has_all_news_of_what_it_stands_in_and_of_nothing_else() -> None:
    archive = following(archives.archive(), Keyword("handlingsplan"), Keyword("uppdrag"), Keyword("häst"))
    found = feeds(archive)
    assert titles(found["floden/ord-handlingsplan.xml"]) == ["Tas upp: Rapportering av verksamhetsmål och ekonomi"]
    assert "Uppdrag att ta fram en digitaliseringsstrategi" in " ".join(titles(found["floden/ord-uppdrag.xml"]))
    assert titles(found["floden/ord-hast.xml"]) == []


def test_a_word_is_found_in_what_was_decided_and_in_announced_decisions() -> None:
    found = feeds(following(noticed.whole(), Keyword("nätverk")), noticed.AS_OF)
    assert titles(found["floden/ord-natverk.xml"]) == ["Delegationsbeslut: Upphandlingen av nätverksutrustning avbryts"]
    council = feeds(following(councils.council(), Keyword("revisor")), records.LATER)
    assert titles(council["floden/ord-revisor.xml"]) == ["Valt: Val av revisorer"]
    of_case = feeds(following(records.archive(), Keyword("digitaliseringsstrategi")), records.LATER)
    ids = [each.id for each in feedparser.parse(of_case["floden/ord-digitaliseringsstrategi.xml"]).entries]
    # What a case's paragraph says is news of the case alone.
    assert len(set(ids)) == len(ids) > 2


_WORD = (Text("Om biblioteket"),)


@pytest.mark.parametrize(
    "where",
    [
        {"short_proposal": "Biblioteket stängs."},
        {"letter": {"heading": _WORD}},
        {"letter": {"body": Body((para("Text."),), notes=(Note("1", (Para(_WORD),)),))}},
        {"attachments": {"title": "Ritning av biblioteket"}},
        {"attachments": {"foreign": Foreign((ForeignPage(595, 842, "Bibliotekets plan"),))}},
    ],
    ids=["proposal in short", "heading", "note", "title of an attachment", "page from elsewhere"],
)
def test_a_word_is_found_wherever_a_case_has_it_but_in_papers_that_nobody_may_read(where: dict[str, Any]) -> None:
    case = plain_case(AT, "01-a", "Avtal", CaseKind.DECISION)

    def found(access: Access) -> list[str]:
        given = dict(where)
        if "letter" in where:
            given["letter"] = Document(case.path, case.address, "", access=access, **where["letter"])
        if "attachments" in where:
            given["attachments"] = (Document(f"{AT}/b", "", **{"title": "B", **where["attachments"]}, access=access),)
        archive = following(
            with_meeting(meeting(GSN, "2022-09-26", *numbered(replace(case, **given)))), Keyword("bibliotek")
        )
        return titles(feeds(archive)["floden/ord-bibliotek.xml"])

    assert found(Access.PUBLIC) == ["Tas upp: Avtal"]
    assert found(Access.CONFIDENTIAL) == (["Tas upp: Avtal"] if "short_proposal" in where else [])


def test_what_is_confidential_is_found_by_no_word() -> None:
    one = archives.secret_meeting()
    found = feeds(following(with_meeting(one), Keyword("avtal"), Keyword("sekretess")))
    assert "Avtal om drift" in found["floden/ord-avtal.xml"]
    secret = next(case for case in one.cases if case.access is Access.CONFIDENTIAL)
    told = feedparser.parse(found["floden/ord-sekretess.xml"]).entries
    assert [each.title for each in told] == [f"Tas upp: {secret.title}"]
