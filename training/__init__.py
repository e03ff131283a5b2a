"""Rebuild the Dutch language model that ships with taalscan."""
