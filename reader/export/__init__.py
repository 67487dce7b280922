"""A document as something to keep or send: pure functions to str, all listed in `table.py`."""
