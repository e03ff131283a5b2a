"""Put together all that the page of two compared groups shows."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from taalscan.model import Axis
from taalscan.model.groups import (
    FigureComparison,
    Group,
    GroupComparison,
    GroupFigure,
    GroupMember,
    GroupSize,
)
from taalscan.reports.group_words import (
    LETTERS,
    FigureWords,
    figure_words,
    group_counts,
    known,
    size_words,
    value_words,
    warning_words,
)
from taalscan.reports.html.run_rows import link
from taalscan.reports.html.strip import Strip, StripGroup, StripValue, strip, strip_ticks
from taalscan.reports.voice import Voice

_SHARES = frozenset({GroupFigure.SHARE, GroupFigure.EXPECTED_SHARE})


@dataclass(frozen=True, slots=True)
class ComparedAxis:
    """An axis, or the balance (`number` -1): its figures in words and as drawings."""

    number: int
    code: str
    title: str
    text: str
    caption: str
    figures: tuple[FigureWords, ...]
    drawn: tuple[tuple[FigureWords, Strip], ...]


@dataclass(frozen=True, slots=True)
class MemberView:
    """A document in the table of its group."""

    name: str
    title: str
    href: str
    genre: str
    words: str
    passages: str
    densities: tuple[str, ...]
    balance: str


@dataclass(frozen=True, slots=True)
class GroupView:
    """A group: its documents, and those that are not compared, by the code of the reason."""

    letter: str
    name: str
    counts: str
    members: tuple[MemberView, ...]
    others: tuple[tuple[str, tuple[str, ...]], ...]


@dataclass(frozen=True, slots=True)
class GroupsView:
    """The page of a comparison."""

    title: str
    groups: tuple[GroupView, ...]
    size: str
    sure: bool
    warnings: tuple[str, ...]
    axes: tuple[ComparedAxis, ...]
    balance: ComparedAxis | None
    made: tuple[str, ...]


def groups_view(comparison: GroupComparison, voice: Voice) -> GroupsView:
    """Return the page of a comparison, in the words of `voice`."""
    groups = tuple(zip(LETTERS, (comparison.first, comparison.second), strict=True))
    names = {"first": comparison.first.name, "second": comparison.second.name}
    return GroupsView(
        title=voice.say("groups.title", **names),
        groups=tuple(_group(letter, group, comparison.axes, voice) for letter, group in groups),
        size=size_words(comparison, voice),
        sure=comparison.size is not GroupSize.TOO_FEW,
        warnings=tuple(warning_words(notice, voice) for notice in comparison.warnings),
        axes=tuple(
            _axis(number, axis, comparison, voice) for number, axis in enumerate(comparison.axes)
        ),
        balance=_balance(comparison, voice),
        made=tuple(_made(comparison)),
    )


def _axis(number: int, axis: Axis, comparison: GroupComparison, voice: Voice) -> ComparedAxis:
    own = [figure for figure in comparison.figures if figure.axis == axis.id]
    words = tuple(figure_words(figure, voice) for figure in own)
    return ComparedAxis(
        number=number,
        code=axis.code,
        title=axis.title,
        text=axis.definition,
        caption=voice.say("groups.axis-caption", axis=axis.title),
        figures=words,
        drawn=tuple(
            (told, _strip(figure, told, comparison, voice))
            for figure, told in zip(own, words, strict=True)
            if figure.figure is not GroupFigure.WEIGHTED_DENSITY
        ),
    )


def _balance(comparison: GroupComparison, voice: Voice) -> ComparedAxis | None:
    """Return the balance; None where the lexicon has none or no document does."""
    index = comparison.index
    own = next(one for one in comparison.figures if one.figure is GroupFigure.BALANCE)
    if index is None or not known(own.first + own.second):
        return None
    words = figure_words(own, voice)
    first, second = words.counts
    return ComparedAxis(
        number=-1,
        code="",
        title=voice.say("groups.title-balance", name=index.title),
        text=voice.say(
            "groups.balance-means",
            above=index.above.title,
            below=index.below.title,
            first=first,
            second=second,
        ),
        caption=voice.say("groups.balance-caption"),
        figures=(words,),
        drawn=((words, _strip(own, words, comparison, voice)),),
    )


def _strip(
    own: FigureComparison, words: FigureWords, comparison: GroupComparison, voice: Voice
) -> Strip:
    values = known(own.first + own.second)
    ticks = strip_ticks(values)
    groups = [
        StripGroup(letter, median, tuple(_drawn(own, group.members, found, voice)))
        for letter, group, found, median in zip(
            LETTERS,
            (comparison.first, comparison.second),
            (own.first, own.second),
            (own.first_median, own.second_median),
            strict=True,
        )
    ]
    told = "; ".join(_told(own.figure, group, voice) for group in groups)
    return strip(words.name, told, groups, [(tick, _tick(own, tick, voice)) for tick in ticks])


def _drawn(
    own: FigureComparison,
    members: Sequence[GroupMember],
    values: Sequence[float | None],
    voice: Voice,
) -> Iterator[StripValue]:
    for member, value in zip(members, values, strict=True):
        if value is not None:
            text = f"{member.name}: {value_words(own.figure, value, voice)}"
            yield StripValue(value, link(member.href), text)


def _told(figure: GroupFigure, group: StripGroup, voice: Voice) -> str:
    if group.median is None:
        return voice.say("groups.strip-told-none", letter=group.letter)
    values = [own.value for own in group.values]
    return voice.say(
        "groups.strip-told",
        letter=group.letter,
        median=value_words(figure, group.median, voice),
        low=value_words(figure, min(values), voice),
        high=value_words(figure, max(values), voice),
        documents=voice.amount("groups.documents", len(values)),
    )


def _tick(own: FigureComparison, tick: float, voice: Voice) -> str:
    if own.figure in _SHARES:
        return voice.percent(tick)
    return voice.tick(tick)


def _group(letter: str, group: Group, axes: Sequence[Axis], voice: Voice) -> GroupView:
    others = (
        ("groups.left-out-means", [_short(own, voice) for own in group.left_out]),
        ("groups.copies-means", [_short(own, voice) for own in group.copies]),
        (
            "groups.failures-means",
            [
                voice.say("groups.failure-entry", name=own.name, reason=voice.failure(own))
                for own in group.failures
            ],
        ),
    )
    return GroupView(
        letter=letter,
        name=group.name,
        counts=group_counts(group, voice),
        members=tuple(_member(member, axes, voice) for member in group.members),
        others=tuple(
            (voice.say(code, letter=letter), tuple(entries)) for code, entries in others if entries
        ),
    )


def _short(member: GroupMember, voice: Voice) -> str:
    passages = voice.amount("passages", member.passages)
    return voice.say("groups.not-compared-entry", name=member.name, passages=passages)


def _member(member: GroupMember, axes: Sequence[Axis], voice: Voice) -> MemberView:
    densities = {own.axis: own.density for own in member.figures}
    return MemberView(
        name=member.name,
        title=member.title or "",
        href=link(member.href),
        genre=voice.genre(member.genre),
        words=voice.count(member.words),
        passages=voice.count(member.passages),
        densities=tuple(
            value_words(GroupFigure.DENSITY, densities.get(axis.id), voice) for axis in axes
        ),
        balance=value_words(GroupFigure.BALANCE, member.balance, voice),
    )


def _made(comparison: GroupComparison) -> Iterator[str]:
    """Yield name and version of all that the scans were made with."""
    own = comparison.provenance
    if own is None:
        return
    yield f"taalscan {own.taalscan}"
    parts = (own.language_model, *own.lexicons, own.classifier)
    yield from (f"{part.name} {part.version}" for part in parts if part is not None)
