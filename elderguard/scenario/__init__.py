"""What a scenario says: how it is read from its file, and what may be wrong with it."""
