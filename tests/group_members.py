"""Make members of groups by hand, without scans."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from taalscan.model import BalanceIndex, BalanceSide, DocumentGenre, Failure, Reliability
from taalscan.model.groups import Group, GroupComparison, GroupMember, MemberFigures
from taalscan.scoring.groups import compare_groups, group_of
from tests.builders import axes

INDEX = BalanceIndex(
    "relationeel-markt",
    "relationeel en marktgericht",
    BalanceSide("relationele taal", ("relationeel",)),
    BalanceSide("marktgerichte taal", ("marktgericht",)),
)
LETTER = DocumentGenre("brief", "Brief", 0.9)
BUYING = DocumentGenre("inkoop", "Inkoopdocument", 0.8)


def member(name: str, densities: Sequence[float], *, expected: bool = True) -> GroupMember:
    """Return a letter with a density an axis; its other figures follow from it."""
    return GroupMember(
        name=name,
        sha256=name,
        title=None,
        href=f"a/{name}.html",
        words=3000,
        passages=60,
        reliability=Reliability.FULL,
        figures=tuple(
            MemberFigures(axis.id, own, own / 2, min(1, own / 40), own / 50 if expected else None)
            for axis, own in zip(axes(), densities, strict=False)
        ),
        balance=-densities[0] if densities else None,
        genre=LETTER,
    )


def group(
    name: str,
    market: Iterable[float],
    *,
    genre: DocumentGenre | None = LETTER,
    words: int = 3000,
) -> Group:
    """Return a group whose documents have these densities on the first axis, and 4 on the rest."""
    members = [
        replace(member(f"{name}-{number:02d}", (own, 4.0, 4.0, 4.0)), genre=genre, words=words)
        for number, own in enumerate(market)
    ]
    return group_of(name, members)


def comparison(failures: Sequence[Failure] = ()) -> GroupComparison:
    """Return a comparison in which the first axis differs, and the others do not."""
    first = group("inkoop", range(10, 30), genre=BUYING, words=9000)
    short = replace(member("kort", ()), passages=4)
    first = group_of("inkoop", [*first.members, short, first.members[0]], failures)
    return compare_groups(first, group("brieven", range(1, 21)), axes(), INDEX)
