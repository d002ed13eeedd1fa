"""Small parts of a screen: data goes in, signals come out."""
