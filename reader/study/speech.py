"""Reads Chinese sentences aloud through a program of the system: spd-say, or espeak-ng.

The text goes to standard input and nowhere else: of an argument that begins with "-" a program
would make an option. Neither program tells which word it has come to, so the sentence is the
smallest piece of which one knows that it is being spoken.
"""

from __future__ import annotations

import os
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from enum import Enum

from reader.study.errors import CannotSpeak, NoVoice
from reader.text.causes import Cause, cause_of

Check = Callable[[], None]
"""Called several times a second; what it raises (to stop) goes through."""

SLOWEST, FASTEST = 0.5, 2.0
_ASK_SECONDS = 8.0  # spd-say may have to start its server first
_LOOK_EVERY = 0.05  # seconds
_PATIENCE = 20.0  # seconds for a sentence, and for each of its characters:
_PER_CHARACTER = 1.5
_USUAL_SPEED = 160  # words a minute, as espeak-ng counts them
_KEPT_OUTPUT = 4000  # bytes of what a program complains about
_MANDARIN = re.compile(r"(?:cmn|zh)(?:[-_](?!yue|hk|mo|min|hak)\w+)*", re.I)
_SPD_ROW = re.compile(rf"\s*(\S.*?)\s+({_MANDARIN.pattern})\s+\S+\s*", re.I)
_BLANKS = re.compile(r"[\s\x00-\x1f\x7f\ud800-\udfff]+")


class Engine(Enum):
    """The programs that are known, the one to be asked first in front."""

    SPD_SAY = "spd-say"  # the speech service of the desktop, set up by the user
    ESPEAK = "espeak-ng"


@dataclass(frozen=True, slots=True)
class Voice:
    """A voice for Mandarin. `program` is the path of the program that has it."""

    engine: Engine
    program: str
    name: str
    language: str = ""


def find_programs(path: str | None = None) -> dict[Engine, str]:
    """Return the programs that are installed; `path` is as the variable PATH, None for that."""
    found = {engine: shutil.which(engine.value, path=path) for engine in Engine}
    return {engine: program for engine, program in found.items() if program}


def find_voice(programs: Mapping[Engine, str], check: Check | None = None) -> Voice:
    """Return a voice for Mandarin, asking the programs for theirs (some 10 ms, up to 8 s each).

    Raises NoVoice, which says what to install.
    """
    for engine in Engine:
        program = programs.get(engine)
        voice = _ask(engine, program, check) if program is not None else None
        if voice is not None:
            return voice
    raise NoVoice(has_program=bool(programs))


def speak(voice: Voice, text: str, *, rate: float = 1.0, check: Check | None = None) -> None:
    """Speak a sentence and return when that is done.

    `rate` is the speed, 1 for the usual one. When `check` raises, the program is ended with all
    that it started. Raises CannotSpeak.
    """
    said = _harmless(text)
    if not said:
        return
    rate = min(FASTEST, max(SLOWEST, rate))
    patience = _PATIENCE + _PER_CHARACTER * len(said)
    try:
        code, output = _run(_command(voice, rate), f"{said}\n".encode(), patience, check)
    except TimeoutError:
        _hush(voice)
        raise CannotSpeak(voice.engine.value, Cause("no_end")) from None
    except OSError as error:
        raise CannotSpeak(voice.engine.value, cause_of(error)) from error
    except BaseException:
        _hush(voice)
        raise
    complaint = _complaint(output)
    if code or complaint:
        cause = Cause("system", words=complaint) if complaint else Cause("ended", status=code)
        raise CannotSpeak(voice.engine.value, cause)


def _harmless(text: str) -> str:
    """Return a text as one line in which neither program finds orders.

    To espeak-ng [[...]] are sounds; to spd-say a line that begins with !-! is a command.
    """
    line = _BLANKS.sub(" ", text).strip()
    while "[[" in line:
        line = line.replace("[[", "[ [")
    return line.lstrip("!-") if line.startswith("!-!") else line


def _command(voice: Voice, rate: float) -> list[str]:
    if voice.engine is Engine.ESPEAK:
        speed = str(round(_USUAL_SPEED * rate))
        return [voice.program, "-v", voice.name, "-s", speed, "-b", "1", "--stdin"]
    # From -100 to 100, where 0 is the speed that the user has set for everything.
    speed = str(round(100 * (rate - 1)) if rate >= 1 else round(200 * (rate - 1)))
    named = [f"--language={voice.language}", f"--synthesis-voice={voice.name}"]
    return [voice.program, "--pipe-mode", "--wait", *named, f"--rate={speed}"]


def _ask(engine: Engine, program: str, check: Check | None) -> Voice | None:
    """Return a voice for Mandarin that a program has."""
    listing = "--voices=cmn" if engine is Engine.ESPEAK else "-L"
    try:
        code, output = _run([program, listing], b"", _ASK_SECONDS, check, is_listing=True)
    except OSError:
        return None
    if code:
        return None
    lines = output.decode("utf-8", "replace").splitlines()[1:]
    if engine is Engine.SPD_SAY:
        rows = (_SPD_ROW.fullmatch(line) for line in lines)
        return next((Voice(engine, program, row[1], row[2]) for row in rows if row), None)
    # Pty Language Age/Gender VoiceName File; a voice is chosen by its language.
    languages = (fields[1] for line in lines if len(fields := line.split()) > 3)
    name = next((one for one in languages if _MANDARIN.fullmatch(one)), None)
    return Voice(engine, program, name) if name is not None else None


def _run(
    command: list[str],
    text: bytes,
    patience: float,
    check: Check | None,
    *,
    is_listing: bool = False,
) -> tuple[int, bytes]:
    """Run a program; return its exit code and its output (a list) or what it complained about.

    Raises OSError, TimeoutError and what `check` raises; then nothing of it runs any more.
    """
    until = time.monotonic() + patience
    with tempfile.TemporaryFile() as output:
        process = subprocess.Popen(
            command,
            stdin=subprocess.PIPE,
            stdout=output if is_listing else subprocess.DEVNULL,
            stderr=subprocess.DEVNULL if is_listing else output,
            start_new_session=True,
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
        try:
            assert process.stdin is not None
            with suppress(BrokenPipeError):  # what it says of that is in its output
                process.stdin.write(text)
                process.stdin.flush()
            with suppress(BrokenPipeError):
                process.stdin.close()
            while process.poll() is None:
                if check is not None:
                    check()
                if time.monotonic() > until:
                    raise TimeoutError
                with suppress(subprocess.TimeoutExpired):
                    process.wait(_LOOK_EVERY)
        except BaseException:
            _end(process)
            raise
        output.seek(0)
        return process.returncode, output.read() if is_listing else output.read(_KEPT_OUTPUT)


def _end(process: subprocess.Popen[bytes]) -> None:
    """End a program with all that it started."""
    if (
        process.poll() is None
    ):  # the number of its group is its own as long as it was not waited for
        if sys.platform == "win32":
            process.kill()
        else:
            with suppress(ProcessLookupError, PermissionError):
                os.killpg(process.pid, signal.SIGKILL)
        process.wait()
    if process.stdin is not None:
        with suppress(OSError):
            process.stdin.close()


def _hush(voice: Voice) -> None:
    """Tell the server of spd-say to stop: it goes on when the program that asked has ended.

    Not by --stop, for which version 0.11.4 demands a value.
    """
    if voice.engine is Engine.SPD_SAY:
        with suppress(OSError):
            _run([voice.program, "-S"], b"", _ASK_SECONDS, None)


def _complaint(output: bytes) -> str:
    """Return why nothing was heard: without a sound card espeak-ng ends with 0 all the same."""
    lines = output.decode("utf-8", "replace").splitlines()
    errors = (line.partition("error:")[2].strip() for line in lines if line.startswith("error:"))
    return next(filter(None, errors), "")[:200]
