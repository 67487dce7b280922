"""Traditional script in honest text: 臺灣 becomes 台湾, phrase by phrase as OpenCC has it.

Nothing else is touched there: rare characters, names and marks are the author's. In simplified text
only characters that it never has are replaced, and none that is quoted: 书名题作《紅樓夢》.
"""

from __future__ import annotations

from collections.abc import Iterator

from reader.language import form_words
from reader.language.characters import standard_level
from reader.language.forms import form_table, is_foreign
from reader.language.names import begins_word, stands_in_name
from reader.language.ngram import CharacterModel
from reader.language.quotations import find_meant
from reader.language.script import find_phrases, script_options
from reader.language.text_kind import TextKind
from reader.repair.calibration import SHOWN, ratio_of
from reader.repair.forms import MEANT, draft_stretch, propose_spelling
from reader.repair.mechanism import Context, Layer, Stretch, may_concern_forms
from reader.repair.mentions import find_mentions
from reader.repair.proposal import Proposal, Weighing
from reader.text.evidence import Evidence
from reader.text.kinds import RepairKind

_SHORT = 2  # characters of a word that may be parts of two others
_RULE = "script.t2s"
_ONE_WAY = ratio_of(0.98)  # OpenCC knows one simplified form
_SECOND = 4.0  # nats that OpenCC's second choice costs
_IN_SIMPLIFIED = 14.0  # nats that a traditional character in simplified text has in its favour
_RARE = 8.0  # the same if OpenCC leaves the character as it is: 龢, 堃
_OF_ITSELF = 4.0  # the same for a character that is everyday in simplified text: 像, 沈
_EVERYDAY, _PER_RARITY, _MOST_NAMED = 6.4, 6.0, 12.0  # nats for staying in a name, by rarity
_FEW_FONTS = "\U00010000"  # from here on


class Script:
    """Traditional characters in honest text, whether traditional or simplified."""

    name = "script"
    kinds = frozenset((RepairKind.SCRIPT,))
    layer = Layer.PARAGRAPH
    may_concern = staticmethod(may_concern_forms)

    def applies(self, stretch: Stretch) -> bool:
        """Tell whether a stretch is honest and has anything to simplify."""
        return not stretch.kind.spun and stretch.has_forms

    def draft(self, stretch: Stretch) -> str:
        """Return the text of a stretch with all replaced that can mean only one thing."""
        return draft_stretch(stretch)

    def propose(self, stretch: Stretch, context: Context) -> Iterator[Proposal]:
        """Yield what phrases become, and characters beside those of the draft."""
        if not self.applies(stretch):
            return
        bare, base, kind = stretch.bare, stretch.bare_draft, stretch.kind
        quoted = set[int]()
        if not kind.traditional:
            quoted = {at for span in find_meant(bare) for at in range(*span)}
        shown = find_mentions(base) - quoted
        in_phrase = _find_in_phrases(bare, base, kind, context.model)
        places = {found.start() for found in form_table().pattern.finditer(bare)}
        for at in sorted(places | in_phrase.keys()):
            char = bare[at]
            if base[at] != char or at in shown:
                continue
            place, meant = stretch.origin(at), at in quoted
            if at in in_phrase:
                phrase, now = in_phrase[at]
                if now != char and now < _FEW_FONTS:
                    yield propose_spelling(place, now, phrase, meant=meant)
                continue
            word, wanted = _find_word(bare, base, at, context.model)
            if not word:
                yield from _propose_character(
                    place, bare, base, at, context.model, kind, meant=meant
                )
            elif wanted != char and wanted < _FEW_FONTS:
                # 家俱 in simplified text is its author's spelling.
                own = not kind.traditional and not is_foreign(char)
                yield propose_spelling(place, wanted, word, meant=meant, shown=own)


def _find_in_phrases(
    bare: str, base: str, kind: TextKind, model: CharacterModel
) -> dict[int, tuple[str, str]]:
    """Return (phrase, what the character becomes) by offset, for the phrases of a paragraph."""
    found: dict[int, tuple[str, str]] = {}
    for start, phrase, plain in find_phrases(bare):
        # 合著 is a word, but not in 配合著.
        if len(phrase) == _SHORT and not begins_word(base, start, model):
            continue
        if kind.traditional or kind.mixed or any(map(is_foreign, phrase)):
            found |= {at: (phrase, now) for at, now in enumerate(plain, start)}
    return found


def _find_word(bare: str, base: str, at: int, model: CharacterModel) -> tuple[str, str]:
    """Return (word, character) of the tables of words for bare[at], both empty if there is none."""
    word, wanted = form_words.find_word(base, at)
    if not word:
        word, wanted = form_words.find_word(bare, at)
    begin = base.rfind(word, max(0, at - len(word) + 1), at + len(word))
    if word and begin >= 0 and not begins_word(base, begin, model):
        return "", ""
    return word, wanted


def _propose_character(
    place: int,
    bare: str,
    base: str,
    at: int,
    model: CharacterModel,
    kind: TextKind,
    *,
    meant: bool,
) -> Iterator[Proposal]:
    char, traditional = bare[at], kind.traditional
    options = [one for one in script_options(char) if one < _FEW_FONTS]
    if standard_level(char) and char not in options:
        options.append(char)
    if not options or options == [char]:
        return
    ours = is_foreign(char) or (kind.mixed and standard_level(char) not in (1, 2))
    if not traditional and not ours:
        return
    if meant or (traditional and len(options) == 1):
        ratio = SHOWN if meant else _ONE_WAY
        yield _propose(place, char, options[0], ratio, meant=meant)
        return
    rank_of_itself = options.index(char) if char in options else 1
    leave = _cost(char, rank_of_itself, options, base, at, model)
    if not kind.traditional and not kind.mixed:
        # 臺灣 is 台湾; the 順 of 冯绍順 is how his name is written here.
        leave = -_IN_SIMPLIFIED
    for rank, option in enumerate(options):
        if option != char:
            ratio = leave - _cost(option, rank, options, base, at, model)
            yield _propose(place, char, option, ratio, weighing=Weighing.IN_CONTEXT)


def _cost(
    option: str, rank: int, options: list[str], base: str, at: int, model: CharacterModel
) -> float:
    """Return the prior cost in nats of a choice that OpenCC gives at this rank."""
    cost = _SECOND * rank
    if rank and options[0] == base[at]:
        cost += _OF_ITSELF if standard_level(base[at]) in (1, 2) else _RARE
    elif option == base[at] and stands_in_name(base, at, model):
        # Names may have 昇, but 於 is nearly always the everyday word.
        rarity = min(model.rarity(one) for one in options if one != option)
        cost -= max(0.0, min(_MOST_NAMED, _PER_RARITY * (rarity - _EVERYDAY)))
    return cost


def _propose(
    place: int,
    char: str,
    after: str,
    ratio: float,
    *,
    meant: bool = False,
    weighing: Weighing = Weighing.DONE,
) -> Proposal:
    reasons = (
        Evidence("traditional_form", (char, after, ("OpenCC",))),
        *((MEANT,) if meant else ()),
    )
    return Proposal(place, place + 1, after, RepairKind.SCRIPT, _RULE, ratio, reasons, (), weighing)
