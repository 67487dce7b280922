"""What the tests of the first layer share."""

from reader.repair.read_layer import recover
from reader.text.align import apply_edits


def recovered(text):
    """Return what the first layer alone makes of a text."""
    return apply_edits(text, recover(text))[0]


def rules(text):
    """Return the rules that were applied, and those that were proposed."""
    edits = recover(text)
    return (
        {edit.rule for edit in edits if edit.applied},
        {edit.rule for edit in edits if not edit.applied},
    )
