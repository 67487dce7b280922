"""`jingdu clean`: clean text, or anything else that is made of documents."""

from __future__ import annotations

import argparse
import os

from reader.batch.job import STANDARD_INPUT, Job
from reader.cli.arguments import (
    add_decisions,
    add_encoding,
    add_files,
    add_format,
    add_rules,
    check_encoding,
    check_files,
    leave_out_journals,
    rule_options,
)
from reader.cli.parser import DONE, FAILED, Command, Parser
from reader.export.table import TEXT, Use, exports_for
from reader.text.streams import is_terminal

_EPILOG = """\
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
  jingdu clean page.txt --witness other.txt      restore with the help of a second copy
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


def _add(parser: Parser) -> None:
    add_files(parser)
    parser.add_argument(
        "-o", "--output", metavar="OUT", help="file to write; a folder if there are several files"
    )
    add_format(parser, Use.CLEAN, TEXT.id)
    parser.add_argument(
        "--report",
        metavar="FILE",
        help="write the list of repairs to FILE (.html: the report; also .json, .csv)",
    )
    parser.add_argument(
        "--force", action="store_true", help="overwrite files that already exist in the folder OUT"
    )
    add_encoding(parser)
    parser.add_argument(
        "--witness",
        metavar="FILE",
        help="another copy of the text, used to restore what is damaged in this one",
    )
    add_decisions(parser)
    add_rules(parser)


def _run(parser: Parser, options: argparse.Namespace) -> int:
    from reader.batch.files import clean_files  # not needed to start the window

    check_files(parser, options)
    files, output = leave_out_journals(options.files), options.output
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
        encoding=check_encoding(parser, options.encoding),
        force=options.force,
        rules=rule_options(parser, options),
        witness=options.witness,
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
    if job.witness is not None and job.count > 1:
        parser.error("--witness is a copy of one text; name a single file")
    if job.witness == STANDARD_INPUT and STANDARD_INPUT in job.files:
        parser.error("the file and its witness cannot both be standard input")
    if clash := job.report_clash():
        parser.error(clash)
    return DONE if clean_files(job) else FAILED


CLEAN = Command(
    name="clean",
    synopsis="FILE...",
    summary="print or write the clean text",
    description="Print or write the clean text of files.",
    epilog=_EPILOG,
    add=_add,
    run=_run,
)
