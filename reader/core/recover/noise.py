"""The noise by which forums spoil copied text: 处理。) A0 x& ^! M9" i责任 is 处理。责任."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from reader.core.align import Edit, Evidence
from reader.core.kinds import RepairKind
from reader.core.restore.hanzi import HANZI

_FULL = f"{HANZI}，。、；：？！“”‘’（）《》【】…—"
_RUN = re.compile(
    rf"(?:(?<=[{_FULL}])|^) ?[!-~]{{1,3}}(?: {{1,2}}[!-~]{{1,3}}){{3,30}} ?(?=[{_FULL}]|$)"
)
_SIGN = re.compile(r"[\"#$&'*+/:;<=>?@\\^_`{|}~!]")
_MARK = re.compile(r"[!-/:-@\[-`{-~]")
_LETTER = re.compile("[0-9A-Za-z]")
_HANZI = re.compile(f"[{HANZI}]")
_CLEAR = 2  # groups that no formula has, from which on a run is noise
_KNOWN = 2  # such runs in a document, from which on less is enough
_FEWEST = 4  # groups


def find_noise(lines: Iterable[tuple[int, str]]) -> Iterator[Edit]:
    """Yield the edits that delete noise; `lines` are (offset, text)."""
    runs: list[tuple[int, str, int, int]] = []
    for shift, line in lines:
        for found in _RUN.finditer(line):
            groups = found[0].split()
            odd = sum(map(_is_odd, groups))
            hanzi = len(_HANZI.findall(line))
            if len(groups) >= _FEWEST and hanzi >= 4 and _MARK.search(found[0]):
                runs.append((found.start() + shift, found[0], odd, len(groups)))
    clear = [run for run in runs if run[2] >= _CLEAR and run[2] * 4 >= run[3]]
    known = len(clear) >= _KNOWN
    for start, text, odd, number in runs:
        sure = odd >= _CLEAR and odd * 4 >= number
        if not (sure or known or odd):
            continue
        confidence = 0.95 if sure and (known or odd > _CLEAR) else 0.8 if sure or known else 0.4
        # The spaces around belong to the noise, not to the text.
        yield Edit(
            start,
            start + len(text),
            "",
            RepairKind.DEBRIS,
            "debris.noise",
            confidence,
            (Evidence("noise", (text.strip(),)),),
            (),
            confidence >= 0.5,
        )


def _is_odd(group: str) -> bool:
    """Tell whether a group is of a kind that no formula has: x&, M9", ^! but not x+, <=, a)."""
    signs = _SIGN.findall(group)
    if not signs:
        return False
    if group in (
        "<=",
        ">=",
        "==",
        "!=",
        "&&",
        "||",
        "->",
        "=>",
        "++",
        "--",
        "//",
        "::",
        ":=",
        "**",
    ):
        return False
    letters = _LETTER.search(group) is not None
    if letters and len(signs) == 1 and signs[0] in "*+/:;=!?'<>" and len(group) <= 3:
        return len(group) == 3 and signs[0] in "?;!" and group[-1] != signs[0]
    return letters or len(signs) > 1
