"""Hold the files of a lexicon as they are written, for editing and exchange."""

from dataclasses import dataclass

from pydantic import BaseModel

from taalscan.lexicon.schema import FacetFile, LexiconFile


@dataclass(frozen=True, slots=True)
class Sources:
    """The files of a lexicon.

    Attributes:
        facets: the files of the facets, in order of their names.
        helpers: the helper lists, each with its kind ("ontkenning").
        sha256: digest over the bytes the files were read from.
    """

    main: LexiconFile
    facets: tuple[FacetFile, ...]
    helpers: tuple[tuple[str, BaseModel], ...]
    sha256: str = ""
