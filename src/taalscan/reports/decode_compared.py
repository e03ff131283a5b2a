"""Build what a document is compared with, and the words that stand out, trusting nothing."""

from taalscan.model import DocumentGenre, Keyword, Span, Stratum
from taalscan.reports.fields import LOGARITHM, Fields

_LEVELS = ("genre", "family")


def keywords_of(fields: Fields, size: int) -> tuple[Keyword, ...]:
    """Return the words that stand out; their places lie in a text of `size` characters."""
    if not fields.has("keywords"):
        return ()
    return tuple(_keyword(own, size) for own in fields.each("keywords"))


def _keyword(own: Fields, size: int) -> Keyword:
    places = _places(own, size)
    if own.integer("count") != len(places):
        raise own.wrong("count", "another number than there are places")
    return Keyword(
        lemma=own.text("lemma"),
        count=len(places),
        reference_count=own.integer("reference_count"),
        expected=own.number("expected"),
        g2=own.number("g2"),
        bic=own.any_number("bic"),
        log_ratio=own.any_number("log_ratio", most=LOGARITHM),
        z=own.any_number("z"),
        q=own.number("q", high=1),
        sections=own.integer("sections"),
        places=places,
    )


def _places(own: Fields, size: int) -> tuple[Span, ...]:
    found: list[Span] = []
    end = 0
    for first, last in own.pairs("places"):
        if not end <= first < last <= size:
            raise own.wrong("places", "places in order, inside the text, are expected")
        found.append(Span(first, last))
        end = last
    return tuple(found)


def genre_of(fields: Fields) -> DocumentGenre | None:
    """Return the genre; None where it is not told."""
    own = fields.known("genre")
    if own is None:
        return None
    genre = DocumentGenre(
        own.text_or_none("id"), own.text("title"), own.number_or_none("probability", high=1)
    )
    if genre.given and genre.id is None:
        raise own.wrong("id", "a genre that a person gave has one")
    return genre


def stratum_of(fields: Fields) -> Stratum | None:
    """Return what the percentiles compare with; None where there are none."""
    own = fields.known("stratum")
    if own is None:
        return None
    if own.text("level") not in _LEVELS:
        raise own.wrong("level", f"one of {', '.join(_LEVELS)} is expected")
    return Stratum(
        own.text("level"),
        own.text("title"),
        own.texts("genres"),
        own.integer("documents", low=1),
    )
