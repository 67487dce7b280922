"""`jingdu open`: one page of an archive in the window."""

from __future__ import annotations

import argparse

from reader.cli.arguments import add_encoding, check_encoding
from reader.cli.parser import Command, Parser

_EPILOG = """\
examples:
  jingdu open crawl.warc.gz https://example.org/a.html
  jingdu open pages.zip 2024/report.docx
  jingdu open news.jsonl.gz 'news.jsonl.gz#17' --column body

PAGE is the name of the page in the results of `jingdu batch`; the triage report shows the whole
command beside each page. To open a page that is a file of its own, use `jingdu FILE`.

Where there is no display, the clean text is printed.

exit codes: 0 done, 1 the page cannot be read, 2 wrong usage
"""


def _add(parser: Parser) -> None:
    parser.add_argument("source", metavar="SOURCE", help="an archive, a table or a crawl")
    parser.add_argument("page", metavar="PAGE", help="the name of the page in it")
    parser.add_argument(
        "--column", default="text", metavar="NAME", help="column with the text; default: text"
    )
    parser.add_argument(
        "--whole-page", action="store_true", help="all text of a web page, not only the main text"
    )
    add_encoding(parser)


def _run(parser: Parser, options: argparse.Namespace) -> int:
    from reader.batch.archive.opening import PageAddress

    address = PageAddress(
        options.source,
        options.page,
        options.column,
        check_encoding(parser, options.encoding),
        options.whole_page,
    )
    done: int = options.show(None, address)
    return done


OPEN = Command(
    name="open",
    synopsis="SOURCE PAGE",
    summary="open one page of an archive in the window",
    description="Open one page of an archive in the window.",
    epilog=_EPILOG,
    add=_add,
    run=_run,
)
