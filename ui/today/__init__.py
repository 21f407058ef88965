"""The page of the day, the number on the task bar and the daily message."""
