"""What a document is: text, edits, alignment, structure, kinds, evidence; errors, messages, files.

The lowest floor: it knows no Chinese and imports nothing else of Jingdu.
"""
