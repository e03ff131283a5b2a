"""Write the files of a lexicon as YAML, in one fixed layout."""

import textwrap
from collections.abc import Iterator

import yaml
from pydantic import BaseModel

from taalscan.lexicon.schema import FacetFile
from taalscan.lexicon.sources import Sources

_WIDTH = 90
_ONE_LINE = 84
"""A mapping of at most so many characters stands on one line."""


class _Flow(dict[str, object]):
    """A mapping that is written on one line."""


class _Dumper(yaml.SafeDumper):
    """Writes lists of words on one line, and indents lists below their key."""

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:  # noqa: FBT001, FBT002  # the signature of yaml
        super().increase_indent(flow, indentless=False)


def _represent_flow(dumper: yaml.SafeDumper, value: _Flow) -> yaml.Node:
    return dumper.represent_mapping("tag:yaml.org,2002:map", value, flow_style=True)


def _represent_list(dumper: yaml.SafeDumper, value: list[object]) -> yaml.Node:
    plain = all(not isinstance(item, dict | list) or isinstance(item, _Flow) for item in value)
    words = plain and not any(isinstance(item, _Flow) for item in value)
    return dumper.represent_sequence("tag:yaml.org,2002:seq", value, flow_style=words)


_Dumper.add_representer(_Flow, _represent_flow)
_Dumper.add_representer(list, _represent_list)


def files_of(sources: Sources) -> Iterator[tuple[str, str]]:
    """Yield name and text of every file of a lexicon, names relative to its folder."""
    yield "lexicon.yaml", _dump(_plain(sources.main))
    for file in sources.facets:
        yield f"{file.subdimensie}.yaml", facet_text(file)
    for kind, lists in sources.helpers:
        yield str(getattr(sources.main.hulplijsten, kind)), _dump(_plain(lists))


def facet_text(file: FacetFile) -> str:
    """Return the text of the file of one facet, a blank line between entries."""
    head = _dump({"categorie": file.categorie, "subdimensie": file.subdimensie})
    if not file.ingangen:
        return f"{head}ingangen: []\n"
    entries = (textwrap.indent(_dump([_plain(entry)]), "  ") for entry in file.ingangen)
    return f"{head}ingangen:\n" + "\n".join(entries)


def _dump(value: object) -> str:
    return yaml.dump(
        value, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=_WIDTH, indent=2
    )


def _plain(value: BaseModel) -> dict[str, object]:
    """Return what differs from the defaults, short mappings marked for one line."""
    data = value.model_dump(exclude_defaults=True)
    return {name: _marked(item) for name, item in data.items()}


def _marked(value: object) -> object:
    if isinstance(value, dict):
        inner = {name: _marked(item) for name, item in value.items()}
        return _Flow(inner) if len(str(value)) <= _ONE_LINE else inner
    if isinstance(value, list):
        return [_marked(item) for item in value]
    return value
