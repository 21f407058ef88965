"""The page of refused requests: the register, its form, and the letter that answers."""
