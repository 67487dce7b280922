"""Mechanism 5: toned glosses put in by a plain replace over GBK bytes (人事?tīng)幾h調解)."""

from __future__ import annotations

from typing import Literal

from tests.damage.damaged import Damaged, Source, cells_of, damaged
from tests.damage.gbk import regroup, units

Converter = Literal["eats", "keeps", "replacement", "drops"]
_LOST = {"eats": "?", "keeps": "?", "replacement": "\ufffd", "drops": ""}


def byte_glosses(source: Source, keys: dict[str, str], *, converter: Converter = "eats") -> Damaged:
    """Replace each key by key and gloss in the bytes, as `bytes.replace` does, and read them again.

    Aligned keys get their gloss; a key that stands across two characters tears them apart.
    `converter` says what becomes of the byte left alone before the parenthesis: a question mark
    that eats it, one that keeps it, U+FFFD, or nothing. Text that GBK cannot encode is not
    accepted (UnicodeEncodeError).
    """
    cells = cells_of(source)
    data = bytearray()
    owners: list[int] = []
    for index, cell in enumerate(cells):
        encoded = cell.text.encode("gbk")
        data += encoded
        owners += [index] * len(encoded)
    for key, gloss in keys.items():
        wanted, added = key.encode("gbk"), gloss.encode("gbk")
        at = data.find(wanted)
        while at >= 0:
            after = at + len(wanted)
            data[after:after] = added
            owners[after:after] = [owners[after - 1]] * len(added)
            at = data.find(wanted, after + len(added))
    read = list(units(bytes(data), lost=_LOST[converter], eats=converter == "eats"))
    regrouped = regroup(cells, owners, read, "gloss")
    return damaged(
        cell._replace(kinds=(*(kind for kind in cell.kinds if kind != "gloss"), "gloss_slip"))
        if "gloss" in cell.kinds and len(cell.truth) > 1
        else cell
        for cell in regrouped
    )
