"""Sets pages to print: lines are broken, then drawn into a PDF by Qt."""
