"""Traditional text that a simplified text quotes or discusses: “發”和“髮”, 《說文解字》.

A spinner replaces single characters here and there. A quotation is traditional throughout: none of
its characters is simplified, while the text around it is.
"""

from __future__ import annotations

from functools import cache

from reader.language import characters, forms
from reader.language.hanzi import HANZI
from reader.text.lazy_pattern import lazy_pattern

_QUOTED = lazy_pattern(
    r"“([^“”\n]{1,200})”|‘([^‘’\n]{1,200})’|「([^「」\n]{1,200})」|『([^『』\n]{1,200})』"
    r'|《([^《》\n]{1,60})》|"([^"\n]{1,200})"|（([^（）\n]{1,60})）|\(([^()\n]{1,60})\)'
    r"|【([^【】\n]{1,20})】"
)
_HANZI = lazy_pattern(f"[{HANZI}]")
_SIMPLE_ENOUGH = 2  # simplified characters around quotations that show that a text is simplified


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


def find_meant(text: str) -> list[tuple[int, int]]:
    """Return the spans of quotations that a simplified text is about, or of single characters.

    A paragraph that is one quotation, as in a dialogue, is about none, nor is one that has such
    characters outside its quotations as well, if no quotation is a single one.
    """
    spans = find_quotations(text)
    if not spans:
        return []
    single = [(start, end) for start, end in spans if end - start == 1]
    pieces, at = [], 0
    for start, end in spans:
        pieces.append(text[at:start])
        at = end
    around = "".join(pieces) + text[at:]
    plain = not forms.find_foreign_forms(around) and count_simplified(around) >= _SIMPLE_ENOUGH
    return spans if plain or single else []


def find_quotations(text: str) -> list[tuple[int, int]]:
    """Return the spans inside quotation marks that are traditional throughout."""
    spans = []
    plans = forms.form_table().plans
    for found in _QUOTED.finditer(text):
        start, end = found.start() + 1, found.end() - 1
        inside = text[start:end]
        foreign = forms.find_foreign_forms(inside)
        # （弍） for （二） is a spinner's variant; “攷” may be what the text is about.
        bracketed = text[start - 1] in "（(【" and not all(plans[f].traditional for f in foreign)
        if foreign and not bracketed and not count_simplified(inside):
            spans.append((start, end))
    return spans
