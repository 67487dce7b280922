"""`jingdu batch`: archives of pages, on all cores or on a cluster."""

from __future__ import annotations

import argparse
import re
import shlex
import sys

from reader.batch.archive.limits import MOST_CHARACTERS
from reader.cli.arguments import add_encoding, check_encoding, rule_options
from reader.cli.parser import DONE, FAILED, Command, Parser

_EPILOG = """\
examples:
  jingdu batch pages -o cleaned -j 4               a folder of documents, with four processes
  jingdu batch pages.zip -o pages.jsonl            one row per page: text, counts, damage
  jingdu batch crawl.warc.gz -o crawl.parquet --report report.html
  jingdu batch news.jsonl.gz --column body -o clean.jsonl.gz --repairs
  jingdu batch 's3://bucket/*.parquet' -o s3://bucket/clean.parquet/ --scheduler tcp://host:8786
  jingdu batch pages.csv -o clean.csv --resume     continue after an interruption
  jingdu batch crawl.warc.gz -o crawl.parquet --part 3/16    one of 16 shares, for a job array

SOURCE is a folder, a pattern in quotes, a .zip or .tar.gz of documents, a .jsonl, .csv or .parquet
table (.jsonl and .csv also as .gz or .zst), or a .warc crawl, from whose pages the main text is
taken. It may also be an address that fsspec understands, such as s3:// or hdfs://.

The ending of OUT decides what is written: .jsonl (.gz, .zst), .csv and .parquet are tables with one
row per page, which keep the columns of a source table; anything else is a folder of texts with the
tree of the source, and the rows are in OUT/_jingdu/pages.jsonl. With a slash at the end,
clean.parquet/ is a folder of parts. A page that fails or is over a limit has a row that says why.

The result is the same for any -j, with a cluster, and after --resume. Decisions made in the window
and folder rules do not apply; your own rules do.

exit codes: 0 done, 1 some page failed (the others are done), 2 wrong usage, 130 stopped
"""
_SHARE = re.compile("([0-9]{1,6})/([0-9]{1,6})")


def _add(parser: Parser) -> None:
    parser.add_argument(
        "files", nargs="+", metavar="SOURCE", help="a folder, an archive, a table or a crawl"
    )
    parser.add_argument(
        "-o", "--output", metavar="OUT", required=True, help="output file or folder"
    )
    parser.add_argument(
        "-j", "--jobs", type=int, default=1, metavar="N", help="number of processes; default: 1"
    )
    parser.add_argument(
        "--column", default="text", metavar="NAME", help="column with the text; default: text"
    )
    parser.add_argument(
        "--repairs", action="store_true", help="also write every repair, in a nested column"
    )
    parser.add_argument(
        "--report", metavar="FILE", help="write a triage report on all pages to FILE (.html)"
    )
    parser.add_argument(
        "--max-characters",
        type=int,
        default=MOST_CHARACTERS,
        metavar="N",
        help=f"set longer pages aside; default: {MOST_CHARACTERS:,}",
    )
    parser.add_argument(
        "--resume", action="store_true", help="continue where an earlier run was interrupted"
    )
    parser.add_argument("--force", action="store_true", help="replace an OUT that already exists")
    parser.add_argument(
        "--scheduler",
        default="",
        metavar="ADDRESS",
        help="use the Dask cluster of this scheduler; local: one on this machine with -j N workers",
    )
    parser.add_argument(
        "--part", metavar="I/N", help="clean only share I of N; all shares use the same OUT"
    )
    parser.add_argument(
        "--json-log", action="store_true", help="report progress on standard error as JSON lines"
    )
    parser.add_argument(
        "--whole-page", action="store_true", help="all text of a web page, not only the main text"
    )
    add_encoding(parser)
    choice = parser.add_mutually_exclusive_group()
    choice.add_argument(
        "--rules", metavar="FILE", help="also apply the rules in this file; they override others"
    )
    choice.add_argument(
        "--no-rules", dest="hold", action="store_false", help="ignore all your own rules"
    )
    parser.set_defaults(trust_folder_rules=False)


def _run(parser: Parser, options: argparse.Namespace) -> int:
    from reader.batch.archive.job import BatchJob  # not needed to start the window
    from reader.batch.archive.run import clean_archive

    if options.jobs < 1:
        parser.error("-j must be at least 1")
    if options.max_characters < 1:
        parser.error("--max-characters must be at least 1")
    if options.resume and options.force:
        parser.error("--resume and --force cannot be used together")
    share = _parse_share(parser, options.part)
    if share[1] > 1 and options.report:
        parser.error(
            "--report needs all shares; use it in the last run, which has --resume and no --part"
        )
    job = BatchJob(
        sources=tuple(options.files),
        output=options.output,
        processes=options.jobs,
        scheduler=options.scheduler,
        column=options.column,
        encoding=check_encoding(parser, options.encoding),
        whole_page=options.whole_page,
        report=options.report,
        resume=options.resume,
        force=options.force,
        share=share,
        details=options.repairs,
        most_characters=options.max_characters,
        rules=rule_options(parser, options),
        json_log=options.json_log,
        command=shlex.join(("jingdu", *sys.argv[1:])),
    )
    return DONE if clean_archive(job) else FAILED


def _parse_share(parser: Parser, text: str | None) -> tuple[int, int]:
    """Return which share is asked for, of how many; ends with a usage error if there is none."""
    if text is None:
        return 1, 1
    found = _SHARE.fullmatch(text)
    if not found or not 1 <= int(found[1]) <= int(found[2]):
        parser.error(f"--part {text}: name a share such as 1/4")
    return int(found[1]), int(found[2])


BATCH = Command(
    name="batch",
    synopsis="SOURCE -o OUT",
    summary="clean an archive of thousands or millions of pages",
    description="Clean an archive of pages, with several processes or on a Dask cluster.",
    epilog=_EPILOG,
    add=_add,
    run=_run,
)
