"""Build variants.tsv: which standard simplified character a form may stand for.

    python resources/build/variants.py --unihan DIR --opencc DIR --cedict FILE --yitizi FILE
        --decomposition FILE [--out resources/data]

A row is form, base, cost (0 certain .. 9 unlikely), sources. resources/data/README.md says where
the sources come from and what the costs mean. Run readings.py first.
"""

from __future__ import annotations

import argparse
from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from itertools import chain
from pathlib import Path

import sources
from components import Components, Plain
from evidence import Evidence
from relations import Listed, Pair, Relations
from syllables import normalise, split_tone

FIELDS = {
    "kTGH", "kSimplifiedVariant", "kTraditionalVariant", "kSemanticVariant", "kFrequency",
    "kSpecializedSemanticVariant", "kZVariant", "kCompatibilityVariant", "kPhonetic",
    "kRSUnicode", "kGB0", "kHanyuPinlu", "kTGHZ2013", "kPrimaryNumeric", "kAccountingNumeric",
}  # fmt: skip
WELL_LISTED = 1  # a listed pair of this cost leaves no room for guesses
MANY_WORDS = 20  # 著 is 着 in 185 words of CC-CEDICT, 份 is 分 in 15
UNHEARD = 2  # what a listed variant that shares no reading costs more: 関 for 寡
OTHER_TONE = 1  # and one that shares a reading but for the tone: 搨 tà for 搭 dā
# English units have characters of their own: 6.7吋 is inches, and 6.7寸 would be a third more.
UNITS = frozenset("吋呎哩浬噚唡瓩")
# Parts that stand for themselves where a character is taken apart: 分亻表, 氵㸒 for 淫.
PARTS = frozenset("亻冫冖冂刂勹彡彳忄扌氵灬爫犭癶礻糹纟罒耂艹衤訁讠釒钅阝飠饣丬丷牜氺覀")
VARIANT_TABLES = ("JPVariants", "TWVariants", "HKVariants")


def pairs(table: sources.Targets) -> Iterator[Pair]:
    """Yield all (key, target) of single characters."""
    for key, targets in table.items():
        for target in targets:
            if sources.is_hanzi(target) and len(key) == 1:
                yield key, target


def inverse(table: sources.Targets) -> Iterator[Pair]:
    """Yield all pairs the other way round."""
    return ((target, key) for key, target in pairs(table))


def both_ways(table: sources.Targets) -> Iterator[Pair]:
    """Yield all pairs of a relation that the source gives in one direction only."""
    return chain(pairs(table), inverse(table))


def listed(
    unihan: dict[str, dict[str, str]], options: argparse.Namespace, levels: dict[str, int]
) -> dict[Pair, Listed]:
    """Return all pairs that a source lists."""

    def field(name: str) -> sources.Targets:
        return {char: sources.code_points(value) for char, value in unihan[name].items()}

    def opencc(name: str) -> sources.Targets:
        return sources.opencc_table(options.opencc / f"{name}.txt")

    back = opencc("TSCharacters")
    simplified = {target for targets in back.values() for target in targets}
    gb2312 = simplified & unihan["kGB0"].keys() - levels.keys()
    relations = Relations(levels, frozenset(gb2312))
    relations.add_script("opencc.TSCharacters", pairs({k: t[:1] for k, t in back.items()}), 0)
    relations.add_script("opencc.TSCharacters", pairs({k: t[1:] for k, t in back.items()}), 1)
    phrases = options.opencc / "TSPhrases.txt"
    relations.add_script("opencc.TSPhrases", sources.opencc_phrase_pairs(phrases), 1)
    relations.add_script("opencc.STCharacters", inverse(opencc("STCharacters")), 1)
    relations.add_script("unihan.kSimplifiedVariant", pairs(field("kSimplifiedVariant")), 1)
    relations.add_script("unihan.kTraditionalVariant", inverse(field("kTraditionalVariant")), 2)
    same = sources.equivalent_ideographs(options.unihan / "EquivalentUnifiedIdeograph.txt")
    relations.add_script("unicode.equivalent", pairs(same), 0)
    relations.add_script("unihan.kCompatibilityVariant", pairs(field("kCompatibilityVariant")), 0)

    entries = [*sources.cedict(options.cedict)]
    words = sources.cedict_script(entries)
    often = [pair for pair, count in words.items() if count >= MANY_WORDS]
    seldom = [pair for pair, count in words.items() if 1 < count < MANY_WORDS]
    relations.add_script("cedict.words", often, 1)
    relations.add_script("cedict.few_words", seldom, 2)
    relations.add_variants("cedict", sources.cedict_variants(entries), 1)
    for name in VARIANT_TABLES:
        relations.add_variants(f"opencc.{name}", both_ways(opencc(name)), 1)
    relations.add_variants("unihan.kZVariant", both_ways(field("kZVariant")), 1)
    relations.add_variants("unihan.kSemanticVariant", both_ways(field("kSemanticVariant")), 2)
    special = both_ways(field("kSpecializedSemanticVariant"))
    relations.add_variants("unihan.kSpecializedSemanticVariant", special, 3)
    numerals = {
        value: char for char, value in unihan["kPrimaryNumeric"].items() if levels.get(char) == 1
    }
    # 弎 is written for 三 in accounts as 叁 is; the plain numeral is by far the more frequent.
    written = {
        form: [numerals[value]]
        for form, value in unihan["kAccountingNumeric"].items()
        if value in numerals and not levels.get(form) and form not in unihan["kSimplifiedVariant"]
    }
    relations.add_variants("unihan.kAccountingNumeric", pairs(written), 0)
    relations.add_variants("yitizi", pairs(sources.yitizi(options.yitizi)), 2)
    return relations.resolve()


def read_readings(path: Path) -> dict[str, list[str]]:
    """Return char -> readings from readings.tsv."""
    rows = (line.split("\t") for line in path.read_text("utf-8").splitlines())
    return {char: readings.split() for char, readings in rows}


def untoned(readings: list[str]) -> frozenset[str]:
    """Return the readings without their tones."""
    return frozenset(split_tone(one)[0] for one in readings)


def strangeness(form: list[str], base: list[str]) -> int:
    """Return what a listed variant costs more because it sounds different."""
    if not form or not base or set(form) & set(base):
        return 0
    return OTHER_TONE if untoned(form) & untoned(base) else UNHEARD


def finder(
    unihan: dict[str, dict[str, str]],
    options: argparse.Namespace,
    levels: dict[str, int],
    readings: dict[str, list[str]],
    plain: Plain,
) -> Evidence:
    """Put together what the evidence tier needs to know."""
    parts = sources.decompositions(options.decomposition)
    components = Components(parts, unihan["kPhonetic"], unihan["kRSUnicode"], plain)
    # Only readings that the standard dictionary gives: 合 is also gě, but no reader spins by 葛.
    base_readings: dict[str, list[str]] = {}
    for char, level in levels.items():
        if level < 3:
            located = unihan["kTGHZ2013"].get(char, "").split()
            ours = (one for entry in located for one in entry.partition(":")[2].split(","))
            base_readings[char] = [one for one in map(normalise, ours) if one]
    spoken = {
        char: sum(int(one.partition("(")[2].rstrip(")")) for one in value.split())
        for char, value in unihan["kHanyuPinlu"].items()
    }

    def rarity(base: str) -> float:
        frequency = int(unihan["kFrequency"].get(base, "6"))
        return levels[base] * 4 + frequency - min(spoken.get(base, 0), 2000) / 1000

    glyphs = sources.opencc_table(options.opencc / "STCharacters.txt")
    return Evidence(components, base_readings, readings, glyphs, levels, rarity)


def build(options: argparse.Namespace) -> list[str]:
    """Return the rows of the table, sorted by form and cost."""
    unihan = sources.unihan(options.unihan, FIELDS)
    levels = sources.standard_levels(unihan["kTGH"])
    readings = read_readings(options.out / "readings.tsv")

    @cache
    def plain(char: str) -> frozenset[str]:
        return untoned(readings.get(char, []))

    rows: dict[str, dict[str, tuple[int, list[str]]]] = defaultdict(dict)
    for (form, base), pair in listed(unihan, options, levels).items():
        cost = pair.cost(everyday=levels.get(form, 3) < 3)
        given = pair.sources()
        if all(source.startswith("variant:") for source in given):
            cost += strangeness(readings.get(form, []), readings.get(base, []))
        rows[form][base] = (cost, given)
    evidence = finder(unihan, options, levels, readings, plain)
    index = evidence.by_reading()
    for form in evidence.forms():
        # A form that is listed well needs no guess: 動 is 动. What is listed may be confirmed.
        known = any(cost <= WELL_LISTED for cost, _ in rows[form].values())
        for candidate in evidence.candidates(form, index):
            if candidate.base in rows[form]:
                cost, given = rows[form][candidate.base]
                if cost:
                    # What a single source lists is surer when it looks and sounds alike: 劔 剑.
                    sure = max(WELL_LISTED, cost - 1)
                    rows[form][candidate.base] = (sure, [*given, candidate.source])
            elif not known:
                rows[form][candidate.base] = (candidate.cost, [candidate.source])
    # Who replaces characters to look different takes no simplified one: 晖 is 暉, not 辉.
    simple = {
        char
        for char, forms in unihan["kTraditionalVariant"].items()
        if char in levels and chr(int(forms.split()[0][2:], 16)) != char
    }
    for form in simple & rows.keys():
        rows[form] = {
            base: row for base, row in rows[form].items() if row[1][0].startswith("script:opencc")
        }
    for form in (UNITS | PARTS) & rows.keys():
        del rows[form]
    return [
        f"{form}\t{base}\t{cost}\t{' '.join(given)}\n"
        for form in sorted(rows)
        for base, (cost, given) in sorted(rows[form].items(), key=lambda row: row[1][0])
    ]


def main() -> None:
    """Write the table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--unihan", type=Path, required=True, help="folder of the Unicode data")
    parser.add_argument("--opencc", type=Path, required=True, help="folder of OpenCC's *.txt")
    parser.add_argument("--cedict", type=Path, required=True, help="CC-CEDICT file, .gz or text")
    parser.add_argument("--yitizi", type=Path, required=True, help="yitizi.tsv")
    parser.add_argument("--decomposition", type=Path, required=True, help="cjk-decomp.txt")
    parser.add_argument("--out", type=Path, default=Path("resources/data"))
    options = parser.parse_args()
    (options.out / "variants.tsv").write_text("".join(build(options)), "utf-8")


if __name__ == "__main__":
    main()
