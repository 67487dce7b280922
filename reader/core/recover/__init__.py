"""The first layer: makes readable text of what came in (entities, invisible characters)."""
