"""Build the chapters of a document from records of the JSON format, trusting nothing."""

from collections.abc import Collection, Iterable

from taalscan.model import AxisScore, SectionAxisScore, SectionScore
from taalscan.reports.decode_figures import known_interval
from taalscan.reports.fields import Fields


def sections_of(fields: Fields, axes: Collection[str], passages: int) -> tuple[SectionScore, ...]:
    """Return the chapters, which follow each other from the first passage to the last.

    Args:
        fields: the scan.
        axes: ids of its axes.
        passages: how many it has.
    """
    if not fields.has("sections"):
        return ()
    found = []
    first = 0
    for own in fields.each("sections"):
        if own.integer("first") != first:
            raise own.wrong("first", "chapters that follow each other are expected")
        size = own.integer("passages", low=1, high=passages - first)
        found.append(_section(own, axes, (first, size)))
        first += size
    if found and first != passages:
        raise fields.wrong("sections", "chapters with all passages are expected")
    return tuple(found)


def _section(own: Fields, axes: Collection[str], place: tuple[int, int]) -> SectionScore:
    first, size = place
    scores = own.inner("axes")
    if set(scores.names()) != set(axes):
        raise own.wrong("axes", "every axis, and no other, is expected")
    return SectionScore(
        headings=own.texts("headings"),
        first=first,
        passages=size,
        words=own.integer("words"),
        axes=tuple(_axis(name, scores.inner(name)) for name in scores.names()),
    )


def _axis(axis: str, own: Fields) -> SectionAxisScore:
    return SectionAxisScore(
        axis=axis,
        hits=own.integer("hits"),
        density=known_interval(own, "density"),
        weighted_density=known_interval(own, "weighted_density"),
        share=known_interval(own, "share", high=1),
    )


def check_dispersion(
    fields: Fields, scores: Iterable[AxisScore], sections: Collection[SectionScore]
) -> None:
    """Refuse a dispersion that names a chapter which the scan does not have."""
    for score in scores:
        if score.dispersion is not None and score.dispersion.section >= len(sections):
            own = fields.inner("scores").inner(score.axis).inner("dispersion")
            raise own.wrong("section", "a chapter that the scan does not have")
