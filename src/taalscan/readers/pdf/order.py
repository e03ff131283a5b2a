"""Put the lines of a page in the order of reading, in regions of one column each.

pdfium gives lines in the order in which they were drawn, which is nearly always the order of
reading. So that order stays, except where the places of the lines contradict it: what stands
above in the same column comes first, and so does the left one of two columns side by side.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median
from typing import Final

from taalscan.readers.pdf.layout import Box, Line, goes_on_beside, join_boxes
from taalscan.readers.pdf.tables import Table

MAX_REGIONS: Final = 200
"""Above this number (a map, a drawing) the order of drawing is taken as it is."""

_OPEN_REGIONS: Final = 8
_LARGE: Final = 1.15
_FARTHEST_SPLIT: Final = 2.5
_FARTHEST: Final = 3.0
"""Distance of baselines, as a multiple of the type size, above which a region ends."""


@dataclass(frozen=True, slots=True)
class Region:
    """Lines of one column without a wide gap between them, or the cells of a table."""

    lines: tuple[Line, ...]
    is_table: bool = False

    @property
    def box(self) -> Box:
        """Return the box around the lines."""
        return join_boxes([Box(one.left, one.bottom, one.right, one.top) for one in self.lines])

    @property
    def start(self) -> int:
        """Return the first character, in the order of drawing."""
        return min(line.start for line in self.lines)


def reading_order(lines: Sequence[Line], tables: Sequence[Table]) -> list[Region]:
    """Return the regions of a page in the order of reading.

    Args:
        lines: all lines of the page that are to be read, in pdfium's order.
        tables: the tables among them.
    """
    cells = {line.start for table in tables for line in table.lines}
    loose = [line for line in lines if line.start not in cells]
    regions = [Region(tuple(part)) for part in _columns(loose)]
    regions += [Region(table.lines, is_table=True) for table in tables]
    regions.sort(key=_start)
    if not regions or len(regions) > MAX_REGIONS:
        return regions
    return [region for band in _bands(regions) for region in _sorted(band)]


# --- regions --------------------------------------------------------------------------------


def _columns(lines: Sequence[Line]) -> list[list[Line]]:
    """Gather lines that stand closely under each other."""
    regions: list[list[Line]] = []
    recent: list[list[Line]] = []
    new_row = None
    for line in lines:
        # the label on the left starts a part of the page, so what stands beside it does as well
        region = None
        if line.row != new_row:
            found = (one for one in recent if _goes_on(one, line, is_last=one is recent[0]))
            region = next(found, None)
        if region is None:
            region = []
            regions.append(region)
            new_row = line.row
        else:
            recent.remove(region)
        region.append(line)
        recent = [region, *recent[: _OPEN_REGIONS - 1]]
    return regions


def _goes_on(region: Sequence[Line], line: Line, *, is_last: bool) -> bool:
    """Tell whether a line is the next line of a region.

    An older region is gone back to only by the parts of a line that spans columns: those come in
    turns, while the cells of a table row come one after the other.
    """
    last = region[-1]
    if line.is_turned or last.is_turned:
        return False
    drop = last.y - line.y
    if is_last and goes_on_beside(last, line):
        return True
    # side by side, a gap more likely parts the rows of a table than the paragraphs of columns
    farthest = _FARTHEST_SPLIT if line.is_split else _FARTHEST
    if not 0.3 * line.size < drop <= farthest * max(line.size, last.size):
        return False
    if not (is_last or line.is_split or last.is_split):
        return False
    left = min(one.left for one in region[-4:])
    right = max(one.right for one in region[-4:])
    return min(line.right, right) - max(line.left, left) > 0


# --- order ----------------------------------------------------------------------------------


def _bands(regions: Sequence[Region]) -> list[list[Region]]:
    """Cut a page where a wide gap over its whole width has a heading in large type under it.

    Without such a heading the columns can run on below the gap (a picture), so it says nothing.
    """
    size = median(line.size for region in regions for line in region.lines)
    bands: list[list[Region]] = [[]]
    bottom = float("inf")
    for region in sorted(regions, key=_top):
        is_below = bands[-1] and region.box.top < bottom - _FARTHEST * size
        if is_below and region.lines[0].size > _LARGE * size:
            bands.append([])
        bands[-1].append(region)
        bottom = min(bottom, region.box.bottom)
    return [sorted(band, key=_start) for band in bands]


def _sorted(regions: Sequence[Region]) -> list[Region]:
    """Return the regions in the order of drawing, each after all that must come before it."""
    boxes = [region.box for region in regions]
    order: list[Region] = []
    waiting = set(range(len(regions)))

    def place(number: int) -> None:
        # where two regions each claim to be first, the order of drawing decides
        waiting.discard(number)
        for other in sorted(waiting):
            if other in waiting and _is_before(boxes[other], boxes[number]):
                place(other)
        order.append(regions[number])

    for number in range(len(regions)):
        if number in waiting:
            place(number)
    return order


def _is_before(one: Box, other: Box) -> bool:
    """Tell whether one box must be read before the other."""
    across = min(one.right, other.right) - max(one.left, other.left)
    along = min(one.top, other.top) - max(one.bottom, other.bottom)
    narrow = min(one.width, other.width)
    if across > 0.1 * narrow:
        return one.bottom >= other.top - 0.25 * min(one.height, other.height)
    return along > 0.3 * min(one.height, other.height) and one.right <= other.left + 0.1 * narrow


def _start(region: Region) -> int:
    return region.start


def _top(region: Region) -> float:
    return -region.box.top
