"""Answers about Chinese: characters, forms, syllables, words, and the character model.

Nothing here proposes a change to a text.
"""
