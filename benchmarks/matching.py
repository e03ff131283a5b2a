"""Measure how the time to match grows with the number of entries.

Run: python benchmarks/matching.py
"""

import random
import time
from collections.abc import Iterator
from dataclasses import dataclass, replace

from taalscan.lexicon import Lexicon, Matcher, compile_lexicons, load_lexicon, resolve_lexicon
from taalscan.lexicon.values import Compound, CompoundPolicy, Context, Entry, Kind, Separable
from taalscan.model import AnalysedPassage, Passage, Sentence, Span, Token

SIZES = (500, 5_000, 50_000)
PASSAGES = 150
SENTENCES, WORDS = 4, 20
REPEATS = 3

_ONSETS = ("b", "d", "g", "h", "k", "l", "m", "n", "p", "r", "s", "st", "tr", "v", "w", "z", "br")
_CORES = ("a", "aa", "e", "ee", "i", "ie", "o", "oe", "ui", "u")
_CODAS = ("", "l", "m", "n", "r", "s", "t", "kt", "ng")
_PARTICLES = ("in", "aan", "uit", "op", "mee", "af")
_COMMON = ("de", "het", "een", "van", "voor", "niet", "wij", "zijn", "gemeente", "en", "met")


@dataclass(frozen=True, slots=True)
class Measure:
    """The time that matching takes with so many entries."""

    entries: int
    compile_seconds: float
    microseconds_a_word: float
    hits: int


def measure(size: int) -> Measure:
    """Return the time for `size` synthetic entries on a text that holds the same words each time.

    The entries are words, noun phrases, verb phrases, separable verbs and compounds, a fifth each.
    """
    base = load_lexicon(resolve_lexicon("beleid-nl"))
    start = time.process_time()
    matcher = compile_lexicons([_synthetic(base, size)])
    compiled = time.process_time() - start
    text = tuple(_passages())
    words = sum(len(sentence.tokens) for passage in text for sentence in passage.sentences)
    best, hits = min(_timed(matcher, text) for _ in range(REPEATS))
    return Measure(size, compiled, best / words * 1e6, hits)


def _timed(matcher: Matcher, text: tuple[AnalysedPassage, ...]) -> tuple[float, int]:
    start = time.process_time()
    hits = sum(len(matcher.find(passage)) for passage in text)
    return time.process_time() - start, hits


def _word(number: int) -> str:
    """Return an invented word of three syllables, the same for the same number."""
    source = random.Random(number)  # noqa: S311 -- words, not secrets
    return "".join(
        source.choice(_ONSETS) + source.choice(_CORES) + source.choice(_CODAS) for _ in range(3)
    )


def _synthetic(base: Lexicon, size: int) -> Lexicon:
    template = base.entries[0]
    entries = tuple(_entry(template, number) for number in range(size))
    return replace(base, entries=entries)


def _entry(template: Entry, number: int) -> Entry:
    word, second = _word(number), _word(number + 1_000_000)
    particle = _PARTICLES[number % len(_PARTICLES)]
    plain = replace(
        template,
        id=f"M1-{number}",
        form=word,
        pos="NOUN",
        variants=(),
        separable=None,
        compound=Compound(CompoundPolicy.NONE, ()),
        context=Context((), (), template.context.window),
    )
    kinds = (
        plain,
        replace(plain, form=f"{word} {second}", kind=Kind.MULTIWORD),
        replace(plain, form=f"{word} {second}en voor", kind=Kind.MULTIWORD, pos="VERB"),
        replace(
            plain,
            form=f"{particle}{word}en",
            pos="VERB",
            separable=Separable(particle, f"{word}en", 15, same_clause=True),
        ),
        replace(plain, compound=Compound(CompoundPolicy.BOTH, ())),
    )
    return kinds[number % len(kinds)]


def _passages() -> Iterator[AnalysedPassage]:
    """Yield passages in which one word in ten is of one of the first 500 entries."""
    source = random.Random(0)  # noqa: S311 -- words, not secrets
    for number in range(PASSAGES):
        sentences = tuple(_sentence(source) for _ in range(SENTENCES))
        yield AnalysedPassage(Passage(f"p{number}", Span(0, 1_000_000)), sentences)


def _sentence(source: random.Random) -> Sentence:
    place = 0
    tokens: list[Token] = []
    for _ in range(WORDS):
        known = source.random() < 0.1
        unknown = _word(5_000_000 + source.randrange(9999))
        other = source.choice(_COMMON) if source.random() < 0.5 else unknown
        form = _word(source.randrange(500)) if known else other
        span = Span(place, place + len(form))
        tokens.append(Token(span, form, form, "NOUN", "", 0, "dep"))
        place = span.end + 1
    return Sentence(Span(0, place), tuple(tokens))


def main() -> None:
    """Print a row a size, and what the largest costs against the smallest."""
    measures = [measure(size) for size in SIZES]
    print("entries  compile s  µs a word  hits")
    for row in measures:
        print(
            f"{row.entries:7}  {row.compile_seconds:9.2f}  "
            f"{row.microseconds_a_word:9.1f}  {row.hits}"
        )
    ratio = measures[-1].microseconds_a_word / measures[0].microseconds_a_word
    print(f"{SIZES[-1] // SIZES[0]} times the entries cost {ratio:.2f} times the time")


if __name__ == "__main__":
    main()
