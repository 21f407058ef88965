"""A real process doing real service calls is killed, again and again: nothing may be lost."""
