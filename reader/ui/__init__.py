"""Everything Qt; the core never imports this.

`app` starts the window. `window` is its frame, `document` opens and saves, `review` decides,
`panes` show the two texts; each may use those behind it in this list, and the single files here.
"""

from reader.ui.pyside_features import leave_out

leave_out()  # before any other module of the window is imported
