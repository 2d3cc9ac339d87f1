from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from kallelse.model.meeting import Document
from kallelse.model.pages import PageMap, PageStart
from kallelse.model.text import Block, Body, Para, Text
from kallelse.publish.pagemarks import END, NO_MARKS, anchored, mark, page_marks

PATH = "gsn/2022-09-26/01.md"


def paras(*texts: str) -> tuple[Para, ...]:
    return tuple(Para((Text(text),)) for text in texts)


def opens(page: int, block: int, word: str) -> PageStart:
    return PageStart(page, PATH, block, word)


def goes_on(page: int, block: int, *words: str) -> PageStart:
    return PageStart(page, PATH, block, words[0], within=True, words=words)


def marked(blocks: tuple[Para, ...], *starts: PageStart, labels: tuple[str, ...] = ()) -> str:
    pages = PageMap(9, starts=starts, labels=labels)
    found = page_marks(Document(PATH, "", "Ärende", None, body=Body(blocks)), pages)

    def html(block: Block) -> str:
        assert isinstance(block, Para)
        (text,) = block.content
        assert isinstance(text, Text)
        return f"<p>{text.value}</p>"

    told = "".join(found.before(block) + found.placed(block, html(block)) for block in blocks)
    return told.replace("<!--k-page ", "[").replace(" .-->", "]")


def test_a_block_is_marked_with_the_page_that_it_begins_on() -> None:
    blocks = paras("Ett stycke", "Två stycken", "Tre stycken")
    assert marked(blocks, opens(4, 0, "Ett"), opens(5, 2, "Tre")) == (
        "[4 4]<p>Ett stycke</p>[4 4]<p>Två stycken</p>[5 5]<p>Tre stycken</p>"
    )


def test_a_page_that_begins_within_a_block_is_marked_before_its_word() -> None:
    blocks = paras("Ett stycke om vatten och luft", "Två")
    assert marked(blocks, opens(4, 0, "Ett"), goes_on(5, 0, "vatten"), goes_on(6, 0, "luft")) == (
        "[4 4]<p>Ett stycke om [5 5]vatten och [6 6]luft</p>[6 6]<p>Två</p>"
    )


def test_a_page_that_begins_with_a_word_said_twice_is_marked_after_the_block() -> None:
    blocks = paras("om och om igen om allt", "Två")
    assert marked(blocks, opens(4, 0, "om"), goes_on(5, 0, "om"), goes_on(6, 0, "allt")) == (
        "[4 4]<p>om och om igen om allt</p>[6 6][6 6]<p>Två</p>"
    )


def test_a_page_that_begins_with_a_block_of_the_word_of_the_page_before_is_told_from_one_within_it() -> None:
    blocks = paras("Ett", "Två stycken Två", "Tre")
    assert marked(blocks, opens(4, 0, "Ett"), opens(5, 1, "Två"), goes_on(6, 1, "Två")) == (
        "[4 4]<p>Ett</p>[5 5]<p>Två stycken Två</p>[6 6][6 6]<p>Tre</p>"
    )


def test_a_word_said_twice_is_told_apart_by_those_that_follow_it() -> None:
    blocks = paras("om hav och</b> <i>om igen om allt", "Två")
    assert marked(blocks, opens(4, 0, "om"), goes_on(5, 0, "om", "igen"), goes_on(6, 0, "om", "allt")) == (
        "[4 4]<p>om hav och</b> <i>[5 5]om igen [6 6]om allt</p>[6 6]<p>Två</p>"
    )
    across = marked(blocks, opens(4, 0, "om"), goes_on(5, 0, "och", "om", "igen"), goes_on(6, 0, "om", "hav"))
    assert across == "[4 4]<p>om hav [5 5]och</b> <i>om igen om allt</p>[6 6][6 6]<p>Två</p>"


def test_a_block_that_goes_on_with_the_word_that_it_begins_with_begins_on_the_page_before() -> None:
    blocks = paras("Ett", "Två stycken Två", "Tre")
    assert marked(blocks, opens(4, 0, "Ett"), goes_on(5, 1, "Två")) == (
        "[4 4]<p>Ett</p>[4 4]<p>Två stycken Två</p>[5 5][5 5]<p>Tre</p>"
    )


def test_what_a_page_prints_as_its_number_is_told() -> None:
    assert marked(paras("Ett"), opens(3, 0, "Ett"), labels=("1", "2", "2a")) == "[3 2a]<p>Ett</p>"


def test_a_document_that_is_not_in_the_packet_has_no_marks() -> None:
    document = Document(PATH, "", "Ärende", None, body=Body(paras("Ett")))
    assert page_marks(document, PageMap(3)) is NO_MARKS
    assert page_marks(document, None) is NO_MARKS


@pytest.mark.parametrize(
    ("told", "found"),
    [
        (mark(7, "8a", 2), '<i id="k:7|8a|2"></i>'),
        (mark(7, "7"), '<i id="k:7|7|"></i>'),
        (mark(None, "", 3), '<i id="k:||3"></i>'),
        (mark(None, ""), ""),
        (END, '<i id="k:"></i>'),
        ("<!-- k-page 1 -->", "<!-- k-page 1 -->"),
    ],
)
def test_the_index_has_marks_as_anchors(told: str, found: str) -> None:
    assert anchored(told) == found


@given(st.lists(st.integers(0, 3), max_size=6).map(sorted), st.data())
def test_marks_never_go_back(blocks: list[int], data: st.DataObject) -> None:
    texts = [" ".join(data.draw(st.lists(st.sampled_from("abc"), min_size=1, max_size=5))) for _ in range(4)]
    starts = [opens(2, 0, texts[0].split()[0])]
    for page, block in enumerate(blocks, start=3):
        is_new = block != starts[-1].block and data.draw(st.booleans())
        word = texts[block].split()[0] if is_new else data.draw(st.sampled_from(texts[block].split()))
        starts.append((opens if is_new else goes_on)(page, block, word))
    told = marked(paras(*texts), *starts)
    pages = [int(part.split(" ")[0]) for part in told.split("[")[1:]]
    assert pages == sorted(pages)
    assert pages[-1] == starts[-1].page
