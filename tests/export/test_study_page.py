"""Pages for learners: pinyin by word, meanings under words, a list of words."""

import pytest
from lxml import html

from reader import Document, RepairKind, restore
from reader.export.material import Material
from reader.export.table import Use, exports_for
from reader.pinyin.options import ReadingOptions
from reader.pinyin.spelling import Style
from reader.text.align import Change
from reader.text.document import Origin
from reader.text.structure import Block, BlockKind
from tests.export.generated import COUNT, generated
from tests.export.hostile import LINES, STRUCTURED

TEXT = "他们为人民办事，也服务，改革不会停。\n人民政府的改革。\n"


class EnoughError(Exception):
    """Raised by who has seen enough."""


def page_of(document, name="glossed-html", **options):
    material = Material(document, options=ReadingOptions(**options))
    return html.fromstring(exports_for(Use.WINDOW)[name].write(material))


def words_of(page):
    """Return the words of the list: word -> the other cells."""
    rows = [[cell.text_content() for cell in row] for row in page.iterfind(".//section//tr")]
    return {row[0]: row[1:] for row in rows[1:]}


def plain(page):
    """Return what a page says without what stands above and below words."""
    main = page.find(".//main")
    for small in [*main.iter("rt", "rp")]:
        small.text = None
    return main.text_content()


def glosses(page):
    """Return what stands under words."""
    return {word.find("rt").text for word in page.iterfind(".//ruby[@class='meant']")}


def test_each_word_is_one_ruby_with_its_syllables():
    rubies = page_of(Document.of(TEXT), "words-html").iterfind(".//ruby")
    read = [[one.text for one in word.iterfind("rt")] for word in rubies]
    assert ["rén", "mín"] in read
    assert ["gǎi", "gé"] in read
    assert ["de"] in read


def test_words_are_joined_where_the_user_joins_them():
    rubies = page_of(Document.of(TEXT), "words-html", words=True).iterfind(".//ruby")
    read = {word.text: [one.text for one in word.iterfind("rt")] for word in rubies}
    assert read["改革"] == ["gǎigé"]
    assert read["人民政府"] == ["Rénmín Zhèngfǔ"]


@pytest.mark.parametrize(
    ("style", "shown"),
    [(Style.NUMBERS, "gai3ge2"), (Style.ZHUYIN, "ㄍㄞˇㄍㄜˊ"), (Style.MARKS, "gǎigé")],
)
def test_the_list_is_written_in_the_style_of_the_page_and_means_the_same(style, shown):
    listed = words_of(page_of(Document.of(TEXT), style=style))
    assert listed["改革"] == [shown, "reform", "5", "2"]


def test_meanings_stand_under_words_only_where_they_are_asked_for():
    with_them, without = (
        page_of(Document.of(TEXT), name) for name in ("glossed-html", "words-html")
    )
    assert "reform" in glosses(with_them)
    assert not glosses(without)
    assert words_of(with_them) == words_of(without)


def test_names_and_what_no_dictionary_has_are_no_words_to_learn():
    listed = words_of(page_of(Document.of("王小明改革改革。\n")))
    assert list(listed) == ["改革"]


def test_a_word_that_rests_on_a_guess_alone_is_not_listed():
    guess = Change("革", RepairKind.SLIP, "slip.context", 0.7)
    listed = words_of(page_of(Document.of("改隔。服务。\n", [(1, 2, guess)])))
    assert list(listed) == ["服务"]
    listed = words_of(page_of(Document.of("改隔。改革。\n", [(1, 2, guess)])))
    assert listed["改革"][-1] == "1"


def test_no_word_goes_on_in_the_next_line():
    """Whose line end the user took away: the blocks touch."""
    blocks = (Block(0, 2, BlockKind.HEADING, 1), Block(2, 4, BlockKind.PARAGRAPH))
    document = Document.of("他改革心", origin=Origin(format="html", structure=blocks))
    page = page_of(document, "words-html")
    assert plain(page) == "他改革心"
    read = [[one.text for one in word.iterfind("rt")] for word in page.iterfind(".//main//ruby")]
    assert ["gǎi", "gé"] not in read


@pytest.mark.parametrize("document", [LINES, STRUCTURED], ids=["lines", "structured"])
@pytest.mark.parametrize("name", ["words-html", "glossed-html"])
def test_no_text_becomes_markup(document, name):
    made = exports_for(Use.WINDOW)[name].write(Material(document, "<t>"))
    assert "<script" not in made
    assert "<img" not in made
    page = html.fromstring(made)
    assert not page.xpath("//@src|//@href|//link|//script|//iframe")
    assert "<script>alert(1)</script> & &amp; ]]>" in plain(page)


@pytest.mark.parametrize("number", range(0, COUNT, 7))
def test_nothing_of_a_text_is_lost_or_moved(number):
    document = generated(number)
    blocks = document.clean_structure()
    parts = [document.text[one.start : one.end] for one in blocks] or [document.text]
    assert "".join(plain(page_of(document)).split()) == "".join("".join(parts).split())


def test_an_export_ends_where_it_is_told_to():
    def stop(done, total):
        told.append((done, total))
        if done > total // 2:
            raise EnoughError

    told = []
    document = restore("为群众办事。\n" * 9000)
    material = Material(document, report=stop)
    for name in ("words-html", "epub", "ruby-docx"):
        with pytest.raises(EnoughError):
            exports_for(Use.WINDOW)[name].write(material)
    assert told[0] == (0, len(document.text))
    assert all(done <= len(document.text) for done, _ in told)
