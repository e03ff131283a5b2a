"""Make judged passages from a few marks."""

from collections.abc import Mapping, Sequence

from hypothesis import strategies as st

from taalscan.classify.evaluation import Judged
from taalscan.labels import LabelledPassage
from taalscan.model import Span

CODES = ("M", "R")
TEXT = "Wij kopen zorg in bij de laagste prijs."


def judged(
    number: int,
    truth: str = "",
    given: str = "",
    probabilities: Mapping[str, float] | None = None,
    document: str = "",
) -> Judged:
    """Return a passage: `truth` and `given` hold the codes that coders and model gave it."""
    passage = LabelledPassage(
        id=f"p{number:03}",
        text=TEXT,
        labels={code: int(code in truth) for code in CODES},
        document=document or f"d{number:03}",
    )
    known = probabilities or {code: 0.9 if code in given else 0.1 for code in CODES}
    return Judged(passage, known, {code: code in given for code in CODES})


def marked(evidence: Sequence[str], *spans: tuple[int, int]) -> Judged:
    """Return a true positive on M, with what coders pointed at and what was highlighted."""
    passage = LabelledPassage("p", TEXT, {"M": 1}, evidence={"M": tuple(evidence)}, document="d")
    highlights = {"M": tuple(Span(*span) for span in spans)}
    return Judged(passage, {"M": 0.9}, {"M": True}, highlights)


@st.composite
def judged_lists(draw: st.DrawFn, min_size: int = 1) -> list[Judged]:
    """Draw passages of a few documents, genres and sources, judged in any way."""
    made = []
    for number in range(draw(st.integers(min_size, 14))):
        passage = LabelledPassage(
            id=f"p{number:03}",
            text=TEXT,
            labels={code: draw(st.integers(0, 2)) for code in CODES},
            evidence=dict.fromkeys(CODES, ("zorg",)),
            genre=draw(st.sampled_from(("", "nota"))),
            source=draw(st.sampled_from(("Aa", "Bee"))),
            document=draw(st.sampled_from(("een", "twee", "drie"))),
        )
        made.append(
            Judged(
                passage,
                {code: draw(st.floats(0, 1)) for code in CODES},
                {code: draw(st.booleans()) for code in CODES},
                {
                    code: draw(st.sampled_from(((), (Span(0, 5),), (Span(4, 14),))))
                    for code in CODES
                },
                chance=draw(st.floats(0.05, 1)),
            )
        )
    return made
