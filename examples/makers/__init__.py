"""Make the example documents from their sources, one file format a module."""
