"""`jingdu explain`: every repair with its reason."""

from __future__ import annotations

import argparse

from reader.batch.job import Job
from reader.cli.arguments import (
    add_decisions,
    add_encoding,
    add_files,
    add_rules,
    check_encoding,
    check_files,
    leave_out_journals,
    rule_options,
)
from reader.cli.parser import DONE, FAILED, Command, Parser

_EPILOG = """\
Each repair is shown as
  line:column  kind  before → after  confidence
with its reasons below. A repair that is only proposed is not applied.

exit codes: 0 done, 1 some file failed (the others are done), 2 wrong usage
"""


def _add(parser: Parser) -> None:
    add_files(parser)
    add_encoding(parser)
    add_decisions(parser)
    add_rules(parser)


def _run(parser: Parser, options: argparse.Namespace) -> int:
    from reader.batch.files import explain_files  # not needed to start the window

    check_files(parser, options)
    job = Job(
        files=leave_out_journals(options.files),
        addresses=tuple(options.url),
        whole_page=options.whole_page,
        decisions=options.decisions,
        encoding=check_encoding(parser, options.encoding),
        rules=rule_options(parser, options),
    )
    return DONE if explain_files(job) else FAILED


EXPLAIN = Command(
    name="explain",
    synopsis="FILE...",
    summary="list every repair with its reason",
    description="List every repair with its reason.",
    epilog=_EPILOG,
    add=_add,
    run=_run,
)
