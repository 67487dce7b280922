"""`jingdu rules`: checks rules of the user."""

from __future__ import annotations

import argparse

from reader.cli.parser import DONE, FAILED, Command, Parser

_EPILOG = """\
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


def _add(parser: Parser) -> None:
    parser.add_argument("what", choices=("check",), help="check for mistakes; changes nothing")
    parser.add_argument("files", nargs="+", metavar="FILE", help="a rules file")


def _run(_parser: Parser, options: argparse.Namespace) -> int:
    from reader.batch.files import check_rule_files  # not needed to start the window

    return DONE if check_rule_files(options.files) else FAILED


RULES = Command(
    name="rules",
    synopsis="check FILE",
    summary="check a rules file for mistakes",
    description="Check rules files for mistakes, and say how many rules they contain.",
    epilog=_EPILOG,
    add=_add,
    run=_run,
)
