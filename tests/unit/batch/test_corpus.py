"""A corpus is a folder a genre, or a JSON object a line; other genres are left out and told."""

import gzip
import json
from collections.abc import Callable
from pathlib import Path

import pytest

from taalscan.batch import corpus as corpus_module
from taalscan.batch.corpus import Corpus, open_corpus
from taalscan.errors import UsageError
from taalscan.reference import load_genres

GENRES = load_genres()


def opened(path: Path) -> Corpus:
    return open_corpus(path, GENRES, path.parent / "uit.json")


def documents(corpus: Corpus) -> list[tuple[str, str]]:
    return [(own.job.name, own.genre) for own in corpus.jobs()]


def test_a_folder_gives_its_documents_the_genre_of_their_folder(tmp_path: Path) -> None:
    for name in (
        "Programma/b.txt",
        "programma/a.md",
        "beleidsnota/2031/nota.txt",
        "roman/verhaal.txt",
        "los.txt",
    ):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("Wij helpen elkaar.")
    corpus = opened(tmp_path)
    assert sorted(documents(corpus)) == [
        ("a.md", "programma"),
        ("b.txt", "programma"),
        ("nota.txt", "beleidsnota"),
    ]
    assert corpus.size == 3
    assert corpus.unknown == {"": 1, "roman": 1}


def lines(path: Path, *records: dict[str, object]) -> Path:
    path.write_text("\n".join(json.dumps(record) for record in records) + "\n\n")
    return path


def test_every_line_is_a_document_and_other_keys_are_ignored(tmp_path: Path) -> None:
    path = lines(
        tmp_path / "c.jsonl",
        {"id": "a", "genre": "Landelijk Verkiezingsprogramma ", "text": "Eén.", "licence": "CC0"},
        {"id": "b", "genre": "roman", "text": "Twee."},
        {"id": "../c", "genre": "wet/circulaire", "text": "Drie.\ud800"},
    )
    corpus = opened(path)
    assert documents(corpus) == [("a.txt", "programma"), ("../c.txt", "verordening")]
    assert corpus.unknown == {"roman": 1}
    assert [own.job.data for own in corpus.jobs()] == ["Eén.".encode(), b"Drie.?"]


def test_a_packed_file_is_read_too(tmp_path: Path) -> None:
    path = tmp_path / "c.jsonl.gz"
    path.write_bytes(gzip.compress(b'{"id": "a", "genre": "brief", "text": "Beste buren."}\n'))
    assert documents(opened(path)) == [("a.txt", "brief")]


def test_every_wrong_line_is_told_by_its_number(tmp_path: Path) -> None:
    path = tmp_path / "c.jsonl"
    path.write_bytes(
        b'{"id": "a", "genre": "brief", "text": "Goed."}\n\nniets\n{"id": "", "text": 3}\n[]\n'
        + b"[" * 100_000
        + b"\n\xff\n"
    )
    with pytest.raises(UsageError) as caught:
        opened(path)
    told = str(caught.value.values["problems"]).splitlines()
    assert [line.partition(":")[0] for line in told] == ["3", "4", "4", "4", "5", "6", "7"]
    assert caught.value.values["given"] == "c.jsonl"


def test_no_more_than_twenty_problems_are_told(tmp_path: Path) -> None:
    path = tmp_path / "c.jsonl"
    path.write_text("niets\n" * 1000)
    with pytest.raises(UsageError) as caught:
        opened(path)
    assert len(str(caught.value.values["problems"]).splitlines()) == 20


def cut(data: bytes) -> bytes:
    return data[:-20]


def twisted(data: bytes) -> bytes:
    return data[:12] + b"\xff" * 30 + data[42:]


@pytest.mark.parametrize("harm", [cut, twisted])
def test_a_damaged_packed_file_is_a_problem_and_no_crash(
    tmp_path: Path, harm: Callable[[bytes], bytes]
) -> None:
    line = json.dumps({"id": "a", "genre": "brief", "text": "".join(map(chr, range(97, 5000)))})
    path = tmp_path / "c.jsonl.gz"
    path.write_bytes(harm(gzip.compress(line.encode())))
    with pytest.raises(UsageError) as caught:
        opened(path)
    assert caught.value.values["detail"] == "corpus"


def test_a_line_without_end_does_not_take_the_memory(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(corpus_module, "_MOST_LINE", 50)
    path = lines(tmp_path / "c.jsonl", {"id": "a", "genre": "brief", "text": "x" * 500})
    with pytest.raises(UsageError):
        opened(path)


def test_an_absent_corpus_is_wrong_use(tmp_path: Path) -> None:
    with pytest.raises(UsageError) as caught:
        opened(tmp_path / "weg")
    assert caught.value.values["detail"] == "no-such-path"
