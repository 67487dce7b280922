"""Readings in context: lexicon, model, rules, names, tone sandhi, spelling, the user's own.

Nothing here changes a text.
"""
