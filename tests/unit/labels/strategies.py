"""Make passages with any labels that coders can give."""

from hypothesis import strategies as st

from taalscan.labels import LabelledPassage, Mention
from taalscan.labels.exchange.fields import CODEBOOK_FLAGS, STANCES

CODES = ("M", "R", "D", "C")
FACETS = ("M1", "M2", "M3", "R1", "R2", "R3", "D1", "D2", "C1", "C2", "C3")

_SIGNS = st.characters(codec="utf-8")
TEXTS = st.one_of(
    st.text(_SIGNS, min_size=1, max_size=60),
    st.sampled_from(
        ["=1+1", "@som", " twee  spaties ", "_x0041_", "12", "1.0", "a\r\nb\u2028c", "🦊 de vos"]
    ),
)
MAYBE = st.just("") | TEXTS


@st.composite
def labelled(draw: st.DrawFn, number: int, coder: str) -> LabelledPassage:
    """Return a passage that is coded on some axes, all of them or none."""
    text = draw(TEXTS)
    codes = draw(st.lists(st.sampled_from(CODES), unique=True))
    evidence = {code: draw(_fragments(text)) for code in codes if draw(st.booleans())}
    return LabelledPassage(
        id=f"p{number}",
        text=text,
        labels={code: draw(st.integers(0, 2)) for code in codes},
        facets=tuple(draw(st.lists(st.sampled_from(FACETS), unique=True))),
        evidence=evidence,
        flags=tuple(
            draw(st.lists(st.sampled_from([*CODEBOOK_FLAGS, "eigen = vlag"]), unique=True))
        ),
        genre=draw(MAYBE),
        source=draw(MAYBE),
        document=draw(TEXTS),
        stratum=draw(st.sampled_from(["random", "hits:M"])),
        chance=draw(st.none() | st.floats(1e-9, 1)),
        page=draw(st.none() | st.integers(1, 999)),
        headings=tuple(draw(st.lists(TEXTS, max_size=3))),
        mentions=tuple(
            draw(
                st.lists(
                    st.builds(Mention, st.sampled_from(CODES), st.sampled_from(["", *STANCES])),
                    max_size=2,
                )
            )
        ),
        sure=draw(st.none() | st.integers(1, 3)),
        note=draw(MAYBE),
        coder=coder,
    )


@st.composite
def _fragments(draw: st.DrawFn, text: str) -> tuple[str, ...]:
    """Return pieces of a text, which may overlap or be the same."""
    pieces = []
    for _ in range(draw(st.integers(1, 4))):
        start = draw(st.integers(0, len(text) - 1))
        pieces.append(text[start : draw(st.integers(start + 1, len(text)))])
    return tuple(pieces)


@st.composite
def sets(draw: st.DrawFn) -> tuple[LabelledPassage, ...]:
    """Return the passages of one coder."""
    coder = draw(st.sampled_from(["", "B", "=codeur@gemeente.nl"]))
    return tuple(draw(labelled(number, coder)) for number in range(1, draw(st.integers(2, 5))))
