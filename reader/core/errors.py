"""What can go wrong when a document is read or written, said so that a user can act on it."""

from __future__ import annotations


class ReaderError(Exception):
    """A failure the user can do something about.

    `what` says what happened, `advice` what to do next, both in English; `code` is a stable id by
    which the window finds its translation, `args_` the values named in both sentences.
    """

    code = "error"

    def __init__(self, what: str, advice: str = "", **values: object) -> None:
        super().__init__(f"{what} {advice}".strip())
        self.what = what
        self.advice = advice
        self.values = values
