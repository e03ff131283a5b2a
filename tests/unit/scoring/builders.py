"""Make scored passages by hand."""

from collections.abc import Sequence
from dataclasses import replace

from hypothesis import strategies as st

from taalscan.model import (
    Axis,
    BalanceIndex,
    BalanceSide,
    Facet,
    FacetGroup,
    Hit,
    Passage,
    PassageScore,
    Reading,
    Span,
    Status,
)
from taalscan.scoring import Frame, score_passage

MARKET = Axis(
    id="markt",
    code="M",
    title="Markt",
    definition="",
    threshold=0.5,
    colour="#000",
    colour_dark="#fff",
    pattern="solid",
    facets=(Facet("M1", "Inkoop"), Facet("M2", "Kosten"), Facet("M3", "Regie")),
    groups=(FacetGroup("M-kern", "Kern", ("M1", "M2")),),
)
TIES = Axis("band", "R", "Band", "", 0.5, "#000", "#fff", "wavy", (Facet("R1", "Nabij"),))
MAIN = BalanceIndex("b", "Hoofd", BalanceSide("band", ("band",)), BalanceSide("markt", ("markt",)))
CORE = BalanceIndex(
    "b_core", "Kern", BalanceSide("band", ("band",)), BalanceSide("kern", ("M-kern",))
)
FRAME = Frame((MARKET, TIES), (MAIN, CORE))
READ = Frame((MARKET, TIES), (MAIN, CORE), {"markt": 0.5, "band": 0.5})
DIGEST = "ab" * 32


def hit(
    weight: float = 0.6, factor: float = 1.0, entry: str = "M1-001", axis: str = "markt"
) -> Hit:
    """Return a hit; its facet is the first part of its entry."""
    status = Status.COUNTED if factor else Status.NEGATED
    span = Span(0, 4)
    return Hit(span, (span,), entry, axis, entry[:2], weight, factor, status)


def tie(weight: float = 0.6) -> Hit:
    """Return a hit of the other axis."""
    return hit(weight, entry="R1-001", axis="band")


def scored(
    hits: Sequence[Hit] = (),
    words: int = 40,
    section: str = "Een",
    chances: Sequence[float] = (),
) -> PassageScore:
    """Return a passage; `chances` are those of a classifier, one an axis."""
    readings = [
        Reading(axis.id, chance, chance, 0.5)
        for axis, chance in zip((MARKET, TIES), chances, strict=False)
    ]
    passage = Passage("p0001", Span(0, 4), (section,))
    return score_passage(passage, words, hits, (MARKET, TIES), (readings, ()))


hits_of = st.builds(
    hit,
    st.floats(0.1, 1.0),
    st.sampled_from([0.0, 0.5, 1.0]),
    st.sampled_from(["M1-001", "M1-002", "M2-001", "M3-001"]),
) | st.builds(tie, st.floats(0.1, 1.0))


@st.composite
def documents(draw: st.DrawFn, least: int = 20, *, classified: bool = False) -> list[PassageScore]:
    """Draw the passages of a document of at least so many: a few kinds of passage, in turns.

    Drawing every passage apart would take seconds for each document.
    """
    chances = st.tuples(st.floats(0.001, 0.999), st.floats(0.001, 0.999))
    kinds = draw(
        st.lists(
            st.builds(
                scored,
                st.lists(hits_of, max_size=3),
                st.integers(1, 120),
                st.just("Een"),
                chances if classified else st.just(()),
            ),
            min_size=1,
            max_size=6,
        )
    )
    size, step = draw(st.integers(least, least + 40)), draw(st.integers(1, 5))
    chapter = draw(st.integers(5, least + 40))
    return [
        replace(
            kinds[(number * step + number // 7) % len(kinds)],
            passage=Passage(
                f"p{number}", Span(number, number + 1), ("Een" if number < chapter else "Twee",)
            ),
        )
        for number in range(size)
    ]
