"""What has become confidential, or is said to be withheld, is no longer published as it went out."""

from __future__ import annotations

from pathlib import Path

import pytest
from kallelse.build import check
from kallelse.model.finding import errors

from tests import foreign
from tests.folders import written
from tests.site.builds import kallelse
from tests.site.issues import FILES, FOLDER, codes, declare, index, issue, sent


def test_a_case_without_documents_that_became_confidential_was_named_in_what_went_out(folder: Path) -> None:
    sent(folder)
    case = folder / "meetings" / FOLDER / "01-val.md"
    case.write_text(case.read_text(encoding="utf-8").replace("title", "access: confidential\ntitle"), encoding="utf-8")
    assert kallelse(folder, "build").status == 0
    assert list((folder / "site" / FOLDER).glob("utskick-*")) == []


def test_what_has_become_confidential_is_no_longer_published_as_it_went_out(folder: Path) -> None:
    secret = {"02-budget/hemlig-bilaga.md": "---\ntitle: Särskilt hemligt\n---\n\nHemligheten.\n"}
    written(folder / "meetings" / FOLDER, secret)
    issue(folder, "--date", "2022-09-19")
    text = secret["02-budget/hemlig-bilaga.md"].replace("title", "access: confidential\ntitle")
    written(folder / "meetings" / FOLDER, {"02-budget/hemlig-bilaga.md": text})
    declare(folder, "02-budget/hemlig-bilaga.md: Sekretess.")
    built = kallelse(folder, "build")
    assert built.status == 0, built.said
    site = folder / "site" / FOLDER
    assert not (site / "utskick-1-kallelse.pdf").exists()
    leaks = [
        path.relative_to(folder)
        for path in (folder / "site").rglob("*")
        if path.is_file()
        and path.suffix in (".html", ".json", ".csv", ".rdf")
        and "hemlig" in path.read_text(encoding="utf-8").lower()
    ]
    assert leaks == []
    assert "hemlig" not in foreign.words_of((site / "kallelse.pdf").read_bytes()).lower()


def test_what_has_become_confidential_leaves_at_once(folder: Path) -> None:
    sent(folder)
    paper = folder / "meetings" / FOLDER / "02-budget/bilaga-2-priser.md"
    paper.write_text(
        paper.read_text(encoding="utf-8").replace("title", "access: confidential\ntitle"), encoding="utf-8"
    )
    assert codes(folder) == ["change-withheld"]
    built = kallelse(folder, "build")
    assert built.status == 0, built.said
    site = folder / "site" / FOLDER
    assert "Priserna" not in foreign.words_of((site / "kallelse.pdf").read_bytes())
    assert not (site / "utskick-1-kallelse.pdf").exists()


@pytest.mark.parametrize("gone", ["deleted", "renamed", "issued again and deleted"])
def test_what_was_confidential_does_not_come_back_when_its_file_is_gone(folder: Path, gone: str) -> None:
    sent(folder)
    paper = folder / "meetings" / FOLDER / "03-centrum.md"
    paper.write_text(
        paper.read_text(encoding="utf-8").replace("title", "access: confidential\ntitle"), encoding="utf-8"
    )
    if gone.startswith("issued"):
        issue(folder, "--date", "2022-09-20")
    if gone == "renamed":
        paper.rename(paper.with_name("03-hemligt.md"))
    else:
        paper.unlink()
    if not gone.startswith("issued"):
        assert "change-withdrawn" in codes(folder)
        declare(folder, "03-centrum.md: Utgår.")
        assert codes(folder) == ["change-withhold"]
        text = index(folder).read_text(encoding="utf-8")
        index(folder).write_text(text.replace("Utgår.", "Utgår., withhold: true"), encoding="utf-8")
    assert codes(folder) == []
    built = kallelse(folder, "build")
    assert built.status == 0, built.said
    site = folder / "site" / FOLDER
    assert not (site / "utskick-1-kallelse.pdf").exists()
    assert "entrum" not in foreign.words_of((site / "kallelse.pdf").read_bytes())
    assert "entrum" not in (site / "index.html").read_text(encoding="utf-8")


def test_what_was_replaced_is_withheld_as_it_was_where_that_is_said(folder: Path) -> None:
    sent(folder)
    written(folder / "meetings" / FOLDER, {"03-centrum.md": FILES["03-centrum.md"].replace("Om centrum", "Om torget")})
    declare(folder, "03-centrum.md: Ett namn är borttaget.")
    text = index(folder).read_text(encoding="utf-8")
    index(folder).write_text(text.replace("borttaget.", "borttaget., withhold: true"), encoding="utf-8")
    assert codes(folder) == []
    issue(folder, "--date", "2022-09-22")
    assert kallelse(folder, "build").status == 0
    site = folder / "site" / FOLDER
    assert not (site / "utskick-1-kallelse.pdf").exists()
    assert (site / "utskick-2-kallelse.pdf").exists()


@pytest.mark.parametrize("said", [True, False])
@pytest.mark.parametrize("hidden", [True, False])
def test_whether_a_case_without_documents_may_be_read_where_it_was_is_asked_when_it_is_gone(
    folder: Path, said: bool, hidden: bool
) -> None:
    """Only the cover named it, and a change of the cover need not say so."""
    sent(folder)
    case = folder / "meetings" / FOLDER / "01-val.md"
    if hidden:
        case.write_text(
            case.read_text(encoding="utf-8").replace("title", "access: confidential\ntitle"), encoding="utf-8"
        )
        assert codes(folder) == []
    case.unlink()
    assert codes(folder) == ["change-cover"]
    declare(folder, "index.md: Valet utgår.")
    assert codes(folder) == ["change-withhold"]
    text = index(folder).read_text(encoding="utf-8")
    index(folder).write_text(text.replace("utgår.", f"utgår., withhold: {str(said).lower()}"), encoding="utf-8")
    found = check(folder / "meetings")
    assert found.findings == ()
    assert [one.withheld for _, meeting in found.archive.meetings() for one in meeting.issues] == [said]


@pytest.mark.parametrize("name", ["01-val/index.md", "01-ny.md", "01-trasig.md"])
def test_nothing_is_asked_of_a_case_without_documents_that_is_there_by_another_name(folder: Path, name: str) -> None:
    sent(folder)
    meeting = folder / "meetings" / FOLDER
    text = (meeting / "01-val.md").read_text(encoding="utf-8")
    (meeting / "01-val.md").unlink()
    broken = text.replace("kind", "sort") if "trasig" in name else text
    written(meeting, {name: broken if "/" in name else broken.replace("title", "moved_from: 01-val.md\ntitle")})
    declare(folder, "index.md: Annat.")
    assert "change-withhold" not in codes(folder)


SENT = "---\ntitle: Särskilt hemligt\nkind: information\n---\n"


@pytest.mark.parametrize("name", ["04-hemlig.md", "04-hemlig/index.md", "02-budget/03-hemlig.md", "index.md"])
@pytest.mark.parametrize("kept", [True, False])
def test_what_came_after_the_issue_leaves_at_once_when_it_becomes_confidential(
    folder: Path, name: str, kept: bool
) -> None:
    """Whatever stands below changes of it: it would keep the site as it is, with the secret."""
    sent(folder)
    meeting = folder / "meetings" / FOLDER
    file = meeting / ("04-hemlig.md" if name == "index.md" else name)
    text = SENT.replace("kind: information\n", "") if name.startswith("02") else SENT
    written(meeting, {file.relative_to(meeting).as_posix(): text if name == "index.md" else text + "\nText.\n"})
    papers = ["04-hemlig/b.md"] if name.endswith("/index.md") else []
    written(meeting, dict.fromkeys(papers, "---\ntitle: B\n---\n\nText.\n"))
    declare(folder, *(f"{each}: Ny." for each in (name, *papers)))
    assert codes(folder) == []
    file.write_text(file.read_text(encoding="utf-8").replace("title", "access: confidential\ntitle"), encoding="utf-8")
    for each in papers if not kept else ():
        (meeting / each).unlink()
    found = check(folder / "meetings")
    assert errors(found.findings) == ()
    expected = ["change-nothing"] if name == "index.md" else ["change-withheld"] * (1 + len(papers))
    assert [each.code for each in found.findings] == expected
    assert "hemlig" not in repr(found.archive)
