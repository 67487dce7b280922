"""The engine: bytes to text, text to edits, edits to a document.

No Qt, no global state, no UI text lives here; what it returns is frozen and picklable.
"""
