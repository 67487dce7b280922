"""What the user does to a document, without Qt: decisions, one history of them, journals on disk.

`review` holds a document that is being decided on; `decisions` says how it reads then, `history`
what can be undone. `journal` describes how that is written down, `parse` reads it again,
`journal_file` knows where it lies, `finding` which of it speaks of a text. `frozen` keeps what the
engine made; `reopening` and `carry` take decisions over to a source that has changed.
"""
