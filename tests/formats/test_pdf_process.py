"""A PDF is read in another process, which ends whatever the file holds."""

import subprocess
import sys
from pathlib import Path

import pytest

from reader import ReaderError, open_document
from reader.formats.open import read_text, text_of
from reader.formats.pdf_child import HEADER, End
from reader.formats.pdf_process import read_pages_apart
from reader.text.errors import BrokenFile, CannotRead, TakesTooLong, TooMuchInside
from tests.bench.corpus import SHARED
from tests.formats.making import PARAGRAPHS, pdf, set_as_page
from tests.formats.making_pdf import bomb, pages_of, show

ORDINARY = pdf([set_as_page(PARAGRAPHS)])
HOSTILE = sorted((SHARED / "hostile").glob("*.pdf"))
MUCH = 2**40  # bytes; no limit


def test_a_file_that_fills_the_memory_is_refused():
    with pytest.raises(TooMuchInside, match=r"bomb\.pdf contains more than any document needs"):
        text_of(bomb(), Path("bomb.pdf"))


def test_pages_beside_one_that_fills_the_memory_are_read():
    text, origin = text_of(bomb(good_pages=3), None)
    assert (
        text.split()
        == "".join(f"Page number {at} is a page like any other. " for at in range(3)).split()
    )
    assert origin.left_out == (("unreadable", 1),)


def test_a_file_that_takes_long_is_given_up():
    with pytest.raises(TakesTooLong):
        read_pages_apart(bomb(), None, seconds=0.4, memory=MUCH)


def test_more_pages_than_any_document_has_are_refused():
    kids = b" ".join([b"3 0 R"] * 20_001)
    data = pages_of([show(b"Hello")]).replace(b"[4 0 R]", b"[%s]" % kids)
    data = data.replace(b"/Count 1", b"/Count 20001")
    with pytest.raises(TooMuchInside):
        text_of(data, None)


class Cancelled(Exception):  # noqa: N818 - as that of the window
    pass


@pytest.mark.parametrize("error", [Cancelled, KeyboardInterrupt])
def test_what_is_not_wanted_any_more_ends_the_process(error, tmp_path):
    """The file alone would go on for a minute."""
    path = tmp_path / "bomb.pdf"
    path.write_bytes(bomb())
    asked = []

    def check():
        asked.append(1)
        if len(asked) > 2:
            raise error

    with pytest.raises(error):
        read_text(path, check=check)
    assert len(asked) == 3


def start_child():
    code = "from reader.formats.pdf_child import main; main()"
    return subprocess.Popen(
        [sys.executable, "-c", code], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    )


@pytest.mark.parametrize("data", [ORDINARY, bomb()], ids=["half a file", "bomb"])
def test_the_process_ends_with_the_program(data):
    """A program that is killed closes the pipe and does no more."""
    with start_child() as child:
        size = len(data) + (100 if data is ORDINARY else 0)
        child.stdin.write(HEADER.pack(size, MUCH, 60.0, 0) + data)
        child.stdin.close()
        assert child.wait(20) != 0


def test_the_process_reads_from_any_page_on():
    data = pages_of([show(b"First"), show(b"Second")])
    with start_child() as child:
        child.stdin.write(HEADER.pack(len(data), MUCH, 60.0, 1) + data)
        child.stdin.flush()
        lines = child.stdout.read().splitlines()
        assert child.wait(20) == End.DONE
    assert lines[0] == b"2"
    assert len(lines) == 2
    assert b"Second" in lines[1]


def test_a_process_that_cannot_be_started_is_said(monkeypatch, tmp_path):
    monkeypatch.setattr(sys, "executable", str(tmp_path / "no such program"))
    with pytest.raises(CannotRead, match=r"a\.pdf cannot be read"):
        text_of(ORDINARY, Path("a.pdf"))


@pytest.mark.parametrize(
    ("says", "error"),
    [
        ("", BrokenFile),
        ("raise SystemExit(3)", BrokenFile),
        ("print('1\\n[nonsense')", BrokenFile),
        ("print(1); print('not JSON')", BrokenFile),
        ("import os; os.abort()", TooMuchInside),
        ("import os; os.kill(os.getpid(), 9)", TooMuchInside),
        ("import os; os.kill(os.getpid(), 11)", BrokenFile),
        ("raise SystemExit(21)", ReaderError),
    ],
)
@pytest.mark.skipif(sys.platform == "win32", reason="needs a script that can be started")
def test_whatever_the_process_does_is_an_error_in_words(says, error, monkeypatch, tmp_path):
    script = tmp_path / "child"
    script.write_text(f"#!{sys.executable}\nimport resource\n"
                      f"resource.setrlimit(resource.RLIMIT_CORE, (0, 0))\n{says}\n")  # fmt: skip
    script.chmod(0o700)
    monkeypatch.setattr(sys, "executable", str(script))
    with pytest.raises(error):
        text_of(ORDINARY, None)


@pytest.mark.skipif(sys.platform == "win32", reason="needs a script that can be started")
def test_a_program_packed_into_one_file_starts_itself(monkeypatch, tmp_path):
    script = tmp_path / "jingdu"
    script.write_text(
        f"#!{sys.executable}\nimport sys\nsys.path[:] = {sys.path!r}\nsys.frozen = True\n"
        "from reader.__main__ import main\nsys.exit(main())\n"
    )
    script.chmod(0o700)
    monkeypatch.setattr(sys, "executable", str(script))
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert text_of(ORDINARY, None)[0].splitlines() == list(PARAGRAPHS)


def test_the_process_imports_neither_the_window_nor_the_engine():
    """It is started for each file, and what it imports is waited for."""
    code = (
        "import sys, reader.formats.pdf_child, reader.formats.pdf_pages\n"
        "print(*sorted(name for name in sys.modules if name.startswith(('reader.', 'PySide6'))))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split() == [
        "reader.formats", "reader.formats.pdf_child", "reader.formats.pdf_page",
        "reader.formats.pdf_pages",
    ]  # fmt: skip


@pytest.mark.skipif(not HOSTILE, reason="the files are not here")
@pytest.mark.parametrize("path", HOSTILE, ids=[path.stem for path in HOSTILE])
def test_files_made_to_break_a_reader_are_refused(path):
    with pytest.raises(ReaderError):
        open_document(path)


def test_nothing_is_said_on_the_streams_of_the_program(capfd):
    with pytest.raises(ReaderError):
        text_of(ORDINARY[:200], None)
    assert capfd.readouterr() == ("", "")


def test_what_the_program_takes_is_not_counted_against_the_file():
    filled = bytearray(700 * 2**20)
    for at in range(0, len(filled), 4096):  # so that all of it is really there
        filled[at] = 1
    text, _ = text_of(ORDINARY, None)
    assert text
