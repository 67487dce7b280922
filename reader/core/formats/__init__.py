"""Text and structure out of the formats documents come in: one format a module, no Qt.

Each module's `read_…` takes bytes and returns `Extracted`; nothing here is imported, and no library
loaded, before a file of that format is opened.
"""
