"""Write resources/data/likeliest.txt: what each form becomes where nothing is known of its context.

    python resources/build/likeliest.py

Three lines of equal length. The first holds the forms that become something else, by code point;
under each stands in the second what it becomes in a text that may be simplified (乾 and 著 stay),
in the third what it becomes in one that is known to be traditional. All of it follows from
variants.tsv, standard.tsv and the tables of OpenCC, through `reader/language/forms.py`; run this
after any of them has changed. It takes a second there, too, which a short text would wait for.
"""

from __future__ import annotations

from pathlib import Path

from reader.language.characters import known_forms
from reader.language.forms import FormPlans, find_likeliest

TARGET = Path(__file__).resolve().parents[1] / "data" / "likeliest.txt"


def make_text() -> str:
    """Return the text of the file."""
    plans = FormPlans.of_opencc()
    rows = ((form, *find_likeliest(plans, form)) for form in sorted(known_forms()))
    kept = [row for row in rows if row != (row[0],) * 3]
    return "".join(f"{''.join(line)}\n" for line in zip(*kept, strict=True))


if __name__ == "__main__":
    TARGET.write_text(make_text(), "utf-8", newline="\n")
