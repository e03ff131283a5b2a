"""A reference survives its file, and a file that is not whole is refused."""

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from taalscan.errors import ReferenceFileError
from taalscan.reference import Reference, ReferenceDocument, file, load_reference, to_bytes
from taalscan.reference.file import reference_of, sealed
from tests.unit.reference.builders import document, reference

OWN = reference(
    [document(1), document(2, "handreiking", figures=False), document(3, balance=-0.25)],
    {"buur": (0, 2, 1), "zorg": (0, 4, 0)},
)

names = st.text(st.characters(categories=["L", "P"]), min_size=1, max_size=8)
shares = st.none() | st.floats(0, 1)


@st.composite
def references(draw: st.DrawFn) -> Reference:
    """Draw any reference that fits together."""
    axes = draw(st.lists(names, min_size=1, max_size=3, unique=True))
    genres = draw(st.lists(names, min_size=1, max_size=3, unique=True))
    documents = st.builds(
        ReferenceDocument,
        genre=st.sampled_from(genres),
        digest=st.from_regex(r"[0-9a-f]{16}", fullmatch=True),
        words=st.integers(0, 10**6),
        passages=st.integers(0, 10**5),
        densities=st.tuples(*(st.none() | st.floats(0, 1000) for _ in axes)),
        shares=st.tuples(*(shares for _ in axes)),
        balance=st.none() | st.floats(-10, 10),
    )
    words = draw(st.dictionaries(names, st.tuples(*(st.integers(0, 99) for _ in genres))))
    return sealed(
        Reference(
            name=draw(names),
            version=draw(names),
            sha256="",
            axes=tuple(axes),
            language_model=draw(names),
            lexicons=tuple(draw(st.lists(names, min_size=1, max_size=2))),
            classifier=draw(st.none() | names),
            genres=tuple(genres),
            documents=tuple(draw(st.lists(documents, max_size=4))),
            totals=tuple(
                sum(row[place] for row in words.values()) for place in range(len(genres))
            ),
            words=words,
            least_documents=draw(st.integers(1, 9)),
            corpus=draw(names),
        )
    )


@given(references())
def test_any_reference_comes_back_as_it_was(own: Reference) -> None:
    data = to_bytes(own)
    assert reference_of(data, "proef.json") == own
    assert to_bytes(reference_of(data, "proef.json")) == data


def test_the_digest_does_not_depend_on_what_was_claimed_or_on_the_order_of_words() -> None:
    turned = replace(OWN, sha256="0" * 64, words=dict(reversed(list(OWN.words.items()))))
    assert to_bytes(turned) == to_bytes(OWN)
    assert OWN.sha256 == json.loads(to_bytes(OWN))["digest"]


def test_a_document_and_a_word_each_stand_on_a_line_of_their_own() -> None:
    lines = to_bytes(OWN).decode().splitlines()
    assert '"buur":[0,2,1],' in lines
    assert sum(line.startswith('{"genre":') for line in lines) == 3


def test_ends_of_lines_that_a_checkout_changed_do_no_harm() -> None:
    assert reference_of(to_bytes(OWN).replace(b"\n", b"\r\n"), "proef.json") == OWN


def flaw_of(data: bytes) -> str | int:
    with pytest.raises(ReferenceFileError) as caught:
        reference_of(data, "proef.json")
    assert caught.value.values["name"] == "proef.json"
    return caught.value.values["flaw"]


@given(st.integers(0, len(to_bytes(OWN)) - 1), st.integers(1, 255))
def test_a_changed_byte_is_noticed_or_changes_nothing(place: int, change: int) -> None:
    data = bytearray(to_bytes(OWN))
    data[place] ^= change
    try:
        found: Reference | None = reference_of(bytes(data), "proef.json")
    except ReferenceFileError:
        found = None
    assert (
        found is None or found == OWN
    )  # nothing changes where white space became other white space


@given(st.integers(0, len(to_bytes(OWN)) - 3))
def test_a_file_that_was_cut_off_is_refused(length: int) -> None:
    assert flaw_of(to_bytes(OWN)[:length]) == "no-reference"


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\xff\xfe",
        b"null",
        b"[]",
        b"{}",
        b"[" * 100_000,
        b"1" * 5_000,
        b'{"format":2}',
        to_bytes(OWN).replace(b'"format": 1', b'"format": 2'),
        to_bytes(OWN).replace(b'"format": 1', b'"format": true'),
        to_bytes(OWN).replace(b"-0.25", b"NaN"),
        to_bytes(OWN).replace(b"-0.25", b"1e999"),
        to_bytes(OWN).replace(b'"words":1000', b'"words":-1'),
        to_bytes(OWN).replace(b'"words":1000', b'"words":1' + b"0" * 30),
        to_bytes(OWN).replace(b"Verzonnen", b"\\ud800"),
        to_bytes(OWN).replace(b"Verzonnen", b"\\u001b[2J"),
    ],
)
def test_what_is_no_reference_is_refused(data: bytes) -> None:
    assert flaw_of(data) == "no-reference"


def test_a_figure_that_was_changed_by_hand_is_noticed() -> None:
    assert flaw_of(to_bytes(OWN).replace(b'"zorg":[0,4,0]', b'"zorg":[0,5,0]')) == "changed"


@pytest.mark.parametrize(
    "change",
    [
        {"axes": ["marktgericht"]},
        {"axes": ["marktgericht", "marktgericht"]},
        {"genres": ["beleidsnota", "programma"]},
        {"genres": ["beleidsnota", "programma", "brief"]},
        {"genres": ["programma", "programma", "handreiking"]},
        {"totals": [0, 0]},
        {"totals": [0, 5, 1000]},
        {"words": {"zorg": [1]}},
    ],
)
def test_parts_that_do_not_fit_together_are_refused(change: dict[str, Any]) -> None:
    record = json.loads(to_bytes(OWN)) | change
    del record["digest"]
    record["digest"] = file._digest(record)  # sealed by who made it
    assert flaw_of(json.dumps(record).encode()) == "misfit"


def test_a_file_that_is_too_large_is_refused_before_it_is_parsed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(file, "_MOST_BYTES", 1000)
    path = tmp_path / "groot.json"
    path.write_bytes(to_bytes(OWN) + b" " * 1000)
    with pytest.raises(ReferenceFileError) as caught:
        load_reference(path)
    assert caught.value.values == {"name": "groot.json", "flaw": "too-large"}


def test_a_file_on_disk_is_read_and_an_absent_one_is_told(tmp_path: Path) -> None:
    path = tmp_path / "proef.json"
    path.write_bytes(to_bytes(OWN))
    assert load_reference(path) == OWN
    with pytest.raises(ReferenceFileError) as caught:
        load_reference(tmp_path / "weg.json")
    assert caught.value.values["flaw"] == "unreadable"


def test_the_shipped_reference_is_looked_for_where_data_ships(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "beleid-nl.json"
    path.write_bytes(to_bytes(OWN))
    asked = []

    def found(*parts: str) -> Path:
        asked.append(parts)
        return path

    monkeypatch.setattr(file, "shipped", found)
    assert file.shipped_reference() == OWN
    assert asked == [("reference", "beleid-nl.json")]


def test_a_shipped_reference_that_is_absent_is_an_error_of_ours(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def absent(*parts: str) -> Path:
        raise FileNotFoundError(parts)

    monkeypatch.setattr(file, "shipped", absent)
    with pytest.raises(ReferenceFileError) as caught:
        file.shipped_reference()
    assert caught.value.values["flaw"] == "unreadable"
