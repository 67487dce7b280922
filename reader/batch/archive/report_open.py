"""The command that opens a page in the window, to copy into a shell.

Names of pages are somebody else's text: a shell must take each for one word, and a terminal must
not obey what is in it.
"""

from __future__ import annotations

import os
import shlex
import subprocess
from collections.abc import Sequence

from reader.batch.archive.row import PageRow


def open_command(row: PageRow, options: Sequence[str] = ()) -> str:
    """Return the command that opens a page: the file itself, or the page of an archive.

    `options` are those of `jingdu open` without which the page is read otherwise.
    """
    path = file_of(row)
    if path:
        return join_words(["jingdu", _no_option(path)])
    words = ["jingdu", "open", *options, _no_option(row.source)]
    # No option may begin with a dash behind "--"; a page cannot be called otherwise.
    return join_words([*words, *(["--"] if row.page.startswith("-") else []), row.page])


def file_of(row: PageRow) -> str:
    """Return the path of a page that is a file of its own, empty if it is a part of another."""
    if row.source == row.page:
        return row.page
    try:
        is_folder = os.path.isdir(row.source)
    except ValueError:  # a NUL in the name
        is_folder = False
    return os.path.join(row.source, row.page) if is_folder else ""


def join_words(words: list[str]) -> str:
    """Return words as a command line of this system's shell."""
    if os.name == "nt":
        return subprocess.list2cmdline(words)
    return " ".join(map(_quote, words))


def _no_option(path: str) -> str:
    return f"./{path}" if path.startswith("-") else path


def _quote(word: str) -> str:
    if word.isprintable():
        return shlex.quote(word)
    # A line end in a name would run what stands behind it, an escape steer the terminal.
    return f"$'{''.join(map(_escape, word))}'"


def _escape(char: str) -> str:
    if char in "\\'":
        return f"\\{char}"
    if char.isprintable():
        return char
    if "\udc80" <= char <= "\udcff":  # a byte that was no UTF-8
        return f"\\x{ord(char) - 0xDC00:02x}"
    return "".join(f"\\x{byte:02x}" for byte in char.encode("utf-8", "surrogatepass"))
