"""What is known about Chinese: characters, forms, syllables, words, and the character model.

Nothing here knows documents or repairs, or proposes to change a text.
"""
