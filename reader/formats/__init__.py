"""Bytes to text and structure: decoding, and one format a file.

Nothing here repairs a text; `open_document` hands it on to `reader.repair`.
"""
