"""Be the guarded process that finds the rectangles of words on the pages of a PDF."""

from typing import Any

from taalscan.guard import answer
from taalscan.readers.pdf import TextPlace, boxes


def find(spans: list[list[tuple[int, int, int]]], data: bytes) -> tuple[Any, bytes]:
    """Return for each span of the text its rectangles, as lists of numbers."""
    found = boxes(data, [[TextPlace(*place) for place in places] for places in spans])
    return [
        [[box.page, box.left, box.bottom, box.right, box.top, box.turn] for box in own]
        for own in found
    ], b""


if __name__ == "__main__":
    answer(find)
