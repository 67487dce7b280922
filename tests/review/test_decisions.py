"""Decisions on documents: nothing is lost, spans agree, undo restores what was there."""

import pickle

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader import RepairKind, restore
from reader.export.json import to_json
from reader.review.decisions import (
    TYPED,
    Decision,
    apply_decisions,
    can_decide,
    decision_for,
    texts_in_force,
    withdraw_decisions,
)
from reader.review.history import DecisionAct, History, How, act_fingerprint
from reader.text.align import Alternative, Edit
from reader.text.document import Origin
from reader.text.evidence import Evidence
from reader.text.sentences import evidence_words
from reader.text.structure import Block, BlockKind
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
    # The engine never has two repairs of one span; a decision could not tell them apart.
    spans = [(edit.start, edit.end) for edit in edits]
    edits = [one for number, one in enumerate(edits) if spans[number] not in spans[:number]]
    return make_document(source, edits, least=draw(st.integers(1, 12)))


def choices(repair):
    return [repair.before, repair.after, *(other.text for other in repair.alternatives), "手"]


@st.composite
def decided_on(draw):
    document = draw(documents())
    decisions = []
    if document.repairs:
        for _ in range(draw(st.integers(0, 6))):
            repair = draw(st.sampled_from(document.repairs))
            decisions.append(decision_for(repair, draw(st.sampled_from(choices(repair)))))
    return document, decisions


def make_act(*decisions):
    return DecisionAct(decisions, How.TYPED)


def is_overlapped(document, repair):
    near = document.repairs_in_source(repair.source_start, repair.source_end)
    return any(other.applied for other in near)


def check_agreement(document):
    assert document.rebuild_source() == document.source
    for repair in document.repairs:
        assert document.source[repair.source_start : repair.source_end] == repair.before
        standing = document.text[repair.clean_start : repair.clean_end]
        if repair.applied or not is_overlapped(document, repair):
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
    result = apply_decisions(document, decisions)
    check_agreement(result)
    wanted = texts_in_force(decisions)
    for repair in result.repairs:
        text = wanted.get((repair.source_start, repair.source_end))
        if text is None:
            assert repair.kind is not RepairKind.MANUAL
        else:
            assert (repair.kind, repair.after, repair.applied) == (RepairKind.MANUAL, text, True)


@UNHURRIED
@given(decided_on(), st.data())
def test_undo_and_redo_give_back_the_same_document(case, data):
    document, decisions = case
    history = History()
    results = [apply_decisions(document, history.decisions())]
    for decision in decisions:
        history = history.add(make_act(decision))
        results.append(apply_decisions(document, history.decisions()))
    steps = data.draw(st.integers(0, len(decisions)))
    for step in range(steps):
        history = history.undo()
        again = apply_decisions(document, history.decisions())
        assert again == results[len(decisions) - 1 - step]
        assert again.repairs == results[len(decisions) - 1 - step].repairs
    for _ in range(steps):
        history = history.redo()
    assert apply_decisions(document, history.decisions()) == results[-1]
    assert history.redo() == history


@UNHURRIED
@given(decided_on(), st.data())
def test_a_decision_at_a_time_makes_the_same_document(case, data):
    document, decisions = case
    stack = []
    now = document
    for decision in decisions:
        if stack and data.draw(st.booleans()):
            now = withdraw_decisions(now, [stack.pop()])
        else:
            stack.append(decision)
            now = apply_decisions(now, [decision])
        wanted = apply_decisions(document, stack)
        assert (now.text, now.repairs) == (wanted.text, wanted.repairs)
        assert now == wanted
        check_agreement(now)


@UNHURRIED
@given(documents(), st.data())
def test_typed_over_anywhere_a_decision_at_a_time_makes_the_same_document(document, data):
    """Decisions overlap, stand across paragraphs, and are taken back in turn."""
    places = st.integers(0, len(document.source))
    stack = []
    now = document
    for _ in range(data.draw(st.integers(1, 8))):
        if stack and data.draw(st.booleans()):
            now = withdraw_decisions(now, stack.pop())
        else:
            act = []
            for _ in range(data.draw(st.integers(1, 3))):
                start, end = sorted((data.draw(places), data.draw(places)))
                text = data.draw(st.text(alphabet="手x", max_size=2))
                act.append(Decision(start, end, text))
            stack.append(act)
            now = apply_decisions(now, act)
        wanted = apply_decisions(document, [one for act in stack for one in act])
        assert now == wanted
        assert now.rebuild_source() == document.source
    while stack:
        now = withdraw_decisions(now, stack.pop())
    assert now.paragraphs == document.paragraphs


@pytest.mark.parametrize("text", [SLIPPED, DAMAGED, MOJIBAKE])
def test_a_decision_that_is_taken_back_leaves_the_document_as_it_was(text):
    document = restore(text)
    clean = [document.clean_span(at, at + 1) for at in range(len(text))]
    for repair in document.repairs:
        decision = decision_for(repair, "手")
        back = withdraw_decisions(apply_decisions(document, [decision]), [decision])
        assert back == document
        assert [back.clean_span(at, at + 1) for at in range(len(text))] == clean


def test_only_the_paragraph_that_is_decided_on_is_made_anew():
    document = restore(DAMAGED * 5)
    repair = document.repairs[len(document.repairs) // 2]
    now = apply_decisions(document, [decision_for(repair, "手")])
    kept = [one is other for one, other in zip(now.paragraphs, document.paragraphs, strict=True)]
    assert kept.count(False) == 1
    across = apply_decisions(now, [Decision(repair.source_start, len(document.source) - 1, "")])
    assert len(across.paragraphs) < len(now.paragraphs)
    assert across.paragraphs[0] is document.paragraphs[0]


def test_what_was_never_decided_cannot_be_taken_back():
    document = restore(DAMAGED)
    with pytest.raises(ValueError, match="nothing was decided"):
        withdraw_decisions(document, [Decision(0, 1, "")])


def test_without_decisions_the_document_is_the_same():
    document = restore(DAMAGED)
    assert apply_decisions(document, ()) is document
    assert History().undo() == History()


def test_a_new_decision_forgets_what_was_taken_back():
    document = restore(DAMAGED)
    first = decision_for(document.repairs[0], "x")
    second = decision_for(document.repairs[1], "y")
    history = History().add(make_act(first)).undo().add(make_act(second))
    assert (history.done, history.undone) == ((make_act(second),), ())
    assert history.dropped == {act_fingerprint(make_act(first))}


@pytest.mark.parametrize("text", [SLIPPED, DAMAGED, MOJIBAKE])
def test_each_repair_of_the_engine_can_be_rejected_and_changed(text):
    document = restore(text)
    assert document.repairs
    for repair in document.repairs:
        for wanted in choices(repair):
            result = apply_decisions(document, [decision_for(repair, wanted)])
            check_agreement(result)
            assert len(result.repairs) == len(document.repairs)
    everything = [decision_for(repair, repair.before) for repair in document.repairs]
    assert apply_decisions(document, everything).text == document.source


def test_what_the_engine_had_read_takes_the_place_of_what_was_chosen():
    other = (Alternative("甲", 0.2), Alternative("乙", 0.1))
    edit = Edit(0, 1, "丙", RepairKind.SLIP, "slip.byte", 0.6, (), other)
    document = make_document("X", [edit])
    chosen = apply_decisions(document, [decision_for(document.repairs[0], "乙")]).repairs[0]
    assert [one.text for one in chosen.alternatives] == ["甲", "丙"]
    rejected = apply_decisions(document, [decision_for(chosen, "X")]).repairs[0]
    assert [one.text for one in rejected.alternatives] == ["丙", "甲", "乙"]
    assert evidence_words(chosen.evidence[0]) == "You decided this; Jingdu had read 丙."


def test_at_a_place_of_lost_bytes_a_text_can_be_typed():
    document = restore("你好锟斤拷世界\n")
    (lost,) = document.repairs
    assert not can_decide(lost)
    typed = apply_decisions(document, [decision_for(lost, "，")])
    assert typed.text == "你好，世界\n"
    assert can_decide(typed.repairs[0])
    check_agreement(typed)


def test_a_decision_outlives_the_engine_s_own_cuts():
    """動(dòng) is two repairs, a form and a gloss; another version may have one, or none."""
    document = restore(DAMAGED)
    whole = apply_decisions(document, [Decision(1, 14, "动")])
    assert document.source[1:14] == "動(dòng)(dong)"
    assert whole.text == document.text
    check_agreement(whole)
    (made,) = (one for one in whole.repairs if one.kind is RepairKind.MANUAL)
    assert (made.before, made.after, made.rule) == ("動(dòng)(dong)", "动", TYPED)
    inside = apply_decisions(document, [Decision(2, 4, "")])
    check_agreement(inside)
    assert inside.text.startswith("推动òng)")


def test_a_text_is_typed_where_nothing_was_repaired():
    document = restore("我们要推动工作。\n")
    assert not document.repairs
    typed = apply_decisions(document, [Decision(5, 7, "任务"), Decision(0, 0, "今年")])
    assert typed.text == "今年我们要推动任务。\n"
    check_agreement(typed)
    assert [one.after for one in typed.repairs] == ["今年", "任务"]


@pytest.mark.parametrize("span", [(-1, 2), (3, 2), (0, 9999)])
def test_a_span_outside_the_source_is_refused(span):
    with pytest.raises(ValueError, match="no span"):
        apply_decisions(restore(DAMAGED), [Decision(*span, "x")])


@UNHURRIED
@given(documents(), st.data())
def test_any_span_can_be_typed_over(document, data):
    places = st.integers(0, len(document.source))
    decisions = []
    for _ in range(data.draw(st.integers(1, 4))):
        start, end = sorted((data.draw(places), data.draw(places)))
        decisions.append(Decision(start, end, data.draw(st.text(alphabet="手x", max_size=2))))
    result = apply_decisions(document, decisions)
    assert result.rebuild_source() == document.source
    last = decisions[-1]
    made = result.repairs[result.repairs.number_of(last.start, last.end)]
    assert (made.applied, made.after) == (True, last.text)
    assert result.text[made.clean_start : made.clean_end] == last.text


def test_many_decisions_read_as_one_by_one():
    source = "動(dòng)" * 1500
    document = restore(source)
    some = [decision_for(one, "x") for one in document.repairs[:900]]
    more = [decision_for(one, "x") for one in document.repairs[:1400]]
    rest = [decision_for(one, one.before) for one in document.repairs[900:1400]]
    first, second = apply_decisions(document, some), apply_decisions(document, more)
    assert first.text[:900] == second.text[:900]
    check_agreement(second)
    check_agreement(apply_decisions(document, more + rest))


def test_an_accepted_proposal_takes_the_place_of_what_it_reaches_into():
    inner = Edit(1, 2, "好", RepairKind.SCRIPT, "form", 0.9)
    outer = Edit(0, 3, "", RepairKind.DEBRIS, "debris.navigation", 0.4, applied=False)
    document = make_document("首頁看", [outer, inner])
    taken = apply_decisions(document, [decision_for(document.repairs[0], "")])
    assert taken.text == ""
    assert [repair.rule for repair in taken.repairs] == ["debris.navigation"]
    assert taken.rebuild_source() == document.source
    later = [decision_for(document.repairs[0], ""), decision_for(document.repairs[1], "頁")]
    assert apply_decisions(document, later).text == "首頁看"


def test_a_misread_text_keeps_its_alignment_character_by_character():
    document = restore(MOJIBAKE)
    before = [document.source_span(at, at + 1) for at in range(len(document.text))]
    (first, *_) = [one for one in document.repairs if one.kind is RepairKind.ENCODING]
    same = apply_decisions(
        document, [decision_for(document.repairs[-2], document.repairs[-2].after)]
    )
    assert same.text == document.text
    start, end = first.clean_start, first.clean_end
    assert [same.source_span(at, at + 1) for at in range(start, end)] == before[start:end]


def test_structure_and_origin_stay():
    structure = (Block(0, len(DAMAGED) - 1, BlockKind.HEADING, 1),)
    document = restore(DAMAGED, origin=Origin(format="html", structure=structure))
    result = apply_decisions(document, [decision_for(document.repairs[0], "動")])
    assert result.origin == document.origin
    (heading,) = result.clean_structure()
    assert result.text[heading.start : heading.end] == result.text.rstrip("\n")
    assert pickle.loads(pickle.dumps(result)).text == result.text
    assert '"kind": "manual"' in to_json(result)
