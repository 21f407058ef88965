"""What the whole program can be asked to do, each declared once."""
