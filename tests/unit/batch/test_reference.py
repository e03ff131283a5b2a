"""A reference is built in the order of the corpus, and a document that fails is told."""

import json
from pathlib import Path

import pytest

from taalscan.batch import reference as reference_module
from taalscan.batch.corpus import CorpusJob, open_corpus
from taalscan.batch.reference import Built, MeasureSettings, build_reference, measure
from taalscan.model import Document, Failure, Scan
from taalscan.reference import Description, PassageWords, load_genres, to_bytes
from taalscan.scanner import Scanner, load_scanner

SETTINGS = MeasureSettings(lexicons=("beleid-nl",), classifier=None)
SENTENCES = (
    "De buren van {} kopen samen de zorg voor hun straat bij twee partijen in.",
    "In {} vertelt een bewoner aan de wethouder waarom de markt niet alles kan regelen.",
    "Wij willen dat elke klant in {} binnen vijf dagen een goed antwoord van ons krijgt.",
    "Vrijwilligers koken op donderdag in {} en luisteren naar wie er nieuw in de wijk woont.",
)


def text(town: str, passages: int) -> str:
    """Return a text of invented paragraphs that differ from each other."""
    streets = (
        "de Lage Kade",
        "het Hoge Erf",
        "de Nieuwe Dreef",
        "het Oude Plein",
        "de Smalle Laan",
    )
    places = [f"{town} bij {street} {chr(97 + turn)}{chr(97 + turn)}k"
              for turn in range(1 + passages // 20) for street in streets]  # fmt: skip
    paragraphs = [sentence.format(place) for place in places for sentence in SENTENCES]
    return "\n\n".join(paragraphs[:passages])


def corpus_file(folder: Path) -> Path:
    """Write a corpus of four documents, of which one is a copy and one cannot be read."""
    records = [
        {"id": "a", "genre": "programma", "text": text("Zilverdam", 24)},
        {"id": "b", "genre": "handreiking", "text": text("Oostmeer", 21)},
        {"id": "leeg", "genre": "programma", "text": " "},
        {"id": "c", "genre": "programma", "text": text("Zilverdam", 24) + "\n\n(2031)"},
    ]
    path = folder / "corpus.jsonl"
    path.write_text("\n".join(json.dumps(record) for record in records), encoding="utf-8")
    return path


@pytest.fixture(scope="module")
def scanner() -> Scanner:
    return load_scanner(classifier=None, reference=None)


def built(scanner: Scanner, path: Path, processes: int) -> tuple[Built, list[object]]:
    """Build a reference; return what was told on the way too."""
    corpus = open_corpus(path, load_genres(), path.parent / "uit.json")
    done: list[object] = []
    outcomes = measure(scanner, corpus, SETTINGS, processes=processes, on_done=done.append)
    return build_reference(outcomes, corpus, Description("proef", "1", "Verzonnen.", 2)), done


@pytest.mark.model
@pytest.mark.slow
def test_two_processes_give_the_bytes_of_one(scanner: Scanner, tmp_path: Path) -> None:
    path = corpus_file(tmp_path)
    one, told = built(scanner, path, 1)
    two, _ = built(scanner, path, 2)
    assert one.gathered is not None
    assert two.gathered is not None
    assert to_bytes(one.gathered.reference) == to_bytes(two.gathered.reference)
    assert one.failed == two.failed == (Failure("leeg.txt", "empty"),)
    assert len(told) == 4
    reference = one.gathered.reference
    assert [own.genre for own in reference.documents] == ["programma", "handreiking"]
    assert all(own.has_figures for own in reference.documents)
    assert one.gathered.copies == 1
    assert reference.totals == tuple(own.words for own in reference.documents)
    assert reference.words["bewoner"] == (6, 5)
    assert "zilverdam" not in reference.words


@pytest.mark.model
def test_a_folder_gives_the_same_figures_as_lines(scanner: Scanner, tmp_path: Path) -> None:
    lines, _ = built(scanner, corpus_file(tmp_path), 1)
    for name, town, passages in (("handreiking/b.txt", "Oostmeer", 21),
                                 ("programma/a.txt", "Zilverdam", 24)):  # fmt: skip
        path = tmp_path / "corpus" / name
        path.parent.mkdir(parents=True)
        path.write_text(text(town, passages), encoding="utf-8")
    folder, _ = built(scanner, tmp_path / "corpus", 1)
    assert lines.gathered is not None
    assert folder.gathered is not None
    one, other = lines.gathered.reference, folder.gathered.reference
    assert set(one.documents) == set(other.documents)
    assert one.words == other.words


@pytest.mark.model
def test_a_bug_on_one_document_does_not_lose_the_others(
    scanner: Scanner, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def faulty(scanner: Scanner, document: Document) -> tuple[Scan, tuple[PassageWords, ...]]:
        if "Oostmeer" in document.text:
            message = "oeps"
            raise RuntimeError(message)
        return original(scanner, document)

    original = reference_module.scan_and_words
    monkeypatch.setattr(reference_module, "scan_and_words", faulty)
    made, _ = built(scanner, corpus_file(tmp_path), 1)
    assert [(own.name, own.code) for own in made.failed] == [
        ("b.txt", "internal"),
        ("leeg.txt", "empty"),
    ]
    assert made.gathered is not None
    assert made.gathered.reference.genres == ("programma",)


def test_a_document_that_killed_its_process_is_a_failure(tmp_path: Path) -> None:
    corpus = open_corpus(corpus_file(tmp_path), load_genres(), tmp_path / "uit.json")
    own: CorpusJob = next(corpus.jobs())
    assert reference_module._crashed(own) == Failure("a.txt", "crashed")


def test_nothing_but_failures_is_no_reference(tmp_path: Path) -> None:
    corpus = open_corpus(corpus_file(tmp_path), load_genres(), tmp_path / "uit.json")
    made = build_reference(
        [Failure("a.txt", "empty")], corpus, Description("proef", "1", "Niets.")
    )
    assert made == Built(None, (Failure("a.txt", "empty"),))
