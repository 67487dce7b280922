"""Deciding on repairs and pronunciations: the commands, the journal's lock, what there is to tell.

It may use `panes`, but knows neither the frame (`window`) nor where documents come from
(`document`).
"""
