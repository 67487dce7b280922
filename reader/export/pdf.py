"""Pages to print: pinyin above each word, meanings under it, and a list of the words, as PDF."""

from __future__ import annotations

from reader.export.html import blocks_of
from reader.export.material import Material
from reader.export.study_page import HEAD, TITLE, spans_of
from reader.export.study_words import StudyText
from reader.export.typeset import Typeset, TypesetLine


def to_pdf(material: Material, *, glosses: bool = False) -> bytes:
    """Return the clean text with pinyin by word, and a list of its words at the end.

    With `glosses` a short meaning stands under each word. Raises ReaderError where pages can't be
    set.
    """
    text = StudyText(material)
    spans, shapes = spans_of(material.document.text, blocks_of(material.document))
    words = text.words(spans, glosses=glosses)
    lines = [
        TypesetLine(block.kind, block.level, [next(words) for _ in range(count)])
        for block, count in shapes
    ]
    translate = material.translate
    return material.typeset(
        Typeset(
            material.page_title,
            lines,
            text.list_words(),
            translate("Exports", TITLE),
            [translate("Exports", name) for name in HEAD],
            lambda done, total: material.report(total, total),
        )
    )
