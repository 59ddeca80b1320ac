"""Conflicts: what use cases and the project contradict each other in."""
