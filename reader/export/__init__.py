"""A document as something to keep or send: one format a module, each a pure function to str."""
