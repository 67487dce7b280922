"""Memory that was needed for a while goes back to the system."""

import linecache
import subprocess
import sys
from pathlib import Path

import pytest

from reader.text.memory import give_back

PROGRAM = """
import threading
from reader.text.memory import give_back, spare
def resident():
    with open("/proc/self/statm") as memory:
        return int(memory.read().split()[1]) * 4096 // 2**20
spare()
def work():
    kept.append(bytearray(1000))
    held = [bytearray(100_000) for _ in range(1000)]
    kept.append(bytearray(1000))
kept = []
for _ in range(4):
    thread = threading.Thread(target=work)
    thread.start()
    thread.join()
give_back()
print(resident())
"""


@pytest.mark.skipif(not Path("/proc/self/statm").is_file(), reason="no /proc on this system")
def test_what_a_thread_has_freed_is_given_back():
    run = subprocess.run(
        [sys.executable, "-c", PROGRAM], capture_output=True, text=True, check=True
    )
    assert int(run.stdout) < 60  # 100 MB were in use


def test_sources_read_for_nobody_are_let_go():
    linecache.getlines(__file__)
    assert __file__ in linecache.cache
    give_back()
    assert __file__ not in linecache.cache
    assert linecache.getline(__file__, 1)  # whoever asks again gets them
