"""Many documents, one after the other: what `jingdu clean` and the other commands do."""
