"""Which standard character a form is listed as a form of, in which sources, and how surely.

Every source gives directed pairs form -> target. A target that is no standard simplified
character goes on: through the script tables (衕 -> 同), and where these do not reach the standard,
through one more listed variant (a form of a form).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

Pair = tuple[str, str]
FIRST = "script:opencc.TSCharacters"  # the table whose first target is the rule
MANY_WORDS = "script:cedict.words"  # forms that many words show: 著 for 着
_EVERYDAY = ("script:opencc", "script:cedict")  # tables that list everyday forms by word
_LONE = 2  # what an everyday form costs more when one publisher alone has it: 阪 for 坂


@dataclass(slots=True)
class Listed:
    """What the sources say about one pair: source id -> cost of the way there."""

    costs: dict[str, int] = field(default_factory=dict)
    floor: int = 0

    def add(self, source: str, cost: int) -> None:
        """Note the pair from `source`, at the lowest cost it is given with."""
        self.costs[source] = min(cost, self.costs.get(source, cost))

    def cost(self, *, everyday: bool) -> int:
        """Return the cost of the best source, one less for each further publisher that agrees.

        An everyday form is mostly meant as it stands, however many list it: 藉 for 借.
        """
        best = min(self.costs.values())
        agreeing = len({_publisher(source) for source in self.costs}) - 1
        if everyday:
            alone = not agreeing and MANY_WORDS not in self.costs
            return max(self.floor, best + (_LONE if alone else 0))
        return max(self.floor, best - agreeing)

    def sources(self) -> list[str]:
        """Return the best source id of each publisher, best first."""
        first: dict[str, str] = {}
        for source in sorted(self.costs, key=lambda one: (self.costs[one], one)):
            first.setdefault(_publisher(source), source)
        return list(first.values())


def _publisher(source: str) -> str:
    """Return "unihan" for "variant:unihan.kZVariant"."""
    return source.partition(":")[2].partition(".")[0]


class Relations:
    """Collects listed relations and resolves them to standard characters."""

    def __init__(self, levels: dict[str, int], further: frozenset[str]) -> None:
        self._levels = levels
        # Bases outside the standard table that only a script table may give: 餘 -> 馀.
        self._further = further
        self._script: dict[str, dict[str, Listed]] = defaultdict(lambda: defaultdict(Listed))
        self._variants: dict[str, dict[str, Listed]] = defaultdict(lambda: defaultdict(Listed))

    def add_script(self, source: str, pairs: Iterable[Pair], cost: int) -> None:
        """Add pairs (traditional or compatibility form, simplified target)."""
        for form, target in pairs:
            if form != target:
                self._script[form][target].add(f"script:{source}", cost)

    def add_variants(self, source: str, pairs: Iterable[Pair], cost: int) -> None:
        """Add pairs (form, what it is a variant of); the target may be any character."""
        for form, target in pairs:
            if form != target:
                self._variants[form][target].add(f"variant:{source}", cost)

    def resolve(self) -> dict[Pair, Listed]:
        """Return the pairs whose base is a standard character."""
        found: dict[Pair, Listed] = defaultdict(Listed)
        for form in sorted({*self._script, *self._variants}):
            ways = [way for way in self._ways(form) if form != way[0]]
            # Only the first form that OpenCC gives costs nothing: 餘 is 余 before it is 馀.
            first = {base for base, source, cost in ways if source == FIRST and not cost}
            for base, source, cost in ways:
                if self._may_list(form, base, source):
                    found[form, base].add(source, cost)
                    found[form, base].floor = 1 if first and base not in first else 0
        return found

    def _ways(self, form: str) -> Iterator[tuple[str, str, int]]:
        """Yield (base, source, cost) of all direct ways; of longer ones only if there is none."""
        direct = [*self._by_script(form, 0), *self._by_variant(form, 0)]
        yield from direct
        if direct or form in self._levels:
            return
        for middle, listed in self._variants[form].items() if form in self._variants else ():
            source = listed.sources()[0]
            for base, _, cost in self._by_variant(middle, listed.costs[source]):
                yield base, source, cost

    def _by_script(self, form: str, cost: int) -> Iterator[tuple[str, str, int]]:
        if form not in self._script:
            return
        for target, listed in self._script[form].items():
            for source, step in listed.costs.items():
                if target in self._levels or (target in self._further and not cost):
                    yield target, source, cost + step

    def _by_variant(self, form: str, cost: int) -> Iterator[tuple[str, str, int]]:
        if form not in self._variants:
            return
        # A form that has a simplified form is less likely to stand for anything else.
        known = form in self._script and any(
            target in self._levels and not min(listed.costs.values())
            for target, listed in self._script[form].items()
        )
        for target, listed in self._variants[form].items():
            for source, step in listed.costs.items():
                total = cost + step + (2 if known else 0)
                if target in self._levels:
                    yield target, source, total
                for base, _, whole in self._by_script(target, total):
                    yield base, source, whole + (1 if target in self._levels else 0)

    def _may_list(self, form: str, base: str, source: str) -> bool:
        """Keep everyday characters apart: 做 and 作 are no forms of each other, 乾 is one of 干."""
        level = self._levels.get(form, 0)
        if level in (1, 2):
            return source.startswith(_EVERYDAY)
        if level == 3:
            return source.startswith("script:") or self._levels.get(base, 3) < 3
        return True
