"""Answers about text: language model, words, readings. Nothing here rewrites a text; no Qt."""
