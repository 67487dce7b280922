"""Bytes to text and structure: decoding, and one format a file, all listed in `table.py`.

Nothing here repairs a text; `open_document` hands it on to `reader.repair`.
"""
