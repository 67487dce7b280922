"""The command line. Needs no display, and never imports Qt."""

from __future__ import annotations

import argparse
import os
from collections.abc import Callable, Sequence
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import NoReturn

from reader.batch.files import clean_files, explain_files, pronounce_file
from reader.batch.job import Job, PinyinJob
from reader.display import has_display
from reader.export.pinyin import PINYIN_FORMATS
from reader.formats.decode import is_encoding, offered_encodings
from reader.formats.open import text_of
from reader.pinyin.options import ReadingOptions
from reader.pinyin.sandhi import Sandhi
from reader.pinyin.spelling import Style
from reader.review.journal_file import document_of
from reader.text.document import Origin
from reader.text.errors import ReaderError, UnknownEncoding
from reader.text.resources import resource_path
from reader.text.streams import OutputGone, harmless, read, say, use_utf8, write

Show = Callable[[str | None, tuple[str, Origin] | None], int]

DONE, FAILED, USAGE, STOPPED = 0, 1, 2, 130

_WINDOW = """\
examples:
  jingdu                       open the window
  jingdu report.txt            open a file in the window
  jingdu --sample              open the damaged sample that comes with Jingdu
  curl -s URL | jingdu -       open what arrives on standard input

commands that need no window (each has its own --help):
  jingdu clean FILE...         print or write the clean text
  jingdu explain FILE...       list every repair with its reason
  jingdu pinyin FILE           print the clean text with readings

Where there is no display, `jingdu FILE` prints the clean text.
"""
_CLEAN = """\
examples:
  jingdu clean page.txt                          print the clean text
  jingdu clean page.txt -o clean.txt             write it to a file
  jingdu clean *.txt -o cleaned                  write each into a folder
  jingdu clean page.txt --format html -o page.html
                                                 both texts side by side, repairs marked
  jingdu clean page.txt -o clean.txt --report repairs.txt
  jingdu clean page.html --format markdown       with headings, lists and tables
  jingdu clean --url https://example.org/a.html  fetch a page; nothing else uses the network
  curl -s URL | jingdu clean -                   from standard input

Of a page the main text is taken, all of it with --whole-page. What was decided in the window on a
file holds (it is saved beside it, in page.txt.jingdu), unless --no-decisions is given.
Output is UTF-8. With --format json, several files without -o make one line each.

A file that -o or --report names is replaced if it is there. In a folder, results take the names of
the files (page.clean.txt beside the original page.txt), and what is there already stays, with an
error, unless --force is given. --report never replaces an input or a result.

exit codes: 0 done, 1 some file failed (the others are done), 2 wrong usage
"""
_EXPLAIN = """\
Each repair is shown as
  line:column  kind  before → after  confidence
with its reasons below. What is only proposed changed nothing.

exit codes: 0 done, 1 some file failed (the others are done), 2 wrong usage
"""
_PINYIN = """\
examples:
  jingdu pinyin page.txt -o page.html              ruby above each character
  jingdu pinyin page.txt --format interlinear      two lines for the terminal
  jingdu pinyin page.txt --format brackets --words --style numbers
  jingdu pinyin page.txt --format json             with source and confidence of each reading

--words joins syllables by word as GB/T 16159 spells: rénmín, Xī'ān, Běijīng Shì.
--sandhi yibu writes 一 and 不 as they are said (yí gè, bú huì), full third tones, too (ní hǎo).

Readings of your own stand in readings.tsv beside the settings (on Linux in ~/.config/jingdu): on
each line a word, a tab, and one syllable a character, háng zhǎng or hang2 zhang3. What was set or
decided in the window for single places is saved beside the file, in page.txt.jingdu.

exit codes: 0 done, 1 the file failed, 2 wrong usage
"""


def main(arguments: Sequence[str], show: Show) -> int:
    """Run the command line and return the exit code.

    `show(path, given)` opens the window with a file, with a text and how it was read, or neither,
    and returns its code.
    """
    use_utf8()
    try:
        try:
            return _dispatch(list(arguments), show)
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
        say("jingdu: there is not enough memory for this. Split the file.")
        return FAILED


def _dispatch(arguments: list[str], show: Show) -> int:
    if arguments[:1] == ["clean"]:
        return _clean(arguments[1:])
    if arguments[:1] == ["explain"]:
        return _explain(arguments[1:])
    if arguments[:1] == ["pinyin"]:
        return _pinyin(arguments[1:])
    return _window(arguments, show)


def _window(arguments: list[str], show: Show) -> int:
    parser = _parser("jingdu", "Read Chinese documents that scrapers damaged.", _WINDOW)
    parser.add_argument("file", nargs="?", metavar="FILE", help=_FILE_HELP)
    parser.add_argument("--sample", action="store_true", help="open the bundled sample")
    parser.add_argument("--version", action="version", version=f"jingdu {_version()}")
    options = parser.parse_args(arguments)
    if options.sample and options.file:
        parser.error("--sample and FILE exclude each other")
    path: str | None = str(sample()) if options.sample else options.file
    if not has_display(os.environ):
        return _print_instead(path)
    if path == "-":
        try:
            return show(None, text_of(read(), None))
        except ReaderError as error:
            say(f"jingdu: {error}")
            return FAILED
    return show(path, None)


def _print_instead(path: str | None) -> int:
    """Print the clean text where there is no display to open a window on."""
    if path is None:
        say("jingdu: no display answers, so there is no window to open.")
        say(_HOW_TO_SEE)
        say("Without one: jingdu clean FILE, or jingdu clean --help")
        return USAGE
    if not clean_files(Job(files=(path,))):
        return FAILED
    say("jingdu: no display answers, so the clean text was printed.")
    say(_HOW_TO_SEE)
    return DONE


_HOW_TO_SEE = (
    "To see the window, run the same command in a desktop session, through `ssh -X`, "
    "or with DISPLAY set to a running X server."
)


def _clean(arguments: list[str]) -> int:
    parser = _parser("jingdu clean", "Print or write the clean text of files.", _CLEAN)
    _add_files(parser)
    parser.add_argument(
        "-o", "--output", metavar="OUT", help="file to write; a folder if there are several files"
    )
    parser.add_argument(
        "--format",
        choices=("text", "markdown", "json", "html"),
        default="text",
        help="default: text",
    )
    parser.add_argument(
        "--report", metavar="FILE", help="write the list of repairs there (.json: as JSON)"
    )
    parser.add_argument(
        "--force", action="store_true", help="replace files that the folder OUT holds already"
    )
    _add_encoding(parser)
    _add_decisions(parser)
    options = _parsed(parser, arguments)
    files, output = _documents(options.files), options.output
    if output is not None and len(files) < len(options.files):
        output = f"{output.rstrip('/')}/"  # as several were named, it is a folder
    job = Job(
        files=files,
        addresses=tuple(options.url),
        whole_page=options.whole_page,
        decisions=options.decisions,
        output=output,
        format=options.format,
        report=options.report,
        encoding=_checked(parser, options.encoding),
        force=options.force,
    )
    if job.format == "html" and job.output is None and job.count > 1:
        parser.error("several files as html need -o FOLDER")
    if job.output is not None and job.count > 1 and Path(job.output).is_file():
        parser.error(f"several files need a folder, but {job.output} is a file")
    if clash := job.report_clash():
        parser.error(clash)
    return DONE if clean_files(job) else FAILED


def _explain(arguments: list[str]) -> int:
    parser = _parser("jingdu explain", "List every repair with its reason.", _EXPLAIN)
    _add_files(parser)
    _add_encoding(parser)
    _add_decisions(parser)
    options = _parsed(parser, arguments)
    job = Job(
        files=_documents(options.files),
        addresses=tuple(options.url),
        whole_page=options.whole_page,
        decisions=options.decisions,
        encoding=_checked(parser, options.encoding),
    )
    return DONE if explain_files(job) else FAILED


def _pinyin(arguments: list[str]) -> int:
    parser = _parser("jingdu pinyin", "Print the clean text with readings.", _PINYIN)
    parser.add_argument("file", metavar="FILE", help="a text file; - is standard input")
    parser.add_argument("-o", "--output", metavar="OUT", help="file to write")
    parser.add_argument("--format", choices=PINYIN_FORMATS, default="ruby", help="default: ruby")
    parser.add_argument(
        "--style", choices=[style.value for style in Style], default="marks", help="default: marks"
    )
    parser.add_argument(
        "--sandhi", choices=[mode.value for mode in Sandhi], default="off", help="default: off"
    )
    parser.add_argument("--words", action="store_true", help="join syllables by word")
    _add_encoding(parser)
    _add_decisions(parser)
    options = parser.parse_args(arguments)
    job = PinyinJob(
        file=options.file,
        output=options.output,
        format=options.format,
        options=ReadingOptions(Style(options.style), Sandhi(options.sandhi), options.words),
        encoding=_checked(parser, options.encoding),
        decisions=options.decisions,
    )
    return DONE if pronounce_file(job) else FAILED


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        """End with a usage error; an argument in it may hold control characters."""
        super().error(harmless(message))


def _parser(name: str, description: str, epilog: str) -> argparse.ArgumentParser:
    return _Parser(
        prog=name,
        description=description,
        epilog=epilog,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )


_FILE_HELP = "a text, .html, .docx, .pdf, .epub or .rtf file; - is standard input"


def _add_files(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("files", nargs="*", metavar="FILE", help=_FILE_HELP)
    parser.add_argument(
        "--url",
        action="append",
        default=[],
        metavar="ADDRESS",
        help="fetch this page or file (http, https); may be given several times",
    )
    parser.add_argument(
        "--whole-page", action="store_true", help="all text of a page, not its main text alone"
    )


def _parsed(parser: argparse.ArgumentParser, arguments: list[str]) -> argparse.Namespace:
    """Return the options; ends with a usage error if there is nothing to read."""
    options = parser.parse_args(arguments)
    if not options.files and not options.url:
        parser.error("name a FILE, or an ADDRESS with --url")
    return options


def _add_encoding(parser: argparse.ArgumentParser) -> None:
    names = ", ".join(name for name, _ in offered_encodings())
    parser.add_argument(
        "--encoding", metavar="NAME", help=f"read the files so, instead of finding out: {names}"
    )


def _add_decisions(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--no-decisions",
        dest="decisions",
        action="store_false",
        help="leave out what was decided in the window and saved in FILE.jingdu",
    )


def _documents(files: Sequence[str]) -> tuple[str, ...]:
    """Return the files without the journals of others among them, as a shell lists them for *."""
    named = [Path(name) for name in files]
    return tuple(
        name for name, path in zip(files, named, strict=True) if document_of(path) not in named
    )


def _checked(parser: argparse.ArgumentParser, encoding: str | None) -> str | None:
    """Return the encoding asked for; ends with a usage error if there is none of that name."""
    if encoding is not None and not is_encoding(encoding):
        parser.error(str(UnknownEncoding(encoding)))
    return encoding


def sample() -> Path:
    """Return the damaged sample that comes with Jingdu. Raises FileNotFoundError."""
    return resource_path("samples", "policy_damaged.txt")


def _version() -> str:
    try:
        return version("jingdu")
    except PackageNotFoundError:  # run from a folder that was never installed
        return "(not installed)"
