"""Hold a passage and what a coder said of it."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Mention:
    """An axis that is named in a passage without being its frame (CODEBOOK §2.2 to §2.4).

    Attributes:
        code: of the axis.
        stance: "onderschreven", "gerapporteerd" or "afgewezen"; "" where it was not noted.
    """

    code: str
    stance: str = ""


@dataclass(frozen=True, slots=True)
class LabelledPassage:
    """A passage and what coders said of it (CODEBOOK §1).

    Attributes:
        labels: code of an axis ("M") to 0 absent, 1 present or 2 dominant; empty before coding.
        facets: facets that carry the labels above 0.
        evidence: code of an axis to the fragments of `text` that show it.
        flags: why a word did not become a label ("juridisch", "slogan", …).
        genre: kind of document; "" where it is not known.
        source: collection or organisation the document came from; "" where it is not known.
        document: the document it was taken from; its own id where that is not known.
        stratum: how it was drawn; "random" for a plain random draw, "" where it is not known.
        chance: chance that it was drawn at all, over all strata, in (0, 1]; None where it is not
            known.
        page: page it starts on, from 1; None where it is not known.
        headings: the headings above it, outermost first.
        mentions: axes that are named without being endorsed.
        sure: 1 in doubt, 2 fairly or 3 quite sure; None where the coder did not say.
        note: what the coder wrote beside it.
        coder: who coded it; "" where it is not known.
    """

    id: str
    text: str
    labels: Mapping[str, int]
    facets: tuple[str, ...] = ()
    evidence: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    flags: tuple[str, ...] = ()
    genre: str = ""
    source: str = ""
    document: str = ""
    stratum: str = ""
    chance: float | None = None
    page: int | None = None
    headings: tuple[str, ...] = ()
    mentions: tuple[Mention, ...] = ()
    sure: int | None = None
    note: str = ""
    coder: str = ""

    def has(self, code: str) -> bool:
        """Tell whether the coders gave the passage an axis, by its code."""
        return self.labels.get(code, 0) > 0

    @property
    def group(self) -> str:
        """What must not be parted in cross-validation: source and document together."""
        return f"{self.source}/{self.document}"
