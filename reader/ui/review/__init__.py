"""Deciding on repairs and readings: the commands, saving the journal and locking it, the news.

It may use `panes`, but knows neither the frame (`window`) nor where documents come from
(`document`).
"""
