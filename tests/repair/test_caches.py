"""What the engine lets go of comes back when it is asked for."""

import pytest

from reader import restore
from reader.codepages.double_byte import double_byte_table
from reader.codepages.encoding import encoding_of
from reader.repair.caches import forget

HALF = "各地要结合实际抓好落实".encode("gbk")[1:-1]
MISREAD = "各地要结合实际抓好落实".encode().decode("gb18030", "replace")
OUT_OF_STEP = f"会议指出，要把安全放在首位。?{HALF.decode('gbk', 'replace')}?"


@pytest.mark.parametrize(
    ("damaged", "table"), [(OUT_OF_STEP, double_byte_table), (MISREAD, encoding_of)]
)
def test_restored_alike_after_all_was_forgotten(damaged, table):
    before = restore(damaged)
    assert table.cache_info().currsize
    forget()
    assert not table.cache_info().currsize
    after = restore(damaged)
    assert after.text == before.text
    assert list(after.repairs) == list(before.repairs)
