"""What the engine lets go of comes back when it is asked for."""

from reader import restore
from reader.codepages.double_byte import double_byte_table
from reader.repair.caches import forget

HALF = "，各地要结合实际抓好落实".encode("gbk")[1:-1]
OUT_OF_STEP = "会议指出，要把安全放在首位。" + HALF.decode("gbk", "replace")


def test_restored_alike_after_all_was_forgotten():
    before = restore(OUT_OF_STEP)
    assert double_byte_table.cache_info().currsize
    forget()
    assert not double_byte_table.cache_info().currsize
    after = restore(OUT_OF_STEP)
    assert after.text == before.text
    assert list(after.repairs) == list(before.repairs)
