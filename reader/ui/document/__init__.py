"""The document: opening it, reading it again, saving and exporting it, and the recent files.

It may use `review` and `panes`. Menus, actions and other parts of the frame belong in `window`.
"""
