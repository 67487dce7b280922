"""The second layer: one damage mechanism a file, each proposing edits; decoder.py decides."""
