"""Make rows of documents that nobody scanned: figures, genre and place at will."""

from collections.abc import Sequence
from dataclasses import dataclass

from taalscan.model import (
    Axis,
    AxisScore,
    DocumentGenre,
    Failure,
    Interval,
    ModelVersion,
    Percentile,
    Reliability,
    Stratum,
)
from taalscan.model.run import Row, Run
from taalscan.scoring.run import summarise
from tests.builders import axes

AXES = axes()
REFERENCE = ModelVersion("voorbeeld", "1.0", "ab" * 32)
NOTA = DocumentGenre("beleidsnota", "Beleidsnota of visie", 0.9)
LETTER = DocumentGenre("brief", "Brief", 0.8)
UNSURE = DocumentGenre(None, "Brief", 0.4)
NOTAS = Stratum("genre", "Beleidsnota of visie", ("Beleidsnota of visie",), 61)


@dataclass(frozen=True, slots=True)
class Made:
    """A document to make: `density` None is one too short for figures, `place` a percentile."""

    density: float | None = 4.0
    place: float | None = None
    share: float = 0.2
    genre: DocumentGenre | None = None
    stratum: Stratum | None = None
    reference: ModelVersion | None = None
    stale: bool = False
    expected: bool = True


def row_with(made: Made, name: str = "nota.pdf", title: str | None = None) -> Row:
    """Return the row of a document, with the same figures on every axis."""
    stem = name.rpartition(".")[0]
    full = made.place is not None
    known = Reliability.FULL if full else Reliability.INDICATIVE
    return Row(
        name=name,
        href=f"{stem}.html",
        title=title,
        pages=3,
        words=1234,
        passages=60,
        reliability=Reliability.HIGHLIGHTS_ONLY if made.density is None else known,
        scores=tuple(_score(axis.id, made) for axis in AXES),
        genre=made.genre,
        stratum=made.stratum,
        data=f"{stem}.json",
        reference=made.reference,
        stale=made.stale,
    )


def _score(axis: str, made: Made) -> AxisScore:
    if made.density is None:
        return AxisScore(axis, 2, 1, None, None, None, ())
    low, high = made.density * 0.8, made.density * 1.25
    share = Interval(made.share, made.share / 2, min(1.0, made.share * 1.5))
    return AxisScore(
        axis=axis,
        hits=9,
        types=4,
        density=Interval(made.density, low, high),
        weighted_density=None,
        share=share,
        facets=(),
        expected_share=share if made.expected else None,
        share_percentile=None
        if made.place is None
        else Percentile(made.place, max(0.0, made.place - 9), min(100.0, made.place + 9)),
    )


def run_of(
    rows: Sequence[Row],
    failures: Sequence[Failure] = (),
    axes: Sequence[Axis] = AXES,
    scores: str = "",
) -> Run:
    """Return a run of documents, with what they show together."""
    return Run(tuple(rows), tuple(failures), axes, summarise(rows, axes), scores)


def many(amount: int) -> tuple[Row, ...]:
    """Return rows with names, lengths and figures that differ, always the same ones."""
    return tuple(
        row_with(
            Made(
                density=None if number % 9 == 8 else (number * 37 % 311) / 20,
                place=float(number * 53 % 101) if number % 4 == 3 else None,
                share=(number * 29 % 97 + 1) / 100,
                genre=(NOTA, LETTER, UNSURE, NOTA)[number % 4],
                stratum=NOTAS if number % 4 in {0, 3} else None,
                reference=REFERENCE,
            ),
            name=f"beleidsnota-{number + 1:05d}.pdf",
            title=f"Ondersteuning in wijk {number % 500} van Zilverdam",
        )
        for number in range(amount)
    )
