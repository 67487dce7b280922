"""Runs that were decoded one byte off: 確?！笆奈濉币巹 was 確保“十四五”規.

A byte string was cut at a pair that stood across two characters. One byte is lost there, often
shown as '?', and all bytes after it are paired wrongly until the text is in step again. To undo
this, put an unknown byte in its place and decode the bytes in the other phase.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from reader.codepages.clauses import Clause, divide_clauses
from reader.codepages.double_byte import CodePage, double_byte_table, odd_run_pattern
from reader.codepages.out_of_step import MAX_RUN, OutOfStepReader
from reader.codepages.paths import MOST_FINISHED, EmittedCharacter, FinishedPath, characters_of
from reader.language.characters import standard_level
from reader.language.forms import find_foreign_forms, simplify_characters
from reader.language.glosses import without_glosses
from reader.language.hanzi import HANZI, KANA
from reader.language.ngram import CharacterModel
from reader.repair.calibration import probability_of, probability_of_clause, ratio_of
from reader.repair.mechanism import Context, Layer, Stretch
from reader.repair.proposal import Proposal, Weighing
from reader.text.align import Alternative
from reader.text.evidence import Bytes, Evidence
from reader.text.kinds import RepairKind

_NAMES: dict[CodePage, str] = {"gbk": "GBK", "cp950": "Big5"}
_BREAK = re.compile("[?？\ufffd]")
_SHOWN = re.compile("[?\ufffd]")
_MARKS = "！？；：!;:"
_DOUBLED = re.compile(r"\?\?(?![^\x00-\x7f])")  # 在吗?? is a question; a cut leaves no such thing
# What a run must contain: hanzi, or a mark with something after it (海、廣: ?！V); ?!) is none.
_SYMBOLS = "Α-ωЁ-ёⅠ-ⅻ①-⒛─-╋ぁ-ヶㄅ-ㄩ㈠-㈩Ａ-Ｚａ-ｚ"  # frequent in runs, rare elsewhere
_SPEAKS = re.compile(rf"[{HANZI}{_SYMBOLS}]|[！？；：](?![”’）》」』】\s!?]|$)|[！？；：][?\ufffd]")
# What a lost byte costs if the text is left as it stands, in nats.
_LOST_SHOWN = 12.0  # '?' before a mark: nobody writes that
_LOST_PLAIN = 6.0  # a '?' between hanzi may be a question
_LOST_FULL = 2.0  # a '？' is even likelier to be one
_LOST_NOTHING = 0.0
# Nats per character below which the text after a '?', or after a mark without one, reads too well
# to be out of step.
_READS_WELL, _READS_WELL_SILENT = 5.0, 6.5
_GLANCE = 4  # how many characters that is judged by
_MEANT = 8.0  # nats in favour of '??' as a question
_MIN_GAIN = 8.0  # nats by which the repaired text must be likelier
_MIN_GAIN_A_CHARACTER = 0.5
_MOST_A_CHARACTER = 6.5  # nats per character that a run may cost if nothing shows the lost byte
# Without a '?' a run is recognised by its symbols, or because the line ends right after its mark.
_CUT = re.compile(rf"[！？；：](?=[{_SYMBOLS}]|[{HANZI}](?:[{HANZI}]|$))", re.MULTILINE)
_GARBLED = re.compile(rf"[！？；：](?:[^\n]{{0,12}}[{_SYMBOLS}]|[{HANZI}]$)", re.MULTILINE)
_JAPANESE = 3  # kana before a '?' that show that the text is Japanese: 喜ふ?た?ろう
_KANA_WORD = re.compile(f"(?:{KANA.pattern}){{3}}")  # そうですか: no run begins so
_BETWEEN_LOSSES = re.compile(rf"([{HANZI}]{{1,4}})\ufffd")
_NEAR = 10  # code points before an odd run in which it may have begun
_SURE = 0.75  # probability of a run from which on the search was not in vain
_LOOKED_LONG = 80  # characters searched after which no further start of a run is tried
_ALTERNATIVES = 5
_SHARED = 0.75  # slope from nats to the shares of alternatives
_SHOWN_BYTES = 8  # characters whose bytes the evidence shows
_HANZI = re.compile(f"[{HANZI}]")
_SHORT_QUESTIONS = re.compile(rf"(?:[?？]{{1,2}}[!！]?[{HANZI}]{{1,2}})+(?:[?？][!！]?)*")
_PAIRED = dict(zip("”’）》〉】〕", "“‘（《〈【〔", strict=True))
_REPLACED = "锟斤拷"  # bytes that were replaced, which puts nothing out of step
_NO_BREAK = "\U0010ffff"
_UNBALANCED = 4.0  # nats for a closing mark that nothing opened


class SlipStart(NamedTuple):
    """A place where a run may begin; offsets are code points.

    The search starts at `resume`; `worth` is what leaving the place as it stands costs (nats).
    Nothing begins here if the next characters cost less than `glance` nats each. A run that begins
    here must reach `least`: one odd character of three proves nothing.
    """

    start: int
    resume: int
    worth: float
    glance: float = 0.0
    least: int = 0


def is_suspicious(text: str) -> bool:
    """Tell quickly if a paragraph may hold a run out of step."""
    return any(found.search(text) is not None for found in (_SHOWN, odd_run_pattern(), _GARBLED))


class ByteSlips:
    """Text one byte out of step; one proposal per clause."""

    name = "byte_slips"
    kinds = frozenset((RepairKind.SLIP, RepairKind.ENCODING))
    layer = Layer.PARAGRAPH

    def propose(self, stretch: Stretch, context: Context) -> Iterator[Proposal]:
        """Yield what the bytes of each run say; `stretch` counts the search in vain.

        Where that is used up, a mark says that from there on nothing was searched.
        """
        if not context.may_be_out_of_step:
            return
        text = _hide_losses(stretch.text, stretch.losses)
        if is_suspicious(text) and _REPLACED not in text:
            yield from _Search(text, context, stretch).run()


class _Search:
    """Searches a paragraph for runs, from one possible start to the next."""

    def __init__(self, text: str, context: Context, stretch: Stretch) -> None:
        assert context.recurrence is not None
        self._text, self._context, self._stretch = text, context, stretch
        self._recurrence = context.recurrence
        profile, kind = context.profile, stretch.kind
        big5 = profile.traditional or kind.traditional or kind.mixed
        self._pages: tuple[CodePage, ...] = ("gbk", "cp950") if big5 else ("gbk",)
        replaced = kind.spun or big5 or profile.replaced
        self._simplified = not replaced and not find_foreign_forms(stretch.bare)
        self._searches: dict[CodePage, OutOfStepReader] = {}

    def run(self) -> Iterator[Proposal]:
        text, stretch = self._text, self._stretch
        done = spent = 0
        left = ""  # the likeliest clean text of what was searched
        not_read: list[int] = []
        for places in _find_starts(text, spun=self._context.profile.replaced):
            start = places[0].start
            if start < done:
                continue
            if spent >= stretch.allowance or stretch.steps_spent >= stretch.steps:
                if self._shows_loss(places[0]):
                    not_read.append(start)
                continue
            left += simplify_characters(without_glosses(text[max(done, start - 60) : start]))
            left = left[-60:]
            clauses, before, looked_at, in_vain = self._interpret(places, left)
            spent += in_vain
            if not clauses:
                stretch.steps_spent += self._count_steps()
                if stretch.steps_spent > stretch.steps and self._shows_loss(places[0]):
                    not_read.append(start)
                continue
            surest = max(probability_of(clause.ratio) for clause in clauses)
            if surest >= _SURE:
                spent -= looked_at
                self._count_steps()
            else:
                spent += looked_at
                stretch.steps_spent += self._count_steps()
            yield from clauses
            left = before + simplify_characters("".join(clause.after for clause in clauses))
            done = clauses[-1].end
        stretch.spent += spent
        if not_read:
            yield _mark_not_read(text, not_read)

    def _count_steps(self) -> int:
        """Return how many steps were taken since this was last asked."""
        counted = 0
        for search in self._searches.values():
            counted += search.steps
            search.steps = 0
        return counted

    def _shows_loss(self, place: SlipStart) -> bool:
        """Tell if bytes are gone at a place: a '?' after which the text does not read well."""
        if self._text[place.start] != "?":  # U+FFFD is marked by another mechanism
            return False
        end = place.resume + _GLANCE
        plain = simplify_characters(self._text[place.start + 1 : end])
        before = simplify_characters(self._text[max(0, place.start - 3) : place.start])
        cost = self._context.model.text_cost(plain, before)
        return bool(plain) and cost >= place.glance * len(plain)

    def _interpret(
        self, places: list[SlipStart], left: str
    ) -> tuple[list[Proposal], str, int, int]:
        """Return (clauses, clean text before, characters searched, searched in vain).

        The clauses are those of the run that begins at one of these places, none if none does. The
        last figure counts the other code page.
        """
        start, in_vain = places[0].start, 0
        for page in self._pages:
            search = self._searches.get(page)
            if search is None:
                table = double_byte_table(page, simplified=self._simplified)
                search = OutOfStepReader(self._text, table, self._recurrence)
                self._searches[page] = search
            search.most_steps = self._stretch.steps - self._stretch.steps_spent
            best: tuple[float, list[FinishedPath]] | None = None
            before, at = left, start
            for place in places:
                if search.positions > _LOOKED_LONG:
                    break
                self._context.tick()
                ahead = left + simplify_characters(self._text[start : place.start])
                found = _find_best(search, place, ahead)
                if found is not None and (best is None or found[0] > best[0]):
                    best, before, at = found, ahead, place.start
            read, search.positions = search.positions and search.positions + len(places), 0
            if best is not None:
                clauses = list(_propose_clauses(at, page, *best, before, self._context.model))
                return clauses, before, read, in_vain
            in_vain += read
        return [], left, 0, in_vain


def _mark_not_read(text: str, places: Sequence[int]) -> Proposal:
    """Return the mark that nothing was searched at these places, which stands at the first."""
    at = places[0]
    reason = Evidence("not_searched", (len(places),))
    return Proposal(
        at, at + 1, text[at], RepairKind.ENCODING, "encoding.lost", ratio_of(0.0), (reason,)
    )


def _hide_losses(text: str, places: Sequence[int]) -> str:
    """Replace the losses at which no run begins by a character that is in no code page.

    In 劳动关\ufffd和谐 nothing is out of step if the bytes of the U+FFFD are E7 B3.
    """
    if not places:
        return text
    chars = list(text)
    for place in places:
        chars[place] = _NO_BREAK
    return "".join(chars)


def _find_starts(text: str, *, spun: bool) -> Iterator[list[SlipStart]]:
    """Return groups of places in order; at one place of each group a run may begin.

    In a spun text 咊諧 is 和谐, so that only what is still rare when simplified is a sign.
    """
    groups: list[list[SlipStart]] = []
    shown = []
    doubled = _DOUBLED.search(text) is not None
    for found in _BREAK.finditer(text):
        at = found.start()
        behind = text[at + 1 : at + 2]
        if _is_foreign_before(text, at) or _KANA_WORD.match(text, at + 1):
            continue
        if found[0] == "\ufffd" and _is_legible(text, at + 1):
            continue
        if found[0] == "？":
            worth = _LOST_FULL
        else:
            shown.append(at)
            if behind and behind in _MARKS:
                worth = _LOST_SHOWN
            elif behind == "?" and text[at + 2 : at + 3] >= "\x80" and not doubled:
                worth = _LOST_FULL  # 部署??偟膩砜矗: the second ? was a folded ？
            elif behind < "\x80" or (doubled and text[at - 1 : at] == "?"):
                continue  # 去过?A股: one letter alone would be in step again
            else:
                worth = _LOST_PLAIN
        glance = 0.0 if worth == _LOST_SHOWN else _READS_WELL
        groups.append([SlipStart(at, at + 1, worth, glance)])
    for odd in odd_run_pattern().finditer(simplify_characters(text) if spun else text):
        low, high = max(0, odd.start() - _NEAR), odd.start()
        if not any(low - _NEAR <= at <= odd.end() for at in shown):
            # Text is cut at marks: if there is one, the run begins there.
            places = [low + mark.start() for mark in _CUT.finditer(text[low : high + 2])]
            places = places or list(range(low, high + 1))
            groups.append([SlipStart(at, at, _LOST_NOTHING, 0.0, odd.end()) for at in places])
    taken = [place.start for group in groups for place in group]
    for mark in _CUT.finditer(text):
        start = mark.start()
        if not any(abs(start - one) < _NEAR for one in taken):
            groups.append([SlipStart(start, start, _LOST_NOTHING, _READS_WELL_SILENT, start + 2)])
    groups.sort()
    return iter(groups)


def _is_legible(text: str, start: int) -> bool:
    """Tell if a few everyday characters stand between two losses: 管\ufffd制\ufffd.

    U+FFFD mostly stands for whole characters; so little text says nothing else.
    """
    between = _BETWEEN_LOSSES.match(text, start)
    return between is not None and all(standard_level(char) == 1 for char in between[1])


def _is_foreign_before(text: str, at: int) -> bool:
    """Tell if a '?' is in Japanese, or follows another one in Latin text: 喜ふ?た?ろう, end??."""
    if text[at - 1 : at] == "?":
        return "\x20" < text[at - 2 : at - 1] < "\x7f"
    near = max(0, at - _NEAR)
    return KANA.match(text, at - 1) is not None and len(KANA.findall(text, near, at)) >= _JAPANESE


def _find_best(
    reader: OutOfStepReader, place: SlipStart, left: str
) -> tuple[float, list[FinishedPath]] | None:
    """Return (gain of the best in nats, interpretations, best first) for a run, None if none."""
    start, resume, worth, enough, least = place
    context = reader.context(left)
    high = min(len(reader.text), resume + MAX_RUN)
    costs = reader.standing_costs(start, high, context)
    skipped = costs[resume - start]
    glance = costs[resume - start : resume - start + _GLANCE + 1]
    if glance[-1] - skipped < enough * (len(glance) - 1):
        return None
    spoken = _SPEAKS.search(reader.text, resume, high)
    if spoken is None or not reader.reaches(resume, spoken.end()):
        return None  # µÚ?Ò»: nothing here could be a run
    ahead = [cost - skipped + worth for cost in costs[resume - start :]]
    interpretations = [
        one
        for one in reader.read(resume, context, ahead)
        if one.end >= least
        and _SPEAKS.search(reader.text, resume, one.end)
        and not _is_questions(reader.text, start, one.end)
    ]
    doubled = reader.text.startswith("??", start)
    if not interpretations:
        return None
    standing: dict[int, float] = {}
    for one in interpretations:
        if one.end not in standing:
            behind = reader.behind_cost(one.end, reader.context_at(one.end, start, context))
            standing[one.end] = costs[one.end - start] + behind + worth
    open_before = _find_unclosed(left)
    interpretations = [
        one._replace(cost=one.cost + _UNBALANCED * _count_unbalanced(one.last, open_before))
        for one in sorted(interpretations, key=lambda one: one.cost - standing[one.end])[
            :MOST_FINISHED
        ]
    ]
    interpretations.sort(key=lambda one: one.cost - standing[one.end])
    first = interpretations[0]
    gain = standing[first.end] - first.cost
    if doubled and characters_of(first.last)[0].char != "。":
        # Two question marks are often meant; after a sentence they are a cut: 部署??偟膩.
        gain -= _MEANT
    if gain < _MIN_GAIN + _MIN_GAIN_A_CHARACTER * (first.end - resume):
        return None
    if least and first.cost > _MOST_A_CHARACTER * (len(characters_of(first.last)) + 2):
        return None  # not Chinese either: 钎钏钐钒钔钕 is a list
    ranked = [one._replace(cost=one.cost - standing[one.end] + gain) for one in interpretations]
    return gain, ranked


def _is_questions(text: str, start: int, end: int) -> bool:
    """Tell if text[start:end] is nothing but short questions of everyday words: 我?他?!她?."""
    return (
        (end == len(text) or text[end - 1] in "?？!！" or text[end] in "?？")
        and _SHORT_QUESTIONS.fullmatch(text, start, end) is not None
        and all(standard_level(char) == 1 for char in _HANZI.findall(text, start, end))
    )


def _find_unclosed(text: str) -> list[str]:
    """Return the opening marks that `text` does not close."""
    opened: list[str] = []
    for char in text:
        if char in _PAIRED.values():
            opened.append(char)
        elif char in _PAIRED and opened and opened[-1] == _PAIRED[char]:
            opened.pop()
    return opened


def _count_unbalanced(last: EmittedCharacter | None, opened: list[str]) -> int:
    """Count the closing marks that nothing opened: a ” without its “."""
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


def _propose_clauses(
    start: int,
    page: CodePage,
    gain: float,
    finished: list[FinishedPath],
    left: str,
    model: CharacterModel,
) -> Iterator[Proposal]:
    nodes = characters_of(finished[0].last)
    raw = "".join(node.char for node in nodes)
    nats = model.text_cost(simplify_characters(raw), left[-3:]) / len(raw)
    at = 0
    for clause in divide_clauses(start, nodes, finished):
        probability = probability_of_clause(clause, nats, gain)
        yield Proposal(
            clause.start,
            clause.end,
            clause.raw,
            RepairKind.SLIP,
            "slip.byte",
            ratio_of(probability),
            (_explain(clause.raw, page, first=at == 0),),
            _list_alternatives(clause, probability),
            Weighing.AS_WRITTEN,
        )
        at += len(clause.raw)


def _list_alternatives(clause: Clause, probability: float) -> tuple[Alternative, ...]:
    """Return the best rivals; they share the probability that the chosen text leaves."""
    others = clause.others[:_ALTERNATIVES]
    weights = [math.exp(-_SHARED * margin) for margin, _ in others]
    left = (1 - probability) / max(1.0, sum(weights))
    return tuple(
        Alternative(simplify_characters(other), round(left * weight, 3))
        for (_, other), weight in zip(others, weights, strict=True)
    )


def _explain(raw: str, page: CodePage, *, first: bool) -> Evidence:
    """Return the bytes of a clause as evidence; the first byte of a run was lost."""
    data, name = raw[:_SHOWN_BYTES].encode(page, "replace"), _NAMES[page]
    chain = Bytes(data, name)
    if first:
        return Evidence("slip_lost", (Bytes(data[:1], name), chain))
    return Evidence("slip_phase", (chain,))
