"""Make the bundled samples: clean texts of our own, damaged as a content spinner does it.

Run `python resources/build/samples.py` from a checkout; it writes resources/samples/.
"""

from __future__ import annotations

import sys
from pathlib import Path
from random import Random

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from tests.damage import styles  # noqa: E402
from tests.damage.damaged import Damaged  # noqa: E402

# Each text and the seed it is damaged with; the policy's shows a gloss that slipped between bytes.
SEEDS = {"policy": 1, "news": 2}


def make(name: str) -> Damaged:
    """Return the sample `name`, damaged. Raises OSError if its clean text is missing."""
    clean = (ROOT / "tests" / "damage" / f"{name}.txt").read_text("utf-8")
    return styles.seed(clean, Random(SEEDS[name]))


def main() -> None:
    """Write every sample."""
    target = ROOT / "resources" / "samples"
    target.mkdir(exist_ok=True)
    for name in SEEDS:
        (target / f"{name}_damaged.txt").write_text(make(name).text, "utf-8", newline="\n")


if __name__ == "__main__":
    main()
