"""Write resources/data/cns11643.txt: the characters of CNS 11643, which EUC-TW encodes.

    python resources/build/cns11643.py --unihan /usr/share/unicode

A line is a row of 94 cells: plane, row (33 to 126), the characters, U+FFFD for an empty cell; empty
cells at the end are left out. The hanzi of planes 1 to 7 are those of Unihan's kIRG_TSource. Unihan
has no symbols; the rows of symbols of plane 1 are written out here.
"""

from __future__ import annotations

import argparse
import re
from pathlib import Path

from sources import unihan

TARGET = Path(__file__).resolve().parents[1] / "data" / "cns11643.txt"
FIRST, LAST = 0x21, 0x7E
EMPTY = "\ufffd"
SOURCE = re.compile(r"T([1-7])-([0-9A-F]{2})([0-9A-F]{2})")


def letters(first: str, last: str) -> str:
    """Return the characters from one code point to another."""
    return "".join(map(chr, range(ord(first), ord(last) + 1)))


GREEK = letters("Α", "Ρ") + letters("Σ", "Ω") + letters("α", "ρ") + letters("σ", "ω")
# Rows 4 and 5 are one sequence in the standard.
FOURTH = (
    letters("０", "９") + letters("Ⅰ", "Ⅹ") + letters("〡", "〩") + "\ufffd卄\ufffd"
    + letters("Ａ", "Ｚ") + letters("ａ", "ｚ") + GREEK + letters("ㄅ", "ㄩ") + "˙ˉˊˇˋ"
)  # fmt: skip
SYMBOLS = (
    "\u3000，、。．‧；：？！︰…‥﹐﹑﹒·﹔﹕﹖﹗︱—︲–\ufffd\ufffd\ufffd\ufffd（）︵︶｛｝︷︸〔〕︹︺"
    "【】︻︼《》︽︾〈〉︿﹀「」﹁﹂『』﹃﹄﹙﹚﹛﹜﹝﹞‘’“”〝〞′‵＃＆＊※§〃○●△▲◎☆★◇◆□■▽▼",
    "㊣℅‾\ufffd＿\ufffd﹉﹊﹍﹎﹋﹌﹟﹠﹡＋－×÷±√＜＞＝≦≧≠∞≒≡﹢﹣﹤﹦﹥∼∩∪⊥∠∟⊿㏒㏑∫∮∵∴♀♂♁☉"
    "↑↓→←↖↗↙↘‖｜／＼∕﹨＄￥〒￠￡％＠℃℉﹩﹪﹫㏕㎜㎝㎞㏎㎡㎎㎏㏄°兙兛兞兝兡兣",
    "嗧瓩糎▁▂▃▄▅▆▇█▏▎▍▌▋▊▉┼┴┬┤├▔─│▕┌┐└┘╭╮╰╯═╞╪╡◢◣◥◤╱╲╳",
    FOURTH[:94],
    FOURTH[94:],
    letters("①", "⑩") + letters("⑴", "⑽") + letters("ⅰ", "ⅹ"),
)


def table(folder: Path) -> dict[tuple[int, int, int], str]:
    """Return the character of each plane, row and cell."""
    found = {
        (1, FIRST + number, FIRST + cell): char
        for number, row in enumerate(SYMBOLS)
        for cell, char in enumerate(row)
    }
    for char, source in unihan(folder, {"kIRG_TSource"})["kIRG_TSource"].items():
        known = SOURCE.fullmatch(source)
        if known is not None:
            found[int(known[1]), int(known[2], 16), int(known[3], 16)] = char
    return found


def main() -> None:
    """Write the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--unihan", type=Path, required=True, help="folder of Unihan_*.txt")
    found = table(parser.parse_args().unihan)
    lines = []
    for plane, row in sorted({key[:2] for key in found}):
        cells = [found.get((plane, row, cell), EMPTY) for cell in range(FIRST, LAST + 1)]
        lines.append(f"{plane}\t{row}\t{''.join(cells).rstrip(EMPTY)}\n")
    TARGET.write_text("".join(lines), "utf-8")


if __name__ == "__main__":
    main()
