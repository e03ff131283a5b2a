"""The example documents say what their sources say, and hold what they are meant to show."""

import io
import re
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from examples.makers import opendocument, source, word
from examples.makers.source import Kind, Source
from taalscan.model import Block, BlockKind, Document
from taalscan.readers import read

EXAMPLES = Path(__file__).parents[1] / "examples"
NAMES = ["concept-nieuwkomers.docx", "herschreven-nieuwkomers.odt", "participatienota.pdf"]
PROSE = {BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.QUOTATION, BlockKind.TABLE_CELL}


@pytest.fixture(scope="module", params=NAMES)
def example(request: pytest.FixtureRequest) -> tuple[Source, Document]:
    path = EXAMPLES / request.param
    made_from = source.load(path.stem)
    # In place of the dictionary of the language model: the words that are known to be in the text.
    words = frozenset(re.findall(r"\w+", " ".join(made_from.texts()).lower()))
    document = read(path.read_bytes(), path.name, is_word=words.__contains__)
    return made_from, document


def one_line(text: str) -> str:
    return " ".join(text.split())


def blocks(document: Document, *kinds: BlockKind) -> list[str]:
    def shown(block: Block) -> str:
        return one_line(block.span.cut(document.text))

    return [shown(block) for block in document.blocks if block.kind in kinds]


def test_every_text_of_the_source_is_read_in_order(example: tuple[Source, Document]) -> None:
    made_from, document = example
    kinds = set(BlockKind) - {BlockKind.NOTE, BlockKind.BOILERPLATE}
    text = "\n".join(blocks(document, *kinds))
    place = 0
    missing = []
    for expected in map(one_line, made_from.texts()):
        found = text.find(expected, place)
        if found < 0:
            missing.append(expected)
        else:
            place = found + len(expected)
    assert missing == []


def test_no_paragraph_is_read_twice(example: tuple[Source, Document]) -> None:
    made_from, document = example
    text = one_line(document.text)
    long = [one_line(expected) for expected in made_from.texts() if len(expected) > 60]
    assert [expected for expected in long if text.count(expected) > 1] == []


def test_headings_of_the_source_are_headings(example: tuple[Source, Document]) -> None:
    made_from, document = example
    expected = [str(block.content) for block in made_from.blocks if block.kind in ("h1", "h2")]
    found = blocks(document, BlockKind.HEADING)
    assert [heading for heading in found if heading in expected] == expected


def test_notes_of_the_source_are_notes(example: tuple[Source, Document]) -> None:
    made_from, document = example
    notes = " ".join(blocks(document, BlockKind.NOTE))
    assert [note for note in made_from.notes.values() if one_line(note) not in notes] == []


def test_running_headers_are_in_no_passage(example: tuple[Source, Document]) -> None:
    made_from, document = example
    prose = " ".join(blocks(document, *PROSE))
    assert made_from.running not in prose
    assert "Pagina 2 van" not in prose


def test_a_deleted_sentence_is_not_read(example: tuple[Source, Document]) -> None:
    made_from, document = example
    marked = [block.content for block in made_from.blocks if isinstance(block.content, str)]
    runs = [run for text in marked for run in made_from.runs(text)]
    deleted = [run.text for run in runs if run.kind is Kind.DELETED]
    assert [text for text in deleted if text in one_line(document.text)] == []


@pytest.mark.parametrize(("name", "make"), [(NAMES[0], word.make), (NAMES[1], opendocument.make)])
def test_the_file_is_built_from_its_source(name: str, make: Callable[[Source], bytes]) -> None:
    path = EXAMPLES / name
    assert parts(path.read_bytes()) == parts(make(source.load(path.stem)))


def parts(data: bytes) -> dict[str, bytes]:
    """Return the parts of a zipped document; how they are packed depends on the zlib in use."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}
