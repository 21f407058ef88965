"""Bad input, made from a seed, at every place where something comes into the program."""
