"""Hold the example documents, their sources and what makes the one from the other."""
