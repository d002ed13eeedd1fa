"""What is seen: the window, its pages, the pretend phone. Nothing here decides about right and wrong."""
