"""Damaged documents of all kinds, restored and decided on, to export."""

from __future__ import annotations

from functools import cache
from random import Random

from reader import Document, restore
from reader.review.decisions import Decision, apply_decisions
from reader.text.document import Origin
from reader.text.structure import BlockKind, StructureWriter
from tests.damage.sentences import SENTENCES
from tests.damage.styles import STYLES

COUNT = 50


@cache
def generated(number: int) -> Document:
    """Return the document of this number: every style, every second one with structure."""
    random = Random(number)
    style = sorted(STYLES)[number % len(STYLES)]
    lines = [STYLES[style](line, random).text for line in random.sample(SENTENCES, 12)]
    if number % 2:
        source, structure = _structured(lines, random)
        document = restore(source, origin=Origin(format="html", structure=structure))
    else:
        source = random.choice(("\n", "\r\n", "\n\n", "\r")).join(lines)
        document = restore(source + random.choice(("", "\n")))
    return apply_decisions(document, _decisions(document, random))


def _structured(lines: list[str], random: Random):
    writer = StructureWriter()
    for at, line in enumerate(lines):
        if at in (0, 4):
            writer.add(line, BlockKind.HEADING, 1 + at // 2)
        elif at in (5, 6):
            writer.add(line, BlockKind.ITEM, at - 4, ordered=random.random() < 0.3)
        elif at > 8:
            half = len(line) // 2
            writer.add_row([line[:half], line[half:]], head=at == 9)
        else:
            writer.add(line)
    return writer.result()


def _decisions(document: Document, random: Random):
    """Yield decisions of every sort: kept, typed, a line end put in or taken out."""
    for repair in random.sample(document.repairs, min(4, len(document.repairs))):
        text = random.choice((repair.before, "改", "", "一\n二", "甲\t乙"))
        yield Decision(repair.source_start, repair.source_end, text)
    ends = [at for at, char in enumerate(document.source) if char == "\n"]
    for at in random.sample(ends, min(2, len(ends))):
        yield Decision(at, at + 1, random.choice(("", "，", "\n\n")))
