"""The command line. Needs no display, and never imports Qt."""

from __future__ import annotations

import argparse
import os
from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from reader.cli.arguments import FILE_HELP
from reader.cli.batch import BATCH
from reader.cli.clean import CLEAN
from reader.cli.compare import COMPARE
from reader.cli.explain import EXPLAIN
from reader.cli.open import OPEN
from reader.cli.parser import DONE, FAILED, STOPPED, USAGE, Parser
from reader.cli.pinyin import PINYIN
from reader.cli.rules import RULES
from reader.cli.words import WORDS
from reader.export.typeset import Typesetter, refuse_to_typeset
from reader.text.document import Origin
from reader.text.errors import ReaderError
from reader.text.resources import installed_version, resource_path
from reader.text.streams import OutputGone, read, say, use_utf8, write

if TYPE_CHECKING:
    from reader.batch.archive.opening import PageAddress

Show = Callable[[str | None, "tuple[str, Origin] | PageAddress | None"], int]

_COMMANDS = (CLEAN, EXPLAIN, COMPARE, PINYIN, WORDS, BATCH, OPEN, RULES)
_WINDOW = """\
examples:
  jingdu                       open the window
  jingdu report.txt            open a file in the window
  jingdu --sample              open the damaged sample that comes with Jingdu
  curl -s URL | jingdu -       open what arrives on standard input

commands (each has its own --help):
{commands}

Where there is no display, `jingdu FILE` prints the clean text.
"""
_HOW_TO_SEE = (
    "To see the window, run the same command in a desktop session, through `ssh -X`, "
    "or with DISPLAY set to a running X server."
)


def main(arguments: Sequence[str], show: Show, typeset: Typesetter = refuse_to_typeset) -> int:
    """Run the command line and return the exit code.

    `show(path, given)` opens the window with a file, with a text and how it was read or a page of
    an archive, or neither, and returns its code. `typeset` makes a PDF.
    """
    use_utf8()
    try:
        try:
            if arguments and arguments[0] in [command.name for command in _COMMANDS]:
                return _run_command(arguments, show, typeset)
            return _open_window(arguments, show)
        except SystemExit as stop:  # argparse has said what was wrong, or printed its help
            write("")
            return stop.code if isinstance(stop.code, int) else DONE
    except OutputGone as error:
        say(f"jingdu: {error}")
        return FAILED
    except KeyboardInterrupt:
        say("jingdu: stopped.")
        return STOPPED
    except MemoryError:
        say("jingdu: not enough memory for this. Split the file.")
        return FAILED


def _run_command(arguments: Sequence[str], show: Show, typeset: Typesetter) -> int:
    """Run `jingdu COMMAND ...`."""
    root = Parser("jingdu")
    commands = root.add_subparsers(dest="command")
    one = next(one for one in _COMMANDS if one.name == arguments[0])
    parser = commands.add_parser(one.name, description=one.description, epilog=one.epilog)
    one.add(parser)
    parser.set_defaults(parser=parser, typeset=typeset, show=partial(_show_page, show))
    options, unknown = root.parse_known_args(arguments)
    if unknown and hasattr(options, "files") and not any(one[:1] == "-" for one in unknown):
        options.files += unknown  # argparse takes none behind an option: a.txt -o out b.txt
        unknown = []
    _check_names(options)
    if unknown:  # said by the command and not by `jingdu`, whose usage would not help
        options.parser.error(f"unrecognized arguments: {' '.join(unknown)}")
    return one.run(options.parser, options)


def _check_names(options: argparse.Namespace) -> None:
    """End with a usage error if a name is empty: "$FOLDER" of a script that has not set it."""
    values = vars(options)
    for name in ("output", "report", "rules"):
        if values.get(name) == "":
            options.parser.error(f"argument --{name}: name a file")


def _open_window(arguments: Sequence[str], show: Show) -> int:
    """Run `jingdu [FILE]`; a file that is called as a command is named ./clean."""
    commands = "\n".join(
        f"  {f'jingdu {one.name} {one.synopsis}':<28} {one.summary}" for one in _COMMANDS
    )
    parser = Parser(
        "jingdu",
        "Read Chinese documents damaged by scrapers.",
        _WINDOW.format(commands=commands),
    )
    parser.add_argument("file", nargs="?", metavar="FILE", help=FILE_HELP)
    parser.add_argument("--sample", action="store_true", help="open the bundled sample")
    installed = installed_version("jingdu") or "(not installed)"
    parser.add_argument("--version", action="version", version=f"jingdu {installed}")
    options = parser.parse_args(arguments)
    if options.sample and options.file:
        parser.error("--sample and FILE cannot be used together")
    path: str | None = (
        str(resource_path("samples", "policy_damaged.txt")) if options.sample else options.file
    )
    from reader.display import has_display  # brings sockets, and no command asks

    if not has_display(os.environ):
        return _print_instead(path)
    if path == "-":
        from reader.formats.open import LARGEST, text_of  # the window is there before them

        try:
            return show(None, text_of(read(LARGEST), None))
        except ReaderError as error:
            say(f"jingdu: {error}")
            return FAILED
    return show(path, None)


def _show_page(show: Show, path: str | None, given: PageAddress) -> int:
    """Open the window with a page of an archive; without a display print its clean text."""
    from reader.display import has_display

    if has_display(os.environ):
        return show(path, given)
    from reader.batch.archive.opening import read_page
    from reader.repair.pipeline import restore

    try:
        text, origin = read_page(given)
    except ReaderError as error:
        say(f"jingdu: {error}")
        return FAILED
    write(restore(text, origin=origin).text)
    say("jingdu: no display found, so the clean text was printed.")
    say(_HOW_TO_SEE)
    return DONE


def _print_instead(path: str | None) -> int:
    """Print the clean text where there is no display to open a window on."""
    if path is None:
        say("jingdu: no display found, so no window can be opened.")
        say(_HOW_TO_SEE)
        say("Without a window: jingdu clean FILE, or jingdu clean --help")
        return USAGE
    from reader.batch.files import clean_files
    from reader.batch.job import Job

    if not clean_files(Job(files=(path,))):
        return FAILED
    say("jingdu: no display found, so the clean text was printed.")
    say(_HOW_TO_SEE)
    return DONE
