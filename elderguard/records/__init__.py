"""What is kept: the sessions that were practised, in one SQLite file."""
