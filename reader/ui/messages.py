"""A message for the user: a value that anything may send and only the message bar shows."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum

from reader.text.errors import ReaderError
from reader.ui.wording import error_text


class Tone(Enum):
    """How serious a message is."""

    INFO = "info"
    ERROR = "error"


@dataclass(frozen=True, slots=True)
class Message:
    """What happened and what to do; `button` offers to `do` it."""

    what: str
    advice: str = ""
    tone: Tone = Tone.INFO
    button: str = ""
    do: Callable[[], object] | None = None


def error_message(error: ReaderError) -> Message:
    """Return the message that says what went wrong."""
    return Message(*error_text(error), tone=Tone.ERROR)
