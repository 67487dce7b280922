"""Clean paragraphs with question marks of all kinds: none of them is a slip."""

from __future__ import annotations

import re
from functools import cache
from random import Random

from tests.bench import corpus

_END = re.compile("[。；]")
_ADDRESSES = (
    "http://www.example.cn/list?id=12&page=3",
    "https://example.org/s?wd=劳动合同法",
    "详见 www.example.com/a?b=c。",
)
_WRITTEN = ("?", "？", "?!", "？！", "?！", "？!", "??", "……?", "？”", "?）")


@cache
def paragraphs(count: int = 20_000) -> tuple[str, ...]:
    """Return paragraphs of the laws whose sentences became questions, some with an address."""
    random = Random("questions")
    usable = [line for line in corpus.clean(count * 2) if _END.search(line)]
    made = []
    for line in usable[:count]:
        share = random.choice((0.2, 0.5, 1.0))
        mark = random.choice(_WRITTEN)

        def asked(end: re.Match[str], share: float = share, mark: str = mark) -> str:
            return mark if random.random() < share else end[0]

        line = _END.sub(asked, line)
        if "?" not in line and "？" not in line:
            line = _END.sub(mark, line, count=1) if _END.search(line) else line + mark
        if random.random() < 0.1:
            line += random.choice(_ADDRESSES)
        made.append(line)
    return tuple(made)
