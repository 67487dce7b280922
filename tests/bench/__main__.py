"""Print the figures: `python -m tests.bench [SECTION...]`.

A section is a module `tests.bench.bench_<section>` with `run() -> list[Figure]`.
"""

from __future__ import annotations

import sys
from importlib import import_module
from pathlib import Path


def main(names: list[str]) -> int:
    """Run the named sections, all without names; return the number of goals missed."""
    found = sorted(path.stem[6:] for path in Path(__file__).parent.glob("bench_*.py"))
    missed = 0
    for name in names or found:
        print(f"== {name}", flush=True)
        for figure in import_module(f"tests.bench.bench_{name}").run():
            print(figure.line(), flush=True)
            missed += not figure.met
    return missed


if __name__ == "__main__":
    sys.exit(1 if main(sys.argv[1:]) else 0)
