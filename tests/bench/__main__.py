"""Print the figures: `python -m tests.bench [SECTION...]`.

A section is a module `tests.bench.bench_<section>` with `run() -> list[Figure]`; `NEEDS` names the
corpora without which its figures would mean nothing. Exit codes: 0 all goals met, 1 some missed,
2 an unknown section or a missing corpus, and then nothing was measured.
"""

from __future__ import annotations

import os
import sys
from importlib import import_module
from pathlib import Path
from types import ModuleType

from tests.bench.needs import missing


def main(names: list[str]) -> int:
    """Run the named sections, all without names; return the exit code."""
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # as the program does
    found = sorted(path.stem[6:] for path in Path(__file__).parent.glob("bench_*.py"))
    if unknown := [name for name in names if name not in found]:
        print(f"no section {', '.join(unknown)}; there are {', '.join(found)}", file=sys.stderr)
        return 2
    sections = {name: import_module(f"tests.bench.bench_{name}") for name in names or found}
    if lines := _without_corpora(sections):
        print("\n".join(lines), file=sys.stderr)
        return 2
    missed = 0
    for name, section in sections.items():
        print(f"== {name}", flush=True)
        for figure in section.run():
            print(figure.line(), flush=True)
            missed += not figure.met
    return 1 if missed else 0


def _without_corpora(sections: dict[str, ModuleType]) -> list[str]:
    """Return a line for each corpus that is missing: which, where it should be, who needs it."""
    needs = {name: getattr(section, "NEEDS", ()) for name, section in sections.items()}
    absent = missing(need for wanted in needs.values() for need in wanted)
    return [
        f"missing corpus {need} ({where}), needed by "
        + ", ".join(name for name, wanted in needs.items() if need in wanted)
        for need, where in absent.items()
    ]


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
