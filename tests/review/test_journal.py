"""What is written to a journal can be read; a broken line costs only itself."""

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.review import journal as lines
from reader.review.decisions import Decision
from reader.review.history import (
    DecisionAct,
    History,
    How,
    Note,
    NoteAct,
    PinnedReading,
    ReadingAct,
)
from reader.review.journal import Engine, NoJournal, Stranded, whole_journal
from reader.review.packed import pack
from reader.review.parse import parse_journal

SOURCE = "推動(dòng)(dong)勞(lao)動關(guān)係咊(he)諧\ud800,全麵髮揮\u2028作用\x85。\n"
ENGINE = Engine("0.1.0+abc", "def")
UNHURRIED = settings(deadline=None)


@st.composite
def acts(draw):
    signed = (draw(st.sampled_from(("", "2026-11-29T08:00:00Z"))), draw(st.text(max_size=5)))
    offsets = st.integers(0, len(SOURCE) - 1)
    if draw(st.booleans()):
        places = []
        for _ in range(draw(st.integers(1, 3))):
            start, end = sorted((draw(offsets), draw(offsets)))
            places.append(Decision(start, end, draw(st.text(max_size=4))))
        return DecisionAct(tuple(places), draw(st.sampled_from(How)), *signed)
    if draw(st.booleans()):
        start, end = sorted((draw(offsets), draw(offsets)))
        return NoteAct((Note(start, end, draw(st.text(max_size=4))),), *signed)
    reading = draw(st.sampled_from((None, "dòng", "hé")))
    return ReadingAct((PinnedReading(draw(offsets), "动", reading),), *signed)


class Log:
    """Does what a window does: an act, undo or redo, each with its line."""

    def __init__(self):
        self.history = History()
        self.lines = [lines.header_line(SOURCE, "page.txt", ENGINE, "now")]

    def do(self, act):
        numbered = act._replace(number=self.history.next_number)
        self.history = self.history.add(numbered)
        self.lines.append(lines.act_line(numbered, SOURCE))

    def undo(self):
        if self.history.done:
            self.lines.append(lines.undo_line(self.history.done[-1].number))
            self.history = self.history.undo()

    def redo(self):
        if self.history.undone:
            self.lines.append(lines.redo_line(self.history.undone[-1].number))
            self.history = self.history.redo()

    def read(self):
        return parse_journal("".join(self.lines).encode("utf-8"))


@st.composite
def logs(draw):
    log = Log()
    for _ in range(draw(st.integers(0, 12))):
        step = draw(st.sampled_from(("do", "do", "undo", "redo")))
        if step == "do":
            log.do(draw(acts()))
        else:
            getattr(log, step)()
    return log


@UNHURRIED
@given(logs())
def test_a_journal_is_read_back_as_it_was_written(log):
    journal = log.read()
    assert journal.history == log.history
    assert (journal.source(), journal.broken) == (SOURCE, 0)
    assert journal.is_about(SOURCE)
    assert not journal.is_about(SOURCE + "\n")


@UNHURRIED
@given(logs())
def test_writing_it_anew_says_the_same_in_as_many_lines_or_fewer(log):
    journal = log.read()
    anew = whole_journal(journal.header, SOURCE, journal.history)
    again = parse_journal("".join(anew).encode("utf-8"))
    assert (again.history, again.source()) == (log.history, SOURCE)
    assert len(anew) <= len(log.lines)
    if journal.tidy:
        assert anew == log.lines


@UNHURRIED
@given(logs(), st.data())
def test_a_crash_at_any_byte_costs_only_the_line_that_was_being_written(log, data):
    written = "".join(log.lines).encode("utf-8")
    start = len(log.lines[0].encode("utf-8"))
    cut = data.draw(st.integers(start, len(written)))
    whole = written[:cut].count(b"\n") + (written[cut : cut + 1] == b"\n")
    rest = Log()
    rest.lines = log.lines[:whole]
    journal = parse_journal(written[:cut])
    assert journal.history == rest.read().history
    assert journal.broken == 0
    assert journal.whole == min(cut, len("".join(rest.lines).encode("utf-8")))


@UNHURRIED
@given(logs(), st.data())
def test_a_broken_line_costs_itself_alone(log, data):
    if len(log.lines) < 2:
        return
    at = data.draw(st.integers(1, len(log.lines) - 1))
    rubbish = data.draw(
        st.sampled_from((b"\xff\xfe", b"{", b"null", b"[1]", b'{"act":"decide"}', b"0"))
    )
    raw = [line.encode("utf-8") for line in log.lines]
    inserted = parse_journal(b"".join([*raw[:at], rubbish + b"\n", *raw[at:]]))
    assert (inserted.history, inserted.broken) == (log.history, 1)


@pytest.mark.parametrize(
    "places",
    [
        "[]",
        "[[]]",
        "[[1,2]]",
        '[[1,2,"動","动",5]]',
        '[[2,1,"","动"]]',
        '[[-1,0,"\\n","动"]]',
        '[[1,3,"動","动"]]',
        "[[1,2,3,4]]",
        '[[true,2,"動","动"]]',
        f'[[{10**9},{10**9 + 1},"動","动"]]',
        f'[[{10**400},{10**400},"","动"]]',
        '[[0,1e0,"推","动"]]',
        "null",
        '{"0":1}',
    ],
)
def test_what_is_no_place_in_the_source_is_a_broken_line(places):
    log = Log()
    log.lines.append(f'{{"n":1,"act":"decide","how":"keep","places":{places}}}\n')
    journal = log.read()
    assert (journal.history.done, journal.broken) == ((), 1)


@pytest.mark.parametrize("pin", ['[999,"动","dòng"]', '[1,"动力","dòng"]', '[1,"动",7]', "[1]"])
def test_what_is_no_place_of_a_reading_is_a_broken_line(pin):
    log = Log()
    log.lines.append(f'{{"n":1,"act":"read","places":[{pin}]}}\n')
    assert (log.read().history.done, log.read().broken) == ((), 1)


def test_an_undo_behind_a_broken_line_takes_back_what_it_names():
    log = Log()
    for text in "甲乙丙":
        log.do(DecisionAct((Decision(1, 2, text),), How.TYPED))
    log.undo()
    log.lines[3] = "broken\n"  # 丙, which was undone
    assert [act.places[0].text for act in log.read().history.done] == ["甲", "乙"]


def test_without_its_header_the_acts_are_still_read():
    log = Log()
    log.do(DecisionAct((Decision(0, 2, "推动"),), How.TYPED))
    log.lines[0] = "{broken\n"
    journal = log.read()
    assert journal.history == log.history
    assert journal.was == {(0, 2): "推動"}
    assert (journal.header, journal.broken) == ("", 1)
    with pytest.raises(ValueError, match=r"."):
        journal.source()


def test_lines_of_a_kind_to_come_are_kept():
    log = Log()
    log.lines.append('{"act":"colour","of":"动"}\n')
    journal = log.read()
    assert journal.others == ('{"act":"colour","of":"动"}\n',)
    assert journal.broken == 0
    assert log.lines[1] in whole_journal(journal.header, SOURCE, History(), others=journal.others)


@pytest.mark.parametrize(
    "place", [Decision(1, 3, "动"), PinnedReading(1, "动", "dòng"), Note(1, 3, "as printed")]
)
def test_what_has_no_place_any_more_is_kept_with_the_text_around_it(place):
    stranded = Stranded(place, "動(", "推", "dòng", How.ACCEPT, "now", "anna")
    if isinstance(place, PinnedReading):
        stranded = Stranded(place, "動", "推", "(dò", when="now", by="anna")
    if isinstance(place, Note):
        stranded = Stranded(place, "動(", "推", "dòng", when="now", by="anna")
    log = Log()
    log.lines.append(lines.stranded_line(stranded))
    assert log.read().stranded == (stranded,)


def test_the_latest_repairs_are_those_that_hold():
    log = Log()
    log.lines.append(lines.freeze_line(pack("old"), ENGINE))
    assert log.read().tidy
    log.lines.append(lines.freeze_line(pack("new"), Engine("2", "3")))
    journal = log.read()
    assert (journal.frozen, journal.engine, journal.tidy) == (pack("new"), Engine("2", "3"), False)


@pytest.mark.parametrize(
    "data",
    [b"", b"\n", b"text\n", b"[]\n", b"{}\n", b"\x00\xff" * 40, b'{"a":1}\n' * 3, b"[" * 10**5],
)
def test_another_file_is_no_journal(data):
    with pytest.raises(NoJournal) as caught:
        parse_journal(data)
    assert not caught.value.newer


def test_a_journal_of_a_version_to_come_is_told():
    with pytest.raises(NoJournal) as caught:
        parse_journal(b'{"jingdu":2}\n')
    assert caught.value.newer


def test_a_last_line_that_lacks_only_its_line_feed_counts():
    log = Log()
    log.do(DecisionAct((Decision(0, 2, "推动"),), How.TYPED))
    written = "".join(log.lines).encode("utf-8")
    journal = parse_journal(written[:-1])
    assert (journal.history, journal.whole) == (log.history, len(written) - 1)


def test_what_undoes_a_line_of_a_kind_to_come_is_kept_with_it():
    log = Log()
    log.lines.append('{"n":7,"act":"colour","of":"动"}\n')
    log.lines.append(lines.undo_line(7))
    journal = log.read()
    assert journal.others == tuple(log.lines[1:])
    assert (journal.last, journal.broken) == (7, 0)


def test_what_was_taken_back_for_good_is_known_when_its_lines_are_gone():
    log = Log()
    for text in "甲乙":
        log.do(DecisionAct((Decision(0, 1, text),), How.TYPED))
        log.undo()
    log.do(DecisionAct((Decision(0, 1, "丙"),), How.TYPED))
    anew = whole_journal(log.read().header, SOURCE, log.history)
    assert len(log.history.dropped) == 2
    assert len(anew) == 3
    assert parse_journal("".join(anew).encode("utf-8")).history == log.history


@pytest.mark.parametrize("number", ["9" * 4300, "-1", "1.0", "true", str(2**53)])
def test_a_number_that_no_program_knows_is_a_broken_line(number):
    log = Log()
    log.lines.append(f'{{"n":{number},"act":"x"}}\n')
    journal = log.read()
    assert journal.last == 0
    assert journal.broken + len(journal.others) == 1


@pytest.mark.parametrize("fill", [b"\n", b"0\n"])
def test_millions_of_lines_are_no_journal(fill):
    log = Log()
    with pytest.raises(NoJournal):
        parse_journal(log.lines[0].encode("utf-8") + fill * 4_000_001)
    assert parse_journal(log.lines[0].encode("utf-8") + b"\n" * 100_000).broken == 0


def test_many_undos_of_nothing_take_no_time():
    log = Log()
    acts = [
        lines.act_line(DecisionAct((Decision(0, 1, "x"),), How.TYPED, number=0), SOURCE)
    ] * 20_000
    undos = [lines.undo_line(number % 7) for number in range(20_000)]
    journal = parse_journal("".join([log.lines[0], *acts, *undos]).encode("utf-8"))
    assert len(journal.history.done) + len(journal.history.undone) == 20_000


@pytest.mark.parametrize(
    "head",
    [
        {"length": 10**30, "sha256": "x"},
        {"length": -1},
        {"length": 0.5},
        {"length": True},
        {"sha256": 7},
        {"source": []},
    ],
)
def test_a_header_that_says_what_cannot_be_is_broken(head):
    header = json.loads(lines.header_line(SOURCE, "", ENGINE, ""))
    act = lines.act_line(DecisionAct((Decision(0, 2, "推动"),), How.TYPED, number=1), SOURCE)
    journal = parse_journal(json.dumps({**header, **head}).encode() + b"\n" + act.encode("utf-8"))
    assert len(journal.history.done) == 1
    with pytest.raises(ValueError, match=r"."):
        journal.source()


@pytest.mark.parametrize("form", ["2", "2.0", '"1"', "null", "[]"])
def test_only_the_number_of_this_format_is_read(form):
    with pytest.raises(NoJournal) as caught:
        parse_journal(f'{{"jingdu":{form}}}\n'.encode())
    assert caught.value.newer


def test_a_source_that_is_a_bomb_or_another_text_is_refused():
    for change in (
        {"source": pack("0" * 10**7)},
        {"source": pack("x" * len(SOURCE))},
        {"length": 1},
    ):
        header = json.loads(lines.header_line(SOURCE, "", ENGINE, ""))
        journal = parse_journal(json.dumps({**header, **change}).encode() + b"\n")
        with pytest.raises(ValueError, match=r"."):
            journal.source()


@given(st.binary(max_size=200))
def test_no_bytes_make_it_fail(data):
    header = lines.header_line(SOURCE, "", ENGINE, "").encode()
    assert parse_journal(header + data).broken <= 1 + data.count(b"\n")
