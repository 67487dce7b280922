"""`jingdu words`: the words of a document, as a list or as cards."""

from __future__ import annotations

import argparse

from reader.cli.arguments import (
    FILE_HELP,
    add_decisions,
    add_encoding,
    add_rules,
    check_encoding,
    rule_options,
)
from reader.cli.parser import DONE, FAILED, Command, Parser
from reader.text.streams import is_terminal

_EPILOG = """\
examples:
  jingdu words page.txt                            word, pinyin, level, count and meaning
  jingdu words page.txt --unknown --level 4        what you don't know above HSK 4
  jingdu words page.txt --glossary terms.tsv       with your own meanings first
  jingdu words page.txt --format csv -o words.csv  a table for a spreadsheet
  jingdu words page.txt --format apkg -o page.apkg
                                                   cards for Anki; a second import updates them
  jingdu words page.txt --format tsv -o page.txt   the same as text, for Anki's import

Names of persons and places are left out, and words that rest only on unsure repairs, which a
learner should not memorize. --unknown leaves out the words that you marked as known or ignored in
the window. --level N leaves out words up to level N; words in no list of levels stay. A glossary
has a word, a tab and its meaning on each line, or lines as in CC-CEDICT.

exit codes: 0 done, 1 the file failed, 2 wrong usage
"""


def _add(parser: Parser) -> None:
    parser.add_argument("file", metavar="FILE", help=FILE_HELP)
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
    parser.add_argument(
        "--glossary",
        action="append",
        default=[],
        metavar="FILE",
        help="your own meanings, looked up first; may be given several times",
    )
    add_encoding(parser)
    add_decisions(parser)
    add_rules(parser)


def _run(parser: Parser, options: argparse.Namespace) -> int:
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
        glossaries=tuple(options.glossary),
        encoding=check_encoding(parser, options.encoding),
        decisions=options.decisions,
        rules=rule_options(parser, options),
    )
    if job.format.is_binary and job.output is None and is_terminal():
        parser.error(f"{job.format.id} is not text; name a file with -o, or redirect the output")
    return DONE if write_words(job) else FAILED


WORDS = Command(
    name="words",
    synopsis="FILE",
    summary="list the words to learn, or make Anki cards",
    description="List the words of a document, or export them as cards for Anki.",
    epilog=_EPILOG,
    add=_add,
    run=_run,
)
