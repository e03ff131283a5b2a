"""Lead from a stretch of the text of a document back to its source."""

from bisect import bisect_left, bisect_right

from taalscan.model.document import Document, Origin, Span


def places(document: Document, span: Span) -> tuple[Origin, ...]:
    """Return the places in the source of a stretch of the text, cut to the stretch.

    A unit (a ligature, a letter with its accent) is not cut in its source.
    """
    first = bisect_right(document.origins, span.start, key=_origin_start) - 1
    last = bisect_left(document.origins, span.end, key=_origin_start)
    near = document.origins[max(first, 0) : last]
    return tuple(_cut(origin, span) for origin in near if origin.span.overlaps(span))


def _origin_start(origin: Origin) -> int:
    return origin.span.start


def _cut(origin: Origin, span: Span) -> Origin:
    start = max(origin.span.start, span.start)
    end = min(origin.span.end, span.end)
    if len(origin.span) != origin.length:
        return Origin(Span(start, end), origin.part, origin.path, origin.start, origin.length)
    first = origin.start + start - origin.span.start
    return Origin(Span(start, end), origin.part, origin.path, first, end - start)
