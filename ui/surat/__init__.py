"""Letters: the number book, hand-overs, and what can be done with one letter."""
