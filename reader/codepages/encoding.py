"""The encodings that text may have been written in, and which characters partial bytes can be."""

from __future__ import annotations

from functools import cache, cached_property
from itertools import compress
from typing import NamedTuple

from reader.codepages.views import LOST, DefinedPairs
from reader.language.forms import form_table
from reader.language.ngram import CharacterModel, character_model
from reader.text.resources import resource_path

_NAMES = {"gb18030": "GBK", "cp950": "Big5", "big5hkscs": "Big5-HKSCS", "utf-8": "UTF-8"}
MOST_COST = 16.0
"""Nats; one rare or unknown character must not outweigh everything else."""
_EVERYDAY = 9.5  # nats; of 100 characters of Chinese text 95 are more frequent
_FORM = 2.0  # nats against a guess that is a traditional form or variant
_MOST = 60  # characters tried for one set of missing bytes
_FULL_WIDTH = str.maketrans(
    {
        chr(code): chr(code - 0xFEE0)
        for code in range(0xFF21, 0xFF5B)
        if chr(code - 0xFEE0).isalpha()
    }
)
_WIDE_SPACE = "\u3000"  # two of them indent a paragraph

Key = tuple[int, ...]
"""The bytes of one character: -1 for a missing one, -2 if one mark stands for it and the last."""


class EncodedCharacter(NamedTuple):
    """A character, its id in the model (that of its simplified form), and its bytes.

    `odds` are nats against guessing it: 术 and 朮 share an id, and 术 is the better guess.
    """

    char: str
    number: int
    data: bytes
    odds: float = 0.0


class Encoding:
    """One encoding: which characters its bytes stand for, even if some are missing."""

    def __init__(self, name: str, codec: str, model: CharacterModel) -> None:
        self.name = name
        self.codec = codec
        self.model = model
        self.self_synchronizing = codec == "utf-8"  # a lead byte is never a following byte
        self.longest = 4 if self.self_synchronizing else 2  # bytes of a character
        self._whole: dict[bytes, EncodedCharacter | None] = {}
        self._index: dict[tuple[bool, ...], dict[Key, list[EncodedCharacter]]] = {}
        self._partly: dict[
            tuple[Key, frozenset[int] | None, int | None, DefinedPairs | None],
            list[EncodedCharacter],
        ] = {}

    def width(self, lead: int) -> int:
        """Return how many bytes a character that begins with `lead` has, 0 if none begins so."""
        if not self.self_synchronizing:
            return 2 if 0x81 <= lead <= 0xFE else 0
        if 0xE2 <= lead <= 0xEF:
            return 3
        if 0xC2 <= lead <= 0xDF:
            return 2
        return 4 if 0xF0 <= lead <= 0xF4 else 0

    def follows(self, value: int) -> bool:
        """Tell whether a byte can follow the first byte of a character."""
        if self.self_synchronizing:
            return 0x80 <= value < 0xC0
        return 0x40 <= value <= 0xFE and value != 0x7F

    def find_whole(self, data: bytes) -> EncodedCharacter | None:
        """Return the character that these bytes encode, None if it is not exactly one."""
        found = self._whole.get(data, self)
        if found is not self:
            return found  # type: ignore[return-value]
        try:
            char = data.decode(self.codec)
        except UnicodeDecodeError:
            char = ""
        good = len(char) == 1 and not "\ue000" <= char <= "\uf8ff"
        made = EncodedCharacter(char, number_of(char, self.model), data) if good else None
        self._whole[data] = made
        return made

    def find_partial(
        self,
        key: Key,
        missing: frozenset[int] | None,
        behind: int | None,
        pairs: DefinedPairs | None = None,
    ) -> list[EncodedCharacter]:
        """Return the likeliest characters with these bytes; missing ones are among `missing`.

        `behind` is the byte after the character if the bytes were decoded in pairs, of which these
        mean something: then only bytes that formed no such pair were lost. In GBK 往 before 上 is
        E5 BE 80 E4, of which E5 BE 97 E4 would have become 桾.
        """
        asked = (key, missing, behind, pairs)
        found = self._partly.get(asked)
        if found is None:
            found = self.find_all(key)
            gaps = [at for at, value in enumerate(key) if value < 0]
            single = [at for at in gaps if key[at] == -1]
            if missing is not None:
                found = [one for one in found if all(one.data[at] in missing for at in gaps)]
            if behind is not None and pairs is not None:
                found = [one for one in found if _is_unpaired(one.data, single, behind, pairs)]
            found = self._partly[asked] = found[:_MOST]
        return found

    def find_common(self, most: float) -> list[EncodedCharacter]:
        """Return all simplified characters with a rarity up to `most` nats, likeliest first."""
        model = self.model
        likely = (one for one in self._likely if not one.odds)
        return [one for one in likely if model.rarity(one.char) <= most]

    @cached_property
    def everyday(self) -> frozenset[bytes]:
        """The bytes of everyday characters, traditional ones too."""
        rarity = self.model.rarity
        rows = zip(*_read_guessable(), strict=True)
        chars = [char for char, plain in rows if rarity(plain) < _EVERYDAY]
        return frozenset(data for char in chars if (data := _encode(char, self.codec)) is not None)

    @cached_property
    def _likely(self) -> tuple[EncodedCharacter, ...]:
        """The characters that may be guessed, the likeliest first."""
        chars, plain = _read_guessable()
        return tuple(
            EncodedCharacter(char, number, data, odds_of(char, one))
            for char, one, number in zip(chars, plain, self.model.ids(plain), strict=True)
            if (data := _encode(char, self.codec)) is not None
        )

    def find_all(self, key: Key) -> list[EncodedCharacter]:
        """Return all characters with these bytes that may be guessed, likeliest first."""
        mask = tuple(value < 0 for value in key)
        rows = self._index.get(mask)
        if rows is None:
            rows = self._index[mask] = self._rows(mask)
        return rows.get(tuple(value for value in key if value >= 0), [])

    def _rows(self, mask: tuple[bool, ...]) -> dict[Key, list[EncodedCharacter]]:
        """Return the characters of as many bytes as the mask has, by those that are not gone."""
        rows: dict[Key, list[EncodedCharacter]] = {}
        kept = [not gone for gone in mask]
        for candidate in self._likely:
            if len(candidate.data) == len(mask):
                rows.setdefault(tuple(compress(candidate.data, kept)), []).append(candidate)
        return rows


def _is_unpaired(data: bytes, gaps: list[int], behind: int, pairs: DefinedPairs) -> bool:
    """Tell whether no missing byte forms one of the pairs with the byte after it."""
    for at in gaps:
        follower = data[at + 1] if at + 1 < len(data) else behind
        if follower < LOST and bytes((data[at], follower)) in pairs:
            return False
    return True


def normalise(text: str) -> str:
    """Return a text in the model's alphabet: simplified, with plain spaces and letters."""
    return text.translate(form_table().guess).translate(_FULL_WIDTH).replace(_WIDE_SPACE, " ")


def number_of(char: str, model: CharacterModel) -> int:
    """Return the id of a character; a traditional one has that of its simplified form."""
    return model.ids(normalise(char)[:1] or " ")[0]


def numbers_of(text: str, model: CharacterModel) -> list[int]:
    """Return the ids of the characters of a text, one each."""
    plain = normalise(text)
    if len(plain) != len(text):
        return [number_of(char, model) for char in text]
    return model.ids(plain)


def excess_of(text: str, model: CharacterModel) -> float:
    """Return by how many nats the characters of a text are rarer than any one may cost.

    莗 costs no more than 祈 where both are unlikely, but is ten thousand times as rare.
    """
    plain = normalise(text)
    return sum(max(0.0, model.rarity(char) - MOST_COST) for char in plain if char >= "\x80")


@cache
def encoding_of(codec: str) -> Encoding:
    """Return the encoding of a codec, cached because its tables fill as they are asked."""
    return Encoding(_NAMES[codec], codec, character_model())


def encoding_named(name: str) -> Encoding:
    """Return the encoding of this name."""
    return encoding_of(next(codec for codec, one in _NAMES.items() if one == name))


@cache
def _read_guessable() -> tuple[str, str]:
    """Return the characters that may be guessed, the likeliest first, and these normalised."""
    chars, plain, _ = resource_path("data", "guessable.txt").read_text("utf-8").split("\n")
    return chars, plain


def odds_of(char: str, plain: str) -> float:
    """Return by how many nats a character is less likely to be guessed than what it stands for."""
    return _FORM if plain != char and char != _WIDE_SPACE else 0.0


def _encode(char: str, codec: str) -> bytes | None:
    try:
        return char.encode(codec)
    except UnicodeEncodeError:
        return None
