"""Helpers for the tests of the READ layer."""

from reader.language.ngram import character_model
from reader.repair.mechanism import Context
from reader.repair.read_layer import run_read_layer
from reader.repair.registry import MECHANISMS
from reader.text.align import apply_edits
from reader.text.document import Origin


def read_edits(text):
    """Return the edits of the first layer."""
    return run_read_layer(text, Context(character_model()), MECHANISMS, Origin())


def make_readable(text):
    """Return a text after the READ layer alone."""
    return apply_edits(text, read_edits(text))[0]


def list_rules(text):
    """Return the rules that were applied, and those that were proposed."""
    edits = read_edits(text)
    return (
        {edit.rule for edit in edits if edit.applied},
        {edit.rule for edit in edits if not edit.applied},
    )
