"""Build context.npz: the model that tells a heteronym's readings apart by its neighbours.

    python resources/build/context.py --sentences FILE --labels FILE --g2pm FOLDER [--out FOLDER]

--g2pm is the unpacked package g2pM 0.1.2.5, whose network is reduced to 8 bits. What it says is
mixed with how often each reading is counted (usual.tsv), and made as cautious as the CPP dev
sentences show that it must be; of these the fifth with index % 5 == 4 is kept apart for measuring.

A log-linear model over hashed neighbours on top of the network, trained on the same sentences and
on laws in which a phrase settles the reading, was tried and left out: it changed nothing beyond
chance (91.3 % of the places that neither phrase nor rule decides, against 91.1 %).
"""

from __future__ import annotations

import argparse
import pickle
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from syllables import from_number

from reader.pinyin import model
from reader.pinyin.phrases import phrase_tables
from reader.pinyin.reading import ReadingSource
from reader.pinyin.resolve import resolve
from reader.pinyin.runs import find_runs

CLEAR = 0.985  # a reading counted at least as often is not doubted, as in phrases.py
SLOTS = 4  # readings a character at most
COUNTED = 0.9  # what the logarithm of a share weighs beside the network
Example = tuple[str, int, str]  # text, place, reading
Arrays = dict[str, NDArray[Any]]


def labelled(sentences: Path, labels: Path) -> list[Example]:
    """Return all CPP dev sentences in order; the label is a reading with its tone mark."""
    found = []
    lines = sentences.read_text("utf-8").split("\n")
    for line, label in zip(lines, labels.read_text("utf-8").split("\n"), strict=True):
        if label:
            at = line.index("▁")
            found.append((line.replace("▁", ""), at, from_number(label) or label))
    return found


def quantised(values: NDArray[Any]) -> tuple[NDArray[Any], NDArray[Any]]:
    """Return 8 bit numbers and what one of them is worth."""
    scale = np.float32(max(float(np.abs(values).max()), 1e-9) / 127)
    return np.rint(values / scale).astype(np.int8), np.array(scale)


def network(folder: Path, table: dict[str, tuple[str, ...]]) -> Arrays:
    """Return g2pM's weights as arrays; its pickles are read here and nowhere else."""

    def load(name: str) -> dict[str, Any]:
        with (folder / "g2pM" / name).open("rb") as file:
            return pickle.load(file)

    state, characters, classes = load("np_ckpt.pkl"), load("char2idx.pkl"), load("class2idx.pkl")
    known = sorted(char for char in characters if len(char) == 1 and ord(char) < 0x11000)
    order = [characters["<UNK>"], *(characters[char] for char in known)]
    arrays: Arrays = {
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


def calmed(made: model.ContextModel, examples: list[Example]) -> float:
    """Return the factor on the scores that makes the probabilities honest: the network is too sure.

    Fitted where neither phrase nor rule decides, on sentences the network has never seen.
    """
    shares = []
    for text, at, reading in examples:
        one = next((one for one in resolve(text, find_runs(text), None) if one[0] == at), None)
        if one and one[2] == ReadingSource.DEFAULT.value and made.knows(text[at]):
            chances = made.chances(text, [at])[0]
            right = [chance.reading == reading for chance in chances]
            shares.append((np.log([max(chance.probability, 1e-12) for chance in chances]), right))

    def loss(calm: float) -> float:
        total = 0.0
        for scores, right in shares:
            share = np.exp(calm * scores)
            total -= np.log(max(float(share[right].sum() / share.sum()), 1e-9))
        return total

    return float(min(np.arange(0.2, 1.2, 0.02), key=loss))


def main() -> None:
    """Write the model."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--sentences", type=Path, required=True, help="cpp_dev.sent")
    parser.add_argument("--labels", type=Path, required=True, help="cpp_dev.lb")
    parser.add_argument("--g2pm", type=Path, required=True, help="folder that holds g2pM/")
    parser.add_argument("--out", type=Path, default=Path("resources/data"))
    options = parser.parse_args()
    counted = {
        char: chances[:SLOTS]
        for char, chances in sorted(phrase_tables().chances.items())
        if chances[0].probability < CLEAR
    }
    table = {char: tuple(one.reading for one in chances) for char, chances in counted.items()}
    arrays = network(options.g2pm, table)
    arrays["chars"] = np.array(list(table))
    arrays["readings"] = np.array([[*of, *[""] * (SLOTS - len(of))] for of in table.values()])
    arrays["bias"] = np.full((len(table), SLOTS), -1e9, np.float32)
    for row, chances in enumerate(counted.values()):
        for slot, one in enumerate(chances):
            arrays["bias"][row, slot] = COUNTED * np.log(max(one.probability, 0.01))
    arrays["calm"] = np.array(1, np.float32)
    cpp = labelled(options.sentences, options.labels)
    fit = [one for number, one in enumerate(cpp) if number % 5 != 4]
    arrays["calm"] = np.array(calmed(model.ContextModel(arrays), fit), np.float32)
    np.savez_compressed(options.out / "context.npz", **arrays)


if __name__ == "__main__":
    main()
