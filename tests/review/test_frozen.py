"""Frozen repairs make the same document again, without the engine."""

import json

import pytest
from hypothesis import given, settings

from reader import restore
from reader.review.decisions import apply_decisions, decision_for
from reader.review.frozen import freeze, thaw
from reader.review.packed import pack, unpack
from reader.text.document import Origin
from tests.review.test_decisions import DAMAGED, MOJIBAKE, SLIPPED, documents

ALIGNED = settings(deadline=None)
LONE = "重(chóng)庆是一座城市，位于中国西南部，人口众多。\n"


def freeze_and_thaw(document):
    return thaw(freeze(document), document.source, document.origin)


@pytest.mark.parametrize(
    "text", [SLIPPED, DAMAGED, MOJIBAKE, LONE, "我们。\n", "", "\ud800動(dòng)"]
)
def test_what_was_frozen_is_the_same_document(text):
    document = restore(text, origin=Origin(format="html"))
    thawed = freeze_and_thaw(document)
    assert (thawed.text, thawed.repairs) == (document.text, document.repairs)
    assert thawed.origin == document.origin
    for at in range(len(text)):
        assert thawed.clean_span(at, at + 1) == document.clean_span(at, at + 1)
    for at in range(len(document.text)):
        assert thawed.source_span(at, at + 1) == document.source_span(at, at + 1)


@ALIGNED
@given(documents())
def test_any_edits_can_be_frozen(document):
    thawed = freeze_and_thaw(document)
    assert (thawed.text, thawed.repairs) == (document.text, document.repairs)
    assert thawed.rebuild_source() == document.source


def test_decisions_read_the_same_on_what_was_frozen():
    document = restore(DAMAGED)
    decisions = [decision_for(repair, repair.before) for repair in document.repairs[::2]]
    assert (
        apply_decisions(freeze_and_thaw(document), decisions).text
        == apply_decisions(document, decisions).text
    )


@pytest.mark.parametrize(
    "harm",
    [
        lambda content: content.pop("which"),
        lambda content: content["starts"].append(3),
        lambda content: content["lengths"].__setitem__(0, -1),
        lambda content: content["starts"].__setitem__(0, 10**9),
        lambda content: content["changes"][0].__setitem__(0, "恶意"),
        lambda content: content["changes"][0].__setitem__(0, 7),
        lambda content: content["changes"][0].__setitem__(1, "no kind"),
        lambda content: content["changes"][0].__setitem__(3, float("nan")),
        lambda content: content["changes"][0].__setitem__(3, 2),
        lambda content: content["changes"][0].__setitem__(3, "0.5"),
        lambda content: content["parts"].__setitem__("0", [[1, 1], [1, 1]]),
        lambda content: content.__setitem__("which", [10**6] * len(content["which"])),
    ],
)
def test_damaged_repairs_are_refused(harm):
    document = restore(DAMAGED)
    content = json.loads(freeze(document))
    harm(content)
    with pytest.raises(ValueError, match=r"."):
        thaw(json.dumps(content), document.source, document.origin)


@pytest.mark.parametrize("text", ["[]", "3", "{}", "[" * 100_000, "no JSON"])
def test_what_is_no_frozen_document_is_refused(text):
    with pytest.raises(ValueError, match=r"."):
        thaw(text, "我们", Origin())


def test_repairs_of_another_text_are_refused():
    with pytest.raises(ValueError, match="do not make"):
        thaw(freeze(restore(DAMAGED)), DAMAGED.replace("作用", "著用"), Origin())


def test_a_packed_text_comes_back_and_a_bomb_does_not():
    text = "動(dòng)\ud800𠀀" * 50
    size = len(text.encode("utf-8", "surrogatepass"))
    assert unpack(pack(text), size) == text
    for packed, most in ((pack("0" * 10**7), 10**6), (pack(text)[:-8], size), ("é", 9), ("", 9)):
        with pytest.raises(ValueError, match=r"."):
            unpack(packed, most)
