"""Build context.npz: the model that tells a heteronym's readings apart by its neighbours.

    python resources/build/context.py --sentences cpp_dev.sent --labels cpp_dev.lb \
        --laws laws.txt.xz --g2pm FOLDER [--out resources/data] [--try]

FOLDER is the unpacked package g2pM 0.1.2.5, whose network is the first part of the model. The
second is log-linear over hashed neighbours, trained on top of it on two kinds of text: the CPP dev
sentences (the fifth, index % 5 == 4, is kept apart for measuring), and laws in which a phrase of
our tables settles the reading (index // 200 % 20 == 7 is kept apart). --try keeps another fifth
apart and prints how many of it are right, for choosing the settings below.
"""

from __future__ import annotations

import argparse
import lzma
import pickle
from collections import Counter
from pathlib import Path
from random import Random

import numpy as np
from syllables import from_number

from reader.language.readings.runs import runs_of
from reader.language.readings import model
from reader.language.readings.phrases import tables
from reader.language.readings.reading import ReadingSource
from reader.language.readings.resolve import resolve

SIZE = 1 << 18  # hash buckets
CLEAR = 0.985  # a reading counted at least as often is not doubted, as in phrases.py
SLOTS = 4  # readings a character at most
MIX, MIX_RATE = 0.9, 0.0
EPOCHS = 4
RATE = 0.01
DECAY = 3e-4
LAW_LINES = 24_000
LAW_WEIGHT = 0.15
A_PHRASE, A_READING = 6, 200  # examples taken of each at most
Example = tuple[str, int, str, float]  # text, place, reading, weight


def labelled(sentences: Path, labels: Path) -> list[Example]:
    """Return all CPP dev sentences in order; the label is a reading with its tone mark."""
    found = []
    lines = sentences.read_text("utf-8").split("\n")
    for line, label in zip(lines, labels.read_text("utf-8").split("\n"), strict=True):
        if label:
            at = line.index("▁")
            found.append((line.replace("▁", ""), at, from_number(label) or label, 1.0))
    return found


def from_laws(path: Path, chars: set[str]) -> list[Example]:
    """Return places in the laws where a phrase of several characters settles a heteronym."""
    with lzma.open(path, "rt", encoding="utf-8", newline="\n") as laws:
        lines = [line.rstrip("\n") for number, line in enumerate(laws) if number // 200 % 20 != 7]
    found: list[Example] = []
    by_phrase: Counter[tuple[str, str]] = Counter()
    by_reading: Counter[tuple[str, str]] = Counter()
    for line in Random("laws").sample(lines, LAW_LINES):
        for one in resolve(line, runs_of(line), None):
            char = line[one.at]
            if one.source is not ReadingSource.PHRASE or char not in chars:
                continue
            phrase, reading = (char, one.reason), (char, one.reading)
            if by_phrase[phrase] < A_PHRASE and by_reading[reading] < A_READING:
                by_phrase[phrase] += 1
                by_reading[reading] += 1
                found.append((line, one.at, one.reading, LAW_WEIGHT))
    return found


def quantised(values: np.ndarray) -> tuple[np.ndarray, np.float32]:
    """Return 8 bit numbers and what one of them is worth."""
    scale = np.float32(max(float(np.abs(values).max()), 1e-9) / 127)
    return np.rint(values / scale).astype(np.int8), scale


def network(folder: Path, table: dict[str, tuple[str, ...]]) -> dict[str, np.ndarray]:
    """Return g2pM's weights as arrays; its pickles are read here and nowhere else."""

    def load(name: str) -> dict:
        with (folder / "g2pM" / name).open("rb") as file:
            return pickle.load(file)

    state, characters, classes = load("np_ckpt.pkl"), load("char2idx.pkl"), load("class2idx.pkl")
    known = sorted(char for char in characters if len(char) == 1 and ord(char) < 0x11000)
    order = [characters["<UNK>"], *(characters[char] for char in known)]
    arrays: dict[str, np.ndarray] = {
        "alphabet": np.array([0, *map(ord, known)], np.uint32),
        "edges": np.array([known.index("시") + 1, known.index("끝") + 1], np.int32),
    }
    parts = {"embedding": state["embedding.weight"][order]}
    for way, end in (("ahead", "l0"), ("back", "l0_reverse")):
        parts[f"in_{way}"] = state[f"lstm.weight_ih_{end}"].T
        parts[f"again_{way}"] = state[f"lstm.weight_hh_{end}"].T
        parts[f"gate_bias_{way}"] = state[f"lstm.bias_ih_{end}"] + state[f"lstm.bias_hh_{end}"]
    parts["hidden"] = state["logit_layer.0.weight"].T
    parts["hidden_bias"] = state["logit_layer.0.bias"]
    parts["out"], parts["out_bias"] = state["logit_layer.2.weight"], state["logit_layer.2.bias"]
    for name, values in parts.items():
        arrays[name], arrays[f"{name}_scale"] = quantised(values)
    spelled = {from_number(name): number for name, number in classes.items()}
    arrays["classes"] = np.full((len(table), SLOTS), -1, np.int16)
    for row, readings in enumerate(table.values()):
        for slot, reading in enumerate(readings):
            arrays["classes"][row, slot] = spelled.get(reading, -1)
    return arrays


def train(
    examples: list[Example], table: dict[str, tuple[str, ...]], arrays: dict[str, np.ndarray], bias: np.ndarray
) -> tuple[np.ndarray, np.ndarray, float]:
    """Return (weights, bias, share of the network) that fit the examples, by Adagrad."""
    near, rows, goal, weight = prepared(examples, table)
    scores = np.concatenate(
        [model.Network(arrays).scores(near[at : at + 4096], rows[at : at + 4096]) for at in range(0, len(near), 4096)]
    )
    none = np.array([[slot >= len(readings) for slot in range(SLOTS)] for readings in table.values()])
    weights = np.zeros((SIZE, SLOTS), np.float32)
    grown = np.full((SIZE, SLOTS), 0.02, np.float32)
    bias = bias.copy()
    mix, mix_grown = MIX, 1.0
    chooser = np.random.default_rng(1)
    for _ in range(EPOCHS):
        order = chooser.permutation(len(near))
        for first in range(0, len(order), 512):
            part = order[first : first + 512]
            keys = model.feature_keys(near[part], SIZE)
            total = mix * np.maximum(scores[part], -30) + bias[rows[part]] + weights[keys].sum(axis=1)
            total[none[rows[part]]] = -1e9
            share = np.exp(total - total.max(axis=1, keepdims=True))
            share /= share.sum(axis=1, keepdims=True)
            share[np.arange(len(part)), goal[part]] -= 1
            share *= weight[part, None]
            flat = (keys[:, :, None] * SLOTS + np.arange(SLOTS)).ravel()
            pushed = np.repeat(share[:, None, :], keys.shape[1], axis=1).ravel()
            touched, where = np.unique(flat, return_inverse=True)
            slope = np.bincount(where, pushed).astype(np.float32)
            held, seen = weights.reshape(-1), grown.reshape(-1)
            slope += DECAY * len(part) * held[touched]
            seen[touched] += slope**2
            held[touched] -= RATE * slope / np.sqrt(seen[touched])
            np.add.at(bias, rows[part], -0.02 * share.astype(np.float32))
            tilt = float((share * np.maximum(scores[part], -30)).sum())
            mix_grown += tilt**2
            mix -= MIX_RATE * tilt / np.sqrt(mix_grown)
    return weights, bias, mix


def calmed(made: model.ContextModel, examples: list[Example]) -> np.float32:
    """Return the factor on the scores that makes the probabilities honest: the network is too sure.

    Fitted where neither phrase nor rule decides, on sentences the network has never seen.
    """
    shares = []
    for text, at, reading, _ in examples:
        one = next((one for one in resolve(text, runs_of(text), None) if one.at == at), None)
        if one and one.source is ReadingSource.DEFAULT and made.knows(text[at]):
            chances = made.chances(text, [at])[0]
            right = [chance.reading == reading for chance in chances]
            shares.append((np.log([max(chance.probability, 1e-12) for chance in chances]), right))

    def loss(calm: float) -> float:
        total = 0.0
        for scores, right in shares:
            share = np.exp(calm * scores)
            total -= np.log(max(float(share[right].sum() / share.sum()), 1e-9))
        return total

    return np.float32(min(np.arange(0.2, 1.2, 0.02), key=loss))


def prepared(
    examples: list[Example], table: dict[str, tuple[str, ...]]
) -> tuple[np.ndarray, np.ndarray, np.ndarray, np.ndarray]:
    """Return neighbours, table rows, right slots and weights of the examples."""
    row_of = {char: row for row, char in enumerate(table)}
    near = np.concatenate([model.neighbours(model.code_points(t), np.array([at])) for t, at, _, _ in examples])
    rows = np.array([row_of[text[at]] for text, at, _, _ in examples])
    goal = np.array([table[text[at]].index(reading) for text, at, reading, _ in examples])
    return near, rows, goal, np.array([weight for *_, weight in examples], np.float32)


def main() -> None:
    """Write the model."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--sentences", type=Path, required=True)
    parser.add_argument("--labels", type=Path, required=True)
    parser.add_argument("--laws", type=Path, required=True)
    parser.add_argument("--g2pm", type=Path, required=True)
    parser.add_argument("--out", type=Path, default=Path("resources/data"))
    parser.add_argument("--try", action="store_true", dest="trying")
    options = parser.parse_args()
    counted = {
        char: chances[:SLOTS]
        for char, chances in tables().chances.items()
        if chances[0].probability < CLEAR
    }
    table = {char: tuple(one.reading for one in chances) for char, chances in sorted(counted.items())}
    prior = np.full((len(table), SLOTS), -1e9, np.float32)
    for row, char in enumerate(table):
        for slot, one in enumerate(counted[char]):
            prior[row, slot] = 0.6 * np.log(max(one.probability, 0.01))
    apart = {3, 4} if options.trying else {4}
    cpp = labelled(options.sentences, options.labels)
    fit = [one for number, one in enumerate(cpp) if number % 5 not in apart]
    examples = [*fit, *from_laws(options.laws, set(table))]
    examples = [one for one in examples if one[2] in table.get(one[0][one[1]], ())]
    print(f"{len(fit)} sentences, {len(examples) - len(fit)} places in laws")
    arrays = network(options.g2pm, table)
    weights, bias, mix = train(examples, table, arrays, prior)
    arrays["weights"], arrays["weight_scale"] = quantised(np.clip(weights, -3, 3))
    arrays["bias"], arrays["mix"] = bias.astype(np.float32), np.float32(mix)
    arrays["chars"] = np.array(list(table))
    arrays["readings"] = np.array([(*readings, *[""] * (SLOTS - len(readings))) for readings in table.values()])
    arrays["calm"] = np.float32(1)
    arrays["calm"] = calmed(model.ContextModel(arrays), fit)
    print(f"calm {arrays['calm']:.2f}")
    if options.trying:
        tried = [one for number, one in enumerate(cpp) if number % 5 == 3]
        made = model.ContextModel(arrays)
        right = sum(
            (made.chances(text, [at])[0][0].reading if made.knows(text[at]) else tables().single[text[at]]) == reading
            for text, at, reading, _ in tried
        )
        print(f"mix {mix:.2f}; {right} of {len(tried)} right: {right / len(tried):.2%}")
        return
    np.savez_compressed(options.out / "context.npz", **arrays)


if __name__ == "__main__":
    main()
