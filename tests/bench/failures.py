"""Print what restoring gets wrong: `python -m tests.bench.failures STYLE [COUNT]`.

STYLE is clean, honest or one of tests.damage.styles (seed, variants, glosses, traditional, ...).
Each failing place is one line: what stood in the damaged text, what should be there, what came
out, with six characters of context; alike places are counted together, the most frequent first.

The paragraphs and seeds are others than bench_engine scores: what was read here and mended must not
raise a figure that is to tell how the engine does on texts that nobody has looked at.
"""

from __future__ import annotations

import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from difflib import SequenceMatcher
from random import Random
from typing import NamedTuple

from reader import restore
from tests.bench import corpus, honest
from tests.damage.damaged import Damaged, cells_of, damaged
from tests.damage.styles import STYLES

_CONTEXT = 6


class Failure(NamedTuple):
    """One place where the result differs from the truth."""

    truth: str
    got: str
    around: str
    kinds: tuple[str, ...] = ()
    was: str = ""


def cases(style: str, count: int) -> Iterator[tuple[int, Damaged]]:
    """Yield the paragraphs of a style, each damaged with its own seed."""
    if style == "clean":
        for index, text in enumerate(corpus.clean(count, scored=False)):
            yield index, damaged_nothing(text)
        return
    for index, text in enumerate(corpus.to_look_at(count)):
        yield index, STYLES[style](text, Random(f"look {style} {index}"))


def damaged_nothing(text: str) -> Damaged:
    """Return a text as a damaged one without damage."""
    return damaged(cells_of(text))


def differences(case: Damaged, got: str) -> Iterator[Failure]:
    """Yield the places where `got` is not the truth."""
    truth = case.truth
    places = case.places
    for tag, start, end, low, high in SequenceMatcher(None, truth, got, False).get_opcodes():
        if tag == "equal":
            continue
        hit = [place for place in places if place.truth_start < max(end, start + 1)]
        hit = [place for place in hit if place.truth_end > start or place.truth_start == start]
        kinds = tuple(sorted({kind for place in hit for kind in place.kinds}))
        was = "|".join(case.text[place.start : place.end] for place in hit)
        around = f"{truth[max(0, start - _CONTEXT) : start]}[{truth[start:end]}]"
        around += truth[end : end + _CONTEXT]
        yield Failure(truth[start:end], got[low:high], around, kinds, was)


def show(style: str, count: int) -> None:
    """Print the failing places of a style, grouped and counted."""
    exact = total = 0
    groups: Counter[tuple[str, str, str]] = Counter()
    samples: dict[tuple[str, str, str], list[str]] = defaultdict(list)
    kinds: Counter[str] = Counter()
    for index, case in cases(style, count):
        total += 1
        got = restore(case.text).text
        if got == case.truth:
            exact += 1
            continue
        for failure in differences(case, got):
            key = failure.was, failure.truth, failure.got
            groups[key] += 1
            kinds["+".join(failure.kinds) or "untouched"] += 1
            if len(samples[key]) < 3:
                samples[key].append(f"{failure.around} #{index}")
    for (was, truth, got), number in groups.most_common(200):
        print(
            f"{number:4} {was or '-'} : {truth or '∅'} -> {got or '∅'}   "
            + "   ".join(samples[was, truth, got])
        )
    print(f"by damage: {', '.join(f'{name} {number}' for name, number in kinds.most_common())}")
    print(f"{style}: {exact} of {total} exact = {exact / max(total, 1):.1%}")


def show_honest(count: int) -> None:
    """Print the honest parentheses that restoring removed."""
    gone = 0
    for text, kept in honest.paragraphs(count, scored=False):
        for parenthesis in honest.missing(restore(text).text, kept):
            gone += 1
            at = text.find(parenthesis)
            print(f"{parenthesis}  {text[max(0, at - 10) : at + len(parenthesis) + 6]}")
    print(f"honest: {gone} removed in {count} paragraphs")


def main(arguments: list[str]) -> int:
    """Run the command."""
    style = arguments[0] if arguments else "seed"
    if style not in STYLES and style not in ("clean", "honest"):
        print(__doc__, file=sys.stderr)
        return 2
    default = {"clean": 20_000, "honest": 2_000}.get(style, 500)
    count = int(arguments[1]) if len(arguments) > 1 else default
    if style == "honest":
        show_honest(count)
    else:
        show(style, count)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
