"""What a document tells about itself: whether it is spun, glossed, its marks folded.

Counted once over the document (over samples of a long one), before anything is repaired, so that
the answer for one paragraph does not depend on the repair of another.
"""

from __future__ import annotations

import math
import re
from dataclasses import dataclass

from reader.core.align import Evidence
from reader.core.restore import forms, glosses
from reader.core.restore.hanzi import HANZI, IS_HANZI
from reader.language.ngram import CharacterModel

_ASKED = 40  # convincing forms after which more would say nothing new
_CONVINCING = 13.0  # nats that a replaced character and the one behind it may cost together
_SAMPLE = 24_000  # code points that are looked at
_PIECES = 8  # in so many places
_HALF = re.compile(rf"(?<=[{HANZI}”》）)%％℃])[,;:?](?=[{HANZI}“《（(0-9A-Za-z]|$)", re.MULTILINE)
_FULL = re.compile("[，；：？]")
_HALF_OPEN = re.compile(rf"\((?=[{HANZI}][^()\n]*\))")
_ENOUGH, _PLACES = 6, 3  # half-width marks, in so many paragraphs, that nobody sets by accident


@dataclass(frozen=True, slots=True)
class DocumentEvidence:
    """What was counted, and what follows from it."""

    hanzi: int
    glosses: int
    forms: int  # characters that simplified text never has and that read well replaced: 勞 咊
    half_marks: int
    full_marks: int
    gloss_score: float  # log odds that the glosses are damage
    spun: bool  # characters were replaced throughout
    traditional: bool  # the whole text is in traditional script
    folded: bool  # full-width marks were folded to half-width

    @property
    def glossed(self) -> bool:
        """Tell if the glosses are damage; a lone one in clean text may be meant: 重(chóng)庆."""
        return self.gloss_score > 0

    @property
    def gloss_confidence(self) -> float:
        """Return how sure it is that a gloss is damage, 0..1."""
        if not self.glossed:
            return max(0.1, 0.5 / (1 + math.exp(-self.gloss_score)))
        return min(0.99, 0.6 + self.gloss_score / 20)

    @property
    def gloss_reason(self) -> Evidence:
        """Return the evidence that the glosses are damage or may be meant."""
        if not self.glossed:
            return Evidence("gloss_lone")
        share = 100 * self.glosses / max(1, self.hanzi)
        return Evidence("gloss_density", (f"{share:.0f}" if share >= 1 else "<1",))


def gather(text: str, model: CharacterModel) -> DocumentEvidence:
    """Return the evidence of a document; takes milliseconds on any size."""
    total = hanzi = formed = script = half = full = open_half = open_full = 0
    score = 0.0
    untoned = 0
    half_places = set()
    plans = forms.table().plans
    for piece in _pieces(text):
        hanzi += len(IS_HANZI.findall(piece))
        foreign = forms.foreign_forms(piece)
        script += sum(plans[form].traditional for form in foreign)
        bare: list[str] = []
        at = 0
        for gloss in glosses.find_glosses(piece):
            total += 1
            plain = gloss.raw.isascii()
            untoned += plain
            score += 1.2 if plain else 0.35
            if gloss.repeated or piece[gloss.end - 2] in " \u3000":
                score += 4
            if forms.is_foreign(piece[gloss.at]):
                score += 3
            bare.append(piece[at : gloss.start])
            at = gloss.end
        bare.append(piece[at:])
        plain_text = "".join(bare)
        formed += _convincing(plain_text, model, _ASKED - formed)
        full += len(_FULL.findall(plain_text))
        open_half += len(_HALF_OPEN.findall(plain_text))
        open_full += plain_text.count("（")
        for mark in _HALF.finditer(plain_text):
            half += 1
            half_places.add(plain_text.rfind("\n", 0, mark.start()))
    density = total / max(1, hanzi)
    score -= 2.5
    if untoned >= 2 and density > 0.03:
        score += 2
    if total and density < 0.004:
        score -= 2 + 0.35 * total
    spun = script >= 3 or formed >= 2 or (formed == 1 and hanzi < 120) or score > 0
    if formed and total:
        score += 3
    traditional = script > 0.06 * hanzi + 2
    spread = half >= _ENOUGH and len(half_places) >= _PLACES
    more_half = half + open_half > full + open_full
    folded = more_half if spun else full == 0 and spread
    return DocumentEvidence(hanzi, total, formed, half, full, score, spun, traditional, folded)


def _convincing(text: str, model: CharacterModel, most: int) -> int:
    """Return how many foreign forms read much better replaced, `most` at the most.

    奴隷 does as 奴隶, 赵孟頫 does not as 赵孟俯: a rare character in a name is no sign of damage.
    """
    known = forms.table()
    guessed = text.translate(known.guess)
    if guessed == text:
        return 0
    count = 0
    ids = None
    for at, (was, now) in enumerate(zip(text, guessed, strict=True)):
        if count >= most:
            break
        if was == now:
            continue
        if ids is None:
            ids = [0, 0, *model.ids(guessed), 0]
        cost = model.cost(*ids[at : at + 3]) + model.cost(*ids[at + 1 : at + 4])
        if cost < _CONVINCING:
            count += 1
    return count


def _pieces(text: str) -> list[str]:
    """Return the text, or evenly spread samples of a long one, cut at line ends where possible."""
    if len(text) <= _SAMPLE:
        return [text]
    size = _SAMPLE // _PIECES
    step = (len(text) - size) // (_PIECES - 1)
    return [text[at : at + size] for at in range(0, len(text) - size + 1, step)]
