"""Runs that are read one byte off: 確?！笆奈濉币巹 was 確保“十四五”規.

A page was cut at a pair of bytes that stood across two characters; the first byte of what was cut
is lost, often shown as '?', and everything behind it is paired wrongly until the step is found
again. Backwards: put an unknown byte in its place and read on in the other phase.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from reader.codepages.clauses import Clause, clauses_of
from reader.codepages.double_byte import CodePage, double_byte_table
from reader.codepages.out_of_step import MAX_RUN, OutOfStep
from reader.codepages.paths import Emitted, Finished, characters_of
from reader.language.characters import standard_level
from reader.language.forms import likeliest
from reader.language.glosses import without_glosses
from reader.language.hanzi import HANZI, KANA
from reader.language.ngram import CharacterModel
from reader.repair.calibration import clause_out_of_step, probability_of, ratio_of
from reader.repair.mechanism import Context, Layer, Stretch
from reader.repair.proposal import Proposal, Weighing
from reader.text.align import Alternative
from reader.text.evidence import Bytes, Evidence
from reader.text.kinds import RepairKind

_NAMES: dict[CodePage, str] = {"gbk": "GBK", "cp950": "Big5"}
_BREAK = re.compile("[?？\ufffd]")
_SHOWN = re.compile("[?\ufffd]")
_MARKS = "！？；：!;:"
_DOUBLED = re.compile(r"\?\?(?![^\x00-\x7f])")  # 在吗?? is how somebody asks; no cut leaves it so
# What a run must hold: hanzi, or a mark with something behind it (海、廣: ?！V); a ?!) is none.
_SYMBOLS = "Α-ωЁ-ёⅠ-ⅻ①-⒛─-╋ぁ-ヶㄅ-ㄩ㈠-㈩Ａ-Ｚａ-ｚ"  # what runs are full of, and little else
_SPEAKS = re.compile(rf"[{HANZI}{_SYMBOLS}]|[！？；：](?![”’）》」』】\s!?]|$)|[！？；：][?\ufffd]")
_LOST_SHOWN = 12.0  # what '?' with a mark behind it is worth as it stands: nobody wrote it so
_LOST_PLAIN = 6.0  # a '?' between hanzi may be a question
_LOST_FULL = 2.0  # so may a '？' even more
_LOST_NOTHING = 0.0
# Nats a character under which the text behind a '?', or behind a mark without one, reads too well
# to be out of step.
_READS_WELL, _READS_WELL_SILENT = 5.0, 6.5
_GLANCE = 4  # characters that are looked at for it
_MEANT = 8.0  # nats for '??' as somebody's question
_MIN_GAIN = 8.0  # nats by which the repaired text must read better
_MIN_GAIN_A_CHARACTER = 0.5
_MOST_A_CHARACTER = 6.5  # nats a run may cost where nothing shows that a byte was lost
# Where nothing stands for the lost byte a run shows by its symbols, or ends with the line at once.
_CUT = re.compile(rf"[！？；：](?=[{_SYMBOLS}]|[{HANZI}](?:[{HANZI}]|$))", re.MULTILINE)
_GARBLED = re.compile(rf"[！？；：](?:[^\n]{{0,12}}[{_SYMBOLS}]|[{HANZI}]$)", re.MULTILINE)
_JAPANESE = 3  # kana in front of a '?', by which it stands in Japanese: 喜ふ?た?ろう
_NEAR = 10  # code points in front of an odd run where it may have begun
_SURE = 0.75  # a run that is that sure shows that the search is not in vain
_LOOKED_LONG = 80  # characters read in vain from some of the places where one run may begin
_ALTERNATIVES = 5
_SHARED = 0.75  # slope by which interpretations share a probability
_SHOWN_BYTES = 8  # characters whose bytes the evidence shows
_HANZI = re.compile(f"[{HANZI}]")
_SHORT_QUESTIONS = re.compile(rf"(?:[?？]{{1,2}}[!！]?[{HANZI}]{{1,2}})+(?:[?？][!！]?)*")
_PAIRED = dict(zip("”’）》〉】〕", "“‘（《〈【〔", strict=True))
_NO_BREAK = "\U0010ffff"
_UNBALANCED = 4.0  # nats for a mark that closes what nothing has opened


class Break(NamedTuple):
    """A place where a run may begin: where the search goes on, what it is worth as it stands.

    Nothing begins here if the next characters read better than `glance` nats each. A run that
    begins here must reach `least`: one odd character of three is no sign.
    """

    start: int
    resume: int
    worth: float
    glance: float = 0.0
    least: int = 0


def suspicious(text: str) -> bool:
    """Tell quickly if a paragraph may hold a run out of step."""
    return any(found.search(text) is not None for found in (_SHOWN, odd_run(), _GARBLED))


@cache
def odd_run() -> re.Pattern[str]:
    """Return a pattern for what out of step text looks like: rare hanzi close together.

    Common are the first levels of GB 2312 and of Big5, 3,755 and 5,401 characters.
    """
    simplified = ((lead, trail) for lead in range(0xB0, 0xD8) for trail in range(0xA1, 0xFF))
    traditional = (
        (lead, trail)
        for lead in range(0xA4, 0xC7)
        for trail in (*range(0x40, 0x7F), *range(0xA1, 0xFF))
        if (lead, trail) <= (0xC6, 0x7E)
    )
    common = {
        *bytes(byte for pair in simplified for byte in pair).decode("gb2312", "ignore"),
        *bytes(byte for pair in traditional for byte in pair).decode("big5", "ignore"),
    }
    rare = "".join(chr(code) for code in range(0x4E00, 0x9FA6) if chr(code) not in common)
    return re.compile(f"[{rare}].{{0,2}}[{rare}].{{0,2}}[{rare}]")


class ByteSlips:
    """Runs out of step, one proposal a clause."""

    name = "byte_slips"
    kinds = frozenset((RepairKind.SLIP,))
    layer = Layer.PARAGRAPH

    def propose(self, stretch: Stretch, context: Context) -> Iterator[Proposal]:
        """Yield what the bytes of each run say; `stretch` counts what was searched in vain."""
        if not context.may_be_out_of_step:
            return
        text = _without_losses(stretch.text, stretch.losses)
        if suspicious(text):
            yield from _Search(text, context, stretch).run()


class _Search:
    """Goes through a paragraph from break to break."""

    def __init__(self, text: str, context: Context, stretch: Stretch) -> None:
        assert context.recurrence is not None
        self._text, self._context, self._stretch = text, context, stretch
        self._recurrence = context.recurrence
        profile = context.profile
        self._pages: tuple[CodePage, ...] = ("gbk", "cp950") if profile.traditional else ("gbk",)
        self._simplified = not (profile.spun or profile.forms or profile.traditional)
        self._searches: dict[CodePage, OutOfStep] = {}

    def run(self) -> Iterator[Proposal]:
        text = self._text
        done = spent = 0
        left = ""  # the likeliest clean text of what is done
        for places in _breaks(text, spun=self._context.profile.spun):
            start = places[0].start
            if start < done:
                continue
            if spent >= self._stretch.allowance:
                break
            left += likeliest(without_glosses(text[max(done, start - 60) : start]))
            left = left[-60:]
            clauses, before, looked_at, in_vain = self._interpret(places, left)
            spent += in_vain
            if not clauses:
                continue
            surest = max(probability_of(clause.ratio) for clause in clauses)
            spent += -looked_at if surest >= _SURE else looked_at
            yield from clauses
            left = before + likeliest("".join(clause.after for clause in clauses))
            done = clauses[-1].end
        self._stretch.spent += spent

    def _interpret(self, places: list[Break], left: str) -> tuple[list[Proposal], str, int, int]:
        """Return the clauses of the run that begins at one of these places, none if none does.

        With them come the clean text in front of it, how many characters were looked at for it,
        and how many in vain in another code page.
        """
        start, in_vain = places[0].start, 0
        for page in self._pages:
            search = self._searches.get(page)
            if search is None:
                table = double_byte_table(page, simplified=self._simplified)
                search = OutOfStep(self._text, table, self._recurrence)
                self._searches[page] = search
            best: tuple[float, list[Finished]] | None = None
            before, at = left, start
            for place in places:
                if search.positions > _LOOKED_LONG:
                    break
                self._context.tick()
                ahead = left + likeliest(self._text[start : place.start])
                found = _best(search, place, ahead)
                if found is not None and (best is None or found[0] > best[0]):
                    best, before, at = found, ahead, place.start
            read, search.positions = search.positions and search.positions + len(places), 0
            if best is not None:
                clauses = list(_proposals(at, page, *best, before, self._context.model))
                return clauses, before, read, in_vain
            in_vain += read
        return [], left, 0, in_vain


def _without_losses(text: str, places: Sequence[int]) -> str:
    """Put something that no code page holds in place of the losses that are no break.

    In 劳动关\ufffd和谐 nothing was read out of step if E7 B3 stands behind the U+FFFD.
    """
    if not places:
        return text
    chars = list(text)
    for place in places:
        chars[place] = _NO_BREAK
    return "".join(chars)


def _breaks(text: str, *, spun: bool) -> Iterator[list[Break]]:
    """Yield groups of places, in order; in each group a run may begin at one of them.

    In a spun text 咊諧 is 和谐 and no sign; what is rare as it reads simplified still is one.
    """
    groups: list[list[Break]] = []
    shown = []
    doubled = _DOUBLED.search(text) is not None
    for found in _BREAK.finditer(text):
        at = found.start()
        behind = text[at + 1 : at + 2]
        if _foreign_before(text, at):
            continue
        if found[0] == "？":
            worth = _LOST_FULL
        else:
            shown.append(at)
            if behind and behind in _MARKS:
                worth = _LOST_SHOWN
            elif behind == "?" and text[at + 2 : at + 3] >= "\x80" and not doubled:
                worth = _LOST_FULL  # 部署??偟膩砜矗: the mark was a ？, folded
            elif behind < "\x80" or (doubled and text[at - 1 : at] == "?"):
                continue  # 去过?A股: one letter would fall in step with anything
            else:
                worth = _LOST_PLAIN
        glance = 0.0 if worth == _LOST_SHOWN else _READS_WELL
        groups.append([Break(at, at + 1, worth, glance)])
    for odd in odd_run().finditer(likeliest(text) if spun else text):
        low, high = max(0, odd.start() - _NEAR), odd.start()
        if not any(low - _NEAR <= at <= odd.end() for at in shown):
            # A page is cut at marks: where one stands, it is the place.
            places = [low + mark.start() for mark in _CUT.finditer(text[low : high + 2])]
            places = places or list(range(low, high + 1))
            groups.append([Break(at, at, _LOST_NOTHING, 0.0, odd.end()) for at in places])
    taken = [place.start for group in groups for place in group]
    for mark in _CUT.finditer(text):
        start = mark.start()
        if not any(abs(start - one) < _NEAR for one in taken):
            groups.append([Break(start, start, _LOST_NOTHING, _READS_WELL_SILENT, start + 2)])
    groups.sort()
    return iter(groups)


def _foreign_before(text: str, at: int) -> bool:
    """Tell if a '?' stands in Japanese, or behind another one in Latin: 喜ふ?た?ろう, end??."""
    if text[at - 1 : at] == "?":
        return "\x20" < text[at - 2 : at - 1] < "\x7f"
    near = max(0, at - _NEAR)
    return KANA.match(text, at - 1) is not None and len(KANA.findall(text, near, at)) >= _JAPANESE


def _best(reader: OutOfStep, place: Break, left: str) -> tuple[float, list[Finished]] | None:
    """Return by how much the best interpretation of a run gains, and all of them, best first."""
    start, resume, worth, enough, least = place
    context = reader.context(left)
    high = min(len(reader.text), resume + MAX_RUN)
    costs = reader.standing_costs(start, high, context)
    skipped = costs[resume - start]
    glance = costs[resume - start : resume - start + _GLANCE + 1]
    if glance[-1] - skipped < enough * (len(glance) - 1):
        return None
    ahead = [cost - skipped + worth for cost in costs[resume - start :]]
    interpretations = [
        one
        for one in reader.read(resume, context, ahead)
        if one.end >= least
        and _SPEAKS.search(reader.text, resume, one.end)
        and not _asks(reader.text, start, one.end)
    ]
    doubled = reader.text.startswith("??", start)
    if not interpretations:
        return None
    standing: dict[int, float] = {}
    for one in interpretations:
        if one.end not in standing:
            behind = reader.behind_cost(one.end, reader.context_at(one.end, start, context))
            standing[one.end] = costs[one.end - start] + behind + worth
    open_before = _unclosed(left)
    interpretations = [
        one._replace(cost=one.cost + _UNBALANCED * _unbalanced(one.last, open_before))
        for one in sorted(interpretations, key=lambda one: one.cost - standing[one.end])[:40]
    ]
    interpretations.sort(key=lambda one: one.cost - standing[one.end])
    first = interpretations[0]
    gain = standing[first.end] - first.cost
    if doubled and characters_of(first.last)[0].char != "。":
        # Two question marks are often meant; at the end of a sentence they are a cut: 部署??偟膩.
        gain -= _MEANT
    if gain < _MIN_GAIN + _MIN_GAIN_A_CHARACTER * (first.end - resume):
        return None
    if least and first.cost > _MOST_A_CHARACTER * (len(characters_of(first.last)) + 2):
        return None  # no Chinese either: 钎钏钐钒钔钕 is a list
    ranked = [
        one._replace(cost=one.cost - standing[one.end] + gain) for one in interpretations[:40]
    ]
    return gain, ranked


def _asks(text: str, start: int, end: int) -> bool:
    """Tell if text[start:end] is but short questions of everyday words: 我?他?!她?."""
    return (
        (end == len(text) or text[end - 1] in "?？!！" or text[end] in "?？")
        and _SHORT_QUESTIONS.fullmatch(text, start, end) is not None
        and all(standard_level(char) == 1 for char in _HANZI.findall(text, start, end))
    )


def _unclosed(text: str) -> list[str]:
    """Return the marks that `text` opens and does not close."""
    opened: list[str] = []
    for char in text:
        if char in _PAIRED.values():
            opened.append(char)
        elif char in _PAIRED and opened and opened[-1] == _PAIRED[char]:
            opened.pop()
    return opened


def _unbalanced(last: Emitted | None, opened: list[str]) -> int:
    """Count the marks that close nothing: a ” without its “."""
    opened = list(opened)
    count = 0
    for node in characters_of(last):
        if node.char in _PAIRED.values():
            opened.append(node.char)
        elif node.char in _PAIRED:
            if opened and opened[-1] == _PAIRED[node.char]:
                opened.pop()
            else:
                count += 1
    return count


def _proposals(
    start: int,
    page: CodePage,
    gain: float,
    finished: list[Finished],
    left: str,
    model: CharacterModel,
) -> Iterator[Proposal]:
    nodes = characters_of(finished[0].last)
    raw = "".join(node.char for node in nodes)
    nats = model.text_cost(likeliest(raw), left[-3:]) / len(raw)
    at = 0
    for clause in clauses_of(start, nodes, finished):
        probability = clause_out_of_step(clause, nats, gain)
        yield Proposal(
            clause.start,
            clause.end,
            clause.raw,
            RepairKind.SLIP,
            "slip.byte",
            ratio_of(probability),
            (_reason(clause.raw, page, first=at == 0),),
            _alternatives(clause, probability),
            Weighing.AS_WRITTEN,
        )
        at += len(clause.raw)


def _alternatives(clause: Clause, probability: float) -> tuple[Alternative, ...]:
    """Return the best other interpretations; they share what the chosen one leaves."""
    others = clause.others[:_ALTERNATIVES]
    weights = [math.exp(-_SHARED * margin) for margin, _ in others]
    left = (1 - probability) / max(1.0, sum(weights))
    return tuple(
        Alternative(likeliest(other), round(left * weight, 3))
        for (_, other), weight in zip(others, weights, strict=True)
    )


def _reason(raw: str, page: CodePage, *, first: bool) -> Evidence:
    """Return the bytes of what was read; at the beginning of a run the first of them was lost."""
    data, name = raw[:_SHOWN_BYTES].encode(page, "replace"), _NAMES[page]
    chain = Bytes(data, name)
    if first:
        return Evidence("slip_lost", (Bytes(data[:1], name), chain))
    return Evidence("slip_phase", (chain,))
