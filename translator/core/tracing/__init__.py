"""Tracing: from words and answers to every line that they caused, and what leads nowhere."""
