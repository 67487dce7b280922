r"""Train resources/data/context_network.npz, the small causal network that judges unsure text.

Needs numpy and PyTorch 2.13 (`pip install torch==2.13.0`, the CPU build, in an environment of its
own), and the texts that ngram.py takes its laws, news, reports, encyclopedia and web pages from:

    python resources/build/context_network.py --data DIRECTORY --web train.pkl dev.pkl \
        --check-web test.pkl --graded sentences.json --work CHECKPOINTS --steps 6200
    python resources/build/context_network.py ... --write resources/data/context_network.npz

The first command trains and may be stopped and run again: it goes on from the last checkpoint. The
second writes the weights, rounded to eight bits a row. What the network is: a Transformer
(Vaswani et al. 2017) with linear biases for distances (Press et al. 2022) and squared rectifiers
(So et al. 2021); besides each character it looks up the pair that ends in it. Matrices are trained
by Muon (Jordan et al. 2024), the rest by AdamW. Sources and licences: resources/data/README.md.
"""

from __future__ import annotations

import argparse
import math
import time
from collections import Counter
from pathlib import Path

import numpy as np
import torch
from ngram_sources import (
    BOUNDARY,
    Vocabulary,
    graded_sentences,
    paragraphs,
    standard_characters,
    web_paragraphs,
)
from torch import Tensor, nn
from torch.nn import functional

DATA = Path(__file__).resolve().parents[1] / "data"
WIDTH, LAYERS, HEADS, INNER = 256, 4, 4, 1024
LENGTH = 128  # characters of one training sequence
BATCH = 64
PAIRS = 30_000  # the most frequent pairs of characters, which have a vector of their own
ROWS = 512  # characters whose losses are computed at once
LEAST = 4  # how often a character must occur
SEED = 20_261_130
# How often each source is read in one round of training.
ROUNDS = {"laws": 0.5, "news": 1.0, "reports": 1.5, "encyclopedia": 3.0, "web": 2.0, "graded": 2.0}
EVERY = 400  # steps from one checkpoint to the next


def read_sources(args: argparse.Namespace) -> dict[str, list[str]]:
    """Return the training paragraphs of each source."""
    standard = standard_characters(DATA / "standard.tsv")
    names = ("laws", "news", "reports", "encyclopedia")
    found = {name: list(paragraphs(args.data / f"{name}.txt.xz")) for name in names}
    found["web"] = list(web_paragraphs(args.web, standard))
    found["graded"] = graded_sentences(args.graded)
    return found


def numbered(texts: list[str], vocabulary: Vocabulary) -> np.ndarray:
    """Return the ids of all texts, each followed by a boundary."""
    stream: list[int] = [BOUNDARY]
    for text in texts:
        stream += vocabulary.ids(text)
        stream.append(BOUNDARY)
    return np.array(stream, dtype=np.uint16)


def frequent_pairs(streams: dict[str, np.ndarray], size: int) -> np.ndarray:
    """Return first * size + second of the most frequent pairs, sorted."""
    counts: Counter[int] = Counter()
    for name, stream in streams.items():
        keys, seen = np.unique(stream[:-1].astype(np.int64) * size + stream[1:], return_counts=True)
        for key, count in zip(keys.tolist(), seen.tolist(), strict=True):
            counts[key] += ROUNDS[name] * count  # type: ignore[assignment]
    return np.array(sorted(key for key, _ in counts.most_common(PAIRS)), dtype=np.int64)


class Block(nn.Module):
    """Attention to what came before, then two layers on each character by itself."""

    def __init__(self) -> None:
        super().__init__()
        self.asked = nn.Linear(WIDTH, 3 * WIDTH, bias=False)
        self.joined = nn.Linear(WIDTH, WIDTH, bias=False)
        self.wide = nn.Linear(WIDTH, INNER, bias=False)
        self.narrow = nn.Linear(INNER, WIDTH, bias=False)
        nn.init.zeros_(self.joined.weight)
        nn.init.zeros_(self.narrow.weight)

    def forward(self, x: Tensor, bias: Tensor) -> Tensor:
        """Return what the next block gets."""
        batch, length, _ = x.shape
        asked = self.asked(functional.rms_norm(x, (WIDTH,)))
        query, key, value = asked.view(batch, length, 3, HEADS, -1).permute(2, 0, 3, 1, 4)
        seen = functional.scaled_dot_product_attention(query, key, value, attn_mask=bias)
        x = x + self.joined(seen.transpose(1, 2).reshape(batch, length, WIDTH))
        inner = functional.relu(self.wide(functional.rms_norm(x, (WIDTH,)))).square()
        return x + self.narrow(inner)


class Loss(torch.autograd.Function):
    """Cross entropy of the next characters, some rows at a time: all odds would not fit a cache."""

    @staticmethod
    def forward(ctx, x: Tensor, weight: Tensor, odds: Tensor, wanted: Tensor) -> Tensor:  # type: ignore[no-untyped-def,override] # noqa: ANN001
        """Return the mean loss; the slopes are kept for `backward`."""
        half = weight.bfloat16()
        slope_x = torch.empty_like(x)
        slope_weight, slope_odds = torch.zeros_like(weight), torch.zeros_like(odds)
        total = 0.0
        for at in range(0, len(x), ROWS):
            rows, targets = x[at : at + ROWS], wanted[at : at + ROWS, None]
            logits = functional.linear(rows, half).float().add_(odds)
            likely = logits.log_softmax(1)
            total -= likely.gather(1, targets).sum().item()
            slope = likely.exp_()
            slope.scatter_add_(1, targets, torch.full(targets.shape, -1.0))
            slope_odds += slope.sum(0)
            slope = slope.bfloat16()
            slope_x[at : at + ROWS] = slope @ half
            slope_weight += (slope.T @ rows).float()
        scale = 1 / len(x)
        ctx.save_for_backward(slope_x * scale, slope_weight * scale, slope_odds * scale)
        return torch.tensor(total * scale)

    @staticmethod
    def backward(ctx, slope: Tensor) -> tuple[Tensor | None, ...]:  # type: ignore[no-untyped-def,override] # noqa: ANN001
        """Return the slopes; the loss is what is minimised, so `slope` is one."""
        return (*ctx.saved_tensors, None)


class Network(nn.Module):
    """Gives the odds of each next character."""

    def __init__(self, size: int, pairs: np.ndarray) -> None:
        super().__init__()
        self.characters = nn.Embedding(size, WIDTH)
        self.pairs = nn.Embedding(len(pairs) + 1, WIDTH)
        self.blocks = nn.ModuleList(Block() for _ in range(LAYERS))
        self.odds = nn.Parameter(torch.zeros(size))
        self.register_buffer("keys", torch.from_numpy(pairs), persistent=False)
        self.size = size
        nn.init.normal_(self.characters.weight, std=0.02)
        nn.init.normal_(self.pairs.weight, std=0.02)
        slopes = torch.tensor([2.0 ** (-2 * (head + 1)) for head in range(HEADS)])
        distance = torch.arange(LENGTH)[None, :] - torch.arange(LENGTH)[:, None]
        bias = slopes[:, None, None] * distance
        self.register_buffer("bias", bias.masked_fill(distance > 0, -torch.inf), persistent=False)

    def forward(self, ids: Tensor) -> Tensor:
        """Return what is known behind each character of each sequence."""
        before = functional.pad(ids[:, :-1], (1, 0))
        wanted = before * self.size + ids
        place = torch.searchsorted(self.keys, wanted).clamp(max=len(self.keys) - 1)
        place = torch.where(self.keys[place] == wanted, place, len(self.keys))
        x = functional.rms_norm(self.characters(ids) + self.pairs(place), (WIDTH,))
        bias = self.bias[:, : ids.shape[1], : ids.shape[1]].to(torch.bfloat16)
        for block in self.blocks:
            x = block(x, bias)
        return functional.rms_norm(x, (WIDTH,))

    def loss(self, known: Tensor, wanted: Tensor) -> Tensor:
        """Return the mean cross entropy of the characters `wanted`."""
        return Loss.apply(known, self.characters.weight, self.odds, wanted)  # type: ignore[no-any-return,no-untyped-call]


def orthogonal(matrix: Tensor) -> Tensor:
    """Return the nearest matrix with orthogonal rows, roughly (Newton and Schulz)."""
    a, b, c = 3.4445, -4.7750, 2.0315
    x = matrix / (matrix.norm() + 1e-7)
    if tall := matrix.shape[0] > matrix.shape[1]:
        x = x.T
    for _ in range(5):
        gram = x @ x.T
        x = a * x + (b * gram + c * gram @ gram) @ x
    return x.T if tall else x


class Muon(torch.optim.Optimizer):
    """Steps of momentum whose directions all count alike."""

    def __init__(self, matrices: list[nn.Parameter], lr: float) -> None:
        super().__init__(matrices, {"lr": lr})

    @torch.no_grad()
    def step(self) -> None:  # type: ignore[override]
        """Change each matrix."""
        for group in self.param_groups:
            for matrix in group["params"]:
                state = self.state[matrix]
                mean = state.setdefault("mean", torch.zeros_like(matrix))
                mean.mul_(0.95).add_(matrix.grad)
                moved = orthogonal(matrix.grad.add(mean, alpha=0.95))
                scale = max(1.0, matrix.shape[0] / matrix.shape[1]) ** 0.5
                matrix.mul_(1 - 0.1 * group["lr"]).sub_(moved, alpha=group["lr"] * scale)


def one_round(streams: dict[str, np.ndarray], round_number: int) -> np.ndarray:
    """Return the sequences of one round, shuffled; the seed depends on its number alone."""
    random = np.random.default_rng((SEED, round_number))
    rows = []
    for name, stream in streams.items():
        left = ROUNDS[name]
        while left > 0:
            shift = int(random.integers(LENGTH))
            count = (len(stream) - shift - 1) // LENGTH
            starts = shift + LENGTH * np.arange(count)
            if left < 1:
                starts = random.permutation(starts)[: int(left * count)]
            rows.append(np.stack([stream[at : at + LENGTH + 1] for at in starts]))
            left -= 1
    return random.permutation(np.concatenate(rows))


def evaluate(network: Network, checks: dict[str, np.ndarray]) -> str:
    """Return the perplexity on each held-out text."""
    found = []
    with torch.no_grad(), torch.autocast("cpu", torch.bfloat16):
        for name, rows in checks.items():
            batch = torch.from_numpy(rows.astype(np.int64))
            known = network(batch[:, :-1]).flatten(0, 1).bfloat16()
            loss = network.loss(known, batch[:, 1:].flatten())
            found.append(f"{name} {math.exp(loss):.1f}")
    return ", ".join(found)


def main() -> None:
    """Read, train from the last checkpoint on, or write what was trained."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    for name in ("data", "graded", "work"):
        parser.add_argument(f"--{name}", type=Path, required=True)
    parser.add_argument("--web", type=Path, nargs="+", required=True)
    parser.add_argument("--check-web", type=Path)
    parser.add_argument("--minutes", type=float, default=120.0)
    parser.add_argument("--steps", type=int, required=True)
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--write", type=Path)
    args = parser.parse_args()
    torch.manual_seed(SEED)
    torch.set_num_threads(args.threads)
    args.work.mkdir(parents=True, exist_ok=True)
    sources = read_sources(args)
    seen: Counter[str] = Counter()
    for texts in sources.values():
        for text in texts:
            seen.update(text)
    vocabulary = Vocabulary.of(Counter({c: n for c, n in seen.items() if n >= LEAST}))
    size = len(vocabulary)
    streams = {name: numbered(texts, vocabulary) for name, texts in sources.items()}
    pairs = frequent_pairs(streams, size)
    print({name: f"{len(stream):,}" for name, stream in streams.items()}, size, flush=True)
    network = Network(size, pairs)
    frequency = sum(
        ROUNDS[name] * np.bincount(stream, minlength=size) for name, stream in streams.items()
    )
    frequency = np.log((frequency + 1) / (frequency + 1).sum())
    network.odds.data.copy_(torch.from_numpy(frequency.astype(np.float32)))
    count = sum(one.numel() for one in network.parameters())
    print(f"{count:,} parameters", flush=True)
    matrices = [one for block in network.blocks for one in block.parameters()]
    tables = [network.characters.weight, network.pairs.weight, network.odds]
    optimizers: list[torch.optim.Optimizer] = [
        Muon(matrices, lr=0.02),
        torch.optim.AdamW(tables, lr=0.003, betas=(0.9, 0.95), weight_decay=0.0),
    ]
    rates = [one.param_groups[0]["lr"] for one in optimizers]
    checkpoint = args.work / "checkpoint.pt"
    step = 0
    if checkpoint.exists():
        held = torch.load(checkpoint, weights_only=True)
        network.load_state_dict(held["network"])
        for one, state in zip(optimizers, held["optimizers"], strict=True):
            one.load_state_dict(state)
        step = held["step"]
    if args.write:
        write(network, vocabulary, pairs, args.write)
        return
    checks = {}
    for name in ("laws", "news", "reports", "encyclopedia"):
        texts = list(paragraphs(args.data / f"{name}.txt.xz", held=True))
        stream = numbered(texts, vocabulary)
        starts = range(0, len(stream) - LENGTH - 1, max(LENGTH, len(stream) // 64))
        checks[name] = np.stack([stream[at : at + LENGTH + 1] for at in starts][:64])
    if args.check_web:
        standard = standard_characters(DATA / "standard.tsv")
        stream = numbered(list(web_paragraphs([args.check_web], standard)), vocabulary)
        starts = range(0, len(stream) - LENGTH - 1, len(stream) // 64)
        checks["web"] = np.stack([stream[at : at + LENGTH + 1] for at in starts][:64])
    rows, number = one_round(streams, 0), 0
    per_round = len(rows) // BATCH
    print(f"{per_round} steps a round", flush=True)
    begun, since = time.time(), time.time()
    mean = 0.0
    while step < args.steps and time.time() - begun < 60 * args.minutes:
        if step // per_round != number:
            number = step // per_round
            rows = one_round(streams, number)
        at = step % per_round * BATCH
        batch = torch.from_numpy(rows[at : at + BATCH].astype(np.int64))
        part = step / args.steps
        factor = min(1.0, (step + 1) / 200) * min(1.0, (1 - part) / 0.6)
        for one, rate in zip(optimizers, rates, strict=True):
            one.param_groups[0]["lr"] = rate * factor
        with torch.autocast("cpu", torch.bfloat16):
            known = network(batch[:, :-1])
        loss = network.loss(known.flatten(0, 1).bfloat16(), batch[:, 1:].flatten())
        loss.backward()
        for one in optimizers:
            one.step()
            one.zero_grad()
        step += 1
        mean += loss.item()
        if step % 50 == 0:
            took = time.time() - since
            print(f"{step} loss {mean / 50:.3f} {50 * BATCH * LENGTH / took:.0f}/s", flush=True)
            mean, since = 0.0, time.time()
        if step % EVERY == 0 or step == args.steps:
            states = [one.state_dict() for one in optimizers]
            held = {"network": network.state_dict(), "optimizers": states, "step": step}
            torch.save(held, checkpoint.with_suffix(".new"))
            checkpoint.with_suffix(".new").replace(checkpoint)
            print(f"{step}: {evaluate(network, checks)}", flush=True)


def rounded(matrix: Tensor) -> tuple[np.ndarray, np.ndarray]:
    """Return a matrix in eight bits, and what one step is worth in each row."""
    values = matrix.detach().numpy()
    scale = np.maximum(np.abs(values).max(axis=1, keepdims=True) / 127, 1e-8)
    return np.rint(values / scale).astype(np.int8), scale[:, 0].astype(np.float32)


def write(network: Network, vocabulary: Vocabulary, pairs: np.ndarray, path: Path) -> None:
    """Write all weights in eight bits."""
    arrays: dict[str, np.ndarray] = {
        "alphabet": np.frombuffer(vocabulary.characters.encode("utf-32-le"), dtype=np.uint32),
        "pair_keys": pairs.astype(np.int64),
        "odds": network.odds.detach().numpy(),
    }
    for name, parameter in network.named_parameters():
        if parameter.ndim == 2:
            arrays[name], arrays[f"{name}.scale"] = rounded(parameter)
    with path.open("wb") as file:
        np.savez_compressed(file, **arrays)
    print(f"{path}: {path.stat().st_size / 1e6:.1f} MB")


if __name__ == "__main__":
    main()
