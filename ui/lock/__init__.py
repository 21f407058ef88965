"""The start password: asked when the program opens and after it was left alone."""
