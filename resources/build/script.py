"""Build the tables of script: what OpenCC's newest tables add to its base, and words of some forms.

    python resources/build/script.py --opencc DIR --base DIR [--out resources/data]

`--opencc` is the folder of an unpacked wheel of the package `opencc` (1.4.2); it is never
installed, since it is imported by the same name as the base. `--base` is the folder `dictionary` of
opencc-python-reimplemented. A row is a key and what it becomes, the usual one first; a character
that stays by default comes first itself. script_words.tsv holds the simplified
characters before and behind a traditional one in its words.
"""

from __future__ import annotations

import argparse
import subprocess
from pathlib import Path
from tempfile import TemporaryDirectory

import sources

TABLES = (
    "TSCharacters", "TSCharactersExt", "TSPhrases", "CJK_Compatibility_Ideographs",
    "TWVariantsRev", "TWVariantsRevPhrases", "HKVariantsRev", "HKVariantsRevPhrases",
)  # fmt: skip
REGIONS = ("TW", "HK")


def read_wheel(folder: Path) -> dict[str, sources.Targets]:
    """Return the tables of an unpacked wheel, which holds the program that reads them."""
    inside = folder / "opencc" / "clib"
    program = inside / "bin" / "opencc_dict"
    program.chmod(0o755)
    found: dict[str, sources.Targets] = {}
    with TemporaryDirectory() as made:
        for name in TABLES:
            text = Path(made) / f"{name}.txt"
            table = inside / "share" / "opencc" / f"{name}.ocd2"
            subprocess.run(
                [program, "-i", table, "-f", "ocd2", "-o", text, "-t", "text"], check=True
            )
            found[name] = sources.opencc_table(text)
    return found


def convert(text: str, phrases: sources.Targets, characters: sources.Targets) -> list[str]:
    """Return the text in its converted pieces: the longest phrase first, else the character."""
    longest = max(map(len, phrases))
    pieces, at = [], 0
    while at < len(text):
        for size in range(min(longest, len(text) - at), 1, -1):
            if text[at : at + size] in phrases:
                pieces.append(phrases[text[at : at + size]][0])
                at += size
                break
        else:
            pieces.append(characters.get(text[at], [text[at]])[0])
            at += 1
    return pieces


def merge_characters(tables: dict[str, sources.Targets]) -> sources.Targets:
    """Return each character and what it becomes in any region, the usual one first."""
    merged = {char: list(targets) for char, targets in tables["TSCharactersExt"].items()}
    merged |= {char: list(targets) for char, targets in tables["TSCharacters"].items()}
    for char, targets in tables["CJK_Compatibility_Ideographs"].items():
        merged.setdefault(char, merged.get(targets[0], list(targets)))
    for region in REGIONS:
        for char, standard in tables[f"{region}VariantsRev"].items():
            plain = [now for one in standard for now in merged.get(one, [one])]
            # 著 is 着 in Taiwan, but for the phrases of its table; the standard table lacks it.
            if char not in merged:
                own = [char] if sources.in_gb2312(char) else []
                merged[char] = [*plain, *own] if plain[0] != char else [char, *plain[1:]]
            else:
                merged[char] += [now for now in plain if now not in merged[char]]
    regional = {char for region in REGIONS for char in tables[f"{region}VariantsRev"]}
    return {
        char: targets for char, targets in merged.items() if targets != [char] or char in regional
    }


def merge_phrases(
    tables: dict[str, sources.Targets], characters: sources.Targets
) -> sources.Targets:
    """Return the phrases of all regions, in simplified characters."""
    merged = {word: list(targets) for word, targets in tables["TSPhrases"].items()}
    plain = {char: targets for char, targets in characters.items() if len(targets) == 1}
    for region in REGIONS:
        for word, standard in tables[f"{region}VariantsRevPhrases"].items():
            simple = "".join(convert(standard[0], merged, tables["TSCharacters"]))
            # A phrase of characters that can only become one thing says nothing new.
            if len(simple) == len(word) and any(char not in plain for char in word):
                doubtful = any(len(characters.get(char, "")) > 1 for char in word)
                if doubtful and word not in merged:
                    merged[word] = [simple]
    return {word: targets for word, targets in merged.items() if len(targets[0]) == len(word)}


def list_neighbours(base: Path) -> list[str]:
    """Return the rows of the characters that stand only in certain words: 髮 for 发, but not 發.

    A row is the character, all that stands before it in a word, and all that stands behind it.
    """
    characters = sources.opencc_table(base / "STCharacters.txt")
    usual = {targets[0] for targets in characters.values()}
    rare = {form for targets in characters.values() for form in targets} - usual
    before: dict[str, set[str]] = {form: set() for form in rare}
    behind: dict[str, set[str]] = {form: set() for form in rare}
    for plain, targets in sources.opencc_table(base / "STPhrases.txt").items():
        word = targets[0]
        if len(word) != len(plain):
            continue
        for at, form in enumerate(word):
            if form in rare:
                before[form].update(plain[:at][-1:])
                behind[form].update(plain[at + 1 : at + 2])
    return [
        f"{form}\t{''.join(sorted(before[form]))}\t{''.join(sorted(behind[form]))}\n"
        for form in sorted(rare)
        if before[form] or behind[form]
    ]


def beyond(found: sources.Targets, base: sources.Targets) -> list[str]:
    """Return the rows that the base lacks or has otherwise."""
    rows = {key: targets for key, targets in found.items() if base.get(key) != targets}
    return [f"{key}\t{' '.join(rows[key])}\n" for key in sorted(rows)]


def main() -> None:
    """Read the options and write the tables."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--opencc", type=Path, required=True)
    parser.add_argument("--base", type=Path, required=True)
    parser.add_argument("--out", type=Path, default=Path("resources/data"))
    options = parser.parse_args()
    tables = read_wheel(options.opencc)
    characters = merge_characters(tables)
    phrases = merge_phrases(tables, characters)
    for name, found, base in (
        ("script_characters.tsv", characters, "TSCharacters.txt"),
        ("script_phrases.tsv", phrases, "TSPhrases.txt"),
    ):
        rows = beyond(found, sources.opencc_table(options.base / base))
        (options.out / name).write_text("".join(rows), "utf-8")
        print(f"{name}: {len(rows)} rows")
    (options.out / "script_words.tsv").write_text("".join(list_neighbours(options.base)), "utf-8")


if __name__ == "__main__":
    main()
