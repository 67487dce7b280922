"""The window's side of rules of the user: the dialog to edit them, and putting them in force."""
