"""Where what is kept for the user lies."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reader.review.review import Signer


@dataclass(frozen=True, slots=True)
class Storage:
    """Where the user's decisions are kept, and the name that they are signed with."""

    data: Path | None  # folder of the journals that can't lie beside their document, or default
    configuration: Path  # folder of the user's rules; earlier versions kept readings there, too
    signer: Signer
    sample: Path | None = None  # the bundled one, beside which nothing is to be written
