"""Say what the files of a lexicon hold, in the Dutch words linguists write."""

import json
from pathlib import Path
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

Text = Annotated[
    str,
    # one line: a list of texts is a cell of a spreadsheet with a text a line
    StringConstraints(min_length=1, strip_whitespace=True, pattern=r"^[^\x00-\x1f\x7f]*$"),
]
Line = Annotated[str, StringConstraints(strip_whitespace=True, pattern=r"^[^\x00-\x1f\x7f]*$")]
Colour = Annotated[str, StringConstraints(pattern=r"^#[0-9a-fA-F]{6}$")]
FileName = Annotated[  # inside the folder of the lexicon: no "..", no root
    str, StringConstraints(pattern=r"^([A-Za-z0-9_-]+/)*[A-Za-z0-9_-]+\.yaml$")
]
EntryId = Annotated[str, StringConstraints(pattern=r"^[A-Z]+[0-9]+-[0-9]{3,5}$")]
Share = Annotated[float, Field(ge=0, le=1)]
Pos = Literal["NOUN", "VERB", "ADJ", "ADV", "PROPN", "ADP", "PRON", "NUM"]


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)


class SeparableFile(_Strict):
    """Een scheidbaar werkwoord: 'kopen … in' hoort bij inkopen."""

    partikel: Text
    werkwoord: Text
    max_tokens: int = Field(default=15, ge=1, le=40)
    zelfde_deelzin: bool = True


class CompoundFile(_Strict):
    """Welk deel van een samenstelling de vorm mag zijn, en in welke woorden niet."""

    beleid: Literal["geen", "kop", "bepaling", "beide"] = "geen"
    uitsluiten: list[Text] = []
    overslaan: list[Text] = []


class ContextFile(_Strict):
    """Wat in de buurt moet staan, of niet mag staan."""

    vereist_een_van: list[Text] = []
    sluit_uit: list[Text] = []
    venster: Annotated[str, StringConstraints(pattern=r"^(zin|passage|[1-9][0-9]? tokens)$")] = (
        "zin"
    )


class TurnFile(_Strict):
    """Een ontkende treffer telt bij een andere subdimensie."""

    keer_om: Text


class AlternativeFile(_Strict):
    """Een andere formulering; nooit zonder voorwaarde."""

    tekst: Text
    alleen_als: Text


class EvidenceFile(_Strict):
    """Wat een toets op gelabelde passages liet zien."""

    n: int = Field(ge=0)
    precisie: Share | None = None
    ci95: Annotated[list[Share], Field(min_length=2, max_length=2)] | None = None
    corpus: Text | None = None
    datum: Text | None = None
    gemeenten: int | None = Field(default=None, ge=0)


class EntryFile(_Strict):
    """Een ingang van het lexicon."""

    id: EntryId
    vorm: Text
    type: Literal["lemma", "mwe", "tokenpatroon", "constructie"]
    pos: Pos
    varianten: list[Text] = []
    gewicht: float = Field(ge=0.1, le=1)
    scheidbaar: SeparableFile | None = None
    samenstelling: CompoundFile = CompoundFile()
    context: ContextFile = ContextFile()
    negatie: Literal["neutraliseer", "behoud"] | TurnFile = "neutraliseer"
    citaat_kritiek: Literal["neutraliseer", "markeer", "behoud"] = "neutraliseer"
    juridisch_uit: list[Text] = []
    slogan_zonder_anker: bool = False
    verduidelijkingsvraag: Line = ""
    alternatieven: list[AlternativeFile] = []
    voorbeeld: Text
    tegenvoorbeeld: Text
    noot: Text
    bron: Text
    bewijs: EvidenceFile | None = None
    status: Literal["concept", "proef", "actief", "betwist", "uitgefaseerd"]
    versie_toegevoegd: Text
    auteur: Text
    review: list[Text] = []


class FacetFile(_Strict):
    """Een bestand met alle ingangen van één subdimensie."""

    categorie: Text
    subdimensie: Text
    ingangen: list[EntryFile]


class FacetHeading(_Strict):
    """Een subdimensie van een as."""

    id: Annotated[str, StringConstraints(pattern=r"^[A-Z]+[0-9]+$")]
    titel: Text
    omschrijving: Line = ""
    voorbeeld: bool = False


class AxisFile(_Strict):
    """Een as: wat zij meet en hoe het rapport haar toont."""

    id: Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_-]*$")]
    code: Annotated[str, StringConstraints(pattern=r"^[A-Z]{1,3}$")]
    titel: Text
    omschrijving: Text
    drempel: Share = 0.5
    kleur: Colour
    kleur_donker: Colour
    patroon: Literal["solid", "dashed", "dotted", "wavy", "double"]
    vraag_verplicht: bool = False
    facetten: Annotated[list[FacetHeading], Field(min_length=1)]


class GroupFile(_Strict):
    """Subdimensies van één as die ook samen worden geteld."""

    id: Annotated[str, StringConstraints(pattern=r"^[A-Z]+-[a-z]+$")]
    titel: Text
    facetten: Annotated[list[Text], Field(min_length=1)]


class BalanceSideFile(_Strict):
    """Eén kant van een balans: assen, groepen en subdimensies, met hun id."""

    titel: Text
    leden: Annotated[list[Text], Field(min_length=1)]


class BalanceFile(_Strict):
    """Twee kanten die tegenover elkaar worden gezet; de eerste balans is de belangrijkste."""

    id: Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]*$")]
    titel: Text
    boven: BalanceSideFile
    onder: BalanceSideFile


class FactorsFile(_Strict):
    """Waarvoor een treffer van elke status telt."""

    counted: Share = 1.0
    literal: Share = 0.0
    negated: Share = 0.0
    rejected: Share = 0.0
    reported: Share = 0.5
    legal: Share = 0.0
    slogan: Share = 0.5


class HelpersFile(_Strict):
    """Waar de hulplijsten staan, vanaf de map van het lexicon."""

    ontkenning: FileName | None = None
    citaat: FileName | None = None
    wet: FileName | None = None
    actoren: FileName | None = None
    taal: FileName | None = None
    valse_vrienden: FileName | None = None


class LexiconFile(_Strict):
    """Het hoofdbestand lexicon.yaml."""

    naam: Annotated[str, StringConstraints(pattern=r"^[a-z0-9][a-z0-9-]*$")]
    versie: Annotated[str, StringConstraints(pattern=r"^[0-9]+\.[0-9]+\.[0-9]+$")]
    licentie: Text
    taal: Literal["nl"]
    factoren: FactorsFile = FactorsFile()
    hulplijsten: HelpersFile = HelpersFile()
    assen: Annotated[list[AxisFile], Field(min_length=1)]
    groepen: list[GroupFile] = []
    balansen: list[BalanceFile] = []


class SignalFile(_Strict):
    """Een signaal en het bereik waarbinnen het werkt."""

    vorm: Text
    richting: Literal["links", "rechts", "beide", "links_en_na_werkwoord"] = "links"
    bereik: int = Field(default=6, ge=1, le=60)
    zelfde_deelzin: bool = True
    zelfde_zinsdeel: bool = False


class NegationFile(_Strict):
    """Ontkenners, en woordgroepen die alleen op ontkenning lijken."""

    ontkenners: list[SignalFile]
    schijn: list[Text] = []


class QuoteFile(_Strict):
    """Een paar aanhalingstekens."""

    open: Text
    sluit: Text


class QuotationFile(_Strict):
    """Signalen dat de schrijver een ander weergeeft of afstand neemt."""

    aanhalingstekens: list[QuoteFile] = []
    afwijzing: list[SignalFile] = []
    afwijzing_achtervoegsels: list[Text] = []
    weergave: list[SignalFile] = []
    spreekwerkwoorden: list[Text] = []
    oordeelwerkwoorden: list[Text] = []


class LawFile(_Strict):
    """Signalen dat de wet een term voorschrijft, en woorden die een eigen argument inleiden."""

    signalen: list[Text]
    argumenten: list[Text] = []


class ActorsFile(_Strict):
    """Wie handelt, per klasse, en waaraan een anker te zien is."""

    klassen: dict[str, list[Text]]
    eigen: list[Text] = []
    eerste_persoon: list[Text] = []
    wederkerig: list[Text] = []
    handelingen: list[Text] = []
    zeggenschap: list[Text] = []


class GrammarFile(_Strict):
    """Kleine woorden en vormen waar het zoeken op steunt."""

    deelzin_woorden: list[Text] = []
    deelzin_tekens: list[Text] = []
    deelzin_voegen: list[Text] = []
    deelzin_voegwoorden: list[Text] = []
    lidwoorden: list[Text] = []
    functiewoorden: list[Text] = []
    wisselwoorden: dict[str, list[Text]] = {}
    sterke_werkwoorden: dict[str, Annotated[list[Text], Field(min_length=3, max_length=3)]] = {}
    geen_bepaling: list[Text] = []
    geen_kop: list[Text] = []


class FalseFriendFile(_Strict):
    """Een zin met een woord dat op een signaalwoord lijkt en niet telt."""

    woord: Text
    zin: Text


class FalseFriendsFile(_Strict):
    """Zinnen waarin voor een as niets mag tellen; `lexicon check` loopt ze na."""

    zinnen: dict[str, list[FalseFriendFile]]


HELPER_FILES: dict[str, type[BaseModel]] = {
    "ontkenning": NegationFile,
    "citaat": QuotationFile,
    "wet": LawFile,
    "actoren": ActorsFile,
    "taal": GrammarFile,
    "valse_vrienden": FalseFriendsFile,
}


def json_schemas() -> dict[str, dict[str, object]]:
    """Return the JSON Schema of each kind of file, for editors, by the name of the kind."""
    kinds: dict[str, type[BaseModel]] = {"lexicon": LexiconFile, "facet": FacetFile}
    for name, model in HELPER_FILES.items():
        kinds[f"hulplijst-{name}"] = model
    return {name: model.model_json_schema() for name, model in kinds.items()}


def write_json_schemas(folder: Path) -> None:
    """Write every JSON Schema to `<kind>.schema.json` in a folder that exists."""
    for name, content in json_schemas().items():
        text = json.dumps(content, ensure_ascii=False, indent=1) + "\n"
        (folder / f"{name}.schema.json").write_text(text, encoding="utf-8")
