"""The person's library: what was read, how far, how much of it one knows, and pictures of that."""
