"""How damage is undone: one mechanism a file, and the pipeline that restores a text with them."""
