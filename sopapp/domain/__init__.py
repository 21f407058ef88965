"""Rules and value objects; standard library only."""
