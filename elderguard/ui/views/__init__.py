"""How each kind of screen body is laid out, whatever the window and text size."""
