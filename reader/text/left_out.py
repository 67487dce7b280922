"""What a file holds besides its text: it is counted and said, so that nothing goes silently."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from reader.text.messages import LEFT_OUT


class LeftOut(NamedTuple):
    """Something of a file that is not in its text: how many, and what (a key of `LEFT_OUT`)."""

    what: str
    number: int


def list_left_out(counts: Mapping[str, int]) -> tuple[LeftOut, ...]:
    """Return what there is any of, in the order of `LEFT_OUT`. KeyError for what is not in it."""
    unknown = counts.keys() - LEFT_OUT.keys()
    if unknown:
        raise KeyError(*unknown)
    return tuple(LeftOut(what, counts[what]) for what in LEFT_OUT if counts.get(what))
