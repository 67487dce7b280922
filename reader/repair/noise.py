"""The noise that forums add to copied text: 处理。) A0 x& ^! M9" i责任 is 处理。责任."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from reader.language.hanzi import HANZI
from reader.repair.calibration import SHOWN, ratio_of
from reader.repair.lines import find_suspect_lines
from reader.repair.mechanism import Context, Layer, Stretch
from reader.repair.proposal import Proposal
from reader.text.evidence import Evidence
from reader.text.kinds import RepairKind
from reader.text.lazy_pattern import lazy_pattern

_FULL = f"{HANZI}，。、；：？！“”‘’（）《》【】…—"
_RUN = lazy_pattern(
    rf"(?:(?<=[{_FULL}])|^) ?[!-~]{{1,3}}(?: {{1,2}}[!-~]{{1,3}}){{3,30}} ?(?=[{_FULL}]|$)"
)
_SIGN = lazy_pattern(r"[\"#$&'*+/:;<=>?@\\^_`{|}~!]")
_MARK = lazy_pattern(r"[!-/:-@\[-`{-~]")
_LETTER = lazy_pattern("[0-9A-Za-z]")
_HANZI = lazy_pattern(f"[{HANZI}]")
_SPOKEN_OF = lazy_pattern("密码|口令|密钥|字符|符号|乱码|按键|键盘|正则")  # 密码为 x& ^! M9"
_NEAR = 12  # characters before a run that may say what it is
_NUMBER = lazy_pattern(r"(?<=[^0-9A-Za-z ])\d{2,3}$")
_CLEAR = 2  # groups that occur in no formula, from which on a run is noise
_KNOWN = 2  # such runs in a document from which on any other run is noise, too
_FEWEST = 4  # groups
_CERTAIN, _LIKELY = ratio_of(0.95), ratio_of(0.8)


class Noise:
    """Runs of groups of one to three signs, which forums insert between sentences."""

    name = "noise"
    kinds = frozenset((RepairKind.DEBRIS,))
    layer = Layer.PAGE

    def propose(self, stretch: Stretch, context: Context) -> Iterator[Proposal]:
        """Yield the runs to be deleted; the spaces around them are part of the noise."""
        return _propose_runs(find_suspect_lines(stretch))


def _propose_runs(lines: Iterable[tuple[int, str]]) -> Iterator[Proposal]:
    runs: list[tuple[int, str, int, int, bool]] = []
    for shift, line in lines:
        for found in _RUN.finditer(line):
            groups = found[0].split()
            odd = sum(map(_is_odd, groups))
            hanzi = len(_HANZI.findall(line))
            if len(groups) >= _FEWEST and hanzi >= 4 and _MARK.search(found[0]):
                said = _SPOKEN_OF.search(line, max(0, found.start() - _NEAR), found.start())
                taken = _without_number(found[0], line[found.end() : found.end() + 1])
                runs.append((found.start() + shift, taken, odd, len(groups), said is not None))
    clear = [run for run in runs if run[2] >= _CLEAR and run[2] * 4 >= run[3]]
    known = len(clear) >= _KNOWN
    for start, text, odd, number, meant in runs:
        sure = odd >= _CLEAR and odd * 4 >= number
        if not (sure or known or odd):
            continue
        if meant and not known:
            sure = False
        ratio = (
            _CERTAIN if sure and (known or odd > _CLEAR) else _LIKELY if sure or known else SHOWN
        )
        yield Proposal(
            start,
            start + len(text),
            "",
            RepairKind.DEBRIS,
            "debris.noise",
            ratio,
            (Evidence("noise", (text.strip(),)),),
        )


def _without_number(run: str, behind: str) -> str:
    """Return a run without the number with which the text continues: 9 |18 before 号车库."""
    number = _NUMBER.search(run) if _HANZI.match(behind) else None
    return run[: number.start()] if number else run


def _is_odd(group: str) -> bool:
    """Tell whether a group occurs in no formula: x&, M9", ^! but not x+, <=, a)."""
    signs = _SIGN.findall(group)
    if not signs or set(group) <= set("?!~"):  # ? ?? ??? may be questions, or lost characters
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
