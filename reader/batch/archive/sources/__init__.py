"""What archives of pages can be: a module for each shape, and a table of all."""
