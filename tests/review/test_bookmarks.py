"""Bookmarks: kept in the journal, taken back by undo, carried to a changed text."""

import json

import pytest

from reader import restore
from reader.review import journal as lines
from reader.review.finding import find_journals
from reader.review.history import Bookmark, BookmarkAct, History, Note, NoteAct
from reader.review.journal import Engine, whole_journal
from reader.review.parse import parse_journal
from reader.review.reopening import merge, reopen
from reader.review.review import Review
from reader.text.document import Origin

DAMAGED = "推動(dòng)(dong)勞(lao)動關(guān)係咊(he)諧,全麵髮揮作用。\n"
ENGINE = Engine("1", "2")


@pytest.fixture
def open_review(tmp_path):
    path = tmp_path / "page.txt"
    path.write_text(DAMAGED, "utf-8")

    def open_it(source=DAMAGED):
        found = find_journals(path, source, tmp_path / "data")
        thawed = found.thaw(source, Origin())
        return Review(thawed or restore(source), found, thawed=thawed is not None, name=path.name)

    return open_it


def test_a_bookmark_is_there_again(open_review):
    review = open_review()
    review.bookmark([Bookmark(1, 8, "从这里读 </b>\ud800"), Bookmark(0, 1)])
    assert review.document is review.base
    review.save()
    review.tidy()
    assert open_review().bookmarks == {(1, 8): "从这里读 </b>\ud800", (0, 1): ""}


def test_it_is_renamed_removed_and_brought_back(open_review):
    review = open_review()
    review.bookmark([Bookmark(1, 2)])
    review.bookmark([Bookmark(1, 2, "甲")])
    review.bookmark([Bookmark(1, 2, "", False)])
    assert review.bookmarks == {}
    review.undo()
    assert review.bookmarks == {(1, 2): "甲"}
    review.undo()
    assert review.bookmarks == {(1, 2): ""}
    review.save()
    review = open_review()
    review.redo()
    assert review.bookmarks == {(1, 2): "甲"}
    assert review.bookmark([]) is None


def journal_of(source, *acts):
    history = History(tuple(act._replace(number=n) for n, act in enumerate(acts, 1)))
    first = lines.header_line(source, "page.txt", ENGINE, "then")
    return parse_journal("".join(whole_journal(first, source, history)).encode("utf-8"))


def test_a_bookmark_goes_with_its_place_and_is_kept_without_it():
    at, gone = DAMAGED.index("咊"), DAMAGED.index("麵")
    act = BookmarkAct((Bookmark(at, at + 1, "甲"), Bookmark(gone, gone + 1)), "then", "anna")
    new = DAMAGED.replace("全麵", "整个").replace("推動", "大力推動")
    there = new.index("咊")
    reopened = reopen(journal_of(DAMAGED, act), new)
    assert reopened.history.bookmarks() == {(there, there + 1): "甲"}
    assert [one.was for one in reopened.gone] == ["麵"]
    header = lines.header_line(new, "page.txt", ENGINE, "now")
    written = whole_journal(header, new, reopened.history, stranded=reopened.stranded)
    back = reopen(parse_journal("".join(written).encode("utf-8")), DAMAGED)
    assert back.history.bookmarks() == {(at, at + 1): "甲", (gone, gone + 1): ""}
    assert back.stranded == ()


def test_a_removed_bookmark_is_not_kept():
    at = DAMAGED.index("麵")
    acts = BookmarkAct((Bookmark(at, at + 1),)), BookmarkAct((Bookmark(at, at + 1, "", False),))
    assert reopen(journal_of(DAMAGED, *acts), DAMAGED.replace("全麵", "整个")).stranded == ()


def test_lines_are_of_kinds_that_older_versions_keep_as_they_are():
    """A version before bookmarks knows neither kind, and keeps lines of unknown kinds."""
    at = DAMAGED.index("麵")
    act = BookmarkAct((Bookmark(at, at + 1, "甲"),))
    reopened = reopen(journal_of(DAMAGED, act), DAMAGED.replace("全麵", "整个"))
    kinds = {
        json.loads(lines.act_line(act, DAMAGED))["act"],
        *(json.loads(lines.stranded_line(one))["act"] for one in reopened.gone),
    }
    assert kinds == {"bookmark", "adrift"}


def test_a_note_and_a_bookmark_of_one_moment_are_two_acts():
    note, mark = NoteAct((Note(1, 2, "甲"),), "then"), BookmarkAct((Bookmark(1, 2, "甲"),), "then")
    merged = merge(History((note,)), History((mark,)))
    assert merged.notes() == merged.bookmarks() == {(1, 2): "甲"}


@pytest.mark.parametrize(
    "line",
    [
        '{"n":1,"act":"bookmark","places":[]}',
        '{"n":1,"act":"bookmark","places":[[5000,5001,"x","y"]]}',
        '{"n":1,"act":"bookmark","places":[[0,1,"推",5]]}',
        '{"n":1,"act":"bookmark","places":[[0,1,"推",false]]}',
        '{"n":1,"act":"bookmark","places":[[0,3,"推","y"]]}',
        '{"n":1,"act":"bookmark","places":[[0,1,"推"]]}',
        '{"act":"adrift","what":"bookmark","place":[0,1,"推"],"before":"","after":""}',
    ],
)
def test_a_line_that_is_no_bookmark_costs_only_itself(line):
    header = lines.header_line(DAMAGED, "page.txt", ENGINE, "then")
    good = lines.act_line(BookmarkAct((Bookmark(0, 1),), number=2), DAMAGED)
    journal = parse_journal(f"{header}{line}\n{good}".encode())
    assert journal.broken == 1
    assert journal.history.bookmarks() == {(0, 1): ""}
