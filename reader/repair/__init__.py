"""Undoes damage: the mechanisms, one per file, and the pipeline that restores a text with them.

A mechanism proposes, `decide` alone chooses, and only `calibration` turns scores into ratios.
Nothing here reads files or knows what the user decided.
"""
