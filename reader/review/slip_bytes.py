"""The code page of bytes read out of step, which a journal does not name.

The repair tells it: its text is what the bytes say in simplified characters. BAA3 A1A2 became 海、,
which GBK makes of them and Big5 does not.
"""

from __future__ import annotations

from dataclasses import replace

from reader.language.forms import form_table
from reader.text.evidence import CODECS, Argument, Bytes, Evidence

_CODE_PAGES = ("GBK", "Big5")
_ENOUGH = 16  # bytes; the engine shows no more


def with_code_page(evidence: Evidence, after: str) -> Evidence:
    """Return evidence whose bytes have the code page in which they say what became of them.

    Where no code page makes of them any of the characters in `after` it stays open.
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
    """Return how many of the characters that the bytes are in a code page became one of `after`."""
    read = data[:_ENOUGH].decode(CODECS[name], "ignore")
    return sum(char in after or _simplifies_to(char, after) for char in read)


def _simplifies_to(char: str, after: str) -> bool:
    return any(option.text in after for option in form_table().plans[char].options)
