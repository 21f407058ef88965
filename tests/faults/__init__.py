"""Each step on the way to the disk fails once: nothing is half done, and it is told in words."""
