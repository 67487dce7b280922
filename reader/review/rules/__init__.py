"""Files of rules of the user: reading, writing, where they are, and which are trusted."""
