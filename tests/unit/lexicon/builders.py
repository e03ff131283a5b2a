"""Make passages, entries and lexicons by hand, without a language model."""

from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from taalscan.lexicon import (
    Entry,
    Helpers,
    Lexicon,
    Matcher,
    compile_lexicons,
    load_lexicon,
    resolve_lexicon,
)
from taalscan.lexicon.values import (
    Compound,
    CompoundPolicy,
    Context,
    Handling,
    Kind,
    Separable,
    Stage,
    Window,
    WindowUnit,
)
from taalscan.model import (
    AnalysedPassage,
    Axis,
    Facet,
    Hit,
    Passage,
    Sentence,
    Span,
    Status,
    Token,
)

AXES = (
    Axis(
        "marktgericht", "M", "Markt", "", 0.5, "#000000", "#ffffff", "solid", (Facet("M1", "a"),)
    ),
    Axis(
        "relationeel", "R", "Relatie", "", 0.5, "#000000", "#ffffff", "wavy", (Facet("R1", "b"),)
    ),
)


def passage(*sentences: str) -> AnalysedPassage:
    """Return a passage of sentences written as "De/DET zorg/NOUN koopt|kopen/VERB".

    A word is form|lemma/POS; the lemma is the form where it is left out.
    """
    offset = 0
    made: list[Sentence] = []
    for sentence in sentences:
        tokens: list[Token] = []
        for item in sentence.split():
            word, _, pos = item.rpartition("/")
            form, _, lemma = word.partition("|")
            span = Span(offset, offset + len(form))
            tokens.append(Token(span, form, (lemma or form).lower(), pos, "", 0, "dep"))
            offset = span.end + 1
        span = Span(tokens[0].span.start, tokens[-1].span.end) if tokens else Span(offset, offset)
        made.append(Sentence(span, tuple(tokens)))
    return AnalysedPassage(Passage("p1", Span(0, offset)), tuple(made))


def text_of(made: AnalysedPassage) -> str:
    """Return the text whose characters the spans of a made passage count."""
    return " ".join(token.text for sentence in made.sentences for token in sentence.tokens)


def entry(id_: str, form: str, pos: str = "NOUN", *, variants: Sequence[str] = ()) -> Entry:
    """Return an entry that asks nothing of its surroundings."""
    facet = id_.partition("-")[0]
    return Entry(
        id=id_,
        form=form,
        kind=Kind.LEMMA if len(form.split()) == 1 else Kind.MULTIWORD,
        pos=pos,
        variants=tuple(variants),
        axis="marktgericht" if facet == "M1" else "relationeel",
        facet=facet,
        weight=0.5,
        separable=None,
        compound=Compound(CompoundPolicy.NONE, ()),
        context=Context((), (), Window(WindowUnit.SENTENCE)),
        negation=Handling.NEUTRALISE,
        turned_to="",
        quotation=Handling.NEUTRALISE,
        legal_signals=(),
        needs_anchor=False,
        question="",
        alternatives=(),
        example="",
        counter_example="",
        note="",
        source="",
        evidence=None,
        stage=Stage.CONCEPT,
        added="0.1.0",
        author="",
        review=(),
    )


def buying() -> Entry:
    """Return the separable verb inkopen."""
    return replace(
        entry("M1-001", "inkopen", "VERB", variants=("inkoop",)),
        separable=Separable("in", "kopen", 15, same_clause=True),
        compound=Compound(CompoundPolicy.BOTH, ("inkoopprijs",)),
    )


def lexicon(*entries: Entry, helpers: Helpers | None = None, name: str = "proef") -> Lexicon:
    """Return a lexicon with the shipped helper lists, or others."""
    factors = tuple(
        (status, {Status.COUNTED: 1.0, Status.REPORTED: 0.5, Status.SLOGAN: 0.5}.get(status, 0.0))
        for status in Status
    )
    lists = shipped().helpers if helpers is None else helpers
    return Lexicon(name, "1.0.0", "CC0-1.0", "nl", "0" * 64, AXES, (), factors, lists, entries)


def matcher(*entries: Entry) -> Matcher:
    """Return a matcher of entries with the shipped helper lists."""
    return compile_lexicons([lexicon(*entries)])


@cache
def shipped() -> Lexicon:
    """Return the lexicon that ships with taalscan."""
    return load_lexicon(resolve_lexicon("beleid-nl"))


@cache
def shipped_matcher() -> Matcher:
    """Return the matcher of the shipped lexicon."""
    return compile_lexicons([shipped()])


def found(hits: Sequence[Hit], made: AnalysedPassage) -> list[tuple[str, str, str]]:
    """Return hits as entry, matched text and status."""
    text = text_of(made)
    return [
        (hit.entry, " … ".join(part.cut(text) for part in hit.parts), hit.status.value)
        for hit in hits
    ]
