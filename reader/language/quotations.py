"""Traditional text that a simplified one quotes or speaks about: “發”和“髮”, 《說文解字》.

A spinner replaces one character here and one there. What is quoted is traditional throughout: no
character of it has been simplified, while the text around it is.
"""

from __future__ import annotations

import re
from functools import cache

from reader.language import characters, forms
from reader.language.hanzi import HANZI

_QUOTED = re.compile(
    r"“([^“”\n]{1,200})”|‘([^‘’\n]{1,200})’|「([^「」\n]{1,200})」|『([^『』\n]{1,200})』"
    r'|《([^《》\n]{1,60})》|"([^"\n]{1,200})"|（([^（）\n]{1,60})）|\(([^()\n]{1,60})\)'
    r"|【([^【】\n]{1,20})】"
)
_HANZI = re.compile(f"[{HANZI}]")


@cache
def is_simplified(char: str) -> bool:
    """Tell if only simplified text has this character: 说 and 国, but not 后, 里 or 人."""
    if not characters.standard_level(char):
        return False
    try:
        char.encode("big5")
    except UnicodeEncodeError:
        return True
    return False


def count_simplified(text: str) -> int:
    """Return how many characters of `text` only simplified text has."""
    return sum(map(is_simplified, _HANZI.findall(text)))


def quotations(text: str) -> list[tuple[int, int]]:
    """Return the spans inside quotation marks that are traditional throughout."""
    spans = []
    plans = forms.table().plans
    for found in _QUOTED.finditer(text):
        start, end = found.start() + 1, found.end() - 1
        inside = text[start:end]
        foreign = forms.foreign_forms(inside)
        # （弍） for （二） is no traditional text: a spinner's variant.
        if foreign and not count_simplified(inside) and all(plans[f].traditional for f in foreign):
            spans.append((start, end))
    return spans
