"""Two copies of one document: what differs, which is likelier, and what taking the other gives."""

from difflib import SequenceMatcher
from itertools import chain, pairwise
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader import restore
from reader.repair.rules.apply import apply_rules
from reader.repair.rules.model import Level, Rules, RuleSet
from reader.review.compare import Nature, Verdict, compare
from reader.review.decisions import apply_decisions
from reader.review.layout import strip_layout
from reader.text.document import Document
from reader.text.kinds import RepairState
from reader.text.repair import state_of
from tests.damage.sentences import SENTENCES
from tests.damage.styles import seed
from tests.review.test_decisions import documents

OTHERS = st.text(alphabet="动動(dòng) 。a\n𠀀好x，,\u3000", max_size=30)


def seen(document, other, **options):
    found = compare(document, other, **options)
    return [(one.text, one.other_text, one.nature.value) for one in found]


def torn(text, random):
    """Lose a byte in every third line of a GBK page; what cannot be decoded is lost, or a ?."""
    lines = []
    for line in text.split("\n"):
        data = bytearray(line.encode("gbk"))
        if random.random() < 0.35:
            del data[random.randrange(2, len(data) - 2)]
        lost = random.choice("?\ufffd")
        lines.append(data.decode("gbk", "replace").replace("\ufffd", lost))
    return "\n".join(lines)


def count_errors(text, truth):
    codes = SequenceMatcher(None, text, truth, autojunk=False).get_opcodes()
    return sum(max(b - a, d - c) for tag, a, b, c, d in codes if tag != "equal")


def pages(number):
    truth = "\n".join(Random(number).sample(SENTENCES, 24))
    return truth, *(restore(torn(truth, Random(f"{side} {number}"))) for side in "ab")


def take_all(document, found):
    return apply_decisions(document, chain.from_iterable(one.take() for one in found)).text


def keep_all(document, found):
    return apply_decisions(document, chain.from_iterable(one.keep() for one in found)).text


def take_better(found):
    """Return the decisions to take the other's text wherever it is likelier."""
    return [place for one in found if one.verdict is Verdict.THEIRS for place in one.take()]


def test_copies_that_read_the_same_differ_nowhere():
    truth = "\n".join(SENTENCES[:12])
    one, other = (restore(seed(truth, Random(side)).text) for side in "ab")
    assert one.source != other.source
    assert compare(one, other) == []


def test_taking_the_better_of_two_copies_lowers_the_errors():
    before = after = 0
    for number in range(8):
        truth, document, other = pages(number)
        better = apply_decisions(document, take_better(compare(document, other)))
        errors = count_errors(document.text, truth)
        assert count_errors(better.text, truth) <= errors
        before, after = before + errors, after + count_errors(better.text, truth)
    assert after < before / 3


def test_what_is_ours_by_the_verdict_is_not_taken_and_would_be_worse():
    kept = 0
    for number in range(8):
        truth, document, other = pages(number)
        found = compare(document, other)
        taken = {one.start for one in take_better(found)}
        for one in found:
            if one.verdict is Verdict.OURS:
                assert one.source_start not in taken
                worse = apply_decisions(document, one.take())
                assert count_errors(worse.text, truth) >= count_errors(document.text, truth)
                kept += 1
    assert kept > 20


def test_each_side_shows_what_was_repaired_there():
    lost = restore("由各街镇\ufffd办的劳动监察员每月上门核查。")
    whole = restore("由各街鎮經辦的勞動監察員每月上門核查。")
    (one,) = compare(lost, whole)
    assert (one.text, one.other_text, one.verdict) == ("\ufffd", "经", Verdict.THEIRS)
    assert [state_of(repair) for repair in one.repairs] == [RepairState.LOST]
    assert [repair.before for repair in one.other_repairs] == ["經"]
    assert lost.source[one.source_start : one.source_end] == "\ufffd"
    (back,) = compare(whole, lost)
    assert back.verdict is Verdict.OURS


def test_what_was_decided_by_hand_stays_the_likelier_text():
    document = restore("由各街镇\ufffd办的劳动监察员。")
    (place,) = compare(document, restore("由各街镇协办的劳动监察员。"))
    decided = apply_decisions(document, place.take())
    (one,) = compare(decided, restore("由各街镇经办的劳动监察员。"))
    assert one.verdict is Verdict.OURS


def test_what_a_rule_of_the_user_keeps_is_not_likelier_in_the_other_copy():
    exception = RuleSet().with_level(Level.USER, Rules().add_exception("咊", "和"))
    ours = restore("咊諧(xié)社(shè)會", mechanisms=apply_rules(exception))
    theirs = restore("和諧(xié)社(shè)會")
    (place,) = compare(ours, theirs)
    assert (place.text, place.other_text, place.verdict) == ("咊", "和", Verdict.THEIRS)
    (place,) = compare(ours, theirs, rules=exception)
    assert place.verdict is Verdict.OURS
    pair = RuleSet().with_level(Level.USER, Rules().add_pair("咊", "合"))
    (place,) = compare(restore("咊諧(xié)社(shè)會", mechanisms=apply_rules(pair)), theirs)
    assert (place.text, place.verdict) == ("合", Verdict.OURS)


def test_lines_broken_elsewhere_are_layout():
    one = Document.of("图书馆周一闭馆，其余时间\n开放。\n他把旧自行车擦得干干净净。\n")
    other = Document.of("图书馆周一\n闭馆,其余时间开放。他把旧自行车擦得干干净净。")
    assert compare(one, other) == []
    found = compare(one, other, layout=True)
    assert {place.nature for place in found} == {Nature.LAYOUT}
    assert take_all(one, found) == other.text


def test_the_head_and_foot_of_another_page_are_passages_that_nothing_speaks_for():
    text = "图书馆周一闭馆。\n他把旧自行车擦得干干净净。\n"
    other = f"首页 > 新闻中心 > 本地新闻 > 正文内容\n{text}上一篇：没有了 下一篇：面馆开了三十年\n"
    found = compare(Document.of(text), Document.of(other))
    assert [(one.nature, one.verdict) for one in found] == [(Nature.PASSAGE, Verdict.OPEN)] * 2
    assert take_better(found) == []


def test_a_paragraph_that_is_missing_comes_with_its_line_end():
    lines = [f"{line}\n" for line in SENTENCES[:5]]
    short, whole = Document.of("".join(lines[:2] + lines[3:])), Document.of("".join(lines))
    (one,) = compare(short, whole)
    assert (one.text, one.other_text) == ("", lines[2])
    assert apply_decisions(short, one.take()).text == whole.text
    (gone,) = compare(whole, short)
    assert apply_decisions(whole, gone.take()).text == short.text


def test_one_decision_covers_all_repairs_of_a_place():
    document = restore("推動(dòng)勞(lao)動關(guān)係咊(he)諧(xie)穩定(ding)。")
    other = Document.of("推动就业形势总体稳定。")
    found = compare(document, other, reference=True)
    assert take_all(document, found) == other.text
    assert sum(len(one.repairs) for one in found) > 2


def test_a_reference_is_right_whatever_is_sure():
    document, right = restore("由各街镇经办。"), restore("由各街镇協辦。")
    assert seen(document, right, reference=True) == [("经", "协", "words")]
    assert compare(document, right, reference=True)[0].verdict is Verdict.THEIRS
    assert compare(document, right)[0].verdict is Verdict.OPEN


def test_a_misread_clause_is_decided_on_as_a_whole():
    right = "第一条 为了保护劳动者的合法权益，制定本法。\n第二条 本法自公布之日起施行。\n"
    document = restore(right.encode("gbk").decode("latin-1"))
    other = right.replace("制定", "制订")
    (one,) = found = compare(document, Document.of(other), reference=True)
    assert len(one.text) > 1
    assert take_all(document, found) == other


@given(documents(), OTHERS)
def test_taking_all_of_a_reference_gives_the_reference(document, text):
    reference = Document.of(text)
    found = compare(document, reference, reference=True)
    taken = take_all(document, found)
    assert strip_layout(taken).text == strip_layout(text).text
    found = compare(document, reference, layout=True, reference=True)
    assert take_all(document, found) == text


@given(documents(), documents())
def test_places_are_in_order_and_say_what_stands_there(document, other):
    found = compare(document, other, layout=True)
    for one in found:
        assert document.text[one.start : one.end] == one.text
        assert one.other_text != one.text
    assert all(one.source_end <= following.source_start for one, following in pairwise(found))
    assert keep_all(document, found) == document.text


@pytest.mark.parametrize("kind", ["unlike", "repeated", "moved"])
def test_long_texts_that_share_little_end(kind):
    random = Random(1)
    hanzi = [char for char in "".join(SENTENCES) if char >= "\u4e00"]
    texts = {
        "unlike": ["".join(random.choices(hanzi, k=30_000)) for _ in range(2)],
        "repeated": ["天" * 30_000 + "地" * 30_000, "天" * 20_000 + "地" * 40_000],
        "moved": ["".join(random.sample(SENTENCES, len(SENTENCES))) * 8 for _ in range(2)],
    }[kind]
    document, other = map(Document.of, texts)
    found = compare(document, other, reference=True)
    assert take_all(document, found) == other.text
