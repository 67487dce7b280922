"""What the results of an archive can be: a module for each shape, and a table of all."""
