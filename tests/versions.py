"""Make versions of a document by hand: plain paragraphs that differ, and a classifier's word."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from taalscan.model import (
    AxisPassageScore,
    Balance,
    BalanceIndex,
    BalanceSide,
    BalanceVerdict,
    Basis,
    DocumentBalance,
    Interval,
    ModelVersion,
    PassageScore,
    Scan,
)
from tests.builders import scan_of

INDEX = BalanceIndex(
    "richting",
    "Richting",
    BalanceSide("Relationeel", ("relationeel",)),
    BalanceSide("Marktgericht", ("marktgericht",)),
)

_SYLLABLES = ("ba", "ke", "lo", "mi", "nu", "ro", "sa", "te", "vi", "zo")
_LENGTH = 18


def word(number: int) -> str:
    """Return a word that no other number has."""
    return "".join(_SYLLABLES[int(digit)] for digit in f"{number:04d}")


def paragraph(number: int, hit: str = "") -> str:
    """Return a paragraph of nineteen words that no other number has, and a marked word."""
    words = [word(number * _LENGTH + place) for place in range(_LENGTH)]
    middle = [*words[:9], hit, *words[9:]] if hit else words
    return f"Zo {' '.join(middle)}."


def document(numbers: Sequence[int], hits: Mapping[int, str] | None = None) -> str:
    """Return the markup of a document of paragraphs; `hits` adds a marked word to some."""
    return "\n\n".join(paragraph(number, (hits or {}).get(number, "")) for number in numbers)


def classified(scan: Scan, chances: Mapping[str, Sequence[float]]) -> Scan:
    """Return a scan as a classifier would have it: probabilities of the passages an axis.

    Args:
        scan: the scan.
        chances: for an axis a probability a passage; 0.02 for axes that are not named.
    """
    passages = [
        replace(passage, axes=tuple(_read(own, chances, number) for own in passage.axes))
        for number, passage in enumerate(scan.passages)
    ]
    made = replace(scan.provenance, classifier=ModelVersion("test", "1.0", "12" * 32))
    return replace(scan, passages=tuple(passages), provenance=made)


def _read(
    own: AxisPassageScore, chances: Mapping[str, Sequence[float]], number: int
) -> AxisPassageScore:
    chance = chances[own.axis][number] if own.axis in chances else 0.02
    return replace(own, classifier=chance, combined=chance, label=chance >= own.threshold)


def regrouped(scan: Scan, sizes: Sequence[int]) -> Scan:
    """Return a scan with neighbouring passages joined, so many at a time."""
    passages: list[PassageScore] = []
    first = 0
    for size in sizes:
        own = scan.passages[first : first + size]
        span = replace(own[0].passage.span, end=own[-1].passage.span.end)
        passages.append(
            replace(
                own[0],
                passage=replace(own[0].passage, span=span),
                words=sum(one.words for one in own),
                hits=tuple(hit for one in own for hit in one.hits),
            )
        )
        first += size
    return replace(scan, passages=tuple(passages))


def scan_with(
    markup: str, name: str, chances: Mapping[str, Sequence[float]] | None = None
) -> Scan:
    """Return the scan of a text in the markup of `tests.builders`, as a file with that name."""
    scan = scan_of(markup, name=name)
    source = replace(scan.document.source, sha256=f"{sum(map(ord, markup)):064x}")
    scan = replace(scan, document=replace(scan.document, source=source))
    return scan if chances is None else classified(scan, chances)


def balanced(scan: Scan, verdict: BalanceVerdict = BalanceVerdict.MIXED) -> Scan:
    """Return a scan of a document that allows a balance of relational against market-oriented."""
    zero = Interval(0.0, -0.5, 0.5)
    main = Balance(INDEX.id, Basis.PASSAGES, 10.0, 10.0, zero, zero)
    balance = DocumentBalance(main=main, others=(), importance=-1.0, verdict=verdict)
    return replace(scan, balance_indices=(INDEX,), balance=balance)
