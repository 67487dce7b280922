"""`jingdu batch` as a user runs it."""

import json
import os
import signal
import subprocess
import sys
import time

import pytest

from tests.batch.archive import making
from tests.command import NO_DISPLAY, jingdu

ERRORS = (
    (["batch"], "SOURCE"),
    (["batch", "t.jsonl"], "--output"),
    (["batch", "t.jsonl", "-o", ""], "name a file"),
    (["batch", "t.jsonl", "-o", "o.jsonl", "-j", "0"], "at least 1"),
    (["batch", "t.jsonl", "-o", "o.jsonl", "--resume", "--force"], "cannot be used together"),
    (["batch", "t.jsonl", "-o", "o.jsonl", "--part", "3/2"], "name a share such as 1/4"),
    (["batch", "t.jsonl", "-o", "o.jsonl", "--part", "1/2", "--report", "r.html"], "all shares"),
    (["batch", "t.jsonl", "-o", "o.jsonl", "--encoding", "nonsense"], "nonsense"),
)


@pytest.mark.parametrize(("arguments", "said"), ERRORS)
def test_wrong_usage(tmp_path, arguments, said):
    run = jingdu(*arguments)
    assert run.returncode == 2
    assert said in run.stderr.decode()


def test_a_table_from_a_folder(tmp_path):
    source = making.folder(tmp_path / "src")
    run = jingdu("batch", source, "-o", tmp_path / "o.jsonl", "-j", 2)
    assert (run.returncode, run.stdout, run.stderr) == (0, b"", b"")
    rows = list(map(json.loads, (tmp_path / "o.jsonl").read_text("utf-8").splitlines()))
    assert [row["clean"] for row in rows] == list(making.RESTORED)
    again = jingdu("batch", source, "-o", tmp_path / "o.jsonl")
    assert again.returncode == 1
    assert "--force" in again.stderr.decode()
    assert jingdu("batch", source, "-o", tmp_path / "o.jsonl", "--force").returncode == 0
    assert jingdu("batch", source, "-o", tmp_path / "o.jsonl", "--resume").returncode == 0


def test_a_failed_page_is_told_by_the_exit_code(tmp_path):
    source = making.folder(tmp_path / "src", [making.SPUN, ""], ["a.txt", "b.txt"])
    run = jingdu("batch", source, "-o", tmp_path / "out")
    assert run.returncode == 1
    rows = tmp_path / "out" / "_jingdu" / "pages.jsonl"
    said = f'jingdu: 1 page could not be read; see "error" in {rows}.\n'
    assert run.stderr.decode() == said
    assert (tmp_path / "out" / "a.txt").read_text("utf-8") == making.RESTORED[0]


def test_every_repair_on_demand(tmp_path):
    source = making.jsonl(tmp_path / "t.jsonl")
    assert jingdu("batch", source, "-o", tmp_path / "o.jsonl", "--repairs").returncode == 0
    first = json.loads((tmp_path / "o.jsonl").read_text("utf-8").splitlines()[0])
    assert set(first["details"][0]) == {
        "kind", "rule", "before", "after", "start", "end", "confidence", "state",
    }  # fmt: skip


def test_own_rules_hold_and_may_be_ignored(tmp_path):
    source = making.jsonl(tmp_path / "t.jsonl", ["他的帐号是新的。"])
    rules = tmp_path / "my.toml"
    rules.write_text('[pairs]\n"帐号" = "账号"\n', "utf-8")
    for name, options in (("a", ("--rules", rules)), ("b", ("--no-rules",))):
        assert jingdu("batch", source, "-o", tmp_path / f"{name}.jsonl", *options).returncode == 0
    a, b = (json.loads((tmp_path / f"{name}.jsonl").read_text("utf-8")) for name in "ab")
    assert (a["clean"], b["clean"]) == ("他的账号是新的。", "他的帐号是新的。")


def test_programs_are_told_how_far_it_is(tmp_path):
    source = making.jsonl(tmp_path / "t.jsonl")
    run = jingdu("batch", source, "-o", tmp_path / "o.jsonl", "--json-log")
    lines = list(map(json.loads, run.stderr.decode().splitlines()))
    assert [line["event"] for line in lines] == ["begin", "part", "end"]
    assert lines[-1]["pages"] == 5
    assert lines[-1]["damage"] == dict.fromkeys(("clean", "spun", "lost", "slipped", "misread"), 1)
    assert lines[1]["seconds_left"] == 0


@pytest.mark.skipif(sys.platform == "win32", reason="signals and terminals")
def test_a_terminal_is_shown_a_bar_and_ctrl_c_ends_it(tmp_path):
    import fcntl
    import pty
    import struct
    import termios

    source = making.jsonl(tmp_path / "t.jsonl", [making.SPUN * 500] * 40)
    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 40, 160, 0, 0))
    run = subprocess.Popen(
        [sys.executable, "-m", "reader", "batch", source, "-o", tmp_path / "o.jsonl", "-j", "2"],
        stderr=theirs,
        env={name: value for name, value in os.environ.items() if name not in NO_DISPLAY},
    )
    os.close(theirs)
    until = time.monotonic() + 60
    while len(list(tmp_path.glob("o.jsonl.parts/part-*"))) < 1 and time.monotonic() < until:
        time.sleep(0.05)
    time.sleep(0.5)
    run.send_signal(signal.SIGINT)
    since = time.monotonic()
    shown = b""
    try:
        while piece := os.read(ours, 65536):
            shown += piece
    except OSError:
        pass  # the other side has closed
    assert run.wait(30) == 130
    assert time.monotonic() - since < 2
    os.close(ours)
    text = shown.decode("utf-8", "replace")
    assert "% |" in text
    assert "spun" in text
    assert "use --resume to continue." in text
    assert "jingdu: stopped." in text
    assert "Traceback" not in text
