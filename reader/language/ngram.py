"""A character 4-gram model of simplified Chinese: how likely a character is after three others.

`cost` looks two characters back, `cost4` three. The file `resources/data/ngram.bin` is mapped into
memory and searched by bisection; ngram_file.py describes its layout. N-grams that were pruned are
estimated from shorter contexts (backing off).

Sources and licences: resources/data/README.md.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Sequence
from functools import cache, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from reader.language.ngram_context import Contexts
from reader.language.ngram_file import BLOCK_BITS, BOUNDARY, SPECIAL, UNKNOWN, ModelTables
from reader.text.resources import resource_path

if TYPE_CHECKING:
    from reader.language.ngram_batch import BatchModel

__all__ = ["BOUNDARY", "UNKNOWN", "CharacterModel", "character_model"]

_REACH = 3  # how many characters the model looks back
_REMEMBERED = 1 << 14  # cached results of each kind, at most about 3 MB


class CharacterModel:
    """Costs of characters in context, in nats (-ln p)."""

    def __init__(self, path: Path) -> None:
        """Map the file. Raises ValueError if it is not a model, OSError if it can't be read."""
        self._path = path
        tables = self._tables = ModelTables(path)
        self._ids, self._nats, self._back = tables.ids, tables.nats, tables.backing_off
        self._one = tables.one
        self._three, self._three_leaf = tables.three, tables.three_leaf
        self._three_back, self._four = tables.three_back, tables.four
        # Looked up as a context, and when a longer n-gram is missing.
        self._pair = lru_cache(_REMEMBERED)(tables.two.find)
        self._cost = lru_cache(_REMEMBERED)(_make_trigram_cost(tables, self._pair))
        self._cost4 = lru_cache(_REMEMBERED)(self._look_up)
        self._cost2 = lru_cache(_REMEMBERED)(self._look_up_pair)
        self._batch: BatchModel | None = None
        self._contexts: Contexts | None = None

    def __reduce__(self) -> tuple[Callable[[Path], CharacterModel], tuple[Path]]:
        """Let another process map the file itself."""
        return _open_model, (self._path,)

    def forget(self) -> None:
        """Empty the caches, up to 70 MB after a long document; they fill as questions are asked."""
        for one in (self._pair, self._cost, self._cost4, self._cost2):
            one.cache_clear()
        if self._contexts is not None:
            self._contexts.forget()
        self._tables.forget()

    def ids(self, text: str) -> list[int]:
        """Return the id of each character of `text`; those that the model lacks get UNKNOWN."""
        get = self._ids.get
        return [get(char, UNKNOWN) for char in text]

    @property
    def characters(self) -> str:
        """The characters that have an id of their own, in the order of these."""
        return self._tables.characters

    @property
    def size(self) -> int:
        """How many ids there are."""
        return SPECIAL + len(self._tables.characters)

    def character(self, number: int) -> str:
        """Return the character of an id: 0 for any digit, A for any letter, U+FFFD for unknown."""
        return (
            self._tables.characters[number - SPECIAL] if number >= SPECIAL else "\n\ufffd0A"[number]
        )

    def knows(self, char: str) -> bool:
        """Tell if the model has seen the character."""
        return char in self._ids

    def rarity(self, char: str) -> float:
        """Return -ln p(char) without any context, in nats: 的 3.6, 里 6, 俯 12."""
        return self._nats[self._one[self._ids.get(char, UNKNOWN)]]

    def cost2(self, first: int, second: int) -> float:
        """Return -ln p(second | first), in nats, for two ids.

        `cost4` is the same where the model has not seen `first` after the one before it: it knows
        no triple whose last two characters it does not know as a pair.
        """
        return self._cost2(first, second)

    def cost(self, first: int, second: int, third: int) -> float:
        """Return -ln p(third | first second), in nats, for three ids."""
        return self._cost(first, second, third)

    def cost4(self, first: int, second: int, third: int, fourth: int) -> float:
        """Return -ln p(fourth | first second third), in nats, for four ids."""
        return self._cost4(first, second, third, fourth)

    def _look_up(self, first: int, second: int, third: int, fourth: int) -> float:
        extra = 0.0
        pair = self._pair(first, second)
        if pair >= 0:
            triple = self._three.find(pair, third)
            if triple >= 0:
                at = self._four.find(triple, fourth)
                if at >= 0:
                    return self._nats[self._four.steps[at]]
                extra = self._back[self._three_back[triple]]
        return extra + self._cost(second, third, fourth)

    def _look_up_pair(self, first: int, second: int) -> float:
        tables = self._tables
        for runs in (tables.two, tables.two_leaf):
            at = runs.find(first, second)
            if at >= 0:
                return self._nats[runs.steps[at]]
        return self._back[tables.one_back[first]] + self._nats[self._one[second]]

    def attraction(self, before: str, after: str) -> float:
        """Return by how many nats two texts are likelier side by side than apart: 和 and 谐."""
        ids = self.ids(before[-2:].rjust(2, "\n") + after[:2])
        gain = self.rarity(after[0]) - self.cost(*ids[:3])
        if len(ids) > _REACH:
            gain += self.cost(UNKNOWN, *ids[2:4]) - self.cost(*ids[1:4])
        return gain

    @property
    def contexts(self) -> Contexts:
        """The contexts of the model, for many questions about the same one."""
        if self._contexts is None:
            self._contexts = Contexts(self._tables)
        return self._contexts

    def text_cost(self, text: str, before: str = "\n\n", after: str = "") -> float:
        """Return the cost in nats of `text` and of up to three characters `after` it.

        Only the last three characters `before` it are looked at.
        """
        before = before[-_REACH:]
        ids = self.ids(before + text + after[:_REACH])
        start = len(before)
        if start < _REACH:
            ids[:0] = [BOUNDARY] * (_REACH - start)
        cost = self._cost4
        return sum(map(cost, ids, ids[1:], ids[2:], ids[3:]))

    def text_costs(
        self, texts: Sequence[str], before: str = "\n\n", after: str = ""
    ) -> list[float]:
        """Return the `text_cost` of each text; much faster for many texts or long ones (numpy)."""
        if self._batch is None:
            from reader.language.ngram_batch import BatchModel

            self._batch = BatchModel(self._tables)
        return self._batch.text_costs(texts, before[-_REACH:].rjust(_REACH, "\n"), after[:_REACH])


def _make_trigram_cost(
    tables: ModelTables, pair_of: Callable[[int, int], int]
) -> Callable[[int, int, int], float]:
    """Return the function that computes `CharacterModel.cost`.

    Decoders call it more than anything else, so the tables are local names and the searches that
    fail for most candidates are inlined.
    """
    nats, back = tables.nats, tables.backing_off
    one, one_back, two, two_back = tables.one, tables.one_back, tables.two, tables.two_back
    inner, leaf, leaf_pairs = tables.three, tables.three_leaf, tables.two_leaf
    inner_base, inner_offset, inner_last = inner.base, inner.offset, inner.last
    leaf_base, leaf_offset, leaf_last = leaf.base, leaf.offset, leaf.last
    three_steps, leaf_steps = inner.steps, leaf.steps

    def cost(first: int, second: int, third: int) -> float:
        pair = pair_of(first, second)
        extra = 0.0
        if pair >= 0:
            after = pair + 1
            block, block_after = pair >> BLOCK_BITS, after >> BLOCK_BITS
            low = leaf_base[block] + leaf_offset[pair]
            high = leaf_base[block_after] + leaf_offset[after]
            if low < high:
                at = bisect_left(leaf_last, third, low, high)
                if at < high and leaf_last[at] == third:
                    return nats[leaf_steps[at]]
            low = inner_base[block] + inner_offset[pair]
            high = inner_base[block_after] + inner_offset[after]
            if low < high:
                at = bisect_left(inner_last, third, low, high)
                if at < high and inner_last[at] == third:
                    return nats[three_steps[at]]
            extra = back[two_back[pair]]
        at = two.find(second, third)
        if at >= 0:
            return extra + nats[two.steps[at]]
        at = leaf_pairs.find(second, third)
        if at >= 0:
            return extra + nats[leaf_pairs.steps[at]]
        return extra + back[one_back[second]] + nats[one[third]]

    return cost


def character_model() -> CharacterModel:
    """Return the model that ships with Jingdu, mapped once per process."""
    return _open_model(_shipped_path())


@cache
def _shipped_path() -> Path:
    return resource_path("data", "ngram.bin")


@cache
def _open_model(path: Path) -> CharacterModel:
    return CharacterModel(path)
