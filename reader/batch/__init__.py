"""Many documents, one after the other: what `jingdu clean` and its like do."""
