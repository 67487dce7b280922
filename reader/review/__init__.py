"""What the user does to a document, without Qt: decisions, one history of them, journals on disk.

`review` holds a document that is being decided on; `decisions` says how it reads then, `history`
what can be undone, `journal` how that is written down and `journal_file` where. `frozen` keeps what
the engine made; `reopening` and `carry` take decisions over to a source that has changed.
"""
