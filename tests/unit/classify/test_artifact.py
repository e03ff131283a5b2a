"""A classifier survives its file, and a file that is not what it should be is refused."""

import hashlib
import io
import json
import subprocess
import sys
import time
import tracemalloc
import zipfile
from collections.abc import Callable
from dataclasses import fields, replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from taalscan.classify import load_classifier, shipped_classifier
from taalscan.classify.artifact import about, classifier_of, to_bytes
from taalscan.classify.model import Weights
from taalscan.errors import ClassifierError
from taalscan.model import AnalysedPassage, Hit
from tests.unit.classify.models import artifact, exact, passages, read_back

DATA = to_bytes(artifact())
NOTHING = "no classifier of this version"
CHANGED = "it was changed after it was made"
MISFIT = "the arrays do not fit together"

Members = dict[str, bytes]


def _members(data: bytes = DATA) -> Members:
    with zipfile.ZipFile(io.BytesIO(data)) as file:
        return {name: file.read(name) for name in file.namelist()}


def _packed(members: Members) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as file:
        for name, data in members.items():
            file.writestr(name, data)
    return out.getvalue()


def _signed(members: Members, **told: object) -> bytes:
    """Return a file whose digests are right, as someone would make it who means harm."""
    record = json.loads(members["model.json"]) | told
    record["arrays"] = {
        name: hashlib.sha256(data).hexdigest()
        for name, data in members.items()
        if name != "model.json"
    }
    record.pop("digest")
    plain = json.dumps(record, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    record["digest"] = hashlib.sha256(plain.encode()).hexdigest()
    return _packed(members | {"model.json": json.dumps(record).encode()})


def _array(value: Any) -> bytes:
    out = io.BytesIO()
    np.save(out, value, allow_pickle=True)
    return out.getvalue()


def _refused(data: bytes) -> str:
    with pytest.raises(ClassifierError) as caught:
        classifier_of(data, "eigen.npz")
    assert caught.value.values["name"] == "eigen.npz"
    return str(caught.value.values["detail"])


def test_the_same_model_gives_the_same_bytes() -> None:
    assert to_bytes(artifact()) == DATA
    assert to_bytes(artifact(1)) != DATA


@given(passages(), st.integers(0, 5))
@settings(max_examples=60, deadline=None)
def test_predictions_survive_the_file(
    drawn: tuple[AnalysedPassage, tuple[Hit, ...]], seed: int
) -> None:
    made = artifact(seed)
    before, after = exact(made).classify(*drawn), read_back(made).classify(*drawn)
    # a float32 has 24 bits: 6e-8 of each weight; here some tens of weights under ten, two steps
    assert after.logits == pytest.approx(before.logits, abs=1e-4)
    for one, other in zip(before.readings, after.readings, strict=True):
        assert other.probability == pytest.approx(one.probability, abs=1e-4)
        assert other.combined == pytest.approx(one.combined, abs=1e-4)
        assert other.threshold == pytest.approx(one.threshold, abs=1e-7)


def test_a_file_written_twice_loses_nothing_more() -> None:
    again = classifier_of(DATA, "proef.npz")
    made = replace(artifact(), weights=again.weights, idf=again.vectoriser.idf)
    assert to_bytes(made) == DATA


def test_name_version_and_digest_are_told() -> None:
    version = classifier_of(DATA, "proef.npz").version
    assert (version.name, version.version) == ("proef", "1.2")
    assert version.sha256 == hashlib.sha256(DATA).hexdigest()
    assert about(DATA, "proef.npz") == {"name": "proef", "version": "1.2"}
    nameless = classifier_of(to_bytes(artifact(about={})), "proef.npz").version
    assert (nameless.name, nameless.version) == ("proef.npz", "")


@pytest.mark.parametrize("data", [b"", b"geen zip", DATA[:-40], b"PK\x05\x06" + b"\0" * 18])
def test_what_is_no_classifier_is_refused(data: bytes) -> None:
    assert _refused(data) == NOTHING


@pytest.mark.parametrize("text", [b"", b"[]", b"{}", b'"a"', b"null", b"\xff", b"[" * 100_000])
def test_other_json_is_refused(text: bytes) -> None:
    assert _refused(_packed(_members() | {"model.json": text})) == NOTHING


def test_a_byte_of_an_array_that_changed_is_refused() -> None:
    members = _members()
    array = bytearray(members["words.npy"])
    array[-1] ^= 1
    assert _refused(_packed(members | {"words.npy": bytes(array)})) == CHANGED


@given(st.integers(0, len(DATA) - 1), st.integers(1, 255))
@settings(max_examples=300, deadline=None)
def test_no_byte_of_a_file_can_change_what_it_says(place: int, by: int) -> None:
    data = bytearray(DATA)
    data[place] ^= by
    try:
        found = classifier_of(bytes(data), "eigen.npz")
    except ClassifierError:
        return
    # zip keeps some facts twice, or none that matter here, such as the time of a member
    good = classifier_of(DATA, "eigen.npz")
    assert (found.axes, found.vectoriser.vocabulary) == (good.axes, good.vectoriser.vocabulary)
    for field in fields(Weights):
        assert np.array_equal(
            getattr(found.weights, field.name), getattr(good.weights, field.name)
        )


def test_changed_json_is_refused() -> None:
    record = json.loads(_members()["model.json"])
    record["about"]["name"] = "beleid-nl"
    changed = _members() | {"model.json": json.dumps(record).encode()}
    assert _refused(_packed(changed)) == CHANGED


def test_an_array_that_is_missing_is_named() -> None:
    members = _members()
    del members["bias.npy"]
    assert _refused(_packed(members)) == CHANGED
    assert _refused(_signed(members)) == "bias is missing"


@pytest.mark.parametrize("told", [{"format": 2}, {"format": "1"}, {"axes": "MR"}, {"more": 1}])
def test_another_format_is_refused(told: dict[str, object]) -> None:
    assert _refused(_signed(_members(), **told)) == NOTHING


def _npy(name: str, change: Callable[[Any], Any]) -> Members:
    array = np.load(io.BytesIO(_members()[f"{name}.npy"]))
    return _members() | {f"{name}.npy": _array(change(array))}


@pytest.mark.parametrize("name", ["idf", *(field.name for field in fields(Weights))])
def test_arrays_that_do_not_fit_are_refused(name: str) -> None:
    assert _refused(_signed(_npy(name, lambda a: a[..., :-1]))) == MISFIT
    assert _refused(_signed(_npy(name, lambda a: a[None]))) == MISFIT
    assert _refused(_signed(_npy(name, lambda a: a * np.float32(np.nan)))) == MISFIT
    assert _refused(_signed(_npy(name, lambda a: a.astype(str)))) == MISFIT


def test_a_threshold_that_is_no_probability_is_refused() -> None:
    assert _refused(_signed(_npy("thresholds", lambda a: a + 1))) == MISFIT


def test_a_feature_that_stands_twice_is_refused() -> None:
    names = json.loads(_members()["model.json"])["vocabulary"]
    assert _refused(_signed(_members(), vocabulary=[names[1], *names[1:]])) == MISFIT


class _Trap:
    """Something whose pickle runs a function when it is read."""

    def __reduce__(self) -> tuple[Callable[..., object], tuple[str]]:
        return pytest.fail, ("a pickle was run",)


def test_a_pickled_array_is_refused_and_not_run() -> None:
    trap = _array(np.array([_Trap()], dtype=object))
    assert _refused(_signed(_members() | {"bias.npy": trap})) == MISFIT
    assert _refused(_packed(_members() | {"bias.npy": trap})) == CHANGED


def test_an_array_that_claims_to_be_endless_is_refused() -> None:
    array = _array(np.zeros(2, np.float32))
    endless = array.replace(b"(2,), }" + b" " * 9, b"(9999999999,), }")
    assert len(endless) == len(array)
    assert _refused(_signed(_members() | {"bias.npy": endless})) == MISFIT


def test_a_file_that_unpacks_to_too_much_is_refused_unread() -> None:
    out = io.BytesIO()
    with (
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as file,
        file.open("words.npy", "w") as member,
    ):
        for _ in range(201):
            member.write(bytes(1_000_000))
    assert len(out.getvalue()) < 1_000_000
    before = time.process_time()
    assert _refused(out.getvalue()) == "too large"
    assert time.process_time() - before < 0.1


def test_a_member_never_unpacks_to_more_than_it_says() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr("model.json", b" " * 50_000_000)
    size = (50_000_000).to_bytes(4, "little")
    lying = out.getvalue().replace(size, (10).to_bytes(4, "little"))
    assert lying != out.getvalue()
    tracemalloc.start()
    assert _refused(lying) == NOTHING
    most = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert most < 5_000_000


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(ClassifierError) as caught:
        load_classifier(tmp_path / "weg.npz")
    assert caught.value.values["name"] == "weg.npz"
    with pytest.raises(ClassifierError):
        load_classifier(tmp_path)


def test_the_shipped_classifier_loads_well_under_a_second() -> None:
    before = time.process_time()
    classifier = shipped_classifier()
    assert time.process_time() - before < 1.0
    assert len(classifier.axes) == 4
    assert classifier.version.name == "beleid-nl"


@pytest.mark.model
def test_a_scan_does_not_load_the_training_library() -> None:
    program = """
import sys
from taalscan.scanner import load_scanner
scanner = load_scanner()
scan = scanner.scan(scanner.read(b"Wij kopen de zorg volgend jaar bij twee partijen in.", "a.txt"))
assert scan.provenance.classifier is not None
assert scan.passages[0].axes[0].classifier is not None
print([name for name in sys.modules if name.partition(".")[0] == "sklearn"])
"""
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=False
    )
    assert (done.stdout.strip(), done.returncode) == ("[]", 0), done.stderr
