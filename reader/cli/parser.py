"""What commands are made of: a parser, and a line of the table of commands."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, NoReturn

from reader.text.streams import harmless, write

if TYPE_CHECKING:
    from _typeshed import SupportsWrite

DONE, FAILED, USAGE, STOPPED = 0, 1, 2, 130
"""The codes that a command may exit with."""


class Parser(argparse.ArgumentParser):
    """A parser that takes no abbreviations and keeps the lines of its texts."""

    def __init__(
        self, prog: str | None = None, description: str = "", epilog: str | None = None
    ) -> None:
        super().__init__(
            prog=prog,
            description=description,
            epilog=epilog,
            formatter_class=argparse.RawDescriptionHelpFormatter,
            allow_abbrev=False,
        )

    def print_help(self, file: SupportsWrite[str] | None = None) -> None:
        """Print the help; says so if nobody can read it. Raises OutputGone."""
        if file is not None:
            super().print_help(file)
        else:
            write(self.format_help())

    def error(self, message: str) -> NoReturn:
        """End with a usage error; an argument in it may hold control characters."""
        super().error(harmless(message))


@dataclass(frozen=True, slots=True)
class Command:
    """A command of `jingdu`.

    `synopsis` and `summary` stand in the help of `jingdu`, `description` and `epilog` in its own.
    `add` gives its parser its arguments; `run` does what they ask for and returns the exit code.
    """

    name: str
    synopsis: str
    summary: str
    description: str
    epilog: str
    add: Callable[[Parser], None]
    run: Callable[[Parser, argparse.Namespace], int]
