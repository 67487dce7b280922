"""HTML character references left in a text, even if escaped twice: &nbsp; &#8220; &amp;lt;."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reader.repair.calibration import SHOWN, ratio_of
from reader.repair.lines import find_suspect_lines
from reader.repair.mechanism import Context, Layer, Stretch
from reader.repair.proposal import Proposal
from reader.repair.tags import speaks_of_markup
from reader.text.evidence import Characters, Evidence
from reader.text.kinds import RepairKind
from reader.text.lazy_pattern import lazy_pattern

_ENTITY = lazy_pattern(r"&(?:amp;)*((?:[A-Za-z]{2,8}|#\d{1,7}|#[xX][0-9A-Fa-f]{1,6});)")
_QUOTES = "“”‘’「」『』\"'`"
_CODED = ratio_of(0.95)
# Words next to an entity that the text is about: 空格写作&nbsp;, &lt;表示小于号.
_ENTITY_BEFORE = lazy_pattern(
    r"(?:编码|代码|字符|写[作成]|直接写|[要须]写|显示[为成]|转义[为成]|替换[为成]|编码[为成]|实体)\s?[“‘\"'「]?$"
)
_ENTITY_AFTER = lazy_pattern(
    r"[”’\"'」]?\s?(?:表示|代表|显示|即可|是(?:空格|[单双]?引号|[大小]于|破折))"
)


class Entities:
    """Entities in running text; those that the text is about are only shown."""

    name = "entities"
    kinds = frozenset((RepairKind.DEBRIS,))
    layer = Layer.PAGE

    def propose(self, stretch: Stretch, context: Context) -> Iterator[Proposal]:
        """Yield each entity that stands for one visible character or a space."""
        for shift, line in find_suspect_lines(stretch):
            if "&" in line:
                yield from _propose_entities(line, shift)


def _propose_entities(text: str, shift: int) -> Iterator[Proposal]:
    import html  # brings a table of all references, and few texts hold any

    spoken = speaks_of_markup(text) or any(
        _ENTITY_BEFORE.search(text[max(0, one.start() - 8) : one.start()])
        or _ENTITY_AFTER.match(text, one.end())
        for one in _ENTITY.finditer(text)
    )
    for entity in _ENTITY.finditer(text):
        char = html.unescape(f"&{entity[1]}")  # whether or not escaped again: &amp;nbsp;
        if len(char) != 1 or not (char.isprintable() or char == "\xa0"):
            continue
        if char == "\ufffd":  # &#0; names no character
            continue
        if not char.isspace() and _is_in_code(text, entity.start()):
            continue
        after = " " if char in "\xa0\u2002\u2003" else char
        yield Proposal(
            entity.start() + shift,
            entity.end() + shift,
            after,
            RepairKind.DEBRIS,
            "debris.entity",
            SHOWN if spoken or _is_quoted(text, entity) else _CODED,
            (Evidence("entity", (entity[0], Characters(after))),),
        )


def _is_quoted(text: str, entity: re.Match[str]) -> bool:
    """Tell whether nothing but an entity stands between quotation marks."""
    before, behind = (
        text[entity.start() - 1 : entity.start()],
        text[entity.end() : entity.end() + 1],
    )
    return before != "" and behind != "" and before in _QUOTES and behind in _QUOTES


def _is_in_code(text: str, at: int) -> bool:
    """Tell whether program code or a URL ends at `at`: a?x=1&lt;2."""
    start = at
    while start and at - start < 200 and "!" <= text[start - 1] <= "~":
        start -= 1
    return any(mark in text[start:at] for mark in "/?=<\"'")
