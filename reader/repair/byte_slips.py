"""Runs that were decoded one byte off: 確?！笆奈濉币巹 was 確保“十四五”規.

A byte string was cut at a pair that stood across two characters. One byte is lost there, often
shown as '?', and all bytes after it are paired wrongly until the text is in step again. To undo
this, put an unknown byte in its place and decode the bytes in the other phase.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from operator import itemgetter

from reader.codepages.double_byte import CodePage, odd_behind_mark_pattern, odd_run_pattern
from reader.codepages.one_byte_off import gain_one_byte_off
from reader.codepages.standing import cost_a_character, cost_of_next
from reader.codepages.surroundings import Surroundings
from reader.language.characters import standard_level
from reader.language.forms import simplify_characters
from reader.language.glosses import without_glosses
from reader.language.hanzi import HANZI, KANA
from reader.language.ngram import CharacterModel
from reader.repair.calibration import probability_of, ratio_of
from reader.repair.mechanism import Context, Layer, Stretch
from reader.repair.proposal import Proposal
from reader.repair.runs import (
    SYMBOLS,
    Run,
    RunStart,
    floor_of,
    glances_well,
    known_reader_of,
    locate,
    propose_run,
    read_run,
    reader_of,
)
from reader.repair.torn_glosses import find_torn_glosses, may_hold_torn_gloss
from reader.text.evidence import Evidence
from reader.text.kinds import RepairKind
from reader.text.lazy_pattern import lazy_pattern

_BREAK = lazy_pattern("[?？\ufffd]")
_SHOWN = lazy_pattern("[?\ufffd]")
_MARKS = "！？；：!;:"
_HALF_WIDTH = lazy_pattern(r"[!;:][A-Za-z?]")
_FOLDED_AND_LETTER = lazy_pattern(rf"\?\?[A-Za-z][{HANZI}]")
# 在吗?? is a question; a cut leaves no such thing
_DOUBLED = lazy_pattern(r"\?\?(?![^\x00-\x7f]|[A-Za-z][^\x00-\x7f])")
# What a lost byte costs if the text is left as it stands, in nats.
_LOST_SHOWN = 12.0  # '?' before a mark: nobody writes that
_LOST_PLAIN = 6.0  # a '?' between hanzi may be a question
_LOST_FULL = 2.0  # a '？' is even likelier to be one
_LOST_NOTHING = 0.0
_TORN_IN: tuple[CodePage, ...] = ("gbk",)
# Nats per character below which the text after a '?', or after a mark without one, reads too well
# to be out of step.
_READS_WELL, _READS_WELL_SILENT = 5.0, 6.5
# The same of rare characters close together and what is behind them. Names and terms cost up to 8.4
# in 400,000 characters of an encyclopedia; of runs out of step, 98 of 100 cost more.
_READS_WELL_ODD = 8.0
# Without a '?' a run is recognised by its symbols, or because the line ends right after its mark.
_CUT = lazy_pattern(rf"[！？；：!;:](?=[{SYMBOLS}]|[{HANZI}](?:[{HANZI}]|$))", re.MULTILINE)
_GARBLED = lazy_pattern(rf"[！？；：!;:](?:[^\n]{{0,12}}[{SYMBOLS}]|[{HANZI}]$)", re.MULTILINE)
_JAPANESE = 3  # kana before a '?' that show that the text is Japanese: 喜ふ?た?ろう
_KANA_WORD = lazy_pattern(f"(?:{KANA.pattern}){{3}}")  # そうですか: no run begins so
_BETWEEN_LOSSES = lazy_pattern(rf"([{HANZI}]{{1,4}})\ufffd")
_SEEN = 12  # characters behind a mark that are looked at where nothing shows a loss
# Nats by which what is behind such a mark must read better one byte off. Of 238 runs that begin so
# all gained 13 or more, of 271 marks before names and spun words 261 less than 6.
_LEAST_GAIN = 6.0
_NEAR = 10  # code points before an odd run in which it may have begun
_SURE = 0.75  # probability of a run from which on the search was not in vain
# The steps of such a run are not counted if it has so many characters, as none in noise has, or if
# so many may still be searched in vain, as where most places so far were runs.
_NO_CHANCE, _MOSTLY_FOUND = 30, 150
_TRIED = 14  # characters behind the sign of a run that are read one byte off before the search
_LOOKED_LONG = 80  # characters searched after which no further start of a run is tried
_REPLACED = "锟斤拷"  # bytes that were replaced, which puts nothing out of step
_NO_BREAK = "\U0010ffff"


def is_suspicious(text: str) -> bool:
    """Tell quickly if a paragraph may hold a run out of step."""
    if may_hold_torn_gloss(text):
        return True
    signs = (_SHOWN, odd_run_pattern(), _GARBLED, odd_behind_mark_pattern())
    return any(sign.search(text) is not None for sign in signs)


class ByteSlips:
    """Text one byte out of step; one proposal per clause."""

    name = "byte_slips"
    kinds = frozenset((RepairKind.SLIP, RepairKind.ENCODING))
    layer = Layer.PARAGRAPH

    def may_concern(self, text: str, context: Context) -> bool:
        """Tell quickly if anything in a text may be proposed."""
        return context.may_be_out_of_step and is_suspicious(text)

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
        self._text, self._context, self._stretch = text, context, stretch
        profile, kind = context.profile, stretch.kind
        big5 = profile.traditional or kind.traditional or kind.mixed
        self._pages: tuple[CodePage, ...] = ("gbk", "cp950") if big5 else ("gbk",)
        self._surroundings = Surroundings(text, self._pages, context.model)

    def run(self) -> Iterator[Proposal]:
        text, stretch = self._text, self._stretch
        done = spent = 0
        left = ""  # the likeliest clean text of what was searched
        not_read: list[int] = []
        for places in _find_starts(
            text,
            stretch.bare,
            self._pages,
            self._context.model,
            spun=self._context.profile.replaced,
        ):
            start = places[0].start
            if start < done < start + places[0].late:
                late = start + places[0].late - done
                places = [places[0]._replace(start=done, resume=done, late=late)]
                start = done
            if start < done:
                continue
            stretch.most_steps = max(stretch.most_steps, stretch.steps_spent)
            if places[0].torn is None and (
                not stretch.may_spend(spent) or stretch.steps_spent >= stretch.steps
            ):
                if self._shows_loss(places[0]):
                    not_read.append(start)
                continue
            if places[0].torn is None and not self._may_begin(places[0]):
                continue
            left += simplify_characters(without_glosses(text[max(done, start - 60) : start]))
            left = left[-60:]
            clauses, before, looked_at, in_vain = self._interpret(places, left, done)
            spent += in_vain
            steps = self._count_steps()
            stretch.most_steps = max(stretch.most_steps, stretch.steps_spent + steps)
            stretch.steps_taken += steps
            if not clauses:
                stretch.steps_spent += steps
                if stretch.steps_spent > stretch.steps and self._shows_loss(places[0]):
                    not_read.append(start)
                continue
            is_sure = max(probability_of(clause.ratio) for clause in clauses) >= _SURE
            is_long = sum(len(clause.after) for clause in clauses) >= _NO_CHANCE
            if not is_sure or not (is_long or stretch.may_spend(spent, _MOSTLY_FOUND)):
                stretch.steps_spent += steps
            spent += -looked_at if is_sure else looked_at
            yield from clauses
            left = before + simplify_characters("".join(clause.after for clause in clauses))
            done = clauses[-1].end
        stretch.spent += spent
        if not_read and not self._context.is_hasty:
            yield _mark_not_read(text, not_read)

    def _may_begin(self, place: RunStart) -> bool:
        """Tell quickly if a run may begin at a place: by the sign of it, and what is around."""
        if self._is_unread(place) or not self._surroundings.make_sense(place.start):
            return False
        sign = place.resume + place.late
        return self._surroundings.may_be_one_byte_off(sign, sign + _TRIED)

    def _is_unread(self, place: RunStart) -> bool:
        """Tell if the sign that a run begins is misread text: 㤎嶇 is no slip there."""
        sign = place.start + place.late
        at = bisect_right(self._stretch.unread, sign, key=itemgetter(0)) - 1
        return at >= 0 and sign < self._stretch.unread[at][1]

    def _count_steps(self) -> int:
        """Return how many steps were taken since this was last asked."""
        counted = 0
        for page in self._pages:
            reader = known_reader_of(self._stretch, page, self._text)
            if reader is not None:
                counted += reader.steps
                reader.steps = 0
        return counted

    def _shows_loss(self, place: RunStart) -> bool:
        """Tell if bytes are gone at a place: a '?' after which the text does not read well."""
        if self._text[place.start] != "?":  # U+FFFD is marked by another mechanism
            return False
        before = simplify_characters(self._text[max(0, place.start - 3) : place.start])
        reader = reader_of(self._stretch, self._context, "gbk", self._text)
        return place.resume < len(self._text) and not glances_well(reader, place, before)

    def _interpret(
        self, places: list[RunStart], left: str, done: int
    ) -> tuple[list[Proposal], str, int, int]:
        """Return (clauses, clean text before, characters searched, searched in vain).

        The clauses are those of the run that begins at one of these places, none if none does. The
        last figure counts the other code page.
        """
        start, in_vain = places[0].start, 0
        for page in self._pages if places[0].torn is None else _TORN_IN:
            reader = reader_of(self._stretch, self._context, page, self._text)
            reader.most_steps = self._stretch.steps - self._stretch.steps_spent
            best: Run | None = None
            for place in places:
                if reader.positions > _LOOKED_LONG:
                    break
                self._context.tick()
                if place.late:
                    place = locate(reader, place, left, done)
                if place.start < start:  # further back than what is before it
                    ahead = simplify_characters(
                        self._text[max(done, place.start - 60) : place.start]
                    )
                else:
                    ahead = left + simplify_characters(self._text[start : place.start])
                run = read_run(reader, place, ahead)
                if run is not None and (best is None or run.gain > best.gain):
                    best = run
            read, reader.positions = reader.positions and reader.positions + len(places), 0
            if best is not None:
                return (
                    list(propose_run(best, self._text, self._context.profile)),
                    best.before,
                    read,
                    in_vain,
                )
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


def _find_starts(
    text: str, bare: str, pages: Sequence[CodePage], model: CharacterModel, *, spun: bool
) -> Iterator[list[RunStart]]:
    """Return groups of places in order; at one place of each group a run may begin.

    `bare` is the text without its glosses, `pages` are those it may be out of step in. In a spun
    text 咊諧 is 和谐, so that only what is still rare when simplified is a sign.
    """
    groups: list[list[RunStart]] = []
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
            if _HALF_WIDTH.match(text, at + 1):
                worth = _LOST_FULL  # 上?!V州 was 上海、廣州; ?!A股 is a question
            elif behind and behind in _MARKS:
                worth = _LOST_SHOWN
            elif behind == "?" and text[at + 2 : at + 3] >= "\x80" and not doubled:
                worth = _LOST_FULL  # 部署??偟膩砜矗: the second ? was a folded ？
            elif _FOLDED_AND_LETTER.match(text, at):
                worth = _LOST_FULL  # 勐??h was 勐海縣
            elif behind < "\x80" or (doubled and text[at - 1 : at] == "?"):
                continue  # 去过?A股: one letter alone would be in step again
            else:
                worth = _LOST_PLAIN
        glance = 0.0 if worth == _LOST_SHOWN else _READS_WELL
        groups.append([RunStart(at, at + 1, worth, glance)])
    for odd in odd_run_pattern().finditer(simplify_characters(text) if spun else text):
        if cost_a_character(text, *odd.span(), model) < _READS_WELL_ODD:
            continue  # 羟吲哚乙酸; 勐海、勐遮、勐腊
        low, high = max(0, odd.start() - _NEAR), odd.start()
        if not any(low - _NEAR <= at <= odd.end() for at in shown):
            low = floor_of(text, low, high)
            groups.append([RunStart(low, low, _LOST_NOTHING, 0.0, odd.end(), late=high - low)])
    for torn in find_torn_glosses(text, bare):
        worth = _LOST_SHOWN if torn.marked else _LOST_NOTHING
        groups.append([RunStart(torn.start, torn.end, worth, torn=torn)])
    taken = [place.start for group in groups for place in group]
    for mark in _CUT.finditer(text):
        start = mark.start()
        if _KANA_WORD.match(text, start + 1):
            continue
        if any(abs(start - one) < _NEAR for one in taken):
            continue
        if cost_of_next(text, start + 1, _SEEN, model) < _READS_WELL:
            continue  # ：爲瞭簡化標度因子: one odd character is no run
        gains = (gain_one_byte_off(text, start, _SEEN, page, model) for page in pages)
        if any(gain >= _LEAST_GAIN for gain in gains):
            groups.append([RunStart(start, start, _LOST_NOTHING, _READS_WELL_SILENT, start + 2)])
    groups.sort(key=lambda group: (group[0].start, group[0].torn is None))
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
