"""Lets go of what a long document filled or loaded; one place asks little."""

from __future__ import annotations

import sys

from reader.codepages.double_byte import forget_searches
from reader.language.ngram import character_model

_NETWORK = "reader.language.context_network"


def forget() -> None:
    """Empty the caches of the engine, up to 80 MB; they fill as questions are asked.

    The context network is loaded anew by the next question for it, in less than 0.1 s.
    """
    character_model().forget()
    forget_searches()
    if _NETWORK in sys.modules:  # else it was never asked, nor is numpy needed
        from reader.language.context_network import context_network

        context_network.cache_clear()
