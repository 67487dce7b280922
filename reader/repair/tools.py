"""What the stages of one document work with."""

from __future__ import annotations

from typing import NamedTuple

from reader.language.forms import FormTable
from reader.language.ngram import CharacterModel
from reader.language.recurrence import Recurrence
from reader.repair.decoder import Decoder
from reader.repair.effort import Effort
from reader.repair.glosses import Remover
from reader.repair.votes import Votes


class Tools(NamedTuple):
    """What restoring needs besides the text and what the document tells about itself."""

    table: FormTable
    model: CharacterModel
    decoder: Decoder
    glosses: Remover
    votes: Votes
    recurrence: Recurrence
    effort: Effort
    broken: bool  # something in the document may be out of step
    explained: tuple[int, ...] = ()  # offsets (sorted) of losses that are no break
