"""Hold what a document is compared with: its genre, and documents like it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class DocumentGenre:
    """The kind of a document.

    Attributes:
        id: of the genre; None where no genre is likely enough.
        title: of that genre, or of the likeliest one where none is likely enough.
        probability: of that genre, in [0, 1]; None where a person said which genre it is.
    """

    id: str | None
    title: str
    probability: float | None

    @property
    def given(self) -> bool:
        """Whether a person said it."""
        return self.probability is None


@dataclass(frozen=True, slots=True)
class Stratum:
    """The documents of the reference that a document is compared with (METRICS §6.2).

    Attributes:
        level: `genre`, or `family` where the genre alone has too few documents.
        title: of that genre or family.
        genres: titles of the genres inside it.
        documents: how many there are.
    """

    level: str
    title: str
    genres: tuple[str, ...]
    documents: int
