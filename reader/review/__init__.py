"""What the user decides about repairs, without Qt: decisions over a document, undo and redo.

Rules of the user and sessions on disk belong here too.
"""
