"""The profile of a document: whether it is spun or glossed, and whether its marks were folded.

It is counted once over the document (samples of a long one) before anything is repaired, so that
the repair of one paragraph does not depend on that of another.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from reader.language import forms, glosses
from reader.language.dialect import is_cantonese
from reader.language.form_words import find_word
from reader.language.hanzi import HANZI, IS_HANZI
from reader.language.ngram import CharacterModel
from reader.language.quotations import count_simplified, find_quotations
from reader.repair import calibration
from reader.repair.source_code import without_code
from reader.text.evidence import Evidence

_ASKED = 40  # convincing forms after which more would change nothing
_CONVINCING = 13.0  # nats that a replaced character and the next may cost together
_ATTRACTED = 4.2  # nats by which it and a neighbour are likelier together: 藍 in 一件藍色的
_ATTRACTED_SHORT = 3.0  # the same in a text of a few words, which has no other sign: 盡力
_SHORT = 20  # characters
_COMMON = 10.0  # -ln p up to which a character is common: 尽, but not the 俊 of a name
_TOO_RARE = 13.0  # -ln p of a character that no spinner would replace: 赵孟頫's 𫖯
_TONED_ENOUGH = 4.0  # log odds that glosses with tones must reach alone: about twenty glosses
_SIMPLE_ENOUGH = 2  # simplified characters around quotations that show that a text is simplified
_SPOKEN_OF = 2  # single characters in quotation marks that a text must be about: “龜”“馬”
_EACH_ONCE = 0.85  # share of different characters among the glossed ones
_READER = 0.5  # glosses per hanzi from which on a text with tones is a book for children
_SAMPLE = 24_000  # code points that are looked at
_PIECES = 8  # samples of a long text
# The mark comes first: a pattern that begins with a class is searched several times as fast.
_HALF = re.compile(
    rf"[,;:?](?:(?<=[{HANZI}”》）)%％℃].)(?=[{HANZI}“《（(0-9A-Za-z]|$)"
    rf"|(?<=[0-9A-Za-z\"].)(?=[{HANZI}“《])|(?<=[{HANZI}][,:])(?=\"))",
    re.MULTILINE,
)
_LEFT_ALONE = re.compile("[。、“”]")  # marks that crawlers do not fold
# A full-width mark after "?" was made by a cut: 確?！, 部署?；.
_FULL = re.compile("(?<![?\ufffd])[，；：？]")
_HALF_OPEN = re.compile(rf"\((?=[{HANZI}][^()\n]*\))")
_ENOUGH, _PLACES = 6, 3  # half-width marks, and paragraphs with one, that are no accident


@dataclass(frozen=True, slots=True)
class DocumentProfile:
    """What was counted in a document, and what follows from it."""

    hanzi: int
    glosses: int
    forms: int  # characters foreign to simplified text that fit when replaced: 勞 咊
    half_marks: int
    full_marks: int
    gloss_score: float  # log odds that the glosses are damage
    spun: bool  # characters were replaced by forms throughout
    traditional: bool  # the whole text is in traditional script
    folded: bool  # full-width marks were folded to half-width
    quoted: bool = False  # all foreign forms are in quotations
    cantonese: bool = False  # at least partly in written Cantonese

    @property
    def glossed(self) -> bool:
        """Whether the glosses are damage; a single one in clean text may be meant: 重(chóng)庆."""
        return self.gloss_score > 0

    @property
    def gloss_confidence(self) -> float:
        """How sure it is that a gloss is damage (0..1)."""
        return calibration.probability_of_gloss(self.gloss_score)

    @property
    def gloss_reason(self) -> Evidence:
        """The evidence that the glosses are damage, or may be meant."""
        if not self.glossed:
            return Evidence("gloss_lone")
        share = 100 * self.glosses / max(1, self.hanzi)
        return Evidence("gloss_density", (round(share) if share >= 1 else 0,))


UNKNOWN = DocumentProfile(0, 0, 0, 0, 0, -1.0, False, False, False)
"""The profile of a document in which nothing was counted yet."""


def profile_document(text: str, model: CharacterModel) -> DocumentProfile:
    """Return the profile of a document; takes milliseconds for any size."""
    total = hanzi = formed = script = half = full = open_half = open_full = left_alone = 0
    score = 0.0
    untoned = 0
    half_places = set()
    glossed: set[str] = set()
    plans = forms.form_table().plans
    pieces = _sample(text)
    forms_of = [forms.find_foreign_forms(piece) for piece in pieces]
    quoted = any(forms_of) and _are_quoted(pieces, forms_of)
    for piece, foreign in zip(pieces, forms_of, strict=True):
        hanzi += len(IS_HANZI.findall(piece))
        if quoted:
            foreign = []
        script += sum(plans[form].traditional for form in foreign)
        found = glosses.split_glosses(piece)
        total += len(found.starts)
        for end, at, reading in zip(found.ends, found.ats, found.readings, strict=True):
            untoned += reading.untoned
            char = piece[at]
            glossed.add(char)
            score += 1.2 if reading.untoned else 0.35
            if reading.repeated or piece[end - 2] in " \u3000":
                score += 4
            if forms.is_foreign(char):
                score += 3
        plain_text = "".join(found.kept)
        formed += _count_convincing(
            _without_quotations(plain_text) if quoted else plain_text, model, _ASKED - formed
        )
        sentences = without_code(plain_text)
        full += len(_FULL.findall(sentences))
        left_alone += len(_LEFT_ALONE.findall(sentences))
        open_half += len(_HALF_OPEN.findall(sentences))
        open_full += sentences.count("（")
        for mark in _HALF.finditer(sentences):
            half += 1
            half_places.add(sentences.rfind("\n", 0, mark.start()))
    density = total / max(1, hanzi)
    score -= 2.5
    if untoned >= 2 and density > 0.03:
        score += 2
    if total and density < 0.004:
        score -= 2 + 0.35 * total
    if formed and total:
        score += 3
    elif not untoned:
        # 甪(lù)直, 马(Ma): an author glosses everything, or little, or each character only once. A
        # spinner works through a fixed list again and again.
        once = len(glossed) > _EACH_ONCE * total
        if density > _READER or score < _TONED_ENOUGH or once:
            score = min(score, -0.1)
    spun = script >= 3 or formed >= 2 or (formed == 1 and hanzi < 120) or score > 0
    traditional = script > 0.06 * hanzi + 2
    spread = half >= _ENOUGH and len(half_places) >= _PLACES and left_alone >= _PLACES
    more_half = half + open_half > full + open_full
    folded = more_half if spun else full == 0 and spread
    cantonese = is_cantonese("".join(pieces))
    return DocumentProfile(
        hanzi, total, formed, half, full, score, spun, traditional, folded, quoted, cantonese
    )


def _are_quoted(pieces: list[str], forms_of: list[list[str]]) -> bool:
    """Tell if all foreign forms are in quotations, in a text that is otherwise simplified."""
    single = 0
    for piece, foreign in zip(pieces, forms_of, strict=True):
        left = len(foreign)
        for start, end in find_quotations(piece) if left else ():
            inside = len(forms.find_foreign_forms(piece[start:end]))
            left -= inside
            single += inside == end - start == 1
        if left:
            return False
    if single >= _SPOKEN_OF:
        return True
    around = sum(count_simplified(_without_quotations(piece)) for piece in pieces)
    return around >= _SIMPLE_ENOUGH


def _without_quotations(piece: str) -> str:
    kept, at = [], 0
    for start, end in find_quotations(piece):
        kept.append(piece[at:start])
        at = end
    return "".join(kept) + piece[at:]


def _count_convincing(text: str, model: CharacterModel, most: int) -> int:
    """Return how many foreign forms are much likelier when replaced, at most `most`.

    奴隷 is as 奴隶, 赵孟頫 is not as 赵孟俯: a rare character in a name is no sign of damage.
    """
    known = forms.form_table()
    guessed = text.translate(known.guess)
    if guessed == text:
        return 0
    short = len(text) <= _SHORT
    # 關於 is 关于: in a short text the neighbour may be a form that simplified text has, too.
    context = "".join(map(_simplify_by_script, guessed)) if short else guessed
    enough = _ATTRACTED_SHORT if short else _ATTRACTED
    count = 0
    ids = None
    for at, (was, now) in enumerate(zip(text, guessed, strict=True)):
        if count >= most:
            break
        if was == now:
            continue
        if ids is None:
            ids = [0, 0, *model.ids(context), 0]
        here, behind = model.cost(*ids[at : at + 3]), model.cost(*ids[at + 1 : at + 4])
        rarity = model.rarity(now)
        attracted = max(rarity - here, model.rarity(context[at + 1 : at + 2] or "\n") - behind)
        plain = known.plans[was].traditional and rarity < (_COMMON if short else _TOO_RARE)
        if here + behind < _CONVINCING or (plain and attracted > enough):
            count += not find_word(text, at)[0]
    return count


def _simplify_by_script(char: str) -> str:
    """Return the simplified form of a character by the script tables, standard or not: 於 is 于."""
    options = forms.form_table().plans[char].options
    sure = options and options[0].tier == "script" and options[0].cost <= 0
    return options[0].text if sure else char


def _sample(text: str) -> list[str]:
    """Return the whole text, or evenly spread samples of a long one."""
    if len(text) <= _SAMPLE:
        return [text]
    size = _SAMPLE // _PIECES
    step = (len(text) - size) // (_PIECES - 1)
    return [text[at : at + size] for at in range(0, len(text) - size + 1, step)]
