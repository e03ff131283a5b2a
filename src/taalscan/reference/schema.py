"""Say what the files about genres hold, in the Dutch words of those who write them."""

from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

Text = Annotated[
    str, StringConstraints(min_length=1, strip_whitespace=True, pattern=r"^[^\x00-\x1f\x7f]*$")
]
Id = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9-]*$")]
CueText = Annotated[  # words in lower case; a star stands for the rest of the first or last word
    str,
    StringConstraints(pattern=r"^\*?([^\W_A-Z]+|€)( [^\W_A-Z]+)*\*?$"),
]
FormName = Annotated[str, StringConstraints(pattern=r"^(cijfertabel|vraagkoppen)$")]
Weight = Annotated[float, Field(ge=0, allow_inf_nan=False)]


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)


class FamilyFile(_Strict):
    """Een familie van genres."""

    id: Id
    titel: Text
    omschrijving: Text


class CuesFile(_Strict):
    """Waaraan een genre te herkennen is, per plaats."""

    titel: list[CueText] = []
    koppen: list[CueText] = []
    begin: list[CueText] = []
    blokbegin: list[CueText] = []
    overal: list[CueText] = []
    vorm: list[FormName] = []


class GenreFile(_Strict):
    """Een genre."""

    id: Id
    titel: Text
    familie: Id
    namen: Annotated[list[Text], Field(min_length=1)]
    kenmerken: CuesFile


class GenresFile(_Strict):
    """Het bestand genres.yaml."""

    families: Annotated[list[FamilyFile], Field(min_length=1)]
    genres: Annotated[list[GenreFile], Field(min_length=2)]
    geen_genre: CuesFile = CuesFile()


class PlaceWeightsFile(_Strict):
    """Hoe zwaar een plaats telt; gelijk voor alle genres."""

    titel: Weight
    koppen: Weight
    begin: Weight
    blokbegin: Weight
    overal: Weight
    vorm: Weight


class WeightsFile(_Strict):
    """Het bestand genre-weights.json, dat `make genres` schrijft."""

    plaatsen: PlaceWeightsFile
    geen: Annotated[float, Field(allow_inf_nan=False)]
    drempel: Annotated[float, Field(ge=0, le=1)]
    documenten: Annotated[int, Field(ge=0)]
    corpus: Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")]
