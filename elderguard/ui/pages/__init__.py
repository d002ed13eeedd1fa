"""Which screens there are besides the story, and what their buttons mean."""
