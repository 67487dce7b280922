"""What one page may be: beyond that it is set aside, with its reason, and the others go on."""

MOST_CHARACTERS = 300_000
"""Code points of the longest page that is cleaned; more is a book, or made to take hours.

The engine counts the steps of its searches and no seconds (`reader.repair.budget`), so this limits
the time of a page as well, alike on every machine: to minutes where it is nothing but noise.
"""
