"""Find where spans of the text stand on the pages of a PDF, in a guarded process."""

from collections.abc import Sequence
from typing import Final

from taalscan.guard import ask
from taalscan.model import Document, PageBox, Span, places
from taalscan.readers.limits import DEFAULT_LIMITS, Limits

_CHILD: Final = "taalscan.readers.places_child"
_PART: Final = "page:"


def page_boxes(
    data: bytes, document: Document, spans: Sequence[Span], limits: Limits = DEFAULT_LIMITS
) -> list[tuple[PageBox, ...]]:
    """Return for each span its rectangles, line by line; none where the words have no place.

    Args:
        data: the bytes of the PDF that the document was read from.
        document: the document.
        spans: stretches of its text.
        limits: bounds on memory and time.

    Raises:
        ReadError: if the PDF cannot be opened, or takes too much time or memory.
    """
    if not spans:
        return []
    question = [
        [
            (int(origin.part.removeprefix(_PART)), origin.start, origin.length)
            for origin in places(document, span)
            if origin.part.startswith(_PART)
        ]
        for span in spans
    ]
    bounds = {"seconds": limits.seconds, "memory": limits.memory}
    found, _ = ask(_CHILD, question, data, bounds)
    return [tuple(PageBox(*box) for box in own) for own in found]
