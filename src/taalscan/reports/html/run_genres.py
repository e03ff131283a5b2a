"""Say where the documents of a run stand among those of the reference, genre by genre."""

from collections.abc import Sequence
from dataclasses import dataclass

from taalscan.model.run import GenreSummary, Places, Run, Uncompared
from taalscan.reports.html.profile import Told, told
from taalscan.reports.voice import Voice


@dataclass(frozen=True, slots=True)
class GenreView:
    """A genre: what its documents compare with and how many lie above the middle.

    Attributes:
        short: how many are too short for a place; "" where none is.
        against: what they compare with, or why with nothing.
        places: one an axis; empty where no document has a place.
    """

    title: str
    documents: str
    short: str
    against: str
    places: tuple[Told, ...]


@dataclass(frozen=True, slots=True)
class GenresView:
    """The genres of a run; `notes` say what the figures mean."""

    intro: str
    rows: tuple[GenreView, ...]
    notes: tuple[str, ...]


def genres_view(run: Run, voice: Voice) -> GenresView | None:
    """Return the genres of a run in words; None where nobody asked for genres."""
    summary = run.summary
    if not summary.genres:
        return None
    own = summary.reference
    intro = voice.say("against-nothing")
    if own is not None:
        intro = voice.say("index.genres-intro", reference=f"{own.name} {own.version}")
    rows = tuple(_genre(genre, voice) for genre in summary.genres)
    return GenresView(intro, rows, tuple(_notes(summary.genres, voice)))


def _notes(genres: Sequence[GenreSummary], voice: Voice) -> list[str]:
    placed = [own for genre in genres for own in genre.places]
    codes = ["index.genres-half", "index.genres-no-sample"] if placed else []
    if any(own.share is None and not own.middle_zero for own in placed):
        codes.append("index.genres-few")
    if any(own.middle_zero for own in placed):
        codes.append("index.middle-zero-means")
    return [voice.say(code) for code in codes]


def _genre(genre: GenreSummary, voice: Voice) -> GenreView:
    return GenreView(
        title=genre.title or voice.say("index.genre-unsure"),
        documents=voice.count(genre.documents),
        short=voice.say("index.too-short", number=voice.count(genre.short)) if genre.short else "",
        against=_against(genre, voice),
        places=tuple(_place(own, voice) for own in genre.places),
    )


def _against(genre: GenreSummary, voice: Voice) -> str:
    stratum = genre.stratum
    if genre.reason is not None or stratum is None:
        return voice.say(f"index.uncompared-{(genre.reason or Uncompared.TOO_FEW).value}")
    return voice.say(
        f"index.against-{stratum.level}",
        documents=voice.count(genre.fewest),
        title=stratum.title,
        genres=", ".join(stratum.genres),
    )


def _place(own: Places, voice: Voice) -> Told:
    counted = voice.say(
        "index.above", above=voice.count(own.above), placed=voice.count(own.placed)
    )
    if own.middle_zero:
        return Told("", "", voice.say("index.middle-zero"))
    share = told(own.share, voice.shares)
    return Told(share.value, share.bounds, counted)
