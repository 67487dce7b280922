"""`jingdu pinyin`: the clean text with pinyin."""

from __future__ import annotations

import argparse
from pathlib import Path

from reader.batch.job import PinyinJob
from reader.cli.arguments import (
    add_decisions,
    add_encoding,
    add_rules,
    check_encoding,
    rule_options,
)
from reader.cli.parser import DONE, FAILED, Command, Parser
from reader.export.table import RUBY, Use, exports_for, pinyin_for
from reader.pinyin.options import ReadingOptions
from reader.pinyin.sandhi import Sandhi
from reader.pinyin.spelling import Style

_EPILOG = """\
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


def _add(parser: Parser) -> None:
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
    add_encoding(parser)
    add_decisions(parser)
    add_rules(parser)


def _run(parser: Parser, options: argparse.Namespace) -> int:
    from reader.batch.files import pronounce_file  # not needed to start the window

    job = PinyinJob(
        file=options.file,
        output=options.output,
        export=exports_for(Use.PINYIN)[options.format]
        if options.format
        else pinyin_for(Path(options.output or "").suffix),
        options=ReadingOptions(Style(options.style), Sandhi(options.sandhi), options.words),
        encoding=check_encoding(parser, options.encoding),
        decisions=options.decisions,
        rules=rule_options(parser, options),
        typeset=options.typeset,
    )
    return DONE if pronounce_file(job) else FAILED


PINYIN = Command(
    name="pinyin",
    synopsis="FILE",
    summary="print the clean text with pinyin",
    description="Print the clean text with pinyin.",
    epilog=_EPILOG,
    add=_add,
    run=_run,
)
