"""`jingdu compare`: where two copies of a document differ."""

from __future__ import annotations

import argparse

from reader.cli.arguments import (
    add_decisions,
    add_encoding,
    add_rules,
    check_encoding,
    rule_options,
)
from reader.cli.parser import DONE, FAILED, Command, Parser

_EPILOG = """\
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


def _add(parser: Parser) -> None:
    parser.add_argument("file", metavar="PAGE", help="a document; - is standard input")
    parser.add_argument("other", metavar="OTHER", help="another copy of it")
    parser.add_argument("--reference", action="store_true", help="OTHER is correct")
    parser.add_argument("--layout", action="store_true", help="also list differences in layout")
    parser.add_argument("--json", action="store_true", help="print JSON")
    add_encoding(parser)
    add_decisions(parser)
    add_rules(parser)


def _run(parser: Parser, options: argparse.Namespace) -> int:
    from reader.batch.comparing import CompareJob, compare_files  # not needed to start the window

    job = CompareJob(
        file=options.file,
        other=options.other,
        reference=options.reference,
        layout=options.layout,
        as_json=options.json,
        encoding=check_encoding(parser, options.encoding),
        decisions=options.decisions,
        rules=rule_options(parser, options),
    )
    return DONE if compare_files(job) else FAILED


COMPARE = Command(
    name="compare",
    synopsis="PAGE OTHER",
    summary="list where two copies differ",
    description="List where two copies of a document differ.",
    epilog=_EPILOG,
    add=_add,
    run=_run,
)
