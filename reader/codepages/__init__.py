"""GBK, Big5 and UTF-8 as bytes with gaps: what text out of step or misread may have said.

Searches among interpretations live here; what is made of them is decided in `reader.repair`.
"""
