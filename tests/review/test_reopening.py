"""Decisions on a text that has changed: they hold where their place exists, none is lost."""

from reader.review import journal as lines
from reader.review.decisions import Decision
from reader.review.history import DecisionAct, History, How, PinnedReading, ReadingAct
from reader.review.journal import Engine, whole_journal
from reader.review.parse import parse_journal
from reader.review.reopening import reopen

OLD = "一、推動(dòng)勞動關係。\n二、全麵髮揮作用,各級政府。\n三、構(gou)建咊諧勞動關係。\n"
ENGINE = Engine("1", "2")


def decide(source, *pairs):
    """Return an act that lets the second of each pair stand where the first is."""
    places = []
    for before, after in pairs:
        start = source.index(before)
        places.append(Decision(start, start + len(before), after))
    return DecisionAct(tuple(places), How.ALTERNATIVE, "then", "anna")


def read(source, *acts, undone=(), header=True):
    numbered = [
        type(act)(act.places, *([act.how] if isinstance(act, DecisionAct) else []), number=number)
        for number, act in enumerate((*acts, *undone), 1)
    ]
    history = History(tuple(numbered[: len(acts)]), tuple(numbered[len(acts) :]))
    first = lines.header_line(source, "page.txt", ENGINE, "then") if header else "{\n"
    return parse_journal("".join(whole_journal(first, source, history)).encode("utf-8"))


def list_texts(reopened, source):
    return [(source[place.start : place.end], place.text) for place in reopened.history.decisions()]


def test_the_same_text_has_the_same_history():
    journal = read(OLD, decide(OLD, ("麵", "面")))
    reopened = reopen(journal, OLD)
    assert reopened.history is journal.history
    assert (reopened.changed, reopened.gone, reopened.stranded) == (False, (), ())


def test_what_still_has_its_place_is_carried_over_and_the_rest_is_listed():
    new = "一、推動(dòng)勞動關係的工作。\n三、構(gou)建咊諧勞動關係。\n"
    journal = read(
        OLD,
        decide(OLD, ("(dòng)", "")),
        decide(OLD, ("麵", "面"), ("咊", "和")),
        ReadingAct(
            (PinnedReading(OLD.index("咊"), "和", "hé"), PinnedReading(OLD.index("髮"), "发", "fā"))
        ),
    )
    reopened = reopen(journal, new)
    assert reopened.changed
    assert list_texts(reopened, new) == [("(dòng)", ""), ("咊", "和")]
    assert reopened.history.pinned_readings() == {new.index("咊"): ("和", "hé")}
    assert [(one.was, one.place[-1]) for one in reopened.gone] == [("麵", "面"), ("髮", "fā")]
    assert reopened.gone == reopened.stranded
    assert reopened.gone[0].before.endswith("二、全")
    assert [act.number for act in reopened.history.done] == [1, 2, 3]


def test_only_the_last_word_on_a_place_is_listed():
    acts = decide(OLD, ("麵", "甲")), decide(OLD, ("麵", "面"))
    reopened = reopen(read(OLD, *acts), OLD.replace("全麵", "整个"))
    assert [one.place.text for one in reopened.gone] == ["面"]


def test_what_had_no_place_comes_back_with_it():
    journal = read(OLD, decide(OLD, ("麵", "面")), decide(OLD, ("咊", "和")))
    without = OLD.replace("二、全麵髮揮作用,各級政府。\n", "")
    first = reopen(journal, without)
    header = lines.header_line(without, "page.txt", ENGINE, "now")
    written = whole_journal(header, without, first.history, stranded=first.stranded)
    again = reopen(parse_journal("".join(written).encode("utf-8")), OLD)
    assert sorted(list_texts(again, OLD)) == [("咊", "和"), ("麵", "面")]
    assert again.stranded == ()
    assert [act.by for act in again.history.done] == ["", ""]
    numbers = [act.number for act in again.history.done]
    assert len(set(numbers)) == len(numbers)


def test_a_place_that_stands_twice_is_no_place():
    gone = reopen(read(OLD, decide(OLD, ("麵", "面"))), "别的。\n")
    twice = OLD + "中间。\n" + OLD
    header = lines.header_line("别的。\n", "page.txt", ENGINE, "now")
    written = whole_journal(header, "别的。\n", gone.history, stranded=gone.stranded)
    journal = parse_journal("".join(written).encode("utf-8"))
    moved = "。" + twice
    assert list_texts(reopen(journal, moved), moved) == []
    assert len(reopen(journal, moved).stranded) == 1


def test_what_was_undone_can_still_be_redone_where_its_place_is():
    undone = decide(OLD, ("咊", "和")), decide(OLD, ("麵", "面"))
    reopened = reopen(
        read(OLD, decide(OLD, ("(dòng)", "")), undone=undone), OLD.replace("全麵", "")
    )
    assert [act.places[0].text for act in reopened.history.undone] == ["和"]
    assert reopened.gone == ()


def test_without_a_header_each_place_is_checked_by_its_own_text():
    journal = read(OLD, decide(OLD, ("麵", "面")), decide(OLD, ("咊", "和")), header=False)
    assert list_texts(reopen(journal, OLD), OLD) == [("麵", "面"), ("咊", "和")]
    new = OLD.replace("麵", "面")
    reopened = reopen(journal, new)
    assert list_texts(reopened, new) == [("咊", "和")]
    assert [one.was for one in reopened.gone] == ["麵"]
