"""One table of cases a format: what a file of it holds, or what is said of a damaged one.

`CASES` of the module named as the format: why -> (bytes of a file, its lines or what the error
says). A line is (kind, level, text); plain text has no lines, and stands as one str.
"""
