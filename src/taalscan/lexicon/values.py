"""Hold a lexicon as frozen values; the Dutch names of its files end here."""

from dataclasses import dataclass, fields
from enum import StrEnum

from taalscan.model import Alternative, Axis, BalanceIndex, LexiconVersion, Status


class Kind(StrEnum):
    """How the form of an entry is looked for."""

    LEMMA = "lemma"
    MULTIWORD = "mwe"
    SEQUENCE = "tokenpatroon"
    CONSTRUCTION = "constructie"


class CompoundPolicy(StrEnum):
    """Which part of a compound the form may be."""

    NONE = "geen"
    HEAD = "kop"
    MODIFIER = "bepaling"
    BOTH = "beide"


class Handling(StrEnum):
    """What a negation or a quotation does to a hit."""

    NEUTRALISE = "neutraliseer"
    KEEP = "behoud"
    MARK = "markeer"
    TURN = "keer_om"


class Stage(StrEnum):
    """How far the review of an entry is; disputed and retired entries are not looked for."""

    CONCEPT = "concept"
    TRIAL = "proef"
    ACTIVE = "actief"
    DISPUTED = "betwist"
    RETIRED = "uitgefaseerd"


class Direction(StrEnum):
    """On which side of a hit a signal must stand; `VERB`: left, and behind a verb too."""

    LEFT = "links"
    RIGHT = "rechts"
    BOTH = "beide"
    VERB = "links_en_na_werkwoord"


class WindowUnit(StrEnum):
    """What the window of a context condition is measured in."""

    TOKENS = "tokens"
    SENTENCE = "zin"
    PASSAGE = "passage"


@dataclass(frozen=True, slots=True)
class Window:
    """How far around a hit a context condition looks; `size` counts tokens to either side."""

    unit: WindowUnit
    size: int = 0


@dataclass(frozen=True, slots=True)
class Separable:
    """A verb whose particle may stand apart: particle `in`, verb `kopen`, in at most 15 tokens."""

    particle: str
    verb: str
    max_tokens: int
    same_clause: bool


@dataclass(frozen=True, slots=True)
class Compound:
    """How an entry is found in compounds.

    Attributes:
        excluded: compounds shown as literal: near enough to the meaning to tell the reader.
        skipped: compounds that are no hit at all.
    """

    policy: CompoundPolicy
    excluded: tuple[str, ...]
    skipped: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Context:
    """What must, and what may not, stand around a hit for it to count."""

    required: tuple[str, ...]
    excluded: tuple[str, ...]
    window: Window


@dataclass(frozen=True, slots=True)
class Evidence:
    """What a test on labelled passages said about an entry; precision with its 95 % interval."""

    hits: int
    precision: float | None
    interval: tuple[float, float] | None
    corpus: str | None
    date: str | None
    municipalities: int | None


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of a lexicon, with all fields of its file.

    Attributes:
        weight: in [0.1, 1].
        turned_to: facet that a negated hit counts for, where `negation` turns it round; else "".
        needs_anchor: whether a hit without anchor (CODEBOOK §2.5) is a slogan.
    """

    id: str
    form: str
    kind: Kind
    pos: str
    variants: tuple[str, ...]
    axis: str
    facet: str
    weight: float
    separable: Separable | None
    compound: Compound
    context: Context
    negation: Handling
    turned_to: str
    quotation: Handling
    legal_signals: tuple[str, ...]
    needs_anchor: bool
    question: str
    alternatives: tuple[Alternative, ...]
    example: str
    counter_example: str
    note: str
    source: str
    evidence: Evidence | None
    stage: Stage
    added: str
    author: str
    review: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Signal:
    """A word or phrase that decides on hits near it.

    Attributes:
        reach: how many tokens from the hit it may stand.
        same_clause: whether it works inside its own clause only.
        same_phrase: whether it works only on the phrase it stands before: "zonder diploma".
    """

    form: str
    direction: Direction
    reach: int
    same_clause: bool
    same_phrase: bool = False


@dataclass(frozen=True, slots=True)
class FalseFriend:
    """A sentence in which nothing may count for an axis, and the word that tempts."""

    axis: str
    word: str
    sentence: str


@dataclass(frozen=True, slots=True)
class Helpers:
    """The helper lists of one or more lexicons; every field may be empty."""

    negators: tuple[Signal, ...] = ()
    sham_negations: tuple[str, ...] = ()
    quotes: tuple[tuple[str, str], ...] = ()
    critique: tuple[Signal, ...] = ()
    critique_heads: tuple[str, ...] = ()
    reporting: tuple[Signal, ...] = ()
    speech_verbs: tuple[str, ...] = ()
    judging_verbs: tuple[str, ...] = ()
    legal: tuple[str, ...] = ()
    arguments: tuple[str, ...] = ()
    actors: tuple[tuple[str, tuple[str, ...]], ...] = ()
    own_classes: tuple[str, ...] = ()
    reciprocal: tuple[str, ...] = ()
    deeds: tuple[str, ...] = ()
    powers: tuple[str, ...] = ()
    clause_words: tuple[str, ...] = ()
    clause_marks: tuple[str, ...] = ()
    clause_joints: tuple[str, ...] = ()
    subordinators: tuple[str, ...] = ()
    first_person: tuple[str, ...] = ()
    articles: tuple[str, ...] = ()
    function_words: tuple[str, ...] = ()
    slots: tuple[tuple[str, tuple[str, ...]], ...] = ()
    strong_verbs: tuple[tuple[str, tuple[str, ...]], ...] = ()
    no_modifiers: tuple[str, ...] = ()
    no_heads: tuple[str, ...] = ()
    false_friends: tuple[FalseFriend, ...] = ()

    def __add__(self, other: "Helpers") -> "Helpers":
        """Return both lists together, each item once."""
        joined = {
            field.name: tuple(
                dict.fromkeys(getattr(self, field.name) + getattr(other, field.name))
            )
            for field in fields(self)
        }
        return Helpers(**joined)


@dataclass(frozen=True, slots=True)
class Lexicon:
    """A whole lexicon.

    Attributes:
        sha256: digest over its files, in order of their names.
        balances: what is set against each other; the first is the main one.
        factors: what a hit of each status counts for (METRICS §1, g_h).
    """

    name: str
    version: str
    licence: str
    language: str
    sha256: str
    axes: tuple[Axis, ...]
    balances: tuple[BalanceIndex, ...]
    factors: tuple[tuple[Status, float], ...]
    helpers: Helpers
    entries: tuple[Entry, ...]

    def provenance(self) -> LexiconVersion:
        """Return what a scan says about the lexicon it was made with."""
        return LexiconVersion(self.name, self.version, self.sha256)
