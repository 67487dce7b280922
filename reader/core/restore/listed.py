"""Characters that a text shows as such, in lists and rows: 㐅、厵、猋、鱻 or 喆堃犇垚.

Spinners replace single characters among ordinary ones; where four stand by themselves the text is
about them.
"""

from __future__ import annotations

import re
from functools import cache

from reader.core.restore.forms import level_of
from reader.core.restore.hanzi import HANZI
from reader.language.characters import known_forms

_LIST = re.compile(rf"(?<![{HANZI}])[{HANZI}](?:[、，,；;/ \u3000][{HANZI}](?![{HANZI}])){{3,}}")


def listed(text: str) -> frozenset[int]:
    """Return the offsets of the characters that are listed one by one."""
    return frozenset(at for one in _LIST.finditer(text) for at in range(*one.span()))


def shown_as_such(base: str) -> frozenset[int]:
    """Return the offsets of what is listed, and of rare characters in a row."""
    rows = frozenset(at for row in _row().finditer(base) for at in range(*row.span()))
    return listed(base) | rows


@cache
def _row() -> re.Pattern[str]:
    """Return a pattern for four characters that may be forms and that nobody needs every day."""
    rare = "".join(sorted(char for char in known_forms() if level_of(char) not in (1, 2)))
    return re.compile(f"[{rare}]{{4,}}")
