"""Widgets and strokes that the panels beside the page share: they know no repair and no word."""
