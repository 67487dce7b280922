"""Traditional text that a simplified text quotes or discusses: “發”和“髮”, 《說文解字》.

A spinner replaces single characters here and there. A quotation is traditional throughout: none of
its characters is simplified, while the text around it is.
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
    """Tell if this character occurs only in simplified text: 说 and 国, but not 后, 里 or 人."""
    if not characters.standard_level(char):
        return False
    try:
        char.encode("big5")
    except UnicodeEncodeError:
        return True
    return False


def count_simplified(text: str) -> int:
    """Return how many characters of `text` occur only in simplified text."""
    return sum(map(is_simplified, _HANZI.findall(text)))


def find_quotations(text: str) -> list[tuple[int, int]]:
    """Return the spans inside quotation marks that are traditional throughout."""
    spans = []
    plans = forms.form_table().plans
    for found in _QUOTED.finditer(text):
        start, end = found.start() + 1, found.end() - 1
        inside = text[start:end]
        foreign = forms.find_foreign_forms(inside)
        # （弍） for （二） is a spinner's variant, not traditional text.
        if foreign and not count_simplified(inside) and all(plans[f].traditional for f in foreign):
            spans.append((start, end))
    return spans
