"""GBK, Big5 and UTF-8 as bytes, some of them missing: what misread text may originally have said.

The tables of code pages and the searches for interpretations live here. Nothing here proposes a
repair or decides on one: `reader.repair` does.
"""
