"""Find the words of lexicons in analysed passages; know why each counts or does not."""

from taalscan.lexicon.load import load_lexicon, resolve_lexicon
from taalscan.lexicon.match import Matcher, compile_lexicons
from taalscan.lexicon.values import Entry, Helpers, Lexicon

__all__ = [
    "Entry",
    "Helpers",
    "Lexicon",
    "Matcher",
    "compile_lexicons",
    "load_lexicon",
    "resolve_lexicon",
]
