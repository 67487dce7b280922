"""Write resources/data/written_forms.txt: the forms in which a simplified character may be written.

    python resources/build/written_forms.py

Two lines of equal length: the characters, by code point, each as often as GBK has forms that it may
have been written in, and below each these forms. All of it follows from variants.tsv and the tables
of OpenCC, through `reader/language/forms.py`; run this after any of them has changed.
"""

from __future__ import annotations

from pathlib import Path

from reader.language.characters import all_forms
from reader.language.forms import form_table, simplify_characters

TARGET = Path(__file__).resolve().parents[1] / "data" / "written_forms.txt"


def make_text() -> str:
    """Return the text of the file."""
    plans = form_table().plans
    pairs = set()
    for form in all_forms():
        pairs.add((simplify_characters(form), form))
        pairs |= {(one.text, form) for one in plans[form].options if one.tier == "script"}
    kept = sorted(pair for pair in pairs if is_in_gbk(pair[1]))
    return "".join(f"{''.join(line)}\n" for line in zip(*kept, strict=True))


def is_in_gbk(char: str) -> bool:
    """Tell whether GBK has a character."""
    try:
        char.encode("gbk")
    except UnicodeEncodeError:
        return False
    return True


if __name__ == "__main__":
    TARGET.write_text(make_text(), "utf-8", newline="\n")
