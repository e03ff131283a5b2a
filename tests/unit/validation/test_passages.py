"""A corpus becomes numbers without words, and its sentences can be cut into other passages."""

import gzip
import json
from pathlib import Path

import numpy as np
import pytest

from taalscan.batch.local import scanner_of
from taalscan.scanner import DEFAULT_LEXICON, SHIPPED
from validation.passages import (
    Raw,
    documents,
    extract,
    extracts,
    party_names,
    party_of,
    regrouped,
    table_of,
)
from validation.table import scores_of

TEXT = """# Visie op de wijk Lindenoord

De gemeente Lindenoord koopt de zorg in bij de goedkoopste aanbieder.
Aanbieders concurreren op prijs. Wie niet presteert, krijgt minder opdrachten.
De kosten per traject gaan omlaag. Dat levert 12 procent op.
De buren eten elke week met elkaar en letten op elkaar.

## Hoe het gaat

- De wijkverpleegkundige komt langs en luistert.
- Bewoners beslissen mee over het geld van de buurt.
"""
NAMES = {"Appel": "Appelpartij|AP", "Peer": "Perenpartij"}


def test_a_programme_is_of_the_party_that_it_names_most() -> None:
    assert party_of("De Appelpartij wil. AP kiest. De AP doet. Perenpartij.", NAMES) == "Appel"


def test_a_party_that_stands_alone_on_the_first_page_is_taken() -> None:
    assert party_of("Programma van de Perenpartij", NAMES) == "Peer"


def test_a_programme_that_names_several_or_none_is_of_nobody() -> None:
    assert party_of("Appelpartij en Perenpartij", NAMES) == ""
    assert party_of("APPEL", NAMES) == ""


def test_every_party_stands_in_one_family() -> None:
    assert {"VVD", "SP", "CDA", "PVV"} <= set(party_names())


def test_a_text_that_stands_twice_is_read_once(tmp_path: Path) -> None:
    path = tmp_path / "corpus.jsonl.gz"
    rows = [{"id": str(n), "genre": "g", "source": "s", "text": "zelfde"} for n in range(2)]
    with gzip.open(path, "wt", encoding="utf-8") as file:
        file.writelines(json.dumps(row) + "\n" for row in rows)
    assert [raw.name for raw in documents(path)] == ["0"]


@pytest.mark.model
def test_the_table_of_a_text_gives_back_its_scan() -> None:
    scanner = scanner_of((DEFAULT_LEXICON,), None, SHIPPED, None)
    one = extracts(Raw("x", "nota", "s", TEXT))
    assert one.as_is is not None
    table = table_of([(one, one.as_is)])
    scan = scanner.scan(scanner.read(TEXT.encode(), "x.txt"))
    again = scores_of(table, 0, scanner.axes)
    assert len(again) == len(scan.passages)
    for own, other in zip(scan.passages, again, strict=True):
        assert own.words == other.words
        assert [s.label for s in own.axes] == [s.label for s in other.axes]
        assert [s.lexicon for s in own.axes] == pytest.approx([s.lexicon for s in other.axes])
        assert sum(h.factor > 0 for h in own.hits) == len(other.hits)
    assert table.digits.sum() == 1
    assert "Lindenoord" not in " ".join([*table.names, *table.entries])


@pytest.mark.model
@pytest.mark.parametrize("length", [1, 2, 5])
def test_sentences_cut_otherwise_are_the_same_and_stay_in_their_block(length: int) -> None:
    scanner = scanner_of((DEFAULT_LEXICON,), None, SHIPPED, None)
    document = scanner.read(TEXT.encode(), "x.txt")
    passages = scanner.passages(document)
    cut = regrouped(document, passages, length)
    sentences = [s for passage in passages for s in passage.sentences]
    assert [s for passage in cut for s in passage.sentences] == sentences
    assert max(len(passage.sentences) for passage in cut) <= length
    starts = {passage.passage.headings for passage in cut}
    assert starts == {passage.passage.headings for passage in passages}
    numbers = extract(scanner.scan_passages(document, cut), cut)
    words = np.array(numbers.passages["words"]).sum()
    assert words == scanner.scan(document).words
