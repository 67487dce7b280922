"""Decisions over documents: nothing is lost, spans agree, undo gives back what was there."""

import pickle

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader import RepairKind, restore
from reader.core.align import Alternative, Edit, Evidence
from reader.core.document import Origin
from reader.core.structure import Block, BlockKind
from reader.export.json import to_json
from reader.review.decisions import History, decide, decided, index_of
from tests.ui.panes.making import make_document

UNHURRIED = settings(deadline=None)
SLIPPED = "我们要推動上?！V州、深圳等地的工作，確？！笆奈濉币巹落實。\n"
DAMAGED = "推動(dòng)(dong)勞(lao)動關(guān)係咊(he)諧,全麵髮揮作用。\n"
MOJIBAKE = "µÚÒ»Ìõ ÎªÁË±£»¤ÀÍ¶¯ÕßµÄºÏ·¨È¨Òæ£¬ÖÆ¶¨±¾·¨¡£\n锟斤拷 is gone\n"


@st.composite
def documents(draw):
    """Documents of every sort of edit; proposals may overlap nothing."""
    source = draw(st.text(alphabet="动動(dòng) 。a\n𠀀", min_size=1, max_size=30))
    cuts = sorted(draw(st.lists(st.integers(0, len(source)), max_size=10)))
    if len(cuts) % 2:
        cuts.pop()
    text = st.text(alphabet="好𠀀x", max_size=3)
    edits = [
        Edit(
            cuts[at],
            cuts[at + 1],
            draw(text),
            draw(st.sampled_from((RepairKind.SLIP, RepairKind.GLOSS, RepairKind.ENCODING))),
            f"rule.{at}",
            0.7,
            (Evidence("word", ("x",)),),
            tuple(Alternative(draw(text), 0.1) for _ in range(draw(st.integers(0, 5)))),
            draw(st.booleans()),
        )
        for at in range(0, len(cuts), 2)
    ]
    return make_document(source, edits)


def choices(repair):
    return [repair.before, repair.after, *(other.text for other in repair.alternatives), "手"]


@st.composite
def decided_on(draw):
    document = draw(documents())
    decisions = []
    if document.repairs:
        for _ in range(draw(st.integers(0, 6))):
            repair = draw(st.sampled_from(document.repairs))
            decisions.append(decide(repair, draw(st.sampled_from(choices(repair)))))
    return document, decisions


def agrees(document):
    assert document.rebuild_source() == document.source
    for repair in document.repairs:
        assert document.source[repair.source_start : repair.source_end] == repair.before
        standing = document.text[repair.clean_start : repair.clean_end]
        assert standing == (repair.after if repair.applied else repair.before)
        if repair.applied and repair.source_start < repair.source_end and standing:
            span = document.clean_span(repair.source_start, repair.source_end)
            assert span == (repair.clean_start, repair.clean_end)
            back = document.source_span(repair.clean_start, repair.clean_end)
            assert back == (repair.source_start, repair.source_end)


@UNHURRIED
@given(decided_on())
def test_nothing_is_lost_and_spans_agree(case):
    document, decisions = case
    result = decided(document, decisions)
    agrees(result)
    wanted = {(one.start, one.end, one.rule): one.text for one in decisions}
    for repair in result.repairs:
        text = wanted.get((repair.source_start, repair.source_end, repair.rule))
        if text is None:
            assert repair.kind is not RepairKind.MANUAL
        else:
            assert (repair.kind, repair.after, repair.applied) == (RepairKind.MANUAL, text, True)


@UNHURRIED
@given(decided_on(), st.data())
def test_undo_and_redo_give_back_the_same_document(case, data):
    document, decisions = case
    history = History()
    results = [decided(document, history.done)]
    for decision in decisions:
        history = history.add(decision)
        results.append(decided(document, history.done))
    steps = data.draw(st.integers(0, len(decisions)))
    for step in range(steps):
        history = history.undo()
        again = decided(document, history.done)
        assert again == results[len(decisions) - 1 - step]
        assert again.repairs == results[len(decisions) - 1 - step].repairs
    for _ in range(steps):
        history = history.redo()
    assert decided(document, history.done) == results[-1]
    assert history.redo() == history


def test_without_decisions_the_document_is_the_same():
    document = restore(DAMAGED)
    assert decided(document, ()) is document
    assert History().undo() == History()


def test_a_new_decision_forgets_what_was_taken_back():
    document = restore(DAMAGED)
    first = decide(document.repairs[0], "x")
    second = decide(document.repairs[1], "y")
    assert History().add(first).undo().add(second) == History((second,))


@pytest.mark.parametrize("text", [SLIPPED, DAMAGED, MOJIBAKE])
def test_each_repair_of_the_engine_can_be_rejected_and_changed(text):
    document = restore(text)
    assert document.repairs
    for repair in document.repairs:
        for wanted in choices(repair):
            result = decided(document, [decide(repair, wanted)])
            agrees(result)
            assert len(result.repairs) == len(document.repairs)
    everything = [decide(repair, repair.before) for repair in document.repairs]
    assert decided(document, everything).text == document.source


def test_what_the_engine_had_read_takes_the_place_of_what_was_chosen():
    other = (Alternative("甲", 0.2), Alternative("乙", 0.1))
    edit = Edit(0, 1, "丙", RepairKind.SLIP, "slip.byte", 0.6, (), other)
    document = make_document("X", [edit])
    chosen = decided(document, [decide(document.repairs[0], "乙")]).repairs[0]
    assert [one.text for one in chosen.alternatives] == ["甲", "丙"]
    rejected = decided(document, [decide(chosen, "X")]).repairs[0]
    assert [one.text for one in rejected.alternatives] == ["丙", "甲", "乙"]
    assert str(chosen.evidence[0]) == "You decided this; Jingdu had read 丙."


def test_lost_bytes_leave_nothing_to_decide():
    document = restore("你好锟斤拷世界\n")
    (lost,) = document.repairs
    assert decided(document, [decide(lost, "x")]) is document


def test_a_decision_about_another_text_is_passed_over():
    document = restore(DAMAGED)
    strange = decide(document.repairs[0], "x")._replace(rule="other")
    assert index_of(document.repairs, strange) is None
    assert decided(document, [strange]) is document


def test_an_accepted_proposal_takes_the_place_of_what_it_reaches_into():
    inner = Edit(1, 2, "好", RepairKind.SCRIPT, "form", 0.9)
    outer = Edit(0, 3, "", RepairKind.DEBRIS, "debris.navigation", 0.4, applied=False)
    document = make_document("首頁看", [outer, inner])
    taken = decided(document, [decide(document.repairs[0], "")])
    assert taken.text == ""
    assert [repair.applied for repair in taken.repairs] == [True, False]
    assert taken.rebuild_source() == document.source
    later = [decide(document.repairs[0], ""), decide(document.repairs[1], "頁")]
    assert decided(document, later).text == "首頁看"


def test_a_misread_text_keeps_its_alignment_character_by_character():
    document = restore(MOJIBAKE)
    before = [document.source_span(at, at + 1) for at in range(len(document.text))]
    (first, *_) = [one for one in document.repairs if one.kind is RepairKind.ENCODING]
    same = decided(document, [decide(document.repairs[-2], document.repairs[-2].after)])
    assert same.text == document.text
    start, end = first.clean_start, first.clean_end
    assert [same.source_span(at, at + 1) for at in range(start, end)] == before[start:end]


def test_structure_and_origin_stay():
    structure = (Block(0, len(DAMAGED) - 1, BlockKind.HEADING, 1),)
    document = restore(DAMAGED, origin=Origin(format="html", structure=structure))
    result = decided(document, [decide(document.repairs[0], "動")])
    assert result.origin == document.origin
    (heading,) = result.clean_structure()
    assert result.text[heading.start : heading.end] == result.text.rstrip("\n")
    assert pickle.loads(pickle.dumps(result)).text == result.text
    assert '"kind": "manual"' in to_json(result)
