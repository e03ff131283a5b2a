"""Print the form of an entry as people read it, without the signs of the files."""

import re

_CLASS = re.compile(r"@(\w+)")


def readable(form: str) -> str:
    """Return a form with its classes by name and a slash between words that may stand there.

    >>> readable("samen met … @inwoner|@rijk_regio")
    'samen met … inwoner / rijk regio'
    """
    named = _CLASS.sub(_name, form)
    return " / ".join(part.strip() for part in named.split("|"))


def _name(found: re.Match[str]) -> str:
    return found[1].replace("_", " ")
