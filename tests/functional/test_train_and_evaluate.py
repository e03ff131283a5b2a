"""`taalscan train` and `evaluate`, and scans with a classifier of one's own, on real files."""

import json
import math
import zipfile
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from taalscan.cli.app import run_command_line
from taalscan.cli.exit_code import ExitCode
from taalscan.labels import read_labels
from taalscan.lexicon.evidence import in_reading_part
from taalscan.resources import shipped

pytestmark = pytest.mark.model

EXAMPLES = Path(__file__).parents[2] / "examples"
NOTE = EXAMPLES / "herschreven-nieuwkomers.odt"
SCHEMA = json.loads(shipped("reports", "schema", "scan-1.json").read_text(encoding="utf-8"))

SENTENCES = {
    "M": "Wij kopen de zorg in bij de {0} met de laagste prijs.",
    "R": "Buren en {0} kennen elkaar en helpen elkaar in vertrouwen.",
    "D": "Over de {0} bestaan verschillende verhalen, die naast elkaar mogen bestaan.",
    "C": "Iedereen houdt zich aan hetzelfde kader voor de {0}, zonder uitzondering.",
    "": "De {0} is op dinsdag open van negen tot vijf.",
}
THINGS = (
    "bibliotheek", "opvang", "sporthal", "school", "apotheek", "haven", "bakker", "wijkagent",
    "huisarts", "taalklas", "moskee", "speeltuin", "fietsenmaker", "bushalte",
)  # fmt: skip


def _run(*arguments: str | Path) -> int:
    return run_command_line([*map(str, arguments)])


def _lines(things: Iterable[str] = THINGS) -> list[dict[str, Any]]:
    return [
        {
            "id": f"{code or 'n'}-{thing}",
            "text": sentence.format(thing),
            "labels": {own: int(own == code) for own in "MRDC"},
            "evidence": {code: [thing]} if code else {},
            "doc": f"nota-{number % 14}",
            "source": f"gemeente-{number % 2}",
            "genre": "nota",
        }
        for number, thing in enumerate(things)
        for code, sentence in SENTENCES.items()
    ]


def _write(path: Path, lines: Iterable[dict[str, Any]]) -> Path:
    path.write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="utf-8")
    return path


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with labels and the classifier that was trained on them."""
    made = tmp_path_factory.mktemp("train")
    labels = _write(made / "labels.jsonl", _lines())
    assert _run("train", labels, "-o", made / "eigen.npz", "--name", "proef") == ExitCode.OK
    return made


@pytest.fixture
def scanned(folder: Path, tmp_path: Path) -> Path:
    """Return the folder of a scan with the trained classifier."""
    out = tmp_path / "uit"
    options = ("-o", out, "--format", "html,json", "--jobs", "1")
    assert _run("scan", NOTE, *options, "--model-file", folder / "eigen.npz") == ExitCode.OK
    return out


def _scan(out: Path) -> dict[str, Any]:
    record: dict[str, Any] = json.loads((out / f"{NOTE.stem}.json").read_bytes())
    return record


def _figures(record: dict[str, Any], key: str) -> list[float]:
    return [own[key] for passage in record["passages"] for own in passage["axes"].values()]


# --- train ----------------------------------------------------------------------------------


def test_the_same_labels_in_another_order_give_the_same_file(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    labels = _write(tmp_path / "labels.jsonl", reversed(_lines()))
    out = tmp_path / "nieuw" / "weer.npz"
    assert _run("train", labels, "-o", out, "--name", "proef") == ExitCode.OK
    assert capsys.readouterr().out == f"{out}\n"
    assert out.read_bytes() == (folder / "eigen.npz").read_bytes()


def test_the_file_tells_what_it_was_made_with(folder: Path) -> None:
    with zipfile.ZipFile(folder / "eigen.npz") as file:
        told = json.loads(file.read("model.json"))["about"]
    assert (told["name"], told["passages"], told["documents"]) == ("proef", 70, 14)
    assert told["made_with"]["lexicon"].startswith("beleid-nl ")
    assert len(told["made_with"]["language_model_sha256"]) == 64


def test_too_few_labels_are_told_and_nothing_is_written(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    labels = _write(tmp_path / "labels.jsonl", _lines(THINGS[:4]))
    assert _run("train", labels, "-o", tmp_path / "weg.npz") == ExitCode.NOTHING_DONE
    said = capsys.readouterr().err
    assert "te weinig gelabelde passages" in said
    assert "4 van de 20" in said
    assert not (tmp_path / "weg.npz").exists()


def test_unread_labels_alone_calibrate(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    labels = folder / "labels.jsonl"
    unread = [own for own in read_labels(labels) if not in_reading_part(own)]
    assert _run("train", labels, "-o", tmp_path / "a.npz", "--unread") == ExitCode.NOTHING_DONE
    assert f"van de {len(unread)} " in capsys.readouterr().err


# --- scan -----------------------------------------------------------------------------------


def test_a_scan_uses_a_classifier_of_ones_own(scanned: Path, folder: Path, tmp_path: Path) -> None:
    record = _scan(scanned)
    jsonschema.Draft202012Validator(SCHEMA).validate(record)
    assert record["provenance"]["classifier"]["name"] == "proef"
    other = tmp_path / "anders"
    assert _run("scan", NOTE, "-o", other, "--format", "json", "--jobs", "1") == ExitCode.OK
    standard = _scan(other)
    assert standard["provenance"]["classifier"]["name"] == "beleid-nl"
    assert _figures(record, "lexicon") == _figures(standard, "lexicon")
    assert _figures(record, "combined") != _figures(standard, "combined")
    assert "proef 1.0.0" in (scanned / f"{NOTE.stem}.html").read_text("utf-8")


def test_contributions_in_the_json_add_up_to_the_logit(scanned: Path) -> None:
    told = 0
    for passage in _scan(scanned)["passages"]:
        for axis, own in passage["axes"].items():
            amounts = [c["amount"] for c in passage["contributions"] if c["axis"] == axis]
            assert bool(amounts) is (own["verdict"] != "none")
            if amounts:
                told += 1
                assert abs(sum(amounts) - logit(own["combined"])) < 1e-6
        for moved in passage["contributions"]:
            assert passage["start"] <= moved["start"] <= moved["end"] <= passage["end"]
    assert told > 5


def logit(probability: float) -> float:
    return math.log(probability / (1 - probability))


def test_report_makes_the_same_page_with_a_classifier(
    scanned: Path, folder: Path, tmp_path: Path
) -> None:
    source, page = scanned / f"{NOTE.stem}.json", f"{NOTE.stem}.html"
    dutch, english = tmp_path / "nl", tmp_path / "en"
    assert _run("report", source, "-o", dutch) == ExitCode.OK
    assert (dutch / page).read_bytes() == (scanned / page).read_bytes()
    options = ("-o", english, "--format", "html", "--lang", "en", "--jobs", "1")
    assert _run("scan", NOTE, *options, "--model-file", folder / "eigen.npz") == ExitCode.OK
    expected = (english / page).read_bytes()
    assert _run("report", source, "-o", english, "--lang", "en") == ExitCode.OK
    assert (english / page).read_bytes() == expected != (dutch / page).read_bytes()


def test_without_a_classifier_the_lexicon_decides(tmp_path: Path) -> None:
    options = ("-o", tmp_path, "--format", "json", "--jobs", "1", "--model-file", "none")
    assert _run("scan", NOTE, *options) == ExitCode.OK
    record = _scan(tmp_path)
    jsonschema.Draft202012Validator(SCHEMA).validate(record)
    assert record["provenance"]["classifier"] is None
    assert _figures(record, "combined") == _figures(record, "lexicon")
    assert set(_figures(record, "classifier")) == {None}
    assert not any(passage["contributions"] for passage in record["passages"])


@pytest.mark.parametrize("command", ["scan", "evaluate"])
def test_a_file_that_is_no_classifier_is_told(
    command: str, folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    wrong = tmp_path / "fout.npz"
    wrong.write_bytes((folder / "eigen.npz").read_bytes()[:-100])
    source = NOTE if command == "scan" else folder / "labels.jsonl"
    for name in (wrong, tmp_path / "weg.npz"):
        arguments = (command, source, "-o", tmp_path / "uit", "--model-file", name)
        assert _run(*arguments) == ExitCode.NOTHING_DONE
        said = capsys.readouterr().err
        assert said.startswith(f"Het bestand {name.name} van de classificator kan taalscan niet")
        assert "Traceback" not in said


def test_a_classifier_of_other_axes_than_the_lexicon_is_told(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    own = EXAMPLES / "lexicon-juridisering"
    arguments = ("scan", NOTE, "-o", tmp_path, "--lexicon", own)
    assert _run(*arguments, "--model-file", folder / "eigen.npz") == ExitCode.NOTHING_DONE
    said = capsys.readouterr().err
    assert "eigen.npz" in said
    assert "convergerend, divergerend, marktgericht, relationeel" in said


# --- evaluate -------------------------------------------------------------------------------


def _evaluated(folder: Path, out: Path, *options: str | Path) -> dict[str, Any]:
    labels = folder / "labels.jsonl"
    assert _run("evaluate", labels, "--format", "json", "-o", out, *options) == ExitCode.OK
    made: dict[str, Any] = json.loads(out.read_bytes())
    return made


def test_evaluation_is_printed_and_written(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    labels, model = folder / "labels.jsonl", ("--model-file", folder / "eigen.npz")
    assert _run("evaluate", labels, *model) == ExitCode.OK
    text = capsys.readouterr().out
    assert "Marktgericht" in text
    assert "F1" in text
    page = tmp_path / "cijfers.html"
    html = ("--format", "html", "--lang", "en", "-o", page)
    assert _run("evaluate", labels, *model, *html) == ExitCode.OK
    assert page.read_text("utf-8").startswith("<!doctype html>")
    assert 'lang="en"' in page.read_text("utf-8")


def test_a_classifier_knows_what_it_learnt_from(folder: Path, tmp_path: Path) -> None:
    made = _evaluated(folder, tmp_path / "a.json", "--model-file", folder / "eigen.npz")
    assert (made["passages"], made["documents"]) == (70, 14)
    assert [axis["code"] for axis in made["axes"]] == ["M", "R", "D", "C"]
    assert min(axis["f1"]["value"] for axis in made["axes"]) > 0.9
    standard = _evaluated(folder, tmp_path / "b.json")
    assert standard["axes"] != made["axes"]


@pytest.mark.parametrize("folds", ["document", "source"])
def test_folds_measure_what_was_not_seen(folder: Path, tmp_path: Path, folds: str) -> None:
    sides = ("", " noord", " zuid", " oost", " west")
    lines = _lines([f"{thing}{side}" for side in sides for thing in THINGS])
    labels = _write(tmp_path / "labels.jsonl", lines)
    out = tmp_path / "a.json"
    arguments = ("evaluate", labels, "--format", "json", "-o", out, "--folds", folds)
    assert _run(*arguments) == ExitCode.OK
    made = json.loads(out.read_bytes())
    assert made["passages"] == 350
    assert min(axis["f1"]["value"] for axis in made["axes"]) > 0.9
    assert {group["name"] for group in made["sources"]} == {"gemeente-0", "gemeente-1"}


def test_one_source_leaves_nothing_to_train_on(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    lines = [line | {"source": "Aa"} for line in _lines()]
    labels = _write(tmp_path / "labels.jsonl", lines)
    assert _run("evaluate", labels, "--folds", "source") == ExitCode.NOTHING_DONE
    assert "te weinig gelabelde passages" in capsys.readouterr().err


def test_unread_passages_alone_are_measured(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    all_labels = read_labels(folder / "labels.jsonl")
    unread = [own for own in all_labels if not in_reading_part(own)]
    assert 0 < len(unread) < len(all_labels)
    made = _evaluated(folder, tmp_path / "a.json", "--unread")
    assert made["passages"] == len(unread)
    read_ids = {own.id for own in all_labels if in_reading_part(own)}
    labels = _write(tmp_path / "l.jsonl", [own for own in _lines() if own["id"] in read_ids])
    capsys.readouterr()
    assert _run("evaluate", labels, "--unread") == ExitCode.NOTHING_DONE
    said = capsys.readouterr().err
    assert "l.jsonl" in said
    assert "Traceback" not in said
