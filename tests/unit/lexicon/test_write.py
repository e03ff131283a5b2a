"""Files that are written are read back as they were."""

from dataclasses import replace
from pathlib import Path

from hypothesis import HealthCheck, given, settings

from taalscan.lexicon import resolve_lexicon
from taalscan.lexicon.load import read_sources
from taalscan.lexicon.sources import Sources
from taalscan.lexicon.write import facet_text, files_of
from tests.unit.lexicon.strategies import lexicon_sources


def _written(sources: Sources, folder: Path) -> Path:
    for name, text in files_of(sources):
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder


@settings(
    deadline=None, max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(lexicon_sources())
def test_what_is_written_is_read_back(tmp_path: Path, sources: Sources) -> None:
    assert replace(read_sources(_written(sources, tmp_path)), sha256="") == sources


def test_an_entry_stands_on_few_lines_and_keeps_its_accents() -> None:
    file = read_sources(resolve_lexicon("beleid-nl")).facets[0]
    text = facet_text(file)
    assert text.startswith(
        f"categorie: convergerend\nsubdimensie: C1\ningangen:\n  - id: {file.ingangen[0].id}\n"
    )
    assert text.count("\n\n") == len(file.ingangen) - 1
    assert "\\x" not in text
