"""Patterns for misread text: the quick look before them passes all that they find."""

import pytest

from reader.codepages.triggers import narrow_trigger, rare_run, utf8_as_gbk
from reader.codepages.views import narrow_views
from tests.damage.encodings import misread_with_loss


@pytest.mark.parametrize("view", narrow_views(), ids=lambda view: view.name)
def test_any_characters_of_a_narrow_view_are_seen(view):
    make = narrow_trigger.__wrapped__  # anew each time: once compiled, nothing else is asked
    strong = view.strong[0]
    missed = [
        char for char in view.alphabet if not make(view).search(strong + char + strong + char)
    ]
    assert not missed


@pytest.mark.parametrize("text", ["他(tā)说：“好——”……", "第1条（试行）", "Übung, façade"])
def test_marks_glosses_and_other_languages_are_not_misread(text):
    assert narrow_trigger().search(text) is None


def test_utf8_read_as_gbk_is_seen_wherever_it_begins():
    make = utf8_as_gbk.__wrapped__
    for text in ("劳动关系", "人民政府", "规划目标"):
        shown = misread_with_loss(text)
        assert make().search("的" * 20 + shown), shown
    assert make().search("的" * 200) is None


def test_rare_hanzi_close_together_are_seen():
    make = rare_run.__wrapped__
    assert make().search("這裏的髮際與傢具，鼠侗欸羲爛僅馱釬")
    assert make().search("勞動關係的協調發展") is None  # everyday ones in traditional script
