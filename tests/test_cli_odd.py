"""Command lines that nobody means: each ends in a sentence and a code, and harms no file."""

import io
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from reader.cli import main as cli
from tests.command import CLEAN, DAMAGED, RESTORED, jingdu

pytestmark = pytest.mark.skipif(os.name != "posix", reason="names and devices of POSIX")
LONG = "n" * 300 + ".txt"
HALF = "\udcff"  # a byte of an argument that is no UTF-8
FILE_FAILS = [
    "loop", "nowhere", "folder", "folder/up", "", " ", ".", "/", "a\0b", LONG, f"{HALF}.txt",
    "none.txt", "empty.txt", "binary.txt", "page.txt/x", "~/page.txt", "/dev/zero", "/dev/full",
    "http://127.0.0.1:9/", "deep/" * 2000, "file:///etc/passwd", "*", "page.txt\n", "CON\x1b[0m",
]  # fmt: skip
OUTPUT_FAILS = [
    "loop", "hangs", "a\0b", LONG, f"none/{LONG}", "none/x.txt", "/dev/full", "/dev/null/x",
    "/proc/x/y", "", "page.txt/x", "deep/" * 2000 + "x",
]  # fmt: skip
ADDRESS_FAILS = [
    "", " ", "x", HALF, "http://", "http://[::1", "http://127.0.0.1:99999/", "file:///etc/passwd",
    "http://a\0b/", "http://u:p@127.0.0.1/", "http://127.0.0.1:9/" + HALF, "ftp://127.0.0.1/",
    "http://127.0.0.1:0/", "javascript:1", "http://" + "a" * 300 + "/",
]  # fmt: skip
USAGE = [
    ["clean"], ["explain"], ["compare"], ["compare", "page.txt"], ["pinyin"], ["rules"],
    ["rules", "check"], ["rules", "x", "y"], ["--nope"], ["--sample", "page.txt"], ["a", "b"],
    ["clean", "page.txt", "-o"], ["clean", "page.txt", "--format", "x"],
    ["clean", "page.txt", "--format", ""], ["clean", "page.txt", "--encoding", "x\0"],
    ["clean", "page.txt", "--encoding", ""], ["clean", "page.txt", "--encoding", HALF],
    ["clean", "page.txt", "--encoding", "hex"], ["clean", "page.txt", "--encoding", "idna"],
    ["clean", "page.txt", "--encoding", "undefined"], ["clean", "page.txt", "--encoding", "../x"],
    ["clean", "page.txt", "--rules", ""], ["clean", "page.txt", "--rules", "x", "--no-rules"],
    ["clean", "page.txt", "other.txt", "-o", "page.txt"], ["clean", "page.txt", "--report", ""],
    ["clean", "page.txt", "other.txt", "--format", "docx"], ["clean", "page.txt", "--out", "x"],
    ["clean", "page.txt", "--report", "page.txt"], ["clean", "-" * 300],
    ["clean", "page.txt", "-x"],
    ["clean", "page.txt", "-o", "x", "other.txt", "-y"], ["pinyin", "page.txt", "--style", "9"],
    ["pinyin", "page.txt", "--sandhi", ""], ["pinyin", "page.txt", "other.txt"],
    ["pinyin", "page.txt", "-o", ""], ["explain", "page.txt", "-o", "x"],
    ["compare", "page.txt", "other.txt", "third.txt"],
]  # fmt: skip
FAILS = [
    *(["clean", name] for name in FILE_FAILS if name),
    *(["explain", name] for name in FILE_FAILS if name),
    *(["pinyin", name] for name in FILE_FAILS if name),
    *(["compare", "page.txt", name] for name in FILE_FAILS if name),
    *(["rules", "check", name] for name in FILE_FAILS if name[:1] not in ("", "e")),
    *(
        ["clean", "page.txt", "--rules", name]
        for name in FILE_FAILS
        if name[:5] not in ("", "empty")
    ),
    *(["clean", "page.txt", "-o", name] for name in OUTPUT_FAILS if name),
    *(["clean", "page.txt", "other.txt", "-o", name] for name in ("loop", "hangs", "a\0b")),
    *(["clean", "page.txt", "--report", name] for name in (*OUTPUT_FAILS, "folder") if name),
    *(["pinyin", "page.txt", "-o", name] for name in (*OUTPUT_FAILS, "folder") if name),
    *(["clean", "--url", address] for address in ADDRESS_FAILS),
    ["clean", "page.txt", "none.txt"],
    ["clean", "page.txt", "other.txt", "-o", LONG],
    ["clean", "page.txt", "other.txt", "-o", "/dev/null"],
    ["rules", "check", "page.txt"],
    ["rules", "check", "binary.txt"],
]


class Streams:
    """Standard output and error of one command line that is run in this process."""

    def __init__(self, monkeypatch):
        self.out, self.err = io.BytesIO(), io.BytesIO()
        for name, data in (("stdout", self.out), ("stderr", self.err)):
            monkeypatch.setattr(sys, name, io.TextIOWrapper(data, "utf-8", write_through=True))


@pytest.fixture
def place(tmp_path, monkeypatch):
    """Return a folder with files, and links that lead nowhere, and go there."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    for name in ("page.txt", "other.txt"):
        (tmp_path / name).write_bytes(DAMAGED.encode())
    (tmp_path / "empty.txt").write_bytes(b"")
    (tmp_path / "binary.txt").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(400))
    (tmp_path / "folder").mkdir()
    (tmp_path / "loop").symlink_to("loop")
    (tmp_path / "nowhere").symlink_to("none/x")
    (tmp_path / "hangs").symlink_to("none/x")
    (tmp_path / "folder" / "up").symlink_to("..")
    return tmp_path


def run(arguments, streams):
    code = cli.main(arguments, lambda _path, _given: 0)
    return code, streams.out.getvalue().decode(), streams.err.getvalue().decode()


def files(folder):
    """Return what each file holds; half of a file would be one more, .jingdu-x.tmp."""
    return {
        path.relative_to(folder): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file() and "home" not in path.parts
    }


def show(arguments):
    return ascii(" ".join(arguments))[:60]


@pytest.mark.parametrize("arguments", FAILS, ids=show)
def test_what_fails_is_said_and_harms_nothing(arguments, place, monkeypatch):
    before = files(place)
    streams = Streams(monkeypatch)
    code, _, said = run(arguments, streams)
    assert code == 1
    assert said.startswith("jingdu: ")
    assert said.endswith((".\n", ". \n", "again.\n"))
    assert not any(words in said for words in ("Traceback", "Errno", "File exists", "Error:"))
    assert "\x1b" not in said
    assert files(place) == before


@pytest.mark.parametrize("arguments", USAGE, ids=show)
def test_wrong_usage_is_said_with_the_usage(arguments, place, monkeypatch, capfd):
    before = files(place)
    streams = Streams(monkeypatch)
    code, printed, said = run(arguments, streams)
    assert (code, printed) == (2, "")
    assert said.startswith("usage: jingdu")
    assert "error: " in said
    assert "Traceback" not in said
    assert files(place) == before


@pytest.mark.parametrize(
    "arguments",
    [
        ["clean", "page.txt", "-o", "out", "other.txt"],
        ["clean", "-o", "out", "page.txt", "other.txt"],
        ["clean", "page.txt", "other.txt", "-o", "out"],
        ["clean", "page.txt", "other.txt", "-o", "out/"],
        ["clean", "page.txt", "-o", "out", "--format", "text", "other.txt"],
    ],
    ids=show,
)
def test_an_option_may_stand_between_files(arguments, place, monkeypatch):
    assert run(arguments, Streams(monkeypatch))[0] == 0
    assert {one.name for one in (place / "out").iterdir()} == {"page.txt", "other.txt"}


@pytest.mark.parametrize("name", ["a\nb.txt", f"{HALF}.txt", "-x.txt", "a b.txt", "报告.txt"])
def test_any_name_that_a_file_can_have_is_read_and_written(name, place, monkeypatch):
    Path(name).write_bytes(DAMAGED.encode())
    assert run(["clean", "-o", f"to {name}", "--", name], Streams(monkeypatch))[0] == 0
    assert Path(f"to {name}").read_text("utf-8") == RESTORED


def test_a_file_may_be_replaced_by_its_own_result_at_once(place, monkeypatch):
    assert run(["clean", "page.txt", "-o", "page.txt"], Streams(monkeypatch))[0] == 0
    assert Path("page.txt").read_text("utf-8") == RESTORED


def test_one_file_under_three_names_gives_three_results(place, monkeypatch):
    Path("link.txt").symlink_to("page.txt")
    given = ["page.txt", "./page.txt", "link.txt"]
    assert run(["clean", *given, "-o", "out"], Streams(monkeypatch))[0] == 0
    assert len(list(Path("out").iterdir())) == 3


@pytest.mark.parametrize(
    "environment",
    [
        {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
        {"LC_ALL": "POSIX"},
        {"LC_ALL": "xx_XX.none", "PYTHONIOENCODING": "ascii"},
        {"HOME": "/dev/null"},
        {"HOME": "", "XDG_CONFIG_HOME": "/proc/x", "XDG_DATA_HOME": "/proc/y"},
        {"XDG_CONFIG_HOME": "/dev/null", "XDG_DATA_HOME": "/dev/null"},
        {"XDG_DATA_HOME": "relative", "TMPDIR": "/none"},
    ],
)
def test_no_locale_and_no_home_keep_a_text_from_being_read(environment, page):
    done = jingdu("clean", page, **environment)
    assert (done.returncode, done.stdout.decode()) == (0, RESTORED)
    assert b"Traceback" not in done.stderr


def test_standard_input_has_the_limit_of_a_file(tmp_path):
    """More than 512 MB are not read to their end, nor kept in memory twice."""
    endless = subprocess.Popen(["cat", "/dev/zero"], stdout=subprocess.PIPE)
    done = subprocess.run(
        [sys.executable, "-m", "reader", "clean", "-"],
        stdin=endless.stdout,
        capture_output=True,
        timeout=120,
    )
    endless.stdout.close()
    endless.wait()
    assert done.returncode == 1
    assert done.stderr.decode().startswith("jingdu: The input is 513 MB; at most 512 MB can be")


def test_help_that_cannot_be_printed_is_no_success():
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [sys.executable, "-m", "reader", "clean", "--help"],
            stdout=full,
            stderr=subprocess.PIPE,
            timeout=60,
        )
    assert done.returncode == 1
    assert done.stderr.decode() == "jingdu: the output cannot be written: the disk is full.\n"


def test_stopping_in_the_middle_leaves_no_half_of_a_file(tmp_path):
    big = tmp_path / "big.txt"
    big.write_text((DAMAGED + CLEAN) * 20_000, "utf-8")
    running = subprocess.Popen(
        [sys.executable, "-m", "reader", "clean", "big.txt", "-o", "out.txt"],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(Path(cli.__file__).parents[1])},
        stderr=subprocess.PIPE,
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.default_int_handler),
    )
    while not Path(f"/proc/{running.pid}/maps").exists() or not _has_begun(running.pid):
        assert running.poll() is None
    running.send_signal(signal.SIGINT)
    _, said = running.communicate(timeout=60)
    assert (running.returncode, said.decode()) == (130, "jingdu: stopped.\n")
    assert [one.name for one in tmp_path.iterdir()] == ["big.txt"]


def _has_begun(pid):
    """Tell whether a process has worked for long enough to be past its imports.

    Others may restore the text for it.
    """
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return int(fields[11]) > 0.6 * os.sysconf("SC_CLK_TCK")
