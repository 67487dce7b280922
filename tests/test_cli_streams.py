"""Streams, terminals and disks that the command line meets."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.command import CLEAN, DAMAGED, jingdu


def closed(stream, *arguments):
    """Run with a standard stream closed, as `jingdu ... >&-` in a shell."""
    return subprocess.run(
        ["sh", "-c", f'exec "$0" -m reader "$@" {stream}', sys.executable, *map(str, arguments)],
        capture_output=True,
        timeout=120,
    )


@pytest.mark.skipif(os.name != "posix", reason="needs a POSIX shell")
def test_closed_standard_streams_are_told(page, law):
    for arguments in (["clean", "-"], ["explain", "-"]):
        run = closed("<&-", *arguments)
        assert run.returncode == 1
        assert run.stderr.decode().startswith("jingdu: Standard input is closed.")
        assert run.stderr.count(b"\n") == 1
    run = closed(">&-", "clean", page)
    assert run.returncode == 1
    assert run.stderr.decode() == (
        "jingdu: the output cannot be written: standard output is closed.\n"
    )
    run = closed("2>&-", "clean", page.parent / "none.txt", law)
    assert (run.returncode, run.stdout.decode()) == (1, CLEAN)


def test_a_standard_input_that_cannot_be_read_is_told():
    with Path(os.devnull).open("wb") as unreadable:
        run = subprocess.run(
            [sys.executable, "-m", "reader", "clean", "-"],
            stdin=unreadable,
            capture_output=True,
            timeout=120,
        )
    assert run.returncode == 1
    assert run.stderr.decode().startswith("jingdu: Standard input cannot be read: ")


def test_a_name_does_not_steer_the_terminal(page, tmp_path):
    name = "a\x1b[31m\nb\u202e.txt"
    for arguments in (["clean", name], ["explain", name], ["clean", page, page, f"--{name}"]):
        message = jingdu(*arguments).stderr.decode()
        assert "a\\x1b[31m\\nb\\u202e.txt" in message
        assert "\x1b" not in message
    (tmp_path / name).write_bytes(DAMAGED.encode())
    listed = jingdu("explain", tmp_path / name, page).stdout.decode()
    assert "a\\x1b[31m\\nb\\u202e.txt:1:3" in listed
    assert "\x1b" not in listed


def test_no_command_imports_qt(page):
    code = (
        "import sys, reader.__main__ as start\n"
        "for arguments in (['clean', sys.argv[1]], ['explain', sys.argv[1]], ['--help']):\n"
        "    sys.argv[1:] = arguments\n"
        "    start.main()\n"
        "    sys.argv[1:] = [arguments[-1]]\n"
        "print([name for name in sys.modules if name.startswith(('PySide6', 'reader.ui'))])"
    )
    run = subprocess.run(
        [sys.executable, "-c", code, str(page)], capture_output=True, check=True, timeout=120
    )
    assert run.stdout.decode().splitlines()[-1] == "[]"


def test_an_output_that_cannot_be_written(law, page, tmp_path):
    run = jingdu("clean", page, "-o", tmp_path / "none" / "out.txt")
    assert run.returncode == 1
    assert "its folder does not exist" in run.stderr.decode()
    run = jingdu("clean", law, page, "-o", law)
    assert run.returncode == 2
    run = jingdu("clean", page, "--report", tmp_path)
    assert run.returncode == 1
    assert b"Traceback" not in run.stderr


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
def test_a_full_disk(law):
    with Path("/dev/full").open("wb") as full:
        run = subprocess.run(
            [sys.executable, "-m", "reader", "clean", str(law)],
            stdout=full,
            stderr=subprocess.PIPE,
            timeout=120,
        )
    assert run.returncode == 1
    assert run.stderr.decode().splitlines() == [
        "jingdu: the output cannot be written: the disk is full."
    ]


@pytest.mark.parametrize("unbuffered", ["", "1"])
def test_a_reader_of_the_output_that_goes_away(tmp_path, unbuffered):
    path = tmp_path / "long.txt"
    path.write_bytes((CLEAN * 10_000).encode())
    with subprocess.Popen(
        [sys.executable, "-m", "reader", "clean", str(path)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env={**os.environ, "PYTHONUNBUFFERED": unbuffered},
    ) as run:
        assert run.stdout is not None
        run.stdout.read(10)
        run.stdout.close()
        message = run.stderr.read().decode()
        assert run.wait(120) == 1
    assert message == "jingdu: the program reading the output has ended.\n"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs named pipes")
def test_an_interrupt_says_so_and_nothing_else(tmp_path):
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    command = [sys.executable, "-m", "reader", "clean", str(pipe)]
    with (
        subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as run,
        # Opening returns once the command has opened its end: it is at work then, and waits.
        pipe.open("wb"),
    ):
        run.send_signal(signal.SIGINT)
        _, message = run.communicate(timeout=120)
    assert run.returncode == 130
    assert message.decode() == "jingdu: stopped.\n"


@pytest.mark.skipif(sys.platform != "linux", reason="others measure otherwise")
def test_an_input_without_an_end_takes_no_more_than_the_limit():
    """The limit is half of what may be taken; pieces joined at the end would be another half."""
    script = (
        "import sys; from reader.cli.main import main; code = main(sys.argv[1:], None);"
        # Not getrusage: that counts what the program took that started this one.
        "peak = [line for line in open('/proc/self/status') if line.startswith('VmHWM')];"
        "print(peak[0].split()[1]); sys.exit(code)"
    )
    with open("/dev/zero", "rb") as endless:
        done = subprocess.run(
            [sys.executable, "-c", script, "clean", "-"], stdin=endless, capture_output=True,
            timeout=120,
        )  # fmt: skip
    assert done.returncode == 1
    assert b"at most 512 MB" in done.stderr
    assert int(done.stdout) < 800 * 1024  # kilobytes
