"""Compare the scans of two versions of one document (METRICS §8)."""

from collections.abc import Iterator

from taalscan.errors import ComparisonError
from taalscan.model import BalanceVerdict, Notice, Provenance, Reliability, Scan
from taalscan.model.comparison import Alignment, AxisChange, BalanceChange, Comparison
from taalscan.scoring.comparison.alignment import align
from taalscan.scoring.comparison.amounts import pairing
from taalscan.scoring.comparison.figures import compare_axes, compare_balance
from taalscan.scoring.comparison.replications import replicate
from taalscan.scoring.comparison.swaps import shifts_of, swaps_of


def compare_scans(old: Scan, new: Scan) -> Comparison:
    """Compare two scans; passages whose words did not change have one score, that of the old one.

    Raises:
        ComparisonError: if the scans were not made with the same lexicon, language model and
            classifier: their figures cannot be compared.
    """
    check_comparable(old.provenance, new.provenance)
    alignment = align(old, new)
    units = alignment.units
    swaps = swaps_of(old, new, units)
    axes = [axis.id for axis in old.axes]
    pairs = pairing(units, (old.passages, new.passages), axes, swaps)
    scored = not list(_too_short(old, new)) and any(unit.old for unit in units)
    found: tuple[AxisChange, ...] = ()
    balance = None
    if scored:
        drawn = replicate(pairs, units, old, new)
        found = compare_axes(old.axes, units, pairs, drawn)
        if _balanced(old) and _balanced(new):
            balance = compare_balance(old.balance_indices[0], pairs, drawn)
    return Comparison(
        old=old,
        new=new,
        alignment=alignment,
        axes=found,
        balance=balance,
        shifts=shifts_of(old, new, units),
        swaps=swaps,
        notices=tuple(_notices(old, new, alignment, balance)),
    )


def check_comparable(old: Provenance, new: Provenance) -> None:
    """See to it that two scans were made with the same parts.

    Raises:
        ComparisonError: `part` says which one differs.
    """
    if old.lexicons != new.lexicons:
        raise ComparisonError(part="lexicon")
    if old.language_model != new.language_model:
        raise ComparisonError(part="language-model")
    if old.classifier != new.classifier:
        raise ComparisonError(part="classifier")


def _too_short(old: Scan, new: Scan) -> Iterator[Notice]:
    for code, scan in (("too-short-old", old), ("too-short-new", new)):
        if scan.reliability is Reliability.HIGHLIGHTS_ONLY:
            yield Notice(code, (("count", len(scan.passages)),))


def _balanced(scan: Scan) -> bool:
    """Tell whether a document allows a balance that says something (METRICS §6.3, §7.2)."""
    return scan.balance is not None and scan.balance.verdict is not BalanceVerdict.UNSURE


def _notices(
    old: Scan, new: Scan, alignment: Alignment, balance: BalanceChange | None
) -> Iterator[Notice]:
    yield from _too_short(old, new)
    if Reliability.INDICATIVE in {old.reliability, new.reliability}:
        yield Notice("indicative")
    if old.provenance.classifier is None:
        yield Notice("no-classifier")
    if old.balance_indices and balance is None:
        yield Notice("no-balance")
    for code, apart in (("apart-old", alignment.old_apart), ("apart-new", alignment.new_apart)):
        if apart:
            yield Notice(code, (("count", len(apart)),))
