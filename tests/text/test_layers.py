from hypothesis import given
from hypothesis import strategies as st

from reader.text.align import Edit, apply_edits
from reader.text.kinds import RepairKind
from reader.text.layers import flatten


@st.composite
def edits_over(draw, length, least=0):
    """Draw sorted edits that do not overlap, over a text of so many characters."""
    edits = []
    at = 0
    while at + least <= length and len(edits) < 5 and draw(st.booleans()):
        start = draw(st.integers(at, length - least))
        end = draw(st.integers(start + least, min(length, start + 3)))
        after = draw(st.text("xyz", max_size=3))
        if start == end and not after:
            break
        kind = draw(st.sampled_from([RepairKind.ENCODING, RepairKind.DEBRIS]))
        edits.append(Edit(start, end, after, kind, "rule", 0.9, (), (), draw(st.booleans())))
        at = end + 1
    return edits


@given(st.data())
def test_one_layer_does_what_two_did(data):
    text = data.draw(st.text("abcdefgh", max_size=12))
    first = data.draw(edits_over(len(text), least=1))
    between, alignment = apply_edits(text, first)
    second = data.draw(edits_over(len(between)))
    wanted, _ = apply_edits(between, second)
    got, _ = apply_edits(text, flatten(first, alignment, between, second))
    assert got == wanted
