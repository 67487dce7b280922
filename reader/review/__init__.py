"""What the user decides about repairs, without Qt: decisions over a document, undo and redo.

What the user says of single places is kept on disk here, too.
"""
