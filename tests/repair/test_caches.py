"""What the engine lets go of comes back when it is asked for."""

import subprocess
import sys
from pathlib import Path

import pytest

from reader import restore
from reader.codepages.double_byte import double_byte_table
from reader.codepages.encoding import encoding_of
from reader.repair.caches import forget

_MAPPINGS = Path("/proc/self/smaps")
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


def pages_of_model() -> int:
    """Return how many kB of the character model are in the memory of this process."""
    kilobytes, is_model = 0, False
    for line in _MAPPINGS.read_text().splitlines():
        first, *rest = line.split()
        if not first.endswith(":"):
            is_model = line.endswith("ngram.bin")
        elif is_model and first == "Rss:":
            kilobytes += int(rest[0])
    return kilobytes


@pytest.mark.skipif(not _MAPPINGS.is_file(), reason="no /proc on this system")
def test_pages_of_the_model_that_were_read_are_let_go():
    before = restore(OUT_OF_STEP)
    assert pages_of_model() > 100
    forget()
    assert pages_of_model() < 100
    assert restore(OUT_OF_STEP).text == before.text


_FIRST_SCREEN = """
import re
from reader.repair import caches
from reader.repair.pipeline import preview
from reader.text import lazy_pattern
from reader.text.resources import resource_path
for _ in caches.fill():
    pass
compile = re.compile
def count(pattern, flags=0):
    print(pattern[:40].encode("unicode_escape"))
    return compile(pattern, flags)
lazy_pattern.re.compile = count
text = resource_path("samples", "policy_damaged.txt").read_text("utf-8") * 30
preview(text, near=len(text) // 2)
"""


def test_first_screen_behind_a_start_page_compiles_no_pattern():
    """In a process of its own: those of this one are compiled."""
    command = [sys.executable, "-c", _FIRST_SCREEN]
    ended = subprocess.run(command, capture_output=True, text=True, check=True)
    assert ended.stdout == ""
