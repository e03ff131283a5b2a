"""Hold what documents are compared with: genres, and the families within which they may be."""

from taalscan.reference.genres import Cue, Family, Form, Genre, Genres, Place, Weights, load_genres

__all__ = ["Cue", "Family", "Form", "Genre", "Genres", "Place", "Weights", "load_genres"]
