"""Carry lexicons to and from other programs: spreadsheets, LIWC, quanteda."""

from taalscan.lexicon.exchange.dictionary import to_liwc, to_quanteda
from taalscan.lexicon.exchange.table import to_csv
from taalscan.lexicon.exchange.xlsx import from_xlsx, to_xlsx

__all__ = ["from_xlsx", "to_csv", "to_liwc", "to_quanteda", "to_xlsx"]
