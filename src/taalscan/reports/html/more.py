"""Say the further figures of each axis, a row a figure."""

from dataclasses import dataclass

from taalscan.model import AxisScore, Scan
from taalscan.reports.forms import readable
from taalscan.reports.html.profile import Told, told
from taalscan.reports.voice import Voice

_LONGEST = 30
"""Characters that are shown of an entry; some are patterns with many words."""


@dataclass(frozen=True, slots=True)
class Row:
    """A figure of every axis.

    Attributes:
        means: what it tells; empty where the title says all.
        link: number of the passage that it leads to, from 1; None for none.
        cells: one an axis.
    """

    title: str
    means: str
    cells: tuple[Told, ...]
    link: int | None = None


def more_rows(scan: Scan, voice: Voice) -> tuple[Row, ...]:
    """Return the figures beside those of the profile; what no axis has is left out."""
    forms = {entry.id: readable(entry.form) for entry in scan.entries}
    known = {score.axis: score for score in scan.scores}
    scores = [known[axis.id] for axis in scan.axes]
    columns = {
        "weighted": [_weighted(own, voice) for own in scores],
        "rest": [_rest(own, forms, voice) for own in scores],
        "content": [told(own.content_density, voice.densities) for own in scores],
        "types-1000": [_types(own, voice) for own in scores],
        "counted": [_counted(own, voice) for own in scores],
        "word-share": [told(own.word_share, voice.shares) for own in scores],
        "density-place": [_place(own, voice) for own in scores],
        "facets-used": [_hill(own, voice) for own in scores],
        "together": [_together(own, voice) for own in scores],
        "disagreement": [_disagreement(own, voice) for own in scores],
    }
    return tuple(
        Row(voice.say(f"more-{code}"), voice.say(f"more-{code}-means"), tuple(cells))
        for code, cells in columns.items()
        if any(cell.value for cell in cells)
    )


def _weighted(own: AxisScore, voice: Voice) -> Told:
    """Return the weighted density; scans of an earlier taalscan tell no bounds."""
    found = told(own.weighted_density, voice.densities)
    bare = (
        own.weighted_density is not None and own.weighted_density.low == own.weighted_density.high
    )
    return Told(found.value) if bare else found


def _rest(own: AxisScore, forms: dict[str, str], voice: Voice) -> Told:
    """Return the density without the most frequent entry, which stands under it."""
    found = told(own.density_rest, voice.densities)
    if not found.value or not own.top_entry:
        return found
    form = forms.get(own.top_entry, own.top_entry)
    if len(form) > _LONGEST:
        form = f"{form[:_LONGEST]}…"
    return Told(found.value, found.bounds, voice.say("without-entry", entry=form))


def _types(own: AxisScore, voice: Voice) -> Told:
    return Told() if own.types_1000 is None else Told(voice.decimal(own.types_1000))


def _counted(own: AxisScore, voice: Voice) -> Told:
    """Return the counted share where the expected one comes first."""
    return Told() if own.expected_share is None else told(own.share, voice.shares)


def _place(own: AxisScore, voice: Voice) -> Told:
    return Told() if own.percentile is None else Told(*voice.places(own.percentile))


def _hill(own: AxisScore, voice: Voice) -> Told:
    return Told() if own.diversity is None else told(own.diversity.hill, voice.densities)


def _together(own: AxisScore, voice: Voice) -> Told:
    found = own.dispersion
    if found is None:
        return Told()
    chance = voice.say("by-chance", value=voice.decimal(found.dp_chance, 2))
    return Told(voice.decimal(found.dp, 2), "", chance)


def _disagreement(own: AxisScore, voice: Voice) -> Told:
    counts = own.verdicts
    if counts is None or counts.disagreement is None:
        return Told()
    total = voice.amount("passages", counts.agreed + counts.differ)
    of = voice.say("of-passages", count=voice.count(counts.differ), total=total)
    return Told(voice.percent(counts.disagreement), "", of)
