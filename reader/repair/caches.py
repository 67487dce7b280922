"""Lets go of what a long document filled or loaded, and fills it before a first one asks."""

from __future__ import annotations

import sys
from collections.abc import Iterator

from reader.codepages.double_byte import double_byte_table
from reader.codepages.encoding import encoding_of
from reader.language import characters
from reader.language.ngram import character_model

_LENGTH = 50_000  # code points; so long a text is worth all patterns
_NETWORK = "reader.language.context_network"
# What the sample lacks: hanzi that an encoding lacked, a name with a lost dot, a run out of step.
_LOSSES = "他说?我們?去?北京，卡尔?马克思。\n确保？！笆奈濉币?guī)划，确？！笆奈濉币巹。\n"


def forget() -> None:
    """Empty the caches of the engine, up to 100 MB; they fill as questions are asked.

    The next question loads the context network anew, which takes 0.1 s, or the tables of an
    encoding, which takes some 10 ms.
    """
    character_model().forget()
    characters.forget()
    double_byte_table.cache_clear()
    encoding_of.cache_clear()
    if _NETWORK in sys.modules:  # else it was never asked, nor is numpy needed
        from reader.language.context_network import context_network

        context_network.cache_clear()


def fill() -> Iterator[None]:
    """Do, step by step, what a first document would wait for: tables, patterns, the segmenter.

    Half a second in all, while nobody waits; whoever asks for it may stop between two steps.
    """
    from reader.language.segment import segment
    from reader.repair.mechanism import Context, Selective
    from reader.repair.pipeline import preview  # not needed to forget
    from reader.repair.registry import MECHANISMS
    from reader.text.resources import resource_path

    context = Context(character_model(), may_be_out_of_step=True, may_be_misread=True)
    clean = "劳动关系。" * (_LENGTH // 5)  # in which nothing is found before its end
    for one in MECHANISMS:
        if isinstance(one, Selective):
            one.may_concern(clean, context)
            yield
    try:
        sample = resource_path("samples", "policy_damaged.txt").read_text("utf-8")
    except OSError:  # a package may leave the samples out
        return
    for part in (sample, sample + _LOSSES):
        preview(part * (_LENGTH // len(part) + 1))
        yield
    segment("劳动关系")
    yield
