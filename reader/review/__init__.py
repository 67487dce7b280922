"""The user's decisions on a document, one history of them, and journals on disk; no Qt.

`review` ties it together for one document. `decisions` applies decisions, `history` is what can be
undone. `journal` describes the format, `parse` reads it, `journal_file` writes it to disk, and
`finding` looks for the journals of a text. `frozen` stores the engine's repairs; `reopening` and
`carry` move decisions to a source that has changed. Nothing here restores a text.
"""
