"""What does the work: this process, several of them, or a cluster. Each gives the same result."""
