"""Write resources/data/forms.txt: the forms of variants.tsv, which are asked for in every text.

    python resources/build/forms.py

Two lines, each by code point: all forms; those of them that some source lists, without those
inferred from sound and shape. Run this after variants.tsv has changed.
"""

from __future__ import annotations

from pathlib import Path

DATA = Path(__file__).resolve().parents[1] / "data"
LISTED = ("script:", "variant:")


def make_text() -> str:
    """Return the text of the file."""
    rows = [line.split("\t") for line in (DATA / "variants.tsv").read_text("utf-8").splitlines()]
    forms = {form for form, *_ in rows}
    listed = {form for form, _, _, sources in rows if sources.startswith(LISTED)}
    return "".join(f"{''.join(sorted(chars))}\n" for chars in (forms, listed))


if __name__ == "__main__":
    (DATA / "forms.txt").write_text(make_text(), "utf-8", newline="\n")
