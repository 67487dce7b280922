"""What can be wrong with a file of rules, in words that tell the user what to do."""

from __future__ import annotations

from pathlib import Path

from reader.text.causes import Cause
from reader.text.errors import ReaderError


class RulesUnreadable(ReaderError):  # noqa: N818 - named by what happened, as the user reads it
    """A line is not TOML. Values: path, line (from 1), text (of the line)."""

    code = "rules_toml"

    def __init__(self, path: Path, line: int, text: str) -> None:
        super().__init__(path=path, line=line, text=text)


class RuleUnknown(ReaderError):  # noqa: N818
    """A word is none that rules have. Values: path, line, word, nearest (a word, or a list)."""

    code = "rules_unknown"

    def __init__(self, path: Path, line: int, word: str, nearest: str, known: str) -> None:
        if not nearest:
            self.message_id = "rules_unknown_of"
        super().__init__(path=path, line=line, word=word, nearest=nearest, known=known)


class RuleWrong(ReaderError):  # noqa: N818
    """A rule says nothing that could be done. Values: path, line, word, reason."""

    code = "rules_wrong"

    def __init__(self, path: Path, line: int, word: str, reason: Cause) -> None:
        super().__init__(path=path, line=line, word=word, reason=reason)


class RulesNotForFolder(ReaderError):  # noqa: N818
    """The rules of a folder may only be literal ones. Values: path, line, word."""

    code = "rules_not_for_folder"

    def __init__(self, path: Path, line: int, word: str) -> None:
        super().__init__(path=path, line=line, word=word)
