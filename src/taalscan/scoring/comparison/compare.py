"""Compare the scans of two versions of one document (METRICS §8)."""

from taalscan.errors import ComparisonError
from taalscan.model import Provenance, Reliability, Scan
from taalscan.model.comparison import AxisChange, Comparison
from taalscan.scoring.comparison.alignment import align
from taalscan.scoring.comparison.amounts import Side, pairing
from taalscan.scoring.comparison.figures import compare_axes, compare_balance
from taalscan.scoring.comparison.notices import notices_of, too_short
from taalscan.scoring.comparison.replications import replicate
from taalscan.scoring.comparison.swaps import shifts_of, swaps_of
from taalscan.scoring.reliability import reliability
from taalscan.scoring.sample import PASSAGES, WORDS


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
    short = any(too_short(old, new))
    found: tuple[AxisChange, ...] = ()
    balance = None
    if not short and _enough(pairs.old) and _enough(pairs.new):
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
        notices=notices_of(old, new, alignment, found, balance),
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


def _enough(side: Side) -> bool:
    """Tell whether what is compared of a document is long enough for figures (METRICS §6.3).

    Text that one of the files holds outside its passages is left out, and that may be nearly all.
    """
    passages, words = (int(side[key].sum()) for key in (PASSAGES, WORDS))
    return reliability(passages, words) is not Reliability.HIGHLIGHTS_ONLY


def _balanced(scan: Scan) -> bool:
    """Tell whether a document allows a balance that says something (METRICS §6.3, §7.2)."""
    return scan.balance is not None and scan.balance.verdict.comparable
