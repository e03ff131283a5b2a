"""Say which day it is, for the date on comments."""

from datetime import date, datetime


def today() -> date:
    """Return the date where this computer is; without a time, all files of a day are the same."""
    return datetime.now().astimezone().date()
