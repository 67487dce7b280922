"""The command line. Needs no display, and never imports Qt."""

from __future__ import annotations

import argparse
import os
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

from reader.batch.comparing import CompareJob, compare_files
from reader.batch.files import check_rule_files, clean_files, explain_files, pronounce_file
from reader.batch.job import Job, PinyinJob, RuleOptions
from reader.display import has_display
from reader.export.table import RUBY, TEXT, Use, exports_for, pinyin_for
from reader.export.typeset import Typesetter, refuse_to_typeset
from reader.formats.decode import is_encoding, offered_encodings
from reader.formats.open import LARGEST, text_of
from reader.formats.table import describe_formats
from reader.pinyin.options import ReadingOptions
from reader.pinyin.sandhi import Sandhi
from reader.pinyin.spelling import Style
from reader.review.journal_file import document_of
from reader.text.document import Origin
from reader.text.errors import ReaderError, UnknownEncoding
from reader.text.resources import installed_version, resource_path
from reader.text.streams import (
    OutputGone,
    harmless,
    is_terminal,
    read,
    say,
    use_utf8,
    write,
)

if TYPE_CHECKING:
    from _typeshed import SupportsWrite

Show = Callable[[str | None, tuple[str, Origin] | None], int]

DONE, FAILED, USAGE, STOPPED = 0, 1, 2, 130

_WINDOW = """\
examples:
  jingdu                       open the window
  jingdu report.txt            open a file in the window
  jingdu --sample              open the damaged sample that comes with Jingdu
  curl -s URL | jingdu -       open what arrives on standard input

commands that need no window (each has its own --help):
{commands}

Where there is no display, `jingdu FILE` prints the clean text.
"""
_CLEAN = """\
examples:
  jingdu clean page.txt                          print the clean text
  jingdu clean page.txt -o clean.txt             write it to a file
  jingdu clean *.txt -o cleaned                  write each into a folder
  jingdu clean page.txt --format html -o page.html
                                                 both texts side by side, repairs marked
  jingdu clean page.txt --format docx -o page.docx
                                                 a Word document, one tracked change per repair
  jingdu clean page.txt --format report -o report.html
                                                 counts, damage profile, reasons, spot check
  jingdu clean page.txt -o clean.txt --report repairs.txt
  jingdu clean page.html --format markdown       with headings, lists and tables
  jingdu clean --url https://example.org/a.html  fetch a page; nothing else uses the network
  curl -s URL | jingdu clean -                   from standard input

From a web page only the main text is taken; --whole-page takes everything. Decisions made in the
window (saved beside the file, in page.txt.jingdu) apply unless --no-decisions is given.
Output is UTF-8. With --format json, several files without -o give one line each.

A file named by -o or --report is overwritten. In a folder, each result is named after its file
(page.clean.txt beside the original page.txt); existing files are kept and reported as errors unless
--force is given. --report never overwrites an input or a result.

exit codes: 0 done, 1 some file failed (the others are done), 2 wrong usage
"""
_EXPLAIN = """\
Each repair is shown as
  line:column  kind  before → after  confidence
with its reasons below. A repair that is only proposed is not applied.

exit codes: 0 done, 1 some file failed (the others are done), 2 wrong usage
"""
_PINYIN = """\
examples:
  jingdu pinyin page.txt -o page.html              ruby above each character
  jingdu pinyin page.txt -o page.epub              an e-book with a word list
  jingdu pinyin page.txt -o page.docx              a Word document with phonetic guides
  jingdu pinyin page.txt --format glossed-html -o page.html    with a meaning under each word
  jingdu pinyin page.txt --format interlinear      two lines for the terminal
  jingdu pinyin page.txt --format brackets --words --style numbers
  jingdu pinyin page.txt --format json             with source and confidence of each reading

--words groups pinyin by word, as in GB/T 16159: rénmín, Xī'ān, Běijīng Shì.
--sandhi yibu writes 一 and 不 as they are spoken (yí gè, bú huì); full adds third tones (ní hǎo).

Put your own readings in readings.tsv beside the settings (on Linux in ~/.config/jingdu): on each
line a word, a tab, and one syllable per character, háng zhǎng or hang2 zhang3. What you set or
decided in the window for single places is saved beside the file, in page.txt.jingdu.

exit codes: 0 done, 1 the file failed, 2 wrong usage
"""
_RULES = """\
Your own rules say what is always replaced, never replaced, or left alone:

  protected = ["乾隆", "著者"]              # kept exactly as in the original
  glosses = ["(ma)", "了(liǎo)"]            # pinyin to keep, everywhere or after one character
  switched_off = ["spacing.between_hanzi"]  # rules, named as in --report page.json, or mechanisms
  [pairs]                                   # always
  "帐号" = "账号"
  "后" = { after = "後", context = "以后" }   # only within this text
  [exceptions]                              # never
  "喫" = "吃"
  [punctuation]
  quotes = "「」"                            # or “”; digits = "half-width", marks = "keep"

They are in rules.toml beside the settings (on Linux in ~/.config/jingdu) and apply to all
commands; --rules FILE adds others, --no-rules ignores them. A .jingdu.toml in a file's folder, or
in one above it, applies once you have trusted it in the window, or with --trust-folder-rules.

exit codes: 0 all files are valid, 1 some file has a mistake, 2 wrong usage
"""

_WORDS = """\
examples:
  jingdu words page.txt                            word, pinyin, level, count and meaning
  jingdu words page.txt --unknown --level 4        what you don't know above HSK 4
  jingdu words page.txt --format csv -o words.csv  a table for a spreadsheet
  jingdu words page.txt --format apkg -o page.apkg
                                                   cards for Anki; a second import updates them
  jingdu words page.txt --format tsv -o page.txt   the same as text, for Anki's import

Names of persons and places are left out, and words that rest only on unsure repairs, which a
learner should not memorize. --unknown leaves out the words that you marked as known or ignored in
the window. --level N leaves out words up to level N; words in no list of levels stay.

exit codes: 0 done, 1 the file failed, 2 wrong usage
"""

_COMPARE = """\
examples:
  jingdu compare page.txt other.txt                where two copies differ, which is more likely
  jingdu compare page.txt official.pdf --reference what still differs from a correct text
  jingdu compare page.txt other.txt --json         for other programs

Both are restored first. Each place is shown as
  line:column  type  ours | theirs  which is more likely
with the repairs on either side below. The type is words, passage (one of them has more text) or,
with --layout, layout (spaces, line breaks, full and half width).

exit codes: 0 done, even if they differ, 1 a file failed, 2 wrong usage
"""


class _Parser(argparse.ArgumentParser):
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
class _Command:
    """A command that needs no window.

    `synopsis` and `summary` stand in the help of `jingdu`, `description` and `epilog` in its own.
    `add` gives its parser its arguments; `run` does what they ask for and returns the exit code.
    """

    name: str
    synopsis: str
    summary: str
    description: str
    epilog: str
    add: Callable[[_Parser], None]
    run: Callable[[_Parser, argparse.Namespace], int]


def main(arguments: Sequence[str], show: Show, typeset: Typesetter = refuse_to_typeset) -> int:
    """Run the command line and return the exit code.

    `show(path, given)` opens the window with a file, with a text and how it was read, or neither,
    and returns its code. `typeset` makes a PDF.
    """
    use_utf8()
    try:
        try:
            if arguments and arguments[0] in [command.name for command in _COMMANDS]:
                return _run_command(arguments, typeset)
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


def _run_command(arguments: Sequence[str], typeset: Typesetter) -> int:
    """Run `jingdu COMMAND ...`."""
    root = _Parser("jingdu")
    commands = root.add_subparsers(dest="command")
    for one in _COMMANDS:
        parser = commands.add_parser(one.name, description=one.description, epilog=one.epilog)
        one.add(parser)
        parser.set_defaults(chosen=one, parser=parser, typeset=typeset)
    options, unknown = root.parse_known_args(arguments)
    if unknown and hasattr(options, "files") and not any(one[:1] == "-" for one in unknown):
        options.files += unknown  # argparse takes none behind an option: a.txt -o out b.txt
        unknown = []
    _check_names(options)
    if unknown:  # said by the command and not by `jingdu`, whose usage would not help
        options.parser.error(f"unrecognized arguments: {' '.join(unknown)}")
    command: _Command = options.chosen
    return command.run(options.parser, options)


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
    parser = _Parser(
        "jingdu",
        "Read Chinese documents damaged by scrapers.",
        _WINDOW.format(commands=commands),
    )
    parser.add_argument("file", nargs="?", metavar="FILE", help=_FILE_HELP)
    parser.add_argument("--sample", action="store_true", help="open the bundled sample")
    installed = installed_version("jingdu") or "(not installed)"
    parser.add_argument("--version", action="version", version=f"jingdu {installed}")
    options = parser.parse_args(arguments)
    if options.sample and options.file:
        parser.error("--sample and FILE cannot be used together")
    path: str | None = str(sample()) if options.sample else options.file
    if not has_display(os.environ):
        return _print_instead(path)
    if path == "-":
        try:
            return show(None, text_of(read(LARGEST), None))
        except ReaderError as error:
            say(f"jingdu: {error}")
            return FAILED
    return show(path, None)


def _print_instead(path: str | None) -> int:
    """Print the clean text where there is no display to open a window on."""
    if path is None:
        say("jingdu: no display found, so no window can be opened.")
        say(_HOW_TO_SEE)
        say("Without a window: jingdu clean FILE, or jingdu clean --help")
        return USAGE
    if not clean_files(Job(files=(path,))):
        return FAILED
    say("jingdu: no display found, so the clean text was printed.")
    say(_HOW_TO_SEE)
    return DONE


_HOW_TO_SEE = (
    "To see the window, run the same command in a desktop session, through `ssh -X`, "
    "or with DISPLAY set to a running X server."
)


def _add_clean(parser: _Parser) -> None:
    _add_files(parser)
    parser.add_argument(
        "-o", "--output", metavar="OUT", help="file to write; a folder if there are several files"
    )
    _add_format(parser, Use.CLEAN, TEXT.id)
    parser.add_argument(
        "--report",
        metavar="FILE",
        help="write the list of repairs to FILE (.html: the report; also .json, .csv)",
    )
    parser.add_argument(
        "--force", action="store_true", help="overwrite files that already exist in the folder OUT"
    )
    _add_encoding(parser)
    _add_decisions(parser)
    _add_rules(parser)


def _clean(parser: _Parser, options: argparse.Namespace) -> int:
    _check_files(parser, options)
    files, output = _leave_out_journals(options.files), options.output
    if output is not None and len(files) < len(options.files):
        output = f"{output.rstrip('/')}/"  # as several were named, it is a folder
    job = Job(
        files=files,
        addresses=tuple(options.url),
        whole_page=options.whole_page,
        decisions=options.decisions,
        output=output,
        export=exports_for(Use.CLEAN)[options.format],
        report=options.report,
        encoding=_check_encoding(parser, options.encoding),
        force=options.force,
        rules=_rule_options(parser, options),
        typeset=options.typeset,
    )
    if not job.export.can_follow and job.output is None and job.count > 1:
        parser.error(f"several files as {job.export.id} need -o FOLDER")
    if job.export.is_binary and job.output is None and is_terminal():
        parser.error(f"{job.export.id} is not text; name a file with -o, or redirect the output")
    if job.report is not None and job.count > 1 and job.report_export.join is None:
        parser.error(f"a report on several files cannot be a {job.report_export.ending} file")
    if job.output is not None and job.count > 1 and os.path.isfile(job.output):
        parser.error(f"several files need a folder, but {job.output} is a file")
    if clash := job.report_clash():
        parser.error(clash)
    return DONE if clean_files(job) else FAILED


def _add_explain(parser: _Parser) -> None:
    _add_files(parser)
    _add_encoding(parser)
    _add_decisions(parser)
    _add_rules(parser)


def _explain(parser: _Parser, options: argparse.Namespace) -> int:
    _check_files(parser, options)
    job = Job(
        files=_leave_out_journals(options.files),
        addresses=tuple(options.url),
        whole_page=options.whole_page,
        decisions=options.decisions,
        encoding=_check_encoding(parser, options.encoding),
        rules=_rule_options(parser, options),
    )
    return DONE if explain_files(job) else FAILED


def _add_pinyin(parser: _Parser) -> None:
    parser.add_argument("file", metavar="FILE", help="a text file; - is standard input")
    parser.add_argument("-o", "--output", metavar="OUT", help="file to write")
    parser.add_argument(
        "--format",
        choices=tuple(exports_for(Use.PINYIN)),
        help=f"default: epub and ruby-docx for OUT.epub and OUT.docx, else {RUBY.id}",
    )
    parser.add_argument(
        "--style", choices=[style.value for style in Style], default="marks", help="default: marks"
    )
    parser.add_argument(
        "--sandhi", choices=[mode.value for mode in Sandhi], default="off", help="default: off"
    )
    parser.add_argument("--words", action="store_true", help="group pinyin by word")
    _add_encoding(parser)
    _add_decisions(parser)
    _add_rules(parser)


def _pinyin(parser: _Parser, options: argparse.Namespace) -> int:
    job = PinyinJob(
        file=options.file,
        output=options.output,
        export=exports_for(Use.PINYIN)[options.format]
        if options.format
        else pinyin_for(Path(options.output or "").suffix),
        options=ReadingOptions(Style(options.style), Sandhi(options.sandhi), options.words),
        encoding=_check_encoding(parser, options.encoding),
        decisions=options.decisions,
        rules=_rule_options(parser, options),
        typeset=options.typeset,
    )
    return DONE if pronounce_file(job) else FAILED


def _add_words(parser: _Parser) -> None:
    parser.add_argument("file", metavar="FILE", help=_FILE_HELP)
    parser.add_argument("-o", "--output", metavar="OUT", help="file to write")
    parser.add_argument(
        "--format", choices=("text", "tsv", "apkg", "csv"), default="text", help="default: text"
    )
    parser.add_argument("--unknown", action="store_true", help="only words you don't know yet")
    parser.add_argument(
        "--level", type=int, default=0, metavar="N", help="only words above HSK level N"
    )
    parser.add_argument(
        "--list",
        choices=("hsk2", "hsk2021", "hsk2025"),
        default="hsk2025",
        help="list of HSK levels; default: hsk2025",
    )
    _add_encoding(parser)
    _add_decisions(parser)
    _add_rules(parser)


def _words(parser: _Parser, options: argparse.Namespace) -> int:
    from reader.batch.words import FORMATS, WordsJob, write_words  # few list words
    from reader.study.levels import LevelList

    levels = LevelList(options.list)
    if not 0 <= options.level <= levels.highest:
        parser.error(f"{levels.value} has levels 1 to {levels.highest}")
    job = WordsJob(
        file=options.file,
        output=options.output,
        format=FORMATS[options.format],
        unknown=options.unknown,
        above=options.level,
        levels=levels,
        encoding=_check_encoding(parser, options.encoding),
        decisions=options.decisions,
        rules=_rule_options(parser, options),
    )
    if job.format.is_binary and job.output is None and is_terminal():
        parser.error(f"{job.format.id} is not text; name a file with -o, or redirect the output")
    return DONE if write_words(job) else FAILED


def _add_check(parser: _Parser) -> None:
    parser.add_argument("what", choices=("check",), help="check for mistakes; changes nothing")
    parser.add_argument("files", nargs="+", metavar="FILE", help="a rules file")


def _check_rules(_parser: _Parser, options: argparse.Namespace) -> int:
    return DONE if check_rule_files(options.files) else FAILED


def _add_compare(parser: _Parser) -> None:
    parser.add_argument("file", metavar="PAGE", help="a document; - is standard input")
    parser.add_argument("other", metavar="OTHER", help="another copy of it")
    parser.add_argument("--reference", action="store_true", help="OTHER is correct")
    parser.add_argument("--layout", action="store_true", help="also list differences in layout")
    parser.add_argument("--json", action="store_true", help="print JSON")
    _add_encoding(parser)
    _add_decisions(parser)
    _add_rules(parser)


def _compare(parser: _Parser, options: argparse.Namespace) -> int:
    job = CompareJob(
        file=options.file,
        other=options.other,
        reference=options.reference,
        layout=options.layout,
        as_json=options.json,
        encoding=_check_encoding(parser, options.encoding),
        decisions=options.decisions,
        rules=_rule_options(parser, options),
    )
    return DONE if compare_files(job) else FAILED


_COMMANDS = (
    _Command(
        name="clean",
        synopsis="FILE...",
        summary="print or write the clean text",
        description="Print or write the clean text of files.",
        epilog=_CLEAN,
        add=_add_clean,
        run=_clean,
    ),
    _Command(
        name="explain",
        synopsis="FILE...",
        summary="list every repair with its reason",
        description="List every repair with its reason.",
        epilog=_EXPLAIN,
        add=_add_explain,
        run=_explain,
    ),
    _Command(
        name="compare",
        synopsis="PAGE OTHER",
        summary="list where two copies differ",
        description="List where two copies of a document differ.",
        epilog=_COMPARE,
        add=_add_compare,
        run=_compare,
    ),
    _Command(
        name="pinyin",
        synopsis="FILE",
        summary="print the clean text with pinyin",
        description="Print the clean text with pinyin.",
        epilog=_PINYIN,
        add=_add_pinyin,
        run=_pinyin,
    ),
    _Command(
        name="words",
        synopsis="FILE",
        summary="list the words to learn, or make Anki cards",
        description="List the words of a document, or export them as cards for Anki.",
        epilog=_WORDS,
        add=_add_words,
        run=_words,
    ),
    _Command(
        name="rules",
        synopsis="check FILE",
        summary="check a rules file for mistakes",
        description="Check rules files for mistakes, and say how many rules they contain.",
        epilog=_RULES,
        add=_add_check,
        run=_check_rules,
    ),
)


_FILE_HELP = f"{describe_formats()}; - is standard input"


def _add_files(parser: _Parser) -> None:
    parser.add_argument("files", nargs="*", metavar="FILE", help=_FILE_HELP)
    parser.add_argument(
        "--url",
        action="append",
        default=[],
        metavar="ADDRESS",
        help="fetch this page or file (http, https); may be given several times",
    )
    parser.add_argument(
        "--whole-page", action="store_true", help="all text of a web page, not only the main text"
    )


def _add_format(parser: _Parser, use: Use, default: str) -> None:
    parser.add_argument(
        "--format", choices=tuple(exports_for(use)), default=default, help=f"default: {default}"
    )


def _add_encoding(parser: _Parser) -> None:
    names = ", ".join(name for name, _ in offered_encodings())
    parser.add_argument(
        "--encoding",
        metavar="NAME",
        help=f"encoding of the files, instead of detecting it: {names}",
    )


def _add_decisions(parser: _Parser) -> None:
    parser.add_argument(
        "--no-decisions",
        dest="decisions",
        action="store_false",
        help="ignore decisions made in the window and saved in FILE.jingdu",
    )


def _add_rules(parser: _Parser) -> None:
    choice = parser.add_mutually_exclusive_group()
    choice.add_argument(
        "--rules", metavar="FILE", help="also apply the rules in this file; they override others"
    )
    choice.add_argument(
        "--no-rules", dest="hold", action="store_false", help="ignore all your own rules"
    )
    parser.add_argument(
        "--trust-folder-rules",
        action="store_true",
        help="apply the .jingdu.toml in a file's folder even if you have not trusted it",
    )


def _rule_options(parser: _Parser, options: argparse.Namespace) -> RuleOptions:
    """Return which rules hold; ends the program if the file that is named cannot be used."""
    if not options.hold:
        if options.trust_folder_rules:
            parser.error("--no-rules and --trust-folder-rules cannot be used together")
        return RuleOptions(hold=False)
    file = None if options.rules is None else Path(options.rules)
    if file is not None:
        from reader.review.rules.parse import load_rules  # few name a file of rules

        try:
            load_rules(file)
        except ReaderError as error:
            say(f"jingdu: {error}")
            raise SystemExit(FAILED) from error
    return RuleOptions(file=file, trust_folder=options.trust_folder_rules)


def _check_files(parser: _Parser, options: argparse.Namespace) -> None:
    """End with a usage error if there is nothing to read."""
    if not options.files and not options.url:
        parser.error("name a FILE, or an ADDRESS with --url")


def _check_encoding(parser: _Parser, encoding: str | None) -> str | None:
    """Return the encoding asked for; ends with a usage error if there is none of that name."""
    if encoding is not None and not is_encoding(encoding):
        parser.error(str(UnknownEncoding(encoding)))
    return encoding


def _leave_out_journals(files: Sequence[str]) -> tuple[str, ...]:
    """Return the files without the journals of others among them, as a shell lists them for *."""
    named = [Path(name) for name in files]
    return tuple(
        name for name, path in zip(files, named, strict=True) if document_of(path) not in named
    )


def sample() -> Path:
    """Return the damaged sample that comes with Jingdu. Raises FileNotFoundError."""
    return resource_path("samples", "policy_damaged.txt")
