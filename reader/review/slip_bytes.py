"""Finds the code page of bytes that were out of step, which the journal does not name.

The text of the repair shows it: BAA3 A1A2 became 海、, which are these bytes in GBK but not in
Big5, apart from being simplified.
"""

from __future__ import annotations

from dataclasses import replace

from reader.language.forms import form_table
from reader.text.evidence import CODECS, Argument, Bytes, Evidence

_CODE_PAGES = ("GBK", "Big5")
_ENOUGH = 16  # bytes; the evidence has no more


def with_code_page(evidence: Evidence, after: str) -> Evidence:
    """Return the evidence with the code page in which its bytes give `after`.

    If they give none of its characters in any code page, the evidence is returned unchanged.
    """
    chain = evidence.args[-1] if evidence.args else None
    if evidence.code not in ("slip_lost", "slip_phase") or not isinstance(chain, Bytes):
        return evidence
    fitting = {name: _count_fitting(chain.data, name, after) for name in _CODE_PAGES}
    best = max(fitting, key=fitting.__getitem__)
    if not fitting[best]:
        return evidence
    named: list[Argument] = [
        replace(one, encoding=best) if isinstance(one, Bytes) else one for one in evidence.args
    ]
    return Evidence(evidence.code, tuple(named))


def _count_fitting(data: bytes, name: str, after: str) -> int:
    """Return how many characters that the bytes give in a code page are in `after`."""
    read = data[:_ENOUGH].decode(CODECS[name], "ignore")
    return sum(char in after or _simplifies_to(char, after) for char in read)


def _simplifies_to(char: str, after: str) -> bool:
    return any(option.text in after for option in form_table().plans[char].options)
