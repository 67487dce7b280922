"""What the stages of one document work with."""

from __future__ import annotations

from typing import NamedTuple

from reader.core.restore.decoder import Decoder
from reader.core.restore.effort import Effort
from reader.core.restore.forms import FormTable
from reader.core.restore.glosses import Remover
from reader.core.restore.recurrence import Recurrence
from reader.core.restore.votes import Votes
from reader.language.ngram import CharacterModel


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
