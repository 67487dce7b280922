"""Notes on places: kept in the journal, taken back by undo, carried to a changed text."""

import pytest

from reader import restore
from reader.review import journal as lines
from reader.review.decisions import decision_for
from reader.review.finding import find_journals
from reader.review.history import History, How, Note, NoteAct
from reader.review.journal import Engine, whole_journal
from reader.review.parse import parse_journal
from reader.review.reopening import reopen
from reader.review.review import Review
from reader.text.document import Origin
from reader.text.kinds import RepairKind

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


def test_a_note_is_there_again(open_review):
    review = open_review()
    review.note([Note(1, 2, "见原件\n第3页 </b>\ud800")])
    review.note([Note(4, 4, "here?")])
    assert review.document is review.base
    review.save()
    review.tidy()
    assert open_review().notes == {(1, 2): "见原件\n第3页 </b>\ud800", (4, 4): "here?"}


def test_undo_takes_a_note_back_and_an_empty_one_removes_it(open_review):
    review = open_review()
    review.note([Note(1, 2, "甲")])
    review.note([Note(1, 2, "乙")])
    review.undo()
    assert review.notes == {(1, 2): "甲"}
    review.save()
    review = open_review()
    review.redo()
    assert review.notes == {(1, 2): "乙"}
    review.note([Note(1, 2, "")])
    assert review.notes == {}
    review.save()
    assert open_review().notes == {}


def test_notes_and_decisions_have_one_history(open_review):
    review = open_review()
    repair = review.base.repairs[0]
    review.decide([decision_for(repair, "甲")], How.TYPED)
    decided = review.document
    review.note([Note(repair.source_start, repair.source_end, "?")])
    review.undo()
    assert review.document is decided
    review.undo()
    assert review.document.text == review.base.text
    assert review.note([]) is None


def test_confirming_what_stands_is_a_decision(open_review):
    """The text stays, but nobody has to look at the place again, until that is undone."""
    review = open_review()
    repair = next(one for one in review.base.repairs if one.applied and one.after)
    review.decide([decision_for(repair, repair.after)], How.ACCEPT)
    confirmed = review.document.repairs[repair.id]
    assert confirmed.kind is RepairKind.MANUAL
    assert confirmed.evidence[0].code == "by_hand"
    assert review.document.text == review.base.text
    review.save()
    again = open_review()
    assert again.document.repairs[repair.id] == confirmed
    again.undo()
    assert again.document.repairs[repair.id] == repair


def journal_of(source, *acts):
    history = History(tuple(act._replace(number=n) for n, act in enumerate(acts, 1)))
    first = lines.header_line(source, "page.txt", ENGINE, "then")
    return parse_journal("".join(whole_journal(first, source, history)).encode("utf-8"))


def test_a_note_goes_with_its_place_and_is_kept_without_it():
    at, gone = DAMAGED.index("咊"), DAMAGED.index("麵")
    act = NoteAct((Note(at, at + 1, "甲"), Note(gone, gone + 1, "乙")), "then", "anna")
    new = DAMAGED.replace("全麵", "整个").replace("推動", "大力推動")
    there = new.index("咊")
    reopened = reopen(journal_of(DAMAGED, act), new)
    assert reopened.history.notes() == {(there, there + 1): "甲"}
    assert [one.place.text for one in reopened.gone] == ["乙"]
    header = lines.header_line(new, "page.txt", ENGINE, "now")
    written = whole_journal(header, new, reopened.history, stranded=reopened.stranded)
    back = reopen(parse_journal("".join(written).encode("utf-8")), DAMAGED)
    assert back.history.notes() == {(at, at + 1): "甲", (gone, gone + 1): "乙"}
    assert back.stranded == ()


def test_a_removed_note_is_not_kept():
    at = DAMAGED.index("麵")
    acts = NoteAct((Note(at, at + 1, "甲"),)), NoteAct((Note(at, at + 1, ""),))
    assert reopen(journal_of(DAMAGED, *acts), DAMAGED.replace("全麵", "整个")).stranded == ()


@pytest.mark.parametrize(
    "line",
    [
        '{"n":1,"act":"note","places":[]}',
        '{"n":1,"act":"note","places":[[5000,5001,"x","y"]]}',
        '{"n":1,"act":"note","places":[[0,1,"推",5]]}',
        '{"n":1,"act":"note","places":[[0,3,"推","y"]]}',
        '{"act":"stranded","what":"note","place":[0,1,"推"],"before":"","after":""}',
    ],
)
def test_a_line_that_is_no_note_costs_only_itself(line):
    header = lines.header_line(DAMAGED, "page.txt", ENGINE, "then")
    good = lines.act_line(NoteAct((Note(0, 1, "甲"),), number=2), DAMAGED)
    journal = parse_journal(f"{header}{line}\n{good}".encode())
    assert journal.broken == 1
    assert journal.history.notes() == {(0, 1): "甲"}
