"""Glosses that were inserted between two bytes of a character, and the text they broke.

人事爭議 is CA C2 | A0 8E | D7 68 ... in GBK. A spinner that searched bytes found the key 聽, C2 A0,
across 事|爭 and inserted its gloss "(tīng)" after A0: the page has 人事?tīng)幾h調解. The byte
before the break is the key's first byte, and the gloss is its reading, which leaves very few keys.
To undo this, put the lost byte back, remove the gloss, and decode again until in step.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from reader.language import characters
from reader.language.forms import simplify_characters
from reader.language.glosses import find_glosses, without_glosses
from reader.language.hanzi import HANZI, IS_HANZI
from reader.language.ngram import CharacterModel
from reader.language.syllables import SYLLABLE, TONED, match_gloss, split_spelling
from reader.repair.calibration import probability_of_gloss_slip, ratio_of, share_choices
from reader.repair.mechanism import Context, Layer, Stretch
from reader.repair.proposal import Proposal, Weighing
from reader.text.align import Alternative
from reader.text.evidence import Bytes, Evidence
from reader.text.kinds import RepairKind

_BROKEN = re.compile(
    rf"(?P<before>[{HANZI}])(?:[?？\ufffd](?P<open>[(（]?)(?P<marked>{SYLLABLE})"
    rf"|(?P<bare>[(（]?)(?P<toned>{TONED}))[ \u3000]{{0,2}}[)）]"
)
_AGAIN = re.compile(rf"[?？\ufffd][(（]?({SYLLABLE})[ \u3000]{{0,2}}[)）]")
_MAX_RUN = 400  # code points after which a slip that did not come back in step is given up
_MIN_GAIN = 3.0  # nats by which the repaired text must be likelier
_MIN_GAIN_BARE = 10.0  # the same where no '?' shows that a byte is gone
_MOST_A_CHARACTER = 9.0  # nats per character; what costs more is not Chinese
_BEHIND = 2  # characters after a run that count for what it costs
_NO_RIVAL = 15.0
_NO_TEXT = 40.0  # nats by which what stands there must be worse to be surely damaged
_LOST_COST = 12.0  # cost of leaving the break as it stands, in nats: nobody writes that


class SlipInterpretation(NamedTuple):
    """What the bytes from the break on may say, and which key explains it."""

    end: int  # offset after the last character that was out of step (code points)
    written: str  # what the bytes say
    key: str  # the character that the gloss belongs to
    chain: bytes  # for the evidence
    cost: float  # nats


class GlossSlips:
    """Glosses between two bytes that only by coincidence are the glossed character."""

    name = "gloss_slips"
    kinds = frozenset((RepairKind.SLIP,))
    layer = Layer.PARAGRAPH

    def propose(self, stretch: Stretch, context: Context) -> Iterator[Proposal]:
        """Yield the text from each break to where the bytes are in step again."""
        text = stretch.text
        if ")" not in text and "）" not in text:
            return
        done = 0
        for found in _BROKEN.finditer(text):
            start = found.end("before")
            if start < done:
                continue
            if found["bare"] and match_gloss(found["before"], found["toned"]):
                continue  # an ordinary gloss of the character before it
            proposal = _interpret(text, found, context.model)
            if proposal is not None:
                done = proposal.end
                yield proposal


def _interpret(text: str, found: re.Match[str], model: CharacterModel) -> Proposal | None:
    start = found.end("before")
    marked = found["marked"] is not None
    gloss = found["marked"] or found["toned"]
    interpretations = sorted(
        _find_interpretations(text, start, found.end(), gloss, model), key=lambda one: one.cost
    )
    if not interpretations:
        return None
    best = interpretations[0]
    context = simplify_characters(without_glosses(text[max(0, start - 12) : start]))
    stands = simplify_characters(without_glosses(text[start : best.end]))
    left = model.text_cost(stands, "\n\n" + context, text[best.end : best.end + 2])
    gain = left - best.cost + (_LOST_COST if marked else 0.0)
    if gain < (_MIN_GAIN if marked else _MIN_GAIN_BARE):
        return None
    rivals = [other for other in interpretations[1:6] if other.written != best.written]
    nats = best.cost / (len(best.written) + _BEHIND)
    rival = min((other.cost - best.cost for other in rivals), default=_NO_RIVAL)
    probability = probability_of_gloss_slip(gain, rival, nats, len(best.written), marked=marked)
    shares = share_choices([0.0, *(other.cost - best.cost for other in rivals)])
    return Proposal(
        start,
        best.end,
        best.written,
        RepairKind.SLIP,
        "slip.gloss",
        ratio_of(probability),
        (
            Evidence("slip_bytes", (Bytes(best.chain, "GBK"), f"({gloss})")),
            Evidence("slip_key", (best.key, Bytes(best.key.encode("gbk"), "GBK"), gloss)),
        ),
        tuple(
            Alternative(simplify_characters(other.written), round(share, 3))
            for other, share in zip(rivals, shares[1:], strict=True)
        ),
        Weighing.AS_WRITTEN,
        damaged=gain >= _NO_TEXT,
    )


@cache
def _list_keys(lead: int) -> dict[tuple[str, str], list[str]]:
    """Return (plain syllable, tone) -> the GBK hanzi with this first byte; tone "" is any."""
    keys: dict[tuple[str, str], list[str]] = defaultdict(list)
    for trail in (*range(0x40, 0x7F), *range(0x80, 0xFF)):
        try:
            char = bytes((lead, trail)).decode("gbk")
        except UnicodeDecodeError:
            continue
        if not IS_HANZI.match(char):
            continue
        spelled = {split_spelling(reading) for reading in characters.readings_of(char)}
        for key in spelled | {(plain, "") for plain, _ in spelled}:
            keys[key].append(char)
    return keys


def _find_interpretations(
    text: str, start: int, resume: int, gloss: str, model: CharacterModel
) -> Iterator[SlipInterpretation]:
    """Yield the text that each possible key gives."""
    try:
        last = text[start - 1].encode("gbk")
    except UnicodeEncodeError:
        return
    plain, tone = split_spelling(gloss)
    context = simplify_characters(without_glosses(text[max(0, start - 12) : start]))
    seen = set()
    for key in _list_keys(last[-1]).get((plain, tone), ()):
        lost = key.encode("gbk")[1:]
        # An ASCII byte is a character by itself: nothing can be split after it.
        if lost in seen or lost < b"\x80":
            continue
        seen.add(lost)
        for raw, end, chain in _read_back_in_step(text, resume, lost):
            end = _skip_glosses(raw[-1], text, end)
            after = simplify_characters(without_glosses(text[end : end + 12]))[:2]
            cost = model.text_cost(simplify_characters(raw), "\n\n" + context, after)
            if cost > _MOST_A_CHARACTER * (len(raw) + len(after)):
                continue
            yield SlipInterpretation(end, raw, key, last + chain, cost)


def _read_back_in_step(text: str, resume: int, lost: bytes) -> list[tuple[str, int, bytes]]:
    """Decode the text from `resume` on with the lost byte in front, until it is in step again.

    Return what it may say: (characters, offset where it is in step again, bytes decoded).
    Glosses added to the broken text later are skipped. One that broke the bytes a second time
    (爲人(ren)員 -> 懭?ren)員) puts them back in step: it is the reading of the lost character.
    """
    skip = {gloss.start: gloss.end for gloss in find_glosses(text[resume : resume + _MAX_RUN])}
    pending = lost
    pieces: list[str] = []
    chain: list[bytes] = [lost]
    at = resume
    while at < len(text) and at - resume < _MAX_RUN:
        if at - resume in skip:
            at = resume + skip[at - resume]
            continue
        again = _AGAIN.match(text, at)
        if again is not None:
            keys = _list_keys(pending[0]).get(split_spelling(again[1]), [])
            read, bytes_read = "".join(pieces), b"".join(chain)
            return [(read + key, again.end(), bytes_read) for key in keys[:8]]
        try:
            coded = text[at].encode("gbk")
            pieces.append((pending + coded[:1]).decode("gbk"))
        except UnicodeError:
            return []
        if len(chain) < 6:
            chain.append(coded)
        at += 1
        if len(coded) == 1:
            return [("".join(pieces), at, b"".join(chain))]
        pending = coded[1:]
        if pending < b"\x80":
            # The second byte is ASCII: the character was decoded as one byte and a letter.
            pieces.append(pending.decode("ascii"))
            return [("".join(pieces), at, b"".join(chain))]
    return []


def _skip_glosses(char: str, text: str, at: int) -> int:
    """Return the offset after the glosses of `char` at `at`: 議(yì) became 幾h(yì)."""
    run = char + text[at : at + 30]
    glosses = find_glosses(run)
    while glosses and glosses[0].start == 1 and glosses[0].at == 0:
        at += glosses[0].end - 1
        glosses = find_glosses(char + text[at : at + 30])
    return at
