"""Make references by hand: two axes, made-up figures."""

from collections.abc import Mapping, Sequence

from taalscan.reference import MadeWith, Measured, PassageWords, Reference, ReferenceDocument
from taalscan.reference.file import sealed

AXES = ("marktgericht", "relationeel")
MADE_WITH = MadeWith(AXES, "ab" * 32, ("cd" * 32,), None)


def document(
    number: int, genre: str = "programma", *, figures: bool = True, balance: float | None = None
) -> ReferenceDocument:
    """Return a document whose density on the first axis is its number, and half on the second."""
    amounts = (float(number), number / 2)
    return ReferenceDocument(
        genre=genre,
        digest=f"{number:016x}",
        words=1000 if figures else 100,
        passages=25 if figures else 3,
        densities=amounts if figures else (None, None),
        shares=tuple(amount / 1000 for amount in amounts) if figures else (None, None),
        balance=balance,
    )


def reference(
    documents: Sequence[ReferenceDocument],
    words: Mapping[str, tuple[int, ...]] | None = None,
    genres: tuple[str, ...] = ("beleidsnota", "programma", "handreiking"),
) -> Reference:
    """Return a reference of some documents; each brings its words."""
    totals = tuple(sum(own.words for own in documents if own.genre == genre) for genre in genres)
    return sealed(
        Reference(
            name="proef",
            version="1",
            sha256="",
            axes=MADE_WITH.axes,
            language_model=MADE_WITH.language_model,
            lexicons=MADE_WITH.lexicons,
            classifier=MADE_WITH.classifier,
            genres=genres,
            documents=tuple(documents),
            totals=totals,
            words=words or {},
            least_documents=5,
            corpus="Verzonnen cijfers.",
        )
    )


def passage(key: str, words: int = 20, **lemmas: int) -> PassageWords:
    """Return what is counted of a passage."""
    return PassageWords(key.encode(), words, lemmas)


def measured(number: int, *passages: PassageWords, genre: str = "programma") -> Measured:
    """Return a document with its passages."""
    return Measured(document(number, genre), passages, MADE_WITH)
