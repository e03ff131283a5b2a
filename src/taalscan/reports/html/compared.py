"""Say how a document stands among others of its kind."""

from collections.abc import Sequence
from dataclasses import dataclass

from taalscan.model import Axis, AxisScore, DocumentGenre, Notice, Reliability, Scan
from taalscan.reports.voice import Voice

_CODES = ("genre-", "reference-")
"""First parts of the codes of notices that tell why there is no comparison."""


@dataclass(frozen=True, slots=True)
class Compared:
    """What a document is compared with.

    Attributes:
        genre: what kind of document it is.
        against: the documents that it is compared with, or why there are none.
        places: its place among them, a sentence an axis.
    """

    genre: str
    against: tuple[str, ...]
    places: tuple[str, ...]


def about_comparison(notice: Notice) -> bool:
    """Tell whether a notice belongs to the comparison."""
    return notice.code.startswith(_CODES)


def compared(scan: Scan, voice: Voice) -> Compared | None:
    """Return how a document stands among others; None where nobody asked for its kind."""
    if scan.genre is None or scan.reliability is Reliability.HIGHLIGHTS_ONLY:
        return None
    return Compared(
        genre=_genre(scan.genre, voice),
        against=_against(scan, voice),
        places=_places(scan.axes, scan.scores, voice),
    )


def _genre(genre: DocumentGenre, voice: Voice) -> str:
    if genre.probability is None:
        return voice.say("genre-given", title=genre.title)
    code = "genre-not-sure" if genre.id is None else "genre-guessed"
    return voice.say(code, title=genre.title, probability=voice.percent(genre.probability))


def _against(scan: Scan, voice: Voice) -> tuple[str, ...]:
    """Return what it is compared with; without that all that is known of the reason."""
    stratum = scan.stratum
    reasons = [voice.notice(notice) for notice in scan.warnings if about_comparison(notice)]
    if scan.provenance.reference is None:
        reasons.append(voice.say("against-nothing"))
    elif stratum is not None and scan.reliability is not Reliability.FULL:
        reasons.append(voice.say("against-too-short"))
    elif stratum is not None:
        genres = ", ".join(stratum.genres)
        documents = voice.count(stratum.documents)
        code = f"against-{stratum.level}"
        told = voice.say(code, title=stratum.title, documents=documents, genres=genres)
        reasons.append(told)
    return tuple(reasons)


def _places(axes: Sequence[Axis], scores: Sequence[AxisScore], voice: Voice) -> tuple[str, ...]:
    known = {score.axis: score.share_percentile for score in scores}
    told = []
    for axis in axes:
        place = known.get(axis.id)
        if place is not None:
            value, bounds = voice.places(place)
            told.append(voice.say("percentile", axis=axis.title, value=value, bounds=bounds))
    return tuple(told)
