"""The review panel: the current repair, why it was made, and the table of all repairs.

It knows NumPy, which takes 100 ms to import: whoever shows it imports it with the first document.
"""
