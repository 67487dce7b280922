"""Searching in vain is limited, and a success refunds it."""

from __future__ import annotations

from random import Random

import pytest

from reader import Document, restore
from reader.repair.budget import SearchBudget, Taken, misread_steps
from reader.repair.pipeline import preview
from reader.text.kinds import RepairState
from reader.text.repair import state_of
from tests.damage.encodings import lose_bytes, misread, misread_with_loss
from tests.damage.everyday import TEXTS
from tests.damage.properties import not_rebuilt

# Full of '?' between hanzi, so that a run may begin everywhere.
WORN = lose_bytes("".join(TEXTS) * 2, Random(1), share=0.1)
LATIN = misread("".join(TEXTS), "gbk", "latin-1")[:2_000]
# Half of it could be read back, with searches that take a second.
TORN = "\n".join(lose_bytes(misread(text, "gbk", "latin-1"), Random(1)) for text in TEXTS)
PROSE = "各单位要认真组织报名，并及时公布结果。"


def _not_searched(document: Document) -> list[tuple[int, int]]:
    """Return (offset in the source, places) of each mark that nothing was searched."""
    return [
        (repair.source_start, reason.args[0])
        for repair in document.repairs
        for reason in repair.evidence
        if reason.code == "not_searched"
    ]


def test_a_document_that_was_read_in_vain_gets_no_more():
    budget = SearchBudget()
    allowed = budget.allow(0, 20).characters
    budget.spend(Taken(allowed))
    assert allowed > 0
    assert budget.allow(10, 20).characters == 0


def test_much_text_without_trouble_gives_it_back():
    budget = SearchBudget()
    budget.spend(Taken(budget.allow(0, 20).characters))
    assert budget.allow(100_000, 100_020).characters > 0


def test_success_gives_it_back():
    budget = SearchBudget()
    allowed = budget.allow(0, 20).characters
    budget.spend(Taken(allowed))
    budget.spend(Taken(-allowed))
    assert budget.allow(20, 40).characters == allowed


def test_steps_are_counted_apart_and_longer_text_gets_more():
    budget = SearchBudget()
    steps = budget.allow(0, 20).steps
    budget.spend(Taken(0, steps))
    assert budget.allow(20, 40).characters > 0
    assert budget.allow(0, 20).steps == 0
    assert budget.allow(0, 100_000).steps > 0


def test_what_is_found_gives_steps_back():
    budget = SearchBudget()
    steps = budget.allow(0, 100_000).steps
    budget.spend(Taken(50, steps - 1))
    left = budget.allow(0, 100_000).steps
    budget.spend(Taken(-30, 0))
    assert left < budget.allow(0, 100_000).steps <= steps


def test_misread_text_over_the_budget_is_marked_and_nothing_is_lost(monkeypatch):
    monkeypatch.setattr("reader.repair.budget._MISREAD_A_CHARACTER", 30)
    document = restore(TORN)
    marks = _not_searched(document)
    assert marks
    assert not not_rebuilt(document, TORN)
    marked = {TORN.count("\n", 0, at) for at, _ in marks}
    assert len(marked) == len(marks)  # one a line
    done = {TORN.count("\n", 0, one.source_start) for one in document.repairs if one.applied}
    assert done - marked  # what was searched before is read back


def test_longer_misread_text_gets_more_steps():
    assert misread_steps(3_000) > misread_steps(300) > 0


def test_a_run_that_is_no_chance_takes_nothing_from_the_budget():
    slips = "确保完成目标任务。\n確?！笆奈濉币巹澞繕巳蝿杖缙谕瓿伞?\n" * 60
    document = restore(slips)
    assert not _not_searched(document)
    assert document.text == "确保完成目标任务。\n确保“十四五”规划目标任务如期完成。\n" * 60


def test_what_is_over_the_budget_is_marked_and_nothing_is_lost():
    document = restore(WORN)
    marks = _not_searched(document)
    assert len(marks) == -(-len(WORN) // 3_000)  # one in each part of a long paragraph
    for at, places in marks:
        assert places >= 1
        assert WORN[at] == "?"
        (marked,) = (repair for repair in document.repairs if repair.source_start == at)
        assert state_of(marked) is RepairState.LOST
    assert not not_rebuilt(document, WORN)


def test_the_same_text_is_read_alike_each_time():
    first, again = restore(WORN), restore(WORN)
    assert first.text == again.text
    assert list(first.repairs) == list(again.repairs)


def test_what_follows_in_other_paragraphs_is_restored_all_the_same():
    assert restore(f"{WORN}\n推動勞動關係和諧發展。").text.endswith("推动劳动关系和谐发展。")


@pytest.mark.parametrize(
    "source",
    [
        lose_bytes(LATIN[:60], Random(1), share=0.1),
        misread("".join(TEXTS), "utf-8", "latin-1"),
        "你好吗?我很好!真的吗?" * 200,
        "真的吗？？？你说什么？？\n" * 200,
        f"{PROSE}?\n" * 200,
        PROSE * 500,
    ],
)
def test_text_within_the_budget_has_no_mark(source):
    assert not _not_searched(restore(source))


@pytest.mark.parametrize("lost", ["?", "\ufffd", " "])
@pytest.mark.parametrize("share", [0.1, 0.3, 0.6])
def test_what_could_not_be_read_back_is_marked_beside_what_could(lost, share):
    """Some runs of a line come back; the mark of the line stays on all the others."""
    source = lose_bytes(misread_with_loss("".join(TEXTS[:8])), Random(1), share=share, lost=lost)
    document = restore(source)
    assert not not_rebuilt(document, source)
    marks = [one for one in document.repairs if one.evidence[0].code == "unread"]
    done = [one for one in document.repairs if one.applied]
    assert all(one.before == one.after and not one.applied for one in marks)
    for mark in marks:
        assert not any(
            one.source_start < mark.source_end and mark.source_start < one.source_end
            for one in done
        )
    if lost == "?" and share == 0.3:
        assert marks
        assert done


def test_a_first_screen_takes_no_seconds_where_all_is_out_of_step():
    slips = "确保完成目标任务。\n確?！笆奈濉币巹澞繕巳蝿杖缙谕瓿伞?\n" * 200
    first = preview(slips, near=0)
    whole = restore(slips[:5_000])
    shown = first.text[:5_000].count("十四五")
    assert 1 < shown < whole.text.count("十四五")
    assert not _not_searched(first)
