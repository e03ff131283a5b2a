"""Read YAML into plain values that still know their line."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Protocol

import yaml

Loc = tuple[str | int, ...]
Plain = str | int | float | bool | None | list["Plain"] | dict[str, "Plain"]

_DEEPEST = 50
"""Levels of lists in lists: the C library crashes on many thousands; ours have fewer than ten."""

_BOOLEANS = {"true": True, "yes": True, "on": True, "false": False, "no": False, "off": False}


class YamlError(ValueError):
    """The text is no YAML, or not of the plain kind lexicons use; `line` counts from 1."""

    def __init__(self, line: int, message: str) -> None:
        self.line = line
        super().__init__(message)


class Lines(Protocol):
    """Values that know where in their file they stand."""

    @property
    def data(self) -> Plain:
        """The values."""

    def line(self, loc: Loc) -> int:
        """Return the line of the value at `loc`, or of the nearest value around it, from 1."""

    def repeated_keys(self) -> Iterator[tuple[int, str]]:
        """Yield line and name of every key that stands twice in one mapping."""


@dataclass(frozen=True, slots=True)
class Located:
    """The values of a YAML file, and the tree that knows where each stands."""

    data: Plain
    root: yaml.Node | None

    def line(self, loc: Loc) -> int:
        """Return the line of the value at `loc`, or of the nearest value around it, from 1."""
        node, line = self.root, 1
        for step in loc:
            found = _child(node, step)
            if found is None:
                break
            line, node = found
        return line

    def repeated_keys(self) -> Iterator[tuple[int, str]]:
        """Yield line and name of every key that stands twice in one mapping."""
        stack = [self.root]
        while stack:
            node = stack.pop()
            if isinstance(node, yaml.MappingNode):
                seen: set[str] = set()
                for name, value in node.value:
                    if name.value in seen:
                        yield name.start_mark.line + 1, name.value
                    seen.add(name.value)
                    stack.append(value)
            elif isinstance(node, yaml.SequenceNode):
                stack.extend(node.value)


def read_yaml(text: str) -> Located:
    """Read one YAML document of mappings, lists and scalars.

    Dates stay strings. Anchors and aliases are refused: a few lines of them may stand for
    millions of values, and files come from others. So are keys that are no text, and files that
    nest without end.

    Raises:
        YamlError: if the text is not that.
    """
    kind = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    loader = kind(text)
    try:
        _refuse_traps(text, kind)
        root = loader.get_single_node()
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark
        raise YamlError(mark.line + 1 if mark else 1, error.problem or str(error)) from error
    except yaml.YAMLError as error:
        raise YamlError(1, str(error)) from error
    finally:
        loader.dispose()
    return Located(None if root is None else _plain(root), root)


def _refuse_traps(text: str, loader: type[yaml.SafeLoader]) -> None:
    """Look at the events one by one, before a tree is made of them."""
    depth = 0
    for event in yaml.parse(text, Loader=loader):
        line = event.start_mark.line + 1 if event.start_mark else 1
        if isinstance(event, yaml.NodeEvent) and event.anchor is not None:
            raise YamlError(line, f"anchor or alias '{event.anchor}'; write the value in full")
        depth += isinstance(event, yaml.CollectionStartEvent)
        depth -= isinstance(event, yaml.CollectionEndEvent)
        if depth > _DEEPEST:
            raise YamlError(line, f"more than {_DEEPEST} levels")


def _plain(node: yaml.Node) -> Plain:
    if isinstance(node, yaml.MappingNode):
        return {_key(name): _plain(value) for name, value in node.value}
    if isinstance(node, yaml.SequenceNode):
        return [_plain(value) for value in node.value]
    return _scalar(node.tag.rpartition(":")[2], str(node.value), node)


def _key(node: yaml.Node) -> str:
    if not isinstance(node, yaml.ScalarNode):
        raise YamlError(node.start_mark.line + 1, "a key that is no text")
    return str(node.value)


def _scalar(kind: str, text: str, node: yaml.Node) -> Plain:
    if kind == "null":
        return None
    try:
        if kind == "bool":
            return _BOOLEANS[text.lower()]
        if kind == "int":
            return int(text.replace("_", ""))
        if kind == "float":
            return float(text.replace("_", ""))
    except (ValueError, KeyError) as error:
        what = "yes or no" if kind == "bool" else "a number"
        raise YamlError(node.start_mark.line + 1, f"not {what}: {text}") from error
    return text


def _child(node: yaml.Node | None, step: str | int) -> tuple[int, yaml.Node] | None:
    """Return line and node of one key or index, or None where there is none."""
    if isinstance(node, yaml.MappingNode):
        for name, value in node.value:
            if name.value == step:
                return name.start_mark.line + 1, value
    elif isinstance(node, yaml.SequenceNode) and isinstance(step, int) and step < len(node.value):
        value = node.value[step]
        return value.start_mark.line + 1, value
    return None
