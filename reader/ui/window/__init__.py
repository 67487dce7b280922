"""The frame: main window, menus, actions, status line, and the page with legend and find bar.

It puts the parts together. Nothing here opens, saves or decides: it asks `document` and `review`.
"""
