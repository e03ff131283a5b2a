"""Build the balances of a document from records of the JSON format, trusting nothing."""

from collections.abc import Iterable

from taalscan.model import (
    Balance,
    BalanceIndex,
    BalanceSide,
    BalanceVerdict,
    Basis,
    DocumentBalance,
    Interval,
)
from taalscan.reports.decode_figures import ordered, percentile_of
from taalscan.reports.fields import LOGARITHM, Fields


def indices_of(fields: Fields) -> tuple[BalanceIndex, ...]:
    """Return what the balances set against each other."""
    if not fields.has("balance_indices"):
        return ()
    return tuple(
        BalanceIndex(
            own.text("id"), own.text("title"), _side(own.inner("above")), _side(own.inner("below"))
        )
        for own in fields.each("balance_indices")
    )


def _side(fields: Fields) -> BalanceSide:
    return BalanceSide(fields.text("title"), fields.texts("members"))


def balance_of(fields: Fields, indices: Iterable[BalanceIndex]) -> DocumentBalance | None:
    """Return the balances; None where the document has none."""
    own = fields.known("balance")
    if own is None:
        return None
    known = {index.id for index in indices}
    found = tuple(_balance(item, known) for item in own.each("indices"))
    if not found:
        raise own.wrong("indices", "at least one is expected")
    relative = None
    if own.known_number("relative"):
        relative = own.any_number("relative", most=LOGARITHM)
    return DocumentBalance(
        main=found[0],
        others=found[1:],
        importance=own.any_number("importance", most=LOGARITHM),
        verdict=own.choice("verdict", BalanceVerdict),
        percentile=percentile_of(own.known("percentile")),
        relative=relative,
    )


def _balance(own: Fields, known: set[str]) -> Balance:
    if own.text("index") not in known:
        raise own.wrong("index", "an index that the scan does not have")
    reading = own.known("reading")
    return Balance(
        index=own.text("index"),
        basis=own.choice("basis", Basis),
        above=own.number("above"),
        below=own.number("below"),
        log_ratio=_interval(own.inner("log_ratio"), LOGARITHM),
        scaled=_interval(own.inner("scaled"), 1),
        reading=None if reading is None else _interval(reading, LOGARITHM),
    )


def _interval(fields: Fields, most: float) -> Interval:
    """Return a figure around 0 with its bounds, none of which is further from 0 than `most`."""
    numbers = (fields.any_number(name, most=most) for name in ("value", "low", "high"))
    return ordered(fields, Interval(*numbers))
