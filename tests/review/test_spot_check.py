import pytest

from reader import Document, RepairKind
from reader.review.spot_check import count_certain, draw_certain, upper_bound
from reader.text.align import Change
from reader.text.kinds import RepairState
from reader.text.repair import state_of

SURE = Change("庆", RepairKind.SCRIPT, "script.table", 0.99)
UNSURE = Change("庆", RepairKind.SCRIPT, "script.table", 0.8)


def spun(count, word="重慶"):
    changes = (SURE, UNSURE)
    rows = [(2 * n + 1, 2 * n + 2, changes[n % 2]) for n in range(2 * count)]
    return Document.of(word * 2 * count, rows)


def test_twenty_of_the_certain_repairs_are_drawn():
    document = spun(5000)
    found = draw_certain(document)
    assert len(found) == len({repair.id for repair in found}) == 20
    assert all(state_of(repair) is RepairState.CERTAIN for repair in found)
    assert [repair.id for repair in found] == sorted(repair.id for repair in found)
    assert count_certain(document) == 5000
    assert max(repair.id for repair in found) > 5000, "they are from all over the document"


def test_the_same_document_gives_the_same_draw_and_another_does_not():
    assert draw_certain(spun(500)) == draw_certain(spun(500))
    numbers = [repair.id for repair in draw_certain(spun(500))]
    assert numbers != [repair.id for repair in draw_certain(spun(500, "乙慶"))]


def test_each_repair_is_drawn_about_as_often():
    counts = [0] * 4
    for char in map(chr, range(0x4E00, 0x4E00 + 300)):
        for repair in draw_certain(spun(40, f"{char}慶")):
            counts[repair.id // 20] += 1
    assert all(abs(count - 1500) < 150 for count in counts)


@pytest.mark.parametrize("count", [0, 1, 20])
def test_of_few_all_are_drawn(count):
    assert len(draw_certain(spun(count))) == count


def test_the_bound_is_that_of_the_books():
    assert upper_bound(20, 0) == pytest.approx(1 - 0.05 ** (1 / 20))
    assert upper_bound(20, 0) == pytest.approx(0.139, abs=0.001)
    assert upper_bound(20, 1) == pytest.approx(0.216, abs=0.001)
    assert upper_bound(100, 2) == pytest.approx(0.0616, abs=0.001)
    assert upper_bound(20, 20) == 1
