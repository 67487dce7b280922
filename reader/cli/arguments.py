"""Arguments that several commands take, and how they are checked."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path

from reader.batch.job import RuleOptions
from reader.cli.parser import FAILED, Parser
from reader.export.table import Use, exports_for
from reader.formats.decode import is_encoding, offered_encodings
from reader.formats.table import describe_formats
from reader.review.journal_name import document_of
from reader.text.errors import ReaderError, UnknownEncoding
from reader.text.streams import say

FILE_HELP = f"{describe_formats()}; - is standard input"


def add_files(parser: Parser) -> None:
    """Let files and addresses be named."""
    parser.add_argument("files", nargs="*", metavar="FILE", help=FILE_HELP)
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


def add_format(parser: Parser, use: Use, default: str) -> None:
    """Let one of the exports of a use be chosen."""
    parser.add_argument(
        "--format", choices=tuple(exports_for(use)), default=default, help=f"default: {default}"
    )


def add_encoding(parser: Parser) -> None:
    """Let the encoding be named."""
    names = ", ".join(name for name, _ in offered_encodings())
    parser.add_argument(
        "--encoding",
        metavar="NAME",
        help=f"encoding of the files, instead of detecting it: {names}",
    )


def add_decisions(parser: Parser) -> None:
    """Let decisions be ignored."""
    parser.add_argument(
        "--no-decisions",
        dest="decisions",
        action="store_false",
        help="ignore decisions made in the window and saved in FILE.jingdu",
    )


def add_rules(parser: Parser) -> None:
    """Let rules of the user be named, or ignored."""
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


def rule_options(parser: Parser, options: argparse.Namespace) -> RuleOptions:
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


def check_files(parser: Parser, options: argparse.Namespace) -> None:
    """End with a usage error if there is nothing to read."""
    if not options.files and not options.url:
        parser.error("name a FILE, or an ADDRESS with --url")


def check_encoding(parser: Parser, encoding: str | None) -> str | None:
    """Return the encoding asked for; ends with a usage error if there is none of that name."""
    if encoding is not None and not is_encoding(encoding):
        parser.error(str(UnknownEncoding(encoding)))
    return encoding


def leave_out_journals(files: Sequence[str]) -> tuple[str, ...]:
    """Return the files without the journals of others among them, as a shell lists them for *."""
    named = [Path(name) for name in files]
    return tuple(
        name for name, path in zip(files, named, strict=True) if document_of(path) not in named
    )
