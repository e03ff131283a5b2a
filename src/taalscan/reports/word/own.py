"""Tell a document that taalscan put comments in from one that only its author has."""

from typing import Final

from taalscan.errors import ReadError
from taalscan.office.opendocument import CONTENT
from taalscan.office.package import Package
from taalscan.office.word import main_part, related
from taalscan.reports.word.saying import AUTHOR, UNPACKED

_IN_WORD: Final = f'author="{AUTHOR}"'.encode()
_IN_ODT: Final = f"creator>{AUTHOR}</".encode()


def has_our_comments(data: bytes) -> bool:
    """Tell whether a Word document or OpenDocument text has comments of taalscan.

    Args:
        data: the bytes of any file.
    """
    try:
        package = Package(data, UNPACKED)
        if CONTENT in package:
            return _IN_ODT in package.read(CONTENT)
        main = main_part(package)
        parts = () if main is None else related(package, main, "comments")
        return any(_IN_WORD in package.read(part) for part in parts)
    except ReadError:
        return False
