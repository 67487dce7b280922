"""Pinyin in context: lexicon, model, rules, names, tone sandhi, spelling, the user's readings.

Nothing here repairs or changes a text, or asks whether it is damaged.
"""
