"""Hold what a report tells of a lexicon: its axes, facets and entries."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Facet:
    """A subdivision of an axis, e.g. M1 (competition and procurement).

    Attributes:
        example: whether a report shows passages of this facet as examples of what can be written.
    """

    id: str
    title: str
    definition: str = ""
    example: bool = False


@dataclass(frozen=True, slots=True)
class FacetGroup:
    """Facets of one axis that are also counted together, e.g. M-kern (M1 to M5)."""

    id: str
    title: str
    facets: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Axis:
    """A dimension of language that lexicons score, with how reports show it.

    Attributes:
        code: one letter or short sign, shown beside the colour.
        threshold: strength from which a passage carries the label, in [0, 1].
        colour: CSS colour on a light background; `colour_dark` on a dark one.
        pattern: underline that tells axes apart without colour (CSS `text-decoration-style`).
    """

    id: str
    code: str
    title: str
    definition: str
    threshold: float
    colour: str
    colour_dark: str
    pattern: str
    facets: tuple[Facet, ...]
    groups: tuple[FacetGroup, ...] = ()


@dataclass(frozen=True, slots=True)
class BalanceSide:
    """One side of a balance: the axes, facet groups and facets that are counted, by id."""

    title: str
    members: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class BalanceIndex:
    """Two sides whose amounts a balance sets against each other (METRICS §4.1).

    Attributes:
        id: key of the index in the JSON; the first index of a lexicon is its main one.
        above: what makes the index positive; `below` what makes it negative.
    """

    id: str
    title: str
    above: BalanceSide
    below: BalanceSide


@dataclass(frozen=True, slots=True)
class Alternative:
    """Another wording, and the condition under which it would be true."""

    text: str
    only_if: str


@dataclass(frozen=True, slots=True)
class EntryNote:
    """What a report tells about a lexicon entry that was found."""

    id: str
    form: str
    axis: str
    facet: str
    question: str
    alternatives: tuple[Alternative, ...]
    note: str
    source: str
