"""A glance at what a line would say one byte off, which takes no search.

Out of step, each visible character is the second byte of one character and the first of the next,
so that two side by side name one, unless a pair vanished between them.
"""

from __future__ import annotations

from itertools import accumulate

from reader.codepages.double_byte import WIDE_MARKS, CodePage
from reader.codepages.encoding import MOST_COST
from reader.codepages.standing import last_of_line, next_of_line
from reader.language.forms import simplify_characters
from reader.language.ngram import UNKNOWN, CharacterModel

_NO_CHARACTER = 9.0  # nats for two bytes that are no character: a pair may have vanished there
_NOTHING = "\ufffd"
_UNSEEN = (UNKNOWN,) * 3


def gain_one_byte_off(
    text: str, at: int, count: int, page: CodePage, model: CharacterModel
) -> float:
    """Return by how many nats the line from text[at] on reads better if it is one byte off there.

    That is the most that any beginning of the next `count` characters gains if no pair vanished,
    0 if none does. By chance a character or two fit better; where text is out of step, so many do
    that the sum is soon above 10: ；ぷ荚； is 护准裕, but ;冷鋒受到 would be 焕滗h艿.
    """
    visible = next_of_line(text, at, count)
    pairs = _pair_bytes(visible, page)
    ahead = model.ids(last_of_line(text, at))[-3:]
    standing = model.ids(simplify_characters(visible[: len(pairs) + 1]))
    standing = [*_UNSEEN, *ahead, *standing][-len(pairs) - 3 :]
    said = [*_UNSEEN, *model.ids(simplify_characters("".join(pairs)))]
    cost = model.cost4
    gains = [
        min(MOST_COST, cost(*standing[here : here + 4]))
        - (_NO_CHARACTER if pair == _NOTHING else min(_NO_CHARACTER, cost(*said[here : here + 4])))
        for here, pair in enumerate(pairs)
    ]
    return max(accumulate(gains), default=0.0)


def _pair_bytes(visible: str, page: CodePage) -> list[str]:
    """Return the character between each two of the visible ones, up to one that has no two bytes.

    Where there is none, or one for private use, it is U+FFFD.
    """
    pairs: list[str] = []
    lead: int | None = None
    for char in visible:
        data = WIDE_MARKS.get(char, char).encode(page, "ignore")
        if len(data) != 2:
            break
        if lead is not None:
            said = bytes((lead, data[0])).decode(page, "replace")
            known = len(said) == 1 and not "\ue000" <= said <= "\uf8ff"
            pairs.append(said if known else _NOTHING)
        lead = data[1]
    return pairs
