"""Cards to learn words by: what stands on them, and how they get into Anki."""
