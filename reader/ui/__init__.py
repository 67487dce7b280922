"""Everything Qt: one folder a pane, one file a part of the window. The core never imports this."""
