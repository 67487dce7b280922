"""patch(1) makes the clean text of the source and a diff."""

import re
import shutil
import subprocess

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader import Document, RepairKind
from reader.export.diff import to_diff
from reader.export.material import Material
from reader.text.align import Change
from reader.text.files import encode_text
from tests.export.generated import COUNT, generated

_HUNK = re.compile(r"@@ -(\d+),(\d+) \+(\d+),(\d+) @@")


def applied(source, diff):
    """Apply a unified diff as its definition says, every context line checked."""
    old = source.split("\n")
    new, at = [], 0
    lines = diff.split("\n")[2:-1]
    number = 0
    while number < len(lines):
        start, count, _, written = map(int, _HUNK.fullmatch(lines[number]).groups())
        number += 1
        first = start - 1 if count else start
        new += old[at:first]
        at = first
        reads = writes = 0
        while number < len(lines) and not _HUNK.fullmatch(lines[number]):
            sign, text = lines[number][0], lines[number][1:]
            number += 1
            if sign == "\\":
                continue
            bare = number < len(lines) and lines[number].startswith("\\")
            if sign in " -":
                assert old[at] == text
                at += 1
                reads += 1
                if bare:
                    assert at == len(old)
            if sign in " +":
                new.append(text)
                writes += 1
                if bare:
                    new.append(None)  # no line end behind it
        assert (reads, writes) == (count, written)
    new += old[at:]
    text = "\n".join(line for line in new if line is not None)
    return text.removesuffix("\n") if None in new and new[-1] == "" else text


@pytest.mark.parametrize("number", range(0, COUNT, 2))
def test_patch_makes_the_clean_text(number, tmp_path):
    if shutil.which("patch") is None:
        pytest.skip("there is no patch(1) here")
    document = generated(number)
    path = tmp_path / "page.txt"
    path.write_bytes(encode_text(document.source))
    diff = encode_text(to_diff(Material(document)))
    command = ["patch", "--binary", "--no-backup-if-mismatch", "--fuzz=0", str(path)]
    run = subprocess.run(command, input=diff, capture_output=True, check=False)
    assert run.returncode == 0, run.stdout.decode() + run.stderr.decode()
    assert path.read_bytes() == encode_text(document.text)


LINES = st.lists(st.sampled_from(["重", "慶", "\n", "\n\n", "\r\n"]), max_size=12).map("".join)


@given(LINES, st.lists(st.tuples(LINES, LINES, LINES), max_size=4))
def test_any_repair_can_be_patched(first, rest):
    rows, source = [], first
    for before, after, between in rest:
        change = Change(after, RepairKind.DEBRIS, "x", 0.9)
        rows.append((len(source), len(source) + len(before), change))
        source += before + between
    document = Document.of(source, rows)
    diff = to_diff(Material(document))
    if document.text == source:
        assert diff == ""
    elif "No newline" not in diff:
        assert applied(source, diff) == document.text


def test_lines_that_do_not_change_stay_out():
    change = Change("庆", RepairKind.SCRIPT, "x", 0.9)
    source = "".join(f"{number}\n" for number in range(20)) + "慶\n" + "尾\n" * 20
    at = source.index("慶")
    diff = to_diff(Material(Document.of(source, [(at, at + 1, change)])))
    assert diff.splitlines()[2:] == [
        "@@ -18,7 +18,7 @@", " 17", " 18", " 19", "-慶", "+庆", " 尾", " 尾", " 尾",
    ]  # fmt: skip


def test_a_missing_line_end_is_said():
    change = Change("庆", RepairKind.SCRIPT, "x", 0.9)
    diff = to_diff(Material(Document.of("慶", [(0, 1, change)])))
    assert diff.splitlines()[3:] == [
        "-慶", "\\ No newline at end of file", "+庆", "\\ No newline at end of file",
    ]  # fmt: skip
