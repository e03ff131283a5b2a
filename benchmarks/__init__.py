"""Measure taalscan; nothing here is shipped."""
