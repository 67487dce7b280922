"""What words mean: CC-CEDICT, the glossary of policy language, the user's own, and what these make.

`lookup.py` asks all of them.
"""
