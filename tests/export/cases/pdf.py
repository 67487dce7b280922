from reader.export.material import Material
from reader.export.table import Use
from tests.export.cases import NOTHING, PAGE


def spell(pages):
    """Stand in for a typesetter: tell what it was given."""
    lines = [
        f"{line.kind.value} {line.level}: "
        + " | ".join("".join(f"{one.text}({one.gloss})" for one in cell) for cell in line.cells)
        for line in pages.lines
    ]
    words = [f"{one.word} {one.pinyin}: {one.meaning}" for one in pages.words]
    return "\n".join([pages.title, *lines, pages.words_title, *pages.words_heads, *words]).encode()


CASES = {
    "a page": (
        Use.WINDOW,
        Material(PAGE, "t & t", typeset=spell),
        ["t & t\n", "heading 1: 标题()", "Word list\nWord\nPinyin", "标题 biāotí: title"],
    ),
    "nothing": (Use.CLEAN, Material(NOTHING, typeset=spell), ["Jingdu\n", "Word list"]),
}
