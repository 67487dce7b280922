"""Readings in context: phrases first, then rules for function words, then a model, then counts."""
