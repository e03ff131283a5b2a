"""Say what is set against each other, and only what the figures allow to be said of it."""

from collections.abc import Mapping
from dataclasses import dataclass
from math import exp, tanh

from taalscan.model import (
    MOST_DISAGREEMENT,
    Balance,
    BalanceIndex,
    BalanceVerdict,
    Basis,
    DocumentBalance,
    Interval,
    Notice,
    Reliability,
    Scan,
)
from taalscan.reports.html.chart import Chart, Line, chart
from taalscan.reports.html.profile import Told, told
from taalscan.reports.voice import Voice

_CODES = "balance-"
"""First part of the codes of notices that tell why there is no balance."""
_TICKS = (-1.0, -0.5, 0.0, 0.5, 1.0)


@dataclass(frozen=True, slots=True)
class BalanceRow:
    """One index in figures; `sides` are the two amounts, with their names."""

    title: str
    sides: str
    scaled: Told
    log_ratio: Told


@dataclass(frozen=True, slots=True)
class BalanceView:
    """The balances of a document.

    Attributes:
        why_not: why there is none; empty where there is one, and all else then is empty.
        verdict: sentences that the figures allow, the conclusion first.
        main: the first index; `others` those whose zero means nothing by itself.
    """

    title: str
    why_not: tuple[str, ...] = ()
    chart: Chart | None = None
    verdict: tuple[str, ...] = ()
    main: BalanceRow | None = None
    others: tuple[BalanceRow, ...] = ()


def about_balance(notice: Notice) -> bool:
    """Tell whether a notice belongs to the balance."""
    return notice.code.startswith(_CODES)


def balance_view(scan: Scan, voice: Voice) -> BalanceView | None:
    """Return the balances; None where the lexicons set nothing against each other."""
    if not scan.balance_indices or scan.reliability is Reliability.HIGHLIGHTS_ONLY:
        return None
    balance = scan.balance
    if balance is None:
        return BalanceView(scan.balance_indices[0].title, why_not=_why_not(scan, voice))
    indices = {index.id: index for index in scan.balance_indices}
    index = indices[balance.main.index]
    return BalanceView(
        title=index.title,
        chart=_chart(balance, index, voice),
        verdict=(
            *_verdict(balance, index, voice),
            *_amounts(balance, index, len(scan.passages), voice),
        ),
        main=_row(balance.main, indices, voice),
        others=tuple(_row(other, indices, voice) for other in balance.others),
    )


def _why_not(scan: Scan, voice: Voice) -> tuple[str, ...]:
    if scan.reliability is not Reliability.FULL:
        return (voice.say("balance-too-short"),)
    return tuple(voice.notice(notice) for notice in scan.warnings if about_balance(notice))


def _chart(balance: DocumentBalance, index: BalanceIndex, voice: Voice) -> Chart:
    value, bounds = voice.fractions(balance.main.scaled)
    title = voice.say("chart-balance")
    mark = None
    if balance.relative is not None:
        median = tanh((balance.main.log_ratio.value - balance.relative) / 2)
        mark = (median, voice.say("median-of-others", value=voice.decimal(median, 2)))
    return chart(
        title,
        [Line(None, "", balance.main.scaled, f"{value} ({bounds})")],
        [(tick, voice.decimal(tick, 1 if tick % 1 else 0)) for tick in _TICKS],
        ends=(
            voice.say("balance-left", side=index.below.title),
            voice.say("balance-right", side=index.above.title),
        ),
        mark=mark,
    )


def _verdict(balance: DocumentBalance, index: BalanceIndex, voice: Voice) -> tuple[str, ...]:
    """Return what METRICS §4.2 and §4.3 allow to be said, and no more."""
    sides = {"above": index.above.title, "below": index.below.title}
    most = voice.percent(MOST_DISAGREEMENT)
    sentences = [voice.say(f"balance-{balance.verdict.value}", most=most, **sides)]
    sentences += _reading(balance.main, voice)
    if balance.verdict is not BalanceVerdict.UNSURE:
        sentences += _relative(balance, sides, voice)
    return tuple(sentences)


def _reading(main: Balance, voice: Voice) -> tuple[str, ...]:
    """Return the bounds when the model may read the whole document too high or too low."""
    if main.reading is None:
        return ()
    told = main.reading
    _, bounds = voice.fractions(
        Interval(*(tanh(bound / 2) for bound in (told.value, told.low, told.high)))
    )
    return (voice.say("balance-reading", bounds=bounds),)


def _amounts(
    balance: DocumentBalance, index: BalanceIndex, passages: int, voice: Voice
) -> tuple[str, ...]:
    """Return the balance as a ratio, and how much there is to balance."""
    main = balance.main
    if main.basis is Basis.LEXICAL or not passages:
        return ()
    sides = {"above": index.above.title, "below": index.below.title}
    share = voice.percent((main.above + main.below) / passages)
    importance = voice.decimal(balance.importance, 2)
    return (
        _ratio(main, sides, voice),
        voice.say("balance-importance", share=share, value=importance, **sides),
    )


def _relative(balance: DocumentBalance, sides: Mapping[str, str], voice: Voice) -> tuple[str, ...]:
    """Return on which side of the median of the reference the whole interval lies."""
    if balance.relative is None:
        return ()
    found = balance.main.reading or balance.main.log_ratio
    median = found.value - balance.relative
    code = "above" if found.low > median else "below" if found.high < median else "none"
    sentences = [voice.say(f"relative-{code}", **sides)]
    if balance.percentile is not None:
        value, bounds = voice.places(balance.percentile)
        sentences.append(voice.say("balance-place", value=value, bounds=bounds, **sides))
    return tuple(sentences)


def _ratio(main: Balance, sides: Mapping[str, str], voice: Voice) -> str:
    """Return the figure as a ratio, the larger side first."""
    more, less = ("above", "below") if main.log_ratio.value >= 0 else ("below", "above")
    times = voice.decimal(exp(abs(main.log_ratio.value)))
    return voice.say("balance-ratio", times=times, more=sides[more], less=sides[less])


def _row(own: Balance, indices: Mapping[str, BalanceIndex], voice: Voice) -> BalanceRow:
    index = indices[own.index]
    return BalanceRow(
        title=index.title,
        sides=voice.say(
            f"balance-sides-{own.basis.value}",
            above=index.above.title,
            below=index.below.title,
            above_amount=voice.decimal(own.above),
            below_amount=voice.decimal(own.below),
        ),
        scaled=told(own.scaled, voice.fractions),
        log_ratio=told(own.log_ratio, voice.fractions),
    )
