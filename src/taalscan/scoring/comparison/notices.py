"""Tell what a reader should know before believing a comparison of two versions."""

from collections.abc import Iterator, Sequence

from taalscan.model import BalanceVerdict, Notice, Reliability, Scan
from taalscan.model.comparison import Alignment, AxisChange, BalanceChange, Difference

_OTHERWISE = 0.05
"""Part of a density by which the one here may differ from that of the document, untold."""


def notices_of(
    old: Scan,
    new: Scan,
    alignment: Alignment,
    axes: Sequence[AxisChange],
    balance: BalanceChange | None,
) -> tuple[Notice, ...]:
    """Return the notices of a comparison.

    Args:
        old: the old version.
        new: the new one.
        alignment: how they hang together.
        axes: the figures; empty where there are none.
        balance: None where it was not compared.
    """
    short = tuple(too_short(old, new))
    found = [*short, *(() if axes or short else (Notice("little-compared"),))]
    if axes and Reliability.INDICATIVE in {old.reliability, new.reliability}:
        found.append(Notice("indicative"))
    if old.provenance.classifier is None:
        found.append(Notice("no-classifier"))
    if axes and old.balance_indices and balance is None:
        found.append(Notice(_no_balance(old, new)))
    found += _apart(alignment)
    found += _otherwise(old, new, axes)
    return tuple(found)


def too_short(old: Scan, new: Scan) -> Iterator[Notice]:
    """Yield a notice for each version that is too short for figures (METRICS §6.3)."""
    for code, scan in (("too-short-old", old), ("too-short-new", new)):
        if scan.reliability is Reliability.HIGHLIGHTS_ONLY:
            yield Notice(code, (("passages", len(scan.passages)), ("words", scan.words)))


def _no_balance(old: Scan, new: Scan) -> str:
    """Return the code of why the balance was not compared; the most telling one."""
    verdicts = {None if own.balance is None else own.balance.verdict for own in (old, new)}
    if None in verdicts:
        return "no-balance"
    if BalanceVerdict.UNSURE in verdicts:
        return "balance-unsure"
    return "balance-words" if BalanceVerdict.NONE in verdicts else "balance-facets"


def _apart(alignment: Alignment) -> Iterator[Notice]:
    """Yield what the figures leave out: text read otherwise, headings, and words of tables."""
    for code, apart in (("apart-old", alignment.old_apart), ("apart-new", alignment.new_apart)):
        if apart:
            yield Notice(code, (("count", len(apart)),))
    if alignment.headings:
        yield Notice("headings", (("count", len(alignment.headings)),))
    if alignment.old_outside or alignment.new_outside:
        values = (("old", alignment.old_outside), ("new", alignment.new_outside))
        yield Notice("outside", values)


def _otherwise(old: Scan, new: Scan, axes: Sequence[AxisChange]) -> Iterator[Notice]:
    """Yield which densities here are not those of the documents by themselves."""
    for code, scan in (("otherwise-old", old), ("otherwise-new", new)):
        scores = {own.axis: own.density for own in scan.scores}
        names = []
        for own in axes:
            whole = scores[own.axis]
            if whole is not None and _differs(_side(own.density.difference, code), whole.value):
                names.append(own.axis)
        if names:
            yield Notice(code, (("axes", ", ".join(names)),))


def _side(difference: Difference, code: str) -> float:
    return difference.old if code.endswith("old") else difference.new


def _differs(here: float, whole: float) -> bool:
    return round(here, 1) != round(whole, 1) and abs(here - whole) > _OTHERWISE * whole
