"""First layer: readable text of what came in. Needs no language but Chinese."""
