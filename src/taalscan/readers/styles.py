"""Tell from the style of a paragraph what it is."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import Final

import yaml

TITLE_LEVEL: Final = 1
_DIGIT: Final = re.compile(r"(?<!\d)[1-9](?!\d)")


class Role(StrEnum):
    """What a style name says of a paragraph."""

    TITLE = "title"
    SUBTITLE = "subtitle"
    HEADING = "heading"
    QUOTATION = "quotation"
    LIST = "list"
    CONTENTS = "contents"
    CAPTION = "caption"


@dataclass(frozen=True, slots=True)
class Style:
    """A paragraph style.

    Attributes:
        name: as the program shows it.
        parent: identifier of the style it builds on.
        level: outline level, from 1; None if the style sets none.
        is_list: whether its paragraphs are numbered or have bullets; None if it does not say.
    """

    name: str
    parent: str | None = None
    level: int | None = None
    is_list: bool | None = None


@dataclass(frozen=True, slots=True)
class Look:
    """What all styles that a paragraph builds on say together."""

    role: Role | None = None
    level: int | None = None
    is_list: bool = False


def look(identifier: str | None, styles: Mapping[str, Style]) -> Look:
    """Return what a style and those it builds on say; the nearest goes first."""
    role: Role | None = None
    level: int | None = None
    is_list: bool | None = None
    seen: set[str] = set()
    while identifier is not None and identifier in styles and identifier not in seen:
        seen.add(identifier)
        style = styles[identifier]
        if role is None:
            role, named = _read_name(style.name)
            level = level or named
        level = level or style.level
        is_list = style.is_list if is_list is None else is_list
        identifier = style.parent
    return Look(role, level, bool(is_list))


def _read_name(name: str) -> tuple[Role | None, int | None]:
    """Return the role that a style name tells, and the level of a heading."""
    low = name.casefold().replace("_20_", " ").strip()
    names = _names()
    role = next((role for role in Role if _begins(low, names[role.value])), None)
    if role is Role.HEADING:
        digit = _DIGIT.search(low)
        if _begins(low, names["not_heading"]) or digit is None:
            return None, None
        return role, int(digit.group())
    return role, None


def _begins(name: str, starts: Iterable[str]) -> bool:
    """Tell whether a name is one of these, or one of these with more words or a number."""
    return any(
        name.startswith(start) and not name[len(start) : len(start) + 1].isalpha()
        for start in starts
    )


@cache
def _names() -> dict[str, tuple[str, ...]]:
    path = Path(__file__).with_name("styles.yaml")
    names = yaml.safe_load(path.read_text(encoding="utf-8"))
    return {role: tuple(starts) for role, starts in names.items()}
