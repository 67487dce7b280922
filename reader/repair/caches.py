"""Lets go of what a long document filled or loaded; one place asks little."""

from __future__ import annotations

import sys

from reader.codepages.double_byte import double_byte_table
from reader.language.ngram import character_model

_NETWORK = "reader.language.context_network"


def forget() -> None:
    """Empty the caches of the engine, up to 100 MB; they fill as questions are asked.

    The context network and the tables of double bytes are made anew by the next question for them,
    in 0.1 s each.
    """
    character_model().forget()
    double_byte_table.cache_clear()
    if _NETWORK in sys.modules:  # else it was never asked, nor is numpy needed
        from reader.language.context_network import context_network

        context_network.cache_clear()
