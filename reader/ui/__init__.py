"""Everything Qt; the core never imports this.

`app` starts the window. `window` is its frame, `document` opens and saves, `review` decides,
`panes` show the two texts; each may use those behind it in this list, and the single files here.

To import it changes PySide6 (`pyside_features`), the one thing that a module of ours does by being
imported. Called from a function it would be too late: the modules of the window are imported, and
their sources read, before any function of them can run.
"""

from reader.ui.pyside_features import leave_out

leave_out()  # before any other module of the window is imported
