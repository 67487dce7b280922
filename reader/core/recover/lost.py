"""Places where bytes are gone for good: 锟斤拷, U+FFFD, 烫烫烫 and 屯屯屯 of memory dumps."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reader.core.align import Edit, Evidence
from reader.core.kinds import RepairKind

# U+FFFD twice in UTF-8 is EF BF BD EF BF BD, and that in GBK 锟斤拷.
_LOST = re.compile(r"(?:斤拷|拷)?(?:锟斤拷)+(?:锟斤|锟)?|\ufffd+|烫{3,}|屯{3,}")
MARKS = "锟烫屯\ufffd"


def find_lost(text: str, shift: int) -> Iterator[Edit]:
    """Yield a proposal a place that says so and offers nothing: the text stays as it is."""
    for found in _LOST.finditer(text):
        yield Edit(
            found.start() + shift,
            found.end() + shift,
            found[0],
            RepairKind.ENCODING,
            "encoding.lost",
            0.0,
            (Evidence("lost"),),
            (),
            False,
        )
